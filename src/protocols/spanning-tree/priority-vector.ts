/**
 * Spanning tree's priority vectors: who is root, how far, told by whom. Less is better. Source: IEEE 802.1D-2004, 17.5, 17.6.
 */

import type { Bpdu } from '../../wire/bpdu.ts'

/** A BPDU is one as well. */
export type PriorityVector = Pick<
  Bpdu,
  'rootPriority' | 'rootMac' | 'cost' | 'bridgePriority' | 'bridgeMac' | 'portId'
>

/** Of a BPDU, without what else it says. */
export function vectorOf({
  rootPriority,
  rootMac,
  cost,
  bridgePriority,
  bridgeMac,
  portId,
}: PriorityVector): PriorityVector {
  return { rootPriority, rootMac, cost, bridgePriority, bridgeMac, portId }
}

/** Below 0 when `a` is better. */
export function compareVectors(a: PriorityVector, b: PriorityVector): number {
  return comparePaths(a, 0, b, 0)
}

/** The same, told from the far end of a path of `costA` and one of `costB`. */
export function comparePaths(a: PriorityVector, costA: number, b: PriorityVector, costB: number): number {
  return (
    a.rootPriority - b.rootPriority ||
    a.rootMac - b.rootMac ||
    a.cost + costA - b.cost - costB ||
    a.bridgePriority - b.bridgePriority ||
    a.bridgeMac - b.bridgeMac ||
    a.portId - b.portId
  )
}
