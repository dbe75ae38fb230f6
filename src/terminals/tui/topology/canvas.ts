/** A sheet of cells on which lines join and cross by themselves. */

import { cellWidth } from '../../../session/cell-width.ts'
import { type CellTone, toned } from '../colours.ts'

const up = 1
const right = 2
const down = 4
const left = 8

/** By the directions in which a line leaves the cell. */
const lineOf = new Map<number, string>([
  [up, '│'],
  [down, '│'],
  [up | down, '│'],
  [left, '─'],
  [right, '─'],
  [left | right, '─'],
  [up | right, '└'],
  [right | down, '┌'],
  [down | left, '┐'],
  [up | left, '┘'],
  [up | right | down, '├'],
  [right | down | left, '┬'],
  [up | down | left, '┤'],
  [up | right | left, '┴'],
  [up | right | down | left, '┼'],
])

interface Cell {
  text: string
  tone: CellTone
  directions: number
}

export class Canvas {
  readonly columns: number
  readonly rows: number
  readonly #cells: (Cell | undefined)[]

  constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
    this.#cells = new Array(columns * rows)
  }

  write(x: number, y: number, text: string, tone: CellTone): void {
    let column = x
    for (const character of text) {
      const width = cellWidth(character.codePointAt(0) as number)
      this.#set(column, y, character, tone)
      // The second half of a wide character.
      if (width === 2) this.#set(column + 1, y, '', tone)
      column += width
    }
  }

  /** Along the corners of a path; where it meets another line, both are seen. */
  line(path: readonly (readonly [x: number, y: number])[], tone: CellTone): void {
    for (let at = 1; at < path.length; at++) {
      const [fromX, fromY] = path[at - 1] as readonly [number, number]
      const [toX, toY] = path[at] as readonly [number, number]
      const stepX = Math.sign(toX - fromX)
      const stepY = Math.sign(toY - fromY)
      const forth = stepX > 0 ? right : stepX < 0 ? left : stepY > 0 ? down : up
      const back = stepX > 0 ? left : stepX < 0 ? right : stepY > 0 ? up : down
      for (let x = fromX, y = fromY; x !== toX || y !== toY; x += stepX, y += stepY) {
        this.#join(x, y, forth, tone)
        this.#join(x + stepX, y + stepY, back, tone)
      }
    }
  }

  /** The rows of a part of the sheet, each with its colours; outside of it is blank. */
  part(x: number, y: number, columns: number, rows: number): string[] {
    return Array.from({ length: rows }, (_, row) => this.#row(x, y + row, columns))
  }

  #row(x: number, y: number, columns: number): string {
    let row = ''
    let run = ''
    let tone: CellTone = 'plain'
    for (let column = x; column < x + columns; column++) {
      const cell = this.#at(column, y)
      const here = cell?.tone ?? 'plain'
      if (here !== tone) {
        row += toned(run, tone)
        run = ''
        tone = here
      }
      run += cell?.text ?? ' '
    }
    return row + (tone === 'plain' ? run.trimEnd() : toned(run, tone))
  }

  #at(x: number, y: number): Cell | undefined {
    return x < 0 || y < 0 || x >= this.columns || y >= this.rows
      ? undefined
      : this.#cells[y * this.columns + x]
  }

  #set(x: number, y: number, text: string, tone: CellTone): void {
    if (x < 0 || y < 0 || x >= this.columns || y >= this.rows) return
    this.#cells[y * this.columns + x] = { text, tone, directions: 0 }
  }

  #join(x: number, y: number, direction: number, tone: CellTone): void {
    if (x < 0 || y < 0 || x >= this.columns || y >= this.rows) return
    const at = y * this.columns + x
    const directions = (this.#cells[at]?.directions ?? 0) | direction
    this.#cells[at] = { text: lineOf.get(directions) ?? ' ', tone, directions }
  }
}
