/** The TCP header (RFC 9293). Of the options only the maximum segment size is read and written. */

import { type Bad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'
import { checksumWords, foldChecksum, pseudoHeaderWords } from './ip-checksum.ts'
import { ipProtocols } from './ipv4.ts'

export const tcpFlags = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32 } as const
export const tcpHeaderBytes = 20

export interface Tcp {
  sourcePort: number
  destinationPort: number
  sequence: number
  acknowledgement: number
  /** Bits of `tcpFlags`. */
  flags: number
  window: number
  /** The option of a SYN; undefined without it. */
  maxSegmentBytes: number | undefined
  payloadStart: number
  payloadEnd: number
}

export function decodeTcp(
  bytes: Uint8Array,
  start: number,
  end: number,
  source: number,
  destination: number,
): Tcp | Bad {
  if (end - start < tcpHeaderBytes) return 'truncated'
  const headerBytes = ((bytes[start + 12] as number) >> 4) << 2
  if (headerBytes < tcpHeaderBytes) return 'malformed'
  if (start + headerBytes > end) return 'truncated'
  const sum =
    pseudoHeaderWords(source, destination, ipProtocols.tcp, end - start) + checksumWords(bytes, start, end)
  if (foldChecksum(sum) !== 0) return 'checksum'
  return {
    sourcePort: readU16(bytes, start),
    destinationPort: readU16(bytes, start + 2),
    sequence: readU32(bytes, start + 4),
    acknowledgement: readU32(bytes, start + 8),
    flags: (bytes[start + 13] as number) & 0x3f,
    window: readU16(bytes, start + 14),
    maxSegmentBytes: segmentSizeOption(bytes, start + tcpHeaderBytes, start + headerBytes),
    payloadStart: start + headerBytes,
    payloadEnd: end,
  }
}

function segmentSizeOption(bytes: Uint8Array, start: number, end: number): number | undefined {
  for (let at = start; at < end; ) {
    const kind = bytes[at] as number
    if (kind === 0) return undefined
    if (kind === 1) {
      at++
      continue
    }
    const length = at + 1 < end ? (bytes[at + 1] as number) : 0
    if (length < 2 || at + length > end) return undefined
    if (kind === 2 && length === 4) return readU16(bytes, at + 2)
    at += length
  }
  return undefined
}

export function encodeTcp(
  tcp: Omit<Tcp, 'payloadStart' | 'payloadEnd'>,
  payload: Uint8Array,
  source: number,
  destination: number,
): Uint8Array {
  const headerBytes = tcpHeaderBytes + (tcp.maxSegmentBytes === undefined ? 0 : 4)
  const bytes = new Uint8Array(headerBytes + payload.length)
  writeU16(bytes, 0, tcp.sourcePort)
  writeU16(bytes, 2, tcp.destinationPort)
  writeU32(bytes, 4, tcp.sequence)
  writeU32(bytes, 8, tcp.acknowledgement)
  bytes[12] = (headerBytes >> 2) << 4
  bytes[13] = tcp.flags
  writeU16(bytes, 14, tcp.window)
  if (tcp.maxSegmentBytes !== undefined) {
    writeU16(bytes, 20, 0x0204)
    writeU16(bytes, 22, tcp.maxSegmentBytes)
  }
  bytes.set(payload, headerBytes)
  const sum =
    pseudoHeaderWords(source, destination, ipProtocols.tcp, bytes.length) +
    checksumWords(bytes, 0, bytes.length)
  writeU16(bytes, 16, foldChecksum(sum))
  return bytes
}
