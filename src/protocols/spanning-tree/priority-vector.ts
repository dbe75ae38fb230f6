/**
 * Spanning tree's priority vectors: who is root, how far, told by whom. Less is better. Source: IEEE 802.1D-2004, 17.5, 17.6.
 */

/** A BPDU is one. Priorities contain the system id extension; MAC addresses are numbers of 48 bits. */
export interface PriorityVector {
  readonly rootPriority: number
  readonly rootMac: number
  readonly cost: number
  readonly bridgePriority: number
  readonly bridgeMac: number
  readonly portId: number
}

/** Below 0 when `a` is better. */
export function compareVectors(a: PriorityVector, b: PriorityVector): number {
  return (
    a.rootPriority - b.rootPriority ||
    a.rootMac - b.rootMac ||
    a.cost - b.cost ||
    a.bridgePriority - b.bridgePriority ||
    a.bridgeMac - b.bridgeMac ||
    a.portId - b.portId
  )
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
