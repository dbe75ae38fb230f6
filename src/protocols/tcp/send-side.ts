/**
 * The send side of a connection: segments made, data and FIN sent as far as the windows allow, and the first segment sent
 * again. Leaves out when that is (retransmission.ts) and what acknowledgements do (segment-arrival.ts).
 * Sources: RFC 9293 (3.8), 5681 (3.1, slow start).
 */

import { tcpFlags } from '../../wire/tcp.ts'
import { add, minus } from './sequence-number.ts'
import { isSynchronized, nothing, type Tcb, type TcpEffect } from './tcb.ts'

export function transmit(
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

/** Nothing but the acknowledgement of what was received. */
export function acknowledge(tcb: Tcb, effects: TcpEffect[]): void {
  transmit(tcb, effects, tcpFlags.ack, tcb.next)
}

export function sendSyn(tcb: Tcb, effects: TcpEffect[], now: number, withAck: boolean): void {
  transmit(tcb, effects, tcpFlags.syn | (withAck ? tcpFlags.ack : 0), tcb.unacknowledged)
  tcb.next = add(tcb.unacknowledged, 1)
  tcb.retransmitAtMs = now + tcb.timeoutMs
}

/** Queues data; what is written after the close is lost. */
export function write(tcb: Tcb, payload: Uint8Array, effects: TcpEffect[], now: number): void {
  if (tcb.finQueued || tcb.state === 'closed' || payload.length === 0) return
  const pending = new Uint8Array(tcb.pending.length + payload.length)
  pending.set(tcb.pending)
  pending.set(payload, tcb.pending.length)
  tcb.pending = pending
  output(tcb, effects, now)
}

/** Sends what the windows allow; true when something went out, which acknowledges too. */
export function output(tcb: Tcb, effects: TcpEffect[], now: number): boolean {
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
export function retransmit(tcb: Tcb, effects: TcpEffect[]): void {
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
