/**
 * One TCP connection as a state machine: handshake, ordering, retransmission, close, reset. No timers of its own and no
 * addresses: `step` takes an event and gives effects, `wakeAt` says when to come again with `{ kind: 'time' }`.
 * Leaves out urgent data, window scaling, selective acknowledgement, delayed acknowledgement, and congestion control beyond
 * slow start. Sources: RFC 9293 (states, 3.10), RFC 6298 (retransmission time).
 */

import { tcpFlags } from '../../wire/tcp.ts'

export type TcpState =
  | 'syn-sent'
  | 'syn-received'
  | 'established'
  | 'fin-wait-1'
  | 'fin-wait-2'
  | 'close-wait'
  | 'closing'
  | 'last-ack'
  | 'time-wait'
  | 'closed'

/** A segment without its ports. */
export interface Segment {
  readonly sequence: number
  readonly acknowledgement: number
  readonly flags: number
  readonly window: number
  readonly maxSegmentBytes: number | undefined
  readonly payload: Uint8Array
}

export type TcpEvent =
  | { readonly kind: 'open' }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'send'; readonly payload: Uint8Array }
  | { readonly kind: 'close' }
  | { readonly kind: 'abort' }
  | { readonly kind: 'time' }

export type TcpEffect =
  | { readonly kind: 'transmit'; readonly segment: Segment }
  | { readonly kind: 'connected' }
  | { readonly kind: 'data'; readonly payload: Uint8Array }
  | { readonly kind: 'ended' }
  | { readonly kind: 'closed'; readonly reason: 'closed' | 'refused' | 'reset' | 'timeout' }

export interface TcpOptions {
  readonly initialSequence: number
  /** The largest segment that we take. */
  readonly maxSegmentBytes: number
  readonly windowBytes: number
  /** How long a SYN may stay unanswered. */
  readonly connectTimeoutMs: number
}

export interface Tcb {
  state: TcpState
  readonly options: TcpOptions
  /** Oldest sequence number that is not acknowledged, and the next to send. */
  unacknowledged: number
  next: number
  /** The other side's window and largest segment. */
  windowBytes: number
  maxSegmentBytes: number
  congestionBytes: number
  receiveNext: number
  /** Bytes to be sent, from the first that is not acknowledged on. */
  pending: Uint8Array
  /** `close` was called: FIN follows the last byte. */
  finQueued: boolean
  finSent: boolean
  /** Whether the end of the other side's data was told. */
  finReceived: boolean
  /** Segments that came before those they follow. */
  readonly early: { sequence: number; payload: Uint8Array; fin: boolean }[]
  retransmitAtMs: number | undefined
  retransmissions: number
  timeoutMs: number
  smoothedMs: number | undefined
  variationMs: number
  /** The segment whose round trip is being measured. */
  timed: { readonly sequence: number; readonly atMs: number } | undefined
  duplicates: number
  /** When a connection that is being opened gives up, or TIME-WAIT is over. */
  deadlineMs: number | undefined
}

const nothing = new Uint8Array(0)
const firstTimeoutMs = 1000
const longestTimeoutMs = 60_000
const mostRetransmissions = 12
const timeWaitMs = 60_000
const mostEarly = 64
/** RFC 9293, 3.7.1: without the option. */
const defaultSegmentBytes = 536

export function newTcb(options: TcpOptions): Tcb {
  return {
    state: 'closed',
    options,
    unacknowledged: options.initialSequence,
    next: options.initialSequence,
    windowBytes: 0,
    maxSegmentBytes: defaultSegmentBytes,
    congestionBytes: 0,
    receiveNext: 0,
    pending: nothing,
    finQueued: false,
    finSent: false,
    finReceived: false,
    early: [],
    retransmitAtMs: undefined,
    retransmissions: 0,
    timeoutMs: firstTimeoutMs,
    smoothedMs: undefined,
    variationMs: 0,
    timed: undefined,
    duplicates: 0,
    deadlineMs: undefined,
  }
}

/** When the connection wants to hear of time, virtual ms. */
export function wakeAt({ retransmitAtMs, deadlineMs }: Tcb): number | undefined {
  if (retransmitAtMs === undefined) return deadlineMs
  return deadlineMs === undefined ? retransmitAtMs : Math.min(retransmitAtMs, deadlineMs)
}

