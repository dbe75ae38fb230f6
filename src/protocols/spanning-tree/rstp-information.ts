/**
 * What a port of a rapid tree believes of its segment: the port information machine without its aging, and the choice of
 * the protocol that is spoken there. Source: IEEE 802.1D-2004, 17.27 and 17.24.
 */

import { type Bpdu, bpduFlags } from '../../wire/bpdu.ts'
import { compareVectors, vectorOf } from './priority-vector.ts'
import { isProposal, migrateTimeMs, type RstpBridge, type RstpPort, sameNumber } from './rstp-port.ts'
import { hearChange } from './rstp-topology-change.ts'
import { sameTimes } from './spanning-tree.ts'

/** How long what a BPDU says is believed: three hellos, or not at all where it has come too far. */
export function lifetimeMs(bpdu: Bpdu): number {
  return bpdu.messageAgeMs + 1000 <= bpdu.maxAgeMs ? 3 * bpdu.helloTimeMs : 0
}

/** Port protocol migration machine. */
export function migrate(port: RstpPort, bpdu: Bpdu, nowMs: number): void {
  const isRapid = bpdu.kind === 'rapid'
  if (isRapid === port.sendRstp || port.mdelayUntilMs > nowMs) return
  port.sendRstp = isRapid
  port.mdelayUntilMs = nowMs + migrateTimeMs
}

/** Port information machine: rcvInfo() and the states that follow from it. */
export function receiveInformation(bridge: RstpBridge, port: RstpPort, bpdu: Bpdu, nowMs: number): void {
  if (bpdu.kind === 'notification') {
    hearChange(bridge, port, true, nowMs)
    return
  }
  const role = bpdu.kind === 'configuration' ? bpduFlags.roleDesignated : bpdu.flags & bpduFlags.roleMask
  const changes = (bpdu.flags & bpduFlags.topologyChange) !== 0
  if (role !== bpduFlags.roleDesignated) {
    if (role === 0 || compareVectors(bpdu, port.priority) < 0) return
    port.agreed = port.settings.pointToPoint && (bpdu.flags & bpduFlags.agreement) !== 0
    if (port.agreed) port.proposing = false
    if (changes) hearChange(bridge, port, false, nowMs)
    return
  }
  const difference = compareVectors(bpdu, port.priority)
  const samePort = bpdu.bridgeMac === port.priority.bridgeMac && sameNumber(bpdu, port.priority)
  const { recorded } = port
  const isAsBefore =
    difference === 0 &&
    port.infoIs === 'received' &&
    recorded?.messageAgeMs === bpdu.messageAgeMs &&
    sameTimes(bpdu, recorded)
  if (isAsBefore) {
    port.proposed ||= isProposal(bpdu)
  } else if (difference < 0 || samePort || difference === 0) {
    port.agreed = port.proposing = false
    port.proposed ||= isProposal(bpdu)
    // betterorsameInfo(Received)
    port.agree &&= port.infoIs === 'received' && difference <= 0
    if (difference > 0) forgetOlder(bridge, port, bpdu)
    port.priority = vectorOf(bpdu)
    port.recorded = bpdu
    port.infoIs = 'received'
    bridge.reselect = true
  } else {
    if (bpdu.kind === 'rapid' && (bpdu.flags & bpduFlags.learning) !== 0 && port.settings.pointToPoint) {
      port.agreed = false
      port.disputed = true
    }
    return
  }
  port.heard = bpdu
  port.rcvdInfoUntilMs = nowMs + lifetimeMs(bpdu)
  if ((bpdu.flags & bpduFlags.topologyChangeAcknowledgement) !== 0) port.tcUntilMs = 0
  if (changes) hearChange(bridge, port, false, nowMs)
}

/**
 * A bridge that lost its root says so on all ports, one after the other. What it said before on parallel links is no way
 * to that root: without this the dead root would be passed around between the two until its age has grown too high.
 */
function forgetOlder(bridge: RstpBridge, port: RstpPort, bpdu: Bpdu): void {
  for (const other of bridge.ports) {
    if (other === port || other.infoIs !== 'received' || other.priority.bridgeMac !== bpdu.bridgeMac) continue
    const { portId } = other.priority
    if (compareVectors(other.priority, { ...bpdu, portId }) >= 0) continue
    other.age()
  }
}
