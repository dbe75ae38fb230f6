/** Cisco HDLC frames for people, with SLARP. */

import { isBad } from '../bytes.ts'
import { cdpOverHdlcType, decodeHdlc, decodeSlarp, hdlcHeaderBytes, type Slarp, slarpType } from '../hdlc.ts'
import { showIpv4 } from '../ipv4-text.ts'
import { dissectCdp } from './cdp.ts'
import type { Dissection } from './dissection.ts'
import { dissectEtherType, etherTypeText } from './ether-type.ts'
import { hex8, hex16 } from './field-list.ts'

export function dissectHdlc(dissection: Dissection): void {
  const { bytes } = dissection
  const hdlc = decodeHdlc(bytes, 0, bytes.length)
  const list = dissection.fields(0, bytes.length)
  list.u8('Address', (value) =>
    value === 0x8f ? '0x8f multicast' : value === 0x0f ? '0x0f unicast' : hex8(value),
  )
  list.u8('Control', hex8)
  const type = list.u16('Type', typeText)
  dissection.add(
    { name: 'HDLC', osi: 'data link', unit: 'frame' },
    list,
    hdlc,
    (frame) => `${frame.multicast ? 'multicast' : 'unicast'}   type ${hex16(frame.type)}`,
  )
  if (isBad(hdlc)) return
  const end = bytes.length
  if (type === slarpType) dissectSlarp(dissection, hdlcHeaderBytes, end)
  else if (type === cdpOverHdlcType) dissectCdp(dissection, hdlcHeaderBytes, end)
  else dissectEtherType(dissection, type, hdlcHeaderBytes, end)
}

function typeText(type: number): string {
  if (type === slarpType) return `${hex16(type)} SLARP`
  return type === cdpOverHdlcType ? `${hex16(type)} CDP` : etherTypeText(type)
}

const slarpNames = ['address request', 'address reply', 'keepalive'] as const

function dissectSlarp(dissection: Dissection, start: number, end: number): void {
  const slarp = decodeSlarp(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  const code = list.u32('Type', (value) => `${value} ${slarpNames[value] ?? ''}`.trimEnd())
  if (code === 2) {
    list.u32('Sequence number')
    list.u32('Sequence number heard')
  } else {
    list.ipv4('Address')
    list.ipv4('Mask')
  }
  list.u16('Reliability', hex16)
  if (list.at + 4 <= end) list.u32('Uptime', (ms) => `${ms} ms`)
  dissection.add({ name: 'SLARP', osi: 'data link', unit: 'packet' }, list, slarp, slarpSummary)
}

function slarpSummary(slarp: Slarp): string {
  if (slarp.kind === 'keepalive') return `keepalive  seq ${slarp.sequence} heard ${slarp.heard}`
  return slarp.kind === 'request'
    ? 'address request'
    : `address reply  ${showIpv4(slarp.address)} mask ${showIpv4(slarp.mask)}`
}
