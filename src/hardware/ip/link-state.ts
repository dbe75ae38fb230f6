/** What a stack keeps for each of its links: addresses, settings, neighbours. */

import type { Frame } from '../frame.ts'
import type { ArpEntry, IpLink, LinkAddress, LinkSettings, Route } from './types.ts'

/** A packet that waits for its neighbour's address: a whole frame but for the destination MAC address. */
export interface Held {
  readonly bytes: Uint8Array
  readonly journey: number
  /** What it came in as; undefined for a packet of our own. */
  readonly arrived: Frame | undefined
  readonly from: IpLink | undefined
}

export interface Neighbour {
  readonly address: number
  mac: number | undefined
  state: ArpEntry['state']
  /** When it was last confirmed, or first asked for. */
  sinceMs: number
  /** Until then it is used without a thought. */
  goodUntilMs: number
  /** When something is to be done about it. */
  checkAtMs: number
  requestedAtMs: number
  requests: number
  held: Held[]
}

export class LinkState {
  readonly link: IpLink
  up: boolean
  /** The first is the primary address. */
  addresses: readonly LinkAddress[] = []
  readonly settings: LinkSettings = {
    proxyArp: true,
    redirects: true,
    unreachables: true,
    arpTimeoutMs: undefined,
  }
  readonly neighbours = new Map<number, Neighbour>()
  routes: Route[] = []

  constructor(link: IpLink) {
    this.link = link
    this.up = link.isUp()
  }

  /** The own address by which to speak to `peer`: that of its subnet, or the primary one. */
  addressTowards(peer: number): number | undefined {
    if (this.addresses.length > 1)
      for (const own of this.addresses) if (inSubnet(peer, own)) return own.address
    return this.addresses[0]?.address
  }

  isOwnSubnet(peer: number): boolean {
    for (const own of this.addresses) if (inSubnet(peer, own)) return true
    return false
  }
}

export function inSubnet(address: number, { address: own, prefixLength }: LinkAddress): boolean {
  return prefixLength === 0 || (address ^ own) >>> (32 - prefixLength) === 0
}
