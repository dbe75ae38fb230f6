/**
 * The text of `show interfaces X`, made from the interface's state and its port's counters, for every kind of interface.
 * Layout: captures of Catalyst switches, routers of 15.x and IOS-XE, IOSv, and emulated 7200s; the serial block from memory.
 */

import type { PortCounters } from '../../../hardware/port-counters.ts'
import { prefixLength, showIpv4 } from '../../arguments.ts'
import { duration } from '../../duration.ts'
import type { Interface } from '../../interfaces.ts'
import { linkText } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { primaryAddress } from './address.ts'
import { countersOf, lostCarrier, ratesOf } from './counts.ts'
import { bandwidth, delay, keepalive, loadInterval, mtu } from './generic.ts'
import { arpTimeout } from './ip.ts'
import { isOnSwitch, isSwitchPort } from './kinds.ts'
import { encapsulation } from './serial.ts'
import { dot1q } from './subinterface.ts'

type Kind = 'switch-port' | 'router-port' | 'serial' | 'svi' | 'bundle' | 'subinterface' | 'virtual'

function kindOf(ios: Ios, made: Interface): Kind {
  if (made.unit.includes('.')) return 'subinterface'
  if (made.port?.cable === 'serial') return 'serial'
  if (made.port !== undefined) return isOnSwitch(ios, made) ? 'switch-port' : 'router-port'
  if (made.type.name === 'Vlan') return 'svi'
  return made.type.name === 'Port-channel' ? 'bundle' : 'virtual'
}

/** Every line of the interface's block. */
export function interfaceText(ios: Ios, made: Interface): string[] {
  const kind = kindOf(ios, made)
  const lines = [...head(ios, made, kind)]
  if (kind === 'subinterface') return [...lines, arpLine(made), keepaliveLine(ios, made), clearing(ios, made)]
  return [...lines, ...traffic(ios, made, kind), ...counters(ios, made, kind)]
}

function firstLine(ios: Ios, made: Interface): string {
  const state = `${made.name} is ${linkText(ios, made)}, line protocol is ${made.protocol} `
  if (!isOnSwitch(ios, made)) return state
  if (made.errDisabled !== undefined) return `${state}(err-disabled) `
  return `${state}(${!made.enabled ? 'disabled' : made.link === 'up' ? 'connected' : 'notconnect'}) `
}

function* head(ios: Ios, made: Interface, kind: Kind): Generator<string> {
  const defaults = defaultsOf(ios, made)
  yield firstLine(ios, made)
  const mac = made.mac === undefined ? undefined : dotted(made.mac)
  yield mac === undefined
    ? `  Hardware is ${defaults.hardware}`
    : `  Hardware is ${defaults.hardware}, address is ${mac} (bia ${mac})`
  const description = interfaceSettingsOf().description(made.section)
  if (description !== undefined) yield `  Description: ${printable(description)}`
  const address = primaryAddress.get(made.section)
  if (address !== undefined)
    yield `  Internet address is ${showIpv4(address.address)}/${prefixLength(address.mask)}`
  const { bandwidthKbps, delayUsec } = metrics(ios, made)
  yield `  MTU ${mtu.get(made.section)?.bytes ?? defaults.mtuBytes} bytes, BW ${bandwidthKbps} Kbit/sec, DLY ${delayUsec} usec, `
  const { inputBits, outputBits } = ratesOf(ios, made)
  const load = (bits: number): number =>
    Math.min(255, Math.max(1, Math.round((bits / (bandwidthKbps * 1000)) * 255)))
  yield `     reliability 255/255, txload ${load(outputBits)}/255, rxload ${load(inputBits)}/255`
  yield* encapsulationLines(ios, made, kind, defaults.encapsulation)
  if (kind === 'subinterface') return
  yield keepaliveLine(ios, made)
  yield* mediaLines(ios, made, kind)
  if (made.mac !== undefined) yield arpLine(made)
}

function arpLine({ section }: Interface): string {
  return `  ARP type: ARPA, ARP Timeout ${duration((arpTimeout.get(section)?.seconds ?? 14_400) * 1000)}`
}

