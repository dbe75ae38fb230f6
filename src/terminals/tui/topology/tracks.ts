/** Rows for the wires between two layers, so that no two lie on each other: a channel router in its simplest form. */

export interface Wire {
  /** Columns of its ends at the layer above. */
  readonly uppers: readonly number[]
  readonly lowers: readonly number[]
}

export interface Tracks {
  readonly count: number
  /** The row of each wire in the channel, from 0; straight ones need none and have 0. */
  readonly of: readonly number[]
}

export function tracksOf(wires: readonly Wire[]): Tracks {
  const of = wires.map(() => 0)
  const spans = wires.map(({ uppers, lowers }) => {
    const columns = [...uppers, ...lowers]
    return { left: Math.min(...columns), right: Math.max(...columns) }
  })
  const waiting = new Set(
    wires.flatMap((_, at) => ((spans[at]?.left ?? 0) === (spans[at]?.right ?? 0) ? [] : [at])),
  )
  // In a column that one wire enters from above and another from below, the first has to turn off higher.
  const isBelow = (at: number, other: number): boolean =>
    at !== other &&
    (wires[at]?.lowers.some((column) => wires[other]?.uppers.includes(column) === true) ?? false)
  let count = 0
  while (waiting.size > 0) {
    const free = [...waiting].filter((at) => ![...waiting].some((other) => isBelow(at, other)))
    // Two that are in each other's way: one of them has to cross the other's column.
    const candidates = free.length > 0 ? free : [...waiting].slice(0, 1)
    candidates.sort((a, b) => (spans[a]?.left ?? 0) - (spans[b]?.left ?? 0))
    let end = Number.NEGATIVE_INFINITY
    for (const at of candidates) {
      const span = spans[at]
      if (span === undefined || span.left <= end) continue
      of[at] = count
      end = span.right
      waiting.delete(at)
    }
    count++
  }
  return { count, of }
}
