/** DTP packets for people. */

import { readU16 } from '../bytes.ts'
import { type DtpPacket, decodeDtp } from '../dtp.ts'
import type { Dissection } from './dissection.ts'
import { hex8, hex16 } from './field-list.ts'

const fieldNames: ReadonlyMap<number, string> = new Map([
  [1, 'Domain'],
  [2, 'Status'],
  [3, 'Trunk type'],
  [4, 'Neighbor'],
])

export function dissectDtp(dissection: Dissection, start: number, end: number): void {
  const dtp = decodeDtp(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  list.u8('Version')
  while (list.at + 4 <= end) {
    const type = readU16(list.bytes, list.at)
    const length = readU16(list.bytes, list.at + 2)
    if (type === 0 || length < 4 || list.at + length > end) break
    const name = fieldNames.get(type) ?? `Type ${hex16(type)}`
    list.skip(4)
    const fieldEnd = list.at + length - 4
    // The domain ends with a zero byte.
    if (type === 1) list.text(name, list.bytes[fieldEnd - 1] === 0 ? fieldEnd - 1 : fieldEnd)
    else if (type === 4 && length === 10) list.mac(name)
    else if (length === 5) list.u8(name, hex8)
    else list.hex(name, fieldEnd)
    list.at = fieldEnd
  }
  dissection.add({ name: 'DTP', osi: 'data link', unit: 'packet' }, list, dtp, dtpSummary)
}

function dtpSummary({ mode, trunking, operational, administrative }: DtpPacket): string {
  return `${trunking ? 'trunk' : 'access'}/${mode}  ${operational}/${administrative}`
}
