/**
 * The text of `show interfaces X`, made from the interface's state, for every kind of interface. No frames flow yet, so the
 * counters stand at zero. Layout: captures of Catalyst switches and routers of 15.x; the serial block from memory.
 */

import { prefixLength, showIpv4 } from '../../arguments.ts'
import type { Interface } from '../../interfaces.ts'
import { linkText } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { primaryAddress } from './address.ts'
import { duration } from './duration.ts'
import { bandwidth, delay, keepalive, loadInterval, mtu } from './generic.ts'
import { isSwitchPort } from './kinds.ts'
import { encapsulation } from './serial.ts'
import { dot1q } from './subinterface.ts'

type Kind = 'switch-port' | 'router-port' | 'serial' | 'svi' | 'bundle' | 'subinterface' | 'virtual'

function kindOf(ios: Ios, made: Interface): Kind {
  if (made.unit.includes('.')) return 'subinterface'
  if (made.port?.cable === 'serial') return 'serial'
  if (made.port !== undefined) return isSwitchPort(ios, made) ? 'switch-port' : 'router-port'
  if (made.type.name === 'Vlan') return 'svi'
  return made.type.name === 'Port-channel' ? 'bundle' : 'virtual'
}

/** Every line of the interface's block. */
export function interfaceText(ios: Ios, made: Interface): string[] {
  const kind = kindOf(ios, made)
  const lines = [...head(ios, made, kind)]
  if (kind === 'subinterface') return [...lines, ...arp, keepaliveLine(made), clearing(ios, made)]
  return [...lines, ...traffic(ios, made, kind), ...counters(made, kind)]
}

function firstLine(ios: Ios, made: Interface): string {
  const state = `${made.name} is ${linkText(ios, made)}, line protocol is ${made.protocol} `
  if (!isSwitchPort(ios, made)) return state
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
  const { bandwidthKbps, delayUsec } = rates(ios, made)
  yield `  MTU ${mtu.get(made.section)?.bytes ?? defaults.mtuBytes} bytes, BW ${bandwidthKbps} Kbit/sec, DLY ${delayUsec} usec, `
  yield '     reliability 255/255, txload 1/255, rxload 1/255'
  yield* encapsulationLines(made, kind, defaults.encapsulation)
  if (kind === 'subinterface') return
  yield keepaliveLine(made)
  yield* mediaLines(made, kind)
  if (made.mac !== undefined) yield* arp
}

const arp = ['  ARP type: ARPA, ARP Timeout 04:00:00']

/** Bandwidth and delay: what was configured, else what the link would make or makes. */
function rates(ios: Ios, made: Interface): { bandwidthKbps: number; delayUsec: number } {
  const defaults = defaultsOf(ios, made)
  const { bandwidthKbps, delayUsec } = made.link === 'up' ? defaults.up : defaults.down
  return {
    bandwidthKbps: bandwidth.get(made.section)?.kbps ?? bandwidthKbps,
    delayUsec: (delay.get(made.section)?.tens ?? delayUsec / 10) * 10,
  }
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
  const parent = made.unit.includes('.')
    ? ios.interfaces.get(made.name.slice(0, made.name.indexOf('.')))
    : undefined
  return (parent ?? made).port?.defaults ?? made.type.defaults ?? unknownHardware
}

function* encapsulationLines(made: Interface, kind: Kind, usual: string): Generator<string> {
  if (kind === 'subinterface') {
    const vlan = dot1q.get(made.section)?.vlan
    yield vlan === undefined
      ? '  Encapsulation ARPA'
      : `  Encapsulation 802.1Q Virtual LAN, Vlan ID  ${vlan}.`
  } else if (kind === 'serial') {
    const protocol = encapsulation.get(made.section)?.protocol ?? 'hdlc'
    const shown = { hdlc: 'HDLC', ppp: 'PPP, LCP Closed', 'frame-relay': 'FRAME-RELAY' }[protocol]
    yield `  Encapsulation ${shown}, loopback not set`
  } else yield `  Encapsulation ${usual}, loopback not set`
}

