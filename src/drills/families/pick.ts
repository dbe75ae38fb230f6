/** Drawing by chance. */

import type { Random } from '../../kernel/random.ts'
import { shuffled } from '../shuffled.ts'

/** One of a list that is not empty. */
export function pick<T>(list: readonly T[], random: Random): T {
  const one = list[random.below(list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number, random: Random): number {
  return least + random.below(most - least + 1)
}

/** So many of a list, no place twice, in an order drawn by chance. */
export function several<T>(list: readonly T[], count: number, random: Random): T[] {
  return shuffled(list, random).slice(0, count)
}
