/**
 * Rapid spanning tree, IEEE 802.1D-2004 clause 17, for one tree of one bridge. The clause's state machines stand here under
 * their names; a change runs them over all ports until nothing moves. Variables carry the clause's names (`synced`,
 * `reRoot`, `tcWhile` as the time until which it runs).
 *
 * Otherwise than in the clause: worse news from a bridge on one port end what it said on others. And as on Catalysts: a port
 * without an agreeing neighbour waits two forward delays, again after each new root (the clause takes its silence for an
 * agreement); hellos of all ports leave together; edge ports are those that PortFast makes, nothing is detected.
 */

import { type Bpdu, bpduFlags, notificationBpdu } from '../../wire/bpdu.ts'
import { comparePaths, compareVectors } from './priority-vector.ts'
import { isPlain, isProposal, RstpPort, roleFlags, sameNumber, timesAreSame } from './rstp-port.ts'
import {
  type BridgeSettings,
  ownVector,
  type PortEffects,
  type PortSettings,
  SpanningTree,
  sameBpdu,
} from './spanning-tree.ts'

const migrateTimeMs = 3000
const transmitHoldCount = 6

export class RstpTree extends SpanningTree<RstpPort> {
  #messageAgeMs = 0
  #helloAtMs = Infinity
  #reselect = false

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
    this.#reselect = true
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
    this.#reselect = true
    this.#settle(nowMs)
  }

  configureBridge(bridge: BridgeSettings, nowMs: number): void {
    this.bridge = bridge
    this.#reselect = true
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
    for (const port of this.ports) {
      if (port.rcvdInfoUntilMs < at) at = port.rcvdInfoUntilMs
      if (port.inconsistentUntilMs < at) at = port.inconsistentUntilMs
      if (port.nextStateAtMs < at) at = port.nextStateAtMs
      if (port.rrUntilMs !== 0 && port.rrUntilMs < at) at = port.rrUntilMs
      if (port.rbUntilMs !== 0 && port.rbUntilMs < at) at = port.rbUntilMs
      if (port.tcUntilMs !== 0 && port.tcUntilMs < at) at = port.tcUntilMs
      if (port.newInfo && port.txSinceMs + 1000 < at) at = port.txSinceMs + 1000
    }
    return at
  }

  wake(nowMs: number): void {
    let due = false
    for (const port of this.ports) {
      if (port.rcvdInfoUntilMs <= nowMs) due = this.#age(port, nowMs)
      if (port.inconsistentUntilMs <= nowMs) {
        this.release(port, nowMs)
        due = true
      }
      if (port.tcUntilMs !== 0 && port.tcUntilMs <= nowMs) port.tcUntilMs = 0
      if (port.fdUntilMs !== 0 && port.fdUntilMs <= nowMs) {
        port.fdUntilMs = 0
        due = true
      }
      if (port.rrUntilMs !== 0 && port.rrUntilMs <= nowMs) {
        port.rrUntilMs = 0
        due = true
      }
      if (port.rbUntilMs !== 0 && port.rbUntilMs <= nowMs) {
        port.rbUntilMs = 0
        due = true
      }
    }
    if (due) this.#settle(nowMs)
    if (this.#helloAtMs <= nowMs) {
      this.#helloAtMs = nowMs + this.times.helloTimeMs
      for (const port of this.ports)
        if (port.role === 'designated' || (port.role === 'root' && port.tcUntilMs !== 0)) port.newInfo = true
    }
    for (const port of this.ports) if (port.newInfo) this.#transmit(port, nowMs)
  }

  protected override release(port: RstpPort, nowMs: number): void {
    port.fdUntilMs = nowMs + this.times.forwardDelayMs
    super.release(port, nowMs)
  }

  protected lifetimeMs(bpdu: Bpdu): number {
    return bpdu.messageAgeMs + 1000 <= bpdu.maxAgeMs ? 3 * bpdu.helloTimeMs : 0
  }

  protected reconsider(port: RstpPort, before: PortSettings, nowMs: number): void {
    if (port.inconsistency !== undefined) {
      port.infoIs = 'aged'
      port.rcvdInfoUntilMs = Infinity
      port.agreed = port.proposed = port.proposing = false
    }
    if (!before.edge && port.edge) port.newInfo = true
    this.#reselect = true
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
    this.#migrate(port, bpdu, nowMs)
    this.#portInformation(port, bpdu, nowMs)
    this.#settle(nowMs)
  }

  /** Port protocol migration machine. */
  #migrate(port: RstpPort, bpdu: Bpdu, nowMs: number): void {
    const isRapid = bpdu.kind === 'rapid'
    if (isRapid === port.sendRstp || port.mdelayUntilMs > nowMs) return
    port.sendRstp = isRapid
    port.mdelayUntilMs = nowMs + migrateTimeMs
  }

  /** Port information machine: rcvInfo() and the states that follow from it. */
  #portInformation(port: RstpPort, bpdu: Bpdu, nowMs: number): void {
    if (bpdu.kind === 'notification') {
      this.#heardChange(port, true, nowMs)
      return
    }
    const role = bpdu.kind === 'configuration' ? bpduFlags.roleDesignated : bpdu.flags & bpduFlags.roleMask
    const changes = (bpdu.flags & bpduFlags.topologyChange) !== 0
    if (role !== bpduFlags.roleDesignated) {
      if (role === 0 || compareVectors(bpdu, port.priority) < 0) return
      port.agreed = port.settings.pointToPoint && (bpdu.flags & bpduFlags.agreement) !== 0
      if (port.agreed) port.proposing = false
      if (changes) this.#heardChange(port, false, nowMs)
      return
    }
    const difference = compareVectors(bpdu, port.priority)
    const samePort = bpdu.bridgeMac === port.priority.bridgeMac && sameNumber(bpdu, port.priority)
    const { recorded } = port
    const sameTimes = port.infoIs === 'received' && recorded !== undefined && timesAreSame(bpdu, recorded)
    if (difference === 0 && sameTimes) {
      port.proposed ||= isProposal(bpdu)
    } else if (difference < 0 || samePort || (difference === 0 && !sameTimes)) {
      port.agreed = port.proposing = false
      port.proposed ||= isProposal(bpdu)
      // betterorsameInfo(Received)
      port.agree &&= port.infoIs === 'received' && difference <= 0
      if (difference > 0) this.#forgetOlder(port, bpdu)
      const { rootPriority, rootMac, cost, bridgePriority, bridgeMac, portId } = bpdu
      port.priority = { rootPriority, rootMac, cost, bridgePriority, bridgeMac, portId }
      port.recorded = bpdu
      port.infoIs = 'received'
      this.#reselect = true
    } else {
      if (bpdu.kind === 'rapid' && (bpdu.flags & bpduFlags.learning) !== 0 && port.settings.pointToPoint) {
        port.agreed = false
        port.disputed = true
      }
      return
    }
    port.heard = bpdu
    port.rcvdInfoUntilMs = nowMs + this.lifetimeMs(bpdu)
    if ((bpdu.flags & bpduFlags.topologyChangeAcknowledgement) !== 0) port.tcUntilMs = 0
    if (changes) this.#heardChange(port, false, nowMs)
  }

  /**
   * A bridge that lost its root says so on all ports, one after the other. What it said before on parallel links is no way
   * to that root: without this the dead root would be passed around between the two until its age has grown too high.
   */
  #forgetOlder(port: RstpPort, bpdu: Bpdu): void {
    for (const other of this.ports) {
      if (other === port || other.infoIs !== 'received' || other.priority.bridgeMac !== bpdu.bridgeMac)
        continue
      const { portId } = other.priority
      if (compareVectors(other.priority, { ...bpdu, portId }) >= 0) continue
      other.infoIs = 'aged'
      other.rcvdInfoUntilMs = Infinity
    }
  }

  #age(port: RstpPort, nowMs: number): true {
    const silenced = port.settings.guard === 'loop' && port.role !== 'designated'
    port.infoIs = 'aged'
    port.rcvdInfoUntilMs = Infinity
    this.#reselect = true
    if (silenced) this.hold(port, 'loop', Infinity, nowMs)
    return true
  }

  #settle(nowMs: number): void {
    for (let moves = 0, moved = true; moved; moves++) {
      if (moves > 10_000) throw new Error('rapid spanning tree does not come to rest')
      if (this.#reselect) this.#selectRoles()
      moved = false
      for (const port of this.ports) if (this.#portRole(port, nowMs)) moved = true
      for (const port of this.ports) if (this.#topologyChange(port, nowMs)) moved = true
    }
    for (const port of this.ports) if (port.newInfo) this.#transmit(port, nowMs)
  }

  /** Port role selection machine, and UPDATE of the port information machine. */
  #selectRoles(): void {
    this.#reselect = false
    const own = ownVector(this.bridge)
    let best: RstpPort | undefined
    for (const port of this.ports) {
      const { priority } = port
      if (port.infoIs !== 'received' || priority.bridgeMac === own.bridgeMac) continue
      if ((priority.rootPriority - own.rootPriority || priority.rootMac - own.rootMac) >= 0) continue
      if (
        best === undefined ||
        comparePaths(priority, port.settings.cost, best.priority, best.settings.cost) < 0
      )
        best = port
    }
    this.rootPort = best
    this.root = own
    this.times = this.bridge
    this.#messageAgeMs = 0
    if (best !== undefined) {
      const { rootPriority, rootMac, cost } = best.priority
      this.root = { ...own, rootPriority, rootMac, cost: cost + best.settings.cost }
      if (best.recorded !== undefined) {
        this.times = best.recorded
        this.#messageAgeMs = best.recorded.messageAgeMs + 1000
      }
    }
    for (const port of this.ports) this.#selectRole(port)
  }

  #selectRole(port: RstpPort): void {
    const designated = { ...this.root, portId: port.settings.portId }
    if (port.infoIs === 'received') {
      if (port === this.rootPort) {
        port.selectedRole = 'root'
        return
      }
      if (compareVectors(designated, port.priority) >= 0) {
        port.selectedRole = port.priority.bridgeMac === this.bridge.mac ? 'backup' : 'alternate'
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

  /** Port role transitions machine with the port state transition machine. True when something moved. */
  #portRole(port: RstpPort, nowMs: number): boolean {
    if (port.role !== port.selectedRole) {
      this.#changeRole(port, nowMs)
      return true
    }
    switch (port.role) {
      case 'root':
        return this.#rootRole(port, nowMs)
      case 'designated':
        return this.#designatedRole(port, nowMs)
      default:
        return this.#blockedRole(port)
    }
  }

  #changeRole(port: RstpPort, nowMs: number): void {
    const before = port.role
    const { times } = this
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

  #rootRole(port: RstpPort, nowMs: number): boolean {
    if (port.proposed && !port.agree) return this.#setSyncTree(port)
    if ((!port.agree && this.#allSynced(port)) || (port.proposed && port.agree)) {
      port.proposed = port.sync = false
      port.agree = port.newInfo = true
      return true
    }
    if (!port.forward && !port.reRoot) {
      for (const other of this.ports) other.reRoot = true
      return true
    }
    if (port.reRoot && port.forward) {
      port.reRoot = false
      return true
    }
    const reRooted = this.ports.every((other) => other === port || other.rrUntilMs === 0)
    return port.fdUntilMs <= nowMs || (reRooted && port.rbUntilMs === 0) ? this.#advance(port, nowMs) : false
  }

  #designatedRole(port: RstpPort, nowMs: number): boolean {
    if (port.inconsistency !== undefined) {
      if (port.learn || port.forward) {
        this.#discard(port, nowMs)
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
    if (
      ((port.sync && !port.synced) || (port.reRoot && port.rrUntilMs !== 0) || port.disputed) &&
      !port.edge
    ) {
      const carried = port.learn || port.forward
      if (carried || port.disputed) this.#discard(port, nowMs)
      if (carried) return true
    }
    port.disputed = false
    if (port.sync || port.reRoot || port.inconsistency !== undefined) return false
    return port.fdUntilMs <= nowMs || port.agreed || port.edge ? this.#advance(port, nowMs) : false
  }

  #blockedRole(port: RstpPort): boolean {
    port.sync = port.reRoot = false
    port.synced = true
    if (port.proposed && !port.agree) return this.#setSyncTree(port)
    if ((!port.agree && this.#allSynced(port)) || (port.proposed && port.agree)) {
      port.proposed = false
      port.agree = port.newInfo = true
      return true
    }
    return false
  }

  #setSyncTree(port: RstpPort): true {
    port.proposed = false
    for (const other of this.ports) if (other.role === 'designated') other.sync = true
    return true
  }

  #allSynced(port: RstpPort): boolean {
    return this.ports.every(
      (other) =>
        other.role === other.selectedRole && (other === port || other.role === 'root' || other.synced),
    )
  }

  #advance(port: RstpPort, nowMs: number): boolean {
    if (port.forward) return false
    if (!port.learn) {
      port.learn = true
      port.fdUntilMs = nowMs + this.times.forwardDelayMs
      // A port that may go on at once is not seen learning.
      if (!this.#mayGoOn(port)) port.enter('learning')
      return true
    }
    port.forward = true
    port.fdUntilMs = 0
    port.enter('forwarding')
    return true
  }

  #mayGoOn(port: RstpPort): boolean {
    if (port.role === 'designated') return port.agreed || port.edge
    return port.rbUntilMs === 0 && this.ports.every((other) => other === port || other.rrUntilMs === 0)
  }

  #discard(port: RstpPort, nowMs: number): void {
    port.learn = port.forward = port.disputed = false
    port.fdUntilMs = nowMs + this.times.forwardDelayMs
    port.enter('blocking')
  }

  /** Topology change machine, but for what is heard. */
  #topologyChange(port: RstpPort, nowMs: number): boolean {
    const carries = port.role === 'root' || port.role === 'designated'
    if (!port.active) {
      if (!carries || !port.forward || port.edge) return false
      port.active = true
      this.countTopologyChange(port, nowMs)
      this.#startChange(port, nowMs)
      this.#propagate(port)
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
    this.#startChange(port, nowMs)
    port.effects.flush()
    return true
  }

  #heardChange(port: RstpPort, notification: boolean, nowMs: number): void {
    if (!port.active) return
    if (notification) this.#startChange(port, nowMs)
    if (port.role === 'designated') port.tcAck = !port.sendRstp
    // A change is told several times; it is one change.
    if (nowMs - port.tcHeardMs > this.times.helloTimeMs + 1000) this.countTopologyChange(port, nowMs)
    port.tcHeardMs = nowMs
    this.#propagate(port)
  }

  #propagate(port: RstpPort): void {
    for (const other of this.ports) if (other !== port && other.active) other.tcProp = true
  }

  #startChange(port: RstpPort, nowMs: number): void {
    if (port.tcUntilMs !== 0) return
    const { helloTimeMs, maxAgeMs, forwardDelayMs } = this.times
    port.tcUntilMs = nowMs + (port.sendRstp ? helloTimeMs + 1000 : maxAgeMs + forwardDelayMs)
    if (port.sendRstp) port.newInfo = true
  }

  /** Port transmit machine. */
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
      this.say(port, 'rapid', flags, this.#messageAgeMs)
    } else if (port.role === 'root') {
      port.say(notificationBpdu)
    } else if (port.role === 'designated') {
      const flags = changing | (port.tcAck ? bpduFlags.topologyChangeAcknowledgement : 0)
      this.say(port, 'configuration', flags, this.#messageAgeMs)
    } else return
    port.txCount++
    port.tcAck = false
  }
}
