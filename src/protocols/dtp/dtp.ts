/**
 * DTP's state of one port: what it tells its neighbour, what it heard, and whether the two trunk. Hellos go out every second
 * while the ends are finding out, then every 30 s; a neighbour is forgotten after 300 s. Leaves out what the port does with
 * the answer. Cisco has not published the protocol; the outcomes are those of its configuration guides (Catalyst 2960,
 * "Configuring VLANs", table of trunking modes), the pace of the first seconds is from memory.
 */

import type { DtpEncapsulation, DtpMode, DtpPacket } from '../../wire/dtp.ts'

export interface DtpSettings {
  /** `silent` trunks and says nothing (`switchport nonegotiate`). */
  readonly mode: DtpMode | 'silent'
  /** The ways of tagging that the port may use; both when it leaves the choice to the neighbour. */
  readonly encapsulations: readonly ('isl' | 'dot1q')[]
  /** Of VTP; empty is none yet, which fits every domain. */
  readonly domain: string
}

export interface DtpStatistics {
  received: number
  domainMismatches: number
  sent: number
  timeouts: number
}

export interface DtpState {
  settings: DtpSettings
  up: boolean
  neighbour: DtpPacket | undefined
  neighbourExpiresMs: number
  sendAtMs: number
  /** Until then hellos are a second apart. */
  negotiatingUntilMs: number
  trunking: boolean
  encapsulation: 'isl' | 'dot1q'
  /** Said once for each neighbour whose domain does not fit. */
  mismatchSaid: boolean
  readonly statistics: DtpStatistics
}

export type DtpEvent =
  | { readonly kind: 'up' | 'down' | 'time' }
  | { readonly kind: 'settings'; readonly settings: DtpSettings }
  | { readonly kind: 'heard'; readonly packet: DtpPacket }

export type DtpEffect = 'send' | 'trunk' | 'access' | 'domain mismatch'

export const helloMs = 30_000
export const neighbourTimeoutMs = 300_000
const quickHelloMs = 1000
const negotiationMs = 5000

export function newDtpState(settings: DtpSettings): DtpState {
  return {
    settings,
    up: false,
    neighbour: undefined,
    neighbourExpiresMs: Infinity,
    sendAtMs: Infinity,
    negotiatingUntilMs: 0,
    trunking: isFixedTrunk(settings),
    encapsulation: preferred(settings),
    mismatchSaid: false,
    statistics: { received: 0, domainMismatches: 0, sent: 0, timeouts: 0 },
  }
}

/** Changes the state and answers what is to be done, in order. */
export function dtpStep(state: DtpState, event: DtpEvent, nowMs: number): DtpEffect[] {
  const effects: DtpEffect[] = []
  switch (event.kind) {
    case 'up':
      state.up = true
      negotiate(state, nowMs)
      break
    case 'down':
      state.up = false
      state.sendAtMs = Infinity
      loseNeighbour(state)
      break
    case 'settings':
      change(state, event.settings, nowMs, effects)
      break
    case 'heard':
      hear(state, event.packet, nowMs, effects)
      break
    case 'time':
      if (state.neighbourExpiresMs <= nowMs) {
        state.statistics.timeouts++
        loseNeighbour(state)
      }
      break
  }
  const trunking = outcome(state)
  if (trunking !== state.trunking) {
    state.trunking = trunking
    effects.push(trunking ? 'trunk' : 'access')
    // The neighbour waits for the news.
    if (state.up && speaks(state.settings)) negotiate(state, nowMs)
  }
  if (state.sendAtMs <= nowMs) {
    effects.push('send')
    state.statistics.sent++
    state.sendAtMs = nowMs + (nowMs < state.negotiatingUntilMs ? quickHelloMs : helloMs)
  }
  return effects
}

/** When `dtpStep` wants to see the time, ms; undefined when nothing waits. */
export function dtpWakeAt(state: DtpState): number | undefined {
  const at = Math.min(state.sendAtMs, state.neighbourExpiresMs)
  return at === Infinity ? undefined : at
}

