/**
 * Prefix lengths and dotted masks. Options: `ask`, of to-mask, to-length, valid (which is a mask at all; from level 3 on).
 * Levels: 1 the last octet, 2 the last two octets, 3 and 4 all.
 */

import type { Random } from '../../kernel/random.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { texts } from '../texts.ts'
import { chooseOne } from './choices.ts'
import { anyOf, family } from './family.ts'
import { pick, whole } from './pick.ts'

export const prefixMasks = family('prefix-masks', {
  title: texts('Prefix lengths and masks', '前缀长度与子网掩码'),
  options: { ask: anyOf('to-mask', 'to-length', 'valid') },
  make({ random, level, options }) {
    const asks =
      level < 3 && options.ask.length > 1 ? options.ask.filter((one) => one !== 'valid') : options.ask
    const ask = pick(asks, random)
    const length =
      level === 1 ? whole(24, 30, random) : level === 2 ? whole(16, 30, random) : whole(9, 30, random)
    const mask = showIpv4(maskOf(length))
    const bits = bitsOf(maskOf(length))
    const explain = texts(
      `${length} ones and ${32 - length} zeros: ${bits} = ${mask}.`,
      `${length} 个 1 和 ${32 - length} 个 0：${bits} = ${mask}。`,
    )
    if (ask === 'to-mask')
      return {
        kind: 'compute',
        ask: texts(
          `Write the prefix length /${length} as a dotted mask.`,
          `把前缀长度 /${length} 写成点分十进制掩码。`,
        ),
        answer: mask,
        tolerance: 0,
        explain,
      }
    if (ask === 'to-length')
      return {
        kind: 'compute',
        ask: texts(`What is the prefix length of the mask ${mask}?`, `子网掩码 ${mask} 的前缀长度是多少？`),
        answer: length,
        tolerance: 0,
        explain,
      }
    return chooseOne(
      {
        ask: texts('Which of these is a subnet mask?', '下列哪一个是子网掩码？'),
        explain: texts(
          `A mask is ones and then zeros, never a one behind a zero: ${bits} = ${mask}.`,
          `掩码是连续的 1 后跟连续的 0，0 后面不会再有 1：${bits} = ${mask}。`,
        ),
      },
      mask,
      noMasks(length, random),
      random,
    )
  },
})

/** Ones behind zeros: an octet that no mask has, two octets changed over, a wildcard. */
function noMasks(length: number, random: Random): string[] {
  const place = Math.floor((length - 1) / 8)
  const octets = [24, 16, 8, 0].map((by) => (maskOf(length) >>> by) & 255)
  const put = (octet: number): string => octets.map((one, index) => (index === place ? octet : one)).join('.')
  const other = pick([160, 176, 208, 216, 232, 244, 250, 253], random)
  const swapped = [...octets]
  const behind = Math.min(3, place + 1)
  swapped[behind] = octets[place] === 255 ? 192 : 255
  swapped[behind - 1] = 0
  return [
    put(other),
    put(pick([100, 193, 225, 239, 245], random)),
    swapped.join('.'),
    showIpv4(~maskOf(length) >>> 0),
  ]
}

export function bitsOf(address: number): string {
  return [24, 16, 8, 0].map((by) => ((address >>> by) & 255).toString(2).padStart(8, '0')).join('.')
}
