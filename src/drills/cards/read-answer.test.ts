import { describe, expect, test } from 'vitest'
import { alike, type Texts, texts } from '../texts.ts'
import { type Presented, present } from './present.ts'
import { choicesOf, type Question, rightColumn } from './question.ts'
import { readAnswer } from './read-answer.ts'

const asked = { ask: texts('Which?', '哪个？'), explain: texts('Because.', '因为。') }
const all = (...list: string[]): Texts[] => list.map(alike)

const one: Question = {
  kind: 'choose-one',
  ...asked,
  right: texts('the switch', '交换机'),
  wrong: [texts('the router', '路由器'), texts('the hub', '集线器')],
}
const many: Question = { kind: 'choose-many', ...asked, right: all('TCP', 'UDP'), wrong: all('IP', 'ICMP') }
const order: Question = { kind: 'order', ...asked, items: all('SYN', 'SYN ACK', 'ACK') }
const match: Question = {
  kind: 'match',
  ...asked,
  pairs: [
    [alike('SSH'), alike('22')],
    [alike('DNS'), alike('53')],
    [alike('HTTP'), alike('80')],
  ],
}
const numbers: Question = { kind: 'choose-one', ...asked, right: alike('2'), wrong: all('4', '8', '16') }

/** What an answer chose, in words. */
function inWords(question: Question, typed: string, seed = 5): string | undefined {
  const answer = readAnswer(question, present(question, seed), typed).answer
  switch (answer?.kind) {
    case 'choose-one':
      return question.kind === 'choose-one' ? choicesOf(question)[answer.choice]?.en : undefined
    case 'choose-many':
      return question.kind === 'choose-many'
        ? answer.choices.map((index) => choicesOf(question)[index]?.en).join(' ')
        : undefined
    case 'order':
      return question.kind === 'order'
        ? answer.order.map((index) => question.items[index]?.en).join(' ')
        : undefined
    case 'match':
      return question.kind === 'match'
        ? answer.partners.map((index) => rightColumn(question)[index]?.en).join(' ')
        : undefined
    default:
      return answer?.typed
  }
}

/** The sign under which a text is put. */
function signOf(question: Question, text: string, seed = 5): string {
  const put: Presented = present(question, seed)
  const list = 'choices' in put ? put.choices : 'items' in put ? put.items : 'rights' in put ? put.rights : []
  return list.find((choice) => choice.text.en === text)?.sign ?? ''
}

test('one choice: its letter, its place, its text in either language', () => {
  const sign = signOf(one, 'the hub')
  const place = String(sign.charCodeAt(0) - 96)
  for (const typed of [
    sign,
    sign.toUpperCase(),
    ` ${sign}. `,
    `${sign})`,
    place,
    'the hub',
    'The  Hub',
    '集线器',
  ])
    expect(inWords(one, typed), typed).toBe('the hub')
  for (const typed of ['d', '0', '4', 'hub', 'a b', '?']) expect(inWords(one, typed), typed).toBeUndefined()
})

test('a number that is one of the choices is that choice, not its place', () => {
  expect(inWords(numbers, '2')).toBe('2')
  expect(inWords(numbers, '4')).toBe('4')
  expect(inWords(numbers, '3')).toBeUndefined()
  expect(inWords(numbers, signOf(numbers, '16'))).toBe('16')
})

test('many choices', () => {
  const [a, b] = [signOf(many, 'TCP'), signOf(many, 'UDP')]
  for (const typed of [
    `${a} ${b}`,
    `${b}${a}`,
    `${a},${b}`,
    `${a}、${b}`,
    `${a} ${b} ${a}`,
    'udp, tcp',
    'TCP; UDP',
  ])
    expect(inWords(many, typed), typed).toBe('TCP UDP')
  expect(inWords(many, a)).toBe('TCP')
  for (const typed of ['z', 'a z', 'tcp, ftp']) expect(inWords(many, typed), typed).toBeUndefined()
})

test('an order: each number once, as they are put', () => {
  const [syn, synAck, ack] = ['SYN', 'SYN ACK', 'ACK'].map((text) => signOf(order, text))
  for (const typed of [
    `${syn} ${synAck} ${ack}`,
    `${syn}${synAck}${ack}`,
    `${syn}, ${synAck}, ${ack}`,
    'SYN, SYN ACK, ACK',
    `${syn} → ${synAck} → ${ack}`,
  ])
    expect(inWords(order, typed), typed).toBe('SYN SYN ACK ACK')
  for (const typed of ['1 2', '1 1 2', '1 2 3 3', '1 2 4'])
    expect(inWords(order, typed), typed).toBeUndefined()
})

