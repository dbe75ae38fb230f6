/** The families on addresses, computed once more on strings of binary digits. */
import { expect, test } from 'vitest'
import {
  answerOf,
  bits,
  choices,
  dotted,
  drawn,
  draws,
  given,
  lengthOf,
  lies,
} from '../../../test/drills/draws.ts'

/** Address and prefix length of "192.168.1.70/26" or "192.168.1.70 255.255.255.192". */
function addressAndLength(question: Parameters<typeof given>[0]): [string, number] {
  const [, address = '', length, mask] = given(question, /([\d.]+)(?:\/(\d+)| (255[\d.]+\d))/)
  return [address, length === undefined ? lengthOf(mask ?? '') : Number(length)]
}

test('subnetting', () => {
  for (const { question, level, where } of draws('subnetting')) {
    const [address, length] = addressAndLength(question)
    const front = bits(address).slice(0, length)
    const network = front.padEnd(32, '0')
    const broadcast = front.padEnd(32, '1')
    const text = question.ask.en
    if (level < 4) expect(length, where).toBeLessThanOrEqual(30)
    // A host has neither of the two.
    if (length < 31) expect([network, broadcast], where).not.toContain(bits(address))
    let expected: string
    if (text.includes('How many hosts')) {
      const all = BigInt(`0b${broadcast}`) - BigInt(`0b${network}`) + 1n
      expected = String(length === 31 ? all : all - 2n)
    } else if (text.includes('address of its network')) expected = dotted(network)
    else if (text.includes('broadcast')) expected = dotted(broadcast)
    else if (text.includes('first address')) expected = dotted(`${network.slice(0, 31)}1`)
    else expected = dotted(`${broadcast.slice(0, 31)}0`)
    expect(answerOf(question), where).toBe(expected)
  }
})

test('subnetting with links of two has them at level 4 only', () => {
  const lengths = draws('subnetting', 300).map(({ question }) => addressAndLength(question)[1])
  expect(lengths.slice(0, 900)).not.toContain(31)
  expect(lengths.slice(900)).toContain(31)
})

test('subnetting as a file asks for it', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { question, where } = drawn('subnetting', 3, seed, { ask: 'broadcast', prefix: [20, 23] })
    expect(question.ask.en, where).toContain('broadcast')
    expect([20, 21, 22, 23], where).toContain(addressAndLength(question)[1])
  }
})

test('vlsm: first fit in a map of addresses', () => {
  for (const { question, level, where } of draws('vlsm')) {
    if (level === 1) {
      const hosts = Number(given(question, /take (\d+) hosts/)[1])
      const fitting = Array.from({ length: 31 }, (_, length) => length).filter(
        (length) => 2n ** BigInt(32 - length) >= hosts + 2,
      )
      expect(answerOf(question), where).toBe(String(fitting.at(-1)))
      continue
    }
    const [, whole = '', asked] = given(question, /^([\d./]+) is divided.*does (LAN\d) get/)
    const [network = '', length] = whole.split('/')
    const taken = new Array<boolean>(2 ** (32 - Number(length))).fill(false)
    const needs = [...(question.screen ?? '').matchAll(/(LAN\d) +(\d+)/g)].map(([, name, hosts]) => ({
      name,
      hosts: Number(hosts),
    }))
    expect(new Set(needs.map(({ hosts }) => hosts)).size, where).toBe(needs.length)
    for (const { name, hosts } of needs.toSorted((a, b) => b.hosts - a.hosts)) {
      let size = 4
      while (size < hosts + 2) size *= 2
      let start = 0
      while (taken.slice(start, start + size).some(Boolean)) start += size
      expect(start + size, where).toBeLessThanOrEqual(taken.length)
      taken.fill(true, start, start + size)
      if (name !== asked) continue
      const first = BigInt(`0b${bits(network)}`) + BigInt(start)
      const prefix = `${dotted(first.toString(2).padStart(32, '0'))}/${32 - Math.log2(size)}`
      expect(answerOf(question), where).toBe(prefix)
      // The block begins at a multiple of its size.
      expect(first % BigInt(size), where).toBe(0n)
    }
    expect(2 * taken.filter(Boolean).length, where).toBeGreaterThan(taken.length)
  }
})

