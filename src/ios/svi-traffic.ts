/** What a VLAN interface has sent and received: no port counts it, since it has none of its own. */

import { PortCounters, PortRates } from '../hardware/port-counters.ts'
import type { Interface } from './interfaces.ts'
import { FeatureState, type Ios } from './ios.ts'

export class SviTraffic {
  counters = new PortCounters()
  readonly rates = new PortRates()

  input(bytes: Uint8Array, nowMs: number): void {
    const { counters, rates } = this
    counters.inputPackets++
    counters.inputBytes += bytes.length
    counters.lastInputMs = nowMs
    if (bytes[0] === 0xff) counters.inputBroadcasts++
    else if (((bytes[0] as number) & 1) === 1) counters.inputMulticasts++
    rates.inputBits.add(nowMs, bytes.length * 8, rates.intervalMs)
    rates.inputPackets.add(nowMs, 1, rates.intervalMs)
  }

  output(bytes: Uint8Array, nowMs: number): void {
    const { counters, rates } = this
    counters.outputPackets++
    counters.outputBytes += bytes.length
    counters.lastOutputMs = nowMs
    rates.outputBits.add(nowMs, bytes.length * 8, rates.intervalMs)
    rates.outputPackets.add(nowMs, 1, rates.intervalMs)
  }
}

const traffic = new FeatureState(() => new Map<Interface, SviTraffic>())

/** The traffic of a VLAN interface; undefined for every other. */
export function sviTrafficOf(ios: Ios, made: Interface): SviTraffic | undefined {
  if (made.type.name !== 'Vlan') return undefined
  const all = traffic.of(ios)
  let one = all.get(made)
  if (one === undefined) {
    one = new SviTraffic()
    all.set(made, one)
  }
  return one
}
