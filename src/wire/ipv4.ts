/** The IPv4 header (RFC 791). Options are left as bytes between the fixed header and the payload. */

import { type Bad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'
import { ipChecksum } from './ip-checksum.ts'

export const ipProtocols = { icmp: 1, tcp: 6, udp: 17 } as const
export const ipv4HeaderBytes = 20

export interface Ipv4 {
  tos: number
  id: number
  dontFragment: boolean
  moreFragments: boolean
  /** In bytes, a multiple of 8. */
  fragmentOffset: number
  ttl: number
  protocol: number
  source: number
  destination: number
  /** Where the header begins in the bytes it was decoded from. */
  start: number
  /** Behind the header and its options. */
  payloadStart: number
  /** End of the packet by its own length; what follows is padding. */
  payloadEnd: number
}

export function decodeIpv4(bytes: Uint8Array, start: number, end: number): Ipv4 | Bad {
  if (end - start < ipv4HeaderBytes) return 'truncated'
  const first = bytes[start] as number
  const headerBytes = (first & 15) << 2
  if (first >> 4 !== 4 || headerBytes < ipv4HeaderBytes) return 'malformed'
  const totalBytes = readU16(bytes, start + 2)
  if (totalBytes < headerBytes) return 'malformed'
  if (start + totalBytes > end) return 'truncated'
  if (ipChecksum(bytes, start, start + headerBytes) !== 0) return 'checksum'
  const flags = readU16(bytes, start + 6)
  return {
    tos: bytes[start + 1] as number,
    id: readU16(bytes, start + 4),
    dontFragment: (flags & 0x4000) !== 0,
    moreFragments: (flags & 0x2000) !== 0,
    fragmentOffset: (flags & 0x1fff) << 3,
    ttl: bytes[start + 8] as number,
    protocol: bytes[start + 9] as number,
    source: readU32(bytes, start + 12),
    destination: readU32(bytes, start + 16),
    start,
    payloadStart: start + headerBytes,
    payloadEnd: start + totalBytes,
  }
}

/** What an encoder has to be told; `headerBytes` counts options, which are in the buffer already. */
export type Ipv4Header = Pick<
  Ipv4,
  | 'tos'
  | 'id'
  | 'dontFragment'
  | 'moreFragments'
  | 'fragmentOffset'
  | 'ttl'
  | 'protocol'
  | 'source'
  | 'destination'
>

/** Writes the header with its checksum in front of a payload that ends `totalBytes` behind `at`. */
export function writeIpv4Header(
  bytes: Uint8Array,
  at: number,
  header: Ipv4Header,
  totalBytes: number,
  headerBytes: number = ipv4HeaderBytes,
): void {
  bytes[at] = 0x40 | (headerBytes >> 2)
  bytes[at + 1] = header.tos
  writeU16(bytes, at + 2, totalBytes)
  writeU16(bytes, at + 4, header.id)
  writeU16(
    bytes,
    at + 6,
    (header.dontFragment ? 0x4000 : 0) | (header.moreFragments ? 0x2000 : 0) | (header.fragmentOffset >> 3),
  )
  bytes[at + 8] = header.ttl
  bytes[at + 9] = header.protocol
  writeU16(bytes, at + 10, 0)
  writeU32(bytes, at + 12, header.source)
  writeU32(bytes, at + 16, header.destination)
  writeU16(bytes, at + 10, ipChecksum(bytes, at, at + headerBytes))
}

/** A whole packet. `options` are a multiple of 4 bytes, at most 40. */
export function encodeIpv4(
  header: Ipv4Header,
  payload: Uint8Array,
  options: Uint8Array = noOptions,
): Uint8Array {
  const headerBytes = ipv4HeaderBytes + options.length
  const bytes = new Uint8Array(headerBytes + payload.length)
  bytes.set(options, ipv4HeaderBytes)
  bytes.set(payload, headerBytes)
  writeIpv4Header(bytes, 0, header, bytes.length, headerBytes)
  return bytes
}

export const noOptions = new Uint8Array(0)
