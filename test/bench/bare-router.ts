/**
 * The least router: takes a packet from the event queue, checks it, looks its destination up, and sends a rewritten copy,
 * because a frame that was seen on a cable stays as it was seen.
 */

import type { BareHeap } from './bare-heap.ts'

interface Hop {
  readonly mac: number
  readonly sourceMac: number
  readonly router: BareRouter
}

export class BareRouter {
  readonly #heap: BareHeap
  readonly #mac: number
  readonly #arrived: number
  /** By prefix length, the longest first. */
  readonly #lengths: readonly number[]
  readonly #prefixes: readonly Map<number, Hop>[]
  readonly #waiting: Uint8Array[] = []
  hops = 0

  constructor(heap: BareHeap, mac: number, lengths: readonly number[]) {
    this.#heap = heap
    this.#mac = mac
    this.#lengths = lengths
    this.#prefixes = lengths.map(() => new Map())
    this.#arrived = heap.callback(() => this.#receive(this.#waiting.shift() as Uint8Array))
  }

  add(prefix: number, length: number, to: BareRouter): void {
    const hop = { mac: to.#mac, sourceMac: this.#mac, router: to }
    this.#prefixes[this.#lengths.indexOf(length)]?.set(prefix, hop)
  }

  send(bytes: Uint8Array): void {
    this.#waiting.push(bytes)
    this.#heap.after(0.01, this.#arrived)
  }

  #receive(arrived: Uint8Array): void {
    const high = ((arrived[0] as number) << 8) | (arrived[1] as number)
    const low =
      (((arrived[2] as number) << 24) |
        ((arrived[3] as number) << 16) |
        ((arrived[4] as number) << 8) |
        (arrived[5] as number)) >>>
      0
    if (
      high * 0x1_0000_0000 + low !== this.#mac ||
      arrived[12] !== 8 ||
      arrived[13] !== 0 ||
      arrived[14] !== 0x45
    )
      return
    let sum = 0
    for (let at = 14; at < 34; at += 2) sum += ((arrived[at] as number) << 8) | (arrived[at + 1] as number)
    sum = (sum & 0xffff) + (sum >>> 16)
    const ttl = arrived[22] as number
    if (sum !== 0xffff || ttl <= 1) return
    const destination =
      (((arrived[30] as number) << 24) |
        ((arrived[31] as number) << 16) |
        ((arrived[32] as number) << 8) |
        (arrived[33] as number)) >>>
      0
    for (let i = 0; i < this.#lengths.length; i++) {
      const hop = this.#prefixes[i]?.get((destination & (-1 << (32 - (this.#lengths[i] as number)))) >>> 0)
      if (hop === undefined) continue
      const bytes = arrived.slice()
      bytes[22] = ttl - 1
      const checksum = (((bytes[24] as number) << 8) | (bytes[25] as number)) + 0x100
      const folded = (checksum & 0xffff) + (checksum >>> 16)
      bytes[24] = folded >>> 8
      bytes[25] = folded
      writeMac(bytes, 0, hop.mac)
      writeMac(bytes, 6, hop.sourceMac)
      this.hops++
      hop.router.send(bytes)
      return
    }
  }
}

function writeMac(bytes: Uint8Array, at: number, mac: number): void {
  const high = Math.floor(mac / 0x1_0000_0000)
  const low = mac % 0x1_0000_0000
  bytes[at] = high >>> 8
  bytes[at + 1] = high
  bytes[at + 2] = low >>> 24
  bytes[at + 3] = low >>> 16
  bytes[at + 4] = low >>> 8
  bytes[at + 5] = low
}
