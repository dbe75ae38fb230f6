/** Path costs of links. Source: IEEE 802.1D-1998 table 8-5 with Cisco's values of channels; 802.1D-2004 table 17-3 (long). */

export type PathCostMethod = 'short' | 'long'

/** `speedMbps` is the sum over the members of a channel. */
export function pathCost(speedMbps: number, method: PathCostMethod): number {
  if (method === 'long') return Math.max(1, Math.floor(20_000_000 / speedMbps))
  for (const [atLeast, cost] of short) if (speedMbps >= atLeast) return cost
  return 250
}

const short = [
  [20_000, 1],
  [10_000, 2],
  [2000, 3],
  [1000, 4],
  [400, 8],
  [300, 9],
  [200, 12],
  [100, 19],
  [54, 33],
  [45, 39],
  [20, 56],
  [16, 62],
  [10, 100],
] as const
