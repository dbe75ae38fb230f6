/**
 * The practice console: what the keys do, and what the window shows. Every key is the device's, save one (Ctrl-]); while a
 * panel or the scrollback is open, keys are its.
 *
 * Leaves out drawing (`window-view.ts`), the real terminal (`full-screen.ts`), the state on disk (`open-practice.ts`) and the
 * process (`run.tsx`).
 */

import type { ConsoleState } from '../../session/device.ts'
import { type Language, type Texts, textsOf } from '../i18n/texts.ts'
import type { Practice, PracticeListener, Recording } from '../practice.ts'
import { WallClock } from '../wall-clock.ts'
import {
  type Actions,
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
import { ScrollView, searchCursor } from './scroll-view.ts'
import { type Piece, scrollLine, statusLine } from './status-line.ts'
import { concatenated, type Stroke } from './strokes.ts'
import type { TranscriptFile } from './transcript-file.ts'
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
  leave(how: 'suspend' | 'power off'): void
}

type Open =
  | { readonly kind: 'menu' | 'speed' | 'quit' | 'power' | 'help' | 'remarks' }
  | { readonly kind: 'scroll'; readonly view: ScrollView }

const noteMs = 6000
const enterKeysOfHint = 3

export class ConsoleProgram {
  readonly #options: ConsoleProgramOptions
  readonly #practice: Practice
  readonly #clock: WallClock
  readonly #typing: Typing
  readonly #view: WindowView
  #language: Language
  #open: Open | undefined
  #hintKeys: number
  #note: string | undefined
  #noteTimer: NodeJS.Timeout | undefined
  #recorder: TranscriptFile | undefined
  #ended = false

  constructor(options: ConsoleProgramOptions) {
    this.#options = options
    this.#practice = options.practice
    this.#language = options.language
    this.#hintKeys = options.firstStart ? enterKeysOfHint : 0
    this.#open = options.remarks.length > 0 ? { kind: 'remarks' } : undefined
    this.#view = new WindowView(options.size, options.write, () => this.#look)
    this.#clock = new WallClock(this.#practice.kernel, () => this.#ticked())
    this.#typing = new Typing(this.#practice, this.#clock)
    this.#practice.listener = this.#listener()
  }

  /** The device has begun: from now on time runs and the window is drawn. */
  begin(): void {
    if (this.#options.resumed) this.#say(this.#texts.notes.resumed)
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
      } else if (stroke.key === 'break') {
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
    if (this.#open?.kind === 'scroll') this.#open.view.resize(this.#view.consoleRows)
    this.#view.changed()
  }

  /** Stops time and drawing; the device stays as it is. What is left to say, on the ordinary screen. */
  end(): string | undefined {
    if (this.#ended) return undefined
    this.#ended = true
    this.#clock.stop()
    clearTimeout(this.#noteTimer)
    this.#view.end()
    return this.#recorder === undefined ? undefined : this.#recorded(this.#recorder)
  }

  get #texts(): Texts {
    return textsOf(this.#language)
  }

  #listener(): PracticeListener {
    return {
      output: (text, device) => {
        if (device !== this.#practice.active) return
        this.#recorder?.output(text)
        this.#view.screen.write(text)
      },
      note: (text) => this.#say(text),
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

  // Panels

  get #situation(): Situation {
    const { name, state, unsaved } = this.#practice.machine.status()
    return {
      texts: this.#texts,
      language: this.#language,
      name,
      powered: isPowered(state),
      unsaved,
      speed: this.#clock.speed,
      recording: this.#recorder !== undefined,
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
      },
      leave: (how) => this.#options.leave(how),
    }
  }

  #happen(what: 'power on' | 'power off' | 'break'): void {
    this.#clock.sync()
    this.#practice.happen(what)
    this.#clock.rearm()
  }

  async #record(): Promise<void> {
    const recorder = this.#recorder
    if (recorder === undefined) {
      const { TranscriptFile } = await import('./transcript-file.ts')
      const { device } = this.#practice
      if (device === undefined) return
      this.#recorder ??= new TranscriptFile(device, this.#options.folder)
      this.#say(this.#texts.notes.recordingStarted)
    } else {
      this.#recorder = undefined
      this.#say(this.#recorded(recorder))
    }
  }

  /** Ends a recording, and says what became of it. */
  #recorded(recorder: TranscriptFile): string {
    const { notes } = this.#texts
    try {
      const file = recorder.finish()
      return file === undefined ? notes.nothingRecorded : notes.recordingTo(file)
    } catch (error) {
      return notes.recordingFailed(error instanceof Error ? error.message : String(error))
    }
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
        return remarksPanel(this.#texts, this.#options.remarks, this.#view.columns)
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
    if (open?.kind !== 'scroll') return { status, panel: this.#panel, cursor: open && 'hidden' }
    const { view } = open
    const cursor =
      view.typed === undefined ? view.cursor : { x: searchCursor(` /${view.typed}`), y: this.#view.rows - 1 }
    return { status, rows: view.rows(this.#view.columns), cursor }
  }

  #status(): Piece[] {
    const { columns } = this.#view
    if (this.#open?.kind === 'scroll') return scrollLine(this.#open.view, this.#texts, columns)
    return statusLine({
      device: this.#practice.machine.status(),
      speed: this.#clock.speed,
      recording: this.#recorder !== undefined,
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

function isPowered(state: ConsoleState): boolean {
  return state !== 'off'
}
