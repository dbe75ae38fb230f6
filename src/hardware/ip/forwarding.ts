/**
 * Packets for others: the route, TTL, the errors that a router sends back, and the packet with its new header. This is the
 * path that a busy network spends its time on. Leaves out whether a packet is to be forwarded at all (the stack's), the
 * choice between routes (the route table's) and the way onto the link. Source: RFC 1812 (4.2, 4.3, 5.2, 5.3).
 */

import { readU16, writeU16 } from '../../wire/bytes.ts'
import { frameBytes } from '../../wire/frame-bytes.ts'
import { icmpTypes, unreachableCodes } from '../../wire/icmp.ts'
import { updatedChecksum } from '../../wire/ip-checksum.ts'
import { type Ipv4, ipv4HeaderBytes } from '../../wire/ipv4.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import type { Frame } from '../frame.ts'
import type { IcmpControl } from './icmp-control.ts'
import { type LinkOutput, leastBytesOf } from './link-output.ts'
import type { LinkState } from './link-state.ts'
import type { LinkTable } from './link-table.ts'
import { frameHeaderBytes } from './packets.ts'
import { pathFor, type RouteTable } from './route-table.ts'
import type { IpEnvironment, IpSettings } from './types.ts'

export class Forwarding {
  readonly #environment: IpEnvironment
  readonly #settings: IpSettings
  readonly #routes: RouteTable
  readonly #links: LinkTable
  readonly #output: LinkOutput
  readonly #icmp: IcmpControl

  constructor(
    environment: IpEnvironment,
    settings: IpSettings,
    routes: RouteTable,
    links: LinkTable,
    output: LinkOutput,
    icmp: IcmpControl,
  ) {
    this.#environment = environment
    this.#settings = settings
    this.#routes = routes
    this.#links = links
    this.#output = output
    this.#icmp = icmp
  }

  /** Sends a packet on that came in by `state`, or ends it and tells its sender why. */
  forward(state: LinkState, frame: Frame, packet: Ipv4): void {
    const { bytes } = frame
    const { destination, source } = packet
    if (packet.ttl <= 1) {
      this.#environment.ended(frame, state.link, 'ttl')
      this.#icmp.tell(state, bytes, packet, icmpTypes.timeExceeded, 0)
      return
    }
    // "This network" and loopback never leave a host, not even by a default route (RFC 1812, 5.3.7).
    if (destination >>> 24 === 0 || destination >>> 24 === 127) {
      this.#environment.ended(frame, state.link, 'no route', showIpv4(destination))
      return
    }
    const route = this.#routes.lookup(destination)
    const path = route === undefined ? undefined : pathFor(route, source, destination)
    const out = path === undefined ? undefined : this.#links.of(path.link)
    if (path === undefined || out === undefined || out.link.kind === 'null' || out.link.kind === 'loopback') {
      const reason = out?.link.kind === 'null' ? 'null route' : 'no route'
      this.#environment.ended(frame, state.link, reason, showIpv4(destination))
      this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, this.#settings.noRouteCode)
      return
    }
    const nextHop = path.gateway ?? destination
    const totalBytes = packet.payloadEnd - packet.start
    const { mtuBytes } = out.link
    if (totalBytes > mtuBytes && packet.dontFragment) {
      const detail = `${totalBytes} bytes, MTU ${mtuBytes}`
      this.#environment.ended(frame, state.link, 'fragmentation needed', detail)
      const code = unreachableCodes.fragmentationNeeded
      this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, code, mtuBytes)
      return
    }
    if (out === state && state.settings.redirects && sharesLink(state, source, nextHop))
      this.#icmp.tell(state, bytes, packet, icmpTypes.redirect, 1, nextHop)
    const copy = oneHopOn(bytes, packet, leastBytesOf(out.link))
    if (packet.payloadStart - packet.start > ipv4HeaderBytes) this.#output.fillOptions(copy, out, nextHop)
    this.#output.send(out, nextHop, copy, totalBytes, frame.journey, frame, state.link)
  }

  /** Whether ARP requests of `state` for `target` are answered in its place (proxy ARP, RFC 1027). */
  answersFor(state: LinkState, target: number): boolean {
    if (!this.#settings.forwarding || !state.settings.proxyArp) return false
    if (this.#links.withBroadcast(target) !== undefined) return false
    const route = this.#routes.lookup(target)
    return route?.paths.some(({ link }) => link !== state.link && link.kind !== 'null') ?? false
  }
}

/** The packet in a frame of its own, with a TTL that is one less. */
function oneHopOn(bytes: Uint8Array, packet: Ipv4, leastBytes: number): Uint8Array {
  const { start, payloadEnd } = packet
  const copy = frameBytes(Math.max(leastBytes, frameHeaderBytes + payloadEnd - start))
  // The usual frame is copied whole, which spares the view of a part; its old header is written over.
  if (start === frameHeaderBytes && payloadEnd === bytes.length) copy.set(bytes)
  else copy.set(bytes.subarray(start, payloadEnd), frameHeaderBytes)
  const ttlWord = readU16(bytes, start + 8)
  copy[frameHeaderBytes + 8] = packet.ttl - 1
  writeU16(copy, frameHeaderBytes + 10, updatedChecksum(readU16(bytes, start + 10), ttlWord, ttlWord - 0x100))
  return copy
}

/** Sender and next hop are neighbours on the link: the sender could have sent there itself. */
function sharesLink(state: LinkState, source: number, nextHop: number): boolean {
  return state.link.kind === 'ethernet' && state.isOwnSubnet(source) && state.isOwnSubnet(nextHop)
}
