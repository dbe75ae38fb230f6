/**
 * The routing table as text: legend, gateway of last resort, routes below the network of their class, and one route in
 * detail. Knows routes as the stack has them, and nothing of commands. Leaves out VRFs.
 * Layout: captures of 12.x, 15.2, 15.4, 15.7 and 16.x.
 */

import type { InstalledRoute, Route } from '../../../hardware/ip/types.ts'
import { showIpv4 } from '../../arguments.ts'
import { classfulMask } from '../../classful.ts'
import { duration } from '../../duration.ts'

/** How a release prints. */
export interface RouteStyle {
  readonly release: number
  readonly nowMs: number
}

export function legend({ release }: RouteStyle): string {
  const modern = release >= 15
  const rows = [
    `Codes: ${modern ? 'L - local, ' : ''}C - connected, S - static, R - RIP, M - mobile, B - BGP`,
    'D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ',
    'N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
    'E1 - OSPF external type 1, E2 - OSPF external type 2',
    'i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2',
    'ia - IS-IS inter area, * - candidate default, U - per-user static route',
    `o - ODR, P - periodic downloaded static route${modern ? ', H - NHRP, l - LISP' : ''}`,
    ...(release >= 15.4 ? ['a - application route'] : []),
    ...(modern
      ? [`+ - replicated route, % - next hop override${release >= 15.7 ? ', p - overrides from PfR' : ''}`]
      : []),
  ]
  return `${rows.join(`\n${' '.repeat(7)}`)}\n`
}

export function gatewayLine(routes: readonly InstalledRoute[]): string {
  const route = routes.find(({ prefixLength }) => prefixLength === 0)
  if (route === undefined) return 'Gateway of last resort is not set\n'
  return `Gateway of last resort is ${showIpv4(listed(route)[0]?.nextHop ?? 0)} to network 0.0.0.0\n`
}

/** Equal paths from the highest next hop down, whatever came first. */
function listed({ routes }: InstalledRoute): Route[] {
  return [...routes].sort((a, b) => (b.nextHop ?? 0) - (a.nextHop ?? 0))
}

/** A network by its class, or a default or supernet route, which stands alone. */
interface Group {
  readonly network: number
  readonly classLength: number
  readonly routes: InstalledRoute[]
}

function groupsOf(routes: readonly InstalledRoute[]): Group[] {
  const groups = new Map<string, Group>()
  for (const route of routes) {
    const mask = classfulMask(route.prefix)
    const classLength = lengthOf(mask)
    const alone = route.prefixLength < classLength
    const network = alone ? route.prefix : (route.prefix & mask) >>> 0
    const key = alone ? `${network}/${route.prefixLength}` : `${network}`
    const group = groups.get(key)
    if (group === undefined)
      groups.set(key, { network, classLength: alone ? route.prefixLength : classLength, routes: [route] })
    else group.routes.push(route)
  }
  return [...groups.values()].sort((a, b) => a.network - b.network || a.classLength - b.classLength)
}

/** All routes below their networks. `shown` leaves out routes; the counts are those of the whole table. */
export function routeLines(
  routes: readonly InstalledRoute[],
  style: RouteStyle,
  shown: (route: InstalledRoute) => boolean = () => true,
): string {
  let text = ''
  for (const { network, classLength, routes: members } of groupsOf(routes)) {
    const visible = members.filter(shown)
    if (visible.length === 0) continue
    const only = members[0] as InstalledRoute
    if (members.length === 1 && only.prefixLength <= classLength) {
      text += routeLine(only, style, { member: false, masked: true })
      continue
    }
    const masks = new Set(members.map(({ prefixLength }) => prefixLength))
    const indent = ' '.repeat(style.release >= 15 ? 6 : 5)
    const variable = masks.size > 1
    text += variable
      ? `${indent}${showIpv4(network)}/${classLength} is variably subnetted, ${members.length} subnets, ${masks.size} masks\n`
      : `${indent}${showIpv4(network)}/${only.prefixLength} is subnetted, ${members.length} subnets\n`
    for (const route of visible) text += routeLine(route, style, { member: true, masked: variable })
  }
  return text
}

const longestLine = 78

/** One route: its code, its prefix, and a row for each path. */
function routeLine(
  route: InstalledRoute,
  style: RouteStyle,
  { member, masked }: { member: boolean; masked: boolean },
): string {
  const column = (style.release >= 15 ? 6 : 5) + (member ? 3 : 0)
  const code = codeOf(route)
  const prefix = `${showIpv4(route.prefix)}${masked ? `/${route.prefixLength}` : ''}`
  const head = `${code.padEnd(column)}${prefix}`
  const paths = listed(route).map((one) => pathText(route, one, style))
  const broken = paths.some((path) => head.length + 1 + path.length > longestLine)
  // Releases before 15 leave the blank behind the prefix.
  if (broken)
    return [`${head}${style.release >= 15 ? '' : ' '}`, ...paths.map((path) => ' '.repeat(11) + path)]
      .join('\n')
      .concat('\n')
  return paths.map((path, i) => `${i === 0 ? head : ' '.repeat(head.length)} ${path}\n`).join('')
}

function pathText(
  { source, sinceMs, distance, metric }: InstalledRoute,
  { nextHop, link, learnedMs }: Route,
  { nowMs }: RouteStyle,
): string {
  const isLearned = !ownSources.has(source)
  const age = isLearned ? `, ${duration(nowMs - (learnedMs ?? sinceMs))}` : ''
  if (nextHop === undefined)
    return `is ${isLearned ? `a summary${age}` : 'directly connected'}, ${link?.name}`
  const by = link === undefined ? '' : `, ${link.name}`
  return `[${distance}/${metric}] via ${showIpv4(nextHop)}${age}${by}`
}

