/**
 * The transmission control block: all that is known of one connection, what its segments and effects look like, and how it
 * changes where both sides of it are concerned: opened, in TIME-WAIT, over. Source: RFC 9293 (3.3).
 */

import { tcpFlags } from '../../wire/tcp.ts'
import { add } from './sequence-number.ts'

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

/** Why a connection is over. */
type Reason = 'closed' | 'refused' | 'reset' | 'timeout'

export type TcpEffect =
  | { readonly kind: 'transmit'; readonly segment: Segment }
  | { readonly kind: 'connected' }
  | { readonly kind: 'data'; readonly payload: Uint8Array }
  | { readonly kind: 'ended' }
  | { readonly kind: 'closed'; readonly reason: Reason }

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

export const nothing = new Uint8Array(0)
/** RFC 6298, 2.1. */
export const firstTimeoutMs = 1000
const timeWaitMs = 60_000
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

export function isSynchronized({ state }: Tcb): boolean {
  return state !== 'closed' && state !== 'syn-sent' && state !== 'syn-received'
}

/** How many sequence numbers a segment takes. */
export function sequenceLength({ payload, flags }: Segment): number {
  return payload.length + ((flags & tcpFlags.syn) === 0 ? 0 : 1) + ((flags & tcpFlags.fin) === 0 ? 0 : 1)
}

/** What the other side's SYN says. */
export function takeSyn(tcb: Tcb, syn: Segment): void {
  tcb.receiveNext = add(syn.sequence, 1)
  tcb.maxSegmentBytes = Math.min(syn.maxSegmentBytes ?? defaultSegmentBytes, tcb.options.maxSegmentBytes)
  tcb.congestionBytes = 2 * tcb.maxSegmentBytes
  tcb.windowBytes = syn.window
}

export function establish(tcb: Tcb, acknowledgement: number, effects: TcpEffect[]): void {
  tcb.unacknowledged = acknowledgement
  tcb.state = 'established'
  tcb.retransmitAtMs = undefined
  tcb.retransmissions = 0
  tcb.timeoutMs = firstTimeoutMs
  tcb.deadlineMs = undefined
  effects.push({ kind: 'connected' })
}

/** Waits, or waits anew, for segments that are still on their way. */
export function beginTimeWait(tcb: Tcb, now: number): void {
  tcb.state = 'time-wait'
  tcb.retransmitAtMs = undefined
  tcb.deadlineMs = now + timeWaitMs
}

export function end(tcb: Tcb, effects: TcpEffect[], reason: Reason): void {
  if (tcb.state === 'closed') return
  tcb.state = 'closed'
  tcb.retransmitAtMs = undefined
  tcb.deadlineMs = undefined
  tcb.pending = nothing
  effects.push({ kind: 'closed', reason })
}
