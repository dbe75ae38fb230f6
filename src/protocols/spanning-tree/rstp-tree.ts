/**
 * Rapid spanning tree, IEEE 802.1D-2004 clause 17, for one tree of one bridge: its ports, its hellos and what is sent. The
 * clause's state machines stand in the modules beside; a change runs them over all ports until nothing moves. Variables
 * carry the clause's names (`synced`, `reRoot`, `tcWhile` as the time until which it runs).
 *
 * Otherwise than in the clause: worse news from a bridge on one port end what it said on others. And as on Catalysts: a port
 * without an agreeing neighbour waits two forward delays, again after each new root (the clause takes its silence for an
 * agreement); hellos of all ports leave together; edge ports are those that PortFast makes, nothing is detected.
 */

import { type Bpdu, bpduFlags, notificationBpdu } from '../../wire/bpdu.ts'
import { lifetimeMs, migrate, receiveInformation } from './rstp-information.ts'
import { isPlain, migrateTimeMs, type RstpBridge, RstpPort, roleFlags } from './rstp-port.ts'
import { selectRoles } from './rstp-role-selection.ts'
import { stepRole } from './rstp-role-transitions.ts'
import { stepTopologyChange } from './rstp-topology-change.ts'
import {
  type BridgeSettings,
  type PortEffects,
  type PortSettings,
  SpanningTree,
  sameBpdu,
} from './spanning-tree.ts'

const transmitHoldCount = 6

export class RstpTree extends SpanningTree<RstpPort> implements RstpBridge {
  messageAgeMs = 0
  reselect = false
  #helloAtMs = Infinity

  get topologyChanging(): boolean {
    return this.ports.some(({ tcUntilMs }) => tcUntilMs !== 0)
  }

  addPort(settings: PortSettings, effects: PortEffects, nowMs: number): RstpPort {
    const port = new RstpPort(settings, effects, { ...this.root, portId: settings.portId })
    port.mdelayUntilMs = nowMs + migrateTimeMs
    port.fdUntilMs = nowMs + this.times.forwardDelayMs
    this.ports.push(port)
    this.sortPorts()
    if (this.#helloAtMs === Infinity) this.#helloAtMs = nowMs + this.times.helloTimeMs
    this.reselect = true
    this.#settle(nowMs)
    return port
  }

  removePort(port: RstpPort, nowMs: number): void {
    const at = this.ports.indexOf(port)
    if (at < 0) return
    this.ports.splice(at, 1)
    port.role = 'disabled'
    port.enter('blocking')
    port.effects.flush()
    if (this.ports.length === 0) this.#helloAtMs = Infinity
    this.reselect = true
    this.#settle(nowMs)
  }

  configureBridge(bridge: BridgeSettings, nowMs: number): void {
    this.bridge = bridge
    this.reselect = true
    this.#settle(nowMs)
  }

  /** `clear spanning-tree detected-protocols`: tries rapid BPDUs again. */
  checkMigration(port: RstpPort, nowMs: number): void {
    port.sendRstp = true
    port.newInfo = true
    port.mdelayUntilMs = nowMs + migrateTimeMs
    this.#settle(nowMs)
  }

  readonly changeDetected = false

  timersAtMs(): { hello: number; topologyChange: number; notification: number } {
    return { hello: this.#helloAtMs, topologyChange: Infinity, notification: Infinity }
  }

  wakeAtMs(): number {
    let at = this.#helloAtMs
    for (const port of this.ports) at = Math.min(at, port.wakeAtMs)
    return at
  }

  wake(nowMs: number): void {
    let due = false
    for (const port of this.ports) {
      if (port.rcvdInfoUntilMs <= nowMs) {
        this.#age(port, nowMs)
        due = true
      }
      if (port.inconsistentUntilMs <= nowMs) {
        this.release(port, nowMs)
        due = true
      }
      if (port.endTimers(nowMs)) due = true
    }
    if (due) this.#settle(nowMs)
    if (this.#helloAtMs <= nowMs) {
      this.#helloAtMs = nowMs + this.times.helloTimeMs
      for (const port of this.ports)
        if (port.role === 'designated' || (port.role === 'root' && port.tcUntilMs !== 0)) port.newInfo = true
    }
    for (const port of this.ports) if (port.newInfo) this.#transmit(port, nowMs)
  }

  #age(port: RstpPort, nowMs: number): void {
    const silenced = port.settings.guard === 'loop' && port.role !== 'designated'
    port.age()
    this.reselect = true
    if (silenced) this.hold(port, 'loop', Infinity, nowMs)
  }

  protected override release(port: RstpPort, nowMs: number): void {
    port.fdUntilMs = nowMs + this.times.forwardDelayMs
    super.release(port, nowMs)
  }

  protected lifetimeMs(bpdu: Bpdu): number {
    return lifetimeMs(bpdu)
  }

  protected reconsider(port: RstpPort, before: PortSettings, nowMs: number): void {
    if (port.inconsistency !== undefined) {
      port.age()
      port.agreed = port.proposed = port.proposing = false
    }
    if (!before.edge && port.edge) port.newInfo = true
    this.reselect = true
    this.#settle(nowMs)
  }

  protected hear(port: RstpPort, bpdu: Bpdu, nowMs: number): void {
    // What an idle network says every two seconds: only its age is new.
    if (
      port.heard !== undefined &&
      port.infoIs === 'received' &&
      isPlain(bpdu, port.sendRstp) &&
      sameBpdu(bpdu, port.heard)
    ) {
      port.rcvdInfoUntilMs = nowMs + this.lifetimeMs(bpdu)
      return
    }
    port.heard = undefined
    migrate(port, bpdu, nowMs)
    receiveInformation(this, port, bpdu, nowMs)
    this.#settle(nowMs)
  }

  #settle(nowMs: number): void {
    for (let moves = 0, moved = true; moved; moves++) {
      if (moves > 10_000) throw new Error('rapid spanning tree does not come to rest')
      if (this.reselect) selectRoles(this)
      moved = false
      for (const port of this.ports) if (stepRole(this, port, nowMs)) moved = true
      for (const port of this.ports) if (stepTopologyChange(this, port, nowMs)) moved = true
    }
    for (const port of this.ports) if (port.newInfo) this.#transmit(port, nowMs)
  }

  /** Port transmit machine (17.26). */
  #transmit(port: RstpPort, nowMs: number): void {
    const passed = Math.floor((nowMs - port.txSinceMs) / 1000)
    if (passed > 0) {
      port.txCount = Math.max(0, port.txCount - passed)
      port.txSinceMs += passed * 1000
    }
    if (port.txCount >= transmitHoldCount) return
    port.newInfo = false
    const changing = port.tcUntilMs !== 0 ? bpduFlags.topologyChange : 0
    if (port.sendRstp) {
      const flags =
        changing |
        roleFlags[port.role] |
        (port.proposing && !port.forward ? bpduFlags.proposal : 0) |
        (port.learn ? bpduFlags.learning : 0) |
        (port.forward ? bpduFlags.forwarding : 0) |
        (port.agree && port.role !== 'designated' ? bpduFlags.agreement : 0)
      this.say(port, 'rapid', flags, this.messageAgeMs)
    } else if (port.role === 'root') {
      port.say(notificationBpdu)
    } else if (port.role === 'designated') {
      const flags = changing | (port.tcAck ? bpduFlags.topologyChangeAcknowledgement : 0)
      this.say(port, 'configuration', flags, this.messageAgeMs)
    } else return
    port.txCount++
    port.tcAck = false
  }
}
