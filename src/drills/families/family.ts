/**
 * How a family of questions is declared: once, with a title, what a file may choose, and how a question is made from a seed.
 *
 *     export const octets = family('binary', {
 *       title: texts('Binary numbers', '二进制数'),
 *       options: { ask: anyOf('to-binary', 'to-decimal') },
 *       make: ({ random, level, options }) => …,
 *     })
 *
 * The same seed, level and options make the same question. Chance comes from `random` alone.
 */

import type { Random } from '../../kernel/random.ts'
import type { Emulator } from '../cards/emulator.ts'
import type { Level, Question } from '../cards/question.ts'
import type { Texts } from '../texts.ts'

/** Something that a file may choose. */
export interface Option<T> {
  readonly fallback: T
  /** What may stand in a file, in words. */
  readonly expected: string
  /** The schema of what may stand in a file; `read` has the last word. */
  read(value: unknown): T | undefined
}

type Options = Readonly<Record<string, Option<unknown>>>
type Chosen<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

export interface Draw<O extends Options> {
  readonly random: Random
  readonly level: Level
  readonly options: Chosen<O>
  readonly emulator: Emulator
}

export interface Family {
  readonly name: string
  readonly title: Texts
  readonly options: Options
  make(draw: Draw<Options>): Question
}

export function family<const O extends Options = Record<never, never>>(
  name: string,
  spec: { readonly title: Texts; readonly options?: O; make(draw: Draw<O>): Question },
): Family {
  return { name, title: spec.title, options: spec.options ?? {}, make: (draw) => spec.make(draw as Draw<O>) }
}

/** One word of these or a list of them; left out: all. */
export function anyOf<const W extends string>(...words: readonly W[]): Option<readonly W[]> {
  return {
    fallback: words,
    expected: `one of ${words.join(', ')}, or a list of them`,
    read(value) {
      const list: unknown[] = Array.isArray(value) ? value : [value]
      const known = words.filter((word) => list.includes(word))
      return list.length > 0 && known.length === list.length ? known : undefined
    },
  }
}

export interface Range {
  readonly least: number
  readonly most: number
}

/** A list of the least and the greatest whole number, within these bounds. */
export function between(least: number, most: number): Option<Range | undefined> {
  return {
    fallback: undefined,
    expected: `a list of two whole numbers from ${least} to ${most}, the smaller one first`,
    read(value) {
      if (!Array.isArray(value) || value.length !== 2) return undefined
      const [low, high] = value as unknown[]
      if (typeof low !== 'number' || typeof high !== 'number') return undefined
      const fits =
        Number.isInteger(low) && Number.isInteger(high) && least <= low && low <= high && high <= most
      return fits ? { least: low, most: high } : undefined
    },
  }
}

/** The options of a family as a file gives them, those left out by their fallback. */
export function chosenOptions(
  { options }: Family,
  given: Readonly<Record<string, unknown>>,
): Chosen<Options> {
  const chosen: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) {
    const value = Object.hasOwn(given, name) ? option.read(given[name]) : option.fallback
    chosen[name] = value
  }
  return chosen
}
