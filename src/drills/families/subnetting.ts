/**
 * An address and a mask: its network, first and last host, broadcast, or how many hosts there is room for.
 *
 * Options: `ask`, one or a list of network, first, last, broadcast, hosts; `prefix`, the least and the greatest length, 8 to 30.
 * Levels: 1 the last octet and simple blocks, 2 the last octet, 3 the last two octets, 4 any octet, and links of two (/31, RFC
 * 3021) among them.
 */

import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Texts, texts } from '../texts.ts'
import { blockOf, blockSteps, hostAddress, hostIn, hostsIn, lengthFor, sizeOf } from './block.ts'
import { chooseOne } from './choices.ts'
import { anyOf, between, family } from './family.ts'
import { pick, whole } from './pick.ts'

type Asked = 'network' | 'first' | 'last' | 'broadcast' | 'hosts'

export const subnetting = family('subnetting', {
  title: texts('Subnets', '子网划分'),
  options: { ask: anyOf('network', 'first', 'last', 'broadcast', 'hosts'), prefix: between(8, 30) },
  make({ random, level, options }) {
    const ask = pick<Asked>(options.ask, random)
    const pair = level === 4 && options.prefix === undefined && ask === 'hosts' && random.below(4) === 0
    const { prefix } = options
    const drawn = prefix === undefined ? lengthFor(level, random) : whole(prefix.least, prefix.most, random)
    const length = pair ? 31 : drawn
    const block = blockOf(hostAddress(random), length)
    const address = pair ? block.network : hostIn(block, random)
    // Half of the questions give the mask in dotted form, as a console does.
    const dotted = level > 1 && random.below(2) === 0
    const given = dotted
      ? `${showIpv4(address)} ${showIpv4(maskOf(length))}`
      : `${showIpv4(address)}/${length}`
    const steps = blockSteps(address, length)
    if (ask === 'hosts') return hostsQuestion(given, length, steps)
    const values: Record<Exclude<Asked, 'hosts'>, number> = {
      network: block.network,
      first: block.network + 1,
      last: block.last - 1,
      broadcast: block.last,
    }
    const made = { ask: questions[ask](given), explain: withHosts(steps, values) }
    if (level > 2 || random.below(2) === 0)
      return { kind: 'compute', ...made, answer: showIpv4(values[ask]), tolerance: 0 }
    const half = blockOf(address, Math.min(30, length + 1))
    const twice = blockOf(address, length - 1)
    const mistakes = [
      ...Object.values(values),
      address,
      half.network,
      half.last,
      twice.network,
      twice.last,
      block.network + sizeOf(length),
    ]
    return chooseOne(made, showIpv4(values[ask]), mistakes.map(showIpv4), random)
  },
})

function hostsQuestion(given: string, length: number, steps: Texts) {
  const bits = 32 - length
  const count = hostsIn(length)
  const en =
    length === 31
      ? `1 bit is left for hosts: 2 addresses. On a point-to-point link with /31 both may be used (RFC 3021).`
      : `${bits} bits are left for hosts: 2^${bits} = ${sizeOf(length)} addresses, less network and broadcast: ${count}.`
  const zh =
    length === 31
      ? `主机部分只剩 1 位：2 个地址。点对点链路用 /31 时两个都可用（RFC 3021）。`
      : `主机部分有 ${bits} 位：2^${bits} = ${sizeOf(length)} 个地址，去掉网络地址和广播地址：${count}。`
  return {
    kind: 'compute' as const,
    ask: texts(
      length === 31
        ? `How many hosts can have an address on the point-to-point link of ${given}?`
        : `How many hosts can have an address in the subnet of ${given}?`,
      length === 31
        ? `${given} 所在的点对点链路上，最多有多少台主机能有地址？`
        : `${given} 所在的子网中，最多有多少台主机能有地址？`,
    ),
    answer: count,
    tolerance: 0,
    explain: length === 31 ? texts(en, zh) : texts(`${steps.en} ${en}`, `${steps.zh}${zh}`),
  }
}

const questions: Readonly<Record<Exclude<Asked, 'hosts'>, (given: string) => Texts>> = {
  network: (given) =>
    texts(
      `A host has ${given}. What is the address of its network?`,
      `主机地址是 ${given}。它所在网络的网络地址是什么？`,
    ),
  first: (given) =>
    texts(
      `A host has ${given}. What is the first address in its subnet that a host may have?`,
      `主机地址是 ${given}。它所在子网中第一个可分配给主机的地址是什么？`,
    ),
  last: (given) =>
    texts(
      `A host has ${given}. What is the last address in its subnet that a host may have?`,
      `主机地址是 ${given}。它所在子网中最后一个可分配给主机的地址是什么？`,
    ),
  broadcast: (given) =>
    texts(
      `A host has ${given}. What is the broadcast address of its subnet?`,
      `主机地址是 ${given}。它所在子网的广播地址是什么？`,
    ),
}

function withHosts(steps: Texts, { first, last }: { readonly first: number; readonly last: number }): Texts {
  return texts(
    `${steps.en} Hosts from ${showIpv4(first)} to ${showIpv4(last)}.`,
    `${steps.zh}主机地址从 ${showIpv4(first)} 到 ${showIpv4(last)}。`,
  )
}
