/**
 * The retransmission timer of a connection: how long an acknowledgement may take, measured, and what follows when it takes
 * longer; with it the deadlines of opening and of TIME-WAIT. Sources: RFC 6298, 9293 (3.8.1, 3.10.8).
 */

import { retransmit } from './send-side.ts'
import { minus } from './sequence-number.ts'
import { end, firstTimeoutMs, type Tcb, type TcpEffect } from './tcb.ts'

const longestTimeoutMs = 60_000
const mostRetransmissions = 12

/** When the connection wants to hear of time, virtual ms. */
export function wakeAt({ retransmitAtMs, deadlineMs }: Tcb): number | undefined {
  if (retransmitAtMs === undefined) return deadlineMs
  return deadlineMs === undefined ? retransmitAtMs : Math.min(retransmitAtMs, deadlineMs)
}

export function timePassed(tcb: Tcb, effects: TcpEffect[], now: number): void {
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

/** Takes the round trip of the segment that is timed, if this acknowledges it (RFC 6298, 2). */
export function measure(tcb: Tcb, acknowledgement: number, now: number): void {
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
