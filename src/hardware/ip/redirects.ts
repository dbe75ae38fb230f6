/**
 * Routers that told of a better way to a host (ICMP redirect). Only who does not forward listens to them.
 * Sources: RFC 792, 1122 (3.2.2.2).
 */

import type { LinkTable } from './link-table.ts'
import type { RouteTable } from './route-table.ts'
import type { IpLink } from './types.ts'

export interface Redirect {
  readonly gateway: number
  readonly link: IpLink
  readonly sinceMs: number
  /** How many packets took this way. */
  uses: number
}

export class Redirects {
  readonly #routes: RouteTable
  readonly #links: LinkTable
  readonly byHost = new Map<number, Redirect>()

  constructor(routes: RouteTable, links: LinkTable) {
    this.#routes = routes
    this.#links = links
  }

  /** The better way for a packet to `host`, which takes it. */
  use(host: number): Redirect | undefined {
    const redirect = this.byHost.get(host)
    if (redirect !== undefined) redirect.uses++
    return redirect
  }

  /** The router `from` says that `gateway` is the better way to `host`. */
  hear(host: number, gateway: number, from: number, nowMs: number): void {
    const path = this.#routes.lookup(host)?.paths[0]
    const state = path === undefined ? undefined : this.#links.of(path.link)
    const current = this.byHost.get(host)?.gateway ?? path?.gateway
    // Only the router that we use may send us to another one of the same link.
    if (path === undefined || state === undefined || current !== from || !state.isOwnSubnet(gateway)) return
    this.byHost.set(host, { gateway, link: path.link, sinceMs: nowMs, uses: 0 })
  }

  /** The link went down. */
  forget(link: IpLink): void {
    for (const [host, redirect] of this.byHost) if (redirect.link === link) this.byHost.delete(host)
  }
}
