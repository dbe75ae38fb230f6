/**
 * Global `ipv6 …`: forwarding and static routes, kept and printed; they act when packets flow. The interface's lines are
 * the interfaces' business. Source: Cisco IOS IPv6 command reference.
 */

import { globalMode } from '../../declare.ts'
import '../../ipv6-argument.ts'
import { networkOf } from '../../ipv6-argument.ts'

const ipv6 = globalMode.words('ipv6', { ipv6: 'Global IPv6 configuration commands' })

export const ipv6UnicastRouting = ipv6.line('unicast-routing', {
  help: { 'unicast-routing': 'Enable unicast routing' },
  needs: 'ipv6-routing',
  place: 'ipv6-cef',
  inert: true,
})

const help = {
  route: 'Configure static routes',
  prefix: 'IPv6 prefix',
  interface: 'Interface',
  gateway: 'IPv6 address of next-hop',
  distance: 'Administrative distance',
} as const

export const ipv6Route = ipv6.line(
  'route <prefix:ipv6-prefix> [<interface:interface>] <gateway:ipv6> [<distance:1-254>]',
  {
    help,
    key: ['prefix', 'interface', 'gateway'],
    needs: 'ipv6-routing',
    place: 'route-maps',
    inert: true,
    keep: (args) => ({ ...args, prefix: networkOf(args.prefix) }),
  },
)

/** Without a next hop: kept as a route that lacks one, so that all routes stand in one order. */
ipv6.action('route <prefix:ipv6-prefix> <interface:interface> [<distance:1-254>]', {
  help: { route: help.route, prefix: help.prefix, interface: help.interface, distance: help.distance },
  needs: 'ipv6-routing',
  no: true,
  key: ['prefix', 'interface'],
  inert: true,
  *run({ ios, place, form, args }) {
    const route = { ...args, prefix: networkOf(args.prefix) } as Parameters<typeof ipv6Route.apply>[1]
    for (const section of place.sections) {
      if (form === 'set') ipv6Route.apply({ ios, section }, route)
      else ipv6Route.unset({ ios, section }, route)
    }
  },
})
