/**
 * The forwarding of a switch: which VLAN a frame belongs to, from whom it is learned, and where it goes. Spanning tree,
 * trunking and the VLAN database say what a port may do; this file only does it.
 * Leaves out port security, private VLANs, EtherChannel and queues.
 * Sources: IEEE 802.1Q-2018 clause 8 (forwarding), IEEE 802.1D-2004 clause 7.
 */

import { taggedFrame, untaggedFrame, vlanTagOf } from '../wire/dot1q.ts'
import { decapsulateIsl, encapsulateIsl } from '../wire/isl.ts'
import { readMac } from '../wire/mac.ts'
import { FloodBrake } from './flood-brake.ts'
import { Frame } from './frame.ts'
import { MacTable } from './mac-table.ts'
import type { Network } from './network.ts'
import type { Port } from './port.ts'

export type ForwardingState = 'discarding' | 'learning' | 'forwarding'

export interface FabricPortSettings {
  readonly trunk: boolean
  readonly encapsulation: 'dot1q' | 'isl'
  readonly accessVlan: number
  readonly voiceVlan: number | undefined
  readonly nativeVlan: number
  /** VLANs that may cross the trunk. */
  readonly allowed: { has(vlan: number): boolean }
}

interface FabricPort {
  readonly port: Port
  settings: FabricPortSettings
  readonly states: Map<number, ForwardingState>
}

/** Frames for the switch itself. True when somebody took it; otherwise it is forwarded like any multicast. */
export type ControlReceiver = (port: Port, frame: Frame, vlan: number) => boolean
type SviReceiver = (frame: Frame, vlan: number) => void

interface Svi {
  readonly mac: number
  readonly receive: SviReceiver
}

/** A frame for all ports of a VLAN but one. */
interface Flood {
  readonly vlan: number
  readonly plain: Uint8Array
  readonly journey: number
  readonly except: Port | undefined
}

export class SwitchFabric {
  readonly network: Network
  readonly device: string
  readonly table = new MacTable()
  /** VLANs that exist and are active. */
  vlans: { has(vlan: number): boolean } = new Set([1])
  /** What a port may do in a VLAN of which spanning tree has not spoken. */
  unsaidState: (vlan: number) => ForwardingState = () => 'forwarding'
  control: ControlReceiver = () => false
  readonly #ports = new Map<Port, FabricPort>()
  readonly #svis = new Map<number, Svi>()
  /** Ports that a VLAN's frames may leave by; made when first asked for, forgotten when anything changes. */
  readonly #members = new Map<number, FabricPort[]>()
  readonly #brake: FloodBrake<Flood>

  constructor(network: Network, device: string) {
    this.network = network
    this.device = device
    this.#brake = new FloodBrake(network.kernel, (flood) => this.#floodNow(flood))
  }

  /** Undefined: the port does not switch, or its link is down. */
  setPort(port: Port, settings: FabricPortSettings | undefined): void {
    this.#members.clear()
    const known = this.#ports.get(port)
    if (settings === undefined) {
      if (known === undefined) return
      this.#ports.delete(port)
      this.table.flush({ port })
    } else if (known === undefined) this.#ports.set(port, { port, settings, states: new Map() })
    else {
      known.settings = settings
      for (const { vlan, mac, port: on } of this.table.entries(this.network.kernel.nowMs))
        if (on === port && !carries(known, vlan)) this.table.flush({ vlan, mac, port })
    }
  }

  /** Forgets what ports may do in whichever VLANs; called when VLANs come and go. */
  membersChanged(): void {
    this.#members.clear()
  }

  setState(port: Port, vlan: number, state: ForwardingState): void {
    const known = this.#ports.get(port)
    if (known === undefined || known.states.get(vlan) === state) return
    known.states.set(vlan, state)
    this.#members.delete(vlan)
    if (state === 'discarding') this.table.flush({ vlan, port })
  }

  /** What the port may do in the VLAN; undefined when it does not carry it. */
  stateOf(port: Port, vlan: number): ForwardingState | undefined {
    const known = this.#ports.get(port)
    if (known === undefined || !this.vlans.has(vlan) || !carries(known, vlan)) return undefined
    return known.states.get(vlan) ?? this.unsaidState(vlan)
  }

  setSvi(vlan: number, mac: number, receive: SviReceiver | undefined): void {
    if (receive === undefined) this.#svis.delete(vlan)
    else this.#svis.set(vlan, { mac, receive })
  }

