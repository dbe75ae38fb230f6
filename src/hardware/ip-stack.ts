/**
 * The IP stack of a device: links, addresses, routes, ARP, forwarding, ICMP, and the sockets of whoever runs on it.
 * Routers, switches and hosts share it; how they differ is in ip/settings.ts. What a port, a tag or a serial header is,
 * the stack does not know: links bring frames in and take them out.
 * Sources: RFC 791, 792, 826, 1122, 1812.
 *
 *   const stack = new IpStack(environment, linuxIpSettings)
 *   stack.addLink(link)                                 an IpLink of ip/types.ts
 *   stack.setAddresses(link, [{ address, prefixLength }])  the first is the primary one
 *   stack.linkChanged(link)                             after link.isUp() changed
 *   stack.input(link, frame)                            a frame came in; `frameHeaderBytes` 4 for HDLC, 18 for a tagged one
 *   stack.routes.add(route) / .remove(route) / .lookup(destination) / .installed() / .onChange(listener)
 *   stack.arp.entries() / .addStatic() / .clear()
 *   const cancel = stack.echo({ destination, bytes: 84, timeoutMs: 1000 }, (answer) => …)
 *   const cancel = stack.probe({ destination, port: 33434, ttl: 1, bytes: 60, timeoutMs: 3000 }, (answer) => …)
 *   stack.udp.bind(port, (datagram) => …): UdpSocket | undefined
 *   stack.tcp.listen(port, (connection) => …); stack.tcp.connect({ destination, port }, handlers): TcpConnection
 *
 * Every packet that comes in is told to the environment exactly once as delivered or ended, or leaves by a link's `send`
 * with the same journey.
 */

import { expire, newReassembly, reassemble, wakeAt } from '../protocols/ip/reassembly.ts'
import { isBad, readU16, writeU16 } from '../wire/bytes.ts'
import { frameBytes } from '../wire/frame-bytes.ts'
import { encodeIcmp, icmpTypes, unreachableCodes } from '../wire/icmp.ts'
import { updatedChecksum } from '../wire/ip-checksum.ts'
import {
  decodeIpv4,
  type Ipv4,
  ipProtocols,
  ipv4HeaderBytes,
  noOptions,
  writeIpv4Header,
} from '../wire/ipv4.ts'
import { fillOptions } from '../wire/ipv4-options.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { readMac, writeMac } from '../wire/mac.ts'
import { decodeUdp, encodeUdp } from '../wire/udp.ts'
import { Frame } from './frame.ts'
import { ArpTable } from './ip/arp-table.ts'
import { IcmpControl, isOneHost, type Quoted, quotedAt } from './ip/icmp-control.ts'
import { LinkState } from './ip/link-state.ts'
import {
  broadcastOf,
  destinationOf,
  fragmentsOf,
  frameHeaderBytes,
  groupMac,
  patternBytes,
} from './ip/packets.ts'
import { echoKey, probeKey, Queries } from './ip/queries.ts'
import { connectedRoutes, pathFor, RouteTable } from './ip/route-table.ts'
import { TcpSockets } from './ip/tcp-sockets.ts'
import type {
  Answer,
  EchoRequest,
  IpEnvironment,
  IpLink,
  IpSettings,
  LinkAddress,
  LinkSettings,
  NotSent,
  Outgoing,
  UdpProbe,
} from './ip/types.ts'
import { UdpSockets } from './ip/udp-sockets.ts'

const limitedBroadcast = 0xffff_ffff

/** Where a packet of our own goes. */
interface Exit {
  state: LinkState
  /** The neighbour; undefined: everybody on the link. */
  nextHop: number | undefined
}

/** Takes packets of a protocol that is not built in, such as a routing protocol. */
export type ProtocolHandler = (packet: Ipv4, bytes: Uint8Array, link: IpLink, frame: Frame) => void

