/**
 * How well an answer sat, as repetition wants to know it: from the marks, the hints, the errors on the way, and
 * hesitation against the learner's own pace. Slowness alone never counts as forgotten.
 */

/** In the words of FSRS; `again` is forgotten. */
export type Grade = 'again' | 'hard' | 'good' | 'easy'

export interface Answer {
  /** 0 to 1. */
  readonly share: number
  readonly hints: number
  readonly errors: number
  readonly tookMs: number
  /** What the learner usually takes for such work, in ms (`paceOf`); undefined while that is not known. */
  readonly pace: number | undefined
}

/** Less than this and it was not known. */
const passShare = 0.6
const slow = 2
const fast = 0.6
const manyErrors = 3
const manyHints = 3

export function gradeOf({ share, hints, errors, tookMs, pace }: Answer): Grade {
  if (share < passShare || hints >= manyHints) return 'again'
  if (share < 1 || hints > 0 || errors >= manyErrors) return 'hard'
  if (pace === undefined) return 'good'
  if (tookMs > slow * pace) return 'hard'
  return errors === 0 && tookMs < fast * pace ? 'easy' : 'good'
}

/** Fewer durations than this tell nothing of a person's pace. */
const fewest = 5
/** As many of the latest as count: people get faster. */
export const durationsThatCount = 20

/**
 * The median: a break over lunch does not move it.
 *
 * @param durationsMs the latest first
 */
export function paceOf(durationsMs: readonly number[]): number | undefined {
  const sorted = durationsMs.slice(0, durationsThatCount).sort((a, b) => a - b)
  if (sorted.length < fewest) return undefined
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2
}
