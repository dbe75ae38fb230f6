// MAC addresses (IEEE 802): 48 bits, kept as a number, because numbers compare, hash and sort without allocation.

import { readU16, readU32, writeU16, writeU32 } from './bytes.ts'

export const broadcastMac = 0xffff_ffff_ffff

export function readMac(bytes: Uint8Array, at: number): number {
  return readU16(bytes, at) * 0x1_0000_0000 + readU32(bytes, at + 2)
}

export function writeMac(bytes: Uint8Array, at: number, mac: number): void {
  writeU16(bytes, at, Math.floor(mac / 0x1_0000_0000))
  writeU32(bytes, at + 2, mac % 0x1_0000_0000)
}

/** Reads 12 hexadecimal digits, with or without the dots and colons between them. Anything else throws: it is our own mistake. */
export function macFromHex(text: string): number {
  const digits = text.replace(/[.:-]/g, '')
  if (!/^[0-9a-f]{12}$/i.test(digits)) throw new Error(`not a MAC address: ${text}`)
  return Number.parseInt(digits, 16)
}

const hex = (mac: number) => mac.toString(16).padStart(12, '0')

/** As IOS writes it: `001a.a1b2.c380`. */
export function dottedMac(mac: number): string {
  const digits = hex(mac)
  return `${digits.slice(0, 4)}.${digits.slice(4, 8)}.${digits.slice(8)}`
}

/** As Linux writes it: `00:1a:a1:b2:c3:80`. */
export function colonMac(mac: number): string {
  return hex(mac).replace(/(..)(?=.)/g, '$1:')
}

/** Multicast and broadcast: the lowest bit of the first byte. */
export function isGroupMac(mac: number): boolean {
  return Math.floor(mac / 0x100_0000_0000) % 2 === 1
}
