/**
 * Which bridge is the root of a tree and which port leads there: the same in both protocols. What counts as heard differs.
 * Source: IEEE 802.1D-1998, 8.6.8; 802.1D-2004, 17.21.25.
 */

import { comparePaths, type PriorityVector } from './priority-vector.ts'
import { type BridgeSettings, ownVector, type TreePort } from './spanning-tree.ts'

/** `isHeard`: what stands on the port came from another bridge and is to be believed. `root` is what this bridge tells. */
export function selectRoot<P extends TreePort>(
  bridge: BridgeSettings,
  ports: readonly P[],
  isHeard: (port: P) => boolean,
): { root: PriorityVector; rootPort: P | undefined } {
  const own = ownVector(bridge)
  let best: P | undefined
  for (const port of ports) {
    const { designated } = port
    if (!isHeard(port)) continue
    if ((designated.rootPriority - own.rootPriority || designated.rootMac - own.rootMac) >= 0) continue
    if (
      best === undefined ||
      comparePaths(designated, port.settings.cost, best.designated, best.settings.cost) < 0
    )
      best = port
  }
  if (best === undefined) return { root: own, rootPort: undefined }
  const { rootPriority, rootMac, cost } = best.designated
  return { root: { ...own, rootPriority, rootMac, cost: cost + best.settings.cost }, rootPort: best }
}
