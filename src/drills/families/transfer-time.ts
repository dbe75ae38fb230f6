/**
 * How long a file takes over a link, headers left out of account. Options: none.
 * Levels: 1 megabytes, 2 gigabytes, 3 mebibytes, 4 a path of two links, of which the slower counts.
 */

import { texts } from '../texts.ts'
import { family } from './family.ts'
import { grouped, rounded } from './numbers.ts'
import { pick, several } from './pick.ts'

interface Size {
  readonly name: string
  readonly bytes: number
}

const sizes: Readonly<Record<1 | 2 | 3 | 4, readonly Size[]>> = {
  1: [{ name: 'MB', bytes: 1e6 }],
  2: [{ name: 'GB', bytes: 1e9 }],
  3: [{ name: 'MiB', bytes: 1024 ** 2 }],
  4: [
    { name: 'MB', bytes: 1e6 },
    { name: 'MiB', bytes: 1024 ** 2 },
  ],
}

const linkRates = [10, 20, 50, 100, 200, 500, 1000] as const

export const transferTime = family('transfer-time', {
  title: texts('How long a transfer takes', '传输时间'),
  make({ random, level }) {
    const size = pick(sizes[level], random)
    const count =
      size.name === 'GB'
        ? pick([1, 1.5, 2, 4, 4.7, 8], random)
        : pick([5, 10, 25, 40, 64, 100, 250, 350, 700], random)
    const links = level === 4 ? several(linkRates, 2, random) : [pick(linkRates, random)]
    const slowest = Math.min(...links)
    const bits = count * size.bytes * 8
    const exact = bits / (slowest * 1e6)
    const decimals = exact < 1 ? 4 : 2
    const answer = rounded(exact, decimals)
    const isExact = Math.abs(answer - exact) < 1e-9
    const file = `${grouped(count)} ${size.name}`
    const [one = 0, two = 0] = links
    const en =
      level === 4
        ? `one after the other over a link of ${one} Mb/s and one of ${two} Mb/s, both at full rate and at the same time`
        : `over a link of ${one} Mb/s that is otherwise idle`
    const zh =
      level === 4
        ? `依次经过一条 ${one} Mb/s 和一条 ${two} Mb/s 的链路（两段同时以全速传送）`
        : `经过一条空闲的 ${one} Mb/s 链路`
    const roundEn = isExact ? '' : `, to ${decimals} decimals`
    const roundZh = isExact ? '' : `（保留 ${decimals} 位小数）`
    const both = `${file} = ${grouped(count)} × ${grouped(size.bytes)} byte × 8 = ${grouped(bits)} bit`
    const divided = `÷ ${grouped(slowest * 1e6)} bit/s = ${grouped(exact, decimals)} s`
    return {
      kind: 'compute',
      ask: texts(
        `Leaving headers out of account, how many seconds does a file of ${file} take ${en}${roundEn}?`,
        `不计各层首部，一个 ${file} 的文件${zh}需要多少秒${roundZh}？`,
      ),
      answer,
      unit: texts('s', '秒'),
      tolerance: isExact ? 0 : 10 ** -decimals,
      explain: texts(
        `${level === 4 ? `The slower link, ${slowest} Mb/s, sets the pace. ` : ''}${both}; ${divided}.`,
        `${level === 4 ? `较慢的链路 ${slowest} Mb/s 决定快慢。` : ''}${both}；${divided}。`,
      ),
    }
  },
})
