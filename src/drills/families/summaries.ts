/**
 * The smallest prefix that covers several networks. Options: none.
 * Levels: 1 two networks, 2 four, which fill their summary; 3 three or more, which do not; 4 networks of different lengths.
 */

import type { Random } from '../../kernel/random.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { type Block, blockOf, hostAddress, showBlock, sizeOf } from './block.ts'
import { family } from './family.ts'
import { several, whole } from './pick.ts'
import { bitsOf } from './prefix-masks.ts'

export const summaries = family('summaries', {
  title: texts('Summaries', '路由汇总'),
  make({ random, level }) {
    const networks = drawNetworks(level, random)
    const summary = covering(networks)
    const first = networks.toSorted((a, b) => a.network - b.network)[0]!
    const last = networks.toSorted((a, b) => a.last - b.last).at(-1)!
    return {
      kind: 'compute',
      ask: texts(
        'Which is the smallest prefix that covers all of these networks?',
        '覆盖下列所有网络的最小前缀是什么？',
      ),
      screen: networks.map(showBlock).join('\n'),
      answer: showBlock(summary),
      tolerance: 0,
      explain: texts(
        `The lowest address ${showIpv4(first.network)} and the highest ${showIpv4(last.last)} agree in their first ${summary.length} bits (${agreeing(first.network, summary.length)}), so the prefix is ${showBlock(summary)}.`,
        `最低地址 ${showIpv4(first.network)} 和最高地址 ${showIpv4(last.last)} 的前 ${summary.length} 位相同（${agreeing(first.network, summary.length)}），所以前缀是 ${showBlock(summary)}。`,
      ),
    }
  },
})

/** The bits in which all agree, the others as `x`. */
function agreeing(address: number, length: number): string {
  let seen = 0
  return bitsOf(address).replace(/[01]/g, (bit) => (seen++ < length ? bit : 'x'))
}

function covering(networks: readonly Block[]): Block {
  const lowest = Math.min(...networks.map(({ network }) => network))
  const highest = Math.max(...networks.map(({ last }) => last))
  let length = 32
  while (length > 0 && ((lowest ^ highest) & maskOf(length)) !== 0) length--
  return blockOf(lowest, length)
}

function drawNetworks(level: number, random: Random): Block[] {
  const length = level <= 2 ? 24 : whole(20, 27, random)
  const size = sizeOf(length)
  const run = level === 1 ? 2 : level === 2 ? 4 : 8
  const above = blockOf(hostAddress(random), length - Math.log2(run))
  const all = Array.from({ length: run }, (_, index) => blockOf(above.network + index * size, length))
  if (level <= 2) return all
  const some = several(all, whole(3, 4, random), random).toSorted((a, b) => a.network - b.network)
  if (level === 3) return some
  // One of them split, and half of it left out.
  return some.map((one, index) => (index === 1 ? blockOf(one.network, length + 1) : one))
}
