/**
 * Spanning tree of IEEE 802.1D-1998, clause 8, for one tree of one bridge: the root sends hellos and the others pass them on,
 * ports wait in listening and learning, a topology change is reported to the root and shortens the aging of addresses.
 *
 * A port that PortFast made an edge port forwards at once and makes no topology change, as on Catalysts. A forwarding port
 * that goes away is one. Message age grows by a second a bridge, and by the time since the root was heard.
 */

import { type Bpdu, bpduFlags, notificationBpdu } from '../../wire/bpdu.ts'
import { compareVectors, type PriorityVector, vectorOf } from './priority-vector.ts'
import { selectRoot } from './root-selection.ts'
import {
  type BridgeSettings,
  type PortEffects,
  type PortSettings,
  SpanningTree,
  sameTimes,
  TreePort,
} from './spanning-tree.ts'

const holdTimeMs = 1000
const messageAgeIncrementMs = 1000

export class StpPort extends TreePort {
  designated: PriorityVector
  messageAgeMs = 0
  heardAtMs = 0
  expiresAtMs = Infinity
  nextStateAtMs = Infinity
  holdUntilMs = 0
  pending = false
  acknowledge = false

  constructor(settings: PortSettings, effects: PortEffects, designated: PriorityVector) {
    super(settings, effects)
    this.designated = designated
  }
}

export class StpTree extends SpanningTree<StpPort> {
  topologyChanging = false
  changeDetected = false
  #helloAtMs = Infinity
  #notifyAtMs = Infinity
  #changeUntilMs = Infinity

