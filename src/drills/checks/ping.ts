/** Probes by ICMP echo, sent by the device's own stack as its `ping` sends them: five, two seconds each. */

import type { Answer } from '../../hardware/ip/types.ts'
import { cableAt } from '../../labs/cable-at.ts'
import { endingWords } from '../../why/ending-words.ts'
import { device, flag, interfaceName, oneOf, optional, target } from '../check-field.ts'
import { checkKind } from '../check-kind.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { cable } from '../network-fields.ts'
import { answerWords, destinationOf, heardWhile, type Probed, reasons, seenOf } from '../probe.ts'
import { type Texts, texts } from '../texts.ts'

const requests = 5
const timeoutMs = 2000
const bytes = 100
/** For keepalives, routes and 802.1D spanning trees to find another way. */
const rerouteMs = 60_000

checkKind('ping', 'One device reaches another by ICMP echo, or does not.', {
  phase: 'probe',
  fields: {
    from: device('Who pings.'),
    to: target('A device, which stands for its first address, or an address.'),
    without: optional(cable('A cable that is pulled out while it pings, and plugged in again.')),
    source: optional(interfaceName('The interface whose address is the source; a switch or router.', 'from')),
    fails: optional(flag('true: it should fail.')),
    because: optional(oneOf('With fails: the reason for which the packets should end.', reasons)),
  },
  expected: ({ from, to, without, fails = false, because }) => {
    const pulled = without === undefined ? texts('', '') : pulledWords(without)
    const why =
      because === undefined
        ? texts('', '')
        : texts(` (${endingWords[because].en})`, `（${endingWords[because].zh}）`)
    return texts(
      `${from} ${fails ? 'cannot' : 'can'} ping ${to}${pulled.en}${why.en}`,
      `${pulled.zh}${from} ${fails ? 'ping 不通' : '能 ping 通'} ${to}${why.zh}`,
    )
  },
  look({ from, to, source, without, fails = false, because }, lab) {
    if (without === undefined) return seenOf(ping(lab, from, to, source), fails, because)
    const { running } = lab
    const pulled = cableAt(running.lab, without)
    if (pulled === undefined || !running.isPlugged(pulled))
      return seenOf(ping(lab, from, to, source), fails, because)
    running.cut(pulled)
    lab.advance(rerouteMs)
    const seen = seenOf(ping(lab, from, to, source), fails, because)
    running.mend(pulled)
    lab.advance(rerouteMs)
    return seen
  },
})

/** A port at one of its ends, or an id. */
function pulledWords(cable: string): Texts {
  return cable.trim().includes(' ')
    ? texts(` while the cable at ${cable} is pulled out`, `拔掉 ${cable} 上的网线后，`)
    : texts(` while the cable ${cable} is pulled out`, `拔掉网线 ${cable} 后，`)
}

/** Pings until a reply comes, five times at most. @throws NoSystem */
export function ping(lab: MarkedLab, from: string, to: string, sourceInterface?: string): Probed {
  const stack = lab.stack(from)
  const destination = destinationOf(lab, to)
  if (typeof destination !== 'number') return destination
  const source = sourceInterface === undefined ? undefined : addressOn(lab, from, sourceInterface)
  if (sourceInterface !== undefined && source === undefined)
    return {
      answered: false,
      found: texts(`${from} ${sourceInterface} has no IP address`, `${from} ${sourceInterface} 没有 IP 地址`),
    }
  return heardWhile(lab, from, source, destination, () => {
    const id = stack.newEchoId()
    const to = { destination, ...(source === undefined ? {} : { source }), bytes, timeoutMs, id }
    let answer: Answer | undefined
    for (let sequence = 0; sequence < requests; sequence++) {
      let heard: Answer | undefined
      stack.echo({ ...to, sequence }, (one) => (heard = one))
      lab.until(() => heard !== undefined, timeoutMs + 1)
      answer = heard
      if (answer?.kind === 'reply') return { answered: true, found: texts('replies came back', '收到应答') }
    }
    return { answered: false, found: answerWords(answer) }
  })
}

function addressOn(lab: MarkedLab, name: string, interfaceName: string): number | undefined {
  const made = lab.interface(name, interfaceName)
  const stack = lab.stack(name)
  const link = stack.links.find((one) => one.name === made?.name)
  return link && stack.addressesOf(link)[0]?.address
}
