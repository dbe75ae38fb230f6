/**
 * `ip route`: static routes, kept and printed; they act when packets are forwarded. `ip routing` itself is on.
 * Source: Cisco IOS IP Routing command reference; the sentences from memory.
 */

import { type Ipv4, isContiguous } from '../../arguments.ts'
import type { Invocation } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import type { At } from '../../line.ts'
import type { Running } from '../../steps.ts'

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })

const routing = { help: { routing: 'Enable IP routing' }, place: 'ip-routing', inert: true } as const
ip.line('routing', { ...routing, needs: ['ip-routing', '!ip-routing-off'], default: {} })
// A layer 3 switch does not route until it is told to.
ip.line('routing', { ...routing, needs: 'ip-routing-off' })

interface Route {
  readonly prefix: Ipv4
  readonly mask: Ipv4
  readonly interface?: string
  readonly gateway?: Ipv4
}

const help = {
  route: 'Establish static routes',
  prefix: 'Destination prefix',
  mask: 'Destination prefix mask',
  interface: 'Interface',
  distance: 'Distance metric for this route',
  tag: 'Set tag for this route',
  value: 'Tag value',
  permanent: 'permanent route',
  name: 'Specify name of the next hop',
  text: 'name of the next hop',
  track: 'Install route depending on tracked item',
  object: 'tracked object number',
} as const

export const staticRoute = ip.line(
  'route <prefix:ipv4> <mask:mask> [<interface:interface>] <gateway:ipv4> [<distance:1-255>] [tag <value:1-4294967295>] [{permanent:permanent}] [name <text:word>] [track <object:1-1000>]',
  {
    help: { ...help, gateway: "Forwarding router's address" },
    key: ['prefix', 'mask', 'interface', 'gateway'],
    needs: 'ip-routing',
    place: 'ip-route',
    inert: true,
    compare: (a, b) => a.prefix - b.prefix || b.mask - a.mask,
    refuse,
    *readNo(args, invocation) {
      yield* remove(args, invocation)
      return false
    },
  },
)

/** Without a next hop: kept as a route that lacks one, so that all routes stand in one order. */
ip.action(
  'route <prefix:ipv4> <mask:mask> <interface:interface> [<distance:1-255>] [tag <value:1-4294967295>] [{permanent:permanent}] [name <text:word>] [track <object:1-1000>]',
  {
    help,
    needs: 'ip-routing',
    no: true,
    inert: true,
    *run(invocation) {
      const { ios, place, args, form, fromFile } = invocation
      if (form !== 'set') {
        yield* remove(args, invocation)
        return
      }
      for (const section of place.sections) {
        const refusal = staticRoute.apply({ ios, section }, args as typeof args & { gateway: Ipv4 })
        if (refusal !== undefined) yield `${refusal}\n`
        else if (
          args.mask === 0 &&
          !fromFile &&
          ios.interfaces.get(args.interface)?.port?.cable === 'ethernet'
        )
          yield '%Default route without gateway, if not a point-to-point interface, may impact performance\n'
      }
    },
  },
)

function refuse({ prefix, mask }: Route, _at: At): string | undefined {
  return isContiguous(mask) && (prefix & ~mask) === 0 ? undefined : '%Inconsistent address and mask'
}

/** Removes the route, or every route to the destination where nothing more is said. */
function* remove(args: Partial<Route>, { ios, place }: Invocation<unknown>): Running {
  for (const section of place.sections) {
    const matching = staticRoute
      .all(section)
      .filter(
        (route) =>
          route.prefix === args.prefix &&
          route.mask === args.mask &&
          (args.gateway === undefined || route.gateway === args.gateway) &&
          (args.interface === undefined || route.interface === args.interface),
      )
    if (matching.length === 0) yield '%No matching route to delete\n'
    for (const route of matching) staticRoute.unset({ ios, section }, route)
  }
}
