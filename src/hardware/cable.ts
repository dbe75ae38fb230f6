/**
 * A cable between two ports: whether it fits, what the ends agree on, and when the link is up. An Ethernet link needs
 * sending pairs that meet receiving pairs (straight between unlike ports, crossover between like ones, unless one end finds
 * the pairs itself) and a common speed; a serial link needs a clock from its DCE end.
 * Sources: IEEE 802.3 clause 28 (negotiation, parallel detection), Catalyst command reference (mdix auto, speed, duplex).
 */

import type { Timer } from '../kernel/kernel.ts'
import type { Network } from './network.ts'
import type { Port } from './port.ts'
import type { PortRange } from './profile-types.ts'

export type CableKind = 'straight' | 'crossover' | 'fibre' | 'serial'

/** What both ends have agreed on. */
interface Agreement {
  readonly speedBps: number
  readonly duplexA: 'full' | 'half'
  readonly duplexB: 'full' | 'half'
}

/** Why two ends that are cabled find no link. */
export type Disagreement =
  | 'not enabled'
  | 'not its plug'
  | 'pairs do not meet'
  | 'no common speed'
  | 'no common duplex'
  | 'no clock'

/** From memory: how long two ends take from signal to link. */
const ethernetLinkUpMs = 2000
const serialLinkUpMs = 1000

export class Cable {
  readonly network: Network
  readonly a: Port
  readonly b: Port
  readonly kind: CableKind
  #agreement: Agreement | undefined
  #up = false
  #training: Timer | undefined
  #plugged = false

  constructor(network: Network, a: Port, b: Port, kind: CableKind) {
    this.network = network
    this.a = a
    this.b = b
    this.kind = kind
  }

  get isUp(): boolean {
    return this.#up
  }

  /** The link is up, or on its way there. */
  get willBeUp(): boolean {
    return this.#agreement !== undefined
  }

  /** Why there is no link and will be none; undefined while there is, or nothing is plugged in. */
  get disagreement(): Disagreement | undefined {
    const agreement = this.#plugged ? agree(this) : undefined
    return typeof agreement === 'string' ? agreement : undefined
  }

  otherEnd(port: Port): Port {
    return port === this.a ? this.b : this.a
  }

  plug(): void {
    this.#plugged = true
    this.a.cable = this
    this.b.cable = this
    this.evaluate()
  }

  unplug(): void {
    this.#plugged = false
    this.evaluate()
    this.a.cable = undefined
    this.b.cable = undefined
  }

  /** Looks again at both ends, after one of them changed. */
  evaluate(): void {
    const found = this.#plugged ? agree(this) : undefined
    const agreement = typeof found === 'string' ? undefined : found
    if (same(agreement, this.#agreement)) return
    this.#training?.cancel()
    this.#training = undefined
    this.#agreement = agreement
    if (this.#up) {
      this.#up = false
      this.a.loseCarrier()
      this.b.loseCarrier()
    }
    if (agreement === undefined) return
    const delayMs = this.kind === 'serial' ? serialLinkUpMs : ethernetLinkUpMs
    this.#training = this.network.kernel.after(delayMs, () => {
      this.#training = undefined
      this.#up = true
      this.a.gainCarrier(agreement.speedBps, agreement.duplexA)
      this.b.gainCarrier(agreement.speedBps, agreement.duplexB)
    })
  }
}

function same(a: Agreement | undefined, b: Agreement | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.speedBps === b.speedBps && a.duplexA === b.duplexA && a.duplexB === b.duplexB
}

function agree({ a, b, kind }: Cable): Agreement | Disagreement {
  if (!a.settings.enabled || !b.settings.enabled) return 'not enabled'
  if (!fits(kind, a) || !fits(kind, b)) return 'not its plug'
  if (kind === 'serial') {
    const clock = a.settings.clockRateBps
    return clock > 0 ? { speedBps: clock, duplexA: 'full', duplexB: 'full' } : 'no clock'
  }
  if (kind !== 'fibre' && !pairsMeet(a, b, kind)) return 'pairs do not meet'
  return negotiate(a, b)
}

/** Whether such a plug goes into such a port. */
export function fits(kind: CableKind, { range }: Pick<Port, 'range'>): boolean {
  if (kind === 'serial') return range.cable === 'serial'
  if (range.cable !== 'ethernet' || range.media === 'Not Present') return false
  return (kind === 'fibre') === isFibre(range)
}

/** A port with an optical transceiver; copper ones look like any other copper port. */
function isFibre({ media = '' }: PortRange): boolean {
  return /Base(SX|LX|LH|ZX)/i.test(media)
}

function pairsMeet(a: Port, b: Port, kind: CableKind): boolean {
  const unlike = a.range.pinout !== b.range.pinout
  return (kind === 'straight') === unlike || findsPairs(a) || findsPairs(b)
}

/** Auto-MDIX listens while it negotiates; a gigabit port always does. */
function findsPairs({ range, settings }: Port): boolean {
  if (range.mdix !== true || !settings.mdix) return false
  const gigabit = range.speedsMbps?.includes(1000) === true
  return gigabit || (settings.speed === 'auto' && settings.duplex === 'auto')
}

/** A port whose speed and duplex are both forced does not negotiate; a gigabit copper link always does. */
function negotiates({ settings }: Port): boolean {
  return settings.speed === 'auto' || settings.duplex === 'auto' || settings.speed >= 1000
}

/** Half duplex ends below gigabit. */
function speedsOf({ range, settings }: Port): readonly number[] {
  const speeds = settings.speed === 'auto' ? (range.speedsMbps ?? [100]) : [settings.speed]
  return settings.duplex === 'half' ? speeds.filter((speed) => speed < 1000) : speeds
}

function negotiate(a: Port, b: Port): Agreement | Disagreement {
  const common = speedsOf(a).filter((speed) => speedsOf(b).includes(speed))
  const speedMbps = Math.max(...common)
  if (common.length === 0) return 'no common speed'
  const speedBps = speedMbps * 1e6
  const full = { speedBps, duplexA: 'full', duplexB: 'full' } as const
  const [ofA, ofB] = [a.settings.duplex, b.settings.duplex]
  if (speedMbps >= 1000) return full
  if (negotiates(a) && negotiates(b)) {
    if (ofA !== 'half' && ofB !== 'half') return full
    return ofA === 'full' || ofB === 'full'
      ? 'no common duplex'
      : { speedBps, duplexA: 'half', duplexB: 'half' }
  }
  // Parallel detection learns the speed from the signal and cannot learn the duplex: half it is.
  return {
    speedBps,
    duplexA: negotiates(a) || ofA === 'auto' ? 'half' : ofA,
    duplexB: negotiates(b) || ofB === 'auto' ? 'half' : ofB,
  }
}
