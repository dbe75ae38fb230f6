/**
 * Wildcard masks, as access lists and OSPF take them. Options: `ask`, of from-prefix, from-mask, count, matches, range.
 * Levels: 1 and 2 the wildcard of a prefix or mask, 3 how many addresses and which are matched, 4 the wildcard of a range.
 */

import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { blockOf, hostAddress, lengthFor, sizeOf, wildcardOf } from './block.ts'
import { chooseOne } from './choices.ts'
import { anyOf, family } from './family.ts'
import { pick, whole } from './pick.ts'

const byLevel = {
  1: ['from-prefix', 'from-mask'],
  2: ['from-prefix', 'from-mask'],
  3: ['count', 'matches'],
  4: ['matches', 'range'],
} as const

export const wildcardMasks = family('wildcard-masks', {
  title: texts('Wildcard masks', '通配符掩码'),
  options: { ask: anyOf('from-prefix', 'from-mask', 'count', 'matches', 'range') },
  make({ random, level, options }) {
    const suited = options.ask.filter((one) => (byLevel[level] as readonly string[]).includes(one))
    const ask = pick(suited.length > 0 ? suited : options.ask, random)
    const length = lengthFor(level, random)
    const block = blockOf(hostAddress(random), length)
    const mask = showIpv4(maskOf(length))
    const wildcard = showIpv4(wildcardOf(length))
    const network = showIpv4(block.network)
    const line = `${network} ${wildcard}`
    const turned = texts(
      `The wildcard is the mask turned round, octet by octet 255 − the mask's: 255.255.255.255 − ${mask} = ${wildcard}.`,
      `通配符掩码是子网掩码逐位取反，每个八位组用 255 减：255.255.255.255 − ${mask} = ${wildcard}。`,
    )
    switch (ask) {
      case 'from-prefix':
      case 'from-mask': {
        const given =
          ask === 'from-prefix'
            ? texts(`the prefix length /${length}`, `前缀长度 /${length}`)
            : texts(`the mask ${mask}`, `子网掩码 ${mask}`)
        return {
          kind: 'compute',
          ask: texts(`Which wildcard mask goes with ${given.en}?`, `${given.zh} 对应的通配符掩码是什么？`),
          answer: wildcard,
          tolerance: 0,
          explain: turned,
        }
      }
      case 'count':
        return {
          kind: 'compute',
          ask: texts(
            `How many addresses does ${line} match in an access list?`,
            `访问列表中的 ${line} 匹配多少个地址？`,
          ),
          answer: sizeOf(length),
          tolerance: 0,
          explain: texts(
            `${wildcard} has ${32 - length} one bits, and each of them may be 0 or 1 in the address: 2^${32 - length} = ${sizeOf(length)}.`,
            `${wildcard} 中有 ${32 - length} 个 1，地址中与之对应的每一位可为 0 或 1：2^${32 - length} = ${sizeOf(length)}。`,
          ),
        }
      case 'matches': {
        const within = block.network + whole(0, sizeOf(length) - 1, random)
        const outside = [
          block.last + 1,
          block.network - 1,
          block.last + sizeOf(length) - random.below(sizeOf(length)),
          block.network - 1 - random.below(sizeOf(length)),
        ].filter((one) => one > 0 && one < 0xe000_0000)
        return chooseOne(
          {
            ask: texts(
              `Which address does ${line} match in an access list?`,
              `访问列表中的 ${line} 匹配哪个地址？`,
            ),
            explain: texts(
              `Bits that are 0 in ${wildcard} have to agree, the others are free: from ${network} to ${showIpv4(block.last)}.`,
              `${wildcard} 中为 0 的位必须一致，其余任意：从 ${network} 到 ${showIpv4(block.last)}。`,
            ),
          },
          showIpv4(within),
          outside.map(showIpv4),
          random,
        )
      }
      case 'range':
        return chooseOne(
          {
            ask: texts(
              `Which line of an access list matches the addresses from ${network} to ${showIpv4(block.last)} and no other?`,
              `访问列表中的哪一项恰好匹配从 ${network} 到 ${showIpv4(block.last)} 的地址？`,
            ),
            explain: texts(
              `There are ${sizeOf(length)} addresses, 2^${32 - length}, so the last ${32 - length} bits are free: /${length}. ${turned.en}`,
              `共 ${sizeOf(length)} = 2^${32 - length} 个地址，所以最后 ${32 - length} 位任意：/${length}。${turned.zh}`,
            ),
          },
          line,
          [
            `${network} ${mask}`,
            `${network} ${showIpv4(wildcardOf(length - 1))}`,
            `${network} ${showIpv4(wildcardOf(length + 1))}`,
            `${showIpv4(block.last)} ${mask}`,
          ],
          random,
        )
    }
  },
})
