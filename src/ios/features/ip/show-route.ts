/** `show ip route` in its forms, and what a device that does not route shows instead. */

import type { InstalledRoute } from '../../../hardware/ip/types.ts'
import { prefixLength, showIpv4 } from '../../arguments.ts'
import { classfulMask, classfulNetwork } from '../../classful.ts'
import type { Ios } from '../../ios.ts'
import { defaultGatewayOf, ipStackOf, isRouting } from '../../ip-stack.ts'
import { resolveName } from '../../name-resolution.ts'
import { releaseOf } from '../../release.ts'
import { invalidInput } from '../../replies.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import {
  gatewayLine,
  legend,
  networkDetail,
  protocolOf,
  type RouteStyle,
  routeDetail,
  routeLines,
  summary,
} from './route-text.ts'

const ip = show.words('ip', { ip: 'IP information' })
const route = ip.words('route', { route: 'IP routing table' })

/** Releases before 15 keep no routes to a device's own addresses. */
function tableOf(ios: Ios): InstalledRoute[] {
  const routes = ipStackOf(ios).routes.installed()
  return releaseOf(ios) < 15 ? routes.filter(({ source }) => source !== 'local') : routes
}

const styleOf = (ios: Ios): RouteStyle => ({ release: releaseOf(ios), nowMs: ios.kernel.nowMs })

function* table(ios: Ios, shown?: (route: InstalledRoute) => boolean): Running {
  if (!isRouting(ios)) {
    yield hostTable(ios)
    return
  }
  const style = styleOf(ios)
  const routes = tableOf(ios)
  // Before 15 a choice of routes stands alone.
  if (shown === undefined || style.release >= 15) yield `${legend(style)}\n${gatewayLine(routes)}\n`
  yield routeLines(routes, style, shown)
}

function hostTable(ios: Ios): string {
  const gateway = defaultGatewayOf(ios)
  const { redirects } = ipStackOf(ios)
  let text =
    gateway === undefined ? 'Default gateway is not set\n' : `Default gateway is ${showIpv4(gateway)}\n`
  text += '\nHost               Gateway           Last Use    Total Uses  Interface\n'
  if (redirects.size === 0) return `${text}ICMP redirect cache is empty\n`
  // Rows from memory.
  for (const [host, { gateway: to, link, sinceMs, uses }] of redirects) {
    const age = `0:${String(Math.floor((ios.kernel.nowMs - sinceMs) / 60_000)).padStart(2, '0')}`
    text += `${showIpv4(host).padEnd(19)}${showIpv4(to).padEnd(18)}${age.padStart(8)}${String(uses).padStart(14)}  ${link.name}\n`
  }
  return text
}

route.exec('', {
  help: {},
  filtered: true,
  run: ({ ios }) => table(ios),
})

const filters = { connected: 'Connected', static: 'Static routes' } as const
for (const [word, help] of Object.entries(filters) as [keyof typeof filters, string][])
  route.exec(word, {
    help: { [word]: help } as Record<typeof word, string>,
    filtered: true,
    run: ({ ios }) => table(ios, ({ source }) => source === word),
  })

const protocols = {
  rip: 'Routing Information Protocol (RIP)',
  ospf: 'Open Shortest Path First (OSPF)',
  eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)',
  bgp: 'Border Gateway Protocol (BGP)',
} as const
for (const [word, help] of Object.entries(protocols) as [keyof typeof protocols, string][])
  route.exec(word, {
    help: { [word]: help } as Record<typeof word, string>,
    needs: 'ip-routing',
    filtered: true,
    run: ({ ios }) => table(ios, ({ source }) => protocolOf(source) === word),
  })

route.exec('summary', {
  help: { summary: 'Summary of all routes' },
  filtered: true,
  *run({ ios }) {
    yield isRouting(ios) ? summary(tableOf(ios), styleOf(ios)) : hostTable(ios)
  },
})

// What redirects taught: the same table that a device shows which does not route.
ip.exec('redirects', {
  help: { redirects: 'IP redirects' },
  filtered: true,
  *run({ ios }) {
    yield hostTable(ios)
  },
})

const networkHelp = {
  network: 'Network to display information about or hostname',
  mask: 'Network mask',
  'longer-prefixes': 'Show route matching the specified Network/Mask pair only',
} as const

route.exec('<network:host>', {
  help: { network: networkHelp.network },
  filtered: true,
  *run({ ios, args, typed }) {
    const network = yield* named(ios, args.network, typed)
    if (network !== undefined) yield* detail(ios, network)
  },
})

/** A name is looked up; one that nobody knows is no word of this command after all. Captured on an 1841. */
function* named(ios: Ios, host: string, typed: string): Running<number | undefined> {
  const network = yield* resolveName(ios, host)
  if (network !== undefined) return network
  const line = typed.trimStart().replace(/^do\s+/i, '')
  const start = line.search(/(?<=^\S+\s+\S+\s+\S+\s+)\S/)
  yield `${line}\n${invalidInput(start + longestMatch(host))}`
  return undefined
}

/** The words of `show ip route`: a caret stands under the first character that fits none of them. */
const keywords =
  'bgp connected dhcp eigrp isis list longer-prefixes mobile odr ospf profile rip static summary supernets-only track-table vrf'.split(
    ' ',
  )

function longestMatch(typed: string): number {
  const word = typed.toLowerCase()
  let length = 0
  while (keywords.some((keyword) => keyword.startsWith(word.slice(0, length + 1))) && length < word.length)
    length++
  return length
}

function* detail(ios: Ios, network: number): Running {
  if (!isRouting(ios)) {
    yield hostTable(ios)
    return
  }
  const routes = tableOf(ios)
  const members = membersOf(routes, network)
  // Asked for a network by its class of which there are parts: all of them.
  const whole = classfulNetwork(network) === network && !members.some(({ prefix }) => prefix === network)
  if (whole && members.length > 0) {
    yield networkDetail(network, members, styleOf(ios))
    return
  }
  const found = ipStackOf(ios).routes.lookup(network)
  // Only asked for itself is the default route an answer.
  if (found !== undefined && (found.prefixLength > 0 || network === 0)) yield routeDetail(found)
  else yield notInTable(members)
}

route.exec('<network:host> <mask:mask>', {
  help: { network: networkHelp.network, mask: networkHelp.mask },
  filtered: true,
  *run({ ios, args, typed }) {
    const network = yield* named(ios, args.network, typed)
    if (network === undefined) return
    if (!isRouting(ios)) {
      yield hostTable(ios)
      return
    }
    const found = ipStackOf(ios).routes.get(network, prefixLength(args.mask))
    yield found === undefined ? notInTable(membersOf(tableOf(ios), network)) : routeDetail(found)
  },
})

route.exec('<network:host> <mask:mask> longer-prefixes', {
  help: networkHelp,
  needs: 'ip-routing',
  filtered: true,
  *run({ ios, args: { network: host, mask }, typed }) {
    const network = yield* named(ios, host, typed)
    if (network === undefined) return
    const length = prefixLength(mask)
    yield* table(
      ios,
      (one) => one.prefixLength >= length && (one.prefix & mask) >>> 0 === (network & mask) >>> 0,
    )
  },
})

function membersOf(routes: readonly InstalledRoute[], network: number): InstalledRoute[] {
  const mask = classfulMask(network)
  return routes.filter(
    (one) => one.prefixLength >= prefixLength(mask) && (one.prefix & mask) >>> 0 === (network & mask) >>> 0,
  )
}

function notInTable(members: readonly InstalledRoute[]): string {
  return members.length > 0 ? '% Subnet not in table\n' : '% Network not in table\n'
}
