/**
 * Types what a row of the file has behind the place where the device asks: a line, one key, a password, a key at
 * ` --More-- `. Leaves out which row that is, and what the device shows then.
 */

import { keysOf, type TypedKey, utf8 } from './key-notation.ts'
import { BadTranscript, type Row } from './transcript.ts'
import type { TranscriptConsole } from './transcript-console.ts'

/** The file, as far as typing is concerned. */
export interface Script {
  readonly path: string
  /** The row that is being typed. */
  readonly row: Row | undefined
  /** The row is dealt with; what the device adds to it is echo. */
  next(console: TranscriptConsole): void
  /** The row goes on with this text, which the device has to show. */
  goesOn(rest: string): void
  /** Whether the file has time pass, another console or its end behind the row that is dealt with. */
  readonly isLeft: boolean
  /** Whether a log message stands behind it. */
  readonly awaitsMessage: boolean
  awaitMessage(console: TranscriptConsole): void
  /** Lets time pass until something happens. */
  step(): void
}

const enter = '\r'
const endOfLine = '\x05'
const literal = '\x16'
const backspace = '\x7f'

export class Typist {
  readonly #script: Script
  readonly #secrets: string[]

  /** @param secrets answers that the file does not show, in order */
  constructor(script: Script, secrets: readonly string[]) {
    this.#script = script
    this.#secrets = [...secrets]
  }

  /** @param typed what stands behind the prompt */
  type(console: TranscriptConsole, typed: string): void {
    switch (console.asks) {
      case 'nothing':
        this.#script.next(console)
        // Without power, or at work for hours: nothing will come by itself.
        this.#script.step()
        return
      case 'RETURN':
        if (typed !== '') {
          this.#script.next(console)
          console.type(enter)
        } else if (!this.#leaves(console)) console.type(enter)
        return
      case 'more':
        this.#atMore(console, typed)
        return
      case 'key':
        this.#key(console, typed)
        return
      case 'line':
        console.searching = false
        if (console.machine.tty.editor?.echoes === false) this.#unseen(console, typed)
        else this.#line(console, typed)
    }
  }

  /** Ends what the device is at work on. */
  typeBreak(console: TranscriptConsole, typed: string): void {
    const bytes = bytesOf(this.#keys(typed))
    this.#script.next(console)
    console.type(bytes)
  }

  /** Deals with a row that has nothing typed in it; false when Enter is meant. */
  #leaves(console: TranscriptConsole): boolean {
    const prompt = console.paper.row
    this.#script.next(console)
    if (this.#script.awaitsMessage) {
      this.#script.awaitMessage(console)
      return true
    }
    if (!this.#script.isLeft) return false
    console.paper.write(prompt)
    console.offered = prompt
    return true
  }

  #atMore(console: TranscriptConsole, typed: string): void {
    console.atMore = false
    // Here a single character is a key, too: ` --More-- <q>`.
    const bytes = /^<(.)>$/.exec(typed)?.[1] ?? bytesOf(this.#keys(typed))
    const { row } = console.paper
    if (bytes === '' && this.#leaves(console)) {
      console.atMore = true
      return
    }
    if (bytes !== '') this.#script.next(console)
    // The row is wiped and printed over.
    console.forget()
    console.paper.write(row)
    console.searching = bytes === '/' || bytes === '+' || bytes === '-'
    console.type(bytes === '' ? ' ' : bytes)
  }

  /** `[confirm]`: one key, and what stands behind it is output. */
  #key(console: TranscriptConsole, typed: string): void {
    const [key] = this.#keys(typed)
    const rest = key === undefined ? '' : typed.slice(key.length)
    console.forget()
    console.type(key?.bytes ?? enter)
    console.work()
    const { rows, row } = console.paper
    // Whether the key is echoed is not told from what follows it.
    const shown = rows[0] ?? row
    const echo = key?.character
    if (echo !== undefined && shown.startsWith(echo) && !rest.startsWith(echo)) {
      if (rows.length > 0) rows[0] = shown.slice(echo.length)
      else console.paper.row = shown.slice(echo.length)
    }
    this.#script.goesOn(rest)
  }

  #line(console: TranscriptConsole, typed: string): void {
    const { editor } = console.machine.tty
    const keys = this.#keys(typed)
    const { erase, from } = beyondPending(keys, console.prompt.pending ?? '')
    const beyond = keys.slice(from)
    if (beyond.length === 0 && erase === 0) {
      if (!this.#leaves(console)) console.type(enter)
      return
    }
    if (editor !== undefined && editor.cursor < editor.text.length) console.type(endOfLine)
    console.type(backspace.repeat(erase))
    let ended = false
    beyond.forEach((key, index) => {
      const last = index === beyond.length - 1
      // In the middle of a row a question mark can only have been meant as one.
      const meant = key.character === '?' && !last && editor?.helps === true
      if (meant && beyond[index - 1]?.bytes !== literal) console.type(literal)
      if (last) this.#script.next(console)
      console.type(key.bytes)
      // Keys such as `?`, Tab and Ctrl-Z begin a new row themselves.
      ended = last && (console.paper.rows.length > 0 || console.machine.tty.editor !== editor)
    })
    if (beyond.length === 0) this.#script.next(console)
    if (!ended) console.type(enter)
  }

  /** Passwords: what is typed leaves no trace in the row. */
  #unseen(console: TranscriptConsole, typed: string): void {
    const said = /^<<(.*)>>$/.exec(typed)?.[1] ?? (typed === '' ? this.#secrets.shift() : typed)
    if (said === undefined) {
      if (!this.#leaves(console)) console.type(enter)
      return
    }
    this.#script.next(console)
    console.type(utf8(said) + enter)
  }

  /** @throws BadTranscript */
  #keys(typed: string): TypedKey[] {
    const keys = keysOf(typed)
    if (Array.isArray(keys)) return keys
    const { path, row } = this.#script
    throw new BadTranscript(
      path,
      row?.number ?? 0,
      (row?.text.lastIndexOf(typed) ?? 0) + keys.at + 1,
      `the key ${keys.unknown}`,
      'a key such as <Tab>, <Ctrl-Z>, <Ctrl-Shift-6>, <Esc>, <Left>; a typed < is <lt>',
    )
  }
}

function bytesOf(keys: readonly TypedKey[]): string {
  return keys.map(({ bytes }) => bytes).join('')
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
