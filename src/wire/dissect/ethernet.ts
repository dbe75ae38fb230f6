/** Ethernet frames for people: header, 802.1Q tags, ISL around them. LLC: llc.ts. */

import { type Bad, isBad } from '../bytes.ts'
import { fcsBytes } from '../crc32.ts'
import {
  decodeEthernet,
  type Ethernet,
  ethernetHeaderBytes,
  etherTypes,
  firstType,
  longestPayload,
} from '../ethernet.ts'
import { decodeIsl, type Isl, isIsl, uncountedHeaderBytes } from '../isl.ts'
import { dottedMac } from '../mac.ts'
import type { Dissection } from './dissection.ts'
import { dissectEtherType, typeOrLength } from './ether-type.ts'
import { type FieldList, hex16 } from './field-list.ts'
import { dissectLlc } from './llc.ts'

/** Two tags are stacked by providers; more of them are nobody's. */
const mostTags = 2

export function dissectEthernet(dissection: Dissection): void {
  const { bytes } = dissection
  if (!isIsl(bytes, 0, bytes.length)) {
    dissectFrame(dissection, 0, bytes.length)
    return
  }
  const isl = decodeIsl(bytes, 0, bytes.length)
  dissection.add({ name: 'ISL', osi: 'data link', unit: 'frame' }, islFields(dissection), isl, islSummary)
  if (!isBad(isl)) dissectFrame(dissection, isl.frameStart, isl.frameEnd)
}

function dissectFrame(dissection: Dissection, start: number, end: number): void {
  const ethernet = decodeEthernet(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  list.mac('Destination')
  list.mac('Source')
  const field = typeOrLength(list)
  const name = isBad(ethernet) ? 'Ethernet' : ethernet.etherType === undefined ? 'IEEE 802.3' : 'Ethernet II'
  dissection.add({ name, osi: 'data link', unit: 'frame' }, list, ethernet, (frame) => headerSummary(frame))
  if (isBad(ethernet)) return
  dissection.contentEnd = ethernet.payloadEnd
  dissectTyped(dissection, field, start + ethernetHeaderBytes, end, mostTags)
  const { contentEnd } = dissection
  if (contentEnd >= end) return
  list.at = contentEnd
  list.hex('Padding')
}

/** What follows a type-or-length field. */
function dissectTyped(dissection: Dissection, field: number, start: number, end: number, tags: number): void {
  if (field === etherTypes.dot1q && tags > 0) dissectTag(dissection, start, end, tags - 1)
  else if (field >= firstType) dissectEtherType(dissection, field, start, end)
  else {
    dissection.contentEnd = start + field
    dissectLlc(dissection, start, start + field)
  }
}

function dissectTag(dissection: Dissection, start: number, end: number, tagsLeft: number): void {
  const list = dissection.fields(start, end)
  const tag = list.u16('VLAN', (value) => String(value & 0xfff))
  list.bits('Priority', String(tag >> 13))
  list.bits('Drop eligible', tag & 0x1000 ? 'yes' : 'no')
  const field = typeOrLength(list)
  const decoded: object | Bad =
    list.isCut || (field <= longestPayload && list.at + field > end)
      ? 'truncated'
      : field > longestPayload && field < firstType
        ? 'malformed'
        : {}
  const priority = tag >> 13 === 0 ? '' : `   priority ${tag >> 13}`
  dissection.add(
    { name: '802.1Q', osi: 'data link', unit: 'tag' },
    list,
    decoded,
    () => `VLAN ${tag & 0xfff}${priority}`,
  )
  if (!isBad(decoded)) dissectTyped(dissection, field, list.at, end, tagsLeft)
}

function headerSummary({ source, destination, etherType, payloadStart, payloadEnd }: Ethernet): string {
  const what = etherType === undefined ? `length ${payloadEnd - payloadStart}` : `type ${hex16(etherType)}`
  return `${dottedMac(source)} → ${dottedMac(destination)}   ${what}`
}

function islFields(dissection: Dissection): FieldList {
  const { bytes } = dissection
  const list = dissection.fields(0, bytes.length)
  list.hex('Destination', 5)
  list.u8('Type', (value) => `${value >> 4}${value >> 4 === 0 ? ' Ethernet' : ''}`)
  list.bits('Priority', String(bytes[5]! & 3))
  list.mac('Source')
  const length = list.u16('Length')
  list.hex('LLC', 17)
  list.hex('Manufacturer of the source', 20)
  const vlan = list.u16('VLAN', (value) => String((value >> 1) & 0x3ff))
  list.bits('BPDU, CDP or VTP inside', vlan & 1 ? 'yes' : 'no')
  list.u16('Index')
  list.u16('Reserved')
  const islEnd = uncountedHeaderBytes + length
  list.at = Math.max(list.at, islEnd - fcsBytes)
  if (islEnd <= bytes.length) list.hex('Check sequence of the frame inside', islEnd)
  return list
}

const islSummary = (isl: Isl) => `VLAN ${isl.vlan}   from ${dottedMac(isl.source)}`
