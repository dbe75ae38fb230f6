/** `show dtp`: what ports negotiate. Layout from memory of the Catalyst command reference. */

import { dtpPacketOf, dtpWakeAt, helloMs, neighbourTimeoutMs } from '../../../protocols/dtp/dtp.ts'
import { type Interface, inViewOrder } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { type DtpPort, dtpPort } from './dtp.ts'

const dtp = show.words('dtp', { dtp: 'DTP information' })
const needs = 'switchport'
const filtered = true

function portsOf(ios: Ios): [Interface, DtpPort][] {
  return inViewOrder(ios).flatMap((made): [Interface, DtpPort][] => {
    const port = dtpPort(ios, made)
    return port === undefined ? [] : [[made, port]]
  })
}

dtp.exec('', {
  help: {},
  needs,
  filtered,
  *run({ ios }) {
    const using = portsOf(ios).filter(([, { state }]) => speaks(state.settings.mode)).length
    yield `Global DTP information
\tSending DTP Hello packets every ${helloMs / 1000} seconds
\tDynamic Trunk timeout is ${neighbourTimeoutMs / 1000} seconds
\t${using} interfaces using DTP
`
  },
})

function speaks(mode: string): boolean {
  return mode !== 'off' && mode !== 'silent'
}

function seconds(ios: Ios, atMs: number): string {
  if (atMs === Infinity) return 'never/STOPPED'
  return `${Math.ceil((atMs - ios.kernel.nowMs) / 1000)}/RUNNING`
}

function block(ios: Ios, made: Interface, port: DtpPort): string {
  const { state } = port
  const { trunking, settings, neighbour, statistics } = state
  const packet = dtpPacketOf(state, 0)
  const now = trunking ? 'TRUNK' : 'ACCESS'
  const negotiating = dtpWakeAt(state) !== undefined && ios.kernel.nowMs < state.negotiatingUntilMs
  const row = (name: string, value: string): string => `  ${name.padEnd(42)}${value}\n`
  const type = (word: string): string =>
    ({ native: 'NATIVE', isl: 'ISL', dot1q: '802.1Q', negotiated: 'NEGOTIATE' })[word] ?? word
  const administrative = settings.mode === 'silent' ? 'NONEGOTIATE' : settings.mode.toUpperCase()
  const { received, domainMismatches, sent, timeouts } = statistics
  const dropped = port.badPackets + domainMismatches
  const lastUp = port.lastUpMs === undefined ? '' : `, last link up on ${stamp(ios, port.lastUpMs)}`
  return `DTP information for ${made.name}:
${row('TOS/TAS/TNS:', `${now}/${administrative}/${now}`)}${row(
  'TOT/TAT/TNT:',
  `${type(packet.operational)}/${type(packet.administrative)}/${type(packet.operational)}`,
)}${row('Neighbor address 1:', hex(neighbour?.neighbour ?? 0))}${row('Neighbor address 2:', hex(0))}${row(
  'Hello timer expiration (sec/state):',
  seconds(ios, state.sendAtMs),
)}${row('Access timer expiration (sec/state):', seconds(ios, state.neighbourExpiresMs))}${row(
  'Negotiation timer expiration (sec/state):',
  negotiating ? seconds(ios, state.negotiatingUntilMs) : 'never/STOPPED',
)}${row('Multidrop timer expiration (sec/state):', 'never/STOPPED')}${row(
  'FSM state:',
  settings.mode === 'off' ? 'S1:OFF' : trunking ? 'S6:TRUNK' : 'S2:ACCESS',
)}${row('# times multi & trunk', '0')}${row('Enabled:', speaks(settings.mode) ? 'yes' : 'no')}${row('In STP:', 'no')}
  Statistics
  ----------
  ${received + port.badPackets} packets received (${received - domainMismatches} good)
  ${dropped} packets dropped
      0 nonegotiate, 0 bad version, ${domainMismatches} domain mismatches, ${port.badPackets} bad TLVs, 0 other
  ${sent} packets output (${sent} good)
      ${sent} native, 0 software encap isl, 0 isl hardware native
  0 output errors
  ${timeouts} trunk timeouts
  ${port.linkUps} link ups${lastUp}
  ${port.linkDowns} link downs
`
}

/** `Mon Mar 01 1993, 00:00:36`. */
function stamp(ios: Ios, utcMs: number): string {
  const [, time = '', , weekday = '', month = '', day = '', year = ''] =
    /^[.*]?(\d\d:\d\d:\d\d)(?:\.\d+)? (\S+) (\S+) (\S+) (\d+) (\d+)/.exec(ios.clock.text(utcMs)) ?? []
  return `${weekday} ${month} ${day.padStart(2, '0')} ${year}, ${time}`
}

function hex(mac: number): string {
  return mac.toString(16).padStart(12, '0').toUpperCase()
}

const interfaceHelp = { interface: 'DTP interface' }

dtp.exec('interface', {
  help: interfaceHelp,
  needs,
  filtered,
  *run({ ios }) {
    yield portsOf(ios)
      .map(([made, port]) => block(ios, made, port))
      .join('')
  },
})

dtp.exec('interface <name:interface>', {
  help: { ...interfaceHelp, name: 'Interface' },
  needs,
  filtered,
  *run({ ios, args: { name } }) {
    for (const [made, port] of portsOf(ios)) if (made.name === name) yield block(ios, made, port)
  },
})
