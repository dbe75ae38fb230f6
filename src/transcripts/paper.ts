/**
 * What a terminal has printed, row by row: backspaces and carriage returns move the cursor, what is printed over is gone,
 * and a wiped ` --More-- ` leaves nothing. Bells and other control characters leave no trace.
 * Leaves out widths and wrapping: a row ends where the device ends it.
 */

import { morePrompt } from '../session/pager.ts'

const plain = /^(?:[^\x00-\x1f\x7f]|\r\n|\t)*$/
const wipe = `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`

export class Paper {
  /** Rows that have ended. */
  readonly rows: string[] = []
  /** The row that the cursor stands in. */
  row = ''
  #column = 0

  write(text: string): void {
    if (this.#column === this.row.length && plain.test(text)) this.#append(text)
    else this.#print(text)
  }

  /** Forgets everything, the row that the cursor stands in included. */
  clear(): void {
    this.rows.length = 0
    this.row = ''
    this.#column = 0
  }

  #append(text: string): void {
    let start = 0
    for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n', start)) {
      this.rows.push(this.row + text.slice(start, end))
      this.row = ''
      start = end + 2
    }
    this.row += text.slice(start)
    this.#column = this.row.length
  }

  #print(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const character = text[at] ?? ''
      if (character === '\n') {
        this.rows.push(this.row)
        this.row = ''
        // A line feed alone goes straight down on a terminal; in a file it ends the row.
        this.#column = 0
      } else if (character === '\r') this.#column = 0
      else if (character === '\b') {
        if (this.row.endsWith(morePrompt) && text.startsWith(wipe, at)) {
          this.row = this.row.slice(0, -morePrompt.length)
          this.#column = this.row.length
          at += wipe.length - 1
        } else this.#column = Math.max(0, this.#column - 1)
      } else if (character >= ' ' ? character !== '\x7f' : character === '\t') {
        this.row = this.row.slice(0, this.#column) + character + this.row.slice(this.#column + 1)
        this.#column++
      }
    }
  }
}

/** Where only the backspaces were lost: ` --More-- `, the blanks that wiped it, and what was printed then. */
const wipedWithoutBackspaces = /^ --More-- {9}/

/** How a row of a file looks once the cursor has done its moving. */
export function renderedRow(text: string): string {
  let shown = text
  if (!plain.test(text)) {
    const paper = new Paper()
    paper.write(text)
    shown = paper.row
  }
  return shown.replace(wipedWithoutBackspaces, '')
}
