/**
 * One input line at a prompt: keys in; bytes for the terminal, and what the person asked for, out.
 *
 * Owns the editing keys, recall from history and deleted texts, and the echo.
 * Leaves out what a line means, what `?` and Tab find (they are events here), and when a line ends for
 * other reasons.
 * Source: Cisco "Using the Command-Line Interface" and "Basic Command-Line Interface Commands"
 * (`editing`). From memory: keys that cannot do anything are silent; leaving the newest history line
 * brings the text back that was being typed; Ctrl-C shows nothing but a new line.
 */

import type { History } from './history.ts'
import type { Key, NamedKey } from './keys.ts'
import { KillRing } from './kill-ring.ts'
import { LineBuffer } from './line-buffer.ts'
import { LineView } from './line-view.ts'

export const longestLine = 254

const BELL = '\x07'
const NEW_LINE = '\r\n'

const ctrl = (letter: string) => letter.charCodeAt(0) & 0x1f

const CTRL_Z = ctrl('Z')
const ENTER = 0x0d
const BREAK = 0x1e

// What is left with `no editing`. From memory.
const withoutEditing = new Set([0x08, 0x7f, ctrl('U'), ctrl('V'), ctrl('W'), ctrl('X'), ctrl('L'), ctrl('R')])

const keyOfName: Record<NamedKey, number> = {
  up: ctrl('P'),
  down: ctrl('N'),
  left: ctrl('B'),
  right: ctrl('F'),
  home: ctrl('A'),
  end: ctrl('E'),
  delete: ctrl('D'),
}

export interface LineOptions {
  /** Shown before the line. Where it has several rows, the line stands on the last. */
  readonly prompt: string
  /** Columns of the terminal; 0 is unlimited. */
  readonly width: number
  /** 'none' for passwords: nothing is shown, and neither history nor deleted texts are touched. */
  readonly echo: 'all' | 'none'
  readonly history?: History
  /** What earlier lines deleted. */
  readonly killRing?: KillRing
  /** Characters; 254 unless told otherwise. */
  readonly maxLength?: number
  /** False after `no editing`: only erasing keys work. */
  readonly editing: boolean
  /** Whether `?` and Tab are events rather than characters; by default they are where the line is echoed. */
  readonly help?: boolean
  readonly initial?: string
  /** What Enter shows; a new line unless told otherwise. */
  readonly enter?: string
}

export type EditEvent =
  /** Enter, `?`, Tab, Ctrl-Z. `?` and Tab tell the text up to the cursor, the others all of it. */
  | { readonly kind: 'enter' | 'help' | 'tab' | 'end'; readonly text: string }
  /** Ctrl-C. */
  | { readonly kind: 'cancel' }
  /** Ctrl-Shift-6; the line is left as it was. */
  | { readonly kind: 'break' }

export interface EditResult {
  /** For the terminal; an event's part of it ends with a new line where the device would make one. */
  readonly output: string
  readonly event?: EditEvent
}

export class LineEditor {
  readonly #history: History | undefined
  readonly #killRing: KillRing
  readonly #view: LineView
  /** As it stands before the line. */
  readonly promptText: string
  readonly #echo: boolean
  readonly #editing: boolean
  readonly #help: boolean
  readonly #line: LineBuffer
  readonly #enter: string
  #literal = false
  /** Which history line is shown; -1 is the line being typed. */
  #age = -1
  #draft = ''
  /** The text that Ctrl-Y or Esc Y has just put in, and its age. */
  #yanked: { readonly start: number; readonly end: number; readonly age: number } | undefined

  constructor(options: LineOptions) {
    this.#echo = options.echo === 'all'
    this.#history = this.#echo ? options.history : undefined
    this.#killRing = (this.#echo ? options.killRing : undefined) ?? new KillRing()
    this.#view = new LineView(options.prompt, options.width)
    this.promptText = options.prompt
    this.#editing = options.editing
    this.#help = options.help ?? this.#echo
    this.#line = new LineBuffer(options.maxLength ?? longestLine)
    this.#line.replace(0, 0, options.initial ?? '')
    this.#enter = options.enter ?? NEW_LINE
  }

  get text(): string {
    return this.#line.text
  }

  get prompt(): string {
    return this.promptText
  }

  /** Whether what is typed is shown. */
  get echoes(): boolean {
    return this.#echo
  }

  /** Whether `?` and Tab ask for help here. */
  get helps(): boolean {
    return this.#help
  }

  /** UTF-16 units of the text that stand before the cursor. */
  get cursor(): number {
    return this.#line.textBefore.length
  }

  /** What to show first: prompt and initial text. The cursor is at the left of a fresh row. */
  start(): string {
    return this.redraw()
  }

  /**
   * Prompt and line once more, cursor where it was: after help, after a message. Begins no new row by
   * itself: what is above it has ended with one.
   */
  redraw(): string {
    return this.#echo ? this.#view.redraw(this.#line.glyphs, this.#line.cursor) : this.promptText
  }

  /** Completion: the whole line anew on a new row, cursor at its end. */
  replace(text: string): string {
    this.#yanked = undefined
    this.#line.replace(0, this.#line.end, text)
    return NEW_LINE + this.redraw()
  }

  /** Columns; 0 is unlimited. Takes effect with the next change of the line. */
  setWidth(width: number): void {
    this.#view.setWidth(width)
  }

