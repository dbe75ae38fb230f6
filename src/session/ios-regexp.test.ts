import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IosRegexp } from './ios-regexp.ts'
import { compileIosRegexp } from './ios-regexp.ts'

const compiled = (pattern: string): IosRegexp => {
  const result = compileIosRegexp(pattern)
  if ('fault' in result) throw new Error(`${pattern}: ${result.fault}`)
  return result
}

describe('operators', () => {
  test.each<[string, string, boolean]>([
    ['face', 'interface Vlan1', true],
    ['Face', 'interface Vlan1', false],
    ['', 'anything', true],
    ['10.1', '10x1', true],
    ['10\\.1', '10x1', false],
    ['10\\.1', '10.1', true],
    ['^ip', ' ip address', false],
    ['^ip', 'ip address', true],
    ['down$', 'down ', false],
    ['down$', 'up down', true],
    ['^ab*c$', 'ac', true],
    ['^ab*c$', 'abbc', true],
    ['^ab+c$', 'ac', false],
    ['^ab?c$', 'abc', true],
    ['^ab?c$', 'abbc', false],
    ['up|down', 'is down', true],
    ['ip|interface', 'hostname R1', false],
    ['^(Fast|Gigabit)Ethernet0', 'GigabitEthernet0/1', true],
    ['^(Fast|Gigabit)Ethernet0', ' FastEthernet0/1', false],
    ['^(ab)+$', 'ababab', true],
    ['^(ab)+$', 'aba', false],
    ['^a|b$', 'ac', true],
    ['^a|b$', 'cb', true],
    ['^a|b$', 'cbc', false],
    ['\\(VRF', 'VRF VRF1 (VRF Id = 1)', true], // captured on IOSv
    ['a]', 'a]', true],
    ['\\*\\+\\?\\^\\$\\[\\|\\\\\\_', '*+?^$[|\\_', true],
    ['\\d', 'd', true],
    ['\\d', '7', false],
    ['(a)\\1', 'a1', true],
    ['a é', 'a é', true],
    ['^.$', '😀', true],
    ['^.é.$', '😀é😀', true],
  ])('%j on %j: %j', (pattern, line, matches) => {
    expect(compiled(pattern).test(line)).toBe(matches)
  })

  // from memory: classic IOS has no counted repeats, and nothing of Perl's
  test.each<[string, string, boolean]>([
    ['a{2}', 'a{2}', true],
    ['a{2}', 'aa', false],
    ['^a{2}$', 'aa', false],
    ['^a{2}$', 'a{2}', true],
    ['\\bip\\b', 'bipb', true],
    ['\\x{61}.', 'a1', false],
    ['[[:alpha:]]', 'x', false],
    ['[[:alpha:]]', 'a]', true],
  ])('%j on %j: %j', (pattern, line, matches) => {
    expect(compiled(pattern).test(line)).toBe(matches)
  })
})

describe('sets', () => {
  test.each<[string, string, boolean]>([
    ['[0-3]', 'port 4', false],
    ['[0-3]', 'port 2', true],
    ['^[^a]$', 'a', false],
    ['^[^a]$', 'b', true],
    ['^[b-b]$', 'b', true],
    ['^[a-c-e]$', 'd', true],
    ['[]a]', ']', true],
    ['[^]a]', ']', false],
    ['[-a]', '-', true],
    ['[a-]', '-', true],
    ['[a-]', 'b', false],
    ['[a^]', '^', true],
    ['^[.*_$(|]$', 'x', false],
    ['^[.*_$(|]$', '(', true],
    ['^[.*_$(|]$', ' ', false],
    // The command reference's own example: the letters, a dash and a right bracket.
    ['^[a-dqsv\\-\\]]$', 'c', true],
    ['^[a-dqsv\\-\\]]$', 'e', false],
    ['^[a-dqsv\\-\\]]$', '-', true],
    ['^[a-dqsv\\-\\]]$', ']', true],
    ['^[a-dqsv\\-\\]]$', '\\', false],
    ['^[+-\\-]$', ',', true],
  ])('%j on %j: %j', (pattern, line, matches) => {
    expect(compiled(pattern).test(line)).toBe(matches)
  })
})

describe('underscore', () => {
  test.each(['100', ' 100 ', '(100)', '{100}', ',100,', '65000 100,200', '65000 (100 200)'])(
    '_100_ finds %j',
    (line) => {
      expect(compiled('_100_').test(line)).toBe(true)
    },
  )

  test.each(['1000', '2100', 'x100', '100.', '100:1', '-100'])('_100_ does not find %j', (line) => {
    expect(compiled('_100_').test(line)).toBe(false)
  })
})

