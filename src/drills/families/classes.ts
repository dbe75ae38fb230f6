/**
 * Classes of addresses by their leading bits (RFC 791, RFC 1112). Options: none.
 * Levels: 1 the class of an address, 2 which of several is in a class, 3 the mask that goes with the class, 4 the class from bits.
 * 0 and 127 are left out: they lie in the range of class A but are not given to hosts.
 */

import type { Random } from '../../kernel/random.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Texts, texts } from '../texts.ts'
import { chooseOne } from './choices.ts'
import { family } from './family.ts'
import { pick, several, whole } from './pick.ts'

interface AddressClass {
  readonly letter: string
  readonly least: number
  readonly most: number
  readonly bits: string
  /** Of the mask that went with it; D and E have none. */
  readonly length?: number
}

const all: readonly AddressClass[] = [
  { letter: 'A', least: 1, most: 126, bits: '0', length: 8 },
  { letter: 'B', least: 128, most: 191, bits: '10', length: 16 },
  { letter: 'C', least: 192, most: 223, bits: '110', length: 24 },
  { letter: 'D', least: 224, most: 239, bits: '1110' },
  { letter: 'E', least: 240, most: 255, bits: '1111' },
]

export const classes = family('classes', {
  title: texts('Address classes', '地址类别'),
  make({ random, level }) {
    const withMask = all.filter(({ length }) => length !== undefined)
    const one = pick(level === 3 ? withMask : all, random)
    const address = addressOf(one, random)
    const shown = showIpv4(address)
    const name = classText(one)
    if (level === 2) {
      const others = all.filter((other) => other !== one).map((other) => showIpv4(addressOf(other, random)))
      return chooseOne(
        {
          ask: texts(`Which address is in ${name.en}?`, `哪个地址属于 ${name.zh}？`),
          explain: explained(one, shown),
        },
        shown,
        others,
        random,
      )
    }
    if (level === 3) {
      const { length = 0 } = one
      const mask = showIpv4(maskOf(length))
      return {
        kind: 'compute',
        ask: texts(
          `By its class, which mask belongs to ${shown}?`,
          `按类别划分，${shown} 的默认掩码是什么？`,
        ),
        answer: mask,
        tolerance: 0,
        explain: texts(
          `${explained(one, shown).en} Its network part has ${length} bits: ${mask}.`,
          `${explained(one, shown).zh}其网络部分有 ${length} 位：${mask}。`,
        ),
      }
    }
    const choices = several(all.filter((other) => other !== one).map(classText), 4, random)
    const inBits = [24, 16, 8, 0].map((by) => ((address >>> by) & 255).toString(2).padStart(8, '0')).join('.')
    return {
      kind: 'choose-one',
      ask:
        level === 4
          ? texts(`To which class does the address ${inBits} belong?`, `地址 ${inBits} 属于哪一类？`)
          : texts(`To which class does ${shown} belong?`, `${shown} 属于哪一类？`),
      right: name,
      wrong: choices,
      explain: explained(one, shown),
    }
  },
})

const classText = ({ letter }: AddressClass): Texts => texts(`class ${letter}`, `${letter} 类`)

/** Near the ends of the range half of the time: that is where one errs. */
function addressOf({ least, most }: AddressClass, random: Random): number {
  const first = random.below(2) === 0 ? pick([least, most], random) : whole(least, most, random)
  const low = random.next() & 0xff_ffff || 1
  // 255.255.255.255 is everybody's.
  return (first * 0x100_0000 + (first === 255 ? low & 0x7f_ffff : low)) >>> 0
}

function explained({ letter, least, most, bits }: AddressClass, shown: string): Texts {
  const first = Number(shown.split('.')[0])
  const binary = first.toString(2).padStart(8, '0')
  return texts(
    `The first octet ${first} is ${binary} and begins with ${bits}: class ${letter}, ${least} to ${most}.`,
    `第一个八位组 ${first} 即 ${binary}，以 ${bits} 开头：${letter} 类，${least} 到 ${most}。`,
  )
}
