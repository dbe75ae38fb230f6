/**
 * The last step of every packet that leaves: cut where it is longer than its link allows, given the Ethernet header for its
 * next hop, and handed to the link. Leaves out which link and next hop that is, and asking for the next hop's address (the
 * ARP table's). Sources: RFC 791 (3.2, fragmentation), 894, 1112 (6.4, groups).
 */

import { writeU16 } from '../../wire/bytes.ts'
import { fillOptions } from '../../wire/ipv4-options.ts'
import { writeMac } from '../../wire/mac.ts'
import { Frame } from '../frame.ts'
import type { ArpTable } from './arp-table.ts'
import type { Held, LinkState } from './link-state.ts'
import { destinationOf, fragmentsOf, frameHeaderBytes, groupMac } from './packets.ts'
import type { IpEnvironment, IpLink } from './types.ts'

export class LinkOutput {
  readonly #environment: IpEnvironment
  readonly #arp: ArpTable

  constructor(environment: IpEnvironment, arp: ArpTable) {
    this.#environment = environment
    this.#arp = arp
  }

  /**
   * Sends a frame that is complete but for its Ethernet header, its packet being `totalBytes` long.
   * `nextHop` undefined: to everybody on the link. `arrived` and `from`: what it came in as, and where.
   */
  send(
    state: LinkState,
    nextHop: number | undefined,
    bytes: Uint8Array,
    totalBytes: number,
    journey: number,
    arrived?: Frame,
    from?: IpLink,
  ): void {
    const { link } = state
    if (totalBytes <= link.mtuBytes) this.#sendWhole(state, nextHop, bytes, journey, arrived, from)
    else
      for (const fragment of fragmentsOf(bytes, totalBytes, link.mtuBytes, leastBytesOf(link)))
        this.#sendWhole(state, nextHop, fragment, journey, arrived, from)
  }

  #sendWhole(
    state: LinkState,
    nextHop: number | undefined,
    bytes: Uint8Array,
    journey: number,
    arrived: Frame | undefined,
    from: IpLink | undefined,
  ): void {
    const { link } = state
    if (!state.up) {
      this.#environment.ended(arrived ?? new Frame(bytes, journey), from, 'interface down', link.name)
      return
    }
    writeU16(bytes, 12, 0x0800)
    if (link.kind === 'ethernet') {
      writeMac(bytes, 6, link.mac)
      const mac =
        nextHop === undefined
          ? groupMac(destinationOf(bytes))
          : this.#arp.resolve(state, nextHop, () => ({ bytes, journey, arrived, from }))
      if (mac === undefined) return
      writeMac(bytes, 0, mac)
    }
    if (arrived !== undefined) this.#environment.passed(arrived)
    link.send(bytes, journey)
  }

  /** The options of a packet that leaves by `state`: its address and the time, where they ask for them. */
  fillOptions(bytes: Uint8Array, state: LinkState, nextHop: number): void {
    const { kernel } = this.#environment
    const address = state.addressTowards(nextHop) ?? 0
    fillOptions(bytes, frameHeaderBytes, address, (kernel.epochMs + kernel.nowMs) % 86_400_000)
  }
}

/** A packet that waited for its next hop's address. */
export function releaseHeld({ bytes, journey }: Held, state: LinkState, mac: number): void {
  writeMac(bytes, 0, mac)
  if (state.up) state.link.send(bytes, journey)
}

/** Ethernet pads its frames. */
export function leastBytesOf({ kind }: IpLink): number {
  return kind === 'ethernet' ? 60 : 0
}
