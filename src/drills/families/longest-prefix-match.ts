/**
 * Which route of a small table is used. Options: none.
 * Levels: 1 three routes that contain each other, 2 with a longer one that misses, 3 five routes in any order, 4 with a default
 * route or none, so that a packet may be dropped.
 */

import type { Random } from '../../kernel/random.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { shuffled } from '../shuffled.ts'
import { type Texts, texts } from '../texts.ts'
import { type Block, blockOf, hostAddress, hostIn, ipv4, showBlock, sizeOf } from './block.ts'
import { family } from './family.ts'
import { several, whole } from './pick.ts'

interface Route {
  readonly prefix: Block
  readonly via: string
}

const dropped: Texts = texts('none, dropped', '无，丢弃')

export const longestPrefixMatch = family('longest-prefix-match', {
  title: texts('Which route is used', '最长前缀匹配'),
  make({ random, level }) {
    const address = hostIn(blockOf(hostAddress(random), 30), random)
    const reaching = level === 4 && random.below(3) === 0 ? 0 : level === 1 ? 3 : 2
    const missing = level === 1 ? 0 : level === 2 ? 1 : 3
    const prefixes = [...containing(address, reaching, random), ...near(address, missing, random)]
    const hasDefault = level === 4 && random.below(2) === 0
    if (hasDefault) prefixes.push(blockOf(0, 0))
    const hops = several([1, 2, 3, 4, 5, 6, 7, 8, 9], prefixes.length, random)
    const routes = shuffled(prefixes, random).map(
      (prefix, index): Route => ({ prefix, via: showIpv4(ipv4('192.0.2.0') + (hops[index] ?? 0)) }),
    )
    const matching = routes
      .filter(({ prefix }) => address >= prefix.network && address <= prefix.last)
      .toSorted((a, b) => b.prefix.length - a.prefix.length)
    const best = matching[0]
    const mayDrop = level === 4 && !hasDefault
    const choices = [...routes.map(({ via }) => texts(via, via)), ...(mayDrop ? [dropped] : [])]
    const right = best === undefined ? dropped : texts(best.via, best.via)
    const width = Math.max(...routes.map(({ prefix }) => showBlock(prefix).length))
    return {
      kind: 'choose-one',
      ask: texts(
        `A router has these routes. To which next hop does it send a packet for ${showIpv4(address)}?`,
        `一台路由器有下列路由。发往 ${showIpv4(address)} 的数据包送往哪个下一跳？`,
      ),
      screen: routes.map(({ prefix, via }) => `${showBlock(prefix).padEnd(width)}  via ${via}`).join('\n'),
      right,
      wrong: several(
        choices.filter(({ en }) => en !== right.en),
        5,
        random,
      ),
      explain: explained(address, matching),
    }
  },
})

function explained(address: number, matching: readonly Route[]): Texts {
  const list = matching.map(({ prefix }) => showBlock(prefix))
  const [best, ...rest] = list
  const shown = showIpv4(address)
  if (best === undefined)
    return texts(
      `No prefix contains ${shown} and there is no default route, so the packet is dropped.`,
      `没有前缀包含 ${shown}，也没有默认路由，所以数据包被丢弃。`,
    )
  if (rest.length === 0) return texts(`Only ${best} contains ${shown}.`, `只有 ${best} 包含 ${shown}。`)
  return texts(
    `${list.join(', ')} contain ${shown}; the longest prefix wins: ${best}. The order of the table does not count.`,
    `${list.join('、')} 都包含 ${shown}；最长的前缀优先：${best}。与表中的次序无关。`,
  )
}

function containing(address: number, count: number, random: Random): Block[] {
  return several([8, 12, 16, 18, 20, 22, 24, 26, 28], count, random).map((length) => blockOf(address, length))
}

/** Prefixes just beside the address, longer ones rather. */
function near(address: number, count: number, random: Random): Block[] {
  return several([20, 22, 23, 24, 25, 26, 27, 28], count, random).map((length) => {
    const own = blockOf(address, length)
    const aside = whole(1, 2, random) * sizeOf(length)
    const beside =
      own.network >= 0x100_0000 + aside && random.below(2) === 0 ? own.network - aside : own.network + aside
    return blockOf(beside, length)
  })
}
