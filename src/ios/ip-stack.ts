/**
 * The IP stack of a running system, and the links by which it hangs on the interfaces: routed ports, sub-interfaces, SVIs,
 * loopbacks, serial links, Null0. Addresses and settings are the features' lines, which provide them here.
 * Leaves out tunnels and bundles: their links never come up.
 */

import type { Section } from '../config/section.ts'
import type { Frame } from '../hardware/frame.ts'
import { environmentIn } from '../hardware/ip/network-environment.ts'
import { iosIpSettings } from '../hardware/ip/settings.ts'
import type { IpLink, LinkAddress, LinkKind, LinkSettings, Route } from '../hardware/ip/types.ts'
import { IpStack } from '../hardware/ip-stack.ts'
import { readU16 } from '../wire/bytes.ts'
import { taggedFrame, vlanTagOf } from '../wire/dot1q.ts'
import { hdlcHeaderBytes, writeHdlcHeader } from '../wire/hdlc.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { dottedMac, macFromHex } from '../wire/mac.ts'
import { onBooted } from './booted.ts'
import { linkChanged, onInterfaceCreated, onInterfaceRemoved, onLinkChange } from './interface-events.ts'
import { type Interface, interfaceOfSection, isEnabled } from './interfaces.ts'
import { FeatureState, type Ios } from './ios.ts'
import { provideRoutedInput } from './port-frames.ts'
import { sviTrafficOf } from './svi-traffic.ts'
import { fabricOf, isSwitched, onSwitchingChange } from './switching.ts'

/** What features know of their lines. */
export interface IpConfiguration {
  /** The primary address first. */
  addresses(section: Section): LinkAddress[]
  /** `encapsulation dot1Q`. */
  tag(section: Section): { vlan: number; native: boolean } | undefined
  linkSettings(section: Section): Partial<LinkSettings>
  /** `ip mtu`. */
  mtuBytes(section: Section): number | undefined
  /** `ip routing`. */
  isRouting(ios: Ios): boolean
  /** `ip default-gateway`. */
  defaultGateway(ios: Ios): number | undefined
}

const configuration: Partial<IpConfiguration> = {}

export function provideIpConfiguration(provided: Partial<IpConfiguration>): void {
  Object.assign(configuration, provided)
}

/** Complete once all features are loaded. */
const configured = (): IpConfiguration => configuration as IpConfiguration

/** An interface as the stack sees it. */
export class InterfaceLink implements IpLink {
  readonly ios: Ios
  readonly made: Interface
  readonly kind: LinkKind
  readonly mac: number
  mtuBytes = 1500

  constructor(ios: Ios, made: Interface) {
    this.ios = ios
    this.made = made
    this.kind = kindOf(made)
    this.mac = made.mac === undefined ? 0 : macFromHex(made.mac)
  }

  get name(): string {
    return this.made.name
  }

  isUp(): boolean {
    return this.made.protocol === 'up' && isEnabled(this.ios, this.made)
  }

  send(bytes: Uint8Array, journey: number): void {
    const { ios, made } = this
    if (!ios.running) return
    if (made.type.name === 'Vlan') {
      sviTrafficOf(ios, made)?.output(bytes, ios.kernel.nowMs)
      fabricOf(ios).inject(Number(made.unit), bytes, journey)
      return
    }
    if (this.kind === 'point-to-point') {
      made.phy?.transmit(serialFrame(bytes), journey)
      return
    }
    const tag = configured().tag(made.section)
    const port = made.phy ?? parentOf(ios, made)?.phy
    port?.transmit(tag === undefined || tag.native ? bytes : taggedFrame(bytes, tag.vlan), journey)
  }
}

interface State {
  readonly stack: IpStack
  readonly links: Map<Interface, InterfaceLink>
  /** Sub-interfaces by their VLAN, 0 for the native one, below their port. */
  readonly tagged: Map<Interface, Map<number, InterfaceLink>>
  ready: boolean
  gateway: Route | undefined
  /** When a clash of addresses was last told of, by address. */
  readonly clashes: Map<number, number>
}

/** The pause between two messages about the same clash. From memory. */
const clashPauseMs = 30_000

