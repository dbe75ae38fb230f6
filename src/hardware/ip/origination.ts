/**
 * Packets that this device originates: by which link they go, with which source address, and the header in front of them.
 * Leaves out what they carry, and the way onto the link. Sources: RFC 1122 (3.3.1, 3.3.4.3, 3.3.6), 1812 (4.2.2).
 */

import { isBad } from '../../wire/bytes.ts'
import { frameBytes } from '../../wire/frame-bytes.ts'
import { decodeIpv4, type Ipv4, ipv4HeaderBytes, noOptions, writeIpv4Header } from '../../wire/ipv4.ts'
import { Frame } from '../frame.ts'
import { type LinkOutput, leastBytesOf } from './link-output.ts'
import type { LinkState } from './link-state.ts'
import type { LinkTable } from './link-table.ts'
import { frameHeaderBytes } from './packets.ts'
import type { Redirects } from './redirects.ts'
import { pathFor, type RouteTable } from './route-table.ts'
import type { IpEnvironment, IpSettings, NotSent, Outgoing } from './types.ts'

/** A payload that depends on the addresses: checksums of UDP and TCP cover them. */
type PayloadOf = (source: number, destination: number) => Uint8Array

/** Finds the way and the source address of a packet and sends it; what cannot be sent at all is answered at once. */
export type SendPayload = (
  to: Outgoing,
  protocol: number,
  payloadOf: PayloadOf,
  options?: Uint8Array,
) => NotSent | undefined

/** What originating asks of the stack around it. */
export interface OriginationSurroundings {
  readonly environment: IpEnvironment
  readonly settings: IpSettings
  readonly routes: RouteTable
  readonly links: LinkTable
  readonly redirects: Redirects
  readonly output: LinkOutput
  deliver(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4): void
}

interface Exit {
  state: LinkState
  /** The neighbour; undefined: everybody on the link. */
  nextHop: number | undefined
}

export class Origination {
  readonly #around: OriginationSurroundings
  #nextId = 0

  constructor(around: OriginationSurroundings) {
    this.#around = around
  }

  readonly send: SendPayload = (to, protocol, payloadOf, options = noOptions) => {
    const { links, output, environment } = this.#around
    const { destination } = to
    const own = links.withAddress(destination)
    if (own?.up === true) {
      const source = to.source ?? destination
      this.#sendToSelf(own, this.#build(to, source, protocol, payloadOf(source, destination), options, 0))
      return undefined
    }
    const exits = this.#exits(to)
    if (exits.length === 0) return 'no route'
    let problem: NotSent | undefined
    for (const { state, nextHop } of exits) {
      const { link } = state
      if (!state.up || link.kind === 'null' || link.kind === 'loopback') {
        problem = state.up ? 'no route' : 'link down'
        continue
      }
      const source = to.source ?? state.addressTowards(nextHop ?? destination) ?? links.anyAddress()
      if (source === undefined) {
        problem = 'no source address'
        continue
      }
      const payload = payloadOf(source, destination)
      const totalBytes = ipv4HeaderBytes + options.length + payload.length
      if (totalBytes > link.mtuBytes && to.df === true) return 'packet too long'
      const bytes = this.#build(to, source, protocol, payload, options, leastBytesOf(link))
      if (options.length > 0) output.fillOptions(bytes, state, nextHop ?? destination)
      output.send(state, nextHop, bytes, totalBytes, environment.newJourney())
      problem = undefined
    }
    return problem
  }

  /** The source address that a packet would have. */
  sourceFor(to: Outgoing): number | undefined {
    const { links } = this.#around
    if (to.source !== undefined) return to.source
    if (links.isOwnAddress(to.destination)) return to.destination
    const exit = this.#exits(to)[0]
    if (exit === undefined || !exit.state.up) return undefined
    return exit.state.addressTowards(exit.nextHop ?? to.destination) ?? links.anyAddress()
  }

  /** The longest packet that fits on the link towards `destination`. */
  mtuTowards(destination: number): number {
    return this.#exits({ destination })[0]?.state.link.mtuBytes ?? 1500
  }

  #exits({ destination, source, link }: Outgoing): Exit[] {
    const { links, redirects, routes } = this.#around
    const toMany = links.isForMany(destination)
    if (link !== undefined) {
      const state = links.of(link)
      return state === undefined ? [] : [{ state, nextHop: toMany ? undefined : destination }]
    }
    const broadcast = links.withBroadcast(destination)
    if (broadcast !== undefined) return [{ state: broadcast, nextHop: undefined }]
    if (toMany)
      return [...links.all()]
        .filter((state) => state.up && state.addresses.length > 0 && state.link.kind !== 'loopback')
        .map((state) => ({ state, nextHop: undefined }))
    const redirect = redirects.use(destination)
    if (redirect !== undefined) {
      const state = links.of(redirect.link)
      if (state?.up === true) return [{ state, nextHop: redirect.gateway }]
    }
    const route = routes.lookup(destination)
    const path = route === undefined ? undefined : pathFor(route, source ?? 0, destination)
    const state = path === undefined ? undefined : links.of(path.link)
    return path === undefined || state === undefined ? [] : [{ state, nextHop: path.gateway ?? destination }]
  }

  #build(
    to: Outgoing,
    source: number,
    protocol: number,
    payload: Uint8Array,
    options: Uint8Array,
    leastBytes: number,
  ): Uint8Array {
    const ipHeaderBytes = ipv4HeaderBytes + options.length
    const totalBytes = ipHeaderBytes + payload.length
    const bytes = frameBytes(Math.max(leastBytes, frameHeaderBytes + totalBytes))
    bytes.set(options, frameHeaderBytes + ipv4HeaderBytes)
    bytes.set(payload, frameHeaderBytes + ipHeaderBytes)
    this.#nextId = (this.#nextId + 1) & 0xffff
    writeIpv4Header(
      bytes,
      frameHeaderBytes,
      {
        tos: to.tos ?? 0,
        id: this.#nextId,
        dontFragment: to.df === true,
        moreFragments: false,
        fragmentOffset: 0,
        ttl: to.ttl ?? this.#around.settings.ttl,
        protocol,
        source,
        destination: to.destination,
      },
      totalBytes,
      ipHeaderBytes,
    )
    return bytes
  }

  /** A packet to one of our own addresses: it arrives before time moves on, and no cable sees it. */
  #sendToSelf(own: LinkState, bytes: Uint8Array): void {
    const { environment, deliver } = this.#around
    const frame = new Frame(bytes, environment.newJourney())
    frame.settle()
    environment.kernel.after(0, () => {
      const packet = decodeIpv4(bytes, frameHeaderBytes, bytes.length)
      if (!isBad(packet)) deliver(own, frame, bytes, packet)
    })
  }
}
