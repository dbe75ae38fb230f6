/**
 * What the ports of a switch do, worked out from configuration, VLAN database, negotiation and links: access or trunk, and
 * in which VLANs. Gives it to the fabric, tells spanning tree, and brings SVIs up and down with their VLANs (autostate).
 * Leaves out who negotiates (DTP) and which states spanning tree chooses.
 * Source: Catalyst 3560 configuration guide, "Configuring VLANs" and "Configuring interface characteristics" (autostate).
 */

import type { Port } from '../hardware/port.ts'
import { type FabricPortSettings, type ForwardingState, SwitchFabric } from '../hardware/switch-fabric.ts'
import { onBooted } from './booted.ts'
import { onInterfaceCreated, onLinkChange } from './interface-events.ts'
import type { Interface } from './interfaces.ts'
import { FeatureState, type Ios } from './ios.ts'
import { bounceLineProtocol, onPortsWork, portsWork, setLineProtocol, setLink } from './link-state.ts'
import { handleControl, interfaceOf, provideSwitchedInput } from './port-frames.ts'
import { switchPortSettingsOf } from './port-settings.ts'
import { onVlansChange, vlansOf } from './vlans.ts'

/** A port that switches, and whose line protocol is up. */
export interface SwitchedPort {
  readonly made: Interface
  readonly phy: Port
  /** Counted over the switch's ports, from 1: the last part of a port ID. */
  readonly number: number
  readonly trunk: boolean
  readonly encapsulation: 'dot1q' | 'isl'
  /** Active VLANs that it carries, ascending. */
  readonly vlans: readonly number[]
  /** The VLAN of untagged frames: of an access port its own. */
  readonly nativeVlan: number
}

interface State {
  readonly fabric: SwitchFabric
  readonly ports: Map<Interface, SwitchedPort>
  /** Dynamic ports that have agreed to be trunks, and how they tag. */
  readonly negotiated: Map<Interface, 'dot1q' | 'isl'>
  /** Dynamic ports that were trunks when their carrier went: they would be again. */
  readonly lastTrunks: Set<Interface>
  active: ReadonlySet<number>
  svisPending: boolean
}

const states = new FeatureState<State>((ios) => {
  const { network, name } = ios.chassis
  const fabric = new SwitchFabric(network, name)
  fabric.control = (port, frame, vlan) => {
    const made = interfaceOf(ios, port)
    return made !== undefined && handleControl(ios, made, frame, vlan)
  }
  return {
    fabric,
    ports: new Map(),
    negotiated: new Map(),
    lastTrunks: new Set(),
    active: new Set(),
    svisPending: false,
  }
})

export function fabricOf(ios: Ios): SwitchFabric {
  return states.of(ios).fabric
}

/** The switching ports whose line protocol is up, in the order of their numbers. */
export function switchedPorts(ios: Ios): SwitchedPort[] {
  return [...states.of(ios).ports.values()].sort((a, b) => a.number - b.number)
}

export function switchedPort(ios: Ios, made: Interface): SwitchedPort | undefined {
  return states.of(ios).ports.get(made)
}

/** Whether the interface is a physical port that switches, by hardware and configuration; up or down. */
export function isSwitched(ios: Ios, made: Interface): boolean {
  return (
    ios.traits.has('switchport') &&
    made.phy !== undefined &&
    made.port?.cable === 'ethernet' &&
    !switchPortSettingsOf().routed(made.section)
  )
}

/** Trunking now, or would be as soon as the link is up: `switchport mode trunk`, or the result of negotiation. */
export function isTrunk(ios: Ios, made: Interface): boolean {
  if (isDynamic(made)) return states.of(ios).negotiated.has(made)
  return switchPortSettingsOf().mode(made.section) === 'trunk'
}

function isDynamic(made: Interface): boolean {
  return switchPortSettingsOf().mode(made.section).startsWith('dynamic')
}

type Listener = (ios: Ios) => void
const listeners: Listener[] = []

/** After a port began or ceased to carry a VLAN, or changed between access and trunk. */
export function onSwitchingChange(listener: Listener): void {
  listeners.push(listener)
}

