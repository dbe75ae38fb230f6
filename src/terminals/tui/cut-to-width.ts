/** Text in cells: cut to a width, or filled up to one. */

import { cellWidth, textWidth } from '../../session/cell-width.ts'

/** As much of `text` as `columns` cells hold; a wide character is never halved. */
export function cutToWidth(text: string, columns: number): string {
  let cells = 0
  let kept = ''
  for (const character of text) {
    cells += cellWidth(character.codePointAt(0) as number)
    if (cells > columns) return kept
    kept += character
  }
  return kept
}

export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)))
}