/** A connection that begins with somebody else's SYN. */
export function acceptSyn(
  options: TcpOptions,
  syn: Segment,
  now: number,
): { tcb: Tcb; effects: TcpEffect[] } {
  const tcb = newTcb(options)
  const effects: TcpEffect[] = []
  tcb.state = 'syn-received'
  tcb.deadlineMs = now + options.connectTimeoutMs
  takeSyn(tcb, syn)
  tcb.windowBytes = syn.window
  sendSyn(tcb, effects, now, true)
  return { tcb, effects }
}

/** What follows from an event. The state is changed in place. */
export function step(tcb: Tcb, event: TcpEvent, now: number): TcpEffect[] {
  const effects: TcpEffect[] = []
  switch (event.kind) {
    case 'open':
      tcb.state = 'syn-sent'
      tcb.deadlineMs = now + tcb.options.connectTimeoutMs
      sendSyn(tcb, effects, now, false)
      break
    case 'segment':
      arrive(tcb, event.segment, effects, now)
      break
    case 'send':
      // From memory of the interface: what is written after the close is lost.
      if (tcb.finQueued || tcb.state === 'closed' || event.payload.length === 0) break
      tcb.pending = joined(tcb.pending, event.payload)
      output(tcb, effects, now)
      break
    case 'close':
      close(tcb, effects, now)
      break
    case 'abort':
      if (tcb.state !== 'closed' && tcb.state !== 'syn-sent' && tcb.state !== 'time-wait')
        transmit(tcb, effects, tcpFlags.rst | tcpFlags.ack, tcb.next)
      end(tcb, effects, 'closed')
      break
    case 'time':
      timePassed(tcb, effects, now)
      break
  }
  return effects
}

function close(tcb: Tcb, effects: TcpEffect[], now: number): void {
  if (tcb.finQueued) return
  if (tcb.state === 'syn-sent') {
    end(tcb, effects, 'closed')
    return
  }
  tcb.finQueued = true
  if (isSynchronized(tcb)) output(tcb, effects, now)
}

function isSynchronized({ state }: Tcb): boolean {
  return state !== 'closed' && state !== 'syn-sent' && state !== 'syn-received'
}

function end(tcb: Tcb, effects: TcpEffect[], reason: 'closed' | 'refused' | 'reset' | 'timeout'): void {
  if (tcb.state === 'closed') return
  tcb.state = 'closed'
  tcb.retransmitAtMs = undefined
  tcb.deadlineMs = undefined
  tcb.pending = nothing
  effects.push({ kind: 'closed', reason })
}

// Sending

function transmit(
  tcb: Tcb,
  effects: TcpEffect[],
  flags: number,
  sequence: number,
  payload: Uint8Array = nothing,
): void {
  const { options } = tcb
  effects.push({
    kind: 'transmit',
    segment: {
      sequence,
      acknowledgement: (flags & tcpFlags.ack) === 0 ? 0 : tcb.receiveNext,
      flags,
      window: options.windowBytes,
      maxSegmentBytes: (flags & tcpFlags.syn) === 0 ? undefined : options.maxSegmentBytes,
      payload,
    },
  })
}

function sendSyn(tcb: Tcb, effects: TcpEffect[], now: number, withAck: boolean): void {
  transmit(tcb, effects, tcpFlags.syn | (withAck ? tcpFlags.ack : 0), tcb.unacknowledged)
  tcb.next = add(tcb.unacknowledged, 1)
  tcb.retransmitAtMs = now + tcb.timeoutMs
}

function takeSyn(tcb: Tcb, syn: Segment): void {
  tcb.receiveNext = add(syn.sequence, 1)
  tcb.maxSegmentBytes = Math.min(syn.maxSegmentBytes ?? defaultSegmentBytes, tcb.options.maxSegmentBytes)
  tcb.congestionBytes = 2 * tcb.maxSegmentBytes
}

