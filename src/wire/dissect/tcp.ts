/** TCP segments for people. */

import { type Bad, isBad, readU16, readU32 } from '../bytes.ts'
import { decodeTcp, tcpHeaderBytes } from '../tcp.ts'
import { bytesOf, type Dissection } from './dissection.ts'
import type { FieldList } from './field-list.ts'

/** From the lowest bit of the flags up. */
const flagNames = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const

const optionNames: ReadonlyMap<number, string> = new Map([
  [0, 'end of options'],
  [1, 'no operation'],
  [2, 'maximum segment size'],
  [3, 'window scale'],
  [4, 'SACK permitted'],
  [5, 'SACK'],
  [8, 'timestamps'],
])

/** `of` as in udp.ts. */
export function dissectTcp(
  dissection: Dissection,
  start: number,
  end: number,
  of: { source: number; destination: number } | 'quoted' | undefined,
): void {
  const { bytes } = dissection
  const isQuoted = of === 'quoted'
  const isWhole = of !== undefined && !isQuoted
  const verdict: object | Bad = isWhole
    ? decodeTcp(bytes, start, end, of.source, of.destination)
    : end - start < (isQuoted ? 8 : tcpHeaderBytes)
      ? 'truncated'
      : {}
  const list = dissection.fields(start, end)
  const headerEnd = headerFields(list, start, isWhole ? verdict : undefined)
  const payloadStart = Math.min(end, headerEnd)
  dissection.add(
    { name: isQuoted ? 'TCP, quoted' : 'TCP', osi: 'transport', unit: 'segment', isAside: isQuoted },
    list,
    verdict,
    () => (isQuoted ? portsAt(bytes, start) : summaryAt(bytes, start, end - payloadStart)),
  )
  if (!isBad(verdict))
    dissection.addAside(payloadStart, end, isQuoted ? 'Quoted data' : 'Data', 'application')
}

/** Answers where the header says that it ends. */
function headerFields(list: FieldList, start: number, verdict: object | Bad | undefined): number {
  list.u16('Source port')
  list.u16('Destination port')
  list.u32('Sequence number')
  list.u32('Acknowledgement number')
  const offset = list.u8('Header length', (value) => `${(value >> 4) << 2} bytes`)
  list.u8('Flags', (flags) => flagsOf(flags).join(' ') || 'none')
  list.u16('Window')
  list.checksum('Checksum', verdict)
  list.u16('Urgent pointer')
  const headerEnd = start + Math.max(tcpHeaderBytes, (offset >> 4) << 2)
  const end = Math.min(headerEnd, list.end)
  while (list.at < end && !list.isCut) {
    const kind = list.bytes[list.at]!
    const length = kind < 2 ? 1 : list.at + 1 < end ? list.bytes[list.at + 1]! : 0
    const isBroken = length === 0 || list.at + length > end
    if (kind === 2 && length === 4 && !isBroken) {
      list.u32('Option: maximum segment size', (option) => String(option & 0xffff))
    } else list.hex(`Option: ${optionNames.get(kind) ?? kind}`, isBroken ? end : list.at + length)
  }
  return headerEnd
}

const flagsOf = (flags: number) => flagNames.filter((_, at) => (flags & (1 << at)) !== 0)

const portsAt = (bytes: Uint8Array, start: number) =>
  `${readU16(bytes, start)} → ${readU16(bytes, start + 2)}`

function summaryAt(bytes: Uint8Array, start: number, payloadBytes: number): string {
  const flags = bytes[start + 13]!
  const acknowledgement = flags & 0x10 ? ` ack ${readU32(bytes, start + 8)}` : ''
  return `${portsAt(bytes, start)}  [${flagsOf(flags).join(' ')}]  seq ${readU32(bytes, start + 4)}${acknowledgement} win ${readU16(bytes, start + 14)}  ${bytesOf(payloadBytes)}`
}
