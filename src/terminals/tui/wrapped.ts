/** Text broken into rows: at blanks, and between wide characters, as both languages are written. Measured in cells. */

import { textWidth } from '../../session/cell-width.ts'
import { cutToWidth } from './cut-to-width.ts'

/** No row begins with what closes or ends a sentence. */
const neverFirst = /^[，。；：！？、）》」』”’…%,.;:!?)]/
// A word of Latin letters, or one wide character, with the blanks before it.
const pieces = /\s*(?:[⺀-〿぀-ヿ㐀-鿿＀-￯]|[^\s⺀-〿぀-ヿ㐀-鿿＀-￯]+)/gu

/** Rows of at most `columns` cells; line ends in the text are kept. Never empty. */
export function wrapped(text: string, columns: number): string[] {
  const width = Math.max(2, columns)
  return text.split('\n').flatMap((line) => wrappedLine(line, width))
}

function wrappedLine(line: string, width: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const [piece] of line.matchAll(pieces)) {
    const fits = textWidth(row + piece) <= width
    const word = piece.trimStart()
    // A closing sign may stand one cell too far rather than begin a row; the rest of the row is blank anyway.
    if (fits || (row === '' && textWidth(piece) <= width)) row += piece
    else if (neverFirst.test(word) && textWidth(row + word) <= width) row += word
    else {
      const last = neverFirst.test(word) ? lastPiece(row) : ''
      if (row !== '') rows.push(row.slice(0, row.length - last.length).trimEnd())
      row = (last + word).trimStart()
      while (textWidth(row) > width) {
        const cut = cutToWidth(row, width)
        rows.push(cut)
        row = row.slice(cut.length)
      }
    }
  }
  return [...rows, row.trimEnd()]
}

/** What goes along to the next row with a sign that may not begin it. */
function lastPiece(row: string): string {
  const all = [...row.matchAll(pieces)]
  return all.length < 2 ? '' : (all.at(-1)?.[0] ?? '')
}

/** The rows with a sign before the first and blanks before the others. */
export function hanging(sign: string, text: string, columns: number): string[] {
  const indent = textWidth(sign)
  return wrapped(text, columns - indent).map((row, at) => (at === 0 ? sign : ' '.repeat(indent)) + row)
}
