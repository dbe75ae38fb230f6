import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, KeyDecoder } from './keys.ts'

function keysOf(bytes: Iterable<number>): Key[] {
  const decoder = new KeyDecoder()
  return [...bytes].flatMap((byte) => decoder.key(byte) ?? [])
}

/** Latin-1: `\xe4` is the byte E4. */
const bytesOf = (latin1: string) => [...latin1].map((character) => character.charCodeAt(0))
const typed = (latin1: string) => keysOf(bytesOf(latin1))

const char = (text: string): Key => ({ kind: 'char', text })
const control = (code: number): Key => ({ kind: 'control', code })
const meta = (letter: string): Key => ({ kind: 'escape', letter })
const named = (name: Extract<Key, { kind: 'named' }>['name']): Key => ({ kind: 'named', name })
const enter = control(0x0d)
const interrupt = control(0x1e)

test('line ends of every client are one Enter', () => {
  expect(typed('a\rb')).toEqual([char('a'), enter, char('b')])
  expect(typed('a\nb')).toEqual([char('a'), enter, char('b')])
  expect(typed('a\r\nb')).toEqual([char('a'), enter, char('b')])
  expect(typed('a\r\0b')).toEqual([char('a'), enter, char('b')])
  expect(typed('\r\r')).toEqual([enter, enter])
  expect(typed('\n\n')).toEqual([enter, enter])
  expect(typed('\r\n\r\n')).toEqual([enter, enter])
  expect(typed('\r\n\n')).toEqual([enter, enter])
})

test('control keys are their codes', () => {
  expect(typed('\x01\x1a\x1e\x7f\x08\t')).toEqual([1, 0x1a, 0x1e, 0x7f, 8, 9].map(control))
  expect(typed('\0')).toEqual([])
})

test.each([
  ['\x1b[A', 'up'],
  ['\x1b[B', 'down'],
  ['\x1b[C', 'right'],
  ['\x1b[D', 'left'],
  ['\x1bOA', 'up'],
  ['\x1bOD', 'left'],
  ['\x1b[H', 'home'],
  ['\x1bOF', 'end'],
  ['\x1b[1~', 'home'],
  ['\x1b[4~', 'end'],
  ['\x1b[7~', 'home'],
  ['\x1b[8~', 'end'],
  ['\x1b[3~', 'delete'],
  ['\x1b[1;5D', 'left'],
  ['\x1b[1;1:1A', 'up'],
] as const)('%j is %s', (bytes, name) => {
  expect(typed(`${bytes}x`)).toEqual([named(name), char('x')])
})

// XTerm Control Sequences, "modifyOtherKeys"; kitty's keyboard protocol.
test.each([
  ['\x1b[54;6u', interrupt],
  ['\x1b[54:94;6u', interrupt],
  ['\x1b[54;5u', interrupt],
  ['\x1b[94;5u', interrupt],
  ['\x1b[94;6u', interrupt],
  ['\x1b[54;70u', interrupt],
  ['\x1b[27;6;54~', interrupt],
  ['\x1b[27;5;94~', interrupt],
  ['\x1b[27;6;94~', interrupt],
  ['\x1b[97;5u', control(1)],
  ['\x1b[122;5u', control(0x1a)],
  ['\x1b[106;5u', enter],
  ['\x1b[47;5u', control(0x1f)],
  ['\x1b[13u', enter],
  ['\x1b[13;2u', enter],
  ['\x1b[9u', control(9)],
  ['\x1b[127u', control(0x7f)],
  ['\x1b[97u', char('a')],
  ['\x1b[97;2u', char('A')],
  ['\x1b[97:65;2u', char('A')],
  ['\x1b[49:33;2;33u', char('!')],
  ['\x1b[98;3u', meta('b')],
  ['\x1b[20013u', char('中')],
])('CSI u and modifyOtherKeys: %j', (bytes, key) => {
  expect(typed(`${bytes}x`)).toEqual([key, char('x')])
})

test.each([
  ['release of a key', '\x1b[97;1:3u'],
  ['release of an arrow', '\x1b[1;1:3A'],
  ['a key without a character', '\x1b[57376u'],
  ['Ctrl with a key that it does nothing to', '\x1b[44;5u'],
  ['Ctrl-Space', '\x1b[32;5u'],
  ['a modifier alone', '\x1b[57441;2u'],
  ['F5', '\x1b[15~'],
  ['F1', '\x1bOP'],
  ['F1 of the Linux console', '\x1b[[A'],
  ['Shift-Tab', '\x1b[Z'],
  ['begin of a bracketed paste', '\x1b[200~'],
  ['an answer to a question', '\x1b[?62;4c'],
  ['a mouse click', '\x1b[<0;10;5M'],
  ['focus', '\x1b[I'],
  ['code points beyond Unicode', '\x1b[1114112u'],
  ['a surrogate', '\x1b[55296u'],
  ['a C1 control', '\x1b[155u'],
  ['more parameters than anyone sends', `\x1b[${'1;'.repeat(1000)}A`],
])('swallowed whole: %s', (_, bytes) => {
  expect(typed(`${bytes}x`)).toEqual([char('x')])
})

test('Esc and a letter is one key', () => {
  expect(typed('\x1bb\x1bFx')).toEqual([meta('b'), meta('F'), char('x')])
  expect(typed('\x1b\x1bb')).toEqual([meta('b')])
  // Where Esc itself arrives as CSI u.
  expect(typed('\x1b[27ub')).toEqual([meta('b')])
})

test('a lone Esc or half a sequence eats no key that matters', () => {
  expect(typed('\x1b\rx')).toEqual([enter, char('x')])
  expect(typed('\x1b[\x1e')).toEqual([interrupt])
  expect(typed('\x1b[12\rx')).toEqual([enter, char('x')])
  expect(typed('\x1bO\x03')).toEqual([control(3)])
  expect(typed('\x1b\xe4\xb8\xad')).toEqual([char('中')])
})

test('UTF-8: whole characters; what is malformed is dropped', () => {
  expect(typed('\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80')).toEqual(['é', '中', '😀'].map(char))
  expect(typed('\xe4\xb8a')).toEqual([char('a')])
  expect(typed('\xe4\xb8\r')).toEqual([enter])
  expect(typed('\xe4\xb8\xe4\xb8\xad')).toEqual([char('中')])
  for (const [what, bytes] of [
    ['stray continuation', '\x80\xbf'],
    ['C1 control (CSI)', '\xc2\x9b'],
    ['overlong /', '\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf'],
    ['surrogate', '\xed\xa0\x80'],
    ['beyond Unicode', '\xf4\x90\x80\x80'],
    ['not UTF-8 at all', '\xf8\x88\x80\x80\x80\xff\xfe'],
  ] as const) {
    expect(typed(`${bytes}x`), what).toEqual([char('x')])
  }
})

test('any text without control characters arrives unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replaceAll(/[\p{Cc}]/gu, '')
      const keys = keysOf(new TextEncoder().encode(plain))
      expect(keys).toEqual([...plain].map(char))
    }),
  )
})

test('after any bytes at all Enter is Enter and Ctrl-Shift-6 is the break key', () => {
  const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x1b, 0x5b, 0x4f, 0x3b, 0x36, 0x75))
  fc.assert(
    fc.property(fc.array(byte), (bytes) => {
      expect(keysOf([...bytes, 0x1e]).at(-1)).toEqual(interrupt)
      expect(keysOf([...bytes, 0x61, 0x0d]).at(-1)).toEqual(enter)
    }),
  )
})