const ownSources = new Set(['connected', 'local', 'static'])

const letters = new Map([
  ['connected', 'C'],
  ['local', 'L'],
  ['static', 'S'],
  ['rip', 'R'],
  ['ospf', 'O'],
  ['eigrp', 'D'],
  ['bgp', 'B'],
])

function codeOf({ source, prefixLength, routes }: InstalledRoute): string {
  const letter = letters.get(protocolOf(source)) ?? '?'
  return `${letter}${prefixLength === 0 ? '*' : ' '}${routes[0]?.subType ?? ''}`
}

/** `ospf` of `ospf 1`. */
export function protocolOf(source: string): string {
  return source.split(' ')[0] ?? source
}

/** What `show ip route A.B.C.D` says of one route. */
export function routeDetail(route: InstalledRoute): string {
  const { prefix, prefixLength, source, distance, metric, routes } = route
  const supernet = prefixLength < lengthOf(classfulMask(prefix)) ? ', supernet' : ''
  const kind =
    source === 'local'
      ? ' (connected)'
      : source === 'connected'
        ? ' (connected, via interface)'
        : source === 'static' && routes.every(({ nextHop }) => nextHop === undefined)
          ? ' (connected)'
          : ''
  const candidate = prefixLength === 0 ? ', candidate default path' : ''
  const known = source === 'local' ? 'connected' : source
  const tag = routes[0]?.tag
  let text = `Routing entry for ${showIpv4(prefix)}/${prefixLength}${supernet}\n`
  text += `  Known via "${known}", distance ${distance}, metric ${metric}${candidate}${kind}\n`
  if (tag !== undefined) text += `  Tag ${tag}\n`
  text += '  Routing Descriptor Blocks:\n'
  for (const [i, { nextHop, link, tag: pathTag }] of routes.entries()) {
    const where = nextHop === undefined ? 'directly connected' : showIpv4(nextHop)
    text += `  ${i === 0 ? '*' : ' '} ${where}${link === undefined ? '' : `, via ${link.name}`}\n`
    text += `      Route metric is ${metric}, traffic share count is 1\n`
    if (pathTag !== undefined) text += `      Route tag ${pathTag}\n`
  }
  return text
}

/** What `show ip route` says of a network of which it has parts. From memory. */
export function networkDetail(
  network: number,
  members: readonly InstalledRoute[],
  style: RouteStyle,
): string {
  const classLength = lengthOf(classfulMask(network))
  const masks = new Set(members.map(({ prefixLength }) => prefixLength))
  const attached = members.filter(({ source }) => source === 'connected' || source === 'local').length
  let text = `Routing entry for ${showIpv4(network)}/${masks.size > 1 ? classLength : [...masks][0]}, ${members.length} known subnets\n`
  if (attached > 0) text += `  Attached (${attached} connections)\n`
  if (masks.size > 1) text += `  Variably subnetted with ${masks.size} masks\n`
  for (const route of members) text += routeLine(route, style, { member: true, masked: masks.size > 1 })
  return text
}

/** `show ip route summary`. The sizes of entries are those of captures. */
export function summary(routes: readonly InstalledRoute[], { release }: RouteStyle): string {
  const modern = release >= 15
  const isXe = release >= 16
  const [overheadEach, memoryEach, internalEach] = !modern
    ? [72, 136, 1156]
    : isXe
      ? [96, 312, 712]
      : [96, 288, 712]
  const row = (name: string, cells: readonly (number | string)[]): string =>
    `${[name.padEnd(16), ...cells.map((cell) => String(cell).padEnd(12))].join('').trimEnd()}\n`
  let text = modern
    ? 'IP routing table name is default (0x0)\nIP routing table maximum-paths is 32\n'
    : 'IP routing table name is Default-IP-Routing-Table(0)\nIP routing table maximum-paths is 16\n'
  text += row('Route Source', [
    'Networks',
    'Subnets',
    ...(modern ? ['Replicates'] : []),
    'Overhead',
    'Memory (bytes)',
  ])
  const sources = [
    ...(isXe ? ['application'] : []),
    'connected',
    'static',
    ...(release >= 15.4 && !isXe ? ['application'] : []),
  ]
  for (const { source } of routes) if (source !== 'local' && !sources.includes(source)) sources.push(source)
  const total = [0, 0, 0, 0]
  for (const name of sources) {
    const own = routes.filter(({ source }) => source === name || (name === 'connected' && source === 'local'))
    const subnets = own.filter(
      ({ prefix, prefixLength }) => prefixLength > lengthOf(classfulMask(prefix)),
    ).length
    const cells = [own.length - subnets, subnets, own.length * overheadEach, own.length * memoryEach]
    for (const [i, cell] of cells.entries()) total[i] = (total[i] ?? 0) + cell
    text += row(name, modern ? [...cells.slice(0, 2), 0, ...cells.slice(2)] : cells)
  }
  const internal = groupsOf(routes).filter(
    ({ routes: members, classLength }) => members.length > 1 || (members[0]?.prefixLength ?? 0) > classLength,
  ).length
  text += row('internal', [internal, '', ...(modern ? [''] : []), '', internal * internalEach])
  const [networks = 0, subnets = 0, overhead = 0, memory = 0] = total
  const sum = [
    networks + internal,
    subnets,
    ...(modern ? [0] : []),
    overhead,
    memory + internal * internalEach,
  ]
  return text + row('Total', sum)
}

function lengthOf(mask: number): number {
  return Math.clz32(~mask)
}
