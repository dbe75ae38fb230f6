/**
 * The practice console: what the keys do, and what the window shows. Every key is the device's, save one (Ctrl-]); while a
 * panel or the scrollback is open, keys are its.
 *
 * Leaves out drawing (`window-view.ts`), the real terminal (`full-screen.ts`), the state on disk (`open-practice.ts`) and the
 * process (`run.tsx`).
 */

import { type Language, type Texts, textsOf } from '../i18n/texts.ts'
import type { Practice, PracticeListener, Recording } from '../practice.ts'
import { WallClock } from '../wall-clock.ts'
import { ConsoleChooser } from './console-chooser.ts'
import type { Cursor } from './console-screen.ts'
import { deviceChoices, isPowered, unsavedDevices } from './device-choices.ts'
import type { WatchedPackets } from './packets/watched-packets.ts'
import {
  type Actions,
  chooserPanel,
  helpPanel,
  hintPanel,
  menu,
  type Panel,
  powerPanel,
  quitPanel,
  remarksPanel,
  type Situation,
  speedPanel,
} from './panel.ts'
import { type PaneKind, Panes, type TaskPane } from './panes.ts'
import { TranscriptRecording } from './recording.ts'
import { ScrollView, searchCursor } from './scroll-view.ts'
import { type Piece, scrollLine, statusLine } from './status-line.ts'
import { concatenated, type Stroke } from './strokes.ts'
import { Typing } from './typing.ts'
import { type Look, type Size, WindowView } from './window-view.ts'

export interface ConsoleProgramOptions {
  readonly practice: Practice
  readonly language: Language
  readonly size: Size
  /** Said before anything else, until it is closed. */
  readonly remarks: readonly string[]
  readonly resumed: boolean
  readonly firstStart: boolean
  write(text: string): void
  report(error: unknown, typed: string, recording: Recording): string
  /** Where transcripts are written. */
  readonly folder: string
  /** What is to be done in the lab. */
  readonly tasks?: TaskPane
  /** Packets that one came to see: they are opened first, and closing them leaves. */
  readonly watched?: WatchedPackets
  /** Whoever leaves loses nothing, saved or not. */
  readonly keepsItself?: boolean
  /** Another language was chosen: whatever is shown before and after speaks it, too. */
  speaks?(language: Language): void
  leave(how: 'suspend' | 'power off' | 'drills'): void
}

type Open =
  | { readonly kind: 'menu' | 'speed' | 'quit' | 'power' | 'help' | 'remarks' }
  | { readonly kind: 'scroll'; readonly view: ScrollView }
  | { readonly kind: 'chooser'; readonly chooser: ConsoleChooser }

const noteMs = 6000
const enterKeysOfHint = 3

export class ConsoleProgram {
  readonly #options: ConsoleProgramOptions
  readonly #practice: Practice
  readonly #clock: WallClock
  readonly #typing: Typing
  readonly #view: WindowView
  readonly #panes: Panes
  readonly #recording: TranscriptRecording
  #language: Language
  #remarks: readonly string[] = []
  #open: Open | undefined
  #hintKeys: number
  #note: string | undefined
  #noteTimer: NodeJS.Timeout | undefined
  /** Nothing has been done yet but looking at what one came to see. */
  #onlyWatches: boolean
  #ended = false

  constructor(options: ConsoleProgramOptions) {
    this.#options = options
    this.#practice = options.practice
    this.#language = options.language
    this.#hintKeys = options.firstStart ? enterKeysOfHint : 0
    this.#view = new WindowView(options.size, this.#practice.active, options.write, () => this.#look)
    this.#clock = new WallClock(this.#practice.kernel, () => this.#ticked())
    this.#typing = new Typing(this.#practice, this.#clock)
    this.#recording = new TranscriptRecording(this.#practice, options.folder)
    this.#panes = new Panes(this.#paneHost(), options.tasks, options.watched)
    this.#onlyWatches = options.watched !== undefined
    this.#practice.listener = this.#listener()
  }

