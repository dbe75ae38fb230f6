/**
 * How `show cdp` prints a neighbour: a row of the table, and the block of `detail`. What a neighbour says of itself reaches
 * the terminal without its control characters.
 * Layout: captures of 12.2 to XE; the capability letters stand centred, from column 54 less their number.
 */

import type { CdpNeighbour } from '../../../protocols/cdp/cdp.ts'
import { cdpCapability as has } from '../../../wire/cdp.ts'
import { showIpv4 } from '../../arguments.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'

/** Bit, letter in the table, words in detail, in the order of the bits. */
const capabilityWords: readonly (readonly [bit: number, letter: string, word: string])[] = [
  [has.router, 'R', 'Router'],
  [has.transparentBridge, 'T', 'Trans-Bridge'],
  [has.sourceRouteBridge, 'B', 'Source-Route-Bridge'],
  [has.switch, 'S', 'Switch'],
  [has.host, 'H', 'Host'],
  [has.igmp, 'I', 'IGMP'],
  [has.repeater, 'r', 'Repeater'],
  [has.phone, 'P', 'Phone'],
  [has.remote, 'D', 'Remotely-Managed'],
  [has.cvta, 'C', 'CVTA'],
  [has.twoPortMacRelay, 'M', 'Two-port Mac Relay'],
]

function wordsOf(capabilities: number): readonly (readonly [number, string, string])[] {
  return capabilityWords.filter(([bit]) => (capabilities & bit) !== 0)
}

function release({ profile }: Ios): number {
  return Number.parseFloat(profile.software.version)
}

/** Releases from 15.2 on count the rows. */
export function countsRows(ios: Ios): boolean {
  return release(ios) >= 15.2
}

/** The heading of the table; the legend of 12.2 ends with the phone. */
export function tableHeading(ios: Ios): string {
  const legend =
    release(ios) >= 15
      ? `Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge
                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, 
                  D - Remote, C - CVTA, M - Two-port Mac Relay 
`
      : `Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge
                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone
`
  return `${legend}\nDevice ID        Local Intrfce     Holdtme    Capability  Platform  Port ID\n`
}

const cisco = /^((?:[A-Z][A-Za-z]*)?(?:Ethernet|GigE)|Serial)(\d\S*)$/

/** `Fas 0/1` for `FastEthernet0/1`; other makers' names stay as they are. */
function shortPort(name: string): string {
  const known = cisco.exec(name)
  return known === null ? name : `${known[1]?.slice(0, 3)} ${known[2]}`
}

const idColumn = 17

export function tableRow(ios: Ios, neighbour: CdpNeighbour): string {
  const { packet, port } = neighbour
  const id = printable(packet.deviceId ?? '')
  const letters = wordsOf(packet.capabilities ?? 0).map(([, letter]) => letter)
  const platform = printable((packet.platform ?? '').replace(/^cisco /i, '')).slice(0, 9)
  let row = id.length < idColumn ? id.padEnd(idColumn) : `${id}\n${' '.repeat(idColumn)}`
  const start = row.lastIndexOf('\n') + 1
  const column = (at: number): void => {
    row = row.padEnd(start + at)
  }
  row += shortPort(port)
  column(35)
  row += String(holdtimeLeft(ios, neighbour))
  column(54 - letters.length)
  row += letters.join(' ')
  column(58)
  row += platform
  column(68)
  return `${row}${shortPort(printable(packet.portId ?? ''))}\n`
}

function holdtimeLeft(ios: Ios, { expiresMs }: CdpNeighbour): number {
  return Math.ceil((expiresMs - ios.kernel.nowMs) / 1000)
}

/** The block of `show cdp neighbors detail` and `show cdp entry`, with the empty line behind it. */
export function detail(ios: Ios, neighbour: CdpNeighbour): string {
  const { packet, port } = neighbour
  const lines = [
    '-------------------------',
    `Device ID: ${printable(packet.deviceId ?? '')}`,
    'Entry address(es): ',
    ...addressLines(packet.addresses ?? []),
    `Platform: ${printable(packet.platform ?? '')},  Capabilities: ${capabilityText(packet.capabilities ?? 0)}`,
    `Interface: ${port},  Port ID (outgoing port): ${printable(packet.portId ?? '')}`,
    `Holdtime : ${holdtimeLeft(ios, neighbour)} sec`,
    '',
    'Version :',
    ...versionLines(neighbour),
    '',
    `advertisement version: ${packet.version}`,
  ]
  if (packet.protocolHello !== undefined) lines.push(...helloLine(packet.protocolHello))
  if (packet.vtpDomain !== undefined) lines.push(`VTP Management Domain: '${printable(packet.vtpDomain)}'`)
  if (packet.nativeVlan !== undefined) lines.push(`Native VLAN: ${packet.nativeVlan}`)
  if (packet.duplex !== undefined) lines.push(`Duplex: ${packet.duplex}`)
  if (packet.managementAddresses !== undefined)
    lines.push('Management address(es): ', ...addressLines(packet.managementAddresses))
  return `${lines.join('\n')}\n\n`
}

export function addressLines(addresses: readonly number[]): string[] {
  return addresses.map((address) => `  IP address: ${showIpv4(address)}`)
}

export function versionLines({ packet }: CdpNeighbour): string[] {
  return (packet.softwareVersion ?? '').split('\n').map(printable)
}

function capabilityText(capabilities: number): string {
  return wordsOf(capabilities)
    .map(([, , word]) => `${word} `)
    .join('')
}

function helloLine(hello: Uint8Array): string[] {
  if (hello.length < 5) return []
  const hex = [...hello].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')
  const length = hello.length - 5
  return [
    `Protocol Hello:  OUI=0x${hex.slice(0, 6)}, Protocol ID=0x${hex.slice(6, 10)}; payload len=${length}, value=${hex.slice(10)}`,
  ]
}
