/**
 * Ethernet frames (IEEE 802.3): a header with a type (Ethernet II) or a length (802.3 with LLC), padding up to the
 * shortest frame. The frame check sequence is not part of the bytes; crc32.ts computes it. Tags: dot1q.ts.
 */

import { type Bad, readU16, writeU16 } from './bytes.ts'
import { readMac, writeMac } from './mac.ts'

export const ethernetHeaderBytes = 14
/** The shortest frame, without its check sequence. */
export const shortestFrameBytes = 60

/** From here on the type-or-length field is a type; up to `longestPayload` it is a length. Between them it is neither. */
export const firstType = 0x600
export const longestPayload = 1500

export const etherTypes = {
  ipv4: 0x0800,
  arp: 0x0806,
  /** On Cisco HDLC links the same number means SLARP. */
  rarp: 0x8035,
  dot1q: 0x8100,
  ipv6: 0x86dd,
  /** Configuration testing protocol: the keepalives that a switch port sends to itself. */
  loopback: 0x9000,
  lldp: 0x88cc,
} as const

export interface Ethernet {
  destination: number
  source: number
  /** Undefined where the field is a length: LLC follows. */
  etherType: number | undefined
  payloadStart: number
  /** By the length field where there is one, so without padding; elsewhere the end of the frame. */
  payloadEnd: number
}

export function decodeEthernet(bytes: Uint8Array, start: number, end: number): Ethernet | Bad {
  const payloadStart = start + ethernetHeaderBytes
  if (payloadStart > end) return 'truncated'
  const field = readU16(bytes, start + 12)
  const isType = field >= firstType
  if (!isType && field > longestPayload) return 'malformed'
  if (!isType && payloadStart + field > end) return 'truncated'
  return {
    destination: readMac(bytes, start),
    source: readMac(bytes, start + 6),
    etherType: isType ? field : undefined,
    payloadStart,
    payloadEnd: isType ? end : payloadStart + field,
  }
}

/** Writes 14 bytes. */
export function writeEthernetHeader(
  bytes: Uint8Array,
  at: number,
  destination: number,
  source: number,
  typeOrLength: number,
): void {
  writeMac(bytes, at, destination)
  writeMac(bytes, at + 6, source)
  writeU16(bytes, at + 12, typeOrLength)
}

export type EthernetAddresses = Pick<Ethernet, 'destination' | 'source'>

/** A whole Ethernet II frame, padded. */
export function ethernetFrame(
  addresses: EthernetAddresses,
  etherType: number,
  payload: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(Math.max(shortestFrameBytes, ethernetHeaderBytes + payload.length))
  writeEthernetHeader(bytes, 0, addresses.destination, addresses.source, etherType)
  bytes.set(payload, ethernetHeaderBytes)
  return bytes
}

/** A whole 802.3 frame around an LLC packet of at most 1500 bytes, padded. */
export function lengthFrame(addresses: EthernetAddresses, payload: Uint8Array): Uint8Array {
  if (payload.length > longestPayload)
    throw new RangeError(`${payload.length} bytes do not fit a length frame`)
  return ethernetFrame(addresses, payload.length, payload)
}
