/**
 * Runs a transcript: devices in virtual time, typed at where they ask, and what they show compared with the file. Rows that
 * the device asks in are split there: what stands behind is typed.
 * Leaves out reading the file, and rewriting it.
 */

import type { Kernel } from '../kernel/kernel.ts'
import type { Difference } from './difference.ts'
import { DifferenceLog } from './difference-log.ts'
import { isBlank, type Match, matchRows, nextOf } from './match-rows.ts'
import { begin, promptIn } from './reach-prompt.ts'
import { type Comparison, isAnyRows, sameRow, textBehind } from './row-pattern.ts'
import { isLogMessage } from './stamp-form.ts'
import type { Change, Item, Row, Step, Transcript } from './transcript.ts'
import type { Surroundings, TranscriptConsole } from './transcript-console.ts'
import { TranscriptNetwork } from './transcript-network.ts'
import { type Script, Typist } from './typist.ts'

const mostDifferences = 5
/** How long a log message of the file is waited for. */
const longestSilenceMs = 10 * 60_000

export interface RunOptions {
  /** Called when the first rows are about to run, with the devices by name. */
  onBegin?(devices: ReadonlyMap<string, TranscriptConsole>, kernel: Kernel): void
  /** Told of rows that have to change so that the file says what the device shows; the run ends with that. */
  onChange?(change: Change): void
}

export interface Outcome {
  readonly differences: readonly Difference[]
  /** Rows of terminal text in the file. */
  readonly rows: number
}

/** @throws BadTranscript when a row names a key that does not exist */
export function runTranscript(
  transcript: Transcript,
  surroundings: Surroundings,
  options: RunOptions = {},
): Outcome {
  return new Run(transcript, surroundings, options).run()
}

const breakKeys = /(?:<(?:Ctrl-Shift-6|Break|Ctrl-\^|Ctrl-C)>)+$/i

class Run implements Script {
  readonly #transcript: Transcript
  readonly #items: readonly Item[]
  readonly #network: TranscriptNetwork
  readonly #kernel: Kernel
  readonly #consoles: ReadonlyMap<string, TranscriptConsole>
  readonly #options: RunOptions
  readonly #comparison: Comparison
  readonly #differences: DifferenceLog
  readonly #typist: Typist
  /** First row at or behind each item that stands at ` --More-- `, and that a break key ends. */
  readonly #nextMore: Int32Array
  readonly #nextBreak: Int32Array
  /** First directive at or behind each item. */
  readonly #nextStep: Int32Array
  #active: TranscriptConsole
  #index = 0
  /** What is left of the row at `#index` when its beginning has been dealt with. */
  #rest: string | undefined
  #begun = false
  /** The row that was typed in last. */
  #typedIn: number | undefined

  constructor(transcript: Transcript, surroundings: Surroundings, options: RunOptions) {
    this.#transcript = transcript
    this.#items = transcript.items
    this.#options = options
    this.#differences = new DifferenceLog(transcript.path, transcript.items)
    this.#comparison = transcript
    this.#typist = new Typist(this, transcript.secrets)
    this.#nextMore = nextOf(this.#items, (item) => item.kind === 'row' && item.text.startsWith(' --More--'))
    this.#nextBreak = nextOf(this.#items, (item) => item.kind === 'row' && breakKeys.test(item.text))
    this.#nextStep = nextOf(this.#items, ({ kind }) => kind !== 'row')
    this.#network = new TranscriptNetwork(transcript, surroundings)
    this.#kernel = this.#network.kernel
    this.#consoles = this.#network.consoles
    const [first] = this.#consoles.values()
    if (first === undefined) throw new Error('a transcript without a device')
    this.#active = first
  }

