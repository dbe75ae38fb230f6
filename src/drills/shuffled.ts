/** Things in an order drawn by chance. */

import type { Random } from '../kernel/random.ts'

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items]
  const result: T[] = []
  while (left.length > 0) result.push(...left.splice(random.below(left.length), 1))
  return result
}
