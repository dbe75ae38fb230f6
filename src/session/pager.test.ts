import { Terminal } from '@xterm/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, KeyDecoder } from './keys.ts'
import { type CompilePattern, Pager } from './pager.ts'

const more = ' --More-- '
// Captured on IOS: nine backspaces, eight blanks, nine backspaces.
const wipe = '\b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b'

const key = (character: string): Key => new KeyDecoder().key(character.charCodeAt(0))!
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`)
/** As features print them. */
const printed = (...rows: string[]) => rows.map((row) => `${row}\n`).join('')
/** As a terminal gets them. */
const shown = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join('')

const compile: CompilePattern = (pattern) => {
  try {
    const expression = new RegExp(pattern)
    return (line) => expression.test(line)
  } catch {
    return undefined
  }
}

test('a page is one row less than the terminal, the prompt takes the last', () => {
  const pager = new Pager({ length: 24, width: 80 })
  expect(pager.feed(printed(...lines(1, 60)))).toBe(shown(...lines(1, 23)) + more)
  expect(pager.paused).toBe(true)
  expect(pager.key(key(' '))).toEqual({ output: wipe + shown(...lines(24, 46)) + more, quit: false })
  expect(pager.key(key('\r'))).toEqual({ output: wipe + shown('line 47') + more, quit: false })
  expect(pager.key(key(' '))).toEqual({ output: wipe + shown(...lines(48, 60)), quit: false })
  expect(pager.paused).toBe(false)
  expect(pager.end()).toBe('')
})

test('output that just fills the page is not held up', () => {
  const pager = new Pager({ length: 5, width: 80 })
  expect(pager.feed(printed(...lines(1, 4)))).toBe(shown(...lines(1, 4)))
  expect(pager.end()).toBe('')
  expect(pager.paused).toBe(false)
})

test('empty lines take rows like any other', () => {
  const pager = new Pager({ length: 3, width: 80 })
  expect(pager.feed('a\n\n\nb\n')).toBe(`${shown('a', '')}${more}`)
  expect(pager.key(key('\r')).output).toBe(`${wipe}\r\n${more}`)
})

test('length 0 never pauses', () => {
  const pager = new Pager({ length: 0, width: 80 })
  expect(pager.feed(printed(...lines(1, 1000)))).toBe(shown(...lines(1, 1000)))
})

test('the smallest terminal shows a line at a time', () => {
  for (const length of [1, 2]) {
    const pager = new Pager({ length, width: 80 })
    expect(pager.feed(printed('a', 'b', 'c'))).toBe(shown('a') + more)
    expect(pager.key(key(' ')).output).toBe(wipe + shown('b') + more)
  }
})

test('? tells the keys and asks again', () => {
  const pager = new Pager({ length: 2, width: 80 })
  pager.feed(printed('a', 'b'))
  const help = 'Press RETURN for another line, SPACE for another page, anything else to quit'
  expect(pager.key(key('?'))).toEqual({ output: `${wipe}${help}\r\n${more}`, quit: false })
  expect(pager.paused).toBe(true)
})

test.each(['q', 'n', 'Q', '\x03', '\x1a', '\x1e', '\t', '/'])('%j quits', (character) => {
  const pager = new Pager({ length: 2, width: 80 })
  pager.feed(printed('a', 'b', 'c'))
  expect(pager.key(key(character))).toEqual({ output: wipe, quit: true })
  expect(pager.paused).toBe(false)
})

test('a line that wraps takes several rows; a full row alone does not wrap', () => {
  const pager = new Pager({ length: 4, width: 10 })
  expect(pager.feed(printed('0123456789', '0123456789a', 'b'))).toBe(
    shown('0123456789', '0123456789a') + more,
  )
  const wide = new Pager({ length: 3, width: 10 })
  expect(wide.feed(printed('接口接口接', '接口接口接口'))).toBe(`${shown('接口接口接')}接口接口接${more}`)
  expect(wide.key(key('\r')).output).toBe(wipe + shown('口'))
  const unlimited = new Pager({ length: 3, width: 0 })
  expect(unlimited.feed(printed('x'.repeat(500), 'b', 'c'))).toBe(shown('x'.repeat(500), 'b') + more)
})

test('a terminal of 24 rows keeps the whole page in sight', async () => {
  const terminal = new Terminal({ cols: 20, rows: 24, allowProposedApi: true })
  const write = (output: string) => new Promise<void>((resolve) => terminal.write(output, resolve))
  const row = (number: number) => terminal.buffer.active.getLine(number)!.translateToString(true)
  const pager = new Pager({ length: 24, width: 20 })
  await write(pager.feed(printed(...lines(1, 22), 'a long line that wraps twice, as it is so long')))
  expect(terminal.buffer.active.baseY).toBe(0)
  expect(row(0)).toBe('line 1')
  expect(row(22)).toBe('a long line that wra')
  expect(row(23)).toBe(more)
  await write(pager.key(key(' ')).output)
  expect(row(23)).toBe('ps twice, as it is s')
  expect(row(24)).toBe('o long')
})

// Cisco "Using the Command-Line Interface", searching and filtering at the prompt; `filtering...` and the
// echo of what is typed are its examples.
test('+ shows what matches, - what does not, / everything from the first match', () => {
  const rest = (kind: string) => {
    const pager = new Pager({ length: 2, width: 80, compile })
    expect(pager.feed(printed('a1', 'b2', 'a3', 'b4')) + pager.key(key(kind)).output).toBe(
      `a1\r\n${more}${wipe}${kind}`,
    )
    expect([...'ax\x7f'].map((character) => pager.key(key(character)).output).join('')).toBe('ax\b \b')
    let output = pager.key(key('\r')).output
    while (pager.paused) output += pager.key(key(' ')).output
    output += pager.feed(printed('a5', 'b6'))
    while (pager.paused) output += pager.key(key(' ')).output
    return output.replaceAll(more + wipe, '')
  }
  expect(rest('+')).toBe(shown('', 'filtering...', 'a3', 'a5'))
  expect(rest('-')).toBe(shown('', 'filtering...', 'b2', 'b4', 'b6'))
  expect(rest('/')).toBe(shown('', 'filtering...', 'a3', 'b4', 'a5', 'b6'))
})

test('a pattern that is none rings, an empty one asks again, Ctrl-C and Ctrl-Shift-6 quit', () => {
  const asked = (typed: string) => {
    const pager = new Pager({ length: 2, width: 80, compile })
    pager.feed(printed('a', 'b'))
    return [...typed].map((character) => pager.key(key(character))).at(-1)
  }
  expect(asked('/(\r')).toEqual({ output: `\r\n\x07${more}`, quit: false })
  expect(asked('/\r')).toEqual({ output: `\r\n\x07${more}`, quit: false })
  expect(asked('/x\x03')).toEqual({ output: '\r\n', quit: true })
  expect(asked('/x\x1e')).toEqual({ output: '\r\n', quit: true })
})

test('a filter waits for the whole line, and the last one may lack its end', () => {
  const pager = new Pager({ length: 3, width: 80, compile })
  pager.feed(printed('a', 'b', 'c'))
  for (const character of '+x') pager.key(key(character))
  expect(pager.key(key('\r')).output).toBe(shown('', 'filtering...'))
  expect(pager.feed('no')).toBe('')
  expect(pager.feed(' x\nyes, ')).toBe('no x\r\n')
  expect(pager.feed('x')).toBe('')
  expect(pager.end()).toBe('yes, x')
})

test('a line without end is not kept for ever', () => {
  const pager = new Pager({ length: 3, width: 0, compile })
  pager.feed(printed('a', 'b', 'c'))
  for (const character of '+x\r') pager.key(key(character))
  expect(pager.feed('x'.repeat(100_000)).length).toBeGreaterThan(90_000)
})

test('feeding a paused pager is a mistake', () => {
  const pager = new Pager({ length: 2, width: 80 })
  pager.feed(printed('a', 'b'))
  expect(() => pager.feed('c')).toThrow('paused')
  expect(() => pager.end()).toThrow('paused')
})

test('however the output is cut, the same bytes come, and nothing is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '中', '\n', '\r\n', '\u0301', '0123456789') })
  const terminal = fc.record({
    length: fc.integer({ min: 2, max: 5 }),
    width: fc.integer({ min: 2, max: 12 }),
  })
  fc.assert(
    fc.property(terminal, text, fc.infiniteStream(fc.constantFrom(' ', '\r')), (size, whole, keys) => {
      const show = (pieces: Iterable<string>, answers: Iterator<string>) => {
        const pager = new Pager(size)
        let output = ''
        for (const piece of pieces) {
          output += pager.feed(piece)
          while (pager.paused) output += pager.key(key(answers.next().value)).output
        }
        return output + pager.end()
      }
      const answers = [...keys.take(whole.length + 1)]
      const atOnce = show([whole], answers.values())
      expect(show(whole, answers.values())).toBe(atOnce)
      expect(atOnce.replaceAll(more + wipe, '')).toBe(whole.replaceAll('\r', '').replaceAll('\n', '\r\n'))
    }),
  )
})
