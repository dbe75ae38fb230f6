/**
 * The links of a stack with their addresses: what is ours, what is a broadcast of a connected subnet, and the connected
 * routes, ARP entries and announcements that come and go with them. Leaves out what goes over the links.
 * Sources: RFC 1122 (3.3.1), 1812 (5.2.3).
 */

import type { ArpTable } from './arp-table.ts'
import { LinkState } from './link-state.ts'
import { broadcastOf } from './packets.ts'
import { connectedRoutes, type RouteTable } from './route-table.ts'
import type { ArpSettings, IpLink, LinkAddress, LinkSettings } from './types.ts'

export const limitedBroadcast = 0xffff_ffff

export class LinkTable {
  readonly #links = new Map<IpLink, LinkState>()
  readonly #own = new Map<number, LinkState>()
  readonly #broadcasts = new Map<number, LinkState>()
  readonly #routes: RouteTable
  readonly #arp: ArpTable
  readonly #arpSettings: ArpSettings

  constructor(routes: RouteTable, arp: ArpTable, arpSettings: ArpSettings) {
    this.#routes = routes
    this.#arp = arp
    this.#arpSettings = arpSettings
  }

  of(link: IpLink): LinkState | undefined {
    return this.#links.get(link)
  }

  all(): IterableIterator<LinkState> {
    return this.#links.values()
  }

  /** The link that has this address, up or not. */
  withAddress(address: number): LinkState | undefined {
    return this.#own.get(address)
  }

  /** The link of the subnet whose broadcast address this is. */
  withBroadcast(address: number): LinkState | undefined {
    return this.#broadcasts.get(address)
  }

  /** An address of this device on a link that is up. */
  isOwnAddress(address: number): boolean {
    return this.#own.get(address)?.up === true
  }

  /** The broadcast address of a connected subnet, or 255.255.255.255. */
  isBroadcast(address: number): boolean {
    return address === limitedBroadcast || this.#broadcasts.has(address)
  }

  /** To many: a broadcast as above, or a multicast group. */
  isForMany(address: number): boolean {
    return this.isBroadcast(address) || address >>> 28 === 14
  }

  /** For where no link says which address to use: the primary one of the first link that is up. */
  anyAddress(): number | undefined {
    for (const { up, addresses } of this.#links.values())
      if (up && addresses[0] !== undefined) return addresses[0].address
    return undefined
  }

  add(link: IpLink): void {
    if (!this.#links.has(link)) this.#links.set(link, new LinkState(link))
  }

  /** Forgets a link with its addresses, neighbours and connected routes. */
  remove(link: IpLink): void {
    const state = this.#links.get(link)
    if (state === undefined) return
    this.setAddresses(link, [])
    this.#arp.flush(state)
    this.#links.delete(link)
    this.#routes.changed()
  }

  /** Looks at `link.isUp()` again. */
  changed(link: IpLink): void {
    const state = this.#links.get(link)
    if (state === undefined || state.up === link.isUp()) return
    state.up = link.isUp()
    this.#routes.changed()
    if (!state.up) this.#arp.flush(state)
    else this.#announce(state, state.addresses)
  }

  configure(link: IpLink, settings: Partial<LinkSettings>): void {
    const state = this.#links.get(link)
    if (state !== undefined) Object.assign(state.settings, settings)
  }

  /** The first address is the primary one. Installs the connected and local routes. */
  setAddresses(link: IpLink, addresses: readonly LinkAddress[]): void {
    const state = this.#links.get(link)
    if (state === undefined) return
    for (const route of state.routes) this.#routes.remove(route)
    for (const { address, prefixLength } of state.addresses) {
      if (this.#own.get(address) === state) this.#own.delete(address)
      const broadcast = broadcastOf(address, prefixLength)
      if (this.#broadcasts.get(broadcast) === state) this.#broadcasts.delete(broadcast)
    }
    const fresh = addresses.filter(({ address }) => !state.addresses.some((old) => old.address === address))
    state.addresses = [...addresses]
    state.routes = connectedRoutes(link, addresses)
    for (const route of state.routes) this.#routes.add(route)
    for (const { address, prefixLength } of addresses) {
      this.#own.set(address, state)
      if (prefixLength < 31) this.#broadcasts.set(broadcastOf(address, prefixLength), state)
    }
    for (const neighbour of state.neighbours.keys())
      if (!state.isOwnSubnet(neighbour)) this.#arp.remove(neighbour)
    this.#announce(state, fresh)
  }

  #announce(state: LinkState, addresses: readonly LinkAddress[]): void {
    if (!this.#arpSettings.announces) return
    for (const { address } of addresses) this.#arp.announce(state, address)
  }
}
