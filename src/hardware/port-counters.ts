/** What a port counts, as `show interfaces` names it. */

import { DecayingRate } from './decaying-rate.ts'

export class PortCounters {
  inputPackets = 0
  inputBytes = 0
  inputBroadcasts = 0
  inputMulticasts = 0
  runts = 0
  giants = 0
  inputErrors = 0
  crc = 0
  outputPackets = 0
  outputBytes = 0
  outputBroadcasts = 0
  outputMulticasts = 0
  outputErrors = 0
  /** Packets that found the output queue full. */
  outputDrops = 0
  collisions = 0
  lateCollisions = 0
  deferred = 0
  unknownProtocolDrops = 0
  interfaceResets = 0
  carrierTransitions = 0
  /** Virtual times, ms; undefined is never. */
  lastInputMs: number | undefined = undefined
  lastOutputMs: number | undefined = undefined
}

/** Rates outlive `clear counters`. */
export class PortRates {
  readonly inputBits = new DecayingRate()
  readonly inputPackets = new DecayingRate()
  readonly outputBits = new DecayingRate()
  readonly outputPackets = new DecayingRate()
  intervalMs = 300_000
}
