/** A port of a rapid tree: the variables of IEEE 802.1D-2004, 17.19, under their names, and what is asked of BPDUs. */

import { type Bpdu, bpduFlags } from '../../wire/bpdu.ts'
import type { PriorityVector } from './priority-vector.ts'
import {
  type BridgeSettings,
  type PortEffects,
  type PortSettings,
  type Role,
  type Times,
  TreePort,
} from './spanning-tree.ts'

export class RstpPort extends TreePort {
  /** The port priority vector, and the message that it was recorded from. */
  priority: PriorityVector
  recorded: Bpdu | undefined
  infoIs: 'aged' | 'mine' | 'received' = 'aged'
  selectedRole: Role = 'disabled'
  sendRstp = true
  proposed = false
  proposing = false
  agree = false
  agreed = false
  disputed = false
  sync = false
  synced = false
  reRoot = false
  learn = false
  forward = false
  newInfo = false
  tcProp = false
  tcAck = false
  /** Whether a topology change is looked for: the port carries frames, or did. */
  active = false
  rcvdInfoUntilMs = Infinity
  fdUntilMs = 0
  rrUntilMs = 0
  rbUntilMs = 0
  tcUntilMs = 0
  tcHeardMs = -Infinity
  mdelayUntilMs = 0
  txCount = 0
  txSinceMs = 0

  constructor(settings: PortSettings, effects: PortEffects, priority: PriorityVector) {
    super(settings, effects)
    this.priority = priority
  }

  get designated(): PriorityVector {
    return this.priority
  }

  get expiresAtMs(): number {
    return this.rcvdInfoUntilMs
  }

  get nextStateAtMs(): number {
    const waits = !this.forward && (this.role === 'root' || this.role === 'designated')
    return waits && this.fdUntilMs !== 0 ? this.fdUntilMs : Infinity
  }

  /** When something on this port falls due; Infinity: nothing. */
  get wakeAtMs(): number {
    let at = Math.min(this.rcvdInfoUntilMs, this.inconsistentUntilMs, this.nextStateAtMs)
    if (this.rrUntilMs !== 0 && this.rrUntilMs < at) at = this.rrUntilMs
    if (this.rbUntilMs !== 0 && this.rbUntilMs < at) at = this.rbUntilMs
    if (this.tcUntilMs !== 0 && this.tcUntilMs < at) at = this.tcUntilMs
    if (this.newInfo && this.txSinceMs + 1000 < at) at = this.txSinceMs + 1000
    return at
  }

  /** Port timers machine (17.22): stops the timers that have run out; true when roles and states may follow from it. */
  endTimers(nowMs: number): boolean {
    let due = false
    if (this.tcUntilMs !== 0 && this.tcUntilMs <= nowMs) this.tcUntilMs = 0
    if (this.fdUntilMs !== 0 && this.fdUntilMs <= nowMs) {
      this.fdUntilMs = 0
      due = true
    }
    if (this.rrUntilMs !== 0 && this.rrUntilMs <= nowMs) {
      this.rrUntilMs = 0
      due = true
    }
    if (this.rbUntilMs !== 0 && this.rbUntilMs <= nowMs) {
      this.rbUntilMs = 0
      due = true
    }
    return due
  }

  /** What was received is believed no longer. */
  age(): void {
    this.infoIs = 'aged'
    this.rcvdInfoUntilMs = Infinity
  }
}

/** The variables of a bridge (17.18), as the machines of its ports use them. */
export interface RstpBridge {
  readonly bridge: BridgeSettings
  readonly ports: readonly RstpPort[]
  root: PriorityVector
  rootPort: RstpPort | undefined
  times: Times
  /** How old what the root said is when this bridge passes it on. */
  messageAgeMs: number
  /** Roles have to be selected again. */
  reselect: boolean
  countTopologyChange(port: RstpPort, nowMs: number): void
}

/** How long the protocol of a port is left as it is. */
export const migrateTimeMs = 3000

/** A port's role in the flags octet. */
export const roleFlags: Record<Role, number> = {
  disabled: 0,
  root: bpduFlags.roleRoot,
  designated: bpduFlags.roleDesignated,
  alternate: bpduFlags.roleAlternate,
  backup: bpduFlags.roleAlternate,
}

export const isProposal = (bpdu: Bpdu): boolean =>
  bpdu.kind === 'rapid' && (bpdu.flags & bpduFlags.proposal) !== 0

/** Nothing but a designated port's repetition, in the protocol that is spoken here. */
export function isPlain(bpdu: Bpdu, sendRstp: boolean): boolean {
  if (bpdu.kind === 'configuration') return !sendRstp && bpdu.flags === 0
  return (
    bpdu.kind === 'rapid' &&
    sendRstp &&
    (bpdu.flags & (bpduFlags.proposal | bpduFlags.topologyChange)) === 0 &&
    (bpdu.flags & bpduFlags.roleMask) === bpduFlags.roleDesignated
  )
}

/** The number of a port without its priority. */
export const sameNumber = (a: PriorityVector, b: PriorityVector): boolean =>
  (a.portId & 0xfff) === (b.portId & 0xfff)
