/**
 * Port role transitions and port state transitions of rapid spanning tree: how a port takes the role that was selected for
 * it, and when it may learn and forward (proposals, agreements, delays). Leaves out the selection itself.
 * Source: IEEE 802.1D-2004, 17.29 and 17.30.
 */

import type { RstpBridge, RstpPort } from './rstp-port.ts'

/** Port role transitions machine with the port state transition machine. True when something moved. */
export function stepRole(bridge: RstpBridge, port: RstpPort, nowMs: number): boolean {
  if (port.role !== port.selectedRole) {
    changeRole(bridge, port, nowMs)
    return true
  }
  switch (port.role) {
    case 'root':
      return rootRole(bridge, port, nowMs)
    case 'designated':
      return designatedRole(bridge, port, nowMs)
    default:
      return blockedRole(bridge, port)
  }
}

function changeRole(bridge: RstpBridge, port: RstpPort, nowMs: number): void {
  const before = port.role
  const { times } = bridge
  if (before === 'root') port.rrUntilMs = nowMs + times.forwardDelayMs
  if (before === 'backup') port.rbUntilMs = nowMs + 2 * times.helloTimeMs
  if (before === 'alternate' || before === 'backup') port.fdUntilMs = nowMs + times.forwardDelayMs
  port.role = port.selectedRole
  if (port.role === 'root') port.rrUntilMs = 0
  if (port.role === 'alternate' || port.role === 'backup') {
    port.learn = port.forward = false
    port.enter('blocking')
    port.rrUntilMs = 0
    port.synced = true
    port.sync = port.reRoot = port.disputed = false
  }
}

function rootRole(bridge: RstpBridge, port: RstpPort, nowMs: number): boolean {
  if (agree(bridge, port)) return true
  if (!port.forward && !port.reRoot) {
    for (const other of bridge.ports) other.reRoot = true
    return true
  }
  if (port.reRoot && port.forward) {
    port.reRoot = false
    return true
  }
  return advance(bridge, port, nowMs)
}

function designatedRole(bridge: RstpBridge, port: RstpPort, nowMs: number): boolean {
  if (port.inconsistency !== undefined) {
    if (port.learn || port.forward) {
      discard(bridge, port, nowMs)
      return true
    }
  } else if (!port.forward && !port.agreed && !port.proposing && !port.edge) {
    port.proposing = port.newInfo = true
    return true
  }
  if (
    (!port.learn && !port.forward && !port.synced) ||
    (port.agreed && !port.synced) ||
    (port.edge && !port.synced) ||
    (port.sync && port.synced)
  ) {
    port.rrUntilMs = 0
    port.synced = true
    port.sync = false
    return true
  }
  if (port.reRoot && port.rrUntilMs === 0) {
    port.reRoot = false
    return true
  }
  if (((port.sync && !port.synced) || (port.reRoot && port.rrUntilMs !== 0) || port.disputed) && !port.edge) {
    const carried = port.learn || port.forward
    if (carried || port.disputed) discard(bridge, port, nowMs)
    if (carried) return true
  }
  port.disputed = false
  if (port.sync || port.reRoot || port.inconsistency !== undefined) return false
  return advance(bridge, port, nowMs)
}

function blockedRole(bridge: RstpBridge, port: RstpPort): boolean {
  port.sync = port.reRoot = false
  port.synced = true
  return agree(bridge, port)
}

/** A proposal is first passed on to the designated ports; when all are in step, the agreement goes back. */
function agree(bridge: RstpBridge, port: RstpPort): boolean {
  if (port.proposed && !port.agree) {
    port.proposed = false
    for (const other of bridge.ports) if (other.role === 'designated') other.sync = true
    return true
  }
  if (port.agree ? !port.proposed : !allSynced(bridge, port)) return false
  port.proposed = port.sync = false
  port.agree = port.newInfo = true
  return true
}

function allSynced(bridge: RstpBridge, port: RstpPort): boolean {
  return bridge.ports.every(
    (other) => other.role === other.selectedRole && (other === port || other.role === 'root' || other.synced),
  )
}

/** On to learning, or from there to forwarding. */
function advance(bridge: RstpBridge, port: RstpPort, nowMs: number): boolean {
  if (port.forward) return false
  const goesOn = mayGoOn(bridge, port)
  if (!goesOn && port.fdUntilMs > nowMs) return false
  if (!port.learn) {
    port.learn = true
    port.fdUntilMs = nowMs + bridge.times.forwardDelayMs
    // A port that may go on at once is not seen learning.
    if (!goesOn) port.enter('learning')
    return true
  }
  port.forward = true
  port.fdUntilMs = 0
  port.enter('forwarding')
  return true
}

/** Without waiting for the forward delay. */
function mayGoOn(bridge: RstpBridge, port: RstpPort): boolean {
  if (port.role === 'designated') return port.agreed || port.edge
  return port.rbUntilMs === 0 && bridge.ports.every((other) => other === port || other.rrUntilMs === 0)
}

function discard(bridge: RstpBridge, port: RstpPort, nowMs: number): void {
  port.learn = port.forward = port.disputed = false
  port.fdUntilMs = nowMs + bridge.times.forwardDelayMs
  port.enter('blocking')
}
