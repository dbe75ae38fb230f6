/**
 * The way that packets take, found as `traceroute` finds it: datagrams whose TTL runs out one hop further each time. A
 * hop that stays silent is asked again, for every router on the way may drop a packet while it asks for an address.
 */

import type { Answer } from '../../hardware/ip/types.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { device, listOf, target } from '../check-field.ts'
import { checkKind, type Seen } from '../check-kind.ts'
import type { MarkedLab } from '../marked-lab.ts'
import { answerWords, destinationOf, heardWhile, type Probed } from '../probe.ts'
import { texts } from '../texts.ts'

const timeoutMs = 1500
const tries = 5
const firstPort = 33_434
const bytes = 60
/** RFC 792: it has arrived, and nobody listens there. */
const portUnreachable = 3
/** Further than any way through a lab; a loop is seen long before. */
const mostHops = 12

checkKind('traceroute', 'Packets from one device to another go over these routers, in this order.', {
  phase: 'probe',
  fields: {
    from: device('Where it begins.'),
    to: target('A device, which stands for its first address, or an address.'),
    path: listOf('The routers on the way.', target('A device, or one of its addresses.')),
  },
  expected: ({ from, to, path }) =>
    texts(
      `packets from ${from} to ${to} go over ${path.join(', ')}`,
      `${from} 到 ${to} 的数据包依次经过 ${path.join('、')}`,
    ),
  look: ({ from, to, path }, lab): Seen => {
    const { hops, probed } = trace(lab, from, to)
    const names = hops.map((hop) => (hop === undefined ? '*' : nameOf(lab, hop)))
    const asWanted =
      hops.length === path.length &&
      path.every((one, at) => one === names[at] || one === showIpv4(hops[at] ?? 0))
    const way = names.join(' → ')
    if (!probed.answered)
      return {
        passed: false,
        found:
          way === ''
            ? probed.found
            : texts(`${way}, then ${probed.found.en}`, `${way}，然后${probed.found.zh}`),
        cause: probed.cause,
      }
    return {
      passed: asWanted,
      found: way === '' ? texts('they go there directly', '直接到达') : texts(`over ${way}`, `经过 ${way}`),
    }
  },
})

/** The addresses that answered before the destination did, undefined where nobody did. @throws NoSystem */
function trace(
  lab: MarkedLab,
  from: string,
  to: string,
): { readonly hops: readonly (number | undefined)[]; readonly probed: Probed } {
  const destination = destinationOf(lab, to)
  if (typeof destination !== 'number') return { hops: [], probed: destination }
  const stack = lab.stack(from)
  const hops: (number | undefined)[] = []
  let port = firstPort
  const ask = (ttl: number): Answer | undefined => {
    let answer: Answer | undefined
    stack.probe({ destination, ttl, port: port++, bytes, timeoutMs }, (one) => (answer = one))
    lab.until(() => answer !== undefined, timeoutMs + 1)
    return answer
  }
  const probed = heardWhile(lab, from, undefined, destination, () => {
    let last: Answer | undefined
    for (let ttl = 1; ttl <= mostHops; ttl++) {
      for (let tried = 0; tried < tries; tried++) {
        last = ask(ttl)
        if (last?.kind === 'ttl exceeded' || last?.kind === 'unreachable') break
      }
      if (last?.kind === 'ttl exceeded') hops.push(last.from)
      else if (last?.kind === 'unreachable' && last.code === portUnreachable)
        return { answered: true, found: texts('they arrive', '到达') }
      else break
    }
    return { answered: false, found: answerWords(last) }
  })
  return { hops, probed }
}

function nameOf(lab: MarkedLab, address: number): string {
  const owner = lab.machines.find(
    ({ name, state }) => state !== 'off' && lab.stack(name).linkOf(address) !== undefined,
  )
  return owner?.name ?? showIpv4(address)
}
