/**
 * The part of an input line that a terminal shows: behind the prompt, one row, scrolled sideways.
 *
 * Owns the window, its `$` marks and the bytes that turn what is shown into what shall be shown. It moves
 * with backspaces and by printing again, never with escape sequences, as the device does, so it works on
 * any terminal. The last column stays empty: there a terminal's cursor hangs between two rows.
 * Leaves out what the text is and how it is edited.
 * Source: Cisco "Using the Command-Line Interface": the line shifts by 10, and `$` covers the character
 * before the first one shown, or stands at the right end for text hidden there.
 */

import { textWidth } from './cell-width.ts'
import { type Glyph, glyphOf } from './glyph.ts'

const blank = glyphOf(' ')!
const mark = glyphOf('$')!

const scrollBy = 10
// With less room than this behind the prompt a scrolled line shows nothing of use.
const leastRoom = 8

export class LineView {
  readonly #prompt: string
  #room = Number.POSITIVE_INFINITY
  #scrollBy = scrollBy
  /** Cells hidden on the left, without the one under the `$`. */
  #offset = 0
  #drawn: Glyph[] = []
  #drawnCells = 0
  #cursorCell = 0

  /** `width` in columns; 0 is unlimited. */
  constructor(prompt: string, width: number) {
    this.#prompt = prompt
    this.setWidth(width)
  }

  /** Takes effect with the next change of the line. */
  setWidth(width: number): void {
    const lastRow = this.#prompt.slice(this.#prompt.lastIndexOf('\n') + 1)
    const room = width - 1 - (textWidth(lastRow) % width)
    this.#room = width > 0 && room >= leastRoom ? room : Number.POSITIVE_INFINITY
    this.#scrollBy = Math.min(scrollBy, this.#room - 6)
    this.#offset = 0
  }

  /** Prompt and line, on a fresh row. */
  redraw(line: readonly Glyph[], cursor: number): string {
    this.#drawn = []
    this.#drawnCells = 0
    this.#cursorCell = 0
    return this.#prompt + this.update(line, cursor)
  }

  /** The quick way for typing at the end of the line; undefined where it has to scroll. */
  append(glyph: Glyph): string | undefined {
    const after = this.#cursorCell + glyph.cells
    if (this.#cursorCell !== this.#drawnCells || after > this.#room - 1) return undefined
    this.#drawn.push(glyph)
    this.#drawnCells = after
    this.#cursorCell = after
    return glyph.shown
  }

  /** Bytes that show the line as it is now, cursor before glyph number `cursor`. */
  update(line: readonly Glyph[], cursor: number): string {
    const { glyphs, cells, cursorCell } = this.#window(line, cursor)
    const old = this.#drawn
    let first = 0
    let cell = 0
    while (first < old.length && first < glyphs.length && old[first]!.shown === glyphs[first]!.shown) {
      cell += glyphs[first]!.cells
      first++
    }
    let last = glyphs.length
    if (cells === this.#drawnCells) {
      const longer = old.length - glyphs.length
      while (
        last > first &&
        last + longer > first &&
        old[last + longer - 1]!.shown === glyphs[last - 1]!.shown
      ) {
        last--
      }
    }
    let output = ''
    let at = this.#cursorCell
    if (first < last || cells < this.#drawnCells) {
      output += travel(glyphs, at, cell)
      at = cell
      for (let index = first; index < last; index++) {
        output += glyphs[index]!.shown
        at += glyphs[index]!.cells
      }
      output += ' '.repeat(Math.max(0, this.#drawnCells - cells))
      at += Math.max(0, this.#drawnCells - cells)
    }
    output += travel(glyphs, at, cursorCell)
    this.#drawn = glyphs
    this.#drawnCells = cells
    this.#cursorCell = cursorCell
    return output
  }

  /** Chooses what is shown: scrolls until the cursor is inside, and no further. */
  #window(line: readonly Glyph[], cursor: number) {
    const starts = [0]
    for (const glyph of line) starts.push(starts.at(-1)! + glyph.cells)
    while (this.#offset > 0 && starts[cursor]! <= this.#offset) {
      this.#offset = Math.max(0, this.#offset - this.#scrollBy)
    }
    let first = this.#first(starts)
    let margin = this.#offset > 0 ? 1 : 0
    while (!this.#fits(margin, starts, first, cursor)) {
      this.#offset += this.#scrollBy
      first = this.#first(starts)
      margin = 1
    }
    const glyphs = margin === 1 ? [mark] : []
    const cursorCell = margin + starts[cursor]! - starts[first]!
    const cells = margin + starts.at(-1)! - starts[first]!
    if (cells <= this.#room) {
      for (let index = first; index < line.length; index++) glyphs.push(line[index]!)
      return { glyphs, cells, cursorCell }
    }
    let cell = margin
    for (let index = first; cell + line[index]!.cells < this.#room; index++) {
      glyphs.push(line[index]!)
      cell += line[index]!.cells
    }
    if (cell < this.#room - 1) glyphs.push(blank)
    glyphs.push(mark)
    return { glyphs, cells: this.#room, cursorCell }
  }

  #first(starts: readonly number[]): number {
    return this.#offset === 0 ? 0 : starts.findIndex((start) => start > this.#offset)
  }

  #fits(margin: number, starts: readonly number[], first: number, cursor: number): boolean {
    const at = (index: number) => margin + starts[index]! - starts[first]!
    const end = starts.length - 1
    if (cursor === end) return at(end) <= this.#room - 1
    return at(end) <= this.#room || at(cursor + 1) <= this.#room - 1
  }
}

/** Moves the cursor along what is shown: back with backspaces, forth by printing again. */
function travel(glyphs: readonly Glyph[], from: number, to: number): string {
  if (to <= from) return '\b'.repeat(from - to)
  let output = ''
  let cell = 0
  for (const glyph of glyphs) {
    if (cell >= to) break
    if (cell >= from) output += glyph.shown
    cell += glyph.cells
  }
  return output
}
