/**
 * Brings rows of text to the real terminal, and only what changed since the last time: a typed character is one cursor
 * movement and one byte. Where the terminal reads slowly, frames that it has no time for are left out.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { Cursor } from './console-screen.ts'

const plain = /^[ -~]*$/
const synchronized = ['\x1b[?2026h', '\x1b[?2026l'] as const

export interface Frame {
  readonly columns: number
  /** One text a row; may hold colours, each row by itself. */
  readonly rows: readonly string[]
  /** Hidden when left out. */
  readonly cursor?: Cursor | undefined
}

export class Painter {
  readonly #write: (text: string) => void
  #shown: (string | undefined)[] = []
  #cursor = ''

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  /** Nothing is known of the screen: all of it is drawn next time. */
  invalidate(): void {
    this.#shown = []
    this.#cursor = ''
  }

  paint(frame: Frame): void {
    const parts: string[] = []
    let changed = 0
    frame.rows.forEach((row, y) => {
      const before = this.#shown[y]
      if (before === row) return
      changed++
      parts.push(rowChange(before, row, y, frame.columns))
    })
    this.#shown = [...frame.rows]
    const cursor =
      frame.cursor === undefined ? '\x1b[?25l' : `\x1b[${frame.cursor.y + 1};${frame.cursor.x + 1}H\x1b[?25h`
    if (changed === 0 && cursor === this.#cursor) return
    const shown = this.#cursor.endsWith('h')
    this.#cursor = cursor
    // One row needs no protection from being seen half drawn.
    if (changed < 2) this.#write(parts.join('') + (shown ? cursor.replace('\x1b[?25h', '') : cursor))
    else this.#write(`${synchronized[0]}${parts.join('')}${cursor}${synchronized[1]}`)
  }
}

function rowChange(before: string | undefined, row: string, y: number, columns: number): string {
  const isPlain = plain.test(row)
  let same = 0
  if (before !== undefined && isPlain && plain.test(before)) {
    while (same < row.length && row[same] === before[same]) same++
  }
  const width = isPlain ? row.length : textWidth(row.replaceAll(/\x1b\[[0-9;]*m/g, ''))
  const shrinks = before === undefined || !isPlain || !plain.test(before) || before.length > row.length
  // In the last column the cursor rests on the last character, and erasing from there would take it away.
  const erase = shrinks && width < columns ? '\x1b[K' : ''
  return `\x1b[${y + 1};${same + 1}H${row.slice(same)}${isPlain ? '' : '\x1b[m'}${erase}`
}
