/**
 * What an Ethernet address says (IEEE 802): its maker, group or single, given by maker or administrator; and counting on from one.
 *
 * Options: `ask`, of maker, group, local, next. Levels: 1 the maker's part, 2 the group bit, 3 the local bit, 4 counting in
 * hexadecimal.
 */

import type { Random } from '../../kernel/random.ts'
import { colonMac, dottedMac } from '../../wire/mac.ts'
import { alike, texts } from '../texts.ts'
import { chooseOne } from './choices.ts'
import { anyOf, family } from './family.ts'
import { pick, whole } from './pick.ts'

const byLevel = { 1: 'maker', 2: 'group', 3: 'local', 4: 'next' } as const

export const macAddresses = family('mac-addresses', {
  title: texts('MAC addresses', 'MAC 地址'),
  options: { ask: anyOf('maker', 'group', 'local', 'next') },
  make({ random, level, options }) {
    const ask = options.ask.includes(byLevel[level]) ? byLevel[level] : pick(options.ask, random)
    switch (ask) {
      case 'maker': {
        const mac = macWith(0b00, random)
        const digits = colonMac(mac)
        const right = digits.slice(0, 8)
        return chooseOne(
          {
            ask: texts(
              `Which part of ${dottedMac(mac)} names the maker of the interface?`,
              `${dottedMac(mac)} 中哪一部分表示网卡的制造商？`,
            ),
            explain: texts(
              `The first three of the six bytes are the OUI, which the IEEE gives to makers: ${right}. The dots of this notation stand elsewhere.`,
              `六个字节中的前三个是 OUI，由 IEEE 分配给制造商：${right}。这种写法中点的位置与之无关。`,
            ),
          },
          right,
          [digits.slice(9), digits.slice(3, 11), digits.slice(6, 14)],
          random,
        )
      }
      case 'group': {
        const right = macWith(0b01, random)
        const wrong = [
          macWith(0b00, random, 'odd'),
          macWith(0b00, random, 'odd'),
          macWith(0b10, random, 'odd'),
        ]
        return chooseOne(
          {
            ask: texts('Which of these is a group address (multicast)?', '下列哪一个是组地址（组播）？'),
            explain: texts(
              `The lowest bit of the first byte is 1 in a group address: ${firstByte(right)}. Other bytes say nothing about it.`,
              `组地址第一个字节的最低位是 1：${firstByte(right)}。其他字节与此无关。`,
            ),
          },
          colonMac(right),
          wrong.map(colonMac),
          random,
        )
      }
      case 'local': {
        const right = macWith(0b10, random)
        const wrong = [macWith(0b00, random), macWith(0b00, random), macWith(0b00, random)]
        return chooseOne(
          {
            ask: texts(
              'Which of these addresses was given by an administrator or a program, not by a maker?',
              '下列哪个地址是由管理员或程序指定的，而不是制造商分配的？',
            ),
            explain: texts(
              `The second lowest bit of the first byte is 1 in a locally administered address: ${firstByte(right)}.`,
              `本地管理的地址，第一个字节的次低位是 1：${firstByte(right)}。`,
            ),
          },
          colonMac(right),
          wrong.map(colonMac),
          random,
        )
      }
      case 'next': {
        // A carry into the second last byte, most of the time.
        const base = macWith(0b00, random)
        const start = base - (base % 256) + whole(200, 250, random)
        const port = whole(5, 48, random)
        const right = start + port
        return {
          kind: 'type',
          as: 'mac',
          ask: texts(
            `A switch has the base address ${dottedMac(start)}. Its ports have the addresses behind it: port 1 has base + 1. Which address has port ${port}?`,
            `一台交换机的基地址是 ${dottedMac(start)}，各端口的地址依次加一：端口 1 是基地址 + 1。端口 ${port} 的地址是什么？`,
          ),
          answers: [alike(dottedMac(right))],
          explain: texts(
            `${port} is ${hex(port)} in hexadecimal; ${hex(start % 65536, 4)} + ${hex(port)} = ${hex((start % 65536) + port, 4)}: ${dottedMac(right)}.`,
            `${port} 的十六进制是 ${hex(port)}；${hex(start % 65536, 4)} + ${hex(port)} = ${hex((start % 65536) + port, 4)}：${dottedMac(right)}。`,
          ),
        }
      }
    }
  },
})

const hex = (value: number, digits = 2): string => value.toString(16).padStart(digits, '0')

/** `33 = 00110011`. */
function firstByte(mac: number): string {
  const byte = Math.floor(mac / 2 ** 40)
  return `${hex(byte)} = ${byte.toString(2).padStart(8, '0')}`
}

/** Any address whose first byte ends in these two bits, the last byte odd where that misleads. */
function macWith(bits: number, random: Random, last?: 'odd'): number {
  const first = (random.below(63) + 1) * 4 + bits
  let mac = first
  for (let byte = 1; byte < 6; byte++) mac = mac * 256 + whole(1, 239, random)
  return last === 'odd' && mac % 2 === 0 ? mac + 1 : mac
}
