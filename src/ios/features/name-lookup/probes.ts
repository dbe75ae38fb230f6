/** Echo requests and probes as the commands send them, one after the other, with the break key in reach. */

import type { Answer, EchoRequest, UdpProbe } from '../../../hardware/ip/types.ts'
import type { Ios } from '../../ios.ts'
import { ipStackOf } from '../../ip-stack.ts'
import { type Running, waitForBreak, waitUntil } from '../../steps.ts'

type Ask = (onAnswer: (answer: Answer) => void) => () => void

/** Sends an echo request, and waits for what becomes of it. One that cannot be sent fails when its time is over. */
export function* echo(ios: Ios, request: EchoRequest): Running<Answer | 'break'> {
  return yield* answerTo(ios, request.timeoutMs, (onAnswer) => ipStackOf(ios).echo(request, onAnswer))
}

export function* probe(ios: Ios, request: UdpProbe): Running<Answer | 'break'> {
  return yield* answerTo(ios, request.timeoutMs, (onAnswer) => ipStackOf(ios).probe(request, onAnswer))
}

function* answerTo(ios: Ios, timeoutMs: number, ask: Ask): Running<Answer | 'break'> {
  let answer: Answer | undefined
  let wake = (): void => {}
  const askedMs = ios.kernel.nowMs
  const cancel = ask((heard) => {
    answer = heard
    wake()
  })
  // The stack's own timer ends the wait; what is added only keeps the two apart.
  const how = yield* waitUntil(timeoutMs + 1, (wakeUp) => {
    wake = wakeUp
  })
  wake = () => {}
  if (how === 'break') {
    cancel()
    return 'break'
  }
  if (answer?.kind !== 'not sent') return answer ?? { kind: 'timeout' }
  const leftMs = askedMs + timeoutMs - ios.kernel.nowMs
  if (answer.why !== 'packet too long' && leftMs > 0 && (yield* waitForBreak(leftMs))) return 'break'
  return answer
}

/** Sends an echo request to everybody, and gives each reply as it comes, until the time is over. */
export function* echoToAll(
  ios: Ios,
  request: EchoRequest,
  show: (answer: Answer & { kind: 'reply' }) => string,
): Running<{ replies: number; broken: boolean }> {
  const heard: (Answer & { kind: 'reply' })[] = []
  let replies = 0
  let over = false
  let wake = (): void => {}
  const cancel = ipStackOf(ios).echo(request, (answer) => {
    if (answer.kind === 'reply') heard.push(answer)
    else over = true
    wake()
  })
  const untilMs = ios.kernel.nowMs + request.timeoutMs + 1
  while (!over || heard.length > 0) {
    const answer = heard.shift()
    if (answer !== undefined) {
      replies++
      yield show(answer)
      continue
    }
    const how = yield* waitUntil(Math.max(0, untilMs - ios.kernel.nowMs), (wakeUp) => {
      wake = wakeUp
    })
    wake = () => {}
    if (how === 'break') {
      cancel()
      return { replies, broken: true }
    }
    if (how === 'elapsed') over = true
  }
  return { replies, broken: false }
}
