/**
 * What 802.1D-1998 and rapid spanning tree have in common for one tree of one bridge: its ports, the guards that stand before
 * the protocol, and how BPDUs go out. `StpTree` and `RstpTree` are the protocols themselves.
 *
 * A tree has no timers of its own: whoever runs it calls `wake(nowMs)` at `wakeAtMs()`, and hears of what is to be done
 * through effects, which must not call the tree again before they return (they may remove a port that trips BPDU guard).
 * Left out: UplinkFast, BackboneFast, MST. Source: IEEE 802.1D-1998 clause 8, 802.1D-2004 clause 17; the guards as Cisco
 * documents them.
 */

import { type Bpdu, bpduFlags } from '../../wire/bpdu.ts'
import { compareVectors, type PriorityVector } from './priority-vector.ts'

export type Role = 'disabled' | 'root' | 'designated' | 'alternate' | 'backup'

/** Rapid spanning tree's discarding is `blocking` here. */
export type PortState = 'blocking' | 'listening' | 'learning' | 'forwarding'

/** Why a port is held back: root guard, loop guard, or a neighbour that means another VLAN or kind of port. */
export type Inconsistency = 'root' | 'loop' | 'pvid' | 'peer-pvid' | 'type'

export interface Times {
  readonly maxAgeMs: number
  readonly helloTimeMs: number
  readonly forwardDelayMs: number
}

export interface BridgeSettings extends Times {
  /** With the system id extension. */
  readonly priority: number
  readonly mac: number
}

export interface PortSettings {
  /** Priority in the upper octet, number in the lower; on bridges with more than 255 ports 4 and 12 bits. */
  readonly portId: number
  readonly cost: number
  readonly pointToPoint: boolean
  /** PortFast: forwarding at once, until a BPDU is heard. */
  readonly edge: boolean
  readonly bpduGuard: boolean
  /** `edge`: only as long as the port is an edge port, and after the first BPDUs. */
  readonly bpduFilter: 'off' | 'always' | 'edge'
  readonly guard: 'none' | 'root' | 'loop'
}

export interface PortEffects {
  /** The same object as before when the same is said again. */
  transmit(bpdu: Bpdu): void
  setState(state: PortState): void
  /** Forget what was learnt on this port. */
  flush(): void
  /** BPDU guard heard a BPDU. */
  bpduGuard(): void
  /** The port is held back for a reason, or (undefined) no longer for the one that it was. */
  inconsistent(reason: Inconsistency | undefined, before: Inconsistency | undefined): void
}

export interface TreeEffects {
  /** 802.1D-1998: addresses age within the forward delay as long as the topology changes. */
  fastAging(on: boolean, forwardDelayMs: number): void
}

/** How many BPDUs an edge port with BPDU filtering by default still sends. */
const filteredAfter = 10

/** A port as both protocols see it. */
export abstract class TreePort {
  /** The best that was heard on the port's segment, or what the port itself tells there. */
  abstract readonly designated: PriorityVector
  /** Until when that is believed, and when the port is let on to the next state; Infinity: for good, never. */
  abstract readonly expiresAtMs: number
  abstract readonly nextStateAtMs: number
  settings: PortSettings
  readonly effects: PortEffects
  role: Role = 'disabled'
  state: PortState = 'blocking'
  edge: boolean
  inconsistency: Inconsistency | undefined
  inconsistentUntilMs = Infinity
  /** What was heard last, if the protocol looked at it. */
  heard: Bpdu | undefined
  sent = 0
  received = 0
  forwardTransitions = 0
  #said: Bpdu | undefined

  constructor(settings: PortSettings, effects: PortEffects) {
    this.settings = settings
    this.effects = effects
    this.edge = settings.edge
  }

  /** Whether frames may be sent now; counts what is. */
  get silent(): boolean {
    const { bpduFilter } = this.settings
    return bpduFilter === 'always' || (bpduFilter === 'edge' && this.edge && this.sent >= filteredAfter)
  }

