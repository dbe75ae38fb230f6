/** Frames around IPv4 packets of our own: addresses of everybody, data to send, and cutting what is too long. */

import { isBad, readU32, writeU32 } from '../../wire/bytes.ts'
import { decodeIpv4, ipv4HeaderBytes, writeIpv4Header } from '../../wire/ipv4.ts'
import { maskOf } from '../../wire/ipv4-text.ts'
import { broadcastMac } from '../../wire/mac.ts'

/** Ethernet II: two addresses and the type. */
export const frameHeaderBytes = 14

/** The address of everybody in the subnet of `address`. */
export function broadcastOf(address: number, prefixLength: number): number {
  return (address | ~maskOf(prefixLength)) >>> 0
}

/** Of the packet in a frame. */
export function destinationOf(bytes: Uint8Array): number {
  return readU32(bytes, frameHeaderBytes + 16)
}

/** The MAC address for a packet to everybody or to a group (RFC 1112). */
export function groupMac(destination: number): number {
  return destination >>> 28 === 14 ? 0x0100_5e00_0000 + (destination & 0x7f_ffff) : broadcastMac
}

/** Data for a request: a word repeated, or whatever a function gives for each place. */
export function patternBytes(length: number, pattern: number | ((at: number) => number)): Uint8Array {
  const bytes = new Uint8Array(length)
  if (typeof pattern === 'number') {
    const word = new Uint8Array(4)
    writeU32(word, 0, pattern > 0xffff ? pattern : pattern * 0x1_0001)
    for (let at = 0; at < length; at++) bytes[at] = word[at & 3] as number
  } else for (let at = 0; at < length; at++) bytes[at] = pattern(at)
  return bytes
}

/** Cuts a frame whose packet is too long; each part is a whole frame again, of so many bytes at least. Options stay with the first part alone. */
export function* fragmentsOf(
  bytes: Uint8Array,
  totalBytes: number,
  mtuBytes: number,
  leastBytes: number,
): IterableIterator<Uint8Array> {
  const packet = decodeIpv4(bytes, frameHeaderBytes, frameHeaderBytes + totalBytes)
  if (isBad(packet)) return
  let at = packet.payloadStart
  while (at < packet.payloadEnd) {
    const ipHeaderBytes = at === packet.payloadStart ? packet.payloadStart - packet.start : ipv4HeaderBytes
    const room = (mtuBytes - ipHeaderBytes) & ~7
    const length = Math.min(room, packet.payloadEnd - at)
    const fragment = new Uint8Array(Math.max(leastBytes, frameHeaderBytes + ipHeaderBytes + length))
    fragment.set(bytes.subarray(0, frameHeaderBytes + ipHeaderBytes))
    fragment.set(bytes.subarray(at, at + length), frameHeaderBytes + ipHeaderBytes)
    const fragmentOffset = packet.fragmentOffset + at - packet.payloadStart
    const moreFragments = packet.moreFragments || at + length < packet.payloadEnd
    writeIpv4Header(
      fragment,
      frameHeaderBytes,
      { ...packet, fragmentOffset, moreFragments },
      ipHeaderBytes + length,
      ipHeaderBytes,
    )
    at += length
    yield fragment
  }
}