  /** A frame that came in. */
  receive(port: Port, frame: Frame): void {
    const { log, kernel } = this.network
    const from = this.#ports.get(port)
    if (from === undefined) {
      log.ended(frame, this.device, port.name, 'interface down')
      return
    }
    const { settings } = from
    const { bytes } = frame
    const isIslTrunk = settings.trunk && settings.encapsulation === 'isl'
    const inner = isIslTrunk ? decapsulateIsl(bytes) : undefined
    const isForeign = isIslTrunk && inner === undefined
    const tag = isIslTrunk ? undefined : vlanTagOf(bytes)
    let vlan = settings.trunk ? settings.nativeVlan : settings.accessVlan
    let plain = bytes
    if (tag !== undefined) {
      // Tag 0 is a priority without a VLAN.
      if (tag !== 0) vlan = tag
      plain = untaggedFrame(bytes)
    } else if (inner !== undefined) {
      vlan = inner.vlan
      plain = inner.bytes
    }
    const isGroup = ((plain[0] as number) & 1) === 1
    const state = this.#stateIn(from, vlan)
    // Whoever may not forward yet may learn; from CDP and DTP too, as the addresses of neighbours' ports in captured tables
    // show. BPDUs are left out, from memory.
    if ((state === 'learning' || state === 'forwarding') && !isForeign && !isBpdu(plain))
      if (((plain[6] as number) & 1) === 0) this.table.learn(vlan, readMac(plain, 6), port, kernel.nowMs)
    if (isGroup && this.#control(port, frame.withBytes(plain), vlan)) {
      log.delivered(frame, this.device, port.name)
      return
    }
    const ending = isForeign ? 'not an isl frame' : endingIn[state]
    if (ending !== undefined) log.ended(frame, this.device, port.name, ending, `VLAN ${vlan}`)
    else this.#forward(vlan, plain, frame, port, isGroup)
  }