  addPort(settings: PortSettings, effects: PortEffects, nowMs: number): StpPort {
    const port = new StpPort(settings, effects, { ...this.root, portId: settings.portId })
    this.ports.push(port)
    this.sortPorts()
    if (this.isRoot && this.#helloAtMs === Infinity) this.#helloAtMs = nowMs + this.times.helloTimeMs
    this.#update(nowMs)
    if (port.role === 'designated') this.#tell(port, nowMs)
    return port
  }

  removePort(port: StpPort, nowMs: number): void {
    const at = this.ports.indexOf(port)
    if (at < 0) return
    this.ports.splice(at, 1)
    const carried = port.state === 'forwarding' || port.state === 'learning'
    const changes = this.topologyChanges
    port.role = 'disabled'
    port.enter('blocking')
    this.#update(nowMs)
    if (carried && !port.edge && this.topologyChanges === changes) this.#detectChange(port, nowMs)
    if (this.ports.length === 0) this.#helloAtMs = Infinity
  }

  configureBridge(bridge: BridgeSettings, nowMs: number): void {
    const own = this.ports.filter((port) => this.#isDesignated(port))
    this.bridge = bridge
    if (this.isRoot) this.times = bridge
    this.root = { ...this.root, bridgePriority: bridge.priority, bridgeMac: bridge.mac }
    for (const port of own)
      port.designated = { ...port.designated, bridgePriority: bridge.priority, bridgeMac: bridge.mac }
    this.#update(nowMs)
    this.#tellAll(nowMs)
  }

  timersAtMs(): { hello: number; topologyChange: number; notification: number } {
    return { hello: this.#helloAtMs, topologyChange: this.#changeUntilMs, notification: this.#notifyAtMs }
  }

  wakeAtMs(): number {
    let at = Math.min(this.#helloAtMs, this.#notifyAtMs, this.#changeUntilMs)
    for (const port of this.ports) {
      if (port.expiresAtMs < at) at = port.expiresAtMs
      if (port.nextStateAtMs < at) at = port.nextStateAtMs
      if (port.inconsistentUntilMs < at) at = port.inconsistentUntilMs
      if (port.pending && port.holdUntilMs < at) at = port.holdUntilMs
    }
    return at
  }

  wake(nowMs: number): void {
    for (const port of [...this.ports]) {
      if (port.expiresAtMs <= nowMs) this.#expire(port, nowMs)
      if (port.inconsistentUntilMs <= nowMs) {
        this.release(port, nowMs)
        this.#update(nowMs)
      }
      if (port.nextStateAtMs <= nowMs) this.#nextState(port, nowMs)
      if (port.pending && port.holdUntilMs <= nowMs) this.#tell(port, nowMs)
    }
    if (this.#changeUntilMs <= nowMs) {
      this.#changeUntilMs = Infinity
      this.changeDetected = false
      this.#setChanging(false)
    }
    if (this.#notifyAtMs <= nowMs) this.#notify(nowMs)
    if (this.#helloAtMs <= nowMs) {
      this.#helloAtMs = nowMs + this.times.helloTimeMs
      this.#tellAll(nowMs)
    }
  }

  protected lifetimeMs(bpdu: Bpdu): number {
    return Math.max(0, bpdu.maxAgeMs - bpdu.messageAgeMs)
  }

  protected reconsider(port: StpPort, before: PortSettings, nowMs: number): void {
    if (before.portId !== port.settings.portId && port.role === 'designated')
      port.designated = { ...port.designated, portId: port.settings.portId }
    // What a port that is held back has heard counts no longer.
    if (port.inconsistency !== undefined) this.#becomeDesignated(port)
    this.#update(nowMs)
    if (port.edge && port.nextStateAtMs < Infinity) {
      port.nextStateAtMs = Infinity
      port.enter('forwarding')
    }
  }

  protected hear(port: StpPort, bpdu: Bpdu, nowMs: number): void {
    if (bpdu.kind === 'notification') {
      if (port.role !== 'designated') return
      this.#detectChange(port, nowMs)
      port.acknowledge = true
      this.#tell(port, nowMs)
      return
    }
    // A type that a bridge of 1998 does not know; its own words then turn the neighbour to the old protocol.
    if (bpdu.kind === 'rapid' || bpdu.messageAgeMs >= bpdu.maxAgeMs) return
    if (!this.#supersedes(port, bpdu)) {
      if (port.role === 'designated') this.#tell(port, nowMs)
      return
    }
    const known = compareVectors(bpdu, port.designated) === 0 && !this.#isDesignated(port)
    if (!known) port.designated = vectorOf(bpdu)
    port.heard = bpdu
    port.messageAgeMs = bpdu.messageAgeMs
    port.heardAtMs = nowMs
    port.expiresAtMs = nowMs + this.lifetimeMs(bpdu)
    if (!known) this.#update(nowMs)
    if (port !== this.rootPort) return
    if (!sameTimes(this.times, bpdu)) {
      const { maxAgeMs, helloTimeMs, forwardDelayMs } = bpdu
      this.times = { maxAgeMs, helloTimeMs, forwardDelayMs }
    }
    this.#setChanging((bpdu.flags & bpduFlags.topologyChange) !== 0)
    this.#tellAll(nowMs)
    if ((bpdu.flags & bpduFlags.topologyChangeAcknowledgement) !== 0) {
      this.changeDetected = false
      this.#notifyAtMs = Infinity
    }
  }

  /** 8.6.2.2. What a worse message of the same bridge says waits until the better one has aged. */
  #supersedes(port: StpPort, bpdu: Bpdu): boolean {
    const { designated } = port
    const sameBridge =
      bpdu.bridgePriority === designated.bridgePriority && bpdu.bridgeMac === designated.bridgeMac
    const byPort = compareVectors(bpdu, designated)
    if (byPort <= 0) return true
    const sameRoot =
      bpdu.rootPriority === designated.rootPriority &&
      bpdu.rootMac === designated.rootMac &&
      bpdu.cost === designated.cost
    return sameRoot && sameBridge && bpdu.bridgeMac !== this.bridge.mac
  }

  #isDesignated(port: StpPort): boolean {
    const { designated, settings } = port
    return (
      designated.bridgeMac === this.bridge.mac &&
      designated.bridgePriority === this.bridge.priority &&
      designated.portId === settings.portId
    )
  }

  #becomeDesignated(port: StpPort): void {
    port.designated = { ...this.root, portId: port.settings.portId }
    port.expiresAtMs = Infinity
  }

  /** Root selection, designated port selection, port states (8.6.8 to 8.6.11), and what follows from being root or not. */
  #update(nowMs: number): void {
    const wasRoot = this.isRoot
    const { rootPort: portBefore } = this
    const isHeard = (port: StpPort): boolean => port.inconsistency === undefined && !this.#isDesignated(port)
    const { root, rootPort } = selectRoot(this.bridge, this.ports, isHeard)
    this.root = root
    this.rootPort = rootPort
    for (const port of this.ports) {
      const { designated } = port
      if (
        this.#isDesignated(port) ||
        designated.rootPriority !== this.root.rootPriority ||
        designated.rootMac !== this.root.rootMac ||
        compareVectors({ ...this.root, portId: port.settings.portId }, designated) < 0
      )
        this.#becomeDesignated(port)
    }
    for (const port of this.ports) this.#selectState(port, nowMs)
    if (this.isRoot && !wasRoot) {
      this.times = this.bridge
      this.#notifyAtMs = Infinity
      this.#detectChange(portBefore, nowMs)
      this.#helloAtMs = nowMs + this.times.helloTimeMs
      this.#tellAll(nowMs)
    } else if (wasRoot && !this.isRoot) {
      this.#helloAtMs = Infinity
      this.#changeUntilMs = Infinity
      if (this.changeDetected) this.#notify(nowMs)
    }
  }

  #selectState(port: StpPort, nowMs: number): void {
    if (port === this.rootPort) port.role = 'root'
    else if (this.#isDesignated(port)) port.role = 'designated'
    else port.role = port.designated.bridgeMac === this.bridge.mac ? 'backup' : 'alternate'
    if (port.role !== 'designated') port.pending = port.acknowledge = false
    const mayForward = port.role === 'root' || port.role === 'designated'
    if (!mayForward || port.inconsistency !== undefined) {
      if (port.state === 'blocking') return
      const carried = port.state !== 'listening'
      port.nextStateAtMs = Infinity
      port.enter('blocking')
      if (carried && !port.edge) this.#detectChange(port, nowMs)
    } else if (port.state === 'blocking') {
      if (port.edge) {
        port.enter('forwarding')
        return
      }
      port.nextStateAtMs = nowMs + this.times.forwardDelayMs
      port.enter('listening')
    }
  }

  #nextState(port: StpPort, nowMs: number): void {
    if (port.state === 'listening') {
      port.nextStateAtMs = nowMs + this.times.forwardDelayMs
      port.enter('learning')
      return
    }
    port.nextStateAtMs = Infinity
    port.enter('forwarding')
    if (this.ports.some(({ role }) => role === 'designated')) this.#detectChange(port, nowMs)
  }

