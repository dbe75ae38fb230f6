/**
 * ISL, Cisco's Inter-Switch Link: 26 bytes before a whole Ethernet frame, which keeps its own check sequence; the one of the
 * outer frame is not part of the bytes, as with every frame here. Left out: Token Ring, FDDI and ATM inside.
 * Source: "Inter-Switch Link and IEEE 802.1Q Frame Format" (Cisco, document 17056).
 */

import { type Bad, isBad, readU16, writeU16 } from './bytes.ts'
import { crc32, fcsBytes, readFcs, writeFcs } from './crc32.ts'
import { ethernetHeaderBytes } from './ethernet.ts'
import { macFromHex, readMac, writeMac } from './mac.ts'

export const islHeaderBytes = 26

/** The first 40 bits of the destination; type and user bits fill the sixth byte. */
const destination = macFromHex('01000c000000')
const alternateDestination = macFromHex('03000c000000')
/** Destination, source, length and outer check sequence are not counted by the length field. */
export const uncountedHeaderBytes = 14

export interface Isl {
  vlan: number
  /** A BPDU, CDP or VTP frame inside: the neighbour's CPU is to see it. */
  forCpu: boolean
  /** 0 … 3. */
  priority: number
  source: number
  /** The frame inside, without its check sequence. */
  frameStart: number
  frameEnd: number
}

/** Whether a frame is addressed as ISL frames are. */
export function isIsl(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < islHeaderBytes) return false
  const group = readMac(bytes, start)
  return (
    (group - (group % 0x100) === destination || group - (group % 0x100) === alternateDestination) &&
    bytes[start + 14] === 0xaa &&
    bytes[start + 15] === 0xaa &&
    bytes[start + 16] === 0x03
  )
}

export function decodeIsl(bytes: Uint8Array, start: number, end: number): Isl | Bad {
  if (end - start < islHeaderBytes + ethernetHeaderBytes + fcsBytes) return 'truncated'
  if (!isIsl(bytes, start, end)) return 'malformed'
  const typeAndUser = bytes[start + 5]!
  if (typeAndUser >> 4 !== 0) return 'malformed'
  // The length ends with the outer frame's bytes, of which the last four are the inner check sequence.
  const islEnd = start + uncountedHeaderBytes + readU16(bytes, start + 12)
  if (islEnd > end) return 'truncated'
  const frameStart = start + islHeaderBytes
  const frameEnd = islEnd - fcsBytes
  if (frameEnd < frameStart + ethernetHeaderBytes) return 'malformed'
  if (crc32(bytes, frameStart, frameEnd) !== readFcs(bytes, frameEnd)) return 'checksum'
  const vlanAndFlag = readU16(bytes, start + 20)
  return {
    vlan: (vlanAndFlag >> 1) & 0x3ff,
    forCpu: (vlanAndFlag & 1) === 1,
    priority: typeAndUser & 0x03,
    source: readMac(bytes, start + 6),
    frameStart,
    frameEnd,
  }
}

/** The frame inside an ISL frame and its VLAN; undefined where it is none, or a damaged one. */
export function decapsulateIsl(bytes: Uint8Array): { bytes: Uint8Array; vlan: number } | undefined {
  const isl = decodeIsl(bytes, 0, bytes.length)
  return isBad(isl) ? undefined : { bytes: bytes.slice(isl.frameStart, isl.frameEnd), vlan: isl.vlan }
}

/** The ISL frame around `frame`; `source` is the address of the sending port. */
export function encapsulateIsl(frame: Uint8Array, vlan: number, source: number, forCpu = false): Uint8Array {
  const bytes = new Uint8Array(islHeaderBytes + frame.length + fcsBytes)
  writeMac(bytes, 0, destination)
  writeMac(bytes, 6, source)
  writeU16(bytes, 12, bytes.length - uncountedHeaderBytes)
  bytes.set([0xaa, 0xaa, 0x03], 14)
  // The manufacturer's half of the source address once more.
  bytes.copyWithin(17, 6, 9)
  writeU16(bytes, 20, (vlan << 1) | (forCpu ? 1 : 0))
  bytes.set(frame, islHeaderBytes)
  writeFcs(bytes, bytes.length - fcsBytes, crc32(frame))
  return bytes
}