test('binary, by dividing by two again and again', () => {
  const inBinary = (octet: number): string => {
    let digits = ''
    for (let rest = octet; digits.length < 8; rest = Math.floor(rest / 2)) digits = `${rest % 2}${digits}`
    return digits
  }
  for (const { question, where } of draws('binary')) {
    const [, text = ''] = given(question, /(?:Write|octet) ([\d.]+)/)
    const octets = text.split('.')
    const isBinary = octets.every((octet) => octet.length === 8)
    const expected = octets.map((octet) =>
      isBinary ? [...octet].reduce((sum, digit) => 2 * sum + Number(digit), 0) : inBinary(Number(octet)),
    )
    expect(answerOf(question), where).toBe(expected.join('.'))
  }
})

test('classes, by the leading digits', () => {
  const classOf = (address: string): string => {
    const ones = /^1*/.exec(bits(address))?.[0].length ?? 0
    return 'ABCDEEEEE'[ones] ?? ''
  }
  for (const { question, level, where } of draws('classes')) {
    if (level === 2) {
      const [, letter] = given(question, /class ([A-E])/)
      for (const [text, isRight] of choices(question)) expect(classOf(text) === letter, where).toBe(isRight)
      continue
    }
    const [text = ''] = given(question, /\d+\.[\d.]+\d/)
    const address = level === 4 ? dotted(text.replaceAll('.', '')) : text
    // Neither this network nor loopback.
    expect(['0', '127'], where).not.toContain(address.split('.')[0])
    if (level === 3) {
      const masks: Readonly<Record<string, string>> = { A: '255.0.0.0', B: '255.255.0.0', C: '255.255.255.0' }
      expect(answerOf(question), where).toBe(masks[classOf(address)])
    } else expect(answerOf(question), where).toBe(`class ${classOf(address)}`)
  }
})

test('private addresses are those of RFC 1918', () => {
  const isPrivate = (address: string): boolean =>
    ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((prefix) => lies(address, prefix))
  for (const { question, where } of draws('private-addresses')) {
    const list = choices(question)
    expect(list.length, where).toBeGreaterThanOrEqual(4)
    for (const [text, isRight] of list) expect(isPrivate(text), `${where}: ${text}`).toBe(isRight)
  }
})

test('prefix lengths and masks', () => {
  for (const { question, where } of draws('prefix-masks')) {
    if (question.kind === 'choose-one') {
      for (const [text, isRight] of choices(question))
        expect(/^1+0+$/.test(bits(text)), `${where}: ${text}`).toBe(isRight)
      continue
    }
    const [, length, mask] = given(question, /\/(\d+) as|mask ([\d.]+)\?/)
    if (length !== undefined) expect(lengthOf(answerOf(question)), where).toBe(Number(length))
    else expect(answerOf(question), where).toBe(String(bits(mask ?? '').replaceAll('0', '').length))
  }
})

