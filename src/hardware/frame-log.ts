/**
 * What became of every frame. Each frame that crossed a cable is settled once: delivered to somebody who wanted it, passed
 * on, held for a while, or ended for a named reason; so `sent` is always the sum of what became of them and what is still
 * on its way. Keeps the latest hops of the frames that people ask about (not the chatter of control protocols), and tells
 * everything to whoever taps it.
 */

import type { Ending } from './endings.ts'
import type { Frame } from './frame.ts'
import type { Port } from './port.ts'

/** One thing that happened to a frame. */
export type Hop =
  | {
      readonly kind: 'crossed'
      readonly atMs: number
      readonly frame: Frame
      readonly from: Port
      readonly to: Port
    }
  | {
      readonly kind: 'delivered'
      readonly atMs: number
      readonly frame: Frame
      readonly device: string
      readonly port: string | undefined
    }
  | {
      readonly kind: 'ended'
      readonly atMs: number
      readonly frame: Frame
      readonly device: string
      readonly port: string | undefined
      readonly reason: Ending
      /** What the reason was about: an address, a VLAN. */
      readonly detail: string | undefined
    }

const mostKept = 4096

export class FrameLog {
  /** Frames given to a cable, and what became of them: those on their way now, and those settled. */
  readonly counts = { sent: 0, inFlight: 0, delivered: 0, passed: 0, held: 0 }
  /** The others of those sent, by the reason for which they ended. */
  readonly endings = new Map<Ending, number>()
  /** Frames and packets that ended where they were made, before any cable. */
  readonly unsent = new Map<Ending, number>()
  readonly #now: () => number
  readonly #taps: ((hop: Hop) => void)[] = []
  readonly #kept: Hop[] = []
  #next = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Calls `listener` for every hop until the returned function is called. */
  tap(listener: (hop: Hop) => void): () => void {
    this.#taps.push(listener)
    return () => {
      const at = this.#taps.indexOf(listener)
      if (at >= 0) this.#taps.splice(at, 1)
    }
  }

  /** The latest hops of frames that are no control protocol's, oldest first. */
  recent(): Hop[] {
    return [...this.#kept.slice(this.#next), ...this.#kept.slice(0, this.#next)]
  }

  /** It came out of the cable. */
  crossed(frame: Frame, from: Port, to: Port): void {
    if (this.#taps.length === 0 && isControl(frame)) return
    this.#keep({ kind: 'crossed', atMs: this.#now(), frame, from, to })
  }

  /** Somebody who wanted the frame has it. */
  delivered(frame: Frame, device: string, port?: string): void {
    if (!frame.settled) {
      frame.settle()
      this.counts.delivered++
    }
    if (this.#taps.length === 0 && isControl(frame)) return
    this.#keep({ kind: 'delivered', atMs: this.#now(), frame, device, port })
  }

  /** What it carried went out again, in one frame or more. */
  passed(frame: Frame): void {
    if (frame.settled) return
    frame.settle()
    this.counts.passed++
  }

  /** It waits for others: a fragment, a packet without a next hop's address. What is said of it later is not counted again. */
  held(frame: Frame): void {
    if (frame.settled) return
    frame.settle()
    this.counts.held++
  }

  /** `sent` false: it ended where it was made. */
  ended(
    frame: Frame,
    device: string,
    port: string | undefined,
    reason: Ending,
    detail?: string,
    sent = true,
  ): void {
    if (!frame.settled) {
      frame.settle()
      const counts = sent ? this.endings : this.unsent
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
    // Unknown unicasts and broadcasts end at everybody but one: too many to keep, and nobody asks.
    if (this.#taps.length === 0 && (isControl(frame) || reason === 'not for this host')) return
    this.#keep({ kind: 'ended', atMs: this.#now(), frame, device, port, reason, detail })
  }

  #keep(hop: Hop): void {
    for (const tap of this.#taps) tap(hop)
    if (isControl(hop.frame)) return
    if (this.#kept.length < mostKept) this.#kept.push(hop)
    else {
      this.#kept[this.#next] = hop
      this.#next = (this.#next + 1) % mostKept
    }
  }
}

/** Bridges' and Cisco's own protocols, and keepalives of serial links: they never stop. */
export function isControl({ bytes }: Frame): boolean {
  const first = bytes[0]
  if (first === 0x01)
    return (bytes[1] === 0x80 && bytes[2] === 0xc2) || (bytes[1] === 0x00 && bytes[2] === 0x0c)
  return first === 0x8f
}