/** The negotiation's result for a dynamic port; a change interrupts the line protocol. */
export function setNegotiated(
  ios: Ios,
  made: Interface,
  trunk: boolean,
  encapsulation: 'dot1q' | 'isl' = 'dot1q',
): void {
  const { negotiated, lastTrunks } = states.of(ios)
  if (made.phy?.carrier === true) lastTrunks.delete(made)
  if (negotiated.get(made) === (trunk ? encapsulation : undefined)) return
  if (trunk) negotiated.set(made, encapsulation)
  else {
    negotiated.delete(made)
    if (made.phy?.carrier !== true) lastTrunks.add(made)
  }
  switchingChanged(ios, made)
}

/** After a line that says how the port switches changed, or the result of negotiation. */
export function switchingChanged(ios: Ios, made: Interface): void {
  if (!ios.traits.has('switchport')) return
  const before = switchedPort(ios, made)
  if (before !== undefined && before.trunk !== isTrunk(ios, made)) bounceLineProtocol(ios, made)
  refresh(ios, made)
  changed(ios)
}

/** Spanning tree's word on a port in a VLAN. */
export function setPortState(ios: Ios, made: Interface, vlan: number, state: ForwardingState): void {
  if (made.phy === undefined) return
  fabricOf(ios).setState(made.phy, vlan, state)
  evaluateSvisSoon(ios)
}

/** Looks again at one port, after its configuration or its link changed. */
export function refreshPort(ios: Ios, made: Interface): void {
  if (made.phy === undefined || !ios.traits.has('switchport')) return
  if (refresh(ios, made)) changed(ios)
}

function changed(ios: Ios): void {
  for (const listener of listeners) listener(ios)
  evaluateSvisSoon(ios)
}

/** At the end of this instant: one port may take over from another in it. */
function evaluateSvisSoon(ios: Ios): void {
  const state = states.of(ios)
  if (state.svisPending) return
  state.svisPending = true
  ios.after(0, () => {
    state.svisPending = false
    for (const made of ios.interfaces) if (made.type.name === 'Vlan') evaluateSvi(ios, made)
  })
}

/** True when something of it changed. */
function refresh(ios: Ios, made: Interface): boolean {
  const state = states.of(ios)
  const before = state.ports.get(made)
  const after = portNow(ios, made, state)
  if (same(before, after)) return false
  const { phy } = made
  if (after === undefined || phy === undefined) {
    state.ports.delete(made)
    if (phy !== undefined) state.fabric.setPort(phy, undefined)
    return true
  }
  state.ports.set(made, after)
  state.fabric.setPort(phy, fabricSettings(made, after))
  return true
}

function portNow(ios: Ios, made: Interface, { active }: State): SwitchedPort | undefined {
  const { phy } = made
  if (phy === undefined || made.protocol !== 'up' || !isSwitched(ios, made)) return undefined
  const settings = switchPortSettingsOf()
  const trunk = isTrunk(ios, made)
  const access = settings.accessVlan(made.section)
  const voice = settings.voiceVlan(made.section)
  const carried = trunk
    ? settings.allowed(made.section)
    : voice === undefined || voice === access
      ? [access]
      : [access, voice].sort((a, b) => a - b)
  return {
    made,
    phy,
    number: numberOf(ios, made),
    trunk,
    encapsulation: encapsulationNow(ios, made),
    vlans: carried.filter((vlan) => active.has(vlan)),
    nativeVlan: trunk ? settings.nativeVlan(made.section) : access,
  }
}

function encapsulationNow(ios: Ios, made: Interface): 'dot1q' | 'isl' {
  const configured = switchPortSettingsOf().encapsulation(made.section)
  return configured === 'negotiate' ? (states.of(ios).negotiated.get(made) ?? 'dot1q') : configured
}

function fabricSettings(made: Interface, port: SwitchedPort): FabricPortSettings {
  const settings = switchPortSettingsOf()
  return {
    trunk: port.trunk,
    encapsulation: port.encapsulation,
    accessVlan: settings.accessVlan(made.section),
    voiceVlan: settings.voiceVlan(made.section),
    nativeVlan: port.nativeVlan,
    allowed: port.trunk ? setOf(settings.allowed(made.section)) : noVlans,
  }
}

const noVlans: ReadonlySet<number> = new Set()
/** Lists are shared, that of all VLANs by every trunk; so are their sets. */
const sets = new WeakMap<readonly number[], ReadonlySet<number>>()

function setOf(vlans: readonly number[]): ReadonlySet<number> {
  const set = sets.get(vlans) ?? new Set(vlans)
  sets.set(vlans, set)
  return set
}

