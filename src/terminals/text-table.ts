/** Columns of text for a terminal, each as wide as its widest cell; Chinese is measured in cells. */

import { textWidth } from '../session/cell-width.ts'

/** Rows of lines, each with its end. `right` are the columns whose cells end in line, such as numbers. */
export function textTable(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string {
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => textWidth(row[column] ?? ''))),
  )
  const padded = (cell: string, column: number): string => {
    const blanks = ' '.repeat((widths[column] ?? 0) - textWidth(cell))
    return right.has(column) ? blanks + cell : cell + blanks
  }
  return rows.map((row) => `${row.map(padded).join('  ').trimEnd()}\n`).join('')
}