const states = new FeatureState<State>((ios) => {
  const { network, name, profile } = ios.chassis
  const clashes = new Map<number, number>()
  const stack = new IpStack(
    {
      ...environmentIn(network, name),
      duplicateAddress: (link, address, mac) => {
        const now = ios.kernel.nowMs
        if (!ios.running || now - (clashes.get(address) ?? -Infinity) < clashPauseMs) return
        clashes.set(address, now)
        const text = `Duplicate address ${showIpv4(address)} on ${link.name}, sourced by ${dottedMac(mac)}`
        ios.log.emit('IP', 4, 'DUPADDR', text)
      },
    },
    {
      ...iosIpSettings,
      forwarding: false,
      arp: { ...iosIpSettings.arp, heldPackets: profile.arpDropsFirst ? 0 : 8 },
    },
  )
  return { stack, links: new Map(), tagged: new Map(), ready: false, gateway: undefined, clashes }
})

export function ipStackOf(ios: Ios): IpStack {
  return states.of(ios).stack
}

/** The link of an interface; undefined for ports that switch, and before the system has booted. */
export function linkOfInterface(ios: Ios, made: Interface): IpLink | undefined {
  return states.of(ios).links.get(made)
}

/** The link by the name of its interface. */
export function linkNamed(ios: Ios, name: string): IpLink | undefined {
  const made = ios.interfaces.get(name)
  return made === undefined ? undefined : linkOfInterface(ios, made)
}

/** Whether packets for others are forwarded. */
export function isRouting(ios: Ios): boolean {
  return configured().isRouting(ios)
}

/** The router that a device which does not route gives everything to. */
export function defaultGatewayOf(ios: Ios): number | undefined {
  return configured().defaultGateway(ios)
}

const globalListeners: ((ios: Ios) => void)[] = []

/** After the stack got its links at boot, and after interfaces came or went: what names interfaces looks again. */
export function onLinksChange(listener: (ios: Ios) => void): void {
  globalListeners.push(listener)
}

/** After a line of an interface that the stack follows changed. */
export function interfaceIpChanged(ios: Ios, section: Section): void {
  const made = interfaceOfSection(section)
  if (made !== undefined && states.of(ios).ready) refresh(ios, made)
}

/** After `ip routing` or `ip default-gateway` changed. */
export function routingChanged(ios: Ios): void {
  const state = states.of(ios)
  if (!state.ready) return
  const { stack } = state
  const routing = configured().isRouting(ios)
  stack.settings.forwarding = routing
  if (routing) stack.routes.cacheAnswers()
  if (state.gateway !== undefined) stack.routes.remove(state.gateway)
  state.gateway = undefined
  const gateway = configured().defaultGateway(ios)
  if (!routing && gateway !== undefined) {
    state.gateway = {
      prefix: 0,
      prefixLength: 0,
      source: 'default gateway',
      distance: 1,
      metric: 0,
      nextHop: gateway,
    }
    stack.routes.add(state.gateway)
  }
  stack.routes.changed()
  for (const listener of globalListeners) listener(ios)
}

function kindOf(made: Interface): LinkKind {
  if (made.type.name === 'Loopback') return 'loopback'
  if (made.type.name === 'Null') return 'null'
  return made.port?.cable === 'serial' || made.type.name === 'Tunnel' ? 'point-to-point' : 'ethernet'
}

function parentOf(ios: Ios, made: Interface): Interface | undefined {
  const dot = made.name.indexOf('.')
  return dot < 0 ? undefined : ios.interfaces.get(made.name.slice(0, dot))
}

/** Brings the stack in step with one interface. */
function refresh(ios: Ios, made: Interface): void {
  const state = states.of(ios)
  const { stack, links } = state
  if (isSwitched(ios, made) || made.type.name === 'Port-channel') {
    forget(state, made)
    return
  }
  let link = links.get(made)
  if (link === undefined) {
    link = new InterfaceLink(ios, made)
    links.set(made, link)
    stack.addLink(link)
  }
  const { section } = made
  link.mtuBytes = configured().mtuBytes(section) ?? made.type.defaults?.mtuBytes ?? 1500
  stack.configureLink(link, configured().linkSettings(section))
  refreshTag(ios, state, made, link)
  stack.linkChanged(link)
  const addresses = configured().addresses(section)
  if (!sameAddresses(addresses, stack.addressesOf(link))) stack.setAddresses(link, addresses)
  if (made.type.name === 'Vlan') {
    const own = link
    const traffic = sviTrafficOf(ios, made)
    const receive = (frame: Frame): void => {
      traffic?.input(frame.bytes, ios.kernel.nowMs)
      stack.input(own, frame)
    }
    fabricOf(ios).setSvi(Number(made.unit), link.mac, addresses.length === 0 ? undefined : receive)
  }
}

