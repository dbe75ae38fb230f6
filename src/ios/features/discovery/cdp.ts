/**
 * CDP at work: each port whose line protocol is up sends, and what neighbours send is kept and compared with our own end.
 * Leaves out LLDP, and what CDP tells phones.
 * Source: "Cisco Discovery Protocol Configuration Guide"; messages as public logs of Catalysts have them.
 */

import type { Frame } from '../../../hardware/frame.ts'
import {
  type CdpNeighbour,
  type CdpState,
  cdpStep,
  cdpWakeAt,
  newCdpState,
} from '../../../protocols/cdp/cdp.ts'
import { type Bad, isBad } from '../../../wire/bytes.ts'
import { type CdpPacket, cdpProtocol, decodeCdp, encodeCdp } from '../../../wire/cdp.ts'
import { decodeEthernet } from '../../../wire/ethernet.ts'
import { cdpOverHdlcType, hdlcFrame, hdlcHeaderBytes } from '../../../wire/hdlc.ts'
import { decodeLlc, snapFrame, snapOuis } from '../../../wire/llc.ts'
import { onBooted } from '../../booted.ts'
import { onLinkChange } from '../../interface-events.ts'
import { type Interface, inViewOrder } from '../../interfaces.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { provideNeighbours } from '../../neighbours.ts'
import { onControlFrame, onSerialProtocol, sendControl } from '../../port-frames.ts'
import { printable } from '../../printable.ts'
import { advertisement, nativeVlanOf } from './advertisement.ts'
import { cdpEnable, cdpRun, intervalSeconds, onCdpSettings } from './cdp-lines.ts'

export const ciscoGroup = 0x01000ccccccc
/** A mismatch is said about once a minute, though a port that comes up hears three packets at once. */
const repeatMs = 55_000

export interface CdpCounters {
  sent: number
  sentV2: number
  received: number
  receivedV2: number
  headerErrors: number
  checksumErrors: number
}

interface Cdp {
  readonly state: CdpState
  counters: CdpCounters
  /** When the pending timer looks again, ms. */
  wakesAtMs: number
  /** When a mismatch was last said, by port and kind. */
  readonly saidMs: Map<string, number>
}

const noCounters: CdpCounters = {
  sent: 0,
  sentV2: 0,
  received: 0,
  receivedV2: 0,
  headerErrors: 0,
  checksumErrors: 0,
}

/** From memory: about how far apart the hellos of two devices drift. */
const mostJitterMs = 500

const feature = new FeatureState<Cdp>((ios) => ({
  state: newCdpState(() => ios.kernel.random.below(mostJitterMs)),
  counters: { ...noCounters },
  wakesAtMs: Infinity,
  saidMs: new Map(),
}))

export function cdpCounters(ios: Ios): Readonly<CdpCounters> {
  return feature.of(ios).counters
}

export function clearCdpCounters(ios: Ios): void {
  feature.of(ios).counters = { ...noCounters }
}

/** By our ports in their order, and on each in the order in which they were heard. */
export function cdpNeighbours(ios: Ios): CdpNeighbour[] {
  const order = new Map(inViewOrder(ios).map(({ name }, index) => [name, index]))
  return [...feature.of(ios).state.neighbours.values()].sort(
    (a, b) => (order.get(a.port) ?? 0) - (order.get(b.port) ?? 0),
  )
}

provideNeighbours(cdpNeighbours)

export function clearCdpTable(ios: Ios): void {
  feature.of(ios).state.neighbours.clear()
}

/** Ports on which CDP may run, whatever their state. */
export function speaksCdp(ios: Ios, made: Interface): boolean {
  return (
    ios.traits.has('cdp') &&
    made.phy !== undefined &&
    cdpRun.isOn(ios.configuration) &&
    cdpEnable.isOn(made.section)
  )
}

function step(ios: Ios, event: Parameters<typeof cdpStep>[1]): void {
  const cdp = feature.of(ios)
  for (const effect of cdpStep(cdp.state, event, ios.kernel.nowMs)) {
    if (effect.kind !== 'send') continue
    const made = ios.interfaces.get(effect.port)
    if (made !== undefined) send(ios, cdp, made)
  }
  wakeLater(ios, cdp)
}

/** One timer that looks again; an earlier one than needed does no harm. */
function wakeLater(ios: Ios, cdp: Cdp): void {
  const at = cdpWakeAt(cdp.state)
  if (at === undefined || cdp.wakesAtMs <= at) return
  cdp.wakesAtMs = at
  ios.after(at - ios.kernel.nowMs, () => {
    if (cdp.wakesAtMs === at) cdp.wakesAtMs = Infinity
    step(ios, { kind: 'time' })
  })
}

