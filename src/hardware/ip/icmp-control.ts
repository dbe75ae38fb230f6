/**
 * ICMP of a stack: answering echo requests, telling senders why their packets end here, and hearing the same from others.
 * Sources: RFC 792, 1122 (3.2.2), 1191, 1812 (4.3).
 */

import { isBad, readU16, readU32 } from '../../wire/bytes.ts'
import { decodeIcmp, encodeIcmp, type Icmp, icmpTypes, unreachableCodes } from '../../wire/icmp.ts'
import { decodeIpv4, type Ipv4, ipProtocols, ipv4HeaderBytes } from '../../wire/ipv4.ts'
import { endingOf } from '../endings.ts'
import type { Frame } from '../frame.ts'
import type { LinkState } from './link-state.ts'
import type { SendPayload } from './origination.ts'
import { frameHeaderBytes } from './packets.ts'
import { echoKey, probeKey, type Queries } from './queries.ts'
import type { TcpSockets } from './tcp-sockets.ts'
import type { Answer, IpEnvironment, IpSettings } from './types.ts'

/** What ICMP asks of the stack around it. */
export interface IcmpSurroundings {
  readonly environment: IpEnvironment
  readonly settings: IpSettings
  readonly queries: Queries
  readonly tcp: TcpSockets
  readonly send: SendPayload
  redirected(destination: number, gateway: number, from: number): void
}

/** The packet that an ICMP error is about, as far as it is quoted. */
interface Quoted {
  protocol: number
  source: number
  destination: number
  /** The first four bytes of its payload as two numbers: the ports of UDP and TCP. */
  sourcePort: number
  destinationPort: number
  /** The next four: id and sequence number of an echo, sequence number of TCP. */
  rest: number
}

export class IcmpControl {
  readonly #around: IcmpSurroundings
  #lastUnreachableMs = -Infinity
  #lastTooBigMs = -Infinity

  constructor(around: IcmpSurroundings) {
    this.#around = around
  }

  /** An ICMP packet for this device. */
  input(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toMany: boolean): void {
    const { environment } = this.#around
    const icmp = decodeIcmp(bytes, packet.payloadStart, packet.payloadEnd)
    if (isBad(icmp)) {
      environment.ended(frame, state.link, endingOf(icmp))
      return
    }
    const wanted = this.#take(state, bytes, packet, icmp, toMany)
    if (wanted) environment.delivered(frame, state.link)
    else environment.ended(frame, state.link, 'nobody waits for it', `ICMP type ${icmp.type}`)
  }

