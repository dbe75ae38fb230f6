/** The IPv4 header for people, whole or as quoted in an ICMP error. */

import { type Bad, readU16, readU32 } from '../bytes.ts'
import { ipChecksum } from '../ip-checksum.ts'
import { decodeIpv4, type Ipv4, ipProtocols, ipv4HeaderBytes } from '../ipv4.ts'
import { showIpv4 } from '../ipv4-text.ts'
import type { Dissection } from './dissection.ts'
import { type FieldList, hex8, hex16 } from './field-list.ts'

const protocolNames: ReadonlyMap<number, string> = new Map([
  [ipProtocols.icmp, 'ICMP'],
  [2, 'IGMP'],
  [4, 'IPv4'],
  [ipProtocols.tcp, 'TCP'],
  [ipProtocols.udp, 'UDP'],
  [41, 'IPv6'],
  [47, 'GRE'],
  [50, 'ESP'],
  [51, 'AH'],
  [88, 'EIGRP'],
  [89, 'OSPF'],
  [103, 'PIM'],
  [112, 'VRRP'],
])

const optionNames: ReadonlyMap<number, string> = new Map([
  [0, 'end of options'],
  [1, 'no operation'],
  [7, 'record route'],
  [68, 'timestamp'],
  [131, 'loose source route'],
  [137, 'strict source route'],
  [148, 'router alert'],
])

/** `ICMP`, or the number where it has no name here. */
export const protocolName = (protocol: number): string =>
  protocolNames.get(protocol) ?? `protocol ${protocol}`

/** Adds the layer and answers what the decoder said. */
export function addIpv4Header(dissection: Dissection, start: number, end: number): Ipv4 | Bad {
  const ipv4 = decodeIpv4(dissection.bytes, start, end)
  const list = headerFields(dissection, start, end)
  dissection.add({ name: 'IPv4', osi: 'network', unit: 'packet' }, list, ipv4, ipv4Summary)
  return ipv4
}

/** What an ICMP error quotes: the beginning of a packet, whose length and checksums tell nothing here. */
export interface QuotedIpv4 {
  protocol: number
  source: number
  destination: number
  isFirstFragment: boolean
  payloadStart: number
}

export function addQuotedIpv4Header(
  dissection: Dissection,
  start: number,
  end: number,
): QuotedIpv4 | undefined {
  const { bytes } = dissection
  const headerBytes = end - start < ipv4HeaderBytes ? 0 : (bytes[start]! & 15) << 2
  if (headerBytes < ipv4HeaderBytes || bytes[start]! >> 4 !== 4 || start + headerBytes > end) {
    dissection.addAside(start, end, 'Quoted data', 'network')
    return undefined
  }
  const quoted = {
    protocol: bytes[start + 9]!,
    source: readU32(bytes, start + 12),
    destination: readU32(bytes, start + 16),
    isFirstFragment: (readU16(bytes, start + 6) & 0x1fff) === 0,
    payloadStart: start + headerBytes,
  }
  dissection.add(
    { name: 'IPv4, quoted', osi: 'network', unit: 'packet', isAside: true },
    headerFields(dissection, start, end),
    quoted,
    () => `${showIpv4(quoted.source)} → ${showIpv4(quoted.destination)}   ${protocolName(quoted.protocol)}`,
  )
  return quoted
}

function headerFields(dissection: Dissection, start: number, end: number): FieldList {
  const list = dissection.fields(start, end)
  const first = list.u8('Version', (value) => String(value >> 4))
  list.bits('Header length', `${(first & 15) << 2} bytes`)
  const tos = list.u8('Type of service', hex8)
  list.bits('DSCP', String(tos >> 2))
  list.u16('Total length')
  list.u16('Identification', (id) => `${id} (${hex16(id)})`)
  const flags = list.u16('Flags', flagNames)
  list.bits('Fragment offset', String((flags & 0x1fff) << 3))
  list.u8('Time to live')
  list.u8('Protocol', (protocol) =>
    protocolNames.has(protocol) ? `${protocol} ${protocolName(protocol)}` : String(protocol),
  )
  const headerEnd = start + ((first & 15) << 2)
  // Only of a header that is there as a whole can it be said whether its checksum is right.
  const isRight =
    headerEnd <= end && headerEnd >= start + ipv4HeaderBytes
      ? ipChecksum(dissection.bytes, start, headerEnd) === 0
      : undefined
  list.checksum('Header checksum', isRight === undefined ? undefined : isRight ? {} : 'checksum')
  list.ipv4('Source address')
  list.ipv4('Destination address')
  optionFields(list, Math.min(headerEnd, end))
  return list
}

function flagNames(flags: number): string {
  const names = [
    flags & 0x8000 && 'reserved',
    flags & 0x4000 && "don't fragment",
    flags & 0x2000 && 'more fragments',
  ]
  return names.filter(Boolean).join(', ') || 'none'
}

function optionFields(list: FieldList, end: number): void {
  while (list.at < end && !list.isCut) {
    const type = list.bytes[list.at]!
    const length = type < 2 ? 1 : list.at + 1 < end ? list.bytes[list.at + 1]! : 0
    // An option that is longer than the header, or shorter than itself: the rest cannot be told apart.
    const optionEnd = length === 0 || list.at + length > end ? end : list.at + length
    list.hex(`Option: ${optionNames.get(type) ?? type}`, optionEnd)
  }
}

function ipv4Summary(ipv4: Ipv4): string {
  const text = `${showIpv4(ipv4.source)} → ${showIpv4(ipv4.destination)}   ttl ${ipv4.ttl}   len ${ipv4.payloadEnd - ipv4.start}`
  if (!ipv4.moreFragments && ipv4.fragmentOffset === 0) return text
  return `${text}   fragment of ${protocolName(ipv4.protocol)}   id ${ipv4.id} offset ${ipv4.fragmentOffset}`
}
