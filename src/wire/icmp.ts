/** ICMP (RFC 792, 1191): type, code, checksum, four bytes whose meaning the type gives, data. */

import { type Bad, readU32, writeU16, writeU32 } from './bytes.ts'
import { ipChecksum } from './ip-checksum.ts'

export const icmpTypes = {
  echoReply: 0,
  unreachable: 3,
  sourceQuench: 4,
  redirect: 5,
  echo: 8,
  timeExceeded: 11,
  parameterProblem: 12,
  timestamp: 13,
  timestampReply: 14,
  maskRequest: 17,
  maskReply: 18,
} as const

/** Codes of type 3. */
export const unreachableCodes = {
  network: 0,
  host: 1,
  protocol: 2,
  port: 3,
  fragmentationNeeded: 4,
  sourceRoute: 5,
  administrative: 13,
} as const

export const icmpHeaderBytes = 8

export interface Icmp {
  type: number
  code: number
  /** Bytes 4 to 7: id and sequence number of an echo, gateway of a redirect, MTU in the low half of "fragmentation needed". */
  rest: number
  dataStart: number
  dataEnd: number
}

export function decodeIcmp(bytes: Uint8Array, start: number, end: number): Icmp | Bad {
  if (end - start < icmpHeaderBytes) return 'truncated'
  if (ipChecksum(bytes, start, end) !== 0) return 'checksum'
  return {
    type: bytes[start] as number,
    code: bytes[start + 1] as number,
    rest: readU32(bytes, start + 4),
    dataStart: start + icmpHeaderBytes,
    dataEnd: end,
  }
}

/** Writes the header in front of data that are in place already and end at `end`; the checksum covers both. */
export function writeIcmpHeader(
  bytes: Uint8Array,
  at: number,
  end: number,
  type: number,
  code: number,
  rest: number,
): void {
  bytes[at] = type
  bytes[at + 1] = code
  writeU16(bytes, at + 2, 0)
  writeU32(bytes, at + 4, rest)
  writeU16(bytes, at + 2, ipChecksum(bytes, at, end))
}

export function encodeIcmp(icmp: Pick<Icmp, 'type' | 'code' | 'rest'>, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(icmpHeaderBytes + data.length)
  bytes.set(data, icmpHeaderBytes)
  writeIcmpHeader(bytes, 0, bytes.length, icmp.type, icmp.code, icmp.rest)
  return bytes
}
