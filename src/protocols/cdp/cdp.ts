/**
 * CDP's state of one device: when each port sends, which neighbours it heard, and when they are forgotten. Every port that
 * comes up sends at once and twice more, a second apart, so that neighbours meet without waiting a minute. Leaves out what a
 * packet says (its device knows) and what a mismatch means.
 * Sources: "Cisco Discovery Protocol Configuration Guide"; the quick first packets from memory.
 */

import type { CdpPacket } from '../../wire/cdp.ts'

export interface CdpNeighbour {
  /** Our port. */
  readonly port: string
  /** The address that the packet came from. */
  readonly source: number
  readonly packet: CdpPacket
  readonly heardMs: number
  readonly expiresMs: number
}

interface CdpPort {
  sendAtMs: number
  /** Packets still to be sent a second apart. */
  quick: number
}

export interface CdpState {
  /** Ports that are up and speak CDP. */
  readonly ports: Map<string, CdpPort>
  /** In the order in which they were first heard, by port, device and the device's port. */
  readonly neighbours: Map<string, CdpNeighbour>
  intervalMs: number
  /** Drawn anew for each packet: how much sooner than the interval it goes, so that devices do not speak in step. */
  readonly jitterMs: () => number
}

export type CdpEvent =
  | { readonly kind: 'port up'; readonly port: string }
  | { readonly kind: 'port down'; readonly port: string }
  | { readonly kind: 'heard'; readonly port: string; readonly source: number; readonly packet: CdpPacket }
  | { readonly kind: 'interval'; readonly intervalMs: number }
  | { readonly kind: 'time' }

export type CdpEffect =
  | { readonly kind: 'send'; readonly port: string }
  | { readonly kind: 'appeared' | 'vanished'; readonly neighbour: CdpNeighbour }

const quickPackets = 3
const quickMs = 1000
/** More neighbours than a device has memory for: an attack, not a network. */
const mostNeighbours = 1024

export function newCdpState(jitterMs: () => number = () => 0): CdpState {
  return { ports: new Map(), neighbours: new Map(), intervalMs: 60_000, jitterMs }
}

/** Changes the state and answers what is to be done. */
export function cdpStep(state: CdpState, event: CdpEvent, nowMs: number): CdpEffect[] {
  const effects: CdpEffect[] = []
  switch (event.kind) {
    case 'port up':
      if (!state.ports.has(event.port)) state.ports.set(event.port, { sendAtMs: nowMs, quick: quickPackets })
      break
    case 'port down':
      state.ports.delete(event.port)
      forget(state, effects, (neighbour) => neighbour.port === event.port)
      break
    case 'heard':
      hear(state, event, nowMs, effects)
      break
    case 'interval':
      state.intervalMs = event.intervalMs
      for (const port of state.ports.values())
        port.sendAtMs = Math.min(port.sendAtMs, nowMs + event.intervalMs)
      break
    case 'time':
      break
  }
  forget(state, effects, (neighbour) => neighbour.expiresMs <= nowMs)
  for (const [name, port] of state.ports) {
    if (port.sendAtMs > nowMs) continue
    effects.push({ kind: 'send', port: name })
    if (port.quick > 0) port.quick--
    port.sendAtMs = nowMs + (port.quick > 0 ? quickMs : state.intervalMs) - state.jitterMs()
  }
  return effects
}

/** When `cdpStep` wants to see the time, ms; undefined when nothing waits. */
export function cdpWakeAt(state: CdpState): number | undefined {
  let at = Infinity
  for (const { sendAtMs } of state.ports.values()) at = Math.min(at, sendAtMs)
  for (const { expiresMs } of state.neighbours.values()) at = Math.min(at, expiresMs)
  return at === Infinity ? undefined : at
}

function hear(
  state: CdpState,
  { port, source, packet }: Extract<CdpEvent, { kind: 'heard' }>,
  nowMs: number,
  effects: CdpEffect[],
): void {
  const key = JSON.stringify([port, packet.deviceId, packet.portId])
  const known = state.neighbours.has(key)
  if (!known && state.neighbours.size >= mostNeighbours) return
  const neighbour = { port, source, packet, heardMs: nowMs, expiresMs: nowMs + packet.holdtime * 1000 }
  // A holdtime of zero says goodbye: it expires in this step.
  if (packet.holdtime === 0 && !known) return
  state.neighbours.set(key, neighbour)
  if (!known) effects.push({ kind: 'appeared', neighbour })
}

function forget(state: CdpState, effects: CdpEffect[], gone: (neighbour: CdpNeighbour) => boolean): void {
  for (const [key, neighbour] of state.neighbours) {
    if (!gone(neighbour)) continue
    state.neighbours.delete(key)
    effects.push({ kind: 'vanished', neighbour })
  }
}