/** Sends what the windows allow; true when something went out, which acknowledges too. */
function output(tcb: Tcb, effects: TcpEffect[], now: number): boolean {
  if (!isSynchronized(tcb) || tcb.state === 'time-wait') return false
  let sent = false
  const room = Math.min(tcb.windowBytes, tcb.congestionBytes)
  for (;;) {
    const offset = minus(tcb.next, tcb.unacknowledged)
    const length = Math.min(tcb.maxSegmentBytes, tcb.pending.length - offset, room - offset)
    if (tcb.finSent || length <= 0) break
    const last = offset + length === tcb.pending.length
    const payload = tcb.pending.slice(offset, offset + length)
    transmit(tcb, effects, tcpFlags.ack | (last ? tcpFlags.psh : 0), tcb.next, payload)
    tcb.timed ??= { sequence: add(tcb.next, length), atMs: now }
    tcb.next = add(tcb.next, length)
    sent = true
  }
  if (tcb.finQueued && !tcb.finSent && minus(tcb.next, tcb.unacknowledged) === tcb.pending.length) {
    transmit(tcb, effects, tcpFlags.fin | tcpFlags.ack, tcb.next)
    tcb.next = add(tcb.next, 1)
    tcb.finSent = true
    tcb.state = tcb.state === 'close-wait' ? 'last-ack' : 'fin-wait-1'
    sent = true
  }
  if (tcb.next !== tcb.unacknowledged || tcb.pending.length > 0) tcb.retransmitAtMs ??= now + tcb.timeoutMs
  return sent
}

/** The first segment that is not acknowledged, again. */
function retransmit(tcb: Tcb, effects: TcpEffect[]): void {
  if (tcb.state === 'syn-sent' || tcb.state === 'syn-received') {
    const ack = tcb.state === 'syn-received' ? tcpFlags.ack : 0
    transmit(tcb, effects, tcpFlags.syn | ack, tcb.unacknowledged)
    return
  }
  const { unacknowledged, pending, maxSegmentBytes } = tcb
  // A window of zero is asked again with one byte.
  const length = Math.min(maxSegmentBytes, pending.length, Math.max(1, tcb.windowBytes))
  if (length > 0) {
    transmit(tcb, effects, tcpFlags.ack | tcpFlags.psh, unacknowledged, pending.slice(0, length))
    if (minus(add(unacknowledged, length), tcb.next) > 0) tcb.next = add(unacknowledged, length)
  } else if (tcb.finSent) transmit(tcb, effects, tcpFlags.fin | tcpFlags.ack, unacknowledged)
}

function timePassed(tcb: Tcb, effects: TcpEffect[], now: number): void {
  if (tcb.deadlineMs !== undefined && now >= tcb.deadlineMs) {
    end(tcb, effects, tcb.state === 'time-wait' ? 'closed' : 'timeout')
    return
  }
  if (tcb.retransmitAtMs === undefined || now < tcb.retransmitAtMs) return
  if (++tcb.retransmissions > mostRetransmissions) {
    end(tcb, effects, 'timeout')
    return
  }
  tcb.timed = undefined
  tcb.congestionBytes = tcb.maxSegmentBytes
  retransmit(tcb, effects)
  tcb.timeoutMs = Math.min(longestTimeoutMs, tcb.timeoutMs * 2)
  tcb.retransmitAtMs = now + tcb.timeoutMs
}

// Receiving