  run(): Outcome {
    const most = this.#options.onChange === undefined ? mostDifferences : 1
    while (this.#index < this.#items.length && this.#differences.list.length < most) {
      const item = this.#items[this.#index]
      if (item === undefined) break
      if (item.kind !== 'row') {
        this.#perform(item)
        this.#index++
      } else this.#advance()
    }
    this.#tellUnwritten(this.#active, true)
    this.#network.keepCaptures()
    const last = this.#items[Math.min(this.#index, this.#items.length - 1)]
    for (const console of this.#consoles.values()) this.#differences.addFaults(console, last?.number ?? 0)
    return {
      differences: this.#differences.list,
      rows: this.#items.reduce((count, { kind }) => count + (kind === 'row' ? 1 : 0), 0),
    }
  }

  // Directives

  #perform(step: Step): void {
    switch (step.kind) {
      case 'on': {
        this.#tellUnwritten(this.#active, false)
        const console = this.#consoles.get(step.name)
        if (console !== undefined) this.#active = console
        return
      }
      case 'wait':
        this.#beginIfNew()
        this.#kernel.advanceTo(this.#kernel.nowMs + step.ms)
        return
      case 'clock':
        this.#beginIfNew()
        for (const console of this.#consoles.values()) console.setClock(step.utcMs)
        return
      case 'length':
      case 'width': {
        this.#beginIfNew()
        const session = this.#active.device?.session
        if (session !== undefined) session[step.kind] = step.cells
        return
      }
      case 'cut':
      case 'mend':
        this.#beginIfNew()
        this.#network.rewire(step)
        return
      case 'power': {
        this.#beginIfNew()
        const machine = this.#consoles.get(step.name)?.machine
        if (step.on) machine?.powerOn()
        else machine?.powerOff()
        return
      }
      case 'capture':
        this.#beginIfNew()
        this.#network.capture(step)
    }
  }

  /** Powers everything on, and takes each console to where its first row is. */
  #beginIfNew(): void {
    if (this.#begun) return
    this.#begun = true
    this.#network.start()
    for (const console of this.#consoles.values())
      begin(console, this.#network.configOf(console.name), this.#firstRow(console.name))
    this.#options.onBegin?.(this.#consoles, this.#kernel)
  }

  /** The first row of a device that says something; in a lab, messages may have come before it. */
  #firstRow(name: string): Row | undefined {
    let about = this.#consoles.keys().next().value
    let afterMessage = false
    for (const item of this.#items) {
      if (item.kind === 'on') about = item.name
      else if (item.kind === 'row' && about === name && item.text.trim() !== '' && !isAnyRows(item.text)) {
        afterMessage ||= this.#transcript.lab !== undefined && isLogMessage(item.text)
        if (!afterMessage || promptIn(item.text) !== undefined) return item
      }
    }
    return undefined
  }

  // Rows

  #advance(): void {
    this.#beginIfNew()
    const console = this.#active
    if (!console.shown) {
      console.shown = true
      // A copy may begin above the prompt.
      while (isBlank(this.#items[this.#index])) this.#index++
      // And leave the prompt out behind which messages came while another console was on show.
      const [above] = console.paper.rows
      if (above !== undefined && this.awaitsMessage && !isLogMessage(above)) console.take(1)
    }
    this.#settle(console)
    this.#dropSeen(console)
    const to = this.#segmentEnd()
    const match = this.#match(console, to, (row) => this.#behindPrompt(console, row))
    if (match.kind === 'used up') {
      console.take(match.taken)
      console.anyRows = match.anyRows
      this.#index = to
      return
    }
    console.anyRows = false
    if (match.kind === 'different') {
      if (match.anyRowsTo !== undefined && console.asks === 'RETURN') {
        // Among any rows is the one that RETURN was pressed in.
        console.forget()
        console.anyRows = true
        this.#index = match.anyRowsTo
        console.type('\r')
      } else this.#differ(console, match.index, match.shownIndex, to)
    } else {
      this.#index = match.index
      console.takeNotes()
      this.#typedIn = match.index
      this.#typist.type(console, this.#comparison.exactBlanks ? match.found : match.found.trimEnd())
    }
  }

  /** Index behind the rows that no directive interrupts. */
  #segmentEnd(): number {
    const next = this.#nextStep[this.#index] ?? -1
    return next === -1 ? this.#items.length : next
  }

  #match<T>(console: TranscriptConsole, to: number, asks: (row: Row) => T | undefined): Match<T> {
    return matchRows(
      this.#itemsWithRest(),
      this.#index,
      to,
      console.paper.rows,
      asks,
      this.#comparison,
      console.anyRows,
    )
  }

  /** The items, with what is left of the present row in its place. */
  #itemsWithRest(): readonly Item[] {
    const item = this.#items[this.#index]
    if (this.#rest === undefined || item?.kind !== 'row') return this.#items
    const items = this.#items.slice()
    items[this.#index] = { ...item, text: this.#rest }
    return items
  }

  /** What a row of the file has behind the prompt that the device shows; undefined when it is not its row. */
  #behindPrompt(console: TranscriptConsole, row: Row): string | undefined {
    const { text } = console.prompt
    if (console.asks === 'nothing')
      return sameRow(row.text, console.paper.row, this.#comparison) ? '' : undefined
    if (console.asks === 'RETURN' && text === '')
      return row.text.trim() === '' || row.text === '<Enter>' ? row.text.trim() : undefined
    return textBehind(row.text, text, this.#comparison)
  }

  /** Lets the device work until it asks for something that the file answers. */
  #settle(console: TranscriptConsole): void {
    for (;;) {
      console.work(() => {
        this.#breaks(console)
        return this.#isLeftAtWork(console)
      })
      if (console.asks !== 'more' || this.#staysAtMore(console)) return
      // The person who copied the session pressed Space here, and the terminal wiped it.
      console.atMore = false
      console.type(' ')
    }
  }

  /** The file goes elsewhere while a command runs on (tcpdump, a ping without end): all its rows up to there are shown. */
  #isLeftAtWork(console: TranscriptConsole): boolean {
    this.#dropSeen(console)
    const to = this.#segmentEnd()
    const { rows, row } = console.paper
    if (to >= this.#items.length || row !== '' || rows.length === 0) return false
    const match = this.#match(console, to, () => undefined)
    return match.kind === 'used up' && !match.anyRows && match.taken === rows.length
  }

  /** Whether the file has this very ` --More-- `, or the message that tore it away. */
  #staysAtMore(console: TranscriptConsole): boolean {
    const next = this.#nextMore[this.#index] ?? -1
    if (next === -1 && !console.atMore) return false
    this.#dropSeen(console)
    const to = this.#segmentEnd()
    if (next >= to && !console.atMore) return false
    const match = this.#match(console, to, (row) =>
      console.atMore || row.text.startsWith(' --More--') ? this.#behindPrompt(console, row) : undefined,
    )
    return match.kind === 'asked'
  }

  /** Types the break key when the file has it behind what the working device has just shown. */
  #breaks(console: TranscriptConsole): void {
    const next = this.#nextBreak[this.#index] ?? -1
    if (next === -1) return
    this.#dropSeen(console)
    const to = this.#segmentEnd()
    if (next >= to) return
    const match = this.#match(console, to, ({ text }) => {
      const keys = breakKeys.exec(text)
      if (keys === null) return undefined
      return sameRow(text.slice(0, keys.index), console.paper.row, this.#comparison) ? keys[0] : undefined
    })
    if (match.kind !== 'asked') return
    this.#index = match.index
    this.#typist.typeBreak(console, match.found)
  }

  /** Drops the end of a row that was compared when its beginning was shown. */
  #dropSeen(console: TranscriptConsole): void {
    const [first, second] = console.paper.rows
    if (console.rowDone && first !== undefined) {
      console.take(1)
      console.rowDone = false
      const item = this.#items[this.#index]
      if (console.offered !== undefined && item?.kind === 'row') {
        const next = second ?? console.paper.row
        const again = item.text.trimEnd() === console.offered.trimEnd()
        if (again && !sameRow(item.text, next, this.#comparison)) this.#index++
      }
      console.offered = undefined
    }
  }

  // What the typist asks of the file

  get path(): string {
    return this.#transcript.path
  }

  get row(): Row | undefined {
    const item = this.#items[this.#index]
    return item?.kind === 'row' ? item : undefined
  }

  next(console: TranscriptConsole): void {
    console.forget()
    console.rowDone = true
    this.#rest = undefined
    this.#index++
  }

  goesOn(rest: string): void {
    this.#rest = rest
  }

  get isLeft(): boolean {
    const next = this.#items[this.#index]
    return next === undefined || next.kind !== 'row'
  }

  get awaitsMessage(): boolean {
    return this.row !== undefined && isLogMessage(this.row.text)
  }

  step(): void {
    this.#kernel.step()
  }

  /** The clock runs until the console shows something. */
  awaitMessage(console: TranscriptConsole): void {
    // Not quite: an idle session ends after just these ten minutes.
    const limitMs = this.#kernel.nowMs + longestSilenceMs - 1
    while (console.paper.rows.length === 0 && this.#kernel.step(limitMs));
    if (console.paper.rows.length > 0) return
    this.#kernel.advanceTo(limitMs)
    const item = this.row
    if (item !== undefined) {
      const texts = { expected: item.text, found: undefined }
      this.#differences.add(console, item, texts, 'nothing came in 10 minutes')
      this.#options.onChange?.({ from: this.#index, to: this.#index + 1, rows: [] })
    }
    console.type('\r')
    this.#settle(console)
    this.#dropSeen(console)
    this.#resume(console, this.#index)
  }

  // Differences

  #differ(console: TranscriptConsole, index: number, shownIndex: number, to: number): void {
    const { rows, row } = console.paper
    const item = this.#itemsWithRest()[index]
    if (item?.kind !== 'row') return
    const shown = shownIndex < rows.length ? rows[shownIndex] : row
    const found = shown === '' && shownIndex >= rows.length ? undefined : shown
    this.#differences.add(console, item, { expected: item.text, found })
    const shownRows = console.tornPrompt === undefined ? rows.slice() : [...rows, row]
    const from = this.#index
    const cut = this.#rest === undefined ? undefined : this.#items[from]
    console.take(rows.length)
    this.#rest = undefined
    if (console.asks === 'RETURN') {
      console.forget()
      console.type('\r')
      this.#settle(console)
      console.take(console.paper.rows.length)
    }
    this.#resume(console, index)
    if (cut === undefined) this.#tellChange(console, from, to, shownRows)
  }

  #tellChange(console: TranscriptConsole, from: number, to: number, rows: readonly string[]): void {
    if (this.#index < to) {
      this.#options.onChange?.({ from, to: this.#index, rows })
      return
    }
    // The prompt itself has changed: what is typed there stays.
    const { text } = console.prompt
    const at = this.#items.findIndex(
      (item, index) =>
        index >= from && index < to && item.kind === 'row' && promptIn(item.text) !== undefined,
    )
    const item = this.#items[at]
    const old = item?.kind === 'row' ? /^[^>#]*[>#]/.exec(item.text)?.[0] : undefined
    if (item?.kind !== 'row' || old === undefined || promptIn(text) === undefined)
      this.#options.onChange?.({ from, to, rows })
    else this.#options.onChange?.({ from, to: at, rows, next: text + item.text.slice(old.length) })
  }

  /**
   * What a command has shown that is the last row before another console, or the end, has no row to be compared with: it
   * is told, so that the file gets it. A command still at work belongs to where its console comes back.
   */
  #tellUnwritten(console: TranscriptConsole, ending: boolean): void {
    const { onChange } = this.#options
    if (onChange === undefined || this.#differences.list.length > 0 || this.#typedIn === undefined) return
    if (this.#items.slice(this.#typedIn + 1, this.#index).some(({ kind }) => kind === 'row' || kind === 'on'))
      return
    if (!ending && console.asks === 'nothing') return
    this.#settle(console)
    this.#dropSeen(console)
    // Who leaves a session means no more by it.
    if (console.asks === 'RETURN') return
    const rows = console.paper.rows.slice()
    const [first] = rows
    if (first === undefined) return
    const back = this.#items.findIndex(
      (item, index) => index > this.#index && item.kind === 'on' && item.name === console.name,
    )
    const next = back === -1 ? undefined : this.#items[back + 1]
    if (next?.kind === 'row' && (isAnyRows(next.text) || sameRow(next.text, first, this.#comparison))) return
    onChange({ from: this.#index, to: this.#index, rows })
  }

  /** Goes on at the next row that begins with the prompt that the device shows now. */
  #resume(console: TranscriptConsole, from: number): void {
    const torn = console.tornPrompt
    if (torn !== undefined) {
      // As if the prompt had been shown again.
      console.forget()
      console.paper.write(torn)
    }
    const prompt = console.prompt.text.trimEnd()
    let index = from
    for (; index < this.#items.length; index++) {
      const item = this.#items[index]
      if (item === undefined || item.kind === 'on') break
      if (item.kind !== 'row') continue
      if (prompt === '' || textBehind(item.text, prompt, this.#comparison) !== undefined) break
    }
    this.#index = index
  }
}
