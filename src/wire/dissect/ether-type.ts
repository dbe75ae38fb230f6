/** What an Ethernet type stands for, on Ethernet, behind SNAP and on HDLC links. */

import { readU16 } from '../bytes.ts'
import { etherTypes, longestPayload } from '../ethernet.ts'
import { dissectArp } from './arp.ts'
import type { Dissection } from './dissection.ts'
import { type FieldList, hex16 } from './field-list.ts'
import { dissectIpv4 } from './ipv4.ts'
import type { Layer } from './layer.ts'

const names: ReadonlyMap<number, readonly [name: string, osi: Layer['osi']]> = new Map([
  [etherTypes.ipv4, ['IPv4', 'network']],
  [etherTypes.arp, ['ARP', 'data link']],
  [etherTypes.rarp, ['RARP', 'data link']],
  [etherTypes.dot1q, ['802.1Q', 'data link']],
  [etherTypes.ipv6, ['IPv6', 'network']],
  [etherTypes.loopback, ['Loopback', 'data link']],
  [etherTypes.lldp, ['LLDP', 'data link']],
  [0x888e, ['802.1X', 'data link']],
  [0x8809, ['LACP', 'data link']],
])

/** `0x0800 IPv4`. */
export function etherTypeText(type: number): string {
  const name = names.get(type)?.[0]
  return name === undefined ? hex16(type) : `${hex16(type)} ${name}`
}

/** Reads the field of an Ethernet header or tag that is a type or a length, and answers its value. */
export function typeOrLength(list: FieldList): number {
  const isLength = list.at + 2 <= list.end && readU16(list.bytes, list.at) <= longestPayload
  return isLength ? list.u16('Length') : list.u16('Type', etherTypeText)
}

export function dissectEtherType(dissection: Dissection, type: number, start: number, end: number): void {
  if (type === etherTypes.ipv4) dissectIpv4(dissection, start, end)
  else if (type === etherTypes.arp || type === etherTypes.rarp) dissectArp(dissection, start, end)
  else {
    const [name, osi] = names.get(type) ?? [`Type ${hex16(type)}`, 'network']
    dissection.addData(start, end, name, osi)
  }
}
