/** The routes of a host's main table, as `ip route` and `route` list them; local and broadcast routes are not in it. */

import type { Route } from '../hardware/ip/types.ts'
import type { HostRoute, HostSystem } from './host-system.ts'
import { NetworkInterface, subnetOf } from './network-interface.ts'

export interface TableRoute {
  readonly route: Route
  readonly link: NetworkInterface
  /** The own address that a connected route belongs to. */
  readonly source: number | undefined
  readonly isOnLink: boolean
}

export function mainTable(system: HostSystem): TableRoute[] {
  const found: TableRoute[] = []
  for (const route of system.stack.routes.offered()) {
    const { link, prefix, prefixLength } = route
    if (!(link instanceof NetworkInterface) || !link.up || link.port === undefined) continue
    if (route.source === 'static')
      found.push({ route, link, source: undefined, isOnLink: (route as HostRoute).isOnLink })
    else if (route.source === 'connected' && prefixLength < 32) {
      const again = found.some(
        (other) =>
          other.link === link &&
          other.source !== undefined &&
          other.route.prefix === prefix &&
          other.route.prefixLength === prefixLength,
      )
      const own = link.addresses.find((one) => one.prefixLength === prefixLength && subnetOf(one) === prefix)
      if (!again && own !== undefined) found.push({ route, link, source: own.address, isOnLink: false })
    }
  }
  return found.sort(
    ({ route: a }, { route: b }) =>
      a.prefix - b.prefix || a.prefixLength - b.prefixLength || a.metric - b.metric,
  )
}