/** Delay of an Ethernet link by its speed, microseconds. */
const delays: ReadonlyMap<number, number> = new Map([
  [10, 1000],
  [100, 100],
])

/** Bandwidth and delay: what was configured, else what the link makes or would make. */
function metrics(ios: Ios, made: Interface): { bandwidthKbps: number; delayUsec: number } {
  const { bandwidthKbps, delayUsec } = linkMetrics(ios, made)
  return {
    bandwidthKbps: bandwidth.get(made.section)?.kbps ?? bandwidthKbps,
    delayUsec: (delay.get(made.section)?.tens ?? delayUsec / 10) * 10,
  }
}

function linkMetrics(ios: Ios, made: Interface): { bandwidthKbps: number; delayUsec: number } {
  const defaults = defaultsOf(ios, made)
  if (made.link !== 'up') return defaults.down
  const phy = (parentOf(ios, made) ?? made).phy
  if (phy === undefined || phy.range.cable === 'serial') return defaults.up
  return { bandwidthKbps: phy.speedMbps * 1000, delayUsec: delays.get(phy.speedMbps) ?? 10 }
}

const unknownHardware = {
  hardware: 'Unknown',
  mtuBytes: 1500,
  up: { bandwidthKbps: 100_000, delayUsec: 100 },
  down: { bandwidthKbps: 100_000, delayUsec: 100 },
  encapsulation: 'ARPA',
  keepalive: 'not set',
} as const

/** A sub-interface is what its port is. */
function defaultsOf(ios: Ios, made: Interface) {
  return (parentOf(ios, made) ?? made).port?.defaults ?? made.type.defaults ?? unknownHardware
}

/** The port of a sub-interface. */
function parentOf(ios: Ios, made: Interface): Interface | undefined {
  return made.unit.includes('.') ? ios.interfaces.get(made.name.slice(0, made.name.indexOf('.'))) : undefined
}

/** A port with tagged sub-interfaces says so itself. */
function carriesTags(ios: Ios, { name }: Interface): boolean {
  for (const one of ios.interfaces)
    if (one.name.startsWith(`${name}.`) && dot1q.isOn(one.section)) return true
  return false
}

function* encapsulationLines(ios: Ios, made: Interface, kind: Kind, usual: string): Generator<string> {
  if (kind === 'subinterface') {
    const vlan = dot1q.get(made.section)?.vlan
    yield vlan === undefined
      ? '  Encapsulation ARPA'
      : `  Encapsulation 802.1Q Virtual LAN, Vlan ID  ${vlan}.`
  } else if (kind === 'serial') {
    const protocol = encapsulation.get(made.section)?.protocol ?? 'hdlc'
    const shown = { hdlc: 'HDLC', ppp: 'PPP, LCP Closed', 'frame-relay': 'FRAME-RELAY' }[protocol]
    yield `  Encapsulation ${shown}, loopback not set`
  } else if (kind === 'router-port' && carriesTags(ios, made))
    yield '  Encapsulation 802.1Q Virtual LAN, Vlan ID  1., loopback not set'
  else yield `  Encapsulation ${usual}, loopback not set`
}

function keepaliveLine(ios: Ios, made: Interface): string {
  if (made.type.name === 'Vlan' || isXeEthernet(ios, parentOf(ios, made) ?? made))
    return '  Keepalive not supported '
  const defaults = made.port?.defaults ?? made.type.defaults
  const seconds = keepalive.get(made.section)?.seconds
  const set =
    made.port !== undefined || made.unit.includes('.') ? seconds : defaults?.keepalive === 'set' ? 10 : 0
  return set === undefined || set === 0 ? '  Keepalive not set' : `  Keepalive set (${set} sec)`
}

/** An Ethernet port of an ISR 4000. */
function isXeEthernet({ profile }: Ios, { port }: Interface): boolean {
  return port?.cable === 'ethernet' && profile.family === 'isr' && profile.software.imageId.includes('LINUX')
}

