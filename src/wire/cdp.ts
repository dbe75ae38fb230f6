/**
 * CDP, Cisco Discovery Protocol, versions 1 and 2: the packet behind the SNAP header 00000c/2000. Leaves out what phones
 * and power negotiation add; types that are not known here are skipped.
 * Sources: "Cisco Discovery Protocol Configuration Guide", Wireshark's description of the packet and its odd checksum.
 */

import { type Bad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'

export const cdpProtocol = 0x2000

/** Bits of `capabilities`. */
export const cdpCapability = {
  router: 0x01,
  transparentBridge: 0x02,
  sourceRouteBridge: 0x04,
  switch: 0x08,
  host: 0x10,
  igmp: 0x20,
  repeater: 0x40,
  phone: 0x80,
  remote: 0x100,
  cvta: 0x200,
  twoPortMacRelay: 0x400,
} as const

export interface CdpPacket {
  readonly version: number
  /** How long the receiver keeps it, seconds. */
  readonly holdtime: number
  readonly deviceId?: string
  readonly softwareVersion?: string
  readonly platform?: string
  /** IPv4 addresses of the sending interface; others are not kept. */
  readonly addresses?: readonly number[]
  readonly portId?: string
  readonly capabilities?: number
  /** OUI, protocol and payload of the cluster protocol's hello, as sent. */
  readonly protocolHello?: Uint8Array
  readonly vtpDomain?: string
  readonly nativeVlan?: number
  readonly duplex?: 'full' | 'half'
  readonly managementAddresses?: readonly number[]
}

const type = {
  deviceId: 0x0001,
  addresses: 0x0002,
  portId: 0x0003,
  capabilities: 0x0004,
  softwareVersion: 0x0005,
  platform: 0x0006,
  protocolHello: 0x0008,
  vtpDomain: 0x0009,
  nativeVlan: 0x000a,
  duplex: 0x000b,
  managementAddresses: 0x0016,
} as const

const fixedBytes = 4
const headerBytes = 4
/** NLPID, length 1, 0xcc: how an IPv4 address announces itself. */
const ipv4Prefix = [1, 1, 0xcc, 0, 4] as const
const addressBytes = ipv4Prefix.length + 4

/** The packet without its SNAP header, in the order in which Catalyst switches send it. */
export function encodeCdp(packet: CdpPacket): Uint8Array {
  const fields: [number, Uint8Array][] = []
  const add = <T>(of: number, value: T | undefined, bytesOf: (value: T) => Uint8Array): void => {
    if (value !== undefined) fields.push([of, bytesOf(value)])
  }
  add(type.deviceId, packet.deviceId, textBytes)
  add(type.softwareVersion, packet.softwareVersion, textBytes)
  add(type.platform, packet.platform, textBytes)
  add(type.addresses, packet.addresses, addressListBytes)
  add(type.portId, packet.portId, textBytes)
  add(type.capabilities, packet.capabilities, u32Bytes)
  add(type.protocolHello, packet.protocolHello, (bytes) => bytes)
  add(type.vtpDomain, packet.vtpDomain, textBytes)
  add(type.nativeVlan, packet.nativeVlan, (vlan) => Uint8Array.of(vlan >> 8, vlan & 0xff))
  add(type.duplex, packet.duplex, (duplex) => Uint8Array.of(duplex === 'full' ? 1 : 0))
  add(type.managementAddresses, packet.managementAddresses, addressListBytes)

  const length = fields.reduce((sum, [, value]) => sum + headerBytes + value.length, fixedBytes)
  const bytes = new Uint8Array(length)
  bytes[0] = packet.version
  bytes[1] = packet.holdtime
  let at = fixedBytes
  for (const [of, value] of fields) {
    writeU16(bytes, at, of)
    writeU16(bytes, at + 2, headerBytes + value.length)
    bytes.set(value, at + headerBytes)
    at += headerBytes + value.length
  }
  writeU16(bytes, 2, cdpChecksum(bytes, 0, length))
  return bytes
}

/** Reads the packet that lies in [start, end). */
export function decodeCdp(bytes: Uint8Array, start: number, end: number): CdpPacket | Bad {
  if (end - start < fixedBytes) return 'truncated'
  if (cdpChecksum(bytes, start, end) !== 0) return 'checksum'
  const packet: { -readonly [K in keyof CdpPacket]: CdpPacket[K] } = {
    version: bytes[start] as number,
    holdtime: bytes[start + 1] as number,
  }
  for (let at = start + fixedBytes; at < end; ) {
    if (end - at < headerBytes) return 'truncated'
    const length = readU16(bytes, at + 2)
    if (length < headerBytes) return 'malformed'
    if (at + length > end) return 'truncated'
    const fault = readField(packet, readU16(bytes, at), bytes, at + headerBytes, at + length)
    if (fault !== undefined) return fault
    at += length
  }
  return packet
}

function readField(
  packet: { -readonly [K in keyof CdpPacket]: CdpPacket[K] },
  of: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): Bad | undefined {
  const length = end - start
  switch (of) {
    case type.deviceId:
      packet.deviceId = textAt(bytes, start, end)
      return undefined
    case type.softwareVersion:
      packet.softwareVersion = textAt(bytes, start, end)
      return undefined
    case type.platform:
      packet.platform = textAt(bytes, start, end)
      return undefined
    case type.portId:
      packet.portId = textAt(bytes, start, end)
      return undefined
    case type.vtpDomain:
      packet.vtpDomain = textAt(bytes, start, end)
      return undefined
    case type.protocolHello:
      packet.protocolHello = bytes.slice(start, end)
      return undefined
    case type.capabilities:
      if (length !== 4) return 'malformed'
      packet.capabilities = readU32(bytes, start)
      return undefined
    case type.nativeVlan:
      if (length !== 2) return 'malformed'
      packet.nativeVlan = readU16(bytes, start)
      return undefined
    case type.duplex:
      if (length !== 1) return 'malformed'
      packet.duplex = bytes[start] === 0 ? 'half' : 'full'
      return undefined
    case type.addresses:
    case type.managementAddresses: {
      const addresses = addressesAt(bytes, start, end)
      if (typeof addresses === 'string') return addresses
      if (of === type.addresses) packet.addresses = addresses
      else packet.managementAddresses = addresses
      return undefined
    }
    default:
      return undefined
  }
}

function textBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 0x100 ? code : 0x3f
  }
  return bytes
}

