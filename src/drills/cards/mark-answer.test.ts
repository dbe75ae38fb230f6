import { describe, expect, test } from 'vitest'
import { alike, type Texts, texts } from '../texts.ts'
import { loadEmulator } from './emulator.ts'
import { markAnswer, rightAnswer } from './mark-answer.ts'
import type {
  Answer,
  ChooseMany,
  Compute,
  MatchPairs,
  PutInOrder,
  Question,
  TypeAnswer,
  TypedAs,
} from './question.ts'

const emulator = await loadEmulator()
const asked = { ask: texts('Which?', '哪个？'), explain: texts('Because.', '因为。') }
const all = (...list: string[]): Texts[] => list.map(alike)
const share = (question: Question, answer: Answer | undefined) => markAnswer(question, answer, emulator).share

describe('choose one', () => {
  const question: Question = { kind: 'choose-one', ...asked, right: alike('a'), wrong: all('b', 'c') }
  test.each([
    [0, 1],
    [1, 0],
    [2, 0],
    [7, 0],
    [-1, 0],
  ])('choice %i: %f', (choice, expected) => {
    expect(share(question, { kind: 'choose-one', choice })).toBe(expected)
  })
  test('no answer, and one of another kind', () => {
    expect(share(question, undefined)).toBe(0)
    expect(share(question, { kind: 'type', typed: 'a' })).toBe(0)
  })
})

// The rule: (right chosen - wrong chosen) / right, not below 0.
test.each<[number[], number]>([
  [[0, 1, 2], 1],
  [[2, 0, 1], 1],
  [[0, 1], 2 / 3],
  [[0, 3], 0],
  [[0, 1, 3], 1 / 3],
  [[0, 1, 2, 3], 2 / 3],
  [[0, 1, 2, 3, 4], 1 / 3],
  [[3, 4], 0],
  [[0, 0, 0], 1 / 3],
  [[], 0],
  [[0, 1, 2, 99], 1],
])('choose many %j: %f', (choices, expected) => {
  const question: ChooseMany = {
    kind: 'choose-many',
    ...asked,
    right: all('a', 'b', 'c'),
    wrong: all('d', 'e'),
  }
  expect(share(question, { kind: 'choose-many', choices })).toBeCloseTo(expected, 12)
})