/** Keeps the way from a VLAN to its sub-interface. */
function refreshTag(ios: Ios, { tagged }: State, made: Interface, link: InterfaceLink): void {
  const parent = parentOf(ios, made)
  if (parent === undefined) return
  const below = tagged.get(parent) ?? new Map<number, InterfaceLink>()
  tagged.set(parent, below)
  for (const [vlan, other] of below) if (other === link) below.delete(vlan)
  const tag = configured().tag(made.section)
  if (tag !== undefined) below.set(tag.vlan, link)
  if (tag?.native === true) below.set(0, link)
}

function forget(state: State, made: Interface): void {
  const link = state.links.get(made)
  if (link === undefined) return
  state.links.delete(made)
  state.stack.removeLink(link)
  for (const below of state.tagged.values())
    for (const [vlan, other] of below) if (other === link) below.delete(vlan)
  if (made.type.name === 'Vlan') fabricOf(link.ios).setSvi(Number(made.unit), 0, undefined)
}

function sameAddresses(a: readonly LinkAddress[], b: readonly LinkAddress[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ address, prefixLength }, i) => address === b[i]?.address && prefixLength === b[i]?.prefixLength,
    )
  )
}

/** A sub-interface is up with its port; nothing is logged of it. */
function followParent(ios: Ios, parent: Interface): void {
  for (const made of ios.interfaces) {
    if (!made.name.startsWith(`${parent.name}.`)) continue
    const link = made.enabled ? parent.link : 'down'
    const protocol = made.enabled ? parent.protocol : 'down'
    if (made.link === link && made.protocol === protocol) continue
    made.link = link
    made.protocol = protocol
    linkChanged(ios, made)
  }
}

/** The frame that a serial link sends in place of an Ethernet frame. */
function serialFrame(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(hdlcHeaderBytes + bytes.length - 14)
  writeHdlcHeader(frame, 0, { multicast: ((bytes[0] as number) & 1) === 1, type: readU16(bytes, 12) })
  frame.set(bytes.subarray(14), hdlcHeaderBytes)
  return frame
}

onBooted((ios) => {
  const state = states.of(ios)
  state.ready = true
  for (const made of ios.interfaces) refresh(ios, made)
  for (const made of ios.interfaces) if (!made.name.includes('.')) followParent(ios, made)
  routingChanged(ios)
})

onInterfaceCreated((ios, made) => {
  const state = states.of(ios)
  if (!state.ready) return
  refresh(ios, made)
  const parent = parentOf(ios, made)
  if (parent !== undefined) followParent(ios, parent)
  for (const listener of globalListeners) listener(ios)
})

onInterfaceRemoved((ios, made) => {
  const state = states.of(ios)
  if (!state.ready) return
  forget(state, made)
  ios.after(0, () => {
    for (const listener of globalListeners) listener(ios)
  })
})

onLinkChange((ios, made) => {
  const state = states.of(ios)
  if (!state.ready) return
  const link = state.links.get(made)
  if (link !== undefined) state.stack.linkChanged(link)
  if (state.tagged.has(made)) followParent(ios, made)
})

// `no switchport` and back.
onSwitchingChange((ios) => {
  const { ready, links } = states.of(ios)
  if (!ready) return
  for (const made of ios.interfaces)
    if (made.phy !== undefined && isSwitched(ios, made) === links.has(made)) refresh(ios, made)
})

provideRoutedInput((ios, made, frame) => {
  const { stack, links, tagged } = states.of(ios)
  const { log } = ios.chassis.network
  const { bytes } = frame
  const serial = made.port?.cable === 'serial'
  const vlan = serial ? undefined : vlanTagOf(bytes)
  const below = tagged.get(made)
  // A tag of 0 is a priority alone.
  const link = vlan === undefined || vlan === 0 ? (below?.get(0) ?? links.get(made)) : below?.get(vlan)
  if (link === undefined) {
    log.ended(frame, ios.chassis.name, made.name, 'unknown vlan tag', `VLAN ${vlan}`)
    return
  }
  if (stack.addressesOf(link).length === 0) {
    log.ended(frame, ios.chassis.name, link.name, 'no ip address')
    return
  }
  stack.input(link, frame, serial ? hdlcHeaderBytes : vlan === undefined ? 14 : 18)
})
