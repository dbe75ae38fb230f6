/** `ip route`: the main routing table. Source: ip-route(8) and the output of iproute2 6.1. */

import { maskOf, readIpv4, showIpv4 } from '../../../wire/ipv4-text.ts'
import type { HostSystem } from '../../host-system.ts'
import type { NetworkInterface } from '../../network-interface.ts'
import { isRefusal, type Refusal, refuse } from '../../refusal.ts'
import { mainTable, type TableRoute } from '../../routes.ts'
import {
  answers,
  findDevice,
  kernelError,
  matching,
  notAPrefix,
  type Prefix,
  readPairs,
  readPrefix,
} from './words.ts'

export const routeUsage = `Usage: ip route { list | flush } [ PREFIX ] [ dev STRING ]
       ip route get ADDRESS
       ip route { add | del | replace } ROUTE
ROUTE := PREFIX [ via ADDRESS ] [ dev STRING ] [ metric METRIC ] [ onlink ]
`

interface Wanted {
  readonly prefix: Prefix
  readonly via: number | undefined
  readonly link: NetworkInterface | undefined
  readonly metric: number | undefined
  readonly isOnLink: boolean
}

export function ipRoute(system: HostSystem, words: readonly string[]): string | Refusal {
  const [command = 'show', ...rest] = words
  const found = matching(command, [
    'list',
    'show',
    'lst',
    'get',
    'add',
    'del',
    'delete',
    'replace',
    'change',
    'flush',
    'help',
  ])
  switch (found) {
    case 'list':
    case 'show':
    case 'lst': {
      const chosen = choose(system, rest)
      return isRefusal(chosen) ? chosen : chosen.map(routeLine).join('')
    }
    case 'flush': {
      if (rest.length === 0) return refuse('"ip route flush" requires arguments.\n', 255)
      const chosen = choose(system, rest)
      if (isRefusal(chosen)) return chosen
      for (const { route } of chosen) system.stack.routes.remove(route)
      return ''
    }
    case 'get':
      return get(system, rest)
    case 'add':
    case 'del':
    case 'delete':
    case 'replace':
    case 'change': {
      if (rest.length === 0) return refuse(routeUsage, 255)
      const wanted = readWanted(system, rest)
      if (isRefusal(wanted)) return wanted
      return found.startsWith('del') ? remove(system, wanted) : add(system, wanted, found !== 'add')
    }
    case 'help':
      return refuse(routeUsage, 255)
    default:
      return refuse(`Command "${command}" is unknown, try "ip route help".\n`, 255)
  }
}

function choose(system: HostSystem, words: readonly string[]): TableRoute[] | Refusal {
  const pairs = readPairs(words, ['dev', 'to', 'table', 'exact', 'via'], [], 'to')
  if (isRefusal(pairs)) return pairs
  const [to = pairs.get('exact'), dev, via] = [pairs.get('to'), pairs.get('dev'), pairs.get('via')]
  const prefix = to === undefined || to === 'all' ? undefined : readPrefix(to)
  if (to !== undefined && to !== 'all' && prefix === undefined) return notAPrefix(to)
  if (dev !== undefined && !system.interfaces.has(dev)) return refuse(`Cannot find device "${dev}"\n`, 1)
  return mainTable(system).filter(
    ({ route, link }) =>
      (prefix === undefined ||
        (route.prefix === prefix.address && route.prefixLength === prefix.prefixLength)) &&
      (dev === undefined || link.name === dev) &&
      (via === undefined || route.nextHop === readIpv4(via)),
  )
}

/** `default`, `192.168.1.0/24`, and a host alone without its length. */
function prefixText(prefix: number, prefixLength: number): string {
  if (prefixLength === 0) return 'default'
  return prefixLength === 32 ? showIpv4(prefix) : `${showIpv4(prefix)}/${prefixLength}`
}

function routeLine({ route, link, source, isOnLink }: TableRoute): string {
  return [
    prefixText(route.prefix, route.prefixLength),
    ...(route.nextHop === undefined ? [] : [`via ${showIpv4(route.nextHop)}`]),
    `dev ${link.name}`,
    ...(source === undefined ? [] : ['proto kernel']),
    ...(route.nextHop === undefined ? ['scope link'] : []),
    ...(source === undefined ? [] : [`src ${showIpv4(source)}`]),
    ...(route.metric === 0 ? [] : [`metric ${route.metric}`]),
    ...(isOnLink ? ['onlink'] : []),
    ...(link.carrier ? [] : ['linkdown']),
    '\n',
  ].join(' ')
}