function same(a: SwitchedPort | undefined, b: SwitchedPort | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.trunk === b.trunk &&
    a.encapsulation === b.encapsulation &&
    a.nativeVlan === b.nativeVlan &&
    a.vlans.length === b.vlans.length &&
    a.vlans.every((vlan, index) => vlan === b.vlans[index])
  )
}

/** From memory for other models; a 2960-24TT counts Fa0/1 as 1 and Gi0/1 as 25. */
export function numberOf(ios: Ios, made: Interface): number {
  let number = 0
  for (const one of ios.interfaces) {
    if (one.phy !== undefined && one.port?.cable !== 'none') number++
    if (one === made) return number
  }
  return 0
}

// VLANs

/** VLANs that exist, are active, and are not shut down here. */
export function activeVlans(ios: Ios): ReadonlySet<number> {
  return states.of(ios).active
}

function refreshVlans(ios: Ios): void {
  const state = states.of(ios)
  state.active = new Set(
    vlansOf(ios)
      .all()
      .filter(({ id, state: word, shutdown }) => word === 'active' && !shutdown && !isLegacy(id))
      .map(({ id }) => id),
  )
  state.fabric.vlans = state.active
  state.fabric.membersChanged()
  let any = false
  for (const made of ios.interfaces) if (made.phy !== undefined) any = refresh(ios, made) || any
  if (any) changed(ios)
  else evaluateSvisSoon(ios)
}

/** FDDI and Token Ring: no Ethernet frame is in them. */
const isLegacy = (id: number): boolean => id >= 1002 && id <= 1005

onPortsWork((ios) => {
  if (ios.traits.has('switchport')) evaluateSvisSoon(ios)
})

onVlansChange((ios) => {
  if (ios.traits.has('switchport')) refreshVlans(ios)
})

onBooted((ios) => {
  if (ios.traits.has('switchport')) refreshVlans(ios)
})

onLinkChange((ios, made) => {
  refreshPort(ios, made)
  if (made.type.name === 'Vlan') evaluateSvi(ios, made)
})

provideSwitchedInput((ios, made, frame) => {
  const { phy } = made
  if (phy === undefined || !isSwitched(ios, made)) return false
  // Trunks are negotiated before the line protocol comes up: a port that forwards nothing yet hears whoever wants to.
  const isEarly = switchedPort(ios, made) === undefined && ((frame.bytes[0] as number) & 1) === 1
  if (isEarly && handleControl(ios, made, frame, 0))
    ios.chassis.network.log.delivered(frame, ios.chassis.name, made.name)
  else fabricOf(ios).receive(phy, frame)
  return true
})

// SVIs

/** Up while its VLAN exists and has a port; its protocol is up while one of them forwards. */
function evaluateSvi(ios: Ios, made: Interface): void {
  if (!portsWork(ios)) return
  const vlan = Number(made.unit)
  const state = states.of(ios)
  const link = made.enabled && state.active.has(vlan) && hasPort(ios, vlan) ? 'up' : 'down'
  const up = link === 'up' && state.fabric.forwards(vlan)
  if (!up && made.enabled) setLineProtocol(ios, made, 'down')
  if (made.enabled) setLink(ios, made, link)
  if (!up || made.protocol === 'up') return
  // As with ports, the line protocol follows the link by a second.
  ios.after(made.changedMs === ios.kernel.nowMs ? 1000 : 0, () => {
    if (made.enabled && made.link === 'up' && fabricOf(ios).forwards(vlan)) setLineProtocol(ios, made, 'up')
  })
}

/** A port that would carry the VLAN if its link were up. */
function hasPort(ios: Ios, vlan: number): boolean {
  const settings = switchPortSettingsOf()
  const { lastTrunks } = states.of(ios)
  for (const made of ios.interfaces) {
    if (!isSwitched(ios, made)) continue
    if (isTrunk(ios, made) || (isDynamic(made) && lastTrunks.has(made))) {
      if (settings.allowed(made.section).includes(vlan)) return true
    } else if (settings.accessVlan(made.section) === vlan || settings.voiceVlan(made.section) === vlan)
      return true
  }
  return false
}

onInterfaceCreated((ios, made) => {
  if (made.type.name === 'Vlan' && ios.traits.has('switchport')) evaluateSvisSoon(ios)
})
