/**
 * The running system of a host, from boot to power-off: its interfaces, its IP stack and its files. What commands change
 * here is gone with the power; what stands in the files is not.
 * Leaves out the console. Sources: ip-sysctl (Linux), interfaces(5).
 */

import type { Frame } from '../hardware/frame.ts'
import { environmentIn } from '../hardware/ip/network-environment.ts'
import { linuxIpSettings } from '../hardware/ip/settings.ts'
import type { IpLink, Route } from '../hardware/ip/types.ts'
import { IpStack } from '../hardware/ip-stack.ts'
import type { Network } from '../hardware/network.ts'
import type { Port } from '../hardware/port.ts'
import { PortCounters } from '../hardware/port-counters.ts'
import type { Storage } from '../hardware/storage.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { readIpv4, showIpv4 } from '../wire/ipv4-text.ts'
import { broadcastMac, isGroupMac, readMac } from '../wire/mac.ts'
import { HostFiles, type MadeFile } from './host-files.ts'
import { type HostSettings, interfacesFile, readInterfacesFile, type Stanza } from './interfaces-file.ts'
import { arpFile } from './neighbour-text.ts'
import { type InterfaceAddress, NetworkInterface, sameSubnet } from './network-interface.ts'

/** A route that somebody added. */
export interface HostRoute extends Route {
  readonly link: NetworkInterface
  /** Its gateway need not be in a subnet of the interface (`onlink`). */
  readonly isOnLink: boolean
}

export interface HostSystemOptions {
  /** The host's name in the lab. */
  readonly name: string
  readonly network: Network
  readonly ports: Iterable<Port>
  readonly settings: HostSettings
  readonly storage: Storage
}

const loopback = { address: 0x7f00_0001, prefixLength: 8 }
const ownNameAddress = 0x7f00_0101

/** How long a frame takes from the card to whoever waits for it. An estimate for a small PC. */
const leastHandlingMs = 0.06
const handlingSpreadMs = 0.08

/** Linux bounds what waits for an address by bytes (212,992); so many short packets. */
const packetsHeldForArp = 101

/** Groups of IPv4 multicast (RFC 1112); every other group is some other protocol's. */
const ipGroupMac = 0x0100_5e00_0000

export class HostSystem {
  readonly kernel: Kernel
  readonly network: Network
  readonly name: string
  readonly stack: IpStack
  readonly files: HostFiles
  readonly interfaces: ReadonlyMap<string, NetworkInterface>
  hostname: string
  #processId = 400
  #handledUntilMs = 0

  constructor({ name, network, ports, settings, storage }: HostSystemOptions) {
    this.name = name
    this.network = network
    this.kernel = network.kernel
    const made = [...ports].map((port, at) => new NetworkInterface(port.name, at + 2, port))
    const all = [new NetworkInterface('lo', 1, undefined), ...made]
    this.interfaces = new Map(all.map((one) => [one.name, one]))
    const { arp } = linuxIpSettings
    this.stack = new IpStack(environmentIn(this.network, this.name), {
      ...linuxIpSettings,
      arp: { ...arp, heldPackets: packetsHeldForArp },
    })
    this.files = new HostFiles(
      storage,
      () => this.utcMs,
      new Map([
        ['/etc/hostname', `${name}\n`],
        ['/etc/hosts', `127.0.0.1\tlocalhost\n${showIpv4(ownNameAddress)}\t${name}\n`],
        ['/etc/network/interfaces', interfacesFile(made[0]?.name ?? 'eth0', settings)],
        ['/etc/resolv.conf', settings.dns.map((server) => `nameserver ${showIpv4(server)}\n`).join('')],
      ]),
      new Map<string, MadeFile>([
        ['/proc/net/arp', { read: () => arpFile(this) }],
        [
          '/proc/sys/net/ipv4/ip_forward',
          {
            read: () => `${Number(this.stack.settings.forwarding)}\n`,
            write: (text) => this.setForwarding(text),
          },
        ],
      ]),
    )
    this.hostname = this.files.read('/etc/hostname')?.trim() || name
    for (const one of all) this.#attach(one)
    this.#bringUp()
  }