  say(bpdu: Bpdu): void {
    if (this.silent) return
    this.sent++
    if (this.#said === undefined || !sameBpdu(this.#said, bpdu)) this.#said = bpdu
    this.effects.transmit(this.#said)
  }

  /** Says the last words again, if they are still right for these arguments; spares making a BPDU for each hello. */
  repeat(
    kind: Bpdu['kind'],
    flags: number,
    root: PriorityVector,
    messageAgeMs: number,
    times: Times,
  ): boolean {
    const said = this.#said
    if (
      said === undefined ||
      said.kind !== kind ||
      said.flags !== flags ||
      said.messageAgeMs !== messageAgeMs ||
      said.portId !== this.settings.portId ||
      said.cost !== root.cost ||
      said.rootPriority !== root.rootPriority ||
      said.rootMac !== root.rootMac ||
      said.bridgePriority !== root.bridgePriority ||
      said.bridgeMac !== root.bridgeMac ||
      !sameTimes(said, times)
    )
      return false
    if (this.silent) return true
    this.sent++
    this.effects.transmit(said)
    return true
  }

  enter(state: PortState): void {
    if (state === this.state) return
    this.state = state
    if (state === 'forwarding') this.forwardTransitions++
    this.effects.setState(state)
  }
}

export abstract class SpanningTree<P extends TreePort = TreePort> {
  bridge: BridgeSettings
  /** In the order of their ids. */
  readonly ports: P[] = []
  /** What this bridge tells: the root, its distance, itself (`portId` is 0). */
  root: PriorityVector
  rootPort: P | undefined
  /** The root's times, in force everywhere. */
  times: Times
  topologyChanges = 0
  lastTopologyChangeMs: number | undefined
  lastTopologyChangePort: P | undefined
  protected readonly effects: TreeEffects

  constructor(bridge: BridgeSettings, effects: TreeEffects) {
    this.bridge = bridge
    this.effects = effects
    this.times = bridge
    this.root = ownVector(bridge)
  }

  abstract addPort(settings: PortSettings, effects: PortEffects, nowMs: number): P
  abstract removePort(port: P, nowMs: number): void
  abstract configureBridge(bridge: BridgeSettings, nowMs: number): void
  abstract wake(nowMs: number): void
  /** When `wake` is due; Infinity when nothing waits. */
  abstract wakeAtMs(): number
  /** A BPDU that passed the guards. */
  protected abstract hear(port: P, bpdu: Bpdu, nowMs: number): void
  /** Something about the port changed: its settings (`before`) or whether it is held back. */
  protected abstract reconsider(port: P, before: PortSettings, nowMs: number): void
  /** How long what a BPDU says is believed. */
  protected abstract lifetimeMs(bpdu: Bpdu): number
  /** The topology change flag, and whether this bridge has told of a change that the root has not acknowledged. */
  abstract readonly topologyChanging: boolean
  abstract readonly changeDetected: boolean
  /** When these timers run out; Infinity: they do not run. */
  abstract timersAtMs(): { hello: number; topologyChange: number; notification: number }

  get isRoot(): boolean {
    return this.rootPort === undefined
  }

  configurePort(port: P, settings: PortSettings, nowMs: number): void {
    const before = port.settings
    port.settings = settings
    if (settings.edge !== before.edge) port.edge = settings.edge
    if (settings.portId !== before.portId) this.sortPorts()
    const { inconsistency } = port
    if ((inconsistency === 'root' || inconsistency === 'loop') && settings.guard !== inconsistency)
      this.release(port, nowMs)
    this.reconsider(port, before, nowMs)
  }

  receive(port: P, bpdu: Bpdu, nowMs: number): void {
    port.received++
    const { settings } = port
    if (settings.bpduFilter === 'always') return
    if (settings.bpduGuard) {
      port.effects.bpduGuard()
      return
    }
    if (bpdu.bridgeMac === this.bridge.mac && bpdu.portId === settings.portId && bpdu.kind !== 'notification')
      return
    port.edge = false
    if (port.inconsistency === 'loop') {
      this.release(port, nowMs)
      this.reconsider(port, settings, nowMs)
    }
    if (settings.guard === 'root' && this.claimsRoot(port, bpdu)) {
      this.hold(port, 'root', nowMs + this.lifetimeMs(bpdu), nowMs)
      return
    }
    if (port.inconsistency !== undefined && port.inconsistency !== 'root') return
    this.hear(port, bpdu, nowMs)
  }

  /** The neighbour means another VLAN or kind of port: the port is held back until that was not heard for the maximum age. */
  mismatch(port: P, reason: 'pvid' | 'peer-pvid' | 'type', nowMs: number): void {
    this.hold(port, reason, nowMs + this.times.maxAgeMs, nowMs)
  }

  protected hold(port: P, reason: Inconsistency, untilMs: number, nowMs: number): void {
    port.inconsistentUntilMs = untilMs
    const before = port.inconsistency
    if (before === reason) return
    port.inconsistency = reason
    port.effects.inconsistent(reason, before)
    this.reconsider(port, port.settings, nowMs)
  }

  protected release(port: P, _nowMs: number): void {
    const before = port.inconsistency
    port.inconsistency = undefined
    port.inconsistentUntilMs = Infinity
    port.effects.inconsistent(undefined, before)
  }

  /** Whether the bridge behind this port would be, or lead to, a better root than the port itself announces. */
  protected claimsRoot(port: P, bpdu: Bpdu): boolean {
    if (bpdu.kind === 'notification') return false
    if (bpdu.kind === 'rapid' && (bpdu.flags & bpduFlags.roleMask) !== bpduFlags.roleDesignated) return false
    return compareVectors(bpdu, { ...this.root, portId: port.settings.portId }) < 0
  }

  countTopologyChange(port: P | undefined, nowMs: number): void {
    this.topologyChanges++
    this.lastTopologyChangeMs = nowMs
    this.lastTopologyChangePort = port
  }

  protected sortPorts(): void {
    this.ports.sort((a, b) => a.settings.portId - b.settings.portId)
  }

  protected say(port: P, kind: 'configuration' | 'rapid', flags: number, messageAgeMs: number): void {
    const { root, times } = this
    if (port.repeat(kind, flags, root, messageAgeMs, times)) return
    const { maxAgeMs, helloTimeMs, forwardDelayMs } = times
    const { portId } = port.settings
    port.say({ ...root, kind, flags, portId, messageAgeMs, maxAgeMs, helloTimeMs, forwardDelayMs })
  }
}

export function ownVector({ priority, mac }: BridgeSettings): PriorityVector {
  return {
    rootPriority: priority,
    rootMac: mac,
    cost: 0,
    bridgePriority: priority,
    bridgeMac: mac,
    portId: 0,
  }
}

export function sameBpdu(a: Bpdu, b: Bpdu): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.flags === b.flags &&
      compareVectors(a, b) === 0 &&
      a.messageAgeMs === b.messageAgeMs &&
      sameTimes(a, b))
  )
}

export function sameTimes(a: Times, b: Times): boolean {
  return a.maxAgeMs === b.maxAgeMs && a.helloTimeMs === b.helloTimeMs && a.forwardDelayMs === b.forwardDelayMs
}
