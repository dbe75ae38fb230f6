/**
 * The IP stack of a device: what is made of its parts in ip/, and where each packet that comes in goes (to this device, on
 * to others, nowhere). Routers, switches and hosts share it; how they differ is in ip/settings.ts. What a port, a tag or a
 * serial header is, the stack does not know: links bring frames in and take them out.
 * Sources: RFC 791, 1122, 1812 (5.2.3, the local delivery decision).
 *
 *   const stack = new IpStack(environment, linuxIpSettings)
 *   stack.addLink(link)                                 an IpLink of ip/types.ts
 *   stack.setAddresses(link, [{ address, prefixLength }])  the first is the primary one
 *   stack.linkChanged(link)                             after link.isUp() changed
 *   stack.input(link, frame)                            a frame came in; `frameHeaderBytes` 4 for HDLC, 18 for a tagged one
 *   stack.routes.add(route) / .remove(route) / .lookup(destination) / .installed() / .onChange(listener)
 *   stack.arp.entries() / .addStatic() / .remove() / .refresh()
 *   const cancel = stack.echo({ destination, bytes: 84, timeoutMs: 1000 }, (answer) => …)
 *   const cancel = stack.probe({ destination, port: 33434, ttl: 1, bytes: 60, timeoutMs: 3000 }, (answer) => …)
 *   stack.udp.bind(port, (datagram) => …): UdpSocket | undefined
 *   stack.tcp.listen(port, (connection) => …); stack.tcp.connect({ destination, port }, handlers): TcpConnection
 *
 * Every packet that comes in is told to the environment exactly once as delivered or ended, or leaves by a link's `send`
 * with the same journey.
 */

import { isBad, readU16 } from '../wire/bytes.ts'
import { decodeIpv4 } from '../wire/ipv4.ts'
import { readMac } from '../wire/mac.ts'
import { endingOf } from './endings.ts'
import { Frame } from './frame.ts'
import { ArpTable } from './ip/arp-table.ts'
import { Forwarding } from './ip/forwarding.ts'
import { IcmpControl, isOneHost } from './ip/icmp-control.ts'
import { LinkOutput, releaseHeld } from './ip/link-output.ts'
import type { LinkState } from './ip/link-state.ts'
import { LinkTable, limitedBroadcast } from './ip/link-table.ts'
import { LocalDelivery } from './ip/local-delivery.ts'
import { Origination } from './ip/origination.ts'
import { frameHeaderBytes } from './ip/packets.ts'
import { Queries } from './ip/queries.ts'
import { type Redirect, Redirects } from './ip/redirects.ts'
import { RouteTable } from './ip/route-table.ts'
import { TcpSockets } from './ip/tcp-sockets.ts'
import type {
  Answer,
  EchoRequest,
  IpEnvironment,
  IpLink,
  IpSettings,
  LinkAddress,
  LinkSettings,
  Outgoing,
  UdpProbe,
} from './ip/types.ts'
import { UdpSockets } from './ip/udp-sockets.ts'

const allHosts = 0xe000_0001

export class IpStack {
  readonly environment: IpEnvironment
  readonly settings: IpSettings
  readonly routes: RouteTable
  readonly arp: ArpTable
  readonly udp: UdpSockets
  readonly tcp: TcpSockets
  readonly #links: LinkTable
  readonly #redirects: Redirects
  readonly #origination: Origination
  readonly #queries: Queries
  readonly #delivery: LocalDelivery
  readonly #forwarding: Forwarding