  /** What a clock on the wall shows, ms since 1970 UTC. */
  get utcMs(): number {
    return this.kernel.epochMs + this.kernel.nowMs
  }

  newProcessId(): number {
    this.#processId = this.#processId >= 32_767 ? 400 : this.#processId + 1
    return this.#processId
  }

  /** The power goes, or the system restarts: nobody listens any more. */
  stop(): void {
    for (const one of this.interfaces.values()) {
      one.up = false
      this.stack.linkChanged(one)
      one.port?.silence()
    }
  }

  #attach(one: NetworkInterface): void {
    this.stack.addLink(one)
    this.stack.configureLink(one, { proxyArp: false })
    const { port } = one
    if (port === undefined) return
    port.counters = new PortCounters()
    port.onFrame = (frame) => this.#receive(one, frame)
    port.onCarrier = (up) => {
      // Whoever was behind the cable may be another one when it comes back.
      if (!up) this.flushNeighbours(one)
    }
  }

  #receive(one: NetworkInterface, frame: Frame): void {
    const { bytes } = frame
    for (const tap of one.taps) tap(bytes, false)
    const destination = readMac(bytes, 0)
    const isOtherGroup =
      isGroupMac(destination) &&
      destination !== broadcastMac &&
      destination - (destination % 0x80_0000) !== ipGroupMac
    if (isOtherGroup) {
      this.network.log.ended(frame, this.name, one.name, 'not for this host')
      return
    }
    // One after the other, each after the time that card and kernel take; until then it is still on its way.
    const { kernel, log } = this.network
    const tookMs = leastHandlingMs + (kernel.random.below(1000) / 1000) * handlingSpreadMs
    this.#handledUntilMs = Math.max(this.#handledUntilMs, kernel.nowMs + tookMs)
    log.counts.inFlight++
    kernel.after(this.#handledUntilMs - kernel.nowMs, () => {
      log.counts.inFlight--
      this.stack.input(one, frame)
    })
  }

  #bringUp(): void {
    // Nothing works without lo, so it comes up whatever the file says.
    this.ifup('lo')
    for (const { name, auto } of this.#stanzas) if (auto) this.ifup(name)
  }

  get #stanzas(): Stanza[] {
    return readInterfacesFile(this.files.read('/etc/network/interfaces') ?? '')
  }

  /** Brings an interface up as the file says; false when the file does not know it, or it does not exist. */
  ifup(name: string): boolean {
    const one = this.interfaces.get(name)
    const stanza = this.#stanzas.find((candidate) => candidate.name === name)
    if (one === undefined || (stanza === undefined && name !== 'lo')) return false
    one.configured = true
    this.setUp(one, true)
    if (one.port === undefined) {
      this.setAddresses(one, [{ ...loopback, broadcast: false }])
      // All of 127.0.0.0/8 is local on Linux; Debian's /etc/hosts uses one more address of it.
      this.stack.setAddresses(one, [loopback, { ...loopback, address: ownNameAddress }])
    } else if (stanza !== undefined) {
      this.setAddresses(
        one,
        stanza.addresses.map((address) => ({ ...address, broadcast: address.prefixLength < 31 })),
      )
      if (stanza.gateway !== undefined) this.#addGateway(one, stanza.gateway)
    }
    return true
  }

  ifdown(name: string): boolean {
    const one = this.interfaces.get(name)
    if (one === undefined || !one.configured) return false
    one.configured = false
    this.setAddresses(one, [])
    this.setUp(one, false)
    return true
  }

  /** ifupdown believes the file: the gateway is on the link, whatever the addresses say. */
  #addGateway(link: NetworkInterface, gateway: number): void {
    if (this.staticRoute(0, 0, 0) !== undefined) return
    this.addRoute({ prefix: 0, prefixLength: 0, metric: 0, nextHop: gateway, link, isOnLink: true })
  }

  // Interfaces and addresses

  setUp(one: NetworkInterface, up: boolean): void {
    if (one.up === up) return
    one.up = up
    // The kernel forgets the routes of an interface that is switched off; they do not come back.
    if (!up) for (const route of this.staticRoutes) if (route.link === one) this.stack.routes.remove(route)
    this.stack.linkChanged(one)
    one.port?.configure({ enabled: up })
  }

  setAddresses(one: NetworkInterface, addresses: readonly InterfaceAddress[]): void {
    one.addresses = addresses
    this.stack.setAddresses(one, addresses)
    // Routes whose source address has gone stay on Linux only while another address is there.
    if (addresses.length === 0)
      for (const route of this.staticRoutes) if (route.link === one) this.stack.routes.remove(route)
  }

  /** False when the interface has it already. */
  addAddress(one: NetworkInterface, added: InterfaceAddress): boolean {
    const same = one.addresses.some((other) => other.address === added.address && sameSubnet(other, added))
    if (!same) this.setAddresses(one, [...one.addresses, added])
    return !same
  }

  /** With a primary address go the secondary ones of its subnet (`promote_secondaries` is 0). */
  removeAddress(one: NetworkInterface, removed: InterfaceAddress): void {
    const withSubnet = !one.isSecondary(removed)
    this.setAddresses(
      one,
      one.addresses.filter((other) => other !== removed && !(withSubnet && sameSubnet(other, removed))),
    )
  }

  /** The interface whose link has this address. */
  interfaceWith(address: number): NetworkInterface | undefined {
    for (const one of this.interfaces.values())
      if (one.addresses.some((own) => own.address === address)) return one
    return undefined
  }

  // Routes

  /** Those that somebody added, as opposed to those that addresses bring. */
  get staticRoutes(): HostRoute[] {
    return [...this.stack.routes.offered()].filter((route): route is HostRoute => route.source === 'static')
  }

  staticRoute(prefix: number, prefixLength: number, metric: number): HostRoute | undefined {
    return this.staticRoutes.find(
      (route) => route.prefix === prefix && route.prefixLength === prefixLength && route.metric === metric,
    )
  }

  addRoute(
    added: Pick<HostRoute, 'prefix' | 'prefixLength' | 'metric' | 'nextHop' | 'link' | 'isOnLink'>,
  ): void {
    this.stack.routes.add({ ...added, source: 'static', distance: 1 })
  }

  /** The interface on whose subnet a gateway is, or undefined. */
  linkTowards(gateway: number): NetworkInterface | undefined {
    for (const one of this.interfaces.values())
      if (one.up && one.port !== undefined && this.#isOnSubnet(one, gateway)) return one
    return undefined
  }

  #isOnSubnet(one: NetworkInterface, address: number): boolean {
    return one.addresses.some((own) => own.address !== address && sameSubnet(own, { ...own, address }))
  }

  /** Whether there is a way at all: an own address, a broadcast, or a route. */
  canReach(destination: number): boolean {
    const { stack } = this
    return stack.isOwnAddress(destination) || stack.routes.lookup(destination) !== undefined
  }

  /** Of the interface that packets to `destination` leave by. */
  mtuTowards(destination: number): number {
    if (this.stack.isOwnAddress(destination)) return this.interfaces.get('lo')?.mtuBytes ?? 1500
    return this.stack.routes.lookup(destination)?.paths[0]?.link.mtuBytes ?? 1500
  }

  flushNeighbours(one: IpLink): void {
    for (const { address, state, link } of this.stack.arp.entries())
      if (link === one && state !== 'own' && state !== 'static') this.stack.arp.remove(address)
  }

  /** Only `0` and `1` are taken. */
  setForwarding(text: string): boolean {
    const value = text.trim()
    if (value !== '0' && value !== '1') return false
    this.stack.settings.forwarding = value === '1'
    return true
  }

  /** An address, or a name of /etc/hosts. There is no DNS yet. */
  resolve(name: string): number | undefined {
    const literal = readIpv4(name)
    if (literal !== undefined) return literal
    const wanted = name.toLowerCase()
    for (const line of (this.files.read('/etc/hosts') ?? '').split('\n')) {
      const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
      if (names.some((one) => one.toLowerCase() === wanted)) return readIpv4(address)
    }
    return undefined
  }
}
