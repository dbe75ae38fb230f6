/**
 * How an interface goes up and down, and what is logged about it, in the order and with the pauses of real devices. The
 * state changes at once; only the message about the line protocol, and the link's after a pulled cable, come a second later.
 * Leaves out what decides about a line protocol beyond its carrier: keepalives of serial links, VLANs of SVIs.
 * Source: captures of a 1941 and of Catalyst switches.
 */

import type { Port } from '../hardware/port.ts'
import { onBooted } from './booted.ts'
import { linkChanged, onInterfaceCreated, onInterfaceRemoved, onLinkChange } from './interface-events.ts'
import type { Interface } from './interfaces.ts'
import { FeatureState, type Ios, onStart } from './ios.ts'
import { interfaceSettingsOf } from './port-settings.ts'

const protocolDelayMs = 1000

interface Reporting {
  /** False while a configuration is loaded at boot: the boot reports the result itself. */
  on: boolean
  portsWork: boolean
  /** Ports whose line protocol is down and has not been logged yet, and what is to be logged behind them. */
  unsaid: number
  readonly behindPorts: (() => void)[]
}

const reporting = new FeatureState<Reporting>(() => ({
  on: false,
  portsWork: false,
  unsaid: 0,
  behindPorts: [],
}))

/** From the end of a boot's loading until its ports work: they come up behind the last message of the boot. */
const portsWorkAfterMs = { switch: 13_500, router: 9000 } as const

onStart((ios) => {
  reporting.of(ios)
})

/** Loopbacks and the like are up by themselves as soon as they are enabled. */
function isSelfSufficient(made: Interface): boolean {
  return made.type.name === 'Loopback' || made.type.name === 'Null'
}

/** Serial links decide by keepalives, not by carrier alone. */
function needsKeepalives(made: Interface): boolean {
  return made.port?.cable === 'serial'
}

export function setEnabled(ios: Ios, made: Interface, enabled: boolean): void {
  if (made.enabled === enabled) return
  made.enabled = enabled
  const wasErrDisabled = made.errDisabled !== undefined
  made.errDisabled = undefined
  const wasUp = made.protocol === 'up'
  if (!enabled) {
    made.link = 'down'
    made.protocol = 'down'
    log(ios, made, 5, 'LINK', 'CHANGED', 'administratively down')
    if (wasUp) logProtocolLater(ios, made)
    setPhy(ios, made, wasErrDisabled)
    linkChanged(ios, made)
    return
  }
  setPhy(ios, made)
  if (isSelfSufficient(made)) {
    made.link = 'up'
    log(ios, made, 3, 'LINK', 'UPDOWN', 'up')
    protocolUpLater(ios, made)
  } else if (made.type.name !== 'Vlan' && made.phy?.cable?.willBeUp !== true)
    log(ios, made, 3, 'LINK', 'UPDOWN', 'down')
  linkChanged(ios, made)
  // Whoever looks after VLANs has spoken by now.
  if (made.type.name === 'Vlan' && made.link === 'down') log(ios, made, 3, 'LINK', 'UPDOWN', 'down')
}

/** Puts a port out of work until somebody shuts and enables it, or the cause's recovery timer does. */
export function errDisable(ios: Ios, made: Interface, cause: string): void {
  if (!made.enabled || made.errDisabled !== undefined) return
  const short = shortName(made)
  ios.log.emit(
    'PM',
    4,
    'ERR_DISABLE',
    `${cause} error detected on ${short}, putting ${short} in err-disable state`,
  )
  made.errDisabled = cause
  const wasUp = made.protocol === 'up'
  made.protocol = 'down'
  made.link = 'down'
  setPhy(ios, made)
  if (wasUp) logProtocolLater(ios, made)
  ios.after(2 * protocolDelayMs, () => log(ios, made, 3, 'LINK', 'UPDOWN', 'down'))
  linkChanged(ios, made)
}

/** What recovery and `no shutdown` do. */
export function clearErrDisable(ios: Ios, made: Interface): void {
  if (made.errDisabled === undefined) return
  made.errDisabled = undefined
  setPhy(ios, made)
  linkChanged(ios, made)
}

/** For whoever decides about a line protocol: keepalives, VLANs of an SVI. An SVI's message stands behind its ports'. */
export function setLineProtocol(ios: Ios, made: Interface, state: 'up' | 'down'): void {
  if (made.protocol === state || ios.interfaces.get(made.name) !== made) return
  made.protocol = state
  const { unsaid, behindPorts } = reporting.of(ios)
  if (state === 'down' && unsaid > 0 && made.type.name === 'Vlan')
    behindPorts.push(() => {
      if (made.protocol === 'down') log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'down')
    })
  else log(ios, made, 5, 'LINEPROTO', 'UPDOWN', state)
  linkChanged(ios, made)
}

/** For logical interfaces whose link stands for something: an SVI's VLAN. */
export function setLink(ios: Ios, made: Interface, state: 'up' | 'down'): void {
  if (made.link === state || ios.interfaces.get(made.name) !== made) return
  made.link = state
  log(ios, made, 3, 'LINK', 'UPDOWN', state)
  linkChanged(ios, made)
}

/** The line protocol goes down and comes back, as when a port begins or stops trunking. */
export function bounceLineProtocol(ios: Ios, made: Interface): void {
  if (made.protocol !== 'up') return
  setLineProtocol(ios, made, 'down')
  protocolUpLater(ios, made, 3 * protocolDelayMs)
}

// The physical port

