/**
 * A typed argument of the command language: how it is read, shown and helped. The grammar knows the contract only; the
 * types themselves (addresses, interfaces, …) belong to the IOS layer.
 */

/** What an argument may depend on: the device's ports and so on. Opaque to the grammar. */
export interface Surroundings {
  readonly [key: string]: unknown
}

export type Reading<T> =
  /** The value, and the offset in the line just behind it. */
  | { readonly ok: true; readonly value: T; readonly end: number }
  /** Cannot be right from offset `at` on. `refusal` is a sentence of IOS that takes the place of the caret. */
  | { readonly ok: false; readonly at: number; readonly refusal?: string }
  /** The line ended before the argument was whole. */
  | { readonly ok: 'incomplete' }

export interface ArgumentType<T = unknown, S extends Surroundings = Surroundings> {
  /** Distinguishes types when commands are merged: the same id means the same reading. */
  readonly id: string
  /** As `?` shows it: `WORD`, `A.B.C.D`, `<1-4094>`. */
  placeholder(surroundings: S): string
  /** Reads from `line` at `start`, which is the first character of a token. */
  read(line: string, start: number, surroundings: S): Reading<T>
  /** As the running configuration prints it. */
  show(value: T): string
  /**
   * Words that stand for the argument in `?`, abbreviations and carets, as interface types do. An argument with words is
   * read only when its first word was not a keyword of the command language.
   */
  words?(surroundings: S): readonly { readonly word: string; readonly help: string }[]
  /** Arguments that accept anything (WORD, LINE) are tried after all others. */
  readonly greedy?: boolean
}

/** Offset of the first blank at or after `start`, or the line's end. */
export function tokenEnd(line: string, start: number): number {
  const blank = line.indexOf(' ', start)
  return blank < 0 ? line.length : blank
}

/** Offset of the next non-blank at or after `start`, or the line's end. */
export function skipBlanks(line: string, start: number): number {
  let at = start
  while (at < line.length && line.charCodeAt(at) === 32) at++
  return at
}

/** A whole number from `least` to `most`, written in decimal. */
export function numberArgument(least: number, most: number): ArgumentType<number> {
  const placeholder = `<${least}-${most}>`
  return {
    id: placeholder,
    placeholder: () => placeholder,
    read(line, start) {
      const end = tokenEnd(line, start)
      let value = 0
      let at = start
      const negative = least < 0 && line.charCodeAt(start) === 45
      if (negative) at++
      const first = at
      for (; at < end; at++) {
        const digit = line.charCodeAt(at) - 48
        if (digit < 0 || digit > 9) return { ok: false, at: start }
        if (at - first < 15) value = value * 10 + digit
        else return { ok: false, at: start }
      }
      if (at === first) return { ok: false, at: start }
      if (negative) value = -value
      return value < least || value > most ? { ok: false, at: start } : { ok: true, value, end }
    },
    show: (value) => String(value),
  }
}

export const wordArgument: ArgumentType<string> = {
  id: 'word',
  greedy: true,
  placeholder: () => 'WORD',
  read(line, start) {
    const end = tokenEnd(line, start)
    return { ok: true, value: line.slice(start, end), end }
  },
  show: (value) => value,
}

export const lineArgument: ArgumentType<string> = {
  id: 'line',
  greedy: true,
  placeholder: () => 'LINE',
  read: (line, start) => ({ ok: true, value: line.slice(start), end: line.length }),
  show: (value) => value,
}