function* mediaLines(ios: Ios, made: Interface, kind: Kind): Generator<string> {
  const media = made.port?.media ?? 'unknown'
  if (kind === 'switch-port' || kind === 'bundle') {
    const { duplex, speed } = agreed(made, false)
    yield `  ${duplex}-duplex, ${speed === undefined ? 'Auto-speed' : speedText(speed)}, media type is ${media}`
    yield '  input flow-control is off, output flow-control is unsupported '
  } else if (kind === 'router-port' && made.port?.cable !== 'none') yield* routerMedia(ios, made, media)
}

/** Duplex and speed (Mb/s) as the link has them; while it is down, or if it never says, as they were forced. */
function agreed(made: Interface, silent: boolean): { duplex: string; speed: number | undefined } {
  const words = { auto: 'Auto', full: 'Full', half: 'Half' } as const
  const { phy } = made
  if (made.link === 'up' && phy !== undefined && !silent)
    return { duplex: words[phy.duplex], speed: phy.speedMbps }
  const { speed, duplex } = interfaceSettingsOf()
  const forced = speed(made.section)
  return { duplex: words[duplex(made.section)], speed: forced === 'auto' ? undefined : Number(forced) }
}

function speedText(mbps: number): string {
  return mbps >= 10_000 ? `${mbps / 1000}Gb/s` : `${mbps}Mb/s`
}

/**
 * IOSv always calls itself auto, a CSR 1000V and the gigabit adapters of a 7200 full at 1000; the fast adapters of a 7200 say
 * nothing without a link.
 */
function* routerMedia(ios: Ios, made: Interface, media: string): Generator<string> {
  const { family } = ios.profile
  const fixed = family === 'csr' || (family === '7200' && made.type.name === 'GigabitEthernet')
  if (family === '7200' && !fixed) {
    if (made.link !== 'up' || made.phy === undefined) return
    const { duplex, speed } = agreed(made, false)
    yield `  ${duplex}-duplex, ${speed}Mb/s, ${media}`
    return
  }
  const { duplex, speed } = fixed ? { duplex: 'Full', speed: 1000 } : agreed(made, family === 'iosv')
  const xe = isXeEthernet(ios, made)
  const classic = family === 'isr' && !xe
  const rate = speed === undefined ? 'Auto Speed' : classic && speed === 1000 ? '1Gbps' : `${speed}Mbps`
  yield `  ${duplex} Duplex, ${rate}, ${classic ? '' : 'link type is auto, '}media type is ${media}`
  const flow = xe ? 'on' : 'unsupported'
  yield `  output flow-control is ${flow}, input flow-control is ${flow}`
}

function clearing(ios: Ios, made: Interface): string {
  const since = made.clearedMs === undefined ? 'never' : duration(ios.kernel.nowMs - made.clearedMs)
  return `  Last clearing of "show interface" counters ${since}`
}

function* traffic(ios: Ios, made: Interface, kind: Kind): Generator<string> {
  const { lastInputMs, lastOutputMs, outputDrops } = countersOf(ios, made)
  const ago = (ms: number | undefined): string =>
    ms === undefined ? 'never' : duration(ios.kernel.nowMs - ms)
  yield `  Last input ${ago(lastInputMs)}, output ${ago(lastOutputMs)}, output hang never`
  yield clearing(ios, made)
  const longest = made.phy !== undefined && ios.profile.software.imageId.includes('LINUX') ? 375 : 75
  yield `  Input queue: 0/${longest}/0/0 (size/max/drops/flushes); Total output drops: ${outputDrops}`
  yield '  Queueing strategy: fifo'
  yield `  Output queue: 0/${kind === 'virtual' ? 0 : 40} (size/max)`
  const seconds = loadInterval.get(made.section)?.seconds ?? 300
  const interval = seconds % 60 === 0 ? `${seconds / 60} minute` : `${seconds} second`
  const { inputBits, inputPackets, outputBits, outputPackets } = ratesOf(ios, made)
  yield `  ${interval} input rate ${inputBits} bits/sec, ${inputPackets} packets/sec`
  yield `  ${interval} output rate ${outputBits} bits/sec, ${outputPackets} packets/sec`
}