/** Byte for byte: what a neighbour says is not trusted to be UTF-8, nor to be printable. */
function textAt(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}

function u32Bytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  writeU32(bytes, 0, value)
  return bytes
}

function addressListBytes(addresses: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + addresses.length * addressBytes)
  writeU32(bytes, 0, addresses.length)
  addresses.forEach((address, index) => {
    const at = 4 + index * addressBytes
    bytes.set(ipv4Prefix, at)
    writeU32(bytes, at + ipv4Prefix.length, address)
  })
  return bytes
}

function addressesAt(bytes: Uint8Array, start: number, end: number): number[] | Bad {
  if (end - start < 4) return 'truncated'
  const count = readU32(bytes, start)
  const addresses: number[] = []
  let at = start + 4
  for (let index = 0; index < count; index++) {
    // Type and length of the protocol, the protocol, the length of the address, the address.
    if (end - at < 2) return 'truncated'
    const protocolBytes = bytes[at + 1] as number
    const lengthAt = at + 2 + protocolBytes
    if (end - lengthAt < 2) return 'truncated'
    const length = readU16(bytes, lengthAt)
    if (lengthAt + 2 + length > end) return 'truncated'
    if (length === 4 && protocolBytes === 1 && bytes[at + 2] === 0xcc)
      addresses.push(readU32(bytes, lengthAt + 2))
    at = lengthAt + 2 + length
  }
  return addresses
}

/**
 * The Internet checksum of [start, end), but an odd last byte counts as the low half of a word, and from 0x80 on as a signed
 * one less one: routers of the time added it so, and every CDP speaker has done so since.
 */
export function cdpChecksum(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  let at = start
  for (; at + 1 < end; at += 2) sum += readU16(bytes, at)
  if (at < end) {
    const last = bytes[at] as number
    sum += last < 0x80 ? last : 0xff00 + last - 1
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}