describe('order', () => {
  const question: PutInOrder = { kind: 'order', ...asked, items: all('a', 'b', 'c', 'd') }
  test.each<[number[], number]>([
    [[0, 1, 2, 3], 1],
    [[3, 2, 1, 0], 0],
    // a b and c d stand together.
    [[2, 3, 0, 1], 2 / 3],
    [[1, 2, 3, 0], 2 / 3],
    [[0, 2, 1, 3], 0],
    [[0, 1, 3, 2], 1 / 3],
    [[0, 1], 1 / 3],
    [[], 0],
  ])('%j: %f', (order, expected) => {
    expect(share(question, { kind: 'order', order })).toBeCloseTo(expected, 12)
  })
  test('of all orders, only the right one is full', () => {
    const orders = (rest: number[]): number[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((one) => orders(rest.filter((other) => other !== one)).map((tail) => [one, ...tail]))
    const full = orders([0, 1, 2, 3]).filter((order) => share(question, { kind: 'order', order }) === 1)
    expect(full).toEqual([[0, 1, 2, 3]])
  })
})

test('match: by pairs, and the same right text serves several lefts', () => {
  const question: MatchPairs = {
    kind: 'match',
    ...asked,
    pairs: [
      [alike('HTTP'), alike('TCP')],
      [alike('TFTP'), alike('UDP')],
      [alike('SSH'), alike('TCP')],
    ],
  }
  // The column is TCP, UDP.
  expect(share(question, { kind: 'match', partners: [0, 1, 0] })).toBe(1)
  expect(share(question, { kind: 'match', partners: [0, 0, 0] })).toBeCloseTo(2 / 3, 12)
  expect(share(question, { kind: 'match', partners: [1, 0, 1] })).toBe(0)
  expect(share(question, { kind: 'match', partners: [0, -1] })).toBeCloseTo(1 / 3, 12)
  expect(rightAnswer(question).en).toBe('HTTP – TCP; TFTP – UDP; SSH – TCP')
})

describe('typed answers', () => {
  test.each<[TypedAs, string, string, boolean]>([
    ['text', 'three-way handshake', '  Three-Way   Handshake ', true],
    ['text', 'three-way handshake', 'three way handshake', false],
    ['text', 'TCP 协议', 'tcp协议', true],
    ['text', 'abc', 'ａｂｃ', true],
    ['ipv4', '192.168.1.1', '192.168.001.001', true],
    ['ipv4', '192.168.1.1', '192。168。1。1', true],
    ['ipv4', '192.168.1.1', '192.168.1.2', false],
    ['ipv4', '192.168.1.1', '192.168.1.256', false],
    ['prefix', '192.168.1.64/26', '192.168.1.64 255.255.255.192', true],
    ['prefix', '192.168.1.64/26', '192.168.1.64 / 26', true],
    ['prefix', '192.168.1.64/26', '192.168.1.0/26', false],
    ['prefix', '192.168.1.64/26', '192.168.1.64 255.255.0.192', false],
    ['mac', '001a.a1b2.c380', '00:1A:A1:B2:C3:80', true],
    ['mac', '001a.a1b2.c380', '0:1a:a1:b2:c3:80', true],
    ['mac', '001a.a1b2.c380', '00-1a-a1-b2-c3-80', true],
    ['mac', '001a.a1b2.c380', '001a.a1b2.c381', false],
    ['mac', '001a.a1b2.c380', '1a.a1b2.c380', false],
    ['number', '26', '/26', true],
    ['number', '1500', '1,500', true],
    ['number', '2054', '0x0806', true],
    ['number', '1500', '15,00', false],
  ])('%s %s: %s', (as, answer, typed, isRight) => {
    const question: TypeAnswer = { kind: 'type', ...asked, answers: [alike(answer)], as }
    expect(share(question, { kind: 'type', typed })).toBe(isRight ? 1 : 0)
  })

  test('either language, and any of several', () => {
    const question: TypeAnswer = {
      kind: 'type',
      ...asked,
      as: 'text',
      answers: [texts('frame', '帧'), alike('PDU')],
    }
    for (const typed of ['frame', '帧', 'pdu']) expect(share(question, { kind: 'type', typed })).toBe(1)
    expect(share(question, { kind: 'type', typed: 'packet' })).toBe(0)
  })
})

describe('a command', () => {
  const command = (answer: string, mode: 'exec' | 'config' | 'config-if' | 'config-line'): TypeAnswer => ({
    kind: 'type',
    ...asked,
    as: 'command',
    answers: [alike(answer)],
    at: { profile: 'catalyst-2960-24tt', mode },
  })
  test.each<[string, 'exec' | 'config' | 'config-if' | 'config-line', string, boolean]>([
    ['show running-config', 'exec', 'sh run', true],
    ['show running-config', 'exec', 'SHOW RUN', true],
    ['show running-config', 'exec', 'show startup-config', false],
    ['copy running-config startup-config', 'exec', 'copy run start', true],
    ['copy running-config startup-config', 'exec', 'copy start run', false],
    ['interface FastEthernet0/1', 'config', 'int fa 0/1', true],
    ['interface FastEthernet0/1', 'config', 'int f0/1', true],
    ['interface FastEthernet0/1', 'config', 'int f0/2', false],
    ['switchport access vlan 10', 'config-if', 'sw acc vl 10', true],
    ['switchport access vlan 10', 'config-if', 'no switchport access vlan 10', false],
    ['hostname S1', 'config', 'host S1', true],
    ['hostname S1', 'config', 'hostname s1', false],
    ['exec-timeout 0 0', 'config-line', 'exec-t 0 0', true],
    ['exec-timeout 0 0', 'config-line', 'exec-timeout 0', false],
  ])('%s (%s): %s', (answer, mode, typed, isRight) => {
    expect(share(command(answer, mode), { kind: 'type', typed })).toBe(isRight ? 1 : 0)
  })
  test('that the device does not take is told', () => {
    const { share: none, remarks } = markAnswer(
      command('hostname S1', 'config'),
      { kind: 'type', typed: 'hotsname S1' },
      emulator,
    )
    expect(none).toBe(0)
    expect(remarks).toEqual([
      {
        en: 'Switch(config)# does not take the line "hotsname S1".',
        zh: 'Switch(config)# 不接受“hotsname S1”这一行。',
      },
    ])
  })
})

describe('computed', () => {
  const rate: Compute = { kind: 'compute', ...asked, answer: 122.07, unit: alike('KiB'), tolerance: 0.005 }
  test.each<[string, number]>([
    ['122.07', 1],
    ['122.07 KiB', 1],
    ['122.07kib', 0],
    ['122.07 kiB', 1],
    ['122.075', 1],
    ['122.08', 0],
    ['122.07 kB', 0],
    ['122.07 Kib', 0],
    ['976.56', 0],
    ['122', 0],
    ['about 122.07', 0],
  ])('%s: %i', (typed, expected) => {
    expect(share(rate, { kind: 'compute', typed })).toBe(expected)
  })
  test('another unit and the factor of 8 are told', () => {
    const remarks = (typed: string) =>
      markAnswer(rate, { kind: 'compute', typed }, emulator).remarks.map(({ en }) => en)
    expect(remarks('122.07 Kib')).toEqual(['The answer was asked for in KiB.'])
    expect(remarks('976.56')).toEqual(['It is off by a factor of 8, as between bits and bytes.'])
    expect(remarks('5')).toEqual([])
    expect(remarks('122.07')).toEqual([])
  })
  test('units in both languages', () => {
    const bytes: Compute = { ...rate, answer: 54, tolerance: 0, unit: texts('bytes', '字节') }
    for (const typed of ['54', '54 bytes', '54 byte', '54 B', '54字节', '５４ 字节'])
      expect(share(bytes, { kind: 'compute', typed })).toBe(1)
    expect(share(bytes, { kind: 'compute', typed: '54 bit' })).toBe(0)
  })
  test.each<[string, string, number]>([
    ['192.168.1.64/26', '192.168.1.64/26', 1],
    ['192.168.1.64/26', '192.168.1.64 255.255.255.192', 1],
    ['192.168.1.64/26', '192.168.1.64', 0],
    ['255.255.255.192', '255.255.255.192', 1],
    // It was asked how the mask is written.
    ['255.255.255.192', '/26', 0],
    ['10.0.0.1', '10.0.0.01', 1],
  ])('%s: %s', (answer, typed, expected) => {
    const question: Compute = { kind: 'compute', ...asked, answer, tolerance: 0 }
    expect(share(question, { kind: 'compute', typed })).toBe(expected)
  })
})
