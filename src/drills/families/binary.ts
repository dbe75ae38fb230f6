/**
 * One octet in binary and decimal. Options: `ask`, of `to-binary` and `to-decimal`. Level 1 has numbers with one or two bits
 * set, level 2 any, level 3 the octets of masks and their complements among them, level 4 whole addresses in binary.
 */

import type { Random } from '../../kernel/random.ts'
import { showIpv4 } from '../../wire/ipv4-text.ts'
import { alike, texts } from '../texts.ts'
import { anyOf, family } from './family.ts'
import { pick } from './pick.ts'

export const binary = family('binary', {
  title: texts('Binary and decimal octets', '八位组的二进制与十进制'),
  options: { ask: anyOf('to-binary', 'to-decimal') },
  make({ random, level, options }) {
    const ask = pick(options.ask, random)
    if (level === 4) {
      const octets = [0, 1, 2, 3].map(() => anyOctet(random))
      const bits = octets.map(inBinary).join('.')
      const decimal = showIpv4(octets.reduce((sum, octet) => sum * 256 + octet, 0))
      const steps = octets.map((octet) => `${inBinary(octet)} = ${sumOf(octet)} = ${octet}`).join('; ')
      const explain = texts(
        `Octet by octet: ${steps}. Together ${bits} = ${decimal}.`,
        `逐个八位组计算：${steps.replaceAll('; ', '；')}。合起来 ${bits} = ${decimal}。`,
      )
      if (ask === 'to-decimal')
        return {
          kind: 'compute',
          ask: texts(`Write ${bits} as a dotted decimal address.`, `把 ${bits} 写成点分十进制地址。`),
          answer: decimal,
          tolerance: 0,
          explain,
        }
      return {
        kind: 'type',
        as: 'text',
        ask: texts(
          `Write ${decimal} in binary: four octets of 8 digits with dots between them.`,
          `把 ${decimal} 写成二进制：四个八位组，每组 8 位，中间用点隔开。`,
        ),
        answers: [alike(bits)],
        explain,
      }
    }
    const octet = level === 1 ? fewBits(random) : level === 2 ? anyOctet(random) : maskOctet(random)
    const bits = inBinary(octet)
    const explain = texts(
      `The weights are 128 64 32 16 8 4 2 1; ${bits} has 1 at ${sumOf(octet)} = ${octet}.`,
      `各位的权是 128 64 32 16 8 4 2 1；${bits} 中为 1 的位之和：${sumOf(octet)} = ${octet}。`,
    )
    if (ask === 'to-decimal')
      return {
        kind: 'compute',
        ask: texts(`What is the octet ${bits} in decimal?`, `八位组 ${bits} 的十进制值是多少？`),
        answer: octet,
        tolerance: 0,
        explain,
      }
    return {
      kind: 'type',
      as: 'text',
      ask: texts(
        `Write ${octet} as an octet in binary, with all 8 digits.`,
        `把 ${octet} 写成二进制的八位组，写足 8 位。`,
      ),
      answers: [alike(bits)],
      explain,
    }
  },
})

function fewBits(random: Random): number {
  return (1 << random.below(8)) | (1 << random.below(8))
}

function anyOctet(random: Random): number {
  return 1 + random.below(254)
}

/** A mask's octet, a wildcard's, or any. */
function maskOctet(random: Random): number {
  const mask = (0xff << (1 + random.below(7))) & 0xff
  return pick([mask, 255 - mask, anyOctet(random)], random)
}

const inBinary = (octet: number): string => octet.toString(2).padStart(8, '0')

const weights = [128, 64, 32, 16, 8, 4, 2, 1] as const

/** `128 + 64`. */
function sumOf(octet: number): string {
  const parts = weights.filter((weight) => (octet & weight) !== 0)
  return parts.length === 0 ? '0' : parts.join(' + ')
}
