/** Things in an order drawn by chance. */

import type { Random } from '../kernel/random.ts'

/** A copy in an order drawn by chance, each as likely (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const held = copy[last]!
    copy[last] = copy[other]!
    copy[other] = held
  }
  return copy
}
