/**
 * The topology change machine of rapid spanning tree: noticing a change, telling it through the tree, and forgetting what was
 * learnt on the way. Source: IEEE 802.1D-2004, 17.31.
 */

import type { RstpBridge, RstpPort } from './rstp-port.ts'

/** Topology change machine, but for what is heard. */
export function stepTopologyChange(bridge: RstpBridge, port: RstpPort, nowMs: number): boolean {
  const carries = port.role === 'root' || port.role === 'designated'
  if (!port.active) {
    if (!carries || !port.forward || port.edge) return false
    port.active = true
    bridge.countTopologyChange(port, nowMs)
    startChange(bridge, port, nowMs)
    propagate(bridge, port)
    port.newInfo = true
    return true
  }
  if (!carries || port.edge) {
    port.active = port.tcProp = port.tcAck = false
    port.tcUntilMs = 0
    if (!carries) port.effects.flush()
    return true
  }
  if (!port.tcProp) return false
  port.tcProp = false
  startChange(bridge, port, nowMs)
  port.effects.flush()
  return true
}

export function hearChange(bridge: RstpBridge, port: RstpPort, isNotification: boolean, nowMs: number): void {
  if (!port.active) return
  if (isNotification) startChange(bridge, port, nowMs)
  if (port.role === 'designated') port.tcAck = !port.sendRstp
  // A change is told several times; it is one change.
  if (nowMs - port.tcHeardMs > bridge.times.helloTimeMs + 1000) bridge.countTopologyChange(port, nowMs)
  port.tcHeardMs = nowMs
  propagate(bridge, port)
}

function propagate(bridge: RstpBridge, port: RstpPort): void {
  for (const other of bridge.ports) if (other !== port && other.active) other.tcProp = true
}

function startChange(bridge: RstpBridge, port: RstpPort, nowMs: number): void {
  if (port.tcUntilMs !== 0) return
  const { helloTimeMs, maxAgeMs, forwardDelayMs } = bridge.times
  port.tcUntilMs = nowMs + (port.sendRstp ? helloTimeMs + 1000 : maxAgeMs + forwardDelayMs)
  if (port.sendRstp) port.newInfo = true
}