/** The counters by kind: Ethernet ports have the most, serial lines end with their signals. */
function* counters(ios: Ios, made: Interface, kind: Kind): Generator<string> {
  const port = kind === 'switch-port' || kind === 'router-port' || kind === 'bundle'
  const switched = kind === 'switch-port' || kind === 'bundle'
  const c = countersOf(ios, made)
  const { broadcasts, multicasts } = groupsReceived(ios, made, c)
  const resets = made.phy === undefined ? made.resets : c.interfaceResets
  yield `     ${c.inputPackets} packets input, ${c.inputBytes} bytes, 0 no buffer`
  const ofThem = isSwitchPort(ios, made) ? `${multicasts} multicasts` : '0 IP multicasts'
  yield `     Received ${broadcasts} broadcasts (${ofThem})`
  yield `     ${c.runts} runts, ${c.giants} giants, 0 throttles `
  yield `     ${c.inputErrors} input errors, ${c.crc} CRC, 0 frame, 0 overrun, 0 ignored${kind === 'serial' || kind === 'virtual' ? ', 0 abort' : ''}`
  if (port) yield `     0 watchdog, ${multicasts} multicast, 0 pause input`
  if (switched) yield '     0 input packets with dribble condition detected'
  yield `     ${c.outputPackets} packets output, ${c.outputBytes} bytes, 0 underruns`
  yield kind === 'svi'
    ? `     ${c.outputErrors} output errors, ${resets} interface resets`
    : `     ${c.outputErrors} output errors, ${c.collisions} collisions, ${resets} interface resets`
  yield `     ${c.unknownProtocolDrops} unknown protocol drops`
  if (port) {
    yield `     0 babbles, ${c.lateCollisions} late collision, ${c.deferred} deferred`
    yield `     ${lostCarrier(made)} lost carrier, 0 no carrier, 0 pause output`
  }
  yield '     0 output buffer failures, 0 output buffers swapped out'
  if (kind === 'serial') yield* signals(made, c.carrierTransitions)
}

/**
 * Frames to groups, as the hardware tells them apart. A Catalyst counts multicasts among the broadcasts, a router's port beside
 * them. Virtual ports count broadcasts alone (IOSv), or neither (CSR 1000V, the gigabit adapter of an emulated 7200).
 */
function groupsReceived(
  ios: Ios,
  made: Interface,
  { inputBroadcasts, inputMulticasts }: Readonly<PortCounters>,
): { broadcasts: number; multicasts: number } {
  const { family } = ios.profile
  const ethernet = made.phy !== undefined && made.phy.range.cable !== 'serial'
  if (!ethernet || isOnSwitch(ios, made))
    return { broadcasts: inputBroadcasts + inputMulticasts, multicasts: inputMulticasts }
  if (family === 'iosv') return { broadcasts: inputBroadcasts, multicasts: 0 }
  if (family === 'csr' || (family === '7200' && made.type.name === 'GigabitEthernet'))
    return { broadcasts: 0, multicasts: 0 }
  if (family === '7200') return { broadcasts: inputBroadcasts + inputMulticasts, multicasts: 0 }
  return { broadcasts: inputBroadcasts, multicasts: inputMulticasts }
}

/** The signals of the other end are there with its carrier; ours while the port is enabled. */
function* signals(made: Interface, transitions: number): Generator<string> {
  yield `     ${transitions} carrier transitions`
  const theirs = made.phy?.carrier === true ? 'up' : 'down'
  const ours = made.enabled ? 'up' : 'down'
  yield `     DCD=${theirs}  DSR=${theirs}  DTR=${ours}  RTS=${ours}  CTS=${theirs}`
}

/** `0024.f7dd.7701` for twelve digits. */
function dotted(mac: string): string {
  return `${mac.slice(0, 4)}.${mac.slice(4, 8)}.${mac.slice(8)}`
}
