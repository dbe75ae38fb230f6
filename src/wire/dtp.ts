/**
 * DTP, Dynamic Trunking Protocol: the packet behind the SNAP header 00000c/2004. Cisco has not published it.
 * Source: Wireshark's description of the packet, frames captured between Catalyst switches.
 */

import { type Bad, readU16, writeU16 } from './bytes.ts'
import { readMac, writeMac } from './mac.ts'

export const dtpProtocol = 0x2004

/** What a port is set to. */
export type DtpMode = 'on' | 'off' | 'desirable' | 'auto'
/** How frames are tagged on the trunk; a port can leave it to the neighbour. */
export type DtpEncapsulation = 'native' | 'isl' | 'dot1q'

export interface DtpPacket {
  /** Of VTP; no trunk is negotiated between two domains. */
  readonly domain: string
  readonly trunking: boolean
  readonly mode: DtpMode
  readonly operational: DtpEncapsulation
  readonly administrative: DtpEncapsulation | 'negotiated'
  /** Who sends it. */
  readonly neighbour: number
}

const type = { domain: 1, status: 2, encapsulation: 3, neighbour: 4 } as const
const modes: readonly (DtpMode | undefined)[] = [undefined, 'on', 'off', 'desirable', 'auto']
const encapsulations: readonly (DtpEncapsulation | 'negotiated' | undefined)[] = [
  'negotiated',
  'native',
  'isl',
  undefined,
  undefined,
  'dot1q',
]
const headerBytes = 4

/** The packet without its SNAP header. */
export function encodeDtp(packet: DtpPacket): Uint8Array {
  // The domain ends with a zero byte, and an empty one is that byte alone.
  const domainBytes = packet.domain.length + 1
  const bytes = new Uint8Array(1 + headerBytes + domainBytes + 2 * (headerBytes + 1) + headerBytes + 6)
  bytes[0] = 1
  let at = 1
  const open = (of: number, length: number): number => {
    writeU16(bytes, at, of)
    writeU16(bytes, at + 2, headerBytes + length)
    const value = at + headerBytes
    at = value + length
    return value
  }
  const domain = open(type.domain, domainBytes)
  for (let index = 0; index < packet.domain.length; index++)
    bytes[domain + index] = packet.domain.charCodeAt(index)
  bytes[open(type.status, 1)] = (packet.trunking ? 0x80 : 0) | modes.indexOf(packet.mode)
  bytes[open(type.encapsulation, 1)] =
    (encapsulations.indexOf(packet.operational) << 5) | encapsulations.indexOf(packet.administrative)
  writeMac(bytes, open(type.neighbour, 6), packet.neighbour)
  return bytes
}

/** Reads the packet that lies in [start, end); what follows its last field is padding. */
export function decodeDtp(bytes: Uint8Array, start: number, end: number): DtpPacket | Bad {
  if (end - start < 1) return 'truncated'
  if (bytes[start] !== 1) return 'malformed'
  let domain = ''
  let status: number | undefined
  let encapsulation: number | undefined
  let neighbour: number | undefined
  for (let at = start + 1; at < end; ) {
    if (end - at < headerBytes) return 'truncated'
    const of = readU16(bytes, at)
    if (of === 0) break
    const length = readU16(bytes, at + 2)
    if (length < headerBytes) return 'malformed'
    if (at + length > end) return 'truncated'
    const value = at + headerBytes
    at += length
    if (of === type.domain) domain = textUpToZero(bytes, value, at)
    else if (of === type.status && length === headerBytes + 1) status = bytes[value]
    else if (of === type.encapsulation && length === headerBytes + 1) encapsulation = bytes[value]
    else if (of === type.neighbour && length === headerBytes + 6) neighbour = readMac(bytes, value)
    else if (of <= type.neighbour) return 'malformed'
  }
  if (status === undefined || encapsulation === undefined || neighbour === undefined) return 'truncated'
  const mode = modes[status & 0x07]
  const operational = encapsulations[encapsulation >> 5]
  const administrative = encapsulations[encapsulation & 0x07]
  if (
    mode === undefined ||
    operational === undefined ||
    operational === 'negotiated' ||
    administrative === undefined
  )
    return 'malformed'
  return { domain, trunking: (status & 0x80) !== 0, mode, operational, administrative, neighbour }
}

function textUpToZero(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end && bytes[at] !== 0; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}
