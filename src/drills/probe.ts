/**
 * What probes have in common: from where to where, and what became of their packets. A probe is sent by the device's own
 * stack, as its commands would send it.
 */

import type { Ending } from '../hardware/endings.ts'
import type { Answer, NotSent } from '../hardware/ip/types.ts'
import { endingWords } from '../why/ending-words.ts'
import { type Fate, fateOf, hear } from '../why/fate.ts'
import type { Seen } from './check-kind.ts'
import { fateWords, noGateway, ownerOf } from './fate-words.ts'
import type { MarkedLab } from './marked-lab.ts'
import { routeOutOfUse } from './route-cause.ts'
import { type Texts, texts } from './texts.ts'

export const reasons = Object.keys(endingWords) as Ending[]

export interface Probed {
  readonly answered: boolean
  readonly found: Texts
  readonly cause?: Texts | undefined
  readonly fate?: Fate | undefined
}

/** The seen of a probe that should get through, or fail, and for which reason. */
export function seenOf(probed: Probed, fails: boolean, because: Ending | undefined): Seen {
  const { answered, found, fate, cause } = probed
  if (answered) return { passed: !fails, found }
  if (!fails) return { passed: false, found, cause }
  return because === undefined || fate?.reason === because
    ? { passed: true, found }
    : { passed: false, found, cause }
}

/** The address of a device, or why there is none to send to. */
export function destinationOf(lab: MarkedLab, to: string): number | Probed {
  return (
    lab.address(to) ?? {
      answered: false,
      found: texts(`${to} has no IP address`, `${to} 没有 IP 地址`),
    }
  )
}

/** Runs a probe and tells, where it failed, what became of its packets. */
export function heardWhile(
  lab: MarkedLab,
  from: string,
  source: number | undefined,
  destination: number,
  run: () => { answered: boolean; found: Texts },
): Probed {
  const heard = hear(lab.running.network.log)
  const outcome = run()
  const hops = heard()
  if (outcome.answered) return outcome
  const own = source ?? lab.stack(from).sourceFor({ destination })
  if (own === undefined)
    return { ...outcome, cause: noGateway(lab, from) ?? routeOutOfUse(lab, from, destination) }
  const fate = fateOf(hops, own, destination, {
    hasRoute: (device, address) => lab.stack(device).routes.lookup(address) !== undefined,
    ownerOf: (address, asker) => ownerOf(lab, address, asker),
  })
  const towards = { request: destination, reply: own }
  return { ...outcome, fate, cause: fate && fateWords(lab, fate, towards) }
}

export function answerWords(answer: Answer | undefined): Texts {
  switch (answer?.kind) {
    case 'unreachable':
      return texts('the destination is reported unreachable', '收到目的不可达报文')
    case 'ttl exceeded':
      return texts('the TTL ran out on the way', 'TTL 在途中耗尽')
    case 'not sent':
      return notSentWords[answer.why]
    default:
      return texts('no reply came back', '没有收到应答')
  }
}

export const notSentWords: Readonly<Record<NotSent, Texts>> = {
  'no route': texts('there was no route to send it by', '没有可用的路由，发不出去'),
  'no source address': texts('it has no address to send from', '没有可用的源地址，发不出去'),
  'packet too long': texts('the packet was too long', '数据包太长'),
  'link down': texts('its link is down', '它的链路没有接通'),
}
