/** ICMP messages for people, with the packet that an error quotes (RFC 792: its header and 8 bytes, often more). */

import { type Bad, isBad, readU16, readU32 } from '../bytes.ts'
import { decodeIcmp, icmpHeaderBytes, icmpTypes } from '../icmp.ts'
import { ipProtocols } from '../ipv4.ts'
import { showIpv4 } from '../ipv4-text.ts'
import type { Dissection } from './dissection.ts'
import { type FieldList, hex16 } from './field-list.ts'
import { addQuotedIpv4Header, type QuotedIpv4 } from './ipv4-header.ts'
import { dissectTcp } from './tcp.ts'
import { dissectUdp } from './udp.ts'

const typeNames: ReadonlyMap<number, string> = new Map<number, string>([
  [icmpTypes.echoReply, 'echo reply'],
  [icmpTypes.unreachable, 'destination unreachable'],
  [icmpTypes.sourceQuench, 'source quench'],
  [icmpTypes.redirect, 'redirect'],
  [icmpTypes.echo, 'echo request'],
  [9, 'router advertisement'],
  [10, 'router solicitation'],
  [icmpTypes.timeExceeded, 'time exceeded'],
  [icmpTypes.parameterProblem, 'parameter problem'],
  [icmpTypes.timestamp, 'timestamp request'],
  [icmpTypes.timestampReply, 'timestamp reply'],
  [icmpTypes.maskRequest, 'address mask request'],
  [icmpTypes.maskReply, 'address mask reply'],
])

/** RFC 792, 1122 and 1812. */
const unreachableNames = [
  'network unreachable',
  'host unreachable',
  'protocol unreachable',
  'port unreachable',
  'fragmentation needed',
  'source route failed',
  'network unknown',
  'host unknown',
  'source host isolated',
  'network administratively prohibited',
  'host administratively prohibited',
  'network unreachable for this service',
  'host unreachable for this service',
  'administratively prohibited',
  'host precedence violation',
  'precedence cutoff in effect',
] as const

const codeNames: ReadonlyMap<number, readonly string[]> = new Map<number, readonly string[]>([
  [icmpTypes.unreachable, unreachableNames],
  [
    icmpTypes.redirect,
    ['for the network', 'for the host', 'for service and network', 'for service and host'],
  ],
  [icmpTypes.timeExceeded, ['time to live exceeded', 'reassembly time exceeded']],
])

/** Errors, which quote the packet that they are about. */
const quoting: ReadonlySet<number> = new Set([
  icmpTypes.unreachable,
  icmpTypes.sourceQuench,
  icmpTypes.redirect,
  icmpTypes.timeExceeded,
  icmpTypes.parameterProblem,
])

/** Messages with an identifier and a sequence number. */
const numbered: ReadonlySet<number> = new Set([
  icmpTypes.echo,
  icmpTypes.echoReply,
  icmpTypes.timestamp,
  icmpTypes.timestampReply,
  icmpTypes.maskRequest,
  icmpTypes.maskReply,
])

/** `isWhole`: the packet is no fragment, so that the checksum can be told right or wrong. */
export function dissectIcmp(dissection: Dissection, start: number, end: number, isWhole: boolean): void {
  const { bytes } = dissection
  const message = isWhole ? decodeIcmp(bytes, start, end) : end - start < icmpHeaderBytes ? 'truncated' : {}
  const list = headerFields(dissection, start, end, isWhole ? message : undefined)
  const type = end > start ? bytes[start]! : 0
  const dataStart = Math.min(start + icmpHeaderBytes, end)
  if (isBad(message) || !quoting.has(type)) {
    list.hex('Data', end)
    addMessage(dissection, list, message, start, undefined)
    return
  }
  // The quoted packet says what the error is about, so it is looked at first and stands behind.
  const behind = dissection.layers.length
  const quoted = addQuotedIpv4Header(dissection, dataStart, end)
  if (quoted) addQuotedTransport(dissection, quoted, end)
  const quotedLayers = dissection.layers.splice(behind)
  addMessage(dissection, list, message, start, quoted)
  dissection.layers.push(...quotedLayers)
}

