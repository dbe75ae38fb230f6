/**
 * The receive side of a connection: data and FIN in their order, each byte once. Segments that came too early wait.
 * Leaves out which segments are acceptable (segment-arrival.ts). Source: RFC 9293 (3.10.7.4, seventh and eighth).
 */

import { tcpFlags } from '../../wire/tcp.ts'
import { add, minus } from './sequence-number.ts'
import { beginTimeWait, type Segment, type Tcb, type TcpEffect } from './tcb.ts'

const mostEarly = 64

/** Takes data and FIN in their order; true when there is something to acknowledge. */
export function takeData(
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
