/** What is remembered of each time that somebody answered a question or worked on a drill. */

/** Anything that JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/**
 * What comes due: `card:<file>/<question>`, `family:<file>/<question>` (whatever its seed), `drill:<id>`, and
 * `break:<lab>` for the faults of a lab.
 */
export type Item = `${'card' | 'family' | 'drill' | 'break'}:${string}`

/** How it was worked on: `exam` is any item within an exam, the others are practice. */
export type AttemptKind = 'card' | 'lab' | 'exam' | 'break'

export const attemptKinds: readonly AttemptKind[] = ['card', 'lab', 'exam', 'break']

export interface Attempt {
  readonly item: Item
  readonly topic: string
  /** 1 to 4. */
  readonly level: number
  readonly kind: AttemptKind
  /** When it was handed in: wall clock, ms since 1970 in UTC. */
  readonly atMs: number
  readonly tookMs: number
  /** Points, 0 to `max`. Whoever gave up and was shown the solution has 0. */
  readonly score: number
  /** More than 0. */
  readonly max: number
  /** Hints that were taken. */
  readonly hints: number
  /** Lines that were refused, or tries before the one that counted. */
  readonly errors: number
  readonly detail?: Json
}

export function shareOf({ score, max }: Pick<Attempt, 'score' | 'max'>): number {
  return max > 0 ? score / max : 0
}
