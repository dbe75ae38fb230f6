/**
 * What an interface counted, and how fast: a physical port's own counters, or a VLAN interface's; nothing is
 * counted for other logical interfaces.
 * Source for the rates: "Cisco IOS Interface Command Reference", load-interval.
 */

import { PortCounters, type PortRates } from '../../../hardware/port-counters.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { sviTrafficOf } from '../../svi-traffic.ts'

const nothing: Readonly<PortCounters> = new PortCounters()

/** Whoever counts for the interface: its port, or the VLAN interface itself. */
export function countingOf(
  ios: Ios,
  made: Interface,
): { counters: PortCounters; readonly rates: PortRates } | undefined {
  return made.phy ?? sviTrafficOf(ios, made)
}

export function countersOf(ios: Ios, made: Interface): Readonly<PortCounters> {
  return countingOf(ios, made)?.counters ?? nothing
}

export interface Rates {
  readonly inputBits: number
  readonly inputPackets: number
  readonly outputBits: number
  readonly outputPackets: number
}

/** Per second, over the interface's load interval. Bits come in thousands, as the device rounds them. */
export function ratesOf(ios: Ios, made: Interface): Rates {
  const rates = countingOf(ios, made)?.rates
  if (rates === undefined) return { inputBits: 0, inputPackets: 0, outputBits: 0, outputPackets: 0 }
  const now = ios.kernel.nowMs
  const bits = (rate: typeof rates.inputBits): number =>
    Math.round(rate.at(now, rates.intervalMs) / 1000) * 1000
  const packets = (rate: typeof rates.inputBits): number => Math.round(rate.at(now, rates.intervalMs))
  return {
    inputBits: bits(rates.inputBits),
    inputPackets: packets(rates.inputPackets),
    outputBits: bits(rates.outputBits),
    outputPackets: packets(rates.outputPackets),
  }
}

/** How often the carrier was lost: every other transition, and the last one if there is none now. */
export function lostCarrier({ phy }: Interface): number {
  if (phy === undefined) return 0
  const { carrierTransitions } = phy.counters
  return phy.carrier ? Math.floor(carrierTransitions / 2) : Math.ceil(carrierTransitions / 2)
}

/** Sets the counters to zero. When something last came or went is no counter. */
export function clearCounters(ios: Ios, made: Interface): void {
  made.clearedMs = ios.kernel.nowMs
  const counting = countingOf(ios, made)
  if (counting === undefined) return
  const { lastInputMs, lastOutputMs } = counting.counters
  counting.counters = Object.assign(new PortCounters(), { lastInputMs, lastOutputMs })
}
