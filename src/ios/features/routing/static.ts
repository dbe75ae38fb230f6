/**
 * `ip routing` and `ip route`: static routes as they are configured, and as the stack is offered them.
 * Source: Cisco IOS IP Routing command reference; the sentences from memory.
 */

import type { IpLink, Route as StackRoute } from '../../../hardware/ip/types.ts'
import { defineArgument } from '../../argument-types.ts'
import { type Ipv4, isContiguous, prefixLength, readInterface } from '../../arguments.ts'
import type { Invocation } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import {
  ipStackOf,
  isRouting,
  linkNamed,
  onLinksChange,
  provideIpConfiguration,
  routingChanged,
} from '../../ip-stack.ts'
import type { At } from '../../line.ts'
import type { Running } from '../../steps.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    'exit-interface': string
  }
}

/** An interface that exists, or Null0, which is there without being listed. */
defineArgument<string>('exit-interface', {
  placeholder: () => 'interface',
  read(line, start, surroundings) {
    const reading = readInterface(line, start, surroundings, false)
    if (reading.ok !== false) return reading
    const any = readInterface(line, start, surroundings, true)
    return any.ok === true && any.value === 'Null0' ? any : reading
  },
  show: (value) => value,
  words: ({ ios }) => ios.interfaceWords,
})

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })

const routing = {
  help: { routing: 'Enable IP routing' },
  place: 'ip-routing',
  changed: ({ ios }: At) => routingChanged(ios),
} as const
const routesFromTheStart = ip.line('routing', {
  ...routing,
  needs: ['ip-routing', '!ip-routing-off'],
  default: {},
})
// A layer 3 switch does not route until it is told to.
const routesWhenTold = ip.line('routing', { ...routing, needs: 'ip-routing-off' })

provideIpConfiguration({
  isRouting: ({ traits, configuration }) =>
    traits.has('ip-routing') &&
    (traits.has('ip-routing-off') ? routesWhenTold : routesFromTheStart).isOn(configuration),
})

interface Route {
  readonly prefix: Ipv4
  readonly mask: Ipv4
  readonly interface?: string | undefined
  readonly gateway?: Ipv4 | undefined
  readonly distance?: number | undefined
  readonly value?: number | undefined
  readonly permanent?: string | undefined
  readonly text?: string | undefined
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
  'route <prefix:ipv4> <mask:mask> [<interface:exit-interface>] <gateway:ipv4> [<distance:1-255>] [tag <value:1-4294967295>] [{permanent:permanent}] [name <text:word>] [track <object:1-1000>]',
  {
    help: { ...help, gateway: "Forwarding router's address" },
    key: ['prefix', 'mask', 'interface', 'gateway'],
    needs: 'ip-routing',
    place: 'ip-route',
    compare: (a, b) => a.prefix - b.prefix || b.mask - a.mask,
    refuse,
    changed: ({ ios }, after, before) => {
      if (before !== undefined) withdraw(ios, before)
      if (after !== undefined) offer(ios, after)
    },
    *readNo(args, invocation) {
      yield* remove(args, invocation)
      return false
    },
  },
)

/** Without a next hop: kept as a route that lacks one, so that all routes stand in one order. */
ip.action(
  'route <prefix:ipv4> <mask:mask> <interface:exit-interface> [<distance:1-255>] [tag <value:1-4294967295>] [{permanent:permanent}] [name <text:word>] [track <object:1-1000>]',
  {
    help,
    needs: 'ip-routing',
    no: true,
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

/** A name may come first; what is printed has the usual order. */
const namedFirst = {
  help: { ...help, gateway: "Forwarding router's address" },
  needs: 'ip-routing',
  no: true,
  *run(invocation: Invocation<Route & { gateway: Ipv4 }>): Running {
    const { ios, place, args, form } = invocation
    if (form !== 'set') {
      yield* remove(args, invocation)
      return
    }
    for (const section of place.sections) {
      const refusal = staticRoute.apply({ ios, section }, args as never)
      if (refusal !== undefined) yield `${refusal}\n`
    }
  },
} as const
ip.action(
  'route <prefix:ipv4> <mask:mask> [<interface:exit-interface>] <gateway:ipv4> [<distance:1-255>] name <text:word> tag <value:1-4294967295> [{permanent:permanent}]',
  namedFirst,
)
ip.action(
  'route <prefix:ipv4> <mask:mask> [<interface:exit-interface>] <gateway:ipv4> [<distance:1-255>] name <text:word> {permanent:permanent} [tag <value:1-4294967295>]',
  namedFirst,
)

function refuse({ prefix, mask, gateway }: Route, { ios }: At): string | undefined {
  if (!isContiguous(mask) || (prefix & ~mask) !== 0) return '%Inconsistent address and mask'
  // Multicast, loopback. From memory.
  if (prefix >>> 28 >= 14 || prefix >>> 24 === 127) return '%Invalid destination prefix'
  if (gateway !== undefined && !isHostAddress(gateway)) return '%Invalid next hop address'
  if (gateway !== undefined && ipStackOf(ios).linkOf(gateway) !== undefined)
    return "%Invalid next hop address (it's this router)"
  return undefined
}

function isHostAddress(address: Ipv4): boolean {
  const first = address >>> 24
  return first !== 0 && first !== 127 && first < 224
}

// What the stack knows of them

interface Offered {
  readonly line: Route
  readonly route: StackRoute
}

const offered = new FeatureState(() => new Map<string, Offered>())

const keyOf = ({ prefix, mask, gateway, interface: name }: Route): string =>
  `${prefix} ${mask} ${gateway} ${name}`

/** A route by an interface that does not exist yet, or that switches, leads nowhere until it does. */
function offer(ios: Ios, line: Route): void {
  withdraw(ios, line)
  if (!isRouting(ios)) return
  const { prefix, mask, gateway, interface: name, distance = 1, value, permanent, text } = line
  const link = name === undefined ? undefined : (linkNamed(ios, name) ?? nullLink(ios, name))
  if (name !== undefined && link === undefined) return
  const route: StackRoute = {
    prefix,
    prefixLength: prefixLength(mask),
    source: 'static',
    distance,
    metric: 0,
    ...(gateway !== undefined && { nextHop: gateway }),
    ...(link !== undefined && { link }),
    ...(permanent !== undefined && { permanent: true }),
    ...(value !== undefined && { tag: value }),
    ...(text !== undefined && { name: text }),
  }
  offered.of(ios).set(keyOf(line), { line, route })
  ipStackOf(ios).routes.add(route)
}

function withdraw(ios: Ios, line: Route): void {
  const routes = offered.of(ios)
  const found = routes.get(keyOf(line))
  if (found === undefined) return
  routes.delete(keyOf(line))
  ipStackOf(ios).routes.remove(found.route)
}

const nullLinks = new FeatureState(() => new Map<string, IpLink>())

/** Null0 is there without being configured. */
function nullLink(ios: Ios, name: string): IpLink | undefined {
  if (name !== 'Null0') return undefined
  const links = nullLinks.of(ios)
  let link = links.get(name)
  if (link === undefined) {
    link = { name, kind: 'null', mac: 0, mtuBytes: 1500, isUp: () => true, send: () => {} }
    links.set(name, link)
    ipStackOf(ios).addLink(link)
  }
  return link
}

onLinksChange((ios) => {
  const routing = isRouting(ios)
  for (const line of staticRoute.all(ios.configuration)) {
    const known = offered.of(ios).has(keyOf(line))
    // Only what names an interface depends on which there are.
    if (known && routing && line.interface === undefined) continue
    offer(ios, line)
  }
})

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