/** Gives the port its settings; with a system that has booted, its interface's. */
export function setPhy(ios: Ios, made: Interface, keepCounters = false): void {
  const { phy } = made
  if (phy === undefined || !reporting.of(ios).portsWork) return
  const settings = interfaceSettingsOf()
  const { mdix, clockRateBps } = settings
  const forced = settings.speed(made.section)
  const speed = forced === 'auto' ? 'auto' : Number(forced)
  const duplex = settings.duplex(made.section)
  if (!keepCounters && phy.settings.enabled !== made.enabled) phy.counters.interfaceResets++
  // The port starts again, though the ends may agree on the same as before.
  if (phy.settings.speed !== speed || phy.settings.duplex !== duplex) phy.configure({ enabled: false })
  phy.configure({
    enabled: made.enabled && made.errDisabled === undefined,
    speed,
    duplex,
    mdix: mdix(made.section),
    clockRateBps: clockRateBps(made.section),
  })
}

/** Takes the carrier away and lets the ends find each other again. */
export function restartPort(ios: Ios, made: Interface): void {
  made.phy?.configure({ enabled: false })
  setPhy(ios, made, true)
}

type Listener = (ios: Ios) => void
const portListeners: Listener[] = []

/** When a boot is over and the ports begin to work. */
export function onPortsWork(listener: Listener): void {
  portListeners.push(listener)
}

export function portsWork(ios: Ios): boolean {
  return reporting.of(ios).portsWork
}

onBooted((ios) => {
  reporting.of(ios).on = true
  ios.after(portsWorkAfterMs[ios.traits.has('switchport') ? 'switch' : 'router'], () => {
    reporting.of(ios).portsWork = true
    for (const made of ios.interfaces) {
      const { phy } = made
      if (phy === undefined) continue
      phy.onCarrier = (up) => (up ? gained(ios, made, phy) : lost(ios, made))
      setPhy(ios, made, true)
    }
    for (const listener of portListeners) listener(ios)
  })
})

function gained(ios: Ios, made: Interface, phy: Port): void {
  if (!made.enabled || made.errDisabled !== undefined) return
  const wasDown = made.link !== 'up'
  made.link = 'up'
  if (wasDown) log(ios, made, 3, 'LINK', 'UPDOWN', 'up')
  if (!needsKeepalives(made)) protocolUpLater(ios, made, protocolDelayMs, () => phy.carrier)
  linkChanged(ios, made)
}

/** A pulled cable: the line protocol first, the link a second later. */
function lost(ios: Ios, made: Interface): void {
  if (!made.enabled || made.errDisabled !== undefined) return
  if (made.protocol === 'up') {
    made.protocol = 'down'
    log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'down')
  }
  ios.after(protocolDelayMs, () => {
    if (made.phy?.carrier === true || made.link !== 'up' || !made.enabled) return
    made.link = 'down'
    log(ios, made, 3, 'LINK', 'UPDOWN', 'down')
    linkChanged(ios, made)
  })
  linkChanged(ios, made)
}

function protocolUpLater(
  ios: Ios,
  made: Interface,
  delayMs = protocolDelayMs,
  still: () => boolean = () => true,
): void {
  ios.after(delayMs, () => {
    if (made.link === 'up' && made.enabled && still()) setLineProtocol(ios, made, 'up')
  })
}

function logProtocolLater(ios: Ios, made: Interface): void {
  const state = reporting.of(ios)
  state.unsaid++
  ios.after(protocolDelayMs, () => {
    state.unsaid--
    if (made.protocol === 'down') log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'down')
    if (state.unsaid === 0) for (const say of state.behindPorts.splice(0)) say()
  })
}

function shortName(made: Interface): string {
  return made.type.short + made.unit
}

function log(
  ios: Ios,
  made: Interface,
  severity: 3 | 5,
  facility: 'LINK' | 'LINEPROTO',
  mnemonic: string,
  state: string,
): void {
  if (!reporting.of(ios).on) return
  const about = facility === 'LINK' ? 'Interface' : 'Line protocol on Interface'
  ios.log.emit(facility, severity, mnemonic, `${about} ${made.name}, changed state to ${state}`)
}

// Logical interfaces

onInterfaceCreated((ios, made) => {
  if (isSelfSufficient(made)) {
    made.link = 'up'
    made.protocol = 'up'
    log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'up')
  } else if (made.type.name === 'Vlan') log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'down')
})

onInterfaceRemoved((ios, made) => {
  if (made.protocol !== 'up') return
  made.protocol = 'down'
  log(ios, made, 5, 'LINK', 'CHANGED', 'administratively down')
  ios.after(protocolDelayMs, () => log(ios, made, 5, 'LINEPROTO', 'UPDOWN', 'down'))
})

// Sub-interfaces: up with their port, while they are enabled themselves

function followPort(ios: Ios, sub: Interface, port: Interface): void {
  const link = sub.enabled && port.enabled ? port.link : 'down'
  const protocol = sub.enabled && port.enabled ? port.protocol : 'down'
  if (sub.link === link && sub.protocol === protocol) return
  sub.link = link
  sub.protocol = protocol
  linkChanged(ios, sub)
}

function portOf(ios: Ios, sub: Interface): Interface | undefined {
  const dot = sub.name.indexOf('.')
  return dot < 0 ? undefined : ios.interfaces.get(sub.name.slice(0, dot))
}

onLinkChange((ios, made) => {
  const port = portOf(ios, made)
  if (port !== undefined) followPort(ios, made, port)
  else if (made.phy !== undefined)
    for (const sub of ios.interfaces) if (portOf(ios, sub) === made) followPort(ios, sub, made)
})

onInterfaceCreated((ios, made) => {
  const port = portOf(ios, made)
  if (port !== undefined) followPort(ios, made, port)
})