test('wildcard masks, bit by bit', () => {
  const matches = (address: string, network: string, wildcard: string): boolean =>
    [...bits(wildcard)].every((free, at) => free === '1' || bits(address)[at] === bits(network)[at])
  for (const { question, where } of draws('wildcard-masks')) {
    const text = question.ask.en
    if (text.includes('goes with')) {
      const [, length, mask] = given(question, /(?:length \/(\d+)|mask ([\d.]+\d))\?/)
      const digits = length === undefined ? bits(mask ?? '') : '1'.repeat(Number(length)).padEnd(32, '0')
      const turned = [...digits].map((digit) => (digit === '1' ? '0' : '1')).join('')
      expect(answerOf(question), where).toBe(dotted(turned))
    } else if (text.includes('How many')) {
      const [, wildcard = ''] = given(question, /\d ([\d.]+) match/)
      const free = bits(wildcard).replaceAll('0', '').length
      expect(answerOf(question), where).toBe(String(2n ** BigInt(free)))
    } else if (text.includes('Which address')) {
      const [, network = '', wildcard = ''] = given(question, /does ([\d.]+) ([\d.]+) match/)
      for (const [address, isRight] of choices(question))
        expect(matches(address, network, wildcard), `${where}: ${address}`).toBe(isRight)
    } else {
      const [, first = '', last = ''] = given(question, /from ([\d.]+) to ([\d.]+) and/)
      const value = (address: string) => BigInt(`0b${bits(address)}`)
      for (const [line, isRight] of choices(question)) {
        const [network = '', wildcard = ''] = line.split(' ')
        const count = 2n ** BigInt(bits(wildcard).replaceAll('0', '').length)
        const exact =
          matches(first, network, wildcard) &&
          matches(last, network, wildcard) &&
          count === value(last) - value(first) + 1n
        expect(exact, `${where}: ${line}`).toBe(isRight)
      }
    }
  }
})

test('summaries: no longer prefix covers all', () => {
  for (const { question, level, where } of draws('summaries')) {
    const networks = (question.screen ?? '').split('\n')
    const [answer = '', length] = answerOf(question).split('/')
    const covers = (long: number): boolean =>
      networks.every(
        (one) => Number(one.split('/')[1]) >= long && lies(one.split('/')[0] ?? '', `${answer}/${long}`),
      )
    expect(covers(Number(length)), where).toBe(true)
    // One digit more, and they differ, whatever the digit.
    const next = networks.map((one) => bits(one.split('/')[0] ?? '')[Number(length)])
    const shortest = Math.min(...networks.map((one) => Number(one.split('/')[1])))
    expect(new Set(next).size === 2 || shortest === Number(length), where).toBe(true)
    expect(bits(answer).slice(Number(length)), where).not.toContain('1')
    for (const one of networks) {
      const [network = '', long] = one.split('/')
      expect(bits(network).slice(Number(long)), where).not.toContain('1')
    }
    if (level <= 2) {
      const size = networks.reduce((sum, one) => sum + 2n ** BigInt(32 - Number(one.split('/')[1])), 0n)
      expect(size, where).toBe(2n ** BigInt(32 - Number(length)))
    }
  }
})

test('hosts in the same subnet agree in the digits of the prefix', () => {
  for (const { question, where } of draws('same-subnet')) {
    const [address, length] = addressAndLength(question)
    const list = choices(question)
    expect(list.length, where).toBeGreaterThanOrEqual(question.kind === 'choose-one' ? 3 : 4)
    for (const [text, isRight] of list) {
      expect(lies(text, `${address}/${length}`), `${where}: ${text}`).toBe(isRight)
      // A host's address, not a network's or broadcast.
      expect(bits(text).slice(length), `${where}: ${text}`).toMatch(/^(?!0*$)(?!1*$)/)
    }
  }
})

test('the longest prefix that contains the address', () => {
  const outcomes = new Set<string>()
  for (const { question, level, where } of draws('longest-prefix-match')) {
    const [, address = ''] = given(question, /packet for ([\d.]+)\?/)
    const routes = (question.screen ?? '').split('\n').map((row) => row.split(/ +via /))
    let best: string | undefined
    // Digit by digit, as a trie would.
    for (let length = 0; length <= 32; length++)
      for (const [prefix = '', via] of routes)
        if (prefix.endsWith(`/${length}`) && lies(address, prefix)) best = via
    expect(answerOf(question), where).toBe(best ?? 'none, dropped')
    if (level < 4) expect(best, where).toBeDefined()
    outcomes.add(
      best === undefined
        ? 'dropped'
        : routes.find(([, via]) => via === best)?.[0] === '0.0.0.0/0'
          ? 'default'
          : 'route',
    )
    expect(new Set(routes.map(([prefix]) => prefix)).size, where).toBe(routes.length)
  }
  expect([...outcomes].sort()).toEqual(['default', 'dropped', 'route'])
})
