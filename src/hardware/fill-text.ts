/**
 * Fills the placeholders of a profile's texts. `{name}` is a value, `{name:20}` a value padded to 20 columns, and a
 * line that is a placeholder and nothing else may be a block of lines. A line with a placeholder that has no value
 * is left out: `System restarted at {restartedAt}` vanishes while the clock is not set.
 */

/** Values and blocks by placeholder name. */
export type TextValues = ReadonlyMap<string, string | readonly string[] | undefined>

const placeholder = /\{([A-Za-z]+)(?::(\d+))?\}/g

/** The lines with everything filled in. Blocks are filled with the same values. */
export function fillText(lines: readonly string[], values: TextValues): string[] {
  return lines.flatMap((line) => {
    const whole = /^\{([A-Za-z]+)\}$/.exec(line)?.[1]
    const block = whole === undefined ? undefined : values.get(whole)
    if (Array.isArray(block)) return fillText(block, values)
    const filled = fillLine(line, values)
    return filled === undefined ? [] : [filled]
  })
}

/** One line, or undefined when a value is missing. */
export function fillLine(line: string, values: TextValues): string | undefined {
  let missing = false
  const filled = line.replace(placeholder, (_, name: string, width: string | undefined) => {
    const value = values.get(name)
    if (typeof value !== 'string') missing = true
    return String(value).padEnd(Number(width ?? 0))
  })
  return missing ? undefined : filled
}

/** Names of the placeholders in a line. */
export function placeholdersIn(line: string): string[] {
  return [...line.matchAll(placeholder)].map((match) => match[1] ?? '')
}
