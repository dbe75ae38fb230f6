/**
 * Port role selection of rapid spanning tree: the root, and the role of each port. Where a port becomes designated, what it
 * will tell is put in place of what it heard (UPDATE of the port information machine).
 * Source: IEEE 802.1D-2004, 17.28 and 17.27.
 */

import { compareVectors } from './priority-vector.ts'
import { selectRoot } from './root-selection.ts'
import type { RstpBridge, RstpPort } from './rstp-port.ts'

/** updtRolesTree() */
export function selectRoles(tree: RstpBridge): void {
  tree.reselect = false
  const { bridge } = tree
  const { root, rootPort } = selectRoot(
    bridge,
    tree.ports,
    ({ infoIs, priority }) => infoIs === 'received' && priority.bridgeMac !== bridge.mac,
  )
  tree.root = root
  tree.rootPort = rootPort
  const { recorded } = rootPort ?? {}
  tree.times = recorded ?? bridge
  tree.messageAgeMs = recorded === undefined ? 0 : recorded.messageAgeMs + 1000
  for (const port of tree.ports) selectRole(tree, port)
}

function selectRole(tree: RstpBridge, port: RstpPort): void {
  const designated = { ...tree.root, portId: port.settings.portId }
  if (port.infoIs === 'received') {
    if (port === tree.rootPort) {
      port.selectedRole = 'root'
      return
    }
    if (compareVectors(designated, port.priority) >= 0) {
      port.selectedRole = port.priority.bridgeMac === tree.bridge.mac ? 'backup' : 'alternate'
      return
    }
  }
  port.selectedRole = 'designated'
  const changed = compareVectors(designated, port.priority) !== 0
  if (port.infoIs === 'mine' && !changed) return
  // UPDATE
  port.proposing = port.proposed = false
  port.agreed &&= port.infoIs === 'mine' && compareVectors(designated, port.priority) <= 0
  port.synced &&= port.agreed
  port.priority = designated
  port.infoIs = 'mine'
  port.rcvdInfoUntilMs = Infinity
  port.newInfo = true
}