  constructor(environment: IpEnvironment, givenSettings: IpSettings) {
    const settings = { ...givenSettings, arp: { ...givenSettings.arp } }
    this.environment = environment
    this.settings = settings
    const { kernel } = environment
    const routes = new RouteTable(
      () => kernel.nowMs,
      (run) => kernel.after(0, run),
    )
    this.routes = routes
    this.arp = new ArpTable({
      environment,
      settings: settings.arp,
      links: () => links.all(),
      isOwnAddress: (address) => links.isOwnAddress(address),
      proxies: (state, target) => this.#forwarding.answersFor(state, target),
      release: releaseHeld,
      giveUp: ({ arrived, from, bytes, journey }, state, reason) => {
        environment.ended(arrived ?? new Frame(bytes, journey), from, reason)
        if (reason === 'no arp reply' && settings.hostUnreachable)
          icmp.hostUnreachable(bytes, from && links.of(from), state)
      },
    })
    const links = new LinkTable(routes, this.arp, settings.arp)
    this.#links = links
    const redirects = new Redirects(routes, links)
    this.#redirects = redirects
    const output = new LinkOutput(environment, this.arp)
    this.#origination = new Origination({
      environment,
      settings,
      routes,
      links,
      redirects,
      output,
      deliver: (state, frame, bytes, packet) => this.#delivery.deliver(state, frame, bytes, packet, false),
    })
    const { send } = this.#origination
    this.#queries = new Queries({ kernel, send, isForMany: (address) => links.isForMany(address) })
    this.udp = new UdpSockets(send)
    this.tcp = new TcpSockets({
      environment,
      send,
      sourceFor: (to) => this.sourceFor(to),
      mtuTowards: (destination) => this.#origination.mtuTowards(destination),
    })
    const icmp = new IcmpControl({
      environment,
      settings,
      queries: this.#queries,
      tcp: this.tcp,
      send,
      redirected: (host, gateway, from) => {
        if (!settings.forwarding) redirects.hear(host, gateway, from, kernel.nowMs)
      },
    })
    this.#delivery = new LocalDelivery({ environment, settings, links, icmp, udp: this.udp, tcp: this.tcp })
    this.#forwarding = new Forwarding(environment, settings, routes, links, output, icmp)
  }

  // Links and addresses

  addLink(link: IpLink): void {
    this.#links.add(link)
  }

  /** Forgets a link with its addresses, neighbours and connected routes. */
  removeLink(link: IpLink): void {
    this.#links.remove(link)
  }

  /** Call it after `link.isUp()` may have changed. */
  linkChanged(link: IpLink): void {
    this.#links.changed(link)
    if (!link.isUp()) this.#redirects.forget(link)
  }

  /** The first address is the primary one. Installs the connected and local routes. */
  setAddresses(link: IpLink, addresses: readonly LinkAddress[]): void {
    this.#links.setAddresses(link, addresses)
  }

  configureLink(link: IpLink, settings: Partial<LinkSettings>): void {
    this.#links.configure(link, settings)
  }

  get links(): IpLink[] {
    return Array.from(this.#links.all(), ({ link }) => link)
  }

  addressesOf(link: IpLink): readonly LinkAddress[] {
    return this.#links.of(link)?.addresses ?? []
  }

  /** The link that has this address, up or not. */
  linkOf(address: number): IpLink | undefined {
    return this.#links.withAddress(address)?.link
  }

  /** An address of this device on a link that is up. */
  isOwnAddress(address: number): boolean {
    return this.#links.isOwnAddress(address)
  }

  /** The broadcast address of a connected subnet, or 255.255.255.255. */
  isBroadcast(address: number): boolean {
    return this.#links.isBroadcast(address)
  }

  // Frames that come in

  /** A frame came in by `link`; its packet begins behind `payloadAt` bytes, the type stands before it. */
  input(link: IpLink, frame: Frame, payloadAt = frameHeaderBytes): void {
    const state = this.#links.of(link)
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

  /** `toGroup`: the frame was for more than this device. */
  #packet(state: LinkState, frame: Frame, at: number, toGroup: boolean): void {
    const { bytes } = frame
    const { link } = state
    const packet = decodeIpv4(bytes, at, bytes.length)
    if (isBad(packet)) {
      this.environment.ended(frame, link, endingOf(packet))
      return
    }
    const { destination, source } = packet
    if (this.#links.isOwnAddress(destination)) {
      this.#delivery.deliver(state, frame, bytes, packet, false)
      return
    }
    if (destination >>> 28 >= 14) {
      if (destination === limitedBroadcast || destination === allHosts)
        this.#delivery.deliver(state, frame, bytes, packet, true)
      else this.environment.ended(frame, link, 'not for this host')
      return
    }
    const broadcast = this.#links.withBroadcast(destination)
    if (broadcast === state) this.#delivery.deliver(state, frame, bytes, packet, true)
    else if (toGroup) this.environment.ended(frame, link, 'not for this host')
    else if (!this.settings.forwarding || !isOneHost(source))
      this.environment.ended(frame, link, 'not forwarding')
    else if (broadcast?.up === true) this.environment.ended(frame, link, 'directed broadcast')
    else this.#forwarding.forward(state, frame, packet)
  }

  // Packets that go out

  /** Better ways to hosts, by host. */
  get redirects(): ReadonlyMap<number, Redirect> {
    return this.#redirects.byHost
  }

  /** The source address that a packet would have. */
  sourceFor(to: Outgoing): number | undefined {
    return this.#origination.sourceFor(to)
  }

  /** For requests that belong together: each then has a sequence number of its own. */
  newEchoId(): number {
    return this.#queries.newId()
  }

  /** Sends an echo request. `onAnswer` hears what became of it, never before this returns; the result cancels. */
  echo(request: EchoRequest, onAnswer: (answer: Answer) => void): () => void {
    return this.#queries.echo(request, onAnswer)
  }

  /** Sends a UDP datagram as traceroute does; an 'unreachable' with the port code is what one hopes for. */
  probe(request: UdpProbe, onAnswer: (answer: Answer) => void): () => void {
    return this.#queries.probe(request, onAnswer)
  }
}