function send(ios: Ios, cdp: Cdp, made: Interface): void {
  const packet = advertisement(ios, made)
  const payload = encodeCdp(packet)
  cdp.counters.sent++
  if (packet.version === 2) cdp.counters.sentV2++
  const bytes =
    made.port?.cable === 'serial'
      ? hdlcFrame({ multicast: true, type: cdpOverHdlcType }, payload)
      : snapFrame(
          { destination: ciscoGroup, source: made.phy?.mac ?? 0 },
          snapOuis.cisco,
          cdpProtocol,
          payload,
        )
  sendControl(ios, made, bytes)
}

onControlFrame(ciscoGroup, (ios, made, frame) => {
  const ethernet = decodeEthernet(frame.bytes, 0, frame.bytes.length)
  if (isBad(ethernet) || ethernet.etherType !== undefined) return
  const llc = decodeLlc(frame.bytes, ethernet.payloadStart, ethernet.payloadEnd)
  if (isBad(llc) || llc.snap?.oui !== snapOuis.cisco || llc.snap.protocol !== cdpProtocol) return
  hear(ios, made, decodeCdp(frame.bytes, llc.payloadStart, llc.payloadEnd), ethernet.source)
})

onSerialProtocol(cdpOverHdlcType, (ios, made, { bytes }: Frame) =>
  hear(ios, made, decodeCdp(bytes, hdlcHeaderBytes, bytes.length), 0),
)

function hear(ios: Ios, made: Interface, packet: CdpPacket | Bad, source: number): void {
  const cdp = feature.of(ios)
  if (!cdp.state.ports.has(made.name)) return
  cdp.counters.received++
  if (isBad(packet)) {
    if (packet === 'checksum') cdp.counters.checksumErrors++
    else cdp.counters.headerErrors++
    return
  }
  if (packet.version === 2) cdp.counters.receivedV2++
  step(ios, { kind: 'heard', port: made.name, source, packet })
  compare(ios, cdp, made, packet)
}

/** Says what does not fit between the two ends of a cable. */
function compare(ios: Ios, cdp: Cdp, made: Interface, packet: CdpPacket): void {
  const { nativeVlan, duplex, deviceId = '', portId = '' } = packet
  const them = `with ${printable(deviceId)} ${printable(portId)}`
  const native = nativeVlanOf(ios, made)
  if (nativeVlan !== undefined && native !== undefined && nativeVlan !== native)
    say(ios, cdp, made, 'NATIVE_VLAN_MISMATCH', () => {
      return `Native VLAN mismatch discovered on ${made.name} (${native}), ${them} (${nativeVlan}).`
    })
  if (duplex !== undefined && made.phy?.carrier === true && duplex !== made.phy.duplex)
    say(ios, cdp, made, 'DUPLEX_MISMATCH', () => {
      return `duplex mismatch discovered on ${made.name} (not ${duplex} duplex), ${them} (${duplex} duplex).`
    })
}

function say(ios: Ios, cdp: Cdp, made: Interface, mnemonic: string, text: () => string): void {
  const key = `${mnemonic} ${made.name}`
  const { nowMs } = ios.kernel
  if (nowMs - (cdp.saidMs.get(key) ?? -Infinity) < repeatMs) return
  cdp.saidMs.set(key, nowMs)
  ios.log.emit('CDP', 4, mnemonic, text())
}

/** A port speaks while its line protocol is up. */
function refresh(ios: Ios, made: Interface): void {
  if (made.phy === undefined) return
  const speaks = made.protocol === 'up' && speaksCdp(ios, made)
  if (speaks === feature.of(ios).state.ports.has(made.name)) return
  if (!speaks)
    for (const mnemonic of ['NATIVE_VLAN_MISMATCH', 'DUPLEX_MISMATCH'])
      feature.of(ios).saidMs.delete(`${mnemonic} ${made.name}`)
  step(ios, { kind: speaks ? 'port up' : 'port down', port: made.name })
}

function refreshAll(ios: Ios): void {
  const intervalMs = intervalSeconds(ios) * 1000
  if (feature.of(ios).state.intervalMs !== intervalMs) step(ios, { kind: 'interval', intervalMs })
  for (const made of ios.interfaces) refresh(ios, made)
}

onLinkChange(refresh)
onBooted(refreshAll)
onCdpSettings(refreshAll)