  #take(state: LinkState, bytes: Uint8Array, packet: Ipv4, icmp: Icmp, toMany: boolean): boolean {
    switch (icmp.type) {
      case icmpTypes.echo:
        return this.#echoed(state, bytes, packet, icmp, toMany)
      case icmpTypes.echoReply:
        return this.#replied(bytes, packet, icmp)
      case icmpTypes.redirect: {
        const quoted = quotedAt(bytes, icmp.dataStart, icmp.dataEnd)
        if (quoted === undefined) return false
        this.#around.redirected(quoted.destination, icmp.rest, packet.source)
        return true
      }
      default: {
        const quoted = quotedAt(bytes, icmp.dataStart, icmp.dataEnd)
        return quoted !== undefined && this.#failed(quoted, packet.source, icmp.type, icmp.code, icmp.rest)
      }
    }
  }

  #echoed(state: LinkState, bytes: Uint8Array, packet: Ipv4, icmp: Icmp, toMany: boolean): boolean {
    if (toMany && !this.#around.settings.answersBroadcastEcho) return false
    const options = bytes.slice(packet.start + ipv4HeaderBytes, packet.payloadStart)
    const reply = encodeIcmp(
      { type: icmpTypes.echoReply, code: 0, rest: icmp.rest },
      bytes.subarray(icmp.dataStart, icmp.dataEnd),
    )
    const source = toMany ? state.addressTowards(packet.source) : packet.destination
    if (source === undefined) return false
    this.#around.send(
      { destination: packet.source, source, tos: packet.tos, df: packet.dontFragment },
      ipProtocols.icmp,
      () => reply,
      options.length > 0 ? options : undefined,
    )
    return true
  }

  #replied(bytes: Uint8Array, packet: Ipv4, icmp: Icmp): boolean {
    const key = icmp.rest
    const query = this.#around.queries.get(key)
    if (query?.data === undefined) return false
    const { data } = query
    let intact = data.length === icmp.dataEnd - icmp.dataStart
    for (let i = 0; intact && i < data.length; i++) intact = data[i] === bytes[icmp.dataStart + i]
    this.#around.queries.answer(key, (rttMs) => ({
      kind: 'reply',
      from: packet.source,
      rttMs,
      ttl: packet.ttl,
      bytes: packet.payloadEnd - packet.start,
      intact,
      oneOfSeveral: query.toMany,
      options: bytes.slice(packet.start + ipv4HeaderBytes, packet.payloadStart),
    }))
    return true
  }

  /** A packet of ours ended at `from`; false when nobody here cares. */
  #failed(quoted: Quoted, from: number, type: number, code: number, rest: number): boolean {
    const { queries } = this.#around
    const key =
      quoted.protocol === ipProtocols.icmp
        ? echoKey(quoted.rest >>> 16, quoted.rest & 0xffff)
        : quoted.protocol === ipProtocols.udp
          ? probeKey(quoted.sourcePort, quoted.destinationPort)
          : undefined
    if (key !== undefined && queries.get(key) !== undefined) {
      queries.answer(key, (rttMs) => answerOf(type, code, rest, from, rttMs))
      return true
    }
    return quoted.protocol === ipProtocols.tcp && this.#connectionFailed(quoted, type, code)
  }

  #connectionFailed(quoted: Quoted, type: number, code: number): boolean {
    if (type !== icmpTypes.unreachable) return false
    const { source, sourcePort, destination, destinationPort } = quoted
    const refused = code === unreachableCodes.port || code === unreachableCodes.protocol
    const reason = refused ? 'refused' : 'unreachable'
    return this.#around.tcp.failed([source, sourcePort], [destination, destinationPort], reason)
  }

  /** The neighbour for the packet in `bytes` is silent; it came in by `cameBy`, or is our own and would have left by `out`. */
  hostUnreachable(bytes: Uint8Array, cameBy: LinkState | undefined, out: LinkState): void {
    const packet = decodeIpv4(bytes, frameHeaderBytes, bytes.length)
    if (isBad(packet)) return
    const { host } = unreachableCodes
    if (cameBy !== undefined) {
      this.tell(cameBy, bytes, packet, icmpTypes.unreachable, host)
      return
    }
    const quoted = quotedAt(bytes, packet.start, packet.payloadEnd)
    const own = out.addressTowards(packet.destination)
    if (quoted !== undefined && own !== undefined) this.#failed(quoted, own, icmpTypes.unreachable, host, 0)
  }

  /** Tells the sender of `packet`, which came in by `state`, why it ends here; says nothing where the RFCs forbid it. */
  tell(state: LinkState, bytes: Uint8Array, packet: Ipv4, type: number, code: number, rest = 0): void {
    if (packet.fragmentOffset !== 0 || !isOneHost(packet.source) || isGroup(packet.destination)) return
    // The frame went to everybody, so would complaints.
    if (
      state.link.kind === 'ethernet' &&
      packet.start >= frameHeaderBytes &&
      ((bytes[0] as number) & 1) === 1
    )
      return
    if (packet.protocol === ipProtocols.icmp) {
      const inner = bytes[packet.payloadStart]
      if (inner !== icmpTypes.echo && inner !== icmpTypes.echoReply) return
    }
    if (type === icmpTypes.unreachable && !this.#mayTellUnreachable(state, code)) return
    const source = state.addressTowards(packet.source)
    if (source === undefined) return
    const { settings } = this.#around
    const quoteEnd = Math.min(packet.payloadEnd, packet.payloadStart + settings.quotedBytes)
    const payload = encodeIcmp({ type, code, rest }, bytes.subarray(packet.start, quoteEnd))
    this.#around.send({ destination: packet.source, source }, ipProtocols.icmp, () => payload)
  }

  #mayTellUnreachable(state: LinkState, code: number): boolean {
    if (!state.settings.unreachables) return false
    const { settings, environment } = this.#around
    const now = environment.kernel.nowMs
    const tooBig = code === unreachableCodes.fragmentationNeeded
    if (now - (tooBig ? this.#lastTooBigMs : this.#lastUnreachableMs) < settings.unreachableIntervalMs)
      return false
    if (tooBig) this.#lastTooBigMs = now
    else this.#lastUnreachableMs = now
    return true
  }
}

function answerOf(type: number, code: number, rest: number, from: number, rttMs: number): Answer {
  if (type === icmpTypes.unreachable)
    return { kind: 'unreachable', code, from, rttMs, mtuBytes: code === 4 ? rest & 0xffff : 0 }
  if (type === icmpTypes.timeExceeded) return { kind: 'ttl exceeded', from, rttMs, code }
  if (type === icmpTypes.sourceQuench) return { kind: 'quench', from, rttMs }
  return { kind: 'other', type, from, rttMs }
}

/** The packet quoted by an ICMP error: its header need not be whole, nor its checksum right. */
function quotedAt(bytes: Uint8Array, start: number, end: number): Quoted | undefined {
  if (end - start < ipv4HeaderBytes) return undefined
  const payload = start + (((bytes[start] as number) & 15) << 2)
  if ((bytes[start] as number) >> 4 !== 4 || payload + 8 > end) return undefined
  return {
    protocol: bytes[start + 9] as number,
    source: readU32(bytes, start + 12),
    destination: readU32(bytes, start + 16),
    sourcePort: readU16(bytes, payload),
    destinationPort: readU16(bytes, payload + 2),
    rest: readU32(bytes, payload + 4),
  }
}

function isGroup(address: number): boolean {
  return address >>> 28 >= 14
}

/** An address that one host can have. */
export function isOneHost(address: number): boolean {
  return address >>> 24 !== 0 && address >>> 24 !== 127 && !isGroup(address)
}
