/** A port of a rapid tree: the variables of IEEE 802.1D-2004, 17.19, under their names, and what is asked of BPDUs. */

import { type Bpdu, bpduFlags } from '../../wire/bpdu.ts'
import type { PriorityVector } from './priority-vector.ts'
import { type PortEffects, type PortSettings, type Role, TreePort } from './spanning-tree.ts'

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
}

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

export const timesAreSame = (a: Bpdu, b: Bpdu): boolean =>
  a.messageAgeMs === b.messageAgeMs &&
  a.maxAgeMs === b.maxAgeMs &&
  a.helloTimeMs === b.helloTimeMs &&
  a.forwardDelayMs === b.forwardDelayMs

/** The number of a port without its priority. */
export const sameNumber = (a: PriorityVector, b: PriorityVector): boolean =>
  (a.portId & 0xfff) === (b.portId & 0xfff)