function addMessage(
  dissection: Dissection,
  list: FieldList,
  message: object | Bad,
  start: number,
  quoted: QuotedIpv4 | undefined,
): void {
  dissection.add({ name: 'ICMP', osi: 'network', unit: 'message' }, list, message, () =>
    summaryAt(dissection.bytes, start, quoted),
  )
}

function headerFields(
  dissection: Dissection,
  start: number,
  end: number,
  verdict: object | Bad | undefined,
): FieldList {
  const list = dissection.fields(start, end)
  const type = list.u8('Type', (value) => `${value} ${typeNames.get(value) ?? ''}`.trimEnd())
  list.u8('Code', (value) => `${value} ${codeNames.get(type)?.[value] ?? ''}`.trimEnd())
  list.checksum('Checksum', verdict)
  if (numbered.has(type)) {
    list.u16('Identifier', (id) => `${id} (${hex16(id)})`)
    list.u16('Sequence number')
  } else if (type === icmpTypes.redirect) {
    list.ipv4('Gateway address')
  } else if (type === icmpTypes.unreachable) {
    list.u16('Unused')
    list.u16('MTU of next hop')
  } else if (type === icmpTypes.parameterProblem) {
    list.u8('Pointer')
    list.skip(3)
  } else {
    list.u32('Rest of header', (rest) => `0x${rest.toString(16).padStart(8, '0')}`)
  }
  return list
}

/** Of the quoted packet's own payload only the first 8 bytes are sure to be there, which hold the ports. */
function addQuotedTransport(dissection: Dissection, quoted: QuotedIpv4, end: number): void {
  const start = quoted.payloadStart
  if (!quoted.isFirstFragment) dissection.addAside(start, end, 'Quoted fragment', 'transport')
  else if (quoted.protocol === ipProtocols.icmp) addQuotedMessage(dissection, start, end)
  else if (quoted.protocol === ipProtocols.tcp) dissectTcp(dissection, start, end, 'quoted')
  else if (quoted.protocol === ipProtocols.udp) dissectUdp(dissection, start, end, 'quoted')
  else dissection.addAside(start, end, 'Quoted data', 'transport')
}

/** Not what that message may quote in turn: errors about errors are never sent (RFC 1122, 3.2.2). */
function addQuotedMessage(dissection: Dissection, start: number, end: number): void {
  const list = headerFields(dissection, start, end, undefined)
  list.hex('Data')
  const message = end - start < icmpHeaderBytes ? 'truncated' : {}
  dissection.add(
    { name: 'ICMP, quoted', osi: 'network', unit: 'message', isAside: true },
    list,
    message,
    () => summaryAt(dissection.bytes, start, undefined),
  )
}

/** The line of a message whose 8 bytes of header are there. */
function summaryAt(bytes: Uint8Array, start: number, quoted: QuotedIpv4 | undefined): string {
  const type = bytes[start]!
  const code = bytes[start + 1]!
  const name = typeNames.get(type) ?? `type ${type} code ${code}`
  const of = quoted ? `   of ${showIpv4(quoted.source)} → ${showIpv4(quoted.destination)}` : ''
  if (numbered.has(type)) return `${name}  id ${readU16(bytes, start + 4)} seq ${readU16(bytes, start + 6)}`
  switch (type) {
    case icmpTypes.redirect:
      return `redirect ${codeNames.get(type)?.[code] ?? `code ${code}`}  to ${showIpv4(readU32(bytes, start + 4))}${of}`
    case icmpTypes.unreachable: {
      const mtu = code === 4 ? `  mtu ${readU16(bytes, start + 6)}` : ''
      return `${unreachableNames[code] ?? `${name} code ${code}`}${mtu}${of}`
    }
    default:
      return `${codeNames.get(type)?.[code] ?? name}${of}`
  }
}
