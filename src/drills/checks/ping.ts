/** Probes by ICMP echo, sent by the device's own stack as its `ping` sends them: five, two seconds each. */

import type { Ending } from '../../hardware/endings.ts'
import type { Answer } from '../../hardware/ip/types.ts'
import { endingWords } from '../../why/ending-words.ts'
import { type Fate, fateOf, hear } from '../../why/fate.ts'
import { device, flag, interfaceName, oneOf, optional, target } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import { fateWords } from '../fate-words.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { type Texts, texts } from '../texts.ts'

const requests = 5
const timeoutMs = 2000
const bytes = 100

const reasons = Object.keys(endingWords) as Ending[]

export const pingCheck = checkKind('ping', 'One device reaches another by ICMP echo, or does not.', {
  phase: 'probe',
  fields: {
    from: device('Who pings.'),
    to: target('A device, which stands for its first address, or an address.'),
    source: optional(interfaceName('The interface whose address is the source; a switch or router.', 'from')),
    fails: optional(flag('true: it should fail.')),
    because: optional(oneOf('With fails: the reason for which the packets should end.', reasons)),
  },
  expected: ({ from, to, fails = false, because }) =>
    fails
      ? texts(
          `${from} cannot ping ${to}${because === undefined ? '' : ` (${endingWords[because].en})`}`,
          `${from} ping 不通 ${to}${because === undefined ? '' : `（${endingWords[because].zh}）`}`,
        )
      : texts(`${from} can ping ${to}`, `${from} 能 ping 通 ${to}`),
  look: ({ from, to, source, fails = false, because }, lab) => {
    const pinged = ping(lab, from, to, source)
    if (!fails)
      return pinged.answered
        ? { passed: true, found: texts('replies came back', '收到应答') }
        : { passed: false, found: pinged.found, cause: pinged.cause }
    if (pinged.answered) return { passed: false, found: texts('replies came back', '收到应答') }
    if (because === undefined || pinged.fate?.reason === because) return { passed: true, found: pinged.found }
    return { passed: false, found: pinged.found, cause: pinged.cause }
  },
})

interface Pinged {
  readonly answered: boolean
  readonly found: Texts
  readonly cause?: Texts | undefined
  readonly fate?: Fate | undefined
}

/** Pings until a reply comes, five times at most. @throws NoSystem */
export function ping(lab: MarkedLab, from: string, to: string, sourceInterface?: string): Pinged {
  const stack = lab.stack(from)
  const destination = lab.address(to)
  if (destination === undefined)
    return { answered: false, found: texts(`${to} has no IP address`, `${to} 没有 IP 地址`) }
  const source = sourceInterface === undefined ? undefined : addressOn(lab, from, sourceInterface)
  if (sourceInterface !== undefined && source === undefined)
    return {
      answered: false,
      found: texts(`${from} ${sourceInterface} has no IP address`, `${from} ${sourceInterface} 没有 IP 地址`),
    }
  const heard = hear(lab.running.network.log)
  const id = stack.newEchoId()
  let last: Answer | undefined
  for (let sequence = 0; sequence < requests; sequence++) {
    let answer: Answer | undefined
    const request = {
      destination,
      ...(source === undefined ? {} : { source }),
      bytes,
      timeoutMs,
      id,
      sequence,
    }
    stack.echo(request, (one) => (answer = one))
    lab.until(() => answer !== undefined, timeoutMs + 1)
    last = answer
    if (last?.kind === 'reply') break
  }
  const hops = heard()
  if (last?.kind === 'reply') return { answered: true, found: texts('replies came back', '收到应答') }
  const own = source ?? stack.sourceFor({ destination })
  const fate = own === undefined ? undefined : fateOf(hops, own, destination)
  return { answered: false, found: answerWords(last), fate, cause: fate && fateWords(fate) }
}

function addressOn(lab: MarkedLab, name: string, interfaceName: string): number | undefined {
  const made = lab.interface(name, interfaceName)
  const stack = lab.stack(name)
  const link = stack.links.find((one) => one.name === made?.name)
  return link && stack.addressesOf(link)[0]?.address
}

function answerWords(answer: Answer | undefined): Texts {
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

const notSentWords: Readonly<Record<Extract<Answer, { kind: 'not sent' }>['why'], Texts>> = {
  'no route': texts('there was no route to send it by', '没有可用的路由，发不出去'),
  'no source address': texts('it has no address to send from', '没有可用的源地址，发不出去'),
  'packet too long': texts('the packet was too long', '数据包太长'),
  'link down': texts('its link is down', '它的链路没有接通'),
}
