/**
 * Rates in bits and bytes: prefixes of networks are powers of ten, those of memory (Ki, Mi) powers of 1024. Options: none.
 * Levels: 1 bit and byte, 2 with another prefix of ten, 3 to powers of 1024, 4 back from them.
 */

import type { Random } from '../../kernel/random.ts'
import { alike, type Texts, texts } from '../texts.ts'
import { family } from './family.ts'
import { grouped, rounded } from './numbers.ts'
import { pick } from './pick.ts'

interface Unit {
  readonly name: string
  /** How many of them make one bit or byte more. */
  readonly size: number
  readonly of: 'bit' | 'byte'
}

const unit = (name: string, size: number, of: 'bit' | 'byte'): Unit => ({ name, size, of })
const kb = unit('kb/s', 1e3, 'bit')
const mb = unit('Mb/s', 1e6, 'bit')
const gb = unit('Gb/s', 1e9, 'bit')
const bytes = unit('byte/s', 1, 'byte')
const kB = unit('kB/s', 1e3, 'byte')
const mB = unit('MB/s', 1e6, 'byte')
const kiB = unit('KiB/s', 1024, 'byte')
const miB = unit('MiB/s', 1024 ** 2, 'byte')

const conversions: Readonly<Record<1 | 2 | 3 | 4, readonly (readonly [Unit, Unit])[]>> = {
  1: [
    [mb, mB],
    [kb, kB],
    [mB, mb],
    [kb, bytes],
  ],
  2: [
    [mb, kB],
    [gb, mB],
    [mB, gb],
    [mb, bytes],
  ],
  3: [
    [mb, miB],
    [mb, kiB],
    [gb, miB],
    [kb, kiB],
  ],
  4: [
    [miB, mb],
    [kiB, kb],
    [miB, mB],
    [mB, miB],
  ],
}

export const rates = family('rates', {
  title: texts('Rates in bits and bytes', '比特率与字节率'),
  make({ random, level }) {
    const [from, to] = pick(conversions[level], random)
    const value = amount(from, random)
    const perSecond = value * from.size * (from.of === 'bit' ? 1 : 8)
    const exact = perSecond / (to.of === 'bit' ? 1 : 8) / to.size
    const decimals = exact < 1 ? 4 : 2
    const answer = rounded(exact, decimals)
    const isExact = Math.abs(answer - exact) < 1e-9
    const en = isExact ? '' : `, to ${decimals} decimals`
    const zh = isExact ? '' : `（保留 ${decimals} 位小数）`
    return {
      kind: 'compute',
      ask: texts(
        `How many ${to.name} are ${grouped(value)} ${from.name}${en}?`,
        `${grouped(value)} ${from.name} 等于多少 ${to.name}${zh}？`,
      ),
      answer,
      unit: alike(to.name),
      tolerance: isExact ? 0 : 10 ** -decimals,
      explain: explained(steps(value, from, to, grouped(exact, decimals))),
    }
  },
})

function explained(steps: string): Texts {
  return texts(`${steps}.`, `${steps.replaceAll('; ', '；')}。`)
}

function amount(from: Unit, random: Random): number {
  if (from === gb) return pick([1, 2.5, 10, 25, 40], random)
  if (from === kb) return pick([64, 128, 256, 512, 768, 1000, 2048], random)
  return pick([2, 4, 8, 10, 16, 20, 34, 50, 54, 100, 150, 155, 200, 300, 500, 622, 866, 1000], random)
}

/** `100 Mb/s = 100 × 1,000,000 bit/s; ÷ 8 = 12,500,000 byte/s; ÷ 1,048,576 = 11.92 MiB/s`. */
function steps(value: number, from: Unit, to: Unit, answer: string): string {
  const base = value * from.size
  const inBase = `${grouped(value)} ${from.name} = ${grouped(value)} × ${grouped(from.size)} ${from.of}/s = ${grouped(base)} ${from.of}/s`
  const turned =
    from.of === to.of
      ? ''
      : from.of === 'bit'
        ? `; ÷ 8 = ${grouped(base / 8)} byte/s`
        : `; × 8 = ${grouped(base * 8)} bit/s`
  return `${inBase}${turned}${to.size === 1 ? '' : `; ÷ ${grouped(to.size)} = ${answer} ${to.name}`}`
}
