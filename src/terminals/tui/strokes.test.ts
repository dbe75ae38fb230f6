import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatenated, type Stroke, Strokes } from './strokes.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function keysOf(strokes: readonly Stroke[]): string[] {
  return strokes.map(({ key }) => key)
}

function read(text: string): Stroke[] {
  const strokes = new Strokes()
  return [...strokes.feed(bytesOf(text)), ...strokes.flush()]
}

describe('names', () => {
  // Sources: XTerm Control Sequences; the kitty protocol's page.
  test.each([
    ['a中?', ['a', '中', '?']],
    ['\r\t\x7f\x03\x1a', ['enter', 'tab', 'backspace', 'ctrl-c', 'ctrl-z']],
    ['\x1d', ['leader']],
    ['\x1b[93;5u', ['leader']],
    ['\x1b[27;5;93~', ['leader']],
    ['\x1e', ['break']],
    ['\x1b[54;6u', ['break']],
    ['\x1b[54:94;6u', ['break']],
    ['\x1b[27;6;94~', ['break']],
    ['\x1b', ['esc']],
    ['\x1b[27u', ['esc']],
    ['\x1b\x1b[A', ['esc', 'up']],
    ['\x1b[A\x1bOB\x1b[5~\x1b[6~\x1b[H\x1b[4~', ['up', 'down', 'pageup', 'pagedown', 'home', 'end']],
    ['\x1bb', ['']],
  ])('%j', (text, keys) => {
    const strokes = read(text)
    expect(keysOf(strokes)).toEqual(keys)
    // Whatever has a name goes on as it came.
    expect(concatenated(...strokes.map(({ bytes }) => bytes))).toEqual(bytesOf(text))
  })
})

test.each([
  ['the answer to a query of the kitty protocol', '\x1b[?5u'],
  ['device attributes', '\x1b[?62;4c'],
  ['the report of a mode', '\x1b[?2026;2$y'],
  ['focus', '\x1b[I\x1b[O'],
  ['the mouse', '\x1b[<64;10;5M'],
])('%s is nobody’s', (_what, text) => {
  expect(keysOf(read(`a${text}b`))).toEqual(['a', 'b'])
})

describe('paste', () => {
  test('comes without its brackets, and holds no leader key', () => {
    const [paste, after] = read('\x1b[200~conf t\rhost\x1da\x1b[201~\x1d')
    expect(paste).toEqual({ key: 'paste', bytes: bytesOf('conf t\rhost\x1da') })
    expect(after?.key).toBe('leader')
  })

  test('a terminal that never closes it loses nothing', () => {
    expect(read('\x1b[200~abc\x1b[20')).toEqual([
      { key: 'paste', bytes: bytesOf('abc') },
      { key: 'paste', bytes: bytesOf('\x1b[20') },
    ])
  })
})

test('chunks do not matter', () => {
  const piece = fc.constantFrom(
    'a',
    '中',
    '\r',
    '\x1d',
    '\x1e',
    '\x1b[A',
    '\x1b[54;6u',
    '\x1b[200~x\ry\x1b[201~',
    '\x1b[?5u',
  )
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(12)), (pieces, cuts) => {
      const bytes = bytesOf(pieces.join(''))
      const whole = merged(new Strokes().feed(bytes))
      const strokes = new Strokes()
      const parts: Stroke[] = []
      let at = 0
      for (const cut of [...cuts, bytes.length]) {
        parts.push(...strokes.feed(bytes.subarray(at, at + cut)))
        at = Math.min(bytes.length, at + cut)
      }
      expect(merged(parts)).toEqual(whole)
      expect(strokes.waiting).toBe(false)
    }),
  )
})

/** Pasted bytes may come in several strokes. */
function merged(strokes: readonly Stroke[]): Stroke[] {
  const result: Stroke[] = []
  for (const stroke of strokes) {
    const last = result.at(-1)
    if (stroke.key === 'paste' && last?.key === 'paste')
      result[result.length - 1] = { key: 'paste', bytes: concatenated(last.bytes, stroke.bytes) }
    else result.push(stroke)
  }
  return result
}