function arrive(tcb: Tcb, segment: Segment, effects: TcpEffect[], now: number): void {
  if (tcb.state === 'closed') return
  if (tcb.state === 'syn-sent') {
    arriveSynSent(tcb, segment, effects, now)
    return
  }
  const { flags, sequence, payload } = segment
  const length =
    payload.length + ((flags & tcpFlags.syn) === 0 ? 0 : 1) + ((flags & tcpFlags.fin) === 0 ? 0 : 1)
  // RFC 9293, figure 7: where both opened at once, the other's SYN comes a second time, now with the acknowledgement.
  const isSecondSyn = tcb.state === 'syn-received' && add(sequence, 1) === tcb.receiveNext
  if (isSecondSyn && (flags & tcpFlags.ack) !== 0 && segment.acknowledgement === tcb.next) {
    establish(tcb, segment.acknowledgement, effects)
    tcb.windowBytes = segment.window
    output(tcb, effects, now)
    return
  }
  if (!isAcceptable(tcb, sequence, length)) {
    // A SYN or FIN that was acknowledged, but whose acknowledgement was lost, comes here.
    if ((flags & tcpFlags.rst) === 0) transmit(tcb, effects, tcpFlags.ack, tcb.next)
    if (tcb.state === 'time-wait') tcb.deadlineMs = now + timeWaitMs
    return
  }
  if ((flags & tcpFlags.rst) !== 0) {
    // RFC 9293, 3.10.7.4: only the expected number resets; others are challenged.
    if (sequence === tcb.receiveNext) end(tcb, effects, 'reset')
    else transmit(tcb, effects, tcpFlags.ack, tcb.next)
    return
  }
  if ((flags & tcpFlags.syn) !== 0) {
    transmit(tcb, effects, tcpFlags.ack, tcb.next)
    return
  }
  if ((flags & tcpFlags.ack) === 0 || !acknowledged(tcb, segment, effects, now)) return
  const isOwed = takeData(tcb, segment, effects, now)
  // What goes out anyway acknowledges too.
  if (!output(tcb, effects, now) && isOwed) transmit(tcb, effects, tcpFlags.ack, tcb.next)
}

function arriveSynSent(tcb: Tcb, segment: Segment, effects: TcpEffect[], now: number): void {
  const { flags, acknowledgement } = segment
  const hasAck = (flags & tcpFlags.ack) !== 0
  if (hasAck && acknowledgement !== tcb.next) {
    if ((flags & tcpFlags.rst) === 0) transmit(tcb, effects, tcpFlags.rst, acknowledgement)
    return
  }
  if ((flags & tcpFlags.rst) !== 0) {
    if (hasAck) end(tcb, effects, 'refused')
    return
  }
  if ((flags & tcpFlags.syn) === 0) return
  takeSyn(tcb, segment)
  tcb.windowBytes = segment.window
  if (!hasAck) {
    // Both sides opened at once.
    tcb.state = 'syn-received'
    transmit(tcb, effects, tcpFlags.syn | tcpFlags.ack, tcb.unacknowledged)
    return
  }
  establish(tcb, acknowledgement, effects)
  if (!output(tcb, effects, now)) transmit(tcb, effects, tcpFlags.ack, tcb.next)
}

function establish(tcb: Tcb, acknowledgement: number, effects: TcpEffect[]): void {
  tcb.unacknowledged = acknowledgement
  tcb.state = 'established'
  tcb.retransmitAtMs = undefined
  tcb.retransmissions = 0
  tcb.timeoutMs = firstTimeoutMs
  tcb.deadlineMs = undefined
  effects.push({ kind: 'connected' })
}

function isAcceptable(tcb: Tcb, sequence: number, length: number): boolean {
  const offset = minus(sequence, tcb.receiveNext)
  const window = tcb.options.windowBytes
  return length === 0 ? offset >= 0 && offset < window : offset < window && offset + length > 0
}

/** False when nothing else of the segment counts. */
function acknowledged(tcb: Tcb, segment: Segment, effects: TcpEffect[], now: number): boolean {
  const { acknowledgement } = segment
  if (tcb.state === 'syn-received') {
    if (acknowledgement !== tcb.next) {
      transmit(tcb, effects, tcpFlags.rst, acknowledgement)
      return false
    }
    tcb.windowBytes = segment.window
    establish(tcb, acknowledgement, effects)
    return true
  }
  if (minus(acknowledgement, tcb.next) > 0) {
    transmit(tcb, effects, tcpFlags.ack, tcb.next)
    return false
  }
  const gained = minus(acknowledgement, tcb.unacknowledged)
  if (gained < 0) return true
  const grew = segment.window > tcb.windowBytes
  tcb.windowBytes = segment.window
  if (gained === 0) {
    const isDuplicate = segment.payload.length === 0 && !grew && tcb.next !== tcb.unacknowledged
    if (isDuplicate && ++tcb.duplicates === 3) retransmit(tcb, effects)
    return true
  }
  measure(tcb, acknowledgement, now)
  tcb.duplicates = 0
  tcb.retransmissions = 0
  tcb.congestionBytes = Math.min(65_535, tcb.congestionBytes + tcb.maxSegmentBytes)
  // FIN takes a number but no byte.
  tcb.pending = tcb.pending.slice(Math.min(gained, tcb.pending.length))
  tcb.unacknowledged = acknowledgement
  tcb.retransmitAtMs =
    tcb.next === tcb.unacknowledged && tcb.pending.length === 0 ? undefined : now + tcb.timeoutMs
  if (tcb.finSent && acknowledgement === tcb.next) finAcknowledged(tcb, effects, now)
  return tcb.state !== ('closed' as TcpState)
}

