/**
 * Which addresses are private (RFC 1918) and which only look so. Options: none.
 * Levels: 1 one private among clearly public ones, 2 near misses, 3 and 4 several of several, from level 4 on at the very edges.
 */

import type { Random } from '../../kernel/random.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { type Texts, texts } from '../texts.ts'
import { blockOf, ipv4 } from './block.ts'
import { chooseMany, chooseOne } from './choices.ts'
import { family } from './family.ts'
import { pick, several, whole } from './pick.ts'

const ranges = [
  blockOf(ipv4('10.0.0.0'), 8),
  blockOf(ipv4('172.16.0.0'), 12),
  blockOf(ipv4('192.168.0.0'), 16),
] as const

/** Blocks just outside, or that are taken for private. */
const nearMisses = [
  ['11.0.0.0', 8],
  ['9.0.0.0', 8],
  ['172.32.0.0', 12],
  ['172.15.0.0', 16],
  ['172.48.0.0', 12],
  ['192.167.0.0', 16],
  ['192.169.0.0', 16],
  ['191.168.0.0', 16],
  ['193.168.0.0', 16],
  ['100.10.0.0', 16],
] as const

export const privateAddresses = family('private-addresses', {
  title: texts('Private addresses', '私有地址'),
  make({ random, level }) {
    const explain = explained
    if (level <= 2) {
      const right = showIpv4(privateOne(random, false))
      const wrong = level === 1 ? farOnes(random) : nearOnes(random, 3)
      const made = {
        ask: texts('Which of these addresses is private?', '下列地址中哪一个是私有地址？'),
        explain: explain(right),
      }
      return chooseOne(made, right, wrong, random)
    }
    const count = whole(2, 3, random)
    const right = new Set<string>()
    while (right.size < count) right.add(showIpv4(privateOne(random, level === 4)))
    const ask = texts('Which of these addresses are private?', '下列地址中哪些是私有地址？')
    return chooseMany(
      { ask, explain: explain([...right].join(', ')) },
      [...right],
      nearOnes(random, 5 - count),
    )
  },
})

function explained(right: string): Texts {
  return texts(
    `Private are 10.0.0.0/8, 172.16.0.0/12 (172.16 to 172.31) and 192.168.0.0/16. Here: ${right}.`,
    `私有地址是 10.0.0.0/8、172.16.0.0/12（172.16 到 172.31）和 192.168.0.0/16。这里是 ${right.replaceAll(', ', '、')}。`,
  )
}

function privateOne(random: Random, atEdge: boolean): number {
  const { network, last } = pick(ranges, random)
  if (atEdge) return pick([network + 1, last - 1], random)
  return network + 1 + random.below(last - network - 1)
}

function nearOnes(random: Random, count: number): string[] {
  return several(nearMisses, count, random).map(([text, length]) => {
    const { network, last } = blockOf(ipv4(text), length)
    return showIpv4(network + 1 + random.below(last - network - 1))
  })
}

/** Public by their first octet. */
function farOnes(random: Random): string[] {
  return several([23, 45, 64, 81, 93, 130, 151, 185, 203, 217], 3, random).map((first) =>
    showIpv4(first * 0x100_0000 + 1 + random.below(0xff_fffd)),
  )
}
