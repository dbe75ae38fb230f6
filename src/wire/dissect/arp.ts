/** ARP and RARP for people. */

import { type Arp, arpReply, arpRequest, decodeArp } from '../arp.ts'
import { isBad } from '../bytes.ts'
import { showIpv4 } from '../ipv4-text.ts'
import { dottedMac } from '../mac.ts'
import type { Dissection } from './dissection.ts'
import { hex16 } from './field-list.ts'

const operations = ['', 'request', 'reply', 'reverse request', 'reverse reply'] as const

export function dissectArp(dissection: Dissection, start: number, end: number): void {
  const arp = decodeArp(dissection.bytes, start, end)
  const list = dissection.fields(start, end)
  list.u16('Hardware type', (type) => (type === 1 ? '1 Ethernet' : String(type)))
  list.u16('Protocol type', (type) => (type === 0x0800 ? '0x0800 IPv4' : hex16(type)))
  list.u8('Hardware address length')
  list.u8('Protocol address length')
  const operation = list.u16('Operation', (code) => `${code} ${operations[code] ?? ''}`.trimEnd())
  if (arp !== 'malformed') {
    list.mac('Sender MAC address')
    list.ipv4('Sender IP address')
    list.mac('Target MAC address')
    list.ipv4('Target IP address')
  }
  const name = operation === 3 || operation === 4 ? 'RARP' : 'ARP'
  dissection.add({ name, osi: 'data link', unit: 'packet' }, list, arp, arpSummary)
  if (!isBad(arp)) dissection.contentEnd = list.at
}

function arpSummary(arp: Arp): string {
  const sender = showIpv4(arp.senderAddress)
  // Said to everybody, and nobody is asked.
  if (arp.senderAddress === arp.targetAddress && arp.operation <= arpReply) {
    return `gratuitous: ${sender} is at ${dottedMac(arp.senderMac)}`
  }
  switch (arp.operation) {
    case arpRequest:
      return `who has ${showIpv4(arp.targetAddress)}? tell ${sender}`
    case arpReply:
      return `${sender} is at ${dottedMac(arp.senderMac)}`
    case 3:
      return `who is ${dottedMac(arp.targetMac)}? tell ${dottedMac(arp.senderMac)}`
    case 4:
      return `${dottedMac(arp.targetMac)} is ${showIpv4(arp.targetAddress)}`
    default:
      return `operation ${arp.operation}`
  }
}