export class IpStack {
  readonly environment: IpEnvironment
  readonly settings: IpSettings
  readonly routes: RouteTable
  readonly arp: ArpTable
  readonly udp: UdpSockets
  readonly tcp: TcpSockets
  /** Routers that told us of a better way to a host (ICMP redirect); heard only while not forwarding. */
  readonly redirects = new Map<number, { gateway: number; link: IpLink; sinceMs: number; uses: number }>()
  readonly #links = new Map<IpLink, LinkState>()
  readonly #own = new Map<number, LinkState>()
  readonly #broadcasts = new Map<number, LinkState>()
  readonly #handlers = new Map<number, ProtocolHandler>()
  readonly #queries: Queries
  readonly #icmp: IcmpControl
  readonly #reassembly = newReassembly()
  #reassemblyTimer = false
  #nextId = 0

  constructor(environment: IpEnvironment, settings: IpSettings) {
    this.environment = environment
    this.settings = { ...settings, arp: { ...settings.arp } }
    const { kernel } = environment
    this.routes = new RouteTable(
      () => kernel.nowMs,
      (run) => kernel.after(0, run),
    )
    this.#queries = new Queries(kernel)
    this.udp = new UdpSockets((to, protocol, payload) => this.sendWithAddresses(to, protocol, payload))
    this.tcp = new TcpSockets({
      environment,
      send: (to, protocol, payload) => this.sendWithAddresses(to, protocol, payload),
      sourceFor: (to) => this.sourceFor(to),
      mtuTowards: (destination) => this.#exits({ destination })[0]?.state.link.mtuBytes ?? 1500,
    })
    this.arp = new ArpTable({
      environment,
      settings: this.settings.arp,
      links: () => this.#links.values(),
      isOwnAddress: (address) => this.isOwnAddress(address),
      proxies: (state, target) => this.#proxies(state, target),
      release: (held, state, mac) => {
        writeMac(held.bytes, 0, mac)
        if (state.up) state.link.send(held.bytes, held.journey)
      },
      giveUp: (held, state, reason) => {
        const { arrived, from, bytes, journey } = held
        environment.ended(arrived ?? new Frame(bytes, journey), from, reason)
        if (reason === 'no arp reply' && this.settings.hostUnreachable)
          this.#tellHostUnreachable(held.bytes, from, state)
      },
    })
    this.#icmp = new IcmpControl({
      environment,
      settings: this.settings,
      queries: this.#queries,
      send: (to, protocol, payload, options) => this.send(to, protocol, payload, options),
      transportError: (quoted, type, code) => this.#transportError(quoted, type, code),
      redirected: (destination, gateway, from) => this.#redirected(destination, gateway, from),
    })
  }

  // Links and addresses

  addLink(link: IpLink): void {
    if (!this.#links.has(link)) this.#links.set(link, new LinkState(link))
  }

  /** Forgets a link with its addresses, neighbours and connected routes. */
  removeLink(link: IpLink): void {
    const state = this.#links.get(link)
    if (state === undefined) return
    this.setAddresses(link, [])
    this.arp.flush(state)
    this.#links.delete(link)
    this.routes.changed()
  }

  /** Call it after `link.isUp()` may have changed. */
  linkChanged(link: IpLink): void {
    const state = this.#links.get(link)
    if (state === undefined || state.up === link.isUp()) return
    state.up = link.isUp()
    this.routes.changed()
    if (!state.up) {
      this.arp.flush(state)
      for (const [host, redirect] of this.redirects) if (redirect.link === link) this.redirects.delete(host)
    } else if (this.settings.arp.announces)
      for (const { address } of state.addresses) this.arp.announce(state, address)
  }

  /** The first address is the primary one. Installs the connected and local routes. */
  setAddresses(link: IpLink, addresses: readonly LinkAddress[]): void {
    const state = this.#links.get(link)
    if (state === undefined) return
    for (const route of state.routes) this.routes.remove(route)
    for (const { address, prefixLength } of state.addresses) {
      if (this.#own.get(address) === state) this.#own.delete(address)
      const broadcast = broadcastOf(address, prefixLength)
      if (this.#broadcasts.get(broadcast) === state) this.#broadcasts.delete(broadcast)
    }
    const fresh = addresses.filter(({ address }) => !state.addresses.some((old) => old.address === address))
    state.addresses = [...addresses]
    state.routes = connectedRoutes(link, addresses)
    for (const route of state.routes) this.routes.add(route)
    for (const { address, prefixLength } of addresses) {
      this.#own.set(address, state)
      if (prefixLength < 31) this.#broadcasts.set(broadcastOf(address, prefixLength), state)
    }
    for (const neighbour of state.neighbours.keys())
      if (!state.isOwnSubnet(neighbour)) this.arp.remove(neighbour)
    if (this.settings.arp.announces) for (const { address } of fresh) this.arp.announce(state, address)
  }

  addressesOf(link: IpLink): readonly LinkAddress[] {
    return this.#links.get(link)?.addresses ?? []
  }

  configureLink(link: IpLink, settings: Partial<LinkSettings>): void {
    const state = this.#links.get(link)
    if (state !== undefined) Object.assign(state.settings, settings)
  }

  settingsOf(link: IpLink): Readonly<LinkSettings> | undefined {
    return this.#links.get(link)?.settings
  }

  get links(): IpLink[] {
    return [...this.#links.keys()]
  }

  /** An address of this device on a link that is up. */
  isOwnAddress(address: number): boolean {
    return this.#own.get(address)?.up === true
  }

  /** The link that has this address, up or not. */
  linkOf(address: number): IpLink | undefined {
    return this.#own.get(address)?.link
  }

  /** The broadcast address of a connected subnet, or 255.255.255.255. */
  isBroadcast(address: number): boolean {
    return address === limitedBroadcast || this.#broadcasts.has(address)
  }

  join(link: IpLink, group: number): void {
    const state = this.#links.get(link)
    if (state === undefined) return
    state.groups ??= new Set()
    state.groups.add(group)
  }

  leave(link: IpLink, group: number): void {
    this.#links.get(link)?.groups?.delete(group)
  }

  /** Takes the packets of a protocol by its number. */
  onProtocol(protocol: number, handler: ProtocolHandler): void {
    this.#handlers.set(protocol, handler)
  }

  // Frames that come in

  /** A frame came in by `link`; its packet begins behind `payloadAt` bytes, the type stands before it. */
  input(link: IpLink, frame: Frame, payloadAt = frameHeaderBytes): void {
    const state = this.#links.get(link)
    const { bytes } = frame
    if (state === undefined || !state.up) {
      this.environment.ended(frame, link, 'interface down')
      return
    }
    let toGroup = false
    if (link.kind === 'ethernet') {
      toGroup = ((bytes[0] as number) & 1) === 1
      if (!toGroup && readMac(bytes, 0) !== link.mac) {
        this.environment.ended(frame, link, 'not for this host')
        return
      }
    }
    const type = readU16(bytes, payloadAt - 2)
    if (type === 0x0800) this.#packet(state, frame, payloadAt, toGroup)
    else if (type === 0x0806 && link.kind === 'ethernet') this.arp.input(state, frame, payloadAt)
    else this.environment.ended(frame, link, 'unknown ethertype', `0x${type.toString(16).padStart(4, '0')}`)
  }

  #packet(state: LinkState, frame: Frame, at: number, toGroup: boolean): void {
    const { bytes } = frame
    const { link } = state
    const packet = decodeIpv4(bytes, at, bytes.length)
    if (isBad(packet)) {
      this.environment.ended(frame, link, packet === 'checksum' ? packet : 'malformed')
      return
    }
    const { destination, source } = packet
    const own = this.#own.get(destination)
    if (own?.up === true) {
      this.#deliver(state, frame, bytes, packet, false)
      return
    }
    if (destination >>> 28 >= 14) {
      const wanted =
        destination === limitedBroadcast ||
        destination === 0xe000_0001 ||
        state.groups?.has(destination) === true
      if (wanted) this.#deliver(state, frame, bytes, packet, true)
      else this.environment.ended(frame, link, 'not for this host')
      return
    }
    const broadcast = this.#broadcasts.get(destination)
    if (broadcast === state) {
      this.#deliver(state, frame, bytes, packet, true)
      return
    }
    if (toGroup || !this.settings.forwarding || !isOneHost(source)) {
      this.environment.ended(frame, link, toGroup ? 'not for this host' : 'not forwarding')
      return
    }
    if (broadcast?.up === true) this.environment.ended(frame, link, 'directed broadcast')
    else this.#forward(state, frame, packet)
  }

  #forward(state: LinkState, frame: Frame, packet: Ipv4): void {
    const { bytes } = frame
    const { destination, source } = packet
    if (packet.ttl <= 1) {
      this.environment.ended(frame, state.link, 'ttl')
      this.#icmp.tell(state, bytes, packet, icmpTypes.timeExceeded, 0)
      return
    }
    const route = this.routes.lookup(destination)
    const path = route === undefined ? undefined : pathFor(route, source, destination)
    const out = path === undefined ? undefined : this.#links.get(path.link)
    if (path === undefined || out === undefined || out.link.kind === 'null' || out.link.kind === 'loopback') {
      const reason = out?.link.kind === 'null' ? 'null route' : 'no route'
      this.environment.ended(frame, state.link, reason, showIpv4(destination))
      this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, this.settings.noRouteCode)
      return
    }
    const nextHop = path.gateway ?? destination
    const totalBytes = packet.payloadEnd - packet.start
    if (totalBytes > out.link.mtuBytes && packet.dontFragment) {
      this.environment.ended(
        frame,
        state.link,
        'fragmentation needed',
        `${totalBytes} bytes, MTU ${out.link.mtuBytes}`,
      )
      const code = unreachableCodes.fragmentationNeeded
      this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, code, out.link.mtuBytes)
      return
    }
    if (out === state && state.settings.redirects && sharesLink(state, source, nextHop))
      this.#icmp.tell(state, bytes, packet, icmpTypes.redirect, 1, nextHop)
    const copy = frameBytes(Math.max(leastBytesOf(out.link), frameHeaderBytes + totalBytes))
    copy.set(
      packet.start === frameHeaderBytes && packet.payloadEnd === bytes.length
        ? bytes
        : bytes.subarray(packet.start, packet.payloadEnd),
      packet.start === frameHeaderBytes && packet.payloadEnd === bytes.length ? 0 : frameHeaderBytes,
    )
    const ttlWord = readU16(bytes, packet.start + 8)
    copy[frameHeaderBytes + 8] = packet.ttl - 1
    writeU16(
      copy,
      frameHeaderBytes + 10,
      updatedChecksum(readU16(bytes, packet.start + 10), ttlWord, ttlWord - 0x100),
    )
    if (packet.payloadStart - packet.start > ipv4HeaderBytes) this.#fillOptions(copy, out, nextHop)
    if (totalBytes <= out.link.mtuBytes) this.#out(out, nextHop, copy, frame.journey, frame, state.link)
    else
      for (const fragment of fragmentsOf(copy, totalBytes, out.link.mtuBytes, leastBytesOf(out.link)))
        this.#out(out, nextHop, fragment, frame.journey, frame, state.link)
  }

  // Packets that go out

  /** Writes the Ethernet header, for which ARP may have to be asked, and gives the frame to the link. */
  #out(
    state: LinkState,
    nextHop: number | undefined,
    bytes: Uint8Array,
    journey: number,
    arrived: Frame | undefined,
    from: IpLink | undefined,
  ): void {
    const { link } = state
    if (!state.up) {
      this.environment.ended(arrived ?? new Frame(bytes, journey), from, 'interface down', link.name)
      return
    }
    writeU16(bytes, 12, 0x0800)
    if (link.kind === 'ethernet') {
      writeMac(bytes, 6, link.mac)
      const mac =
        nextHop === undefined
          ? groupMac(destinationOf(bytes))
          : this.arp.resolve(state, nextHop, () => ({ bytes, journey, arrived, from }))
      if (mac === undefined) return
      writeMac(bytes, 0, mac)
    }
    if (arrived !== undefined) this.environment.passed(arrived)
    link.send(bytes, journey)
  }

  /** Sends a packet of our own; what cannot be sent at all is answered at once. */
  send(
    to: Outgoing,
    protocol: number,
    payload: Uint8Array,
    options: Uint8Array = noOptions,
    journey?: number,
  ): NotSent | undefined {
    return this.sendWithAddresses(to, protocol, () => payload, options, journey)
  }

  /** The same where the payload depends on the addresses (checksums of UDP and TCP). */
  sendWithAddresses(
    to: Outgoing,
    protocol: number,
    payloadOf: (source: number, destination: number) => Uint8Array,
    options: Uint8Array = noOptions,
    journey?: number,
  ): NotSent | undefined {
    const { destination } = to
    const own = this.#own.get(destination)
    if (own?.up === true) {
      const source = to.source ?? destination
      const bytes = this.#build(to, source, protocol, payloadOf(source, destination), options, 0)
      this.#toSelf(own, bytes, journey)
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
      const source = to.source ?? state.addressTowards(nextHop ?? destination) ?? this.#anyAddress()
      if (source === undefined) {
        problem = 'no source address'
        continue
      }
      const payload = payloadOf(source, destination)
      const totalBytes = ipv4HeaderBytes + options.length + payload.length
      if (totalBytes > link.mtuBytes && to.df === true) return 'packet too long'
      const bytes = this.#build(to, source, protocol, payload, options, leastBytesOf(link))
      if (options.length > 0) this.#fillOptions(bytes, state, nextHop ?? destination)
      const number = journey ?? this.environment.newJourney()
      if (totalBytes <= link.mtuBytes) this.#out(state, nextHop, bytes, number, undefined, undefined)
      else
        for (const fragment of fragmentsOf(bytes, totalBytes, link.mtuBytes, leastBytesOf(link)))
          this.#out(state, nextHop, fragment, number, undefined, undefined)
      problem = undefined
    }
    return problem
  }

  /** The source address that a packet to `destination` would have. */
  sourceFor(to: Outgoing): number | undefined {
    if (to.source !== undefined) return to.source
    if (this.#own.get(to.destination)?.up === true) return to.destination
    const exit = this.#exits(to)[0]
    if (exit === undefined || !exit.state.up) return undefined
    return exit.state.addressTowards(exit.nextHop ?? to.destination) ?? this.#anyAddress()
  }

  #exits({ destination, source, link }: Outgoing): Exit[] {
    const toGroup = this.isBroadcast(destination) || destination >>> 28 === 14
    if (link !== undefined) {
      const state = this.#links.get(link)
      return state === undefined ? [] : [{ state, nextHop: toGroup ? undefined : destination }]
    }
    const broadcast = this.#broadcasts.get(destination)
    if (broadcast !== undefined) return [{ state: broadcast, nextHop: undefined }]
    if (toGroup)
      return [...this.#links.values()]
        .filter((state) => state.up && state.addresses.length > 0 && state.link.kind !== 'loopback')
        .map((state) => ({ state, nextHop: undefined }))
    const redirect = this.redirects.get(destination)
    if (redirect !== undefined) {
      const state = this.#links.get(redirect.link)
      redirect.uses++
      if (state?.up === true) return [{ state, nextHop: redirect.gateway }]
    }
    const route = this.routes.lookup(destination)
    const path = route === undefined ? undefined : pathFor(route, source ?? 0, destination)
    const state = path === undefined ? undefined : this.#links.get(path.link)
    return path === undefined || state === undefined ? [] : [{ state, nextHop: path.gateway ?? destination }]
  }

  #anyAddress(): number | undefined {
    for (const { up, addresses } of this.#links.values())
      if (up && addresses[0] !== undefined) return addresses[0].address
    return undefined
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
        ttl: to.ttl ?? this.settings.ttl,
        protocol,
        source,
        destination: to.destination,
      },
      totalBytes,
      ipHeaderBytes,
    )
    return bytes
  }

  #fillOptions(bytes: Uint8Array, out: LinkState, nextHop: number): void {
    const { kernel } = this.environment
    const address = out.addressTowards(nextHop) ?? 0
    fillOptions(bytes, frameHeaderBytes, address, (kernel.epochMs + kernel.nowMs) % 86_400_000)
  }

  /** A packet to one of our own addresses: it arrives before time moves on, and no cable sees it. */
  #toSelf(own: LinkState, bytes: Uint8Array, journey: number | undefined): void {
    const frame = new Frame(bytes, journey ?? this.environment.newJourney())
    frame.settle()
    this.environment.kernel.after(0, () => {
      const packet = decodeIpv4(bytes, frameHeaderBytes, bytes.length)
      if (!isBad(packet)) this.#deliver(own, frame, bytes, packet, false)
    })
  }

  // Packets for this device

  #deliver(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toGroup: boolean): void {
    const { link } = state
    if (packet.moreFragments || packet.fragmentOffset > 0) {
      this.#collect(state, frame, bytes, packet, toGroup)
      return
    }
    switch (packet.protocol) {
      case ipProtocols.icmp:
        this.#icmp.input(state, frame, bytes, packet, toGroup)
        return
      case ipProtocols.udp:
        this.#datagram(state, frame, bytes, packet, toGroup)
        return
      case ipProtocols.tcp:
        if (toGroup) this.environment.ended(frame, link, 'not for this host')
        else this.tcp.input(link, frame, bytes, packet)
        return
      default: {
        const handler = this.#handlers.get(packet.protocol)
        if (handler !== undefined) {
          handler(packet, bytes, link, frame)
          return
        }
        this.environment.ended(frame, link, 'unknown protocol', `protocol ${packet.protocol}`)
        this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, unreachableCodes.protocol)
      }
    }
  }

  #datagram(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toGroup: boolean): void {
    const { link } = state
    const { source, destination } = packet
    const udp = decodeUdp(bytes, packet.payloadStart, packet.payloadEnd, source, destination)
    if (isBad(udp)) {
      this.environment.ended(frame, link, udp === 'checksum' ? udp : 'malformed')
      return
    }
    const receive = this.udp.receiver(udp.destinationPort)
    if (receive === undefined) {
      this.environment.ended(frame, link, 'no port listening', `UDP port ${udp.destinationPort}`)
      if (!toGroup) this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, unreachableCodes.port)
      return
    }
    this.environment.delivered(frame, link)
    const payload = bytes.slice(udp.payloadStart, udp.payloadEnd)
    receive({ source, sourcePort: udp.sourcePort, destination, payload, link, journey: frame.journey })
  }

  #collect(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toGroup: boolean): void {
    const { kernel } = this.environment
    const whole = reassemble(this.#reassembly, packet, bytes, kernel.nowMs, this.settings.reassemblyMs)
    if (whole === 'malformed') {
      this.environment.ended(frame, state.link, 'malformed')
      return
    }
    if (whole === undefined) {
      this.environment.held(frame)
      this.#awaitFragments()
      return
    }
    const assembled = decodeIpv4(whole, 0, whole.length)
    if (!isBad(assembled)) this.#deliver(state, frame, whole, assembled, toGroup)
  }

  #awaitFragments(): void {
    const atMs = wakeAt(this.#reassembly)
    if (this.#reassemblyTimer || atMs === undefined) return
    this.#reassemblyTimer = true
    const { kernel } = this.environment
    kernel.after(atMs - kernel.nowMs, () => {
      this.#reassemblyTimer = false
      for (const { first } of expire(this.#reassembly, kernel.nowMs)) {
        if (first === undefined) continue
        const packet = decodeIpv4(first, 0, first.length)
        const own = isBad(packet) ? undefined : this.#own.get(packet.destination)
        if (!isBad(packet) && own !== undefined)
          this.#icmp.tell(own, first, packet, icmpTypes.timeExceeded, 1)
      }
      this.#awaitFragments()
    })
  }

  // Questions by ICMP and UDP

  /** For requests that belong together: each then has a sequence number of its own. */
  newEchoId(): number {
    return this.#queries.newId()
  }

  /** Sends an echo request. `onAnswer` hears what became of it, never before this returns; the result cancels. */
  echo(request: EchoRequest, onAnswer: (answer: Answer) => void): () => void {
    const optionBytes = request.options?.length ?? 0
    const data = patternBytes(
      Math.max(0, request.bytes - ipv4HeaderBytes - optionBytes - 8),
      request.pattern ?? 0xabcd,
    )
    const id = request.id ?? this.#queries.newId()
    const sequence = request.sequence ?? 0
    const toGroup = this.isBroadcast(request.destination) || request.destination >>> 28 === 14
    const key = echoKey(id, sequence)
    this.#queries.open(key, { data, toGroup, onAnswer }, request.timeoutMs)
    const payload = encodeIcmp({ type: icmpTypes.echo, code: 0, rest: key }, data)
    const problem = this.send(request, ipProtocols.icmp, payload, request.options)
    return this.#asked(key, problem, onAnswer)
  }

  /** Sends a UDP datagram as traceroute does; an 'unreachable' with the port code is what one hopes for. */
  probe(request: UdpProbe, onAnswer: (answer: Answer) => void): () => void {
    const sourcePort = this.#queries.newPort()
    const key = probeKey(sourcePort, request.port)
    this.#queries.open(key, { data: undefined, toGroup: false, onAnswer }, request.timeoutMs)
    const data = new Uint8Array(
      Math.max(0, request.bytes - ipv4HeaderBytes - (request.options?.length ?? 0) - 8),
    )
    const ports = { sourcePort, destinationPort: request.port }
    const problem = this.sendWithAddresses(
      request,
      ipProtocols.udp,
      (source, destination) => encodeUdp(ports, data, source, destination),
      request.options,
    )
    return this.#asked(key, problem, onAnswer)
  }

  #asked(key: number, problem: NotSent | undefined, onAnswer: (answer: Answer) => void): () => void {
    if (problem !== undefined) {
      this.#queries.cancel(key)
      const timer = this.environment.kernel.after(0, () => onAnswer({ kind: 'not sent', why: problem }))
      return () => timer.cancel()
    }
    return () => this.#queries.cancel(key)
  }

  // What ARP and ICMP ask

  #proxies(state: LinkState, target: number): boolean {
    if (!this.settings.forwarding || !state.settings.proxyArp || this.#broadcasts.has(target)) return false
    const route = this.routes.lookup(target)
    return route?.paths.some(({ link }) => link !== state.link && link.kind !== 'null') ?? false
  }

  #tellHostUnreachable(bytes: Uint8Array, from: IpLink | undefined, out: LinkState): void {
    const packet = decodeIpv4(bytes, frameHeaderBytes, bytes.length)
    if (isBad(packet)) return
    const { host } = unreachableCodes
    const state = from === undefined ? undefined : this.#links.get(from)
    if (state !== undefined) {
      this.#icmp.tell(state, bytes, packet, icmpTypes.unreachable, host)
      return
    }
    const quoted = quotedAt(bytes, packet.start, packet.payloadEnd)
    const own = out.addressTowards(packet.destination)
    if (quoted !== undefined && own !== undefined)
      this.#icmp.failed(quoted, own, icmpTypes.unreachable, host, 0)
  }

  #transportError(quoted: Quoted, type: number, code: number): boolean {
    if (quoted.protocol !== ipProtocols.tcp || type !== icmpTypes.unreachable) return false
    const { source, sourcePort, destination, destinationPort } = quoted
    const reason =
      code === unreachableCodes.port || code === unreachableCodes.protocol ? 'refused' : 'unreachable'
    return this.tcp.failed([source, sourcePort], [destination, destinationPort], reason)
  }

  #redirected(destination: number, gateway: number, from: number): void {
    if (this.settings.forwarding) return
    const route = this.routes.lookup(destination)
    const path = route?.paths[0]
    const state = path === undefined ? undefined : this.#links.get(path.link)
    const current = this.redirects.get(destination)?.gateway ?? path?.gateway
    // Only the router that we use may send us to another one of the same link.
    if (path === undefined || state === undefined || current !== from || !state.isOwnSubnet(gateway)) return
    this.redirects.set(destination, {
      gateway,
      link: path.link,
      sinceMs: this.environment.kernel.nowMs,
      uses: 0,
    })
  }
}

/** Sender and next hop are neighbours on the link: the sender could have sent there itself. */
function sharesLink(state: LinkState, source: number, nextHop: number): boolean {
  return state.link.kind === 'ethernet' && state.isOwnSubnet(source) && state.isOwnSubnet(nextHop)
}

/** Ethernet pads its frames. */
function leastBytesOf({ kind }: IpLink): number {
  return kind === 'ethernet' ? 60 : 0
}
