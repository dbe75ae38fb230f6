/**
 * Runs a transcript: devices in virtual time, typed at where they ask, and what they show compared with the file. Rows that
 * the device asks in are split there: what stands behind is typed.
 * Leaves out reading the file, and rewriting it.
 */

import { builtInProfiles } from '../hardware/profile.ts'
import { Kernel } from '../kernel/kernel.ts'
import type { Difference } from './difference.ts'
import { keysOf, type TypedKey, utf8 } from './key-notation.ts'
import { type Match, matchRows } from './match-rows.ts'
import { begin, promptIn } from './reach-prompt.ts'
import { type Comparison, sameRow, textBehind } from './row-pattern.ts'
import { isLogMessage } from './stamp-form.ts'
import { BadTranscript, type Item, type Row, type Step, type Transcript } from './transcript.ts'
import { type Surroundings, TranscriptConsole } from './transcript-console.ts'

const mostDifferences = 5
/** How long a log message of the file is waited for. */
const longestSilenceMs = 10 * 60_000

export interface RunOptions {
  /** Called when the first rows are about to run, with the devices by name. */
  onBegin?(devices: ReadonlyMap<string, TranscriptConsole>, kernel: Kernel): void
  /** Told of rows that have to change so that the file says what the device shows; the run ends with that. */
  onChange?(change: Change): void
}

