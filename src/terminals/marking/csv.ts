/** Comma-separated values (RFC 4180), harmless to spreadsheets: no cell is taken for a formula. */

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  // Spreadsheets pass over blanks and control characters before the sign that makes a formula.
  const text = /^[\s\x00-\x1f]*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
