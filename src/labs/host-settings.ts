/** What a lab file says of a host: its addresses, its default gateway, its name servers. */

import { maskOf, readIpv4, showIpv4 } from '../wire/ipv4-text.ts'
import { isGroupMac, macFromHex } from '../wire/mac.ts'
import type { HostAddress, HostSettings } from './lab.ts'
import { quoted, type Report } from './lab-fault.ts'
import type { LabFileDevice } from './lab-file-types.ts'

type At = readonly (string | number)[]

/** Keys that only hosts have. */
export const hostKeys = ['address', 'gateway', 'dns', 'mac'] as const

/** Who has which address, over all hosts of a lab. */
export class HostAddresses {
  readonly ips = new Map<number, string>()
  readonly macs = new Map<number, string>()
}

export function readHostSettings(
  name: string,
  file: LabFileDevice,
  given: HostAddresses,
  report: Report,
): HostSettings {
  const at = ['devices', name]
  const addresses = each(file.address, [...at, 'address'], (text, where) => {
    const read = readHostAddress(text, where, report)
    if (read === undefined) return undefined
    unique(given.ips, read.address, name, quoted(showIpv4(read.address)), where, report)
    return read
  })
  const dns = each(file.dns, [...at, 'dns'], (text, where) => readAddress(text, where, report))
  const gateway = readGateway(file, addresses, [...at, 'gateway'], report)
  const mac = readMacAddress(file.mac, [...at, 'mac'], report)
  if (mac !== undefined) unique(given.macs, mac, name, quoted(file.mac ?? ''), [...at, 'mac'], report)
  return {
    addresses,
    dns,
    ...(gateway === undefined ? {} : { gateway }),
    ...(mac === undefined ? {} : { mac }),
  }
}

function each<T>(
  texts: string | readonly string[] | undefined,
  at: At,
  read: (text: string, at: At) => T | undefined,
): T[] {
  if (texts === undefined) return []
  const values =
    typeof texts === 'string' ? [read(texts, at)] : texts.map((text, index) => read(text, [...at, index]))
  return values.filter((value) => value !== undefined)
}

function unique(
  given: Map<number, string>,
  value: number,
  name: string,
  shown: string,
  at: At,
  report: Report,
): void {
  const owner = given.get(value)
  if (owner === undefined) given.set(value, name)
  else
    report({ at, found: `${shown} again`, expected: `an address that no other host has (${owner} has it)` })
}

function readHostAddress(text: string, at: At, report: Report): HostAddress | undefined {
  const slash = text.indexOf('/')
  const address = readIpv4(slash < 0 ? text : text.slice(0, slash))
  const length = /^\d{1,2}$/.test(text.slice(slash + 1)) ? Number(text.slice(slash + 1)) : 0
  if (address === undefined || slash < 0) {
    const example = address === undefined ? '192.168.10.11/24' : `${text}/24`
    report({
      at,
      found: quoted(text),
      expected: `an IPv4 address with its prefix length, such as ${example}`,
    })
    return undefined
  }
  if (length < 1 || length > 32) {
    report({
      at,
      within: slash + 1,
      found: quoted(text.slice(slash + 1)),
      expected: 'a prefix length from 1 to 32',
    })
    return undefined
  }
  const mask = maskOf(length)
  const rest = (address & ~mask) >>> 0
  const whole = ~mask >>> 0
  // RFC 3021: two addresses of a /31 are both hosts'.
  const reserved =
    length >= 31 ? undefined : rest === 0 ? 'network' : rest === whole ? 'broadcast' : undefined
  if (reserved !== undefined || !isUnicast(address)) {
    const which = reserved === undefined ? '' : `, the ${reserved} address`
    report({ at, found: quoted(text) + which, expected: 'an address that a host can have' })
    return undefined
  }
  return { address, prefixLength: length }
}

/** RFC 6890: neither this network (0/8), nor loopback (127/8), nor multicast and above. */
function isUnicast(address: number): boolean {
  const first = address >>> 24
  return first !== 0 && first !== 127 && first < 224
}

function readAddress(text: string, at: At, report: Report): number | undefined {
  const address = readIpv4(text)
  if (address !== undefined && isUnicast(address)) return address
  const known =
    address === undefined ? 'an IPv4 address, such as 192.168.10.1' : 'an address that a host can have'
  report({ at, found: quoted(text), expected: known })
  return undefined
}

function readGateway(
  { gateway: text }: LabFileDevice,
  addresses: readonly HostAddress[],
  at: At,
  report: Report,
): number | undefined {
  if (text === undefined) return undefined
  const gateway = readAddress(text, at, report)
  if (gateway === undefined || addresses.length === 0) return gateway
  if (addresses.some(({ address }) => address === gateway)) {
    report({ at, found: `${quoted(text)}, the host itself`, expected: 'the address of a router beside it' })
    return undefined
  }
  const beside = addresses.some(
    ({ address, prefixLength }) => ((address ^ gateway) & maskOf(prefixLength)) === 0,
  )
  if (beside) return gateway
  const networks = addresses.map(
    ({ address, prefixLength }) => `${showIpv4((address & maskOf(prefixLength)) >>> 0)}/${prefixLength}`,
  )
  report({ at, found: quoted(text), expected: `an address in ${networks.join(' or ')}` })
  return undefined
}

function readMacAddress(text: string | undefined, at: At, report: Report): number | undefined {
  if (text === undefined) return undefined
  const mac = /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})$/i.test(
    text,
  )
    ? macFromHex(text)
    : undefined
  if (mac === undefined || isGroupMac(mac) || mac === 0) {
    const expected = 'a MAC address of one device, such as 02:00:00:00:00:01'
    report({ at, found: quoted(text), expected })
    return undefined
  }
  return mac
}
