/**
 * LLC headers (IEEE 802.2) behind the length of an 802.3 frame, and SNAP (IEEE 802, clause 9), by which CDP, DTP, VTP and
 * PVST+ say what they are. Left out: the state of LLC type 2 connections, which nothing here speaks.
 */

import { type Bad, readU16, writeU16 } from './bytes.ts'
import { type EthernetAddresses, lengthFrame } from './ethernet.ts'

export const saps = { spanningTree: 0x42, snap: 0xaa } as const
export const unnumberedInformation = 0x03

export const snapOuis = { ethernet: 0x000000, cisco: 0x00000c } as const

const snapBytes = 8

export interface Llc {
  destinationSap: number
  sourceSap: number
  /** 8 bits of unnumbered frames, 16 of the others. */
  control: number
  /** What SNAP adds; undefined without it. With `snapOuis.ethernet` the protocol is an Ethernet type. */
  snap: { oui: number; protocol: number } | undefined
  payloadStart: number
  payloadEnd: number
}

export function decodeLlc(bytes: Uint8Array, start: number, end: number): Llc | Bad {
  if (end - start < 3) return 'truncated'
  const destinationSap = bytes[start]!
  const sourceSap = bytes[start + 1]!
  const isUnnumbered = (bytes[start + 2]! & 3) === 3
  if (!isUnnumbered && end - start < 4) return 'truncated'
  const control = isUnnumbered ? bytes[start + 2]! : readU16(bytes, start + 2)
  const isSnap = destinationSap === saps.snap && sourceSap === saps.snap && control === unnumberedInformation
  if (isSnap && end - start < snapBytes) return 'truncated'
  return {
    destinationSap,
    sourceSap,
    control,
    snap: isSnap
      ? { oui: (bytes[start + 3]! << 16) | readU16(bytes, start + 4), protocol: readU16(bytes, start + 6) }
      : undefined,
    payloadStart: start + (isSnap ? snapBytes : isUnnumbered ? 3 : 4),
    payloadEnd: end,
  }
}

/** A whole frame with a SNAP header, padded. */
export function snapFrame(
  addresses: EthernetAddresses,
  oui: number,
  protocol: number,
  payload: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(snapBytes + payload.length)
  bytes[0] = saps.snap
  bytes[1] = saps.snap
  bytes[2] = unnumberedInformation
  bytes[3] = oui >> 16
  writeU16(bytes, 4, oui)
  writeU16(bytes, 6, protocol)
  bytes.set(payload, snapBytes)
  return lengthFrame(addresses, bytes)
}