  #expire(port: StpPort, nowMs: number): void {
    const silenced = port.settings.guard === 'loop' && port.role !== 'designated'
    this.#becomeDesignated(port)
    if (silenced) this.hold(port, 'loop', Infinity, nowMs)
    else this.#update(nowMs)
  }

  #detectChange(port: StpPort | undefined, nowMs: number): void {
    this.countTopologyChange(port, nowMs)
    if (this.isRoot) {
      this.#changeUntilMs = nowMs + this.times.maxAgeMs + this.times.forwardDelayMs
      this.#setChanging(true)
    } else if (!this.changeDetected) this.#notify(nowMs)
    this.changeDetected = true
  }

  #setChanging(on: boolean): void {
    if (on === this.topologyChanging) return
    this.topologyChanging = on
    this.effects.fastAging(on, this.times.forwardDelayMs)
  }

  #notify(nowMs: number): void {
    if (this.rootPort === undefined) return
    this.#notifyAtMs = nowMs + this.bridge.helloTimeMs
    this.rootPort.say(notificationBpdu)
  }

  #tellAll(nowMs: number): void {
    for (const port of this.ports) if (port.role === 'designated') this.#tell(port, nowMs)
  }

  #tell(port: StpPort, nowMs: number): void {
    if (port.holdUntilMs > nowMs) {
      port.pending = true
      return
    }
    port.pending = false
    const { rootPort } = this
    const messageAgeMs =
      rootPort === undefined
        ? 0
        : rootPort.messageAgeMs +
          messageAgeIncrementMs +
          Math.floor((nowMs - rootPort.heardAtMs) / 1000) * 1000
    if (messageAgeMs >= this.times.maxAgeMs) return
    const flags =
      (this.topologyChanging ? bpduFlags.topologyChange : 0) |
      (port.acknowledge ? bpduFlags.topologyChangeAcknowledgement : 0)
    port.acknowledge = false
    port.holdUntilMs = nowMs + holdTimeMs
    this.say(port, 'configuration', flags, messageAgeMs)
  }
}
