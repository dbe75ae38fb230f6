/**
 * IP reassembly (RFC 791, 815): fragments in any order, overlapping or repeated, become one packet. Leaves out timers and
 * the ICMP message about a datagram that stayed incomplete: `expire` gives those back.
 */

import { type Ipv4, ipv4HeaderBytes, writeIpv4Header } from '../../wire/ipv4.ts'

/** More datagrams than these at once push the oldest out. */
const mostDatagrams = 64
const longestPayload = 65_535 - ipv4HeaderBytes

export interface PartialDatagram {
  readonly key: string
  readonly expiresAtMs: number
  /** The header and first bytes of the first fragment, once it has come. */
  first: Uint8Array | undefined
  readonly pieces: { start: number; bytes: Uint8Array }[]
  /** Known once the last fragment has come. */
  payloadBytes: number | undefined
}

export interface Reassembly {
  readonly datagrams: Map<string, PartialDatagram>
}

export function newReassembly(): Reassembly {
  return { datagrams: new Map() }
}

/** When `expire` has something to do, virtual ms, or undefined. */
export function wakeAt(state: Reassembly): number | undefined {
  // All wait equally long, so the oldest, which stands first, is the first to expire.
  for (const datagram of state.datagrams.values()) return datagram.expiresAtMs
  return undefined
}

/** Takes in one fragment; the whole packet (header, options of the first fragment, payload) once nothing is missing. */
export function reassemble(
  state: Reassembly,
  packet: Ipv4,
  bytes: Uint8Array,
  now: number,
  waitMs: number,
): Uint8Array | 'malformed' | undefined {
  const length = packet.payloadEnd - packet.payloadStart
  if (packet.fragmentOffset + length > longestPayload || (packet.moreFragments && length % 8 !== 0))
    return 'malformed'
  const key = `${packet.source} ${packet.destination} ${packet.protocol} ${packet.id}`
  let datagram = state.datagrams.get(key)
  if (datagram === undefined) {
    if (state.datagrams.size >= mostDatagrams)
      for (const oldest of state.datagrams.keys()) {
        state.datagrams.delete(oldest)
        break
      }
    datagram = {
      key,
      expiresAtMs: now + waitMs,
      first: undefined,
      pieces: [],
      payloadBytes: undefined,
    }
    state.datagrams.set(key, datagram)
  }
  if (packet.fragmentOffset === 0) datagram.first ??= bytes.slice(packet.start, packet.payloadEnd)
  if (!packet.moreFragments) datagram.payloadBytes = packet.fragmentOffset + length
  if (
    !datagram.pieces.some(
      ({ start, bytes: there }) => start === packet.fragmentOffset && there.length >= length,
    )
  )
    datagram.pieces.push({
      start: packet.fragmentOffset,
      bytes: bytes.slice(packet.payloadStart, packet.payloadEnd),
    })
  const whole = wholeOf(datagram)
  if (whole !== undefined) state.datagrams.delete(key)
  return whole
}

/** Removes and returns the datagrams whose time is over. */
export function expire(state: Reassembly, now: number): PartialDatagram[] {
  const expired = [...state.datagrams.values()].filter(({ expiresAtMs }) => expiresAtMs <= now)
  for (const { key } of expired) state.datagrams.delete(key)
  return expired
}

function wholeOf({ first, pieces, payloadBytes }: PartialDatagram): Uint8Array | undefined {
  if (first === undefined || payloadBytes === undefined) return undefined
  pieces.sort((a, b) => a.start - b.start)
  let reached = 0
  for (const { start, bytes } of pieces) {
    if (start > reached) return undefined
    reached = Math.max(reached, start + bytes.length)
  }
  if (reached < payloadBytes) return undefined
  const headerBytes = ((first[0] as number) & 15) << 2
  const whole = new Uint8Array(headerBytes + payloadBytes)
  whole.set(first.subarray(0, headerBytes))
  // Later pieces first, so that of overlapping bytes those of the earlier piece stay.
  for (const { start, bytes } of pieces.toReversed())
    whole.set(bytes.subarray(0, Math.max(0, payloadBytes - start)), headerBytes + start)
  const u16 = (at: number) => ((first[at] as number) << 8) | (first[at + 1] as number)
  const u32 = (at: number) => u16(at) * 0x1_0000 + u16(at + 2)
  writeIpv4Header(
    whole,
    0,
    {
      tos: first[1] as number,
      id: u16(4),
      dontFragment: false,
      moreFragments: false,
      fragmentOffset: 0,
      ttl: first[8] as number,
      protocol: first[9] as number,
      source: u32(12),
      destination: u32(16),
    },
    whole.length,
    headerBytes,
  )
  return whole
}
