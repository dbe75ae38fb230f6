/** Rates, times, frames and MAC addresses: against published figures, real frames, and arithmetic of another kind. */
import { expect, test } from 'vitest'
import { answerOf, choices, draws, given } from '../../../test/drills/draws.ts'
import { taggedFrame } from '../../wire/dot1q.ts'
import { ethernetFrame, etherTypes } from '../../wire/ethernet.ts'
import { encodeIcmp, icmpTypes } from '../../wire/icmp.ts'
import { encodeIpv4, ipProtocols } from '../../wire/ipv4.ts'
import { encodeTcp, tcpFlags } from '../../wire/tcp.ts'
import { encodeUdp } from '../../wire/udp.ts'

/** Bits in one, as fractions would have it: what a name begins with, and what it is of. */
function bitsIn(unit: string): number {
  const prefixes: Readonly<Record<string, number>> = {
    '': 1,
    k: 1000,
    M: 1000 ** 2,
    G: 1000 ** 3,
    Ki: 1024,
    Mi: 1024 ** 2,
  }
  const [, prefix = '', of] = /^([kMG]|Ki|Mi|)(b|B|byte)\/s$/.exec(unit) ?? []
  const factor = prefixes[prefix]
  if (factor === undefined || of === undefined) throw new Error(`unknown unit ${unit}`)
  return factor * (of === 'b' ? 1 : 8)
}

test('rates', () => {
  const seen = new Map<string, number>()
  for (const { question, where } of draws('rates', 300)) {
    const [, to = '', amount = '', from = ''] = given(question, /^How many (\S+) are ([\d.,]+) (\S+?)[,?]/)
    const answer = Number(answerOf(question))
    const value = (Number(amount.replaceAll(',', '')) * bitsIn(from)) / bitsIn(to)
    const decimals = Number(/to (\d) decimals/.exec(question.ask.en)?.[1] ?? 12)
    expect(Math.abs(answer - value), where).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9 * value)
    // Three figures at least: no answer is lost in rounding.
    expect(answer, where).toBeGreaterThan(0.005)
    seen.set(`${amount} ${from} ${to}`, answer)
  }
  // 1,000 Mb/s are 119.2 MiB/s, 100 Mb/s 11.92.
  expect(seen.get('1,000 Mb/s MiB/s')).toBe(119.21)
  expect(seen.get('100 Mb/s MiB/s')).toBe(11.92)
})

test('transfer times', () => {
  for (const { question, level, where } of draws('transfer-time')) {
    const [, amount = '', unit = ''] = given(question, /file of ([\d.,]+) (\S+) take/)
    const links = [...question.ask.en.matchAll(/of (\d+) Mb\/s/g)].map(([, rate]) => Number(rate))
    expect(links, where).toHaveLength(level === 4 ? 2 : 1)
    const bits = Number(amount.replaceAll(',', '')) * bitsIn(`${unit}/s`)
    // A second of each link carries so many bits; the last bit waits for the slower one.
    const seconds = Math.max(...links.map((rate) => bits / (rate * 1e6)))
    const decimals = Number(/to (\d) decimals/.exec(question.ask.en)?.[1] ?? 12)
    expect(Math.abs(Number(answerOf(question)) - seconds), where).toBeLessThanOrEqual(
      0.5 * 10 ** -decimals + 1e-9,
    )
  }
})

test('headers and frames, as they are really sent', () => {
  const addresses = { destination: 0x0018b9c12a01, source: 0x005079666800 }
  const ends = [0xc0a80a0b, 0xc0a80a0d] as const
  for (const { question, where } of draws('header-sizes')) {
    const [, name, count] = given(question, /^An? (TCP|UDP|ICMP) .*?with (\d+) bytes of data/)
    const data = new Uint8Array(Number(count)).fill(0xaa)
    const carried =
      name === 'TCP'
        ? encodeTcp(
            {
              sourcePort: 1,
              destinationPort: 2,
              sequence: 0,
              acknowledgement: 0,
              flags: tcpFlags.ack,
              maxSegmentBytes: undefined,
              window: 0,
            },
            data,
            ...ends,
          )
        : name === 'UDP'
          ? encodeUdp({ sourcePort: 1, destinationPort: 2 }, data, ...ends)
          : encodeIcmp({ type: icmpTypes.echo, code: 0, rest: 1 }, data)
    const packet = encodeIpv4(
      {
        tos: 0,
        id: 1,
        dontFragment: false,
        moreFragments: false,
        fragmentOffset: 0,
        ttl: 64,
        protocol: ipProtocols[name?.toLowerCase() as keyof typeof ipProtocols],
        source: ends[0],
        destination: ends[1],
      },
      carried,
    )
    const untagged = ethernetFrame(addresses, etherTypes.ipv4, packet)
    const frame = question.ask.en.includes('with an 802.1Q tag') ? taggedFrame(untagged, 10) : untagged
    const inFront = frame.length > 60 ? frame.length - data.length : 14 + packet.length - data.length
    const whole = frame.length + 4
    const text = question.ask.en
    const expected = text.includes('stand in front')
      ? inFront
      : text.includes('percentage')
        ? Math.round((1000 * data.length) / whole) / 10
        : whole
    expect(answerOf(question), where).toBe(String(expected))
  }
})

test('MAC addresses', () => {
  const firstByte = (mac: string): number => Number.parseInt(mac.slice(0, 2), 16)
  const digits = (mac: string): string => mac.replace(/[.:]/g, '')
  for (const { question, level, where } of draws('mac-addresses')) {
    if (level === 1) {
      const [, mac = ''] = given(question, /part of (\S+)/)
      for (const [text, isRight] of choices(question)) {
        expect(digits(mac), where).toContain(digits(text))
        expect(digits(mac).startsWith(digits(text)), where).toBe(isRight)
      }
    } else if (level === 4) {
      const [, base = '', port] = given(question, /base address (\S+)\. .*port (\d+)\?/)
      const next = (BigInt(`0x${digits(base)}`) + BigInt(port ?? 0)).toString(16).padStart(12, '0')
      expect(digits(answerOf(question)), where).toBe(next)
    } else {
      const bit = level === 2 ? 1 : 2
      for (const [text, isRight] of choices(question))
        expect((firstByte(text) & bit) !== 0, `${where}: ${text}`).toBe(isRight)
    }
  }
})
