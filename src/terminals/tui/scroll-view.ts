/**
 * Looking back: the console's text as it was when looking began. Nothing moves by itself here, not even the clock, so that
 * the terminal's own selection can be used with the mouse; lines can also be marked and copied by key.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { Cursor } from './console-screen.ts'
import { cutToWidth } from './cut-to-width.ts'

export type ScrollOutcome =
  | { readonly kind: 'close' }
  | { readonly kind: 'copy'; readonly lines: readonly string[] }

const inverse = (text: string): string => `\x1b[7m${text}\x1b[m`

export class ScrollView {
  readonly #lines: readonly string[]
  #height: number
  #top: number
  #line: number
  #mark: number | undefined
  /** What is being typed behind the slash. */
  #typed: string | undefined
  #wanted = ''
  #notFound = false

  constructor(lines: readonly string[], height: number, options: { search: boolean }) {
    this.#lines = lines
    this.#height = height
    this.#line = lines.length - 1
    this.#top = Math.max(0, lines.length - height)
    this.#typed = options.search ? '' : undefined
  }

  get line(): number {
    return this.#line
  }

  get length(): number {
    return this.#lines.length
  }

  /** Search text while it is typed. */
  get typed(): string | undefined {
    return this.#typed
  }

  /** What the last search did not find. */
  get notFound(): string | undefined {
    return this.#notFound ? this.#wanted : undefined
  }

  get marked(): number {
    return this.#mark === undefined ? 0 : Math.abs(this.#mark - this.#line) + 1
  }

  resize(height: number): void {
    this.#height = height
    this.#goTo(this.#line)
  }

  key(key: string): ScrollOutcome | undefined {
    this.#notFound = false
    return this.#typed === undefined ? this.#move(key) : this.#typeSearch(key, this.#typed)
  }

  rows(columns: number): string[] {
    return Array.from({ length: this.#height }, (_, y) => {
      const number = this.#top + y
      const text = cutToWidth(this.#lines[number] ?? '', columns)
      if (number < this.#lines.length && this.#isMarked(number)) return inverse(text === '' ? ' ' : text)
      return this.#wanted === '' ? text : this.#highlighted(text)
    })
  }

  get cursor(): Cursor {
    return { x: 0, y: this.#line - this.#top }
  }

  #move(key: string): ScrollOutcome | undefined {
    switch (key) {
      case 'esc':
      case 'q':
      case 'leader':
        if (key === 'esc' && this.#mark !== undefined) {
          this.#mark = undefined
          return undefined
        }
        return { kind: 'close' }
      case 'up':
      case 'k':
        this.#goTo(this.#line - 1)
        break
      case 'down':
      case 'j':
        this.#goTo(this.#line + 1)
        break
      case 'pageup':
      case 'b':
        this.#page(-1)
        break
      case 'pagedown':
      case ' ':
        this.#page(1)
        break
      case 'home':
      case 'g':
        this.#goTo(0)
        break
      case 'end':
      case 'G':
        this.#goTo(this.#lines.length - 1)
        break
      case '/':
        this.#typed = ''
        break
      case 'n':
        this.#find(-1)
        break
      case 'N':
        this.#find(1)
        break
      case 'v':
        this.#mark = this.#mark === undefined ? this.#line : undefined
        break
      case 'y':
      case 'enter': {
        const from = Math.min(this.#line, this.#mark ?? this.#line)
        const to = Math.max(this.#line, this.#mark ?? this.#line)
        this.#mark = undefined
        return { kind: 'copy', lines: this.#lines.slice(from, to + 1) }
      }
    }
    return undefined
  }

  #typeSearch(key: string, typed: string): undefined {
    if (key === 'enter') {
      this.#typed = undefined
      if (typed !== '') this.#wanted = typed
      this.#find(-1)
    } else if (key === 'esc' || key === 'leader') this.#typed = undefined
    else if (key === 'backspace') this.#typed = [...typed].slice(0, -1).join('')
    else if (key === 'ctrl-u') this.#typed = ''
    else if ([...key].length === 1) this.#typed = typed + key
  }

  #goTo(line: number): void {
    this.#line = Math.max(0, Math.min(line, this.#lines.length - 1))
    this.#top = Math.max(this.#line - this.#height + 1, Math.min(this.#top, this.#line))
    this.#top = Math.max(0, Math.min(this.#top, Math.max(0, this.#lines.length - this.#height)))
  }

  /** The window moves by itself less one row, and the line with it. */
  #page(direction: 1 | -1): void {
    const by = direction * Math.max(1, this.#height - 1)
    this.#top = Math.max(0, Math.min(this.#top + by, Math.max(0, this.#lines.length - this.#height)))
    this.#goTo(this.#line + by)
  }

  /** From the line on, upwards or downwards. */
  #find(direction: 1 | -1): void {
    if (this.#wanted === '') return
    const wanted = this.#wanted.toLowerCase()
    for (let line = this.#line + direction; line >= 0 && line < this.#lines.length; line += direction) {
      if (this.#lines[line]?.toLowerCase().includes(wanted) === true) {
        this.#goTo(line)
        return
      }
    }
    this.#notFound = true
  }

  #isMarked(line: number): boolean {
    if (this.#mark === undefined) return false
    return line >= Math.min(this.#mark, this.#line) && line <= Math.max(this.#mark, this.#line)
  }

  #highlighted(text: string): string {
    const lower = text.toLowerCase()
    const wanted = this.#wanted.toLowerCase()
    // Lower case may be longer than upper; then places do not fit and the row stays as it is.
    if (lower.length !== text.length) return text
    let result = ''
    let from = 0
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
      result += text.slice(from, at) + inverse(text.slice(at, at + wanted.length))
      from = at + wanted.length
    }
    return result + text.slice(from)
  }
}

/** Where the cursor stands behind a search that is typed. */
export function searchCursor(prefix: string): number {
  return textWidth(prefix)
}