/** Rows `from` up to `to` (items of the file) have to be `rows`; the row at `to` has to be `next`, where it is given. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly rows: readonly string[]
  readonly next?: string
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

class Run {
  readonly #transcript: Transcript
  readonly #items: readonly Item[]
  readonly #kernel = new Kernel({ seed: 1 })
  readonly #consoles: ReadonlyMap<string, TranscriptConsole>
  readonly #options: RunOptions
  readonly #comparison: Comparison
  readonly #differences: Difference[] = []
  readonly #secrets: string[]
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

  constructor(transcript: Transcript, surroundings: Surroundings, options: RunOptions) {
    this.#transcript = transcript
    this.#items = transcript.items
    this.#options = options
    this.#comparison = transcript
    this.#secrets = [...transcript.secrets]
    this.#nextMore = nextOf(this.#items, (item) => item.kind === 'row' && item.text.startsWith(' --More--'))
    this.#nextBreak = nextOf(this.#items, (item) => item.kind === 'row' && breakKeys.test(item.text))
    this.#nextStep = nextOf(this.#items, ({ kind }) => kind !== 'row')
    const consoles = new Map<string, TranscriptConsole>()
    for (const device of transcript.devices) {
      const profile = builtInProfiles.get(device.profile)
      if (profile === undefined) throw new Error(`no profile ${device.profile}`)
      consoles.set(device.name, new TranscriptConsole(device, profile, this.#kernel, surroundings))
    }
    this.#consoles = consoles
    const [first] = consoles.values()
    if (first === undefined) throw new Error('a transcript without a device')
    this.#active = first
  }

  run(): Outcome {
    const most = this.#options.onChange === undefined ? mostDifferences : 1
    while (this.#index < this.#items.length && this.#differences.length < most) {
      const item = this.#items[this.#index]
      if (item === undefined) break
      if (item.kind !== 'row') {
        this.#perform(item)
        this.#index++
      } else this.#advance()
    }
    for (const console of this.#consoles.values()) this.#reportFaults(console)
    return {
      differences: this.#differences,
      rows: this.#items.reduce((count, { kind }) => count + (kind === 'row' ? 1 : 0), 0),
    }
  }

  // Directives

  #perform(step: Step): void {
    switch (step.kind) {
      case 'on': {
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
        for (const { device } of this.#consoles.values()) {
          const clock = device.ios?.clock
          if (clock === undefined) continue
          // A clock chip goes on being one; without it somebody has set the clock.
          const { source } = clock
          clock.set(step.utcMs)
          if (source === 'hardware calendar') clock.source = source
        }
        return
      case 'length':
      case 'width': {
        this.#beginIfNew()
        const { session } = this.#active.device
        if (session !== undefined) session[step.kind] = step.cells
      }
    }
  }

  /** Powers everything on, and takes each console to where its first row is. */
  #beginIfNew(): void {
    if (this.#begun) return
    this.#begun = true
    for (const { device } of this.#consoles.values()) device.powerOnQuietly()
    for (const from of this.#transcript.devices) {
      const console = this.#consoles.get(from.name)
      if (console !== undefined) begin(console, from, this.#firstRow(from.name))
    }
    this.#options.onBegin?.(this.#consoles, this.#kernel)
  }

  /** The first row of a device that is not blank. */
  #firstRow(name: string): Row | undefined {
    let about = this.#transcript.devices[0]?.name
    for (const item of this.#items) {
      if (item.kind === 'on') about = item.name
      else if (item.kind === 'row' && about === name && item.text.trim() !== '') return item
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
      this.#typeAt(console, match.found)
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
      console.work(() => this.#breaks(console))
      if (console.asks !== 'more' || this.#staysAtMore(console)) return
      // The person who copied the session pressed Space here, and the terminal wiped it.
      console.atMore = false
      console.type(' ')
    }
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
    const keys = this.#keys(match.found, match.found)
    this.#doneWithRow(console)
    for (const { bytes } of keys) console.type(bytes)
  }

  /** The row at `#index` is dealt with, and what the device adds to its own row is echo. */
  #doneWithRow(console: TranscriptConsole): void {
    console.forget()
    console.rowDone = true
    this.#rest = undefined
    this.#index++
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

  // Typing

  #typeAt(console: TranscriptConsole, behind: string): void {
    const typed = this.#comparison.exactBlanks ? behind : behind.trimEnd()
    console.takeNotes()
    switch (console.asks) {
      case 'nothing':
        this.#doneWithRow(console)
        // Without power, or at work for hours: nothing will come by itself.
        this.#kernel.step()
        return
      case 'more':
        this.#typeAtMore(console, typed)
        return
      case 'key':
        this.#typeKey(console, behind)
        return
      case 'RETURN':
        this.#doneWithRow(console)
        if (typed !== '') console.type('\r')
        else if (this.#awaitsMessage()) this.#awaitMessage(console)
        else if (!this.#isLeft()) console.type('\r')
        return
      case 'line':
        this.#typeLine(console, typed)
    }
  }

  /** Whether the person went away from the present row: the file ends, or time passes, or another console is on show. */
  #isLeft(): boolean {
    const next = this.#items[this.#index]
    return next === undefined || next.kind === 'on' || next.kind === 'wait'
  }

  #awaitsMessage(): boolean {
    const next = this.#items[this.#index]
    return next?.kind === 'row' && isLogMessage(next.text)
  }

  #typeAtMore(console: TranscriptConsole, typed: string): void {
    // Here a single character is a key, too: ` --More-- <q>`.
    const single = /^<(.)>$/.exec(typed)?.[1]
    const bytes =
      single ??
      this.#keys(typed, typed)
        .map((key) => key.bytes)
        .join('')
    const prompt = console.paper.row
    console.take(console.paper.rows.length)
    this.#rest = undefined
    this.#index++
    if (bytes === '' && (this.#awaitsMessage() || this.#isLeft())) {
      this.#index--
      this.#doneWithRow(console)
      console.atMore = true
      if (this.#awaitsMessage()) this.#awaitMessage(console)
      else {
        console.paper.write(prompt)
        console.offered = prompt
      }
      return
    }
    console.atMore = false
    console.searching = bytes === '/' || bytes === '+' || bytes === '-'
    console.type(bytes === '' ? ' ' : bytes)
  }

  /** `[confirm]`: one key, and what stands behind it is output. */
  #typeKey(console: TranscriptConsole, behind: string): void {
    const [key] = this.#keys(behind, behind)
    const rest = key === undefined ? '' : behind.slice(key.length)
    console.forget()
    console.type(key?.bytes ?? '\r')
    console.work()
    const { rows, row } = console.paper
    // Whether the key is echoed is not told from what follows it.
    const shown = rows[0] ?? row
    const echo = key?.character
    if (echo !== undefined && shown.startsWith(echo) && !rest.startsWith(echo)) {
      if (rows.length > 0) rows[0] = shown.slice(echo.length)
      else console.paper.row = shown.slice(echo.length)
    }
    this.#rest = rest
  }

  #typeLine(console: TranscriptConsole, typed: string): void {
    const { editor } = console.device.tty
    const { pending } = console.prompt
    console.searching = false
    if (editor !== undefined && !editor.echoes) this.#typeUnseen(console, typed)
    else {
      const keys = this.#keys(typed, typed)
      const { erase, from } = beyondPending(keys, pending ?? '')
      const beyond = keys.slice(from)
      const prompt = console.paper.row
      if (beyond.length === 0 && erase === 0) {
        this.#doneWithRow(console)
        if (this.#awaitsMessage()) this.#awaitMessage(console)
        else if (this.#isLeft()) {
          console.paper.write(prompt)
          console.offered = prompt
        } else console.type('\r')
        return
      }
      if (editor !== undefined && editor.cursor < editor.text.length) console.type('\x05')
      console.type('\x7f'.repeat(erase))
      beyond.forEach((key, index) => {
        const last = index === beyond.length - 1
        if (last) console.forget()
        // In the middle of a row a question mark can only have been meant as one.
        if (key.character === '?' && !last && editor?.helps === true && beyond[index - 1]?.bytes !== '\x16')
          console.type('\x16')
        console.type(key.bytes)
      })
      if (beyond.length === 0) console.forget()
      // Keys such as `?`, Tab and Ctrl-Z begin a new row themselves.
      const ended = console.paper.rows.length > 0 || console.device.tty.editor !== editor
      console.rowDone = true
      this.#rest = undefined
      this.#index++
      if (!ended) console.type('\r')
    }
  }

  /** Passwords: what is typed leaves no trace in the row. */
  #typeUnseen(console: TranscriptConsole, typed: string): void {
    const said = /^<<(.*)>>$/.exec(typed)
    const prompt = console.paper.row
    this.#doneWithRow(console)
    if (said === null && typed === '' && this.#awaitsMessage() && this.#secrets.length === 0) {
      this.#awaitMessage(console)
      return
    }
    if (said === null && typed === '' && this.#secrets.length === 0 && this.#isLeft()) {
      console.paper.write(prompt)
      console.offered = prompt
      return
    }
    const answer = said === null ? (typed === '' ? (this.#secrets.shift() ?? '') : typed) : (said[1] ?? '')
    console.type(`${utf8(answer)}\r`)
  }

  /** The clock runs until the console shows something. */
  #awaitMessage(console: TranscriptConsole): void {
    // Not quite: an idle session ends after just these ten minutes.
    const limitMs = this.#kernel.nowMs + longestSilenceMs - 1
    while (console.paper.rows.length === 0 && this.#kernel.step(limitMs));
    if (console.paper.rows.length > 0) return
    this.#kernel.advanceTo(limitMs)
    const item = this.#items[this.#index]
    if (item?.kind === 'row') {
      this.#report(console, item, item.text, undefined, 'nothing came in 10 minutes')
      this.#options.onChange?.({ from: this.#index, to: this.#index + 1, rows: [] })
    }
    console.type('\r')
    this.#settle(console)
    this.#dropSeen(console)
    this.#resume(console, this.#index)
  }

  #keys(text: string, typed: string): TypedKey[] {
    const keys = keysOf(text)
    if (Array.isArray(keys)) return keys
    const item = this.#items[this.#index]
    const row = item?.kind === 'row' ? item : undefined
    const column = (row?.text.lastIndexOf(typed) ?? 0) + keys.at + 1
    throw new BadTranscript(
      this.#transcript.path,
      row?.number ?? 0,
      column,
      `the key ${keys.unknown}`,
      'a key such as <Tab>, <Ctrl-Z>, <Ctrl-Shift-6>, <Esc>, <Left>; a typed < is <lt>',
    )
  }

  // Differences

  #differ(console: TranscriptConsole, index: number, shownIndex: number, to: number): void {
    const { rows, row } = console.paper
    const item = this.#itemsWithRest()[index]
    if (item?.kind !== 'row') return
    const shown = shownIndex < rows.length ? rows[shownIndex] : row
    this.#report(console, item, item.text, shown === '' && shownIndex >= rows.length ? undefined : shown)
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

  #report(
    console: TranscriptConsole,
    row: Row,
    expected: string | undefined,
    found: string | undefined,
    ...remarks: string[]
  ): void {
    const context: { row: number; text: string }[] = []
    for (let index = this.#items.indexOf(row) - 1; index >= 0 && context.length < 3; index--) {
      const item = this.#items[index]
      if (item?.kind !== 'row') break
      context.unshift({ row: item.number, text: item.text })
    }
    this.#differences.push({
      path: this.#transcript.path,
      row: row.number,
      expected,
      found,
      context,
      remarks: [...remarks, ...console.takeNotes()],
    })
    this.#reportFaults(console)
  }

  /** A mistake of ours inside the device is a difference, whatever the screen says. */
  #reportFaults(console: TranscriptConsole): void {
    for (const { error, typed } of console.takeFaults()) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const item = this.#items[Math.min(this.#index, this.#items.length - 1)]
      this.#differences.push({
        path: this.#transcript.path,
        row: item?.number ?? 0,
        expected: typed,
        found: undefined,
        context: [],
        remarks: [`a mistake of the program itself: ${text}`],
      })
    }
  }
}

function isBlank(item: Item | undefined): boolean {
  return item?.kind === 'row' && item.text.trim() === ''
}

/** For each item the next one at or behind it that is wanted; -1 when there is none. */
function nextOf(items: readonly Item[], wanted: (item: Item) => boolean): Int32Array {
  const next = new Int32Array(items.length + 1).fill(-1)
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    next[index] = item !== undefined && wanted(item) ? index : (next[index + 1] ?? -1)
  }
  return next
}

/** How many characters of the pending line have to go, and which keys are still to be typed. */
function beyondPending(keys: readonly TypedKey[], pending: string): { erase: number; from: number } {
  let same = 0
  let from = 0
  while (from < keys.length) {
    const character = keys[from]?.character
    if (character === undefined || !pending.startsWith(character, same)) break
    same += character.length
    from++
  }
  const left = pending.slice(same)
  // A log has no blanks at the end of a row, so their absence says nothing.
  const erase = left.trim() === '' && from === keys.length ? 0 : [...left].length
  return { erase, from }
}