  key(key: Key): EditResult {
    if (key.kind === 'control' && key.code === BREAK) return { output: '', event: { kind: 'break' } }
    const literal = this.#literal
    this.#literal = false
    // Enter ends the line even then: a text with a line end inside would not survive its own file.
    if (literal && key.kind === 'control' && key.code !== ENTER) {
      return { output: this.#type(String.fromCharCode(key.code)) }
    }
    switch (key.kind) {
      case 'char':
        if (key.text === '?' && this.#help && !literal) {
          this.#yanked = undefined
          return { output: `?${NEW_LINE}`, event: { kind: 'help', text: this.#line.textBefore } }
        }
        return { output: this.#type(key.text) }
      case 'control':
        return this.#control(key.code)
      case 'named':
        return this.#editing ? this.#control(keyOfName[key.name]) : { output: '' }
      case 'escape':
        return { output: this.#editing ? this.#escape(key.letter.toUpperCase()) : '' }
    }
  }

  #control(code: number): EditResult {
    switch (code) {
      case ENTER:
        return { output: this.#enter, event: { kind: 'enter', text: this.text } }
      case 0x09:
        if (!this.#help) return { output: this.#type('\t') }
        this.#yanked = undefined
        return { output: '', event: { kind: 'tab', text: this.#line.textBefore } }
      case CTRL_Z:
        return { output: (this.#echo ? '^Z' : '') + NEW_LINE, event: { kind: 'end', text: this.text } }
      case ctrl('C'):
        return { output: NEW_LINE, event: { kind: 'cancel' } }
      case ctrl('L'):
      case ctrl('R'):
        return { output: NEW_LINE + this.redraw() }
      case ctrl('V'):
        this.#literal = true
        return { output: '' }
    }
    return { output: this.#editing || withoutEditing.has(code) ? this.#edit(code) : '' }
  }

  #edit(code: number): string {
    const { cursor, end } = this.#line
    const yanked = this.#yanked
    this.#yanked = undefined
    switch (code) {
      case 0x08:
      case 0x7f:
        return cursor > 0 ? this.#erase(cursor - 1, cursor) : ''
      case ctrl('A'):
        return this.#move(0)
      case ctrl('E'):
        return this.#move(end)
      case ctrl('B'):
        return this.#move(cursor - 1)
      case ctrl('F'):
        return this.#move(cursor + 1)
      case ctrl('D'):
        return cursor < end ? this.#erase(cursor, cursor + 1) : ''
      case ctrl('K'):
        return this.#kill(cursor, end)
      case ctrl('U'):
      case ctrl('X'):
        return this.#kill(0, cursor)
      case ctrl('W'):
        return this.#kill(this.#line.wordLeft(), cursor)
      case ctrl('Y'):
        return this.#yank(0, cursor, cursor)
      case ctrl('T'):
        this.#line.transpose()
        return this.#show()
      case ctrl('P'):
        return this.#recall(this.#age + 1)
      case ctrl('N'):
        return this.#recall(this.#age - 1)
    }
    this.#yanked = yanked
    return ''
  }

  #escape(letter: string): string {
    const yanked = this.#yanked
    this.#yanked = undefined
    switch (letter) {
      case 'B':
        return this.#move(this.#line.wordLeft())
      case 'F':
        return this.#move(this.#line.wordRight())
      case 'D':
        return this.#kill(this.#line.cursor, this.#line.wordRight())
      case 'C':
        return this.#changeCase((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      case 'L':
        return this.#changeCase((word) => word.toLowerCase())
      case 'U':
        return this.#changeCase((word) => word.toUpperCase())
      case 'Q':
        this.#literal = true
        return ''
      case 'Y':
        return yanked
          ? this.#yank(yanked.age + 1, yanked.start, yanked.end)
          : this.#yank(0, this.#line.cursor, this.#line.cursor)
    }
    return ''
  }

  #type(character: string): string {
    this.#yanked = undefined
    if (this.#line.full) return BELL
    const glyph = this.#line.insert(character)
    return (this.#echo && glyph && this.#view.append(glyph)) || this.#show()
  }

  #move(to: number): string {
    this.#line.move(to)
    return this.#show()
  }

  #kill(from: number, to: number): string {
    this.#killRing.push(this.#line.remove(from, to))
    return this.#show()
  }

  #erase(from: number, to: number): string {
    this.#line.remove(from, to)
    return this.#show()
  }

  /** Puts the deleted text of that age in place of what stands there. */
  #yank(age: number, start: number, end: number): string {
    const text = this.#killRing.recall(age)
    if (text === undefined) return ''
    const whole = this.#line.replace(start, end, text)
    this.#yanked = { start, end: this.#line.cursor, age }
    return this.#show() + (whole ? '' : BELL)
  }

  #changeCase(change: (word: string) => string): string {
    this.#line.changeCase(change)
    return this.#show()
  }

  #recall(age: number): string {
    if (age < -1) return ''
    const line = age === -1 ? this.#draft : this.#history?.recall(age)
    if (line === undefined) return ''
    if (this.#age === -1) this.#draft = this.text
    this.#age = age
    this.#line.replace(0, this.#line.end, line)
    return this.#show()
  }

  #show(): string {
    return this.#echo ? this.#view.update(this.#line.glyphs, this.#line.cursor) : ''
  }
}
