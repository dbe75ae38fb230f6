/**
 * What follows from a segment of the other side, in the order of RFC 9293, 3.10.7 (SEGMENT ARRIVES): sequence number, RST,
 * SYN, ACK, then data and FIN (receive-side.ts). Leaves out segments of no connection, which the sockets answer.
 */

import { tcpFlags } from '../../wire/tcp.ts'
import { takeData } from './receive-side.ts'
import { measure } from './retransmission.ts'
import { acknowledge, output, retransmit, transmit } from './send-side.ts'
import { add, minus } from './sequence-number.ts'
import {
  beginTimeWait,
  end,
  establish,
  type Segment,
  sequenceLength,
  type Tcb,
  type TcpEffect,
  type TcpState,
  takeSyn,
} from './tcb.ts'

export function segmentArrives(tcb: Tcb, segment: Segment, effects: TcpEffect[], now: number): void {
  if (tcb.state === 'closed') return
  if (tcb.state === 'syn-sent') {
    answerOpen(tcb, segment, effects, now)
    return
  }
  const { flags, sequence } = segment
  // RFC 9293, figure 7: where both opened at once, the other's SYN comes a second time, now with the acknowledgement.
  const isSecondSyn = tcb.state === 'syn-received' && add(sequence, 1) === tcb.receiveNext
  if (isSecondSyn && (flags & tcpFlags.ack) !== 0 && segment.acknowledgement === tcb.next) {
    establish(tcb, segment.acknowledgement, effects)
    tcb.windowBytes = segment.window
    output(tcb, effects, now)
    return
  }
  if (!isAcceptable(tcb, segment)) {
    // A SYN or FIN that was acknowledged, but whose acknowledgement was lost, comes here.
    if ((flags & tcpFlags.rst) === 0) acknowledge(tcb, effects)
    if (tcb.state === 'time-wait') beginTimeWait(tcb, now)
    return
  }
  if ((flags & tcpFlags.rst) !== 0) {
    // RFC 9293, 3.10.7.4: only the expected number resets; others are challenged.
    if (sequence === tcb.receiveNext) end(tcb, effects, 'reset')
    else acknowledge(tcb, effects)
    return
  }
  if ((flags & tcpFlags.syn) !== 0) {
    acknowledge(tcb, effects)
    return
  }
  if ((flags & tcpFlags.ack) === 0 || !acknowledged(tcb, segment, effects, now)) return
  const isOwed = takeData(tcb, segment, effects, now)
  // What goes out anyway acknowledges too.
  if (!output(tcb, effects, now) && isOwed) acknowledge(tcb, effects)
}

/** In SYN-SENT: the answer to our SYN, or the SYN of a side that opens as well. */
function answerOpen(tcb: Tcb, segment: Segment, effects: TcpEffect[], now: number): void {
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
  if (!hasAck) {
    // Both sides opened at once.
    tcb.state = 'syn-received'
    transmit(tcb, effects, tcpFlags.syn | tcpFlags.ack, tcb.unacknowledged)
    return
  }
  establish(tcb, acknowledgement, effects)
  if (!output(tcb, effects, now)) acknowledge(tcb, effects)
}

/** RFC 9293, 3.4: some of it lies within the window. */
function isAcceptable(tcb: Tcb, segment: Segment): boolean {
  const offset = minus(segment.sequence, tcb.receiveNext)
  const length = sequenceLength(segment)
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
    acknowledge(tcb, effects)
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