/** What the port says of itself. */
export function dtpPacketOf(state: DtpState, mac: number): DtpPacket {
  const { mode, encapsulations, domain } = state.settings
  return {
    domain,
    trunking: state.trunking,
    mode: mode === 'silent' ? 'on' : mode,
    operational: operationalEncapsulation(state),
    administrative: encapsulations.length > 1 ? 'negotiated' : (encapsulations[0] ?? 'dot1q'),
    neighbour: mac,
  }
}

/** What is on the wire now; a port that has only one way of tagging names it while it does not trunk, too. */
function operationalEncapsulation({ trunking, encapsulation, settings }: DtpState): DtpEncapsulation {
  return trunking || settings.encapsulations.length === 1 ? encapsulation : 'native'
}

/** Access ports and silent trunks say nothing. */
function speaks({ mode }: DtpSettings): boolean {
  return mode !== 'off' && mode !== 'silent'
}

function isFixedTrunk({ mode }: DtpSettings): boolean {
  return mode === 'on' || mode === 'silent'
}

/** ISL is what two Catalysts that can do both agree on. */
function preferred({ encapsulations }: DtpSettings): 'isl' | 'dot1q' {
  return encapsulations.includes('isl') ? 'isl' : 'dot1q'
}

function negotiate(state: DtpState, nowMs: number): void {
  state.negotiatingUntilMs = nowMs + negotiationMs
  state.sendAtMs = speaks(state.settings) ? nowMs : Infinity
}

function change(state: DtpState, settings: DtpSettings, nowMs: number, effects: DtpEffect[]): void {
  const spoke = state.up && speaks(state.settings)
  state.settings = settings
  state.mismatchSaid = false
  if (!state.up) return
  negotiate(state, nowMs)
  // Who stops talking as an access port says so once, or the neighbour would trunk for another five minutes.
  if (spoke && settings.mode === 'off') {
    if (state.trunking) effects.push('access')
    state.trunking = false
    effects.push('send')
    state.statistics.sent++
  }
  if (!speaks(settings)) loseNeighbour(state)
}

function hear(state: DtpState, packet: DtpPacket, nowMs: number, effects: DtpEffect[]): void {
  if (!speaks(state.settings)) return
  state.statistics.received++
  if (!fits(state.settings.domain, packet.domain)) {
    state.statistics.domainMismatches++
    if (!state.mismatchSaid) effects.push('domain mismatch')
    state.mismatchSaid = true
    loseNeighbour(state)
    return
  }
  state.mismatchSaid = false
  const before = state.neighbour
  const isNews =
    before === undefined ||
    before.neighbour !== packet.neighbour ||
    before.mode !== packet.mode ||
    before.trunking !== packet.trunking
  state.neighbour = packet
  state.neighbourExpiresMs = nowMs + neighbourTimeoutMs
  if (isNews) negotiate(state, nowMs)
}

function fits(ours: string, theirs: string): boolean {
  return ours === theirs || ours === '' || theirs === ''
}

function loseNeighbour(state: DtpState): void {
  state.neighbour = undefined
  state.neighbourExpiresMs = Infinity
}

/** Whether the port trunks; chooses the encapsulation on the way. */
function outcome(state: DtpState): boolean {
  const { settings, neighbour } = state
  state.encapsulation = preferred(settings)
  if (settings.mode === 'off') return false
  const common = neighbour === undefined ? undefined : commonEncapsulation(settings, neighbour)
  if (common !== undefined) state.encapsulation = common
  if (isFixedTrunk(settings)) return true
  if (!state.up || neighbour === undefined || common === undefined) return false
  const wanted = settings.mode === 'desirable' ? ['on', 'desirable', 'auto'] : ['on', 'desirable']
  return wanted.includes(neighbour.mode)
}

function commonEncapsulation(
  { encapsulations }: DtpSettings,
  { administrative }: DtpPacket,
): 'isl' | 'dot1q' | undefined {
  const theirs: readonly DtpEncapsulation[] =
    administrative === 'negotiated' ? ['isl', 'dot1q'] : [administrative]
  return (['isl', 'dot1q'] as const).find((one) => encapsulations.includes(one) && theirs.includes(one))
}
