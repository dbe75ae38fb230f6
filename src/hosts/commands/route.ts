/** `route`. Source: route(8) and the output of net-tools 2.10. */

import { maskOf, readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import type { Command } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { prefixLengthOf } from '../interfaces-file.ts'
import { ending, type Refusal, refuse } from '../refusal.ts'
import { mainTable } from '../routes.ts'

const usage = `Usage: route [-n]                          List kernel routing tables
       route {add|del} ...                 Modify routing table.
`
const changeUsage = `Usage: inet_route del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
       inet_route add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                              [netmask N] [[dev] If]
`

export const route: Command = {
  name: 'route',
  synopsis: '[-n] | add|del default|[-net] NET[/LENGTH]|-host HOST [netmask MASK] [gw GATEWAY] [dev IF]',
  help: 'the routing table (the older way)',
  *run({ system, words }) {
    const numeric = words.some((word) => /^-\w*n\w*$/.test(word) && word !== '-net')
    const rest = words[0]?.startsWith('-') === true ? words.slice(1) : words
    const [action, ...target] = rest
    if (words[0] !== undefined && /^-(?!(?:n|e|ne|en|ee|nee)$)/.test(words[0]))
      return yield* ending(refuse(`route: invalid option -- '${words[0].slice(1, 2)}'\n${usage}`, 3))
    if (action === undefined) {
      yield 'Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n'
      yield* table(system, numeric)
      return 0
    }
    if (action !== 'add' && action !== 'del' && action !== 'delete') return yield* ending(refuse(usage, 3))
    return yield* ending(change(system, action === 'add', target))
  },
}

function* table(system: HostSystem, numeric: boolean): Generator<string, void, undefined> {
  for (const { route: one, link } of mainTable(system)) {
    const flags = `U${one.nextHop === undefined ? '' : 'G'}${one.prefixLength === 32 ? 'H' : ''}`
    const destination = one.prefixLength === 0 && !numeric ? 'default' : showIpv4(one.prefix)
    const columns = [
      destination.padEnd(15),
      showIpv4(one.nextHop ?? 0).padEnd(15),
      showIpv4(maskOf(one.prefixLength)).padEnd(15),
      flags.padEnd(5),
      String(one.metric).padEnd(6),
      '0 ',
      '0'.padStart(7),
      link.name,
    ]
    yield `${columns.join(' ')}\n`
  }
}

function change(system: HostSystem, adds: boolean, words: readonly string[]): Refusal | undefined {
  const kind = words[0] === '-net' || words[0] === '-host' ? words[0] : undefined
  const [target, ...rest] = kind === undefined ? words : words.slice(1)
  if (target === undefined) return refuse(changeUsage, 0)
  let [gateway, mask, device, metric]: (string | undefined)[] = []
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string
    const value = rest[at + 1]
    const takesValue = ['gw', 'netmask', 'dev', 'metric'].includes(word)
    if (takesValue && value === undefined) return refuse(changeUsage, 3)
    if (word === 'gw') gateway = value
    else if (word === 'netmask') mask = value
    else if (word === 'metric') metric = value
    else if (word === 'dev') device = value
    else device = word
    if (takesValue) at++
  }
  const [name = '', length] = target.split('/')
  const isDefault = name === 'default'
  const prefix = isDefault ? 0 : readIpv4(name)
  if (prefix === undefined) return refuse(`${name}: Host name lookup failure\n`, 1)
  const fallback = isDefault || prefix === 0 ? 0 : kind === '-net' ? networkLength(prefix) : 32
  const typedLength = length ?? mask
  const prefixLength = typedLength === undefined ? fallback : prefixLengthOf(typedLength)
  if (prefixLength === undefined) return refuse(`route: bogus netmask ${typedLength}\n${changeUsage}`, 3)
  if ((prefix & maskOf(prefixLength)) >>> 0 !== prefix)
    return refuse(`route: netmask doesn't match route address\n${changeUsage}`, 3)
  const nextHop = gateway === undefined ? undefined : system.resolve(gateway)
  if (gateway !== undefined && nextHop === undefined)
    return refuse(`${gateway}: Host name lookup failure\n`, 1)
  const typed = device === undefined ? undefined : system.interfaces.get(device)
  const call = adds ? 'SIOCADDRT' : 'SIOCDELRT'
  if (device !== undefined && typed === undefined) return refuse(`${call}: No such device\n`, 7)
  const there = mainTable(system).find(
    ({ route: one, link }) =>
      one.prefix === prefix &&
      one.prefixLength === prefixLength &&
      (adds ? one.metric === Number(metric ?? 0) : nextHop === undefined || one.nextHop === nextHop) &&
      (adds || typed === undefined || link === typed),
  )
  if (!adds) {
    if (there === undefined) return refuse('SIOCDELRT: No such process\n', 7)
    system.stack.routes.remove(there.route)
    return undefined
  }
  const near = nextHop === undefined ? undefined : system.linkTowards(nextHop)
  if (nextHop !== undefined && near === undefined) return refuse('SIOCADDRT: Network is unreachable\n', 7)
  const link = typed ?? near
  if (link === undefined) return refuse('SIOCADDRT: No such device\n', 7)
  if (!link.up) return refuse('SIOCADDRT: Network is down\n', 7)
  if (there !== undefined) return refuse('SIOCADDRT: File exists\n', 7)
  const added = { prefix, prefixLength, metric: Number(metric ?? 0), link, isOnLink: false }
  system.addRoute(nextHop === undefined ? added : { ...added, nextHop })
  return undefined
}

/** `-net` without a length: the class of the address. */
function networkLength(prefix: number): number {
  const first = prefix >>> 24
  return first < 128 ? 8 : first < 192 ? 16 : 24
}
