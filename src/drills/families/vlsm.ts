/**
 * Networks of different sizes laid into one block, the largest first, without gaps: the prefix of one of them.
 *
 * No options. Levels: 1 which prefix length one network needs; 2 three networks, 3 four, 4 five with links of two among them.
 */

import type { Random } from '../../kernel/random.ts'
import { alike, type Texts, texts } from '../texts.ts'
import { type Block, blockOf, hostAddress, hostsIn, showBlock, sizeOf } from './block.ts'
import { family } from './family.ts'
import { pick, whole } from './pick.ts'

interface Need {
  readonly name: string
  readonly hosts: number
  readonly length: number
}

export const vlsm = family('vlsm', {
  title: texts('Subnets of different sizes', '可变长子网（VLSM）'),
  make({ random, level }) {
    if (level === 1) {
      const hosts = whole(3, 500, random)
      const length = lengthNeeded(hosts)
      return {
        kind: 'compute',
        ask: texts(
          `A subnet has to take ${hosts} hosts and be no larger than needed. What is its prefix length?`,
          `一个子网要容纳 ${hosts} 台主机，且不比需要的更大。它的前缀长度是多少？`,
        ),
        answer: length,
        tolerance: 0,
        explain: texts(
          `${hosts} hosts and the two addresses of network and broadcast make ${hosts + 2}; the next power of two is ${sizeOf(length)} = 2^${32 - length}, so ${32 - length} bits are for hosts and 32 − ${32 - length} = ${length} for the prefix.`,
          `${hosts} 台主机加上网络地址和广播地址共 ${hosts + 2} 个；不小于它的 2 的幂是 ${sizeOf(length)} = 2^${32 - length}，所以主机部分 ${32 - length} 位，前缀 32 − ${32 - length} = ${length} 位。`,
        ),
      }
    }
    const needs = drawNeeds(level, random)
    const plan = laidOut(needs, random)
    const asked = pick(plan.blocks, random)
    const rows = [...needs].map(({ name, hosts }) => `${name.padEnd(8)}${String(hosts).padStart(5)}`)
    const steps = plan.blocks.map(
      ({ need, block }) => `${need.name} ${need.hosts} + 2 ≤ ${sizeOf(need.length)}: ${showBlock(block)}`,
    )
    const whole_ = showBlock(plan.whole)
    return {
      kind: 'compute',
      ask: texts(
        `${whole_} is divided for these networks: the largest first, from the beginning, each no larger than needed, without gaps. Which prefix does ${asked.need.name} get?`,
        `把 ${whole_} 分给下列网络：从头开始，先大后小，每个不比需要的更大，不留空隙。${asked.need.name} 得到哪个前缀？`,
      ),
      screen: ['Network Hosts', ...rows].join('\n'),
      answer: showBlock(asked.block),
      tolerance: 0,
      explain: explained(steps),
    }
  },
})

function explained(steps: readonly string[]): Texts {
  const { en } = alike(steps.join('; '))
  return texts(
    `Each takes the smallest power of two that holds its hosts, network and broadcast; in order of size: ${en}.`,
    `每个网络取能容纳其主机、网络地址和广播地址的最小的 2 的幂；由大到小：${en.replaceAll('; ', '；').replaceAll(': ', '：')}。`,
  )
}

function lengthNeeded(hosts: number): number {
  let length = 30
  while (hostsIn(length) < hosts) length--
  return length
}

/** No two need the same number of hosts, so that the order of sizes is one. */
function drawNeeds(level: number, random: Random): Need[] {
  const count = level + 1
  const links = level === 4 ? 1 : 0
  const used = new Set<number>()
  const needs: Need[] = []
  const most = level === 2 ? 100 : 250
  while (needs.length < count) {
    const hosts = needs.length < links ? 2 : whole(3, most, random)
    if (used.has(hosts)) continue
    used.add(hosts)
    needs.push({ name: `LAN${needs.length + 1}`, hosts, length: lengthNeeded(hosts) })
  }
  // The link is not always the first of the list.
  const at = random.below(count)
  const order = [...needs.slice(at), ...needs.slice(0, at)]
  return order.map((need, index) => ({ ...need, name: `LAN${index + 1}` }))
}

function laidOut(
  needs: readonly Need[],
  random: Random,
): { readonly whole: Block; readonly blocks: readonly { readonly need: Need; readonly block: Block }[] } {
  const total = needs.reduce((sum, { length }) => sum + sizeOf(length), 0)
  let length = 30
  while (sizeOf(length) < total) length--
  const all = blockOf(hostAddress(random), length)
  let next = all.network
  const blocks = needs
    .toSorted((a, b) => b.hosts - a.hosts)
    .map((need) => {
      const block = blockOf(next, need.length)
      next += sizeOf(need.length)
      return { need, block }
    })
  return { whole: all, blocks }
}
