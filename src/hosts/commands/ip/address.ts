/** `ip address`: the addresses of interfaces. Source: ip-address(8) and the output of iproute2 6.1. */

import { readIpv4, showIpv4 } from '../../../wire/ipv4-text.ts'
import type { HostSystem } from '../../host-system.ts'
import { broadcastOf, type InterfaceAddress, type NetworkInterface } from '../../network-interface.ts'
import { isRefusal, type Refusal, refuse } from '../../refusal.ts'
import { briefHead, hardwareLine, headingOf, selected, statistics } from './link.ts'
import {
  findDevice,
  type IpOptions,
  kernelError,
  matching,
  noDevice,
  notAPrefix,
  type Prefix,
  readPairs,
  readPrefix,
} from './words.ts'

export const addressUsage = `Usage: ip address add IFADDR dev IFNAME [ broadcast { ADDR | + } ]
       ip address del IFADDR dev IFNAME
       ip address flush dev IFNAME
       ip address [ show [ dev IFNAME ] [up] ]
IFADDR := PREFIX
`

const wildcardWarning = (
  address: string,
): string => `Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (${address}/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
`

export function ipAddress(
  system: HostSystem,
  options: IpOptions,
  words: readonly string[],
): string | Refusal {
  const [command = 'show', ...rest] = words
  switch (matching(command, ['add', 'del', 'flush', 'show', 'list', 'lst', 'help'])) {
    case 'add':
      return change(system, rest, add)
    case 'del':
      return change(system, rest, remove)
    case 'flush': {
      if (rest.length === 0) return refuse('Flush requires arguments.\n', 1)
      const shown = selected(system, rest)
      if (isRefusal(shown)) return shown
      for (const one of shown) system.setAddresses(one, [])
      return ''
    }
    case 'help':
      return refuse(addressUsage, 255)
    case undefined:
      return refuse(`Command "${command}" is unknown, try "ip address help".\n`, 255)
    default: {
      const shown = selected(system, rest)
      if (isRefusal(shown)) return shown
      return shown.map((one) => show(one, options)).join('')
    }
  }
}

type Change = (
  system: HostSystem,
  one: NetworkInterface,
  prefix: Prefix,
  broadcast: string | undefined,
) => Refusal | string

function change(system: HostSystem, words: readonly string[], make: Change): string | Refusal {
  const pairs = readPairs(words, ['dev', 'local', 'brd', 'broadcast', 'scope', 'label'], [], 'local')
  if (isRefusal(pairs)) return pairs
  const local = pairs.get('local')
  const prefix = local === undefined ? undefined : readPrefix(local)
  if (local !== undefined && prefix === undefined) return notAPrefix(local)
  const name = pairs.get('dev')
  if (name === undefined) return noDevice
  const one = findDevice(system, name)
  if (isRefusal(one)) return one
  if (prefix === undefined) return refuse('RTNETLINK answers: Invalid argument\n', 2)
  return make(system, one, prefix, pairs.get('brd') ?? pairs.get('broadcast'))
}

function add(
  system: HostSystem,
  one: NetworkInterface,
  { address, prefixLength }: Prefix,
  broadcast: string | undefined,
): Refusal | string {
  if (broadcast !== undefined && !/^[+-]$/.test(broadcast) && readIpv4(broadcast) === undefined)
    return refuse(`Error: inet address is expected rather than "${broadcast}".\n`, 1)
  const added = { address, prefixLength, broadcast: broadcast !== undefined && broadcast !== '-' }
  return system.addAddress(one, added) ? '' : kernelError('ipv4: Address already assigned.')
}

function remove(system: HostSystem, one: NetworkInterface, prefix: Prefix): Refusal | string {
  const found = one.addresses.find(
    ({ address, prefixLength }) =>
      address === prefix.address && (!prefix.isExplicit || prefixLength === prefix.prefixLength),
  )
  if (found === undefined) return kernelError('ipv4: Address not found.')
  system.removeAddress(one, found)
  return prefix.isExplicit ? '' : refuse(wildcardWarning(showIpv4(prefix.address)), 0)
}

function show(one: NetworkInterface, options: IpOptions): string {
  if (options.inetOnly && one.addresses.length === 0) return ''
  const prefixes = one.addresses.map(({ address, prefixLength }) => `${showIpv4(address)}/${prefixLength} `)
  if (options.brief) return `${briefHead(one)}${prefixes.join('')}\n`
  if (options.oneLine)
    return one.addresses
      .map((own) => `${one.index}: ${one.name}    ${inetWords(one, own)}\\       ${lifetime}\n`)
      .join('')
  const hardware = options.inetOnly ? '' : hardwareLine(one)
  const inet = one.addresses.map((own) => `    ${inetWords(one, own)}\n       ${lifetime}\n`).join('')
  return headingOf(one, '') + hardware + inet + (options.statistics ? statistics(one) : '')
}

const lifetime = 'valid_lft forever preferred_lft forever'

function inetWords(one: NetworkInterface, own: InterfaceAddress): string {
  const { address, prefixLength, broadcast } = own
  const scope = one.port === undefined ? 'host' : 'global'
  return [
    `inet ${showIpv4(address)}/${prefixLength}`,
    ...(broadcast ? [`brd ${showIpv4(broadcastOf(own))}`] : []),
    `scope ${scope}`,
    ...(one.isSecondary(own) ? ['secondary'] : []),
    one.name,
  ].join(' ')
}