function keepaliveLine(made: Interface): string {
  if (made.type.name === 'Vlan') return '  Keepalive not supported '
  const defaults = made.port?.defaults ?? made.type.defaults
  const seconds = keepalive.get(made.section)?.seconds
  const set =
    made.port !== undefined || made.unit.includes('.') ? seconds : defaults?.keepalive === 'set' ? 10 : 0
  return set === undefined || set === 0 ? '  Keepalive not set' : `  Keepalive set (${set} sec)`
}

function* mediaLines(made: Interface, kind: Kind): Generator<string> {
  const { speed, duplex } = interfaceSettingsOf()
  const forcedSpeed = speed(made.section)
  const duplexWord = { auto: 'Auto', full: 'Full', half: 'Half' }[duplex(made.section)]
  if (kind === 'switch-port' || kind === 'bundle') {
    const speedText = forcedSpeed === 'auto' ? 'Auto-speed' : `${forcedSpeed}Mb/s`
    yield `  ${duplexWord}-duplex, ${speedText}, media type is ${made.port?.media ?? 'unknown'}`
    yield '  input flow-control is off, output flow-control is unsupported '
  } else if (kind === 'router-port' && made.port?.cable === 'ethernet') {
    const speedText =
      forcedSpeed === 'auto' ? 'Auto Speed' : forcedSpeed === '1000' ? '1Gbps' : `${forcedSpeed}Mbps`
    yield `  ${duplexWord} Duplex, ${speedText}, media type is ${made.port.media ?? 'unknown'}`
    yield '  output flow-control is unsupported, input flow-control is unsupported'
  }
}

function clearing(ios: Ios, made: Interface): string {
  const since = made.clearedMs === undefined ? 'never' : duration(ios.kernel.nowMs - made.clearedMs)
  return `  Last clearing of "show interface" counters ${since}`
}

function* traffic(ios: Ios, made: Interface, kind: Kind): Generator<string> {
  yield '  Last input never, output never, output hang never'
  yield clearing(ios, made)
  yield '  Input queue: 0/75/0/0 (size/max/drops/flushes); Total output drops: 0'
  yield '  Queueing strategy: fifo'
  yield `  Output queue: 0/${kind === 'virtual' ? 0 : 40} (size/max)`
  const seconds = loadInterval.get(made.section)?.seconds ?? 300
  const interval = seconds % 60 === 0 ? `${seconds / 60} minute` : `${seconds} second`
  yield `  ${interval} input rate 0 bits/sec, 0 packets/sec`
  yield `  ${interval} output rate 0 bits/sec, 0 packets/sec`
}

/** The counters by kind: Ethernet ports have the most, serial lines end with their signals. */
function* counters(made: Interface, kind: Kind): Generator<string> {
  const port = kind === 'switch-port' || kind === 'router-port' || kind === 'bundle'
  const multicasts = kind === 'switch-port' || kind === 'bundle' ? 'multicasts' : 'IP multicasts'
  yield '     0 packets input, 0 bytes, 0 no buffer'
  yield `     Received 0 broadcasts (0 ${multicasts})`
  yield '     0 runts, 0 giants, 0 throttles '
  yield `     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored${kind === 'serial' || kind === 'virtual' ? ', 0 abort' : ''}`
  if (port) yield '     0 watchdog, 0 multicast, 0 pause input'
  if (kind === 'switch-port' || kind === 'bundle')
    yield '     0 input packets with dribble condition detected'
  yield '     0 packets output, 0 bytes, 0 underruns'
  yield kind === 'svi'
    ? `     0 output errors, ${made.resets} interface resets`
    : `     0 output errors, 0 collisions, ${made.resets} interface resets`
  yield '     0 unknown protocol drops'
  if (port) {
    yield '     0 babbles, 0 late collision, 0 deferred'
    yield '     0 lost carrier, 0 no carrier, 0 pause output'
  }
  yield '     0 output buffer failures, 0 output buffers swapped out'
  if (kind === 'serial') {
    yield '     0 carrier transitions'
    const ours = made.enabled ? 'up' : 'down'
    yield `     DCD=down  DSR=down  DTR=${ours}  RTS=${ours}  CTS=down`
  }
}

/** `0024.f7dd.7701` for twelve digits. */
function dotted(mac: string): string {
  return `${mac.slice(0, 4)}.${mac.slice(4, 8)}.${mac.slice(8)}`
}
