/**
 * Cisco HDLC on serial links: four bytes before the packet, and SLARP, by which both ends keep the link alive and ask for
 * addresses. Flags, bit stuffing and the 16-bit check sequence belong to the line and are not part of the bytes.
 * Sources: draft-ietf-pppext-cisco-hdlc ("Cisco systems' HDLC"), Linux hdlc_cisco.c's description of the packet.
 */

import { type Bad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'

export const hdlcHeaderBytes = 4
/** The type field of SLARP; on Ethernet it is RARP's. */
export const slarpType = 0x8035
export const cdpOverHdlcType = 0x2000

export interface Hdlc {
  /** Sent to everybody on the link: keepalives, CDP. */
  multicast: boolean
  type: number
  payloadStart: number
  payloadEnd: number
}

const unicast = 0x0f
const multicast = 0x8f

export function decodeHdlc(bytes: Uint8Array, start: number, end: number): Hdlc | Bad {
  if (end - start < hdlcHeaderBytes) return 'truncated'
  const address = bytes[start]!
  if ((address !== unicast && address !== multicast) || bytes[start + 1] !== 0) return 'malformed'
  return {
    multicast: address === multicast,
    type: readU16(bytes, start + 2),
    payloadStart: start + hdlcHeaderBytes,
    payloadEnd: end,
  }
}

/** Writes 4 bytes. */
export function writeHdlcHeader(bytes: Uint8Array, at: number, hdlc: Pick<Hdlc, 'multicast' | 'type'>): void {
  bytes[at] = hdlc.multicast ? multicast : unicast
  bytes[at + 1] = 0
  writeU16(bytes, at + 2, hdlc.type)
}

export function hdlcFrame(hdlc: Pick<Hdlc, 'multicast' | 'type'>, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(hdlcHeaderBytes + payload.length)
  writeHdlcHeader(bytes, 0, hdlc)
  bytes.set(payload, hdlcHeaderBytes)
  return bytes
}

export type Slarp =
  | { kind: 'request' | 'reply'; address: number; mask: number }
  /** Own and last heard sequence number; a link whose own is not heard back three times in a row is down, or looped. */
  | { kind: 'keepalive'; sequence: number; heard: number }

const slarpBytes = 14
/** With the sender's uptime behind it, as routers send it. */
const longSlarpBytes = 18

export function decodeSlarp(bytes: Uint8Array, start: number, end: number): Slarp | Bad {
  if (end - start < slarpBytes) return 'truncated'
  const first = readU32(bytes, start + 4)
  const second = readU32(bytes, start + 8)
  switch (readU32(bytes, start)) {
    case 0:
      return { kind: 'request', address: first, mask: second }
    case 1:
      return { kind: 'reply', address: first, mask: second }
    case 2:
      return { kind: 'keepalive', sequence: first, heard: second }
    default:
      return 'malformed'
  }
}

/** A whole frame of 22 bytes. */
export function slarpFrame(slarp: Slarp, uptimeMs: number): Uint8Array {
  const bytes = new Uint8Array(hdlcHeaderBytes + longSlarpBytes)
  writeHdlcHeader(bytes, 0, { multicast: true, type: slarpType })
  const isKeepalive = slarp.kind === 'keepalive'
  writeU32(bytes, 4, isKeepalive ? 2 : slarp.kind === 'reply' ? 1 : 0)
  writeU32(bytes, 8, isKeepalive ? slarp.sequence : slarp.address)
  writeU32(bytes, 12, isKeepalive ? slarp.heard : slarp.mask)
  // Reliability: no router sends anything else.
  writeU16(bytes, 16, 0xffff)
  writeU32(bytes, 18, uptimeMs)
  return bytes
}
