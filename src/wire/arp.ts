/** ARP for IPv4 over Ethernet (RFC 826). Other hardware and protocol types are malformed here: nothing speaks them. */

import { type Bad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'
import { readMac, writeMac } from './mac.ts'

export const arpRequest = 1
export const arpReply = 2
export const arpBytes = 28

export interface Arp {
  /** 1 request, 2 reply; 3 and 4 are those of RARP. */
  operation: number
  senderMac: number
  senderAddress: number
  targetMac: number
  targetAddress: number
}

export function decodeArp(bytes: Uint8Array, start: number, end: number): Arp | Bad {
  if (end - start < arpBytes) return 'truncated'
  // Hardware type Ethernet, protocol type IPv4, lengths 6 and 4.
  if (readU32(bytes, start) !== 0x0001_0800 || readU16(bytes, start + 4) !== 0x0604) return 'malformed'
  return {
    operation: readU16(bytes, start + 6),
    senderMac: readMac(bytes, start + 8),
    senderAddress: readU32(bytes, start + 14),
    targetMac: readMac(bytes, start + 18),
    targetAddress: readU32(bytes, start + 24),
  }
}

/** Writes 28 bytes. */
export function writeArp(bytes: Uint8Array, at: number, arp: Arp): void {
  writeU32(bytes, at, 0x0001_0800)
  writeU16(bytes, at + 4, 0x0604)
  writeU16(bytes, at + 6, arp.operation)
  writeMac(bytes, at + 8, arp.senderMac)
  writeU32(bytes, at + 14, arp.senderAddress)
  writeMac(bytes, at + 18, arp.targetMac)
  writeU32(bytes, at + 24, arp.targetAddress)
}

export function encodeArp(arp: Arp): Uint8Array {
  const bytes = new Uint8Array(arpBytes)
  writeArp(bytes, 0, arp)
  return bytes
}