function finAcknowledged(tcb: Tcb, effects: TcpEffect[], now: number): void {
  if (tcb.state === 'fin-wait-1') tcb.state = 'fin-wait-2'
  else if (tcb.state === 'closing') beginTimeWait(tcb, now)
  else if (tcb.state === 'last-ack') end(tcb, effects, 'closed')
}

function beginTimeWait(tcb: Tcb, now: number): void {
  tcb.state = 'time-wait'
  tcb.retransmitAtMs = undefined
  tcb.deadlineMs = now + timeWaitMs
}

/** RFC 6298, 2. */
function measure(tcb: Tcb, acknowledgement: number, now: number): void {
  const { timed } = tcb
  if (timed === undefined || minus(acknowledgement, timed.sequence) < 0) return
  tcb.timed = undefined
  const roundTripMs = now - timed.atMs
  if (tcb.smoothedMs === undefined) {
    tcb.smoothedMs = roundTripMs
    tcb.variationMs = roundTripMs / 2
  } else {
    tcb.variationMs = 0.75 * tcb.variationMs + 0.25 * Math.abs(tcb.smoothedMs - roundTripMs)
    tcb.smoothedMs = 0.875 * tcb.smoothedMs + 0.125 * roundTripMs
  }
  tcb.timeoutMs = Math.min(longestTimeoutMs, Math.max(firstTimeoutMs, tcb.smoothedMs + 4 * tcb.variationMs))
}

/** Takes data and FIN in their order; true when there is something to acknowledge. */
function takeData(
  tcb: Tcb,
  { sequence, payload, flags }: Segment,
  effects: TcpEffect[],
  now: number,
): boolean {
  const fin = (flags & tcpFlags.fin) !== 0
  if (payload.length === 0 && !fin) return false
  if (tcb.finReceived) return true
  if (minus(sequence, tcb.receiveNext) > 0) {
    if (tcb.early.length < mostEarly) tcb.early.push({ sequence, payload, fin })
    return true
  }
  takeInOrder(tcb, sequence, payload, fin, effects, now)
  for (let again = true; again; ) {
    again = false
    for (const [i, early] of tcb.early.entries()) {
      if (minus(early.sequence, tcb.receiveNext) > 0) continue
      tcb.early.splice(i, 1)
      takeInOrder(tcb, early.sequence, early.payload, early.fin, effects, now)
      again = true
      break
    }
  }
  return true
}

function takeInOrder(
  tcb: Tcb,
  sequence: number,
  payload: Uint8Array,
  fin: boolean,
  effects: TcpEffect[],
  now: number,
): void {
  if (tcb.finReceived) return
  const known = minus(tcb.receiveNext, sequence)
  if (known < payload.length) {
    const fresh = payload.slice(known)
    tcb.receiveNext = add(tcb.receiveNext, fresh.length)
    effects.push({ kind: 'data', payload: fresh })
  } else if (known > payload.length) return
  if (!fin) return
  tcb.finReceived = true
  tcb.receiveNext = add(tcb.receiveNext, 1)
  effects.push({ kind: 'ended' })
  if (tcb.state === 'established') tcb.state = 'close-wait'
  else if (tcb.state === 'fin-wait-1') tcb.state = 'closing'
  else if (tcb.state === 'fin-wait-2') beginTimeWait(tcb, now)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Sequence numbers count modulo 2^32. */
function add(a: number, b: number): number {
  return (a + b) >>> 0
}

/** Positive where `a` comes after `b`. */
function minus(a: number, b: number): number {
  return (a - b) | 0
}
