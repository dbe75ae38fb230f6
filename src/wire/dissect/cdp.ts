/** CDP packets for people, those fields as bytes whose form is not public. */

import { type Bad, isBad, readU16 } from '../bytes.ts'
import { type CdpPacket, decodeCdp } from '../cdp.ts'
import { showIpv4 } from '../ipv4-text.ts'
import type { Dissection } from './dissection.ts'
import { type FieldList, hex16, shownText } from './field-list.ts'

const fieldNames: ReadonlyMap<number, string> = new Map([
  [0x0001, 'Device ID'],
  [0x0002, 'Addresses'],
  [0x0003, 'Port ID'],
  [0x0004, 'Capabilities'],
  [0x0005, 'Software version'],
  [0x0006, 'Platform'],
  [0x0007, 'IP prefixes'],
  [0x0008, 'Protocol hello'],
  [0x0009, 'VTP management domain'],
  [0x000a, 'Native VLAN'],
  [0x000b, 'Duplex'],
  [0x000e, 'Voice VLAN reply'],
  [0x000f, 'Voice VLAN query'],
  [0x0010, 'Power consumption'],
  [0x0011, 'MTU'],
  [0x0012, 'Trust'],
  [0x0013, 'Trust of untrusted ports'],
  [0x0016, 'Management addresses'],
])

const texts: ReadonlySet<number> = new Set([0x0001, 0x0003, 0x0005, 0x0006, 0x0009])

export function dissectCdp(dissection: Dissection, start: number, end: number): void {
  const cdp = decodeCdp(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  list.u8('Version')
  list.u8('Holdtime', (seconds) => `${seconds} s`)
  list.checksum('Checksum', cdp)
  while (list.at + 4 <= end) {
    const type = readU16(list.bytes, list.at)
    const length = readU16(list.bytes, list.at + 2)
    if (length < 4 || list.at + length > end) break
    list.skip(4)
    addField(list, type, list.at + length - 4, cdp)
  }
  dissection.add({ name: 'CDP', osi: 'data link', unit: 'packet' }, list, cdp, cdpSummary)
}

function addField(list: FieldList, type: number, end: number, cdp: CdpPacket | Bad): void {
  const name = fieldNames.get(type) ?? `Type ${hex16(type)}`
  const length = end - list.at
  if (texts.has(type)) list.text(name, end)
  else if (type === 0x000a && length === 2) list.u16(name)
  else if (type === 0x000b && length === 1) list.u8(name, (value) => (value === 0 ? 'half' : 'full'))
  else if (type === 0x0004 && length === 4) list.u32(name, capabilityNames)
  else {
    const addresses = isBad(cdp)
      ? undefined
      : type === 0x0002
        ? cdp.addresses
        : type === 0x0016
          ? cdp.managementAddresses
          : undefined
    if (addresses?.length) list.shown(name, addresses.map(showIpv4).join(', '), length)
    else list.hex(name, end)
  }
}

/** As the legend of `show cdp neighbors` calls them, from the lowest bit up. */
const capabilities = [
  'Router',
  'Trans Bridge',
  'Source Route Bridge',
  'Switch',
  'Host',
  'IGMP',
  'Repeater',
  'Phone',
  'Remote',
  'CVTA',
  'Two-port Mac Relay',
]

const capabilityNames = (bits: number) =>
  capabilities.filter((_, bit) => (bits & (1 << bit)) !== 0).join(', ') || 'none'

function cdpSummary(cdp: CdpPacket): string {
  const who = shownText(cdp.deviceId ?? 'nobody')
  const port = cdp.portId === undefined ? '' : `  ${shownText(cdp.portId)}`
  return `${who}${port}  holdtime ${cdp.holdtime}`
}