function get(system: HostSystem, words: readonly string[]): string | Refusal {
  const [word, from, address] = words
  if (word === undefined) return refuse('need at least a destination address\n', 1)
  const prefix = readPrefix(word)
  if (prefix === undefined) return notAPrefix(word)
  const { stack } = system
  const destination = prefix.address
  const shown = showIpv4(destination)
  const typed = from === 'from' && address !== undefined ? readIpv4(address) : undefined
  if (stack.isOwnAddress(destination))
    return `local ${shown} dev lo src ${shown} uid 0 \n    cache <local> \n`
  const redirect = stack.redirects.get(destination)
  const path = redirect ?? stack.routes.lookup(destination)?.paths[0]
  const source = stack.sourceFor({ destination })
  if (path === undefined || source === undefined) return answers('Network is unreachable')
  const dev = `dev ${path.link.name}`
  if (stack.isBroadcast(destination))
    return `broadcast ${shown} ${dev} src ${showIpv4(source)} uid 0 \n    cache <local,brd> \n`
  const via = path.gateway === undefined ? '' : `via ${showIpv4(path.gateway)} `
  const own =
    typed === undefined ? `${via}${dev} src ${showIpv4(source)}` : `from ${showIpv4(typed)} ${via}${dev}`
  return `${shown} ${own} uid 0 \n    cache ${redirect === undefined ? '' : '<redirected> '}\n`
}

function readWanted(system: HostSystem, words: readonly string[]): Wanted | Refusal {
  const pairs = readPairs(words, ['via', 'dev', 'metric', 'to', 'scope', 'proto', 'src'], ['onlink'], 'to')
  if (isRefusal(pairs)) return pairs
  const to = pairs.get('to')
  const prefix = to === undefined ? undefined : readPrefix(to)
  if (prefix === undefined) return to === undefined ? refuse(routeUsage, 255) : notAPrefix(to)
  const gateway = pairs.get('via')
  const via = gateway === undefined ? undefined : readIpv4(gateway)
  if (gateway !== undefined && via === undefined)
    return refuse(`Error: inet address is expected rather than "${gateway}".\n`, 1)
  const metric = pairs.get('metric')
  if (metric !== undefined && !/^\d{1,9}$/.test(metric))
    return refuse(`Error: "metric" value is invalid: "${metric}".\n`, 1)
  const dev = pairs.get('dev')
  const link = dev === undefined ? undefined : findDevice(system, dev)
  if (isRefusal(link)) return link
  return {
    prefix,
    via,
    link,
    metric: metric === undefined ? undefined : Number(metric),
    isOnLink: pairs.has('onlink'),
  }
}

function add(system: HostSystem, wanted: Wanted, replaces: boolean): string | Refusal {
  const { prefix, via, metric = 0, isOnLink } = wanted
  if ((prefix.address & maskOf(prefix.prefixLength)) >>> 0 !== prefix.address)
    return kernelError('Invalid prefix for given prefix length.')
  const near = via === undefined ? undefined : system.linkTowards(via)
  const link = wanted.link ?? near
  if (via === undefined && link === undefined) return answers('No such device')
  if (link === undefined || (via !== undefined && !isOnLink && near === undefined))
    return kernelError('Nexthop has invalid gateway.')
  if (!link.up)
    return via === undefined ? answers('Network is down') : kernelError('Nexthop device is not up.')
  const there = mainTable(system).filter(
    ({ route }) =>
      route.prefix === prefix.address &&
      route.prefixLength === prefix.prefixLength &&
      route.metric === metric,
  )
  if (there.length > 0 && !replaces) return answers('File exists')
  for (const { route } of there) system.stack.routes.remove(route)
  system.addRoute({
    prefix: prefix.address,
    prefixLength: prefix.prefixLength,
    metric,
    link,
    isOnLink,
    ...(via === undefined ? {} : { nextHop: via }),
  })
  return ''
}

function remove(system: HostSystem, { prefix, via, link, metric }: Wanted): string | Refusal {
  const found = mainTable(system).find(
    (one) =>
      one.route.prefix === prefix.address &&
      one.route.prefixLength === prefix.prefixLength &&
      (via === undefined || one.route.nextHop === via) &&
      (link === undefined || one.link === link) &&
      (metric === undefined || one.route.metric === metric),
  )
  if (found === undefined) return answers('No such process')
  system.stack.routes.remove(found.route)
  return ''
}
