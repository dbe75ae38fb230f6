/** UDP (RFC 768). The checksum covers the addresses of the IP header too, so the decoder has to know them. */

import { type Bad, readU16, writeU16 } from './bytes.ts'
import { checksumWords, foldChecksum, pseudoHeaderWords } from './ip-checksum.ts'
import { ipProtocols } from './ipv4.ts'

export const udpHeaderBytes = 8

export interface Udp {
  sourcePort: number
  destinationPort: number
  payloadStart: number
  payloadEnd: number
}

export function decodeUdp(
  bytes: Uint8Array,
  start: number,
  end: number,
  source: number,
  destination: number,
): Udp | Bad {
  if (end - start < udpHeaderBytes) return 'truncated'
  const length = readU16(bytes, start + 4)
  if (length < udpHeaderBytes) return 'malformed'
  if (start + length > end) return 'truncated'
  // A checksum of 0 says that the sender computed none.
  if (readU16(bytes, start + 6) !== 0 && udpSum(bytes, start, start + length, source, destination) !== 0)
    return 'checksum'
  return {
    sourcePort: readU16(bytes, start),
    destinationPort: readU16(bytes, start + 2),
    payloadStart: start + udpHeaderBytes,
    payloadEnd: start + length,
  }
}

export function encodeUdp(
  ports: Pick<Udp, 'sourcePort' | 'destinationPort'>,
  payload: Uint8Array,
  source: number,
  destination: number,
): Uint8Array {
  const bytes = new Uint8Array(udpHeaderBytes + payload.length)
  bytes.set(payload, udpHeaderBytes)
  writeU16(bytes, 0, ports.sourcePort)
  writeU16(bytes, 2, ports.destinationPort)
  writeU16(bytes, 4, bytes.length)
  // 0 means "none", so a sum of 0 is sent as its other form.
  writeU16(bytes, 6, udpSum(bytes, 0, bytes.length, source, destination) || 0xffff)
  return bytes
}

function udpSum(bytes: Uint8Array, start: number, end: number, source: number, destination: number): number {
  return foldChecksum(
    pseudoHeaderWords(source, destination, ipProtocols.udp, end - start) + checksumWords(bytes, start, end),
  )
}
