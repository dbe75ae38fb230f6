/**
 * One TCP connection as a state machine: what its user and time do to it, and with segment-arrival.ts what the other side
 * does. No timers of its own and no addresses: `step` takes an event and gives effects, `wakeAt` (retransmission.ts) says
 * when to come again with `{ kind: 'time' }`.
 * Leaves out urgent data, window scaling, selective acknowledgement, delayed acknowledgement, and congestion control beyond
 * slow start. Source: RFC 9293 (3.10, the calls of the user).
 */

import { tcpFlags } from '../../wire/tcp.ts'
import { timePassed } from './retransmission.ts'
import { segmentArrives } from './segment-arrival.ts'
import { output, sendSyn, transmit, write } from './send-side.ts'
import {
  end,
  isSynchronized,
  newTcb,
  type Segment,
  type Tcb,
  type TcpEffect,
  type TcpOptions,
  takeSyn,
} from './tcb.ts'

export type TcpEvent =
  | { readonly kind: 'open' }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'send'; readonly payload: Uint8Array }
  | { readonly kind: 'close' }
  | { readonly kind: 'abort' }
  | { readonly kind: 'time' }

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
      segmentArrives(tcb, event.segment, effects, now)
      break
    case 'send':
      write(tcb, event.payload, effects, now)
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