  /** What a frame that came in by the port meets in the VLAN. */
  #stateIn(from: FabricPort, vlan: number): keyof typeof endingIn {
    if (!carries(from, vlan)) return from.settings.trunk ? 'not allowed' : 'not its own'
    if (!this.vlans.has(vlan)) return 'missing'
    return from.states.get(vlan) ?? this.unsaidState(vlan)
  }

  #control(port: Port, frame: Frame, vlan: number): boolean {
    return isControlGroup(frame.bytes) && this.control(port, frame, vlan)
  }

  #forward(vlan: number, plain: Uint8Array, frame: Frame, from: Port, isGroup: boolean): void {
    const { log } = this.network
    const svi = this.#svis.get(vlan)
    if (isGroup) {
      const sent = this.#flood({ vlan, plain, journey: frame.journey, except: from })
      if (sent === 'storm') {
        log.ended(frame, this.device, from.name, 'broadcast storm', `VLAN ${vlan}`)
        return
      }
      if (sent) log.passed(frame)
      // Whoever listens in the switch itself settles the frame, unless it went on to others.
      if (svi !== undefined) svi.receive(frame.withBytes(plain), vlan)
      else if (!sent) log.ended(frame, this.device, from.name, 'no other port in the vlan', `VLAN ${vlan}`)
      return
    }
    const destination = readMac(plain, 0)
    if (svi !== undefined && svi.mac === destination) {
      svi.receive(frame.withBytes(plain), vlan)
      return
    }
    const known = this.table.get(vlan, destination, this.network.kernel.nowMs)
    if (known === undefined) {
      const sent = this.#flood({ vlan, plain, journey: frame.journey, except: from })
      if (sent === 'storm') log.ended(frame, this.device, from.name, 'broadcast storm', `VLAN ${vlan}`)
      else if (sent) log.passed(frame)
      else log.ended(frame, this.device, from.name, 'no other port in the vlan', `VLAN ${vlan}`)
      return
    }
    const to = known.port === undefined ? undefined : this.#ports.get(known.port)
    if (known.port === undefined) log.ended(frame, this.device, from.name, 'static drop')
    else if (known.port === from) log.ended(frame, this.device, from.name, 'destination on the same port')
    else if (to === undefined) log.ended(frame, this.device, known.port.name, 'link down')
    else if (this.stateOf(to.port, vlan) !== 'forwarding')
      log.ended(frame, this.device, known.port.name, 'stp blocking', `VLAN ${vlan}`)
    else {
      send(to, vlan, plain, frame.journey)
      log.passed(frame)
    }
  }

  /** True when it leaves by one port at least, though it may have to wait. */
  #flood(flood: Flood): boolean | 'storm' {
    if (!this.#brake.isOn) return this.#floodNow(flood)
    return this.#brake.postpone(flood) || 'storm'
  }

  #floodNow({ vlan, plain, journey, except }: Flood): boolean {
    let copies = 0
    // One tagged copy serves all trunks.
    let tagged: Uint8Array | undefined
    for (const to of this.#membersOf(vlan)) {
      if (to.port === except) continue
      copies++
      if (to.settings.trunk && to.settings.encapsulation === 'dot1q' && to.settings.nativeVlan !== vlan) {
        tagged ??= taggedFrame(plain, vlan)
        to.port.transmit(tagged, journey)
      } else send(to, vlan, plain, journey)
    }
    this.#brake.count(copies)
    return copies > 0
  }

  #membersOf(vlan: number): FabricPort[] {
    let members = this.#members.get(vlan)
    if (members === undefined) {
      members = [...this.#ports.values()].filter(({ port }) => this.stateOf(port, vlan) === 'forwarding')
      this.#members.set(vlan, members)
    }
    return members
  }

  /** True while at least one port forwards frames of the VLAN. */
  forwards(vlan: number): boolean {
    return this.#membersOf(vlan).length > 0
  }

  /** Out of one port whatever its state, tagged as it needs: control protocols. */
  sendOn(port: Port, vlan: number, bytes: Uint8Array, journey: number): void {
    const to = this.#ports.get(port)
    if (to === undefined) port.transmit(bytes, journey)
    else send(to, vlan, bytes, journey)
  }

  /** From the switch's own interface into the VLAN. */
  inject(vlan: number, bytes: Uint8Array, journey: number): void {
    const { log, kernel } = this.network
    const unsent = (): Frame => new Frame(bytes, journey)
    const known =
      ((bytes[0] as number) & 1) === 1 ? undefined : this.table.get(vlan, readMac(bytes, 0), kernel.nowMs)
    if (known === undefined) {
      const sent = this.#flood({ vlan, plain: bytes, journey, except: undefined })
      const reason = sent === 'storm' ? 'broadcast storm' : 'no other port in the vlan'
      if (sent !== true) log.ended(unsent(), this.device, undefined, reason, `VLAN ${vlan}`, false)
      return
    }
    const to = known.port === undefined ? undefined : this.#ports.get(known.port)
    if (to !== undefined && this.stateOf(to.port, vlan) === 'forwarding') send(to, vlan, bytes, journey)
    else log.ended(unsent(), this.device, known.port?.name, 'stp blocking', `VLAN ${vlan}`, false)
  }
}

const endingIn = {
  'not allowed': 'vlan not allowed on trunk',
  'not its own': 'tagged frame on access port',
  missing: 'vlan does not exist',
  discarding: 'stp blocking',
  learning: 'stp learning',
  forwarding: undefined,
} as const

function carries({ settings }: FabricPort, vlan: number): boolean {
  return settings.trunk
    ? settings.allowed.has(vlan)
    : vlan === settings.accessVlan || vlan === settings.voiceVlan
}

function send({ port, settings }: FabricPort, vlan: number, plain: Uint8Array, journey: number): void {
  if (!settings.trunk)
    port.transmit(
      vlan === settings.voiceVlan && vlan !== settings.accessVlan ? taggedFrame(plain, vlan) : plain,
      journey,
    )
  else if (settings.encapsulation === 'isl') port.transmit(encapsulateIsl(plain, vlan, port.mac), journey)
  else port.transmit(vlan === settings.nativeVlan ? plain : taggedFrame(plain, vlan), journey)
}

function isBpdu(bytes: Uint8Array): boolean {
  return bytes[0] === 0x01 && (bytes[1] === 0x80 || bytes[5] === 0xcd)
}

/** 01-80-c2-00-00-0x is never forwarded by a bridge; 01-00-0c-cc-cc-cc and -cd are Cisco's own protocols. */
function isControlGroup(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x01) return false
  if (bytes[1] === 0x80)
    return bytes[2] === 0xc2 && bytes[3] === 0 && bytes[4] === 0 && (bytes[5] as number) < 0x10
  return (
    bytes[1] === 0x00 &&
    bytes[2] === 0x0c &&
    bytes[3] === 0xcc &&
    bytes[4] === 0xcc &&
    ((bytes[5] as number) & 0xfe) === 0xcc
  )
}
