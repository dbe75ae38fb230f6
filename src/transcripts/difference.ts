/** A difference between a transcript and the device, and how a person reads it. */

export interface Difference {
  readonly path: string
  /** Row of the file, counted from 1. */
  readonly row: number
  /** Undefined: the file has nothing more. */
  readonly expected: string | undefined
  /** Undefined: the device showed nothing more. */
  readonly found: string | undefined
  /** Rows of the file that stand before, with their numbers. */
  readonly context: readonly { readonly row: number; readonly text: string }[]
  /** What the device said beside its console, and what went wrong in it. */
  readonly remarks: readonly string[]
}

/** `path:row` and the rows, those of the file before it as context. */
export function differenceText(difference: Difference): string {
  const { path, row, expected, found, context, remarks } = difference
  const lines = [`${path}:${row}`]
  for (const { text } of context) lines.push(`    ${visible(text)}`)
  lines.push(`  - ${expected === undefined ? '(nothing)' : visible(expected)}`)
  lines.push(`  + ${found === undefined ? '(nothing)' : visible(found)}`)
  if (expected !== undefined && found !== undefined && expected.trimEnd() === found.trimEnd())
    lines.push('    only the blanks at the end differ')
  for (const remark of remarks) lines.push(`    note: ${remark}`)
  return lines.join('\n')
}

/** Control characters made visible, so that nothing in a file acts on the terminal of whoever reads this. */
function visible(text: string): string {
  return text.replace(
    /[\x00-\x1f\x7f-\x9f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