  /** The device has begun: from now on time runs and the window is drawn. */
  begin(): void {
    const { faults } = this.#practice
    this.#remarks = [
      ...this.#options.remarks,
      ...faults.map(({ device, line, lineNumber, reply }) =>
        this.#texts.notes.refusedLine(device, line, lineNumber, reply),
      ),
    ]
    if (this.#remarks.length > 0) this.#open = { kind: 'remarks' }
    if (this.#options.resumed) this.#say(this.#texts.notes.resumed)
    const { tasks, watched } = this.#options
    if (watched !== undefined) void this.#openPane('packets')
    // The console has the keys where both can be seen.
    else if (tasks !== undefined)
      void this.#openPane('tasks').then(() => {
        this.#panes.hasKeys = !this.#view.hasRoomForTwo
      })
    this.#clock.sync()
    this.#clock.rearm()
    void this.#view.begin()
  }

  input(strokes: readonly Stroke[]): void {
    let forDevice: Uint8Array[] = []
    const flush = (): void => {
      if (forDevice.length === 0) return
      const bytes = concatenated(...forDevice)
      forDevice = []
      this.#typing.type(bytes)
    }
    for (const stroke of strokes) {
      if (this.#ended) return
      if (this.#open !== undefined) this.#panelKey(stroke.key)
      else if (stroke.key === 'leader') {
        flush()
        this.#hintKeys = 0
        this.#open = { kind: 'menu' }
      } else if (this.#panes.hasKeys) this.#paneKey(stroke.key)
      else if (stroke.key === 'break') {
        flush()
        this.#typing.break(stroke.bytes)
      } else {
        this.#hint(stroke.key)
        forDevice.push(stroke.bytes)
      }
    }
    flush()
    this.#view.changed()
  }

  resize(size: Size): void {
    this.#view.resize(size)
    // Alone in the window, a pane has the keys.
    if (this.#panes.open !== undefined && !this.#view.hasRoomForTwo) this.#panes.hasKeys = true
    if (this.#open?.kind === 'scroll') this.#open.view.resize(this.#view.consoleRows)
    this.#view.changed()
  }

  /** Stops time and drawing; the device stays as it is. What is left to say, on the ordinary screen. */
  end(): string | undefined {
    if (this.#ended) return undefined
    this.#ended = true
    this.#clock.stop()
    clearTimeout(this.#noteTimer)
    const words = this.#panes.close()
    this.#view.end()
    const recorded = this.#recording.end(this.#texts.notes)
    if (recorded !== undefined) words.push(recorded)
    return words.length === 0 ? undefined : words.join('\n')
  }

  get #texts(): Texts {
    return textsOf(this.#language)
  }

  #listener(): PracticeListener {
    return {
      output: (text, device) => {
        this.#recording.output(text)
        this.#view.screenOf(device).write(text)
      },
      note: (text, device) => {
        if (device === this.#practice.active) this.#say(text)
      },
      report: (error, typed, recording) =>
        this.#say(this.#texts.notes.ourError(this.#options.report(error, typed, recording))),
    }
  }

  /** A remark in the status line, for a moment. */
  #say(note: string): void {
    this.#note = note
    clearTimeout(this.#noteTimer)
    this.#noteTimer = setTimeout(() => {
      this.#note = undefined
      this.#view.changed()
    }, noteMs)
    this.#view.changed()
  }

  /** Time has moved: what waited may be typed, and the status line tells another time. */
  #ticked(): void {
    this.#typing.drain()
    this.#view.changed()
  }

  /** The hint has been understood, or is in the way. */
  #hint(key: string): void {
    if (key === '?') this.#hintKeys = 0
    else if (key === 'enter' && this.#hintKeys > 0) this.#hintKeys--
  }

  // Consoles of a lab

  #showConsole(name: string): void {
    this.#onlyWatches = false
    this.#practice.active = name
    this.#view.show(name)
    // Beside it, a pane stays.
    if (this.#view.hasRoomForTwo) this.#panes.hasKeys = false
    else this.#hidePane()
  }

  // Panes

  #paneHost() {
    const program = this
    return {
      practice: this.#practice,
      folder: this.#options.folder,
      get texts() {
        return program.#texts
      },
      get isBeside() {
        return program.#view.hasRoomForTwo
      },
      close: () => (this.#onlyWatches ? this.#options.leave('suspend') : this.#hidePane()),
      openConsole: (name: string) => this.#showConsole(name),
      rewire: (cable: number) => this.#rewire(cable),
      switchPower: (device: string) => this.#switchPower(device),
      say: (note: string) => this.#say(note),
      changed: () => this.#view.changed(),
    }
  }

  async #openPane(kind: PaneKind): Promise<void> {
    if (kind !== 'packets') this.#onlyWatches = false
    this.#view.hasPane = true
    await this.#panes.show(kind)
    if (this.#ended) this.#panes.close()
  }

  #hidePane(): void {
    this.#panes.hide()
    this.#view.hasPane = false
  }

  #paneKey(key: string): void {
    if (key === 'tab' && this.#view.hasRoomForTwo) this.#panes.hasKeys = false
    else this.#panes.key(key)
  }

  #rewire(cable: number): void {
    const { lab } = this.#practice
    const found = lab?.lab.cables[cable]
    if (lab === undefined || found === undefined) return
    this.#clock.sync()
    this.#practice.rewire(cable, lab.isPlugged(found) ? 'cut' : 'mend')
    this.#clock.rearm()
  }

  #switchPower(device: string): void {
    const machine = this.#practice.machines.get(device)
    if (machine === undefined) return
    const isOn = isPowered(machine.state)
    if (isOn && machine.status().unsaved) {
      // The question is asked at its console.
      this.#showConsole(device)
      this.#open = { kind: 'power' }
      return
    }
    const { active } = this.#practice
    this.#practice.active = device
    this.#happen(isOn ? 'power off' : 'power on')
    this.#practice.active = active
  }

  // Panels

  get #situation(): Situation {
    const { name, state, unsaved } = this.#practice.machine.status()
    return {
      texts: this.#texts,
      language: this.#language,
      name,
      devices: deviceChoices(this.#practice),
      hasTasks: this.#options.tasks !== undefined,
      keepsItself: this.#options.keepsItself === true,
      besidePane: this.#panes.open !== undefined && this.#view.hasRoomForTwo,
      powered: isPowered(state),
      unsaved,
      unsavedAnywhere: this.#practice.unsaved,
      unsavedDevices: unsavedDevices(this.#practice),
      speed: this.#clock.speed,
      recording: this.#recording.isRunning,
    }
  }

  get #actions(): Actions {
    const closing =
      <A extends unknown[]>(action: (...args: A) => void) =>
      (...args: A): void => {
        this.#open = undefined
        action(...args)
      }
    return {
      close: closing(() => {}),
      sendBreak: closing(() => this.#happen('break')),
      power: closing((on: boolean) => this.#happen(on ? 'power on' : 'power off')),
      scroll: (search) => {
        const view = new ScrollView(this.#view.screen.history(), this.#view.consoleRows, { search })
        this.#open = { kind: 'scroll', view }
      },
      record: closing(() => void this.#record()),
      open: (kind) => {
        this.#open = { kind }
      },
      setSpeed: closing((speed: number) => {
        this.#clock.speed = speed
      }),
      switchLanguage: () => {
        this.#language = this.#language === 'zh' ? 'en' : 'zh'
        this.#options.speaks?.(this.#language)
      },
      leave: (how) => this.#options.leave(how),
      showDrills: () => this.#options.leave('drills'),
      showConsole: closing((name: string) => this.#showConsole(name)),
      chooseConsole: () => {
        this.#open = { kind: 'chooser', chooser: new ConsoleChooser(deviceChoices(this.#practice) ?? []) }
      },
      openPane: closing((kind: PaneKind) => {
        // The tasks come and go by the same key.
        if (kind === 'tasks' && this.#panes.open === kind) this.#hidePane()
        else void this.#openPane(kind)
      }),
      changePane: closing(() => {
        this.#panes.hasKeys = !this.#panes.hasKeys
      }),
    }
  }

  #happen(what: 'power on' | 'power off' | 'break'): void {
    this.#clock.sync()
    this.#practice.happen(what)
    this.#clock.rearm()
  }

  async #record(): Promise<void> {
    this.#say(await this.#recording.switch(this.#texts))
  }

  get #panel(): Panel | undefined {
    switch (this.#open?.kind) {
      case 'menu':
        return menu(this.#situation, this.#actions)
      case 'speed':
        return speedPanel(this.#situation, this.#actions)
      case 'quit':
        return quitPanel(this.#situation, this.#actions)
      case 'power':
        return powerPanel(this.#situation, this.#actions)
      case 'help':
        return helpPanel(this.#situation)
      case 'remarks':
        return remarksPanel(this.#texts, this.#remarks, this.#view.columns)
      case 'chooser': {
        const { matching, chosen, typed } = this.#open.chooser
        return chooserPanel(this.#situation, matching, chosen, typed, this.#view.consoleRows - 2)
      }
      case 'scroll':
        return undefined
      default:
        return this.#hintKeys > 0 ? hintPanel(this.#situation) : undefined
    }
  }

  #panelKey(key: string): void {
    if (this.#open?.kind === 'scroll') {
      const outcome = this.#open.view.key(key)
      if (outcome === undefined) return
      this.#open = undefined
      if (outcome.kind === 'copy') this.#copy(outcome.lines)
      return
    }
    if (this.#open?.kind === 'chooser' && key !== 'esc' && key !== 'leader') {
      const name = this.#open.chooser.key(key)
      if (name === undefined) return
      this.#open = undefined
      this.#showConsole(name)
      return
    }
    if (key === 'esc' || key === 'leader' || (key === 'enter' && isReading(this.#open)))
      this.#open = undefined
    else {
      const entry = this.#panel?.columns.flat().find((one) => one.key === key)
      entry?.run()
    }
  }

  /** To the person's clipboard, by way of the terminal (OSC 52). */
  #copy(lines: readonly string[]): void {
    const text = Buffer.from(lines.join('\n')).toString('base64')
    this.#options.write(`\x1b]52;c;${text}\x07`)
    this.#say(this.#texts.scroll.copied(lines.length))
  }

  // The window

  get #look(): Look {
    const status = this.#status()
    const open = this.#open
    if (open?.kind !== 'scroll') {
      const panel = this.#panel
      const { pane, hasKeys } = this.#panes
      const rows = pane?.rows(this.#paneSize, hasKeys)
      if (open !== undefined || !hasKeys) return { status, panel, pane: rows, cursor: open && 'hidden' }
      return { status, panel, pane: rows, cursor: this.#paneCursor(pane?.cursor) }
    }
    const { view } = open
    const cursor =
      view.typed === undefined ? view.cursor : { x: searchCursor(` /${view.typed}`), y: this.#view.rows - 1 }
    return { status, rows: view.rows(this.#view.consoleColumns), pane: this.#paneBeside, cursor }
  }

  get #paneBeside(): string[] | undefined {
    if (!this.#view.hasRoomForTwo) return undefined
    return this.#panes.pane?.rows(this.#paneSize, false)
  }

  get #paneSize(): Size {
    return { columns: this.#view.paneColumns, rows: this.#view.consoleRows }
  }

  #paneCursor(cursor: Cursor | undefined): Cursor | 'hidden' {
    if (cursor === undefined) return 'hidden'
    return { x: this.#view.columns - this.#view.paneColumns + cursor.x, y: cursor.y }
  }

  #status(): Piece[] {
    const { columns } = this.#view
    if (this.#open?.kind === 'scroll') return scrollLine(this.#open.view, this.#texts, columns)
    const { lab, machine, device } = this.#practice
    const status = machine.status()
    return statusLine({
      // In a lab devices go by the lab's names: all of them may be called Switch.
      device: lab === undefined ? status : { ...status, name: machine.name },
      isHost: device === undefined,
      speed: this.#clock.speed,
      recording: this.#recording.isRunning,
      timeLeft: this.#options.tasks?.timeLeft?.(),
      hidesTasks: this.#options.tasks !== undefined && this.#panes.open !== 'tasks',
      note: this.#note,
      texts: this.#texts,
      columns,
    })
  }
}

/** Panels that are only read close with Enter as well. */
function isReading(open: Open | undefined): boolean {
  return open?.kind === 'help' || open?.kind === 'remarks'
}