describe('faults', () => {
  test.each([
    ['(VRF', 'unmatched ()'], // captured on IOSv: `% unmatched ()` above the general sentence
    // from memory of regexp(3), whose words the captured one is among
    ['VRF)', 'unmatched ()'],
    ['((a)', 'unmatched ()'],
    ['[abc', 'unmatched []'],
    ['[', 'unmatched []'],
    ['[]', 'unmatched []'],
    ['[^]', 'unmatched []'],
    ['[a\\', 'unmatched []'],
    ['[a-\\', 'unmatched []'],
    ['[z-a]', 'invalid [] range'],
    ['*', '?+* follows nothing'],
    ['a|*', '?+* follows nothing'],
    ['(+a)', '?+* follows nothing'],
    ['(?i)a', '?+* follows nothing'],
    ['a**', 'nested *?+'],
    ['a+?', 'nested *?+'],
    ['(a*)*', '*+ operand could be empty'],
    ['(a?b*)+', '*+ operand could be empty'],
    ['(a|b*)+', '*+ operand could be empty'],
    ['(b*|a)+', '*+ operand could be empty'],
    ['^*', '*+ operand could be empty'],
    ['()+', '*+ operand could be empty'],
    ['a\\', 'trailing \\'],
    [`.${'a'.repeat(254)}`, 'regexp too big'],
    ['a'.repeat(255), 'regexp too big'],
  ])('%j: %s', (pattern, fault) => {
    expect(compileIosRegexp(pattern)).toEqual({ fault })
  })

  test.each(['(a+)+', '(ab*)+', '(a|b+)*', '(a*b|c)*', '(a*)?', '()', '(|a)', 'a||b', 'a'.repeat(254)])(
    '%j compiles',
    (pattern) => {
      compiled(pattern)
    },
  )
})

test('agrees with the language’s own expressions where both read a pattern alike', () => {
  const pattern = fc
    .array(fc.constantFrom(...'aabb.*+?()|^$'), { maxLength: 10 })
    .map((parts) => parts.join(''))
  const line = fc.array(fc.constantFrom(...'aabb('), { maxLength: 8 }).map((parts) => parts.join(''))
  let compared = 0
  fc.assert(
    fc.property(pattern, fc.array(line, { minLength: 5, maxLength: 5 }), (text, lines) => {
      const ours = compileIosRegexp(text)
      if ('fault' in ours || /[\^$]\?/.test(text)) return
      const theirs = new RegExp(text, 'u')
      for (const each of lines) expect([text, each, ours.test(each)]).toEqual([text, each, theirs.test(each)])
      compared++
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(200)
})

test('no pattern throws', () => {
  const soup = fc.array(fc.constantFrom(...'a1-[]^$.*+?(){}|\\_:,<>=!~dbAzQEpP'), { maxLength: 60 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        soup.map((parts) => parts.join('')),
      ),
      fc.string({ unit: 'binary' }),
      (text, line) => {
        const result = compileIosRegexp(text)
        if (!('fault' in result)) result.test(line)
      },
    ),
    { numRuns: 2000 },
  )
})

/** Pattern families that make a backtracking matcher, or one that expands repeats, take minutes; `size` scales each. */
const EVIL_FAMILIES: ReadonlyArray<(size: number) => string> = [
  (size) => `${'('.repeat(size)}a*${')*'.repeat(size)}`,
  (size) => `${'('.repeat(size)}a+${')+'.repeat(size)}$`,
  (size) => `(a|aa${'|a'.repeat(size)})+$`,
  (size) => `${'(a|aa)+'.repeat(size)}$`,
  (size) => `${'a?'.repeat(size)}${'a'.repeat(size)}$`,
  (size) => `${'.*'.repeat(size)}c`,
  (size) => `${'(.+)+'.repeat(size)}c`,
  (size) => `(a|b)*a${'(a|b)'.repeat(size)}c`, // a deterministic machine of 2^size states
  (size) => `[ab]*a${'[ab]'.repeat(size)}$`,
  (size) => `.*a${'.'.repeat(size)}c`,
  (size) => `${'_'.repeat(size)}c`,
  (size) => `${'(_+)+'.repeat(size)}c`,
  (size) => `${'('.repeat(size)}a${')'.repeat(size)}b`,
  (size) => `${'(a|'.repeat(size)}b${')'.repeat(size)}c`,
  (size) => `(${Array.from({ length: size }, (_, i) => i.toString(36)).join('|')})+$`,
  (size) => `${'(ab|ba)*'.repeat(size)}c`,
  (size) => `(a{${size}}{${size}})+b{${size}}`,
  (size) => `${'[^c]+'.repeat(size)}c`,
  (size) => `${'(^|$|a)'.repeat(size)}c`,
  (size) => `^(([a-z])+.)+${'[A-Z]'.repeat(size)}([a-z])+$`,
]

test('a thousand evil patterns take no more than 50 ms each', { timeout: 60_000 }, () => {
  const lines = [
    'a'.repeat(500),
    'ab'.repeat(250),
    ' ,'.repeat(250),
    Array.from({ length: 500 }, (_, i) => ((i * i * 7919) % 13 < 6 ? 'a' : 'b')).join(''),
  ]
  let compiledCount = 0
  const tooSlow: string[] = []
  for (const family of EVIL_FAMILIES)
    for (let size = 1; size <= 50; size++) {
      const pattern = family(size).slice(0, 300)
      const once = (): number => {
        const started = performance.now()
        const result = compileIosRegexp(pattern)
        if (!('fault' in result)) for (const line of lines) result.test(line)
        return performance.now() - started
      }
      // The least of three speaks of the pattern; a single figure speaks of the neighbours on the machine too.
      if (once() > 50 && Math.min(once(), once()) > 50) tooSlow.push(pattern)
      if (!('fault' in compileIosRegexp(pattern))) compiledCount++
    }
  expect(tooSlow).toEqual([])
  expect(compiledCount).toBeGreaterThan(600)
})