test('pairs', () => {
  const [a, b, c] = ['22', '53', '80'].map((text) => signOf(match, text))
  for (const typed of [
    `1${a} 2${b} 3${c}`,
    `3${c} 1${a} 2${b}`,
    `1${a}2${b}3${c}`,
    `1-${a}, 2-${b}, 3-${c}`,
    `1=${a} 2=${b} 3=${c}`,
    `${a} ${b} ${c}`,
    `${a}${b}${c}`,
  ])
    expect(inWords(match, typed), typed).toBe('22 53 80')
  for (const typed of ['1a 2b', '1a 1b 2c', '1a 1b 2c 3a', '1a 2b 4c', '1a 2b 3z', 'ab', '1a 2b 3c x'])
    expect(inWords(match, typed), typed).toBeUndefined()
})

describe('what cannot be read is told in both languages', () => {
  const typed = (as: 'ipv4' | 'prefix' | 'mac' | 'number'): Question => ({
    kind: 'type',
    ...asked,
    as,
    answers: all('1'),
  })
  test.each<[string, Question, string, string]>([
    ['nothing', one, '  ', 'Nothing was typed.'],
    ['a letter too far', one, 'd', 'Type one letter from a to c.'],
    ['no choices', many, 'x', 'Type one or more letters from a to d, such as: a c'],
    ['half an order', order, '1 2', 'Type each of the numbers from 1 to 3 once, in your order.'],
    ['half of the pairs', match, '1a', 'Give each number from 1 to 3 a letter from a to c, such as: 1b 2a'],
    ['no address', typed('ipv4'), '1.2.3', 'This is not of the form 192.0.2.1.'],
    [
      'no prefix',
      typed('prefix'),
      '10.0.0.0',
      'This is not of the form 192.0.2.0/24: an address, a slash and a prefix length.',
    ],
    ['no MAC address', typed('mac'), '00:11', 'This is not a MAC address of 12 hexadecimal digits.'],
    ['no number', typed('number'), 'ten', 'This is not a number.'],
    [
      'no number to compute',
      { kind: 'compute', ...asked, answer: 5, tolerance: 0 },
      'five',
      'This is not a number.',
    ],
    [
      'no mask to compute',
      { kind: 'compute', ...asked, answer: '255.0.0.0', tolerance: 0 },
      '/8',
      'This is not of the form 192.0.2.1.',
    ],
  ])('%s', (_, question, text, en) => {
    const { error, answer } = readAnswer(question, present(question, 1), text)
    expect(answer).toBeUndefined()
    expect(error?.en).toBe(en)
    expect(error?.zh).toMatch(/[\u4e00-\u9fff].*[。：]|例如/)
  })
})

describe('as it is put', () => {
  test('the same seed puts a question in the same way', () => {
    for (const question of [one, many, order, match])
      expect(present(question, 9)).toEqual(present(question, 9))
  })
  test('every choice comes to stand everywhere, about as often', () => {
    const places = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++)
      places.set(signOf(numbers, '2', seed), (places.get(signOf(numbers, '2', seed)) ?? 0) + 1)
    expect([...places.keys()].sort()).toEqual(['a', 'b', 'c', 'd'])
    for (const count of places.values()) expect(count).toBeGreaterThan(60)
  })
  test('an order and the right side of pairs never stand in the order of the answer', () => {
    for (let seed = 0; seed < 200; seed++)
      for (const question of [order, match]) {
        const put = present(question, seed)
        const list = put.kind === 'order' ? put.items : put.kind === 'match' ? put.rights : []
        expect(list.map(({ index }) => index)).not.toEqual([0, 1, 2])
        expect(list.map(({ index }) => index).sort()).toEqual([0, 1, 2])
      }
  })
  test('two questions with one seed are not shuffled alike', () => {
    const other: Question = { ...numbers, ask: texts('What else?', '还有什么？') }
    const alikeCount = Array.from(
      { length: 200 },
      (_, seed) => signOf(numbers, '2', seed) === signOf(other, '2', seed),
    ).filter(Boolean).length
    expect(alikeCount).toBeLessThan(100)
  })
})
