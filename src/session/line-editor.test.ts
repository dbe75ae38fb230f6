import fc from 'fast-check'
import { expect, test } from 'vitest'
import { History } from './history.ts'
import { KeyDecoder } from './keys.ts'
import { KillRing } from './kill-ring.ts'
import { type EditEvent, LineEditor, type LineOptions } from './line-editor.ts'

const utf8 = new TextEncoder()

function editor(options: Partial<LineOptions> = {}): LineEditor {
  return new LineEditor({ prompt: 'R1#', width: 80, echo: 'all', editing: true, ...options })
}

/** Types a text (control characters as they are) and gives what the terminal got, and the events. */
function type(line: LineEditor, text: string): { output: string; events: EditEvent[] } {
  const decoder = new KeyDecoder()
  let output = ''
  const events: EditEvent[] = []
  for (const byte of utf8.encode(text)) {
    const key = decoder.key(byte)
    if (!key) continue
    const result = line.key(key)
    output += result.output
    if (result.event) events.push(result.event)
  }
  return { output, events }
}

test('start shows prompt and initial text', () => {
  expect(editor().start()).toBe('R1#')
  expect(editor({ initial: 'show ' }).start()).toBe('R1#show ')
})

/**
 * Keys after which text, cursor and echo are known. Actions: Cisco "Using the Command-Line Interface",
 * table of editing keys. The bytes follow from moving with backspaces and printing again.
 */
const table: readonly (readonly [keys: string, echo: string, text: string, cursor: number])[] = [
  // Typed before, key, echo of both; `|` in names only.
  ['abc', 'abc', 'abc', 3],
  ['abc\x7f', 'abc\b \b', 'ab', 2],
  ['abc\x08', 'abc\b \b', 'ab', 2],
  ['\x7f', '', '', 0],
  ['中\x7f', '中\b\b  \b\b', '', 0],
  ['é\x7f', 'é\b \b', '', 0],
  // The mark goes with its letter, as one character on the screen.
  ['e\u0301\x7f', 'e\be\u0301\b \b', '', 0],
  ['\u0301', '', '', 0],
  ['abc\x01', 'abc\b\b\b', 'abc', 0],
  ['abc\x01\x05', 'abc\b\b\babc', 'abc', 3],
  ['abc\x02', 'abc\b', 'abc', 2],
  ['abc\x02\x06', 'abc\bc', 'abc', 3],
  ['abc\x06', 'abc', 'abc', 3],
  ['a\x02\x02', 'a\b', 'a', 0],
  ['a中\x02', 'a中\b\b', 'a中', 1],
  ['abc\x1b[D\x1b[D', 'abc\b\b', 'abc', 1],
  ['abc\x1b[D\x1b[C', 'abc\bc', 'abc', 3],
  ['abc\x1b[H\x1b[F', 'abc\b\b\babc', 'abc', 3],
  ['abc\x02\x7f', 'abc\b\bc \b\b', 'ac', 1],
  ['abc\x02\x02x', 'abc\b\bxbc\b\b', 'axbc', 2],
  ['abc\x02\x04', 'abc\b \b', 'ab', 2],
  ['abc\x01\x04', 'abc\b\b\bbc \b\b\b', 'bc', 0],
  ['abc\x01\x1b[3~', 'abc\b\b\bbc \b\b\b', 'bc', 0],
  ['abc\x04', 'abc', 'abc', 3],
  ['abc\x02\x0b', 'abc\b \b', 'ab', 2],
  ['abc\x15', 'abc\b\b\b   \b\b\b', '', 0],
  ['abc\x18', 'abc\b\b\b   \b\b\b', '', 0],
  ['abc\x02\x15', 'abc\b\b\bc  \b\b\b', 'c', 0],
  ['ab cd\x17', 'ab cd\b\b  \b\b', 'ab ', 3],
  // From memory: the blanks behind a word go with it, and words end at blanks alone.
  ['ab 1.2/3 \x17', 'ab 1.2/3 \b\b\b\b\b\b      \b\b\b\b\b\b', 'ab ', 3],
  ['ab cd\x1bb', 'ab cd\b\b', 'ab cd', 3],
  ['ab cd\x1bb\x1bb', 'ab cd\b\b\b\b\b', 'ab cd', 0],
  ['ab cd\x01\x1bf', 'ab cd\b\b\b\b\bab', 'ab cd', 2],
  ['ab cd\x01\x1bf\x1bF', 'ab cd\b\b\b\b\bab cd', 'ab cd', 5],
  ['ab cd\x01\x1bd', 'ab cd\b\b\b\b\b cd  \b\b\b\b\b', ' cd', 0],
  ['abc\x02\x14', 'abc\b\bcb', 'acb', 3],
  // From memory: at the end of the line the last two.
  ['abc\x14', 'abc\b\bcb', 'acb', 3],
  ['a\x14', 'a', 'a', 1],
  ['ab cd\x01\x1bc', 'ab cd\b\b\b\b\bAb', 'Ab cd', 2],
  ['ab cd\x01\x1bu', 'ab cd\b\b\b\b\bAB', 'AB cd', 2],
  ['AB CD\x01\x1bl\x1bl', 'AB CD\b\b\b\b\bab cd', 'ab cd', 5],
  ['ab cd\x17\x19', 'ab cd\b\b  \b\bcd', 'ab cd', 5],
  ['a\x15b\x15\x19', 'a\b \bb\b \bb', 'b', 1],
  ['a\x15b\x15\x19\x1by', 'a\b \bb\b \bb\ba', 'a', 1],
  ['a\x15b\x15\x19\x1by\x1by', 'a\b \bb\b \bb\ba\bb', 'b', 1],
  ['\x19\x1by', '', '', 0],
  ['a\x0c', 'a\r\nR1#a', 'a', 1],
  ['ab\x02\x12', 'ab\b\r\nR1#ab\b', 'ab', 1],
  ['a\x16?b', 'a?b', 'a?b', 3],
  ['a\x1bq?b', 'a?b', 'a?b', 3],
  ['\x16\x03\x7f', '^C\b\b  \b\b', '', 0],
  ['\x16\x03x', '^Cx', '\x03x', 2],
  ['\x16\t', ' ', '\t', 1],
  // Keys that mean nothing.
  ['a\x07\x0f\x11\x13\x1c\x1d\x1f\x1bz\x1b[15~b', 'ab', 'ab', 2],
]

test.each(table)('%j', (keys, echo, text, cursor) => {
  const line = editor()
  line.start()
  expect(type(line, keys)).toEqual({ output: echo, events: [] })
  expect(line.text).toBe(text)
  expect(line.cursor).toBe(cursor)
})

test('events: what is shown, and what they tell', () => {
  const after = (keys: string) => type(editor(), keys)
  expect(after('sh\r')).toEqual({ output: 'sh\r\n', events: [{ kind: 'enter', text: 'sh' }] })
  expect(after('sh\x02\r')).toEqual({ output: 'sh\b\r\n', events: [{ kind: 'enter', text: 'sh' }] })
  expect(after('cl?')).toEqual({ output: 'cl?\r\n', events: [{ kind: 'help', text: 'cl' }] })
  expect(after('cl\x02?')).toEqual({ output: 'cl\b?\r\n', events: [{ kind: 'help', text: 'c' }] })
  expect(after('sh\t')).toEqual({ output: 'sh', events: [{ kind: 'tab', text: 'sh' }] })
  expect(after('exit\x1a')).toEqual({ output: 'exit^Z\r\n', events: [{ kind: 'end', text: 'exit' }] })
  // From memory.
  expect(after('sh\x03')).toEqual({ output: 'sh\r\n', events: [{ kind: 'cancel' }] })
  expect(after('sh\x1e')).toEqual({ output: 'sh', events: [{ kind: 'break' }] })
})

test('neither Enter nor the break key can be made literal', () => {
  expect(type(editor(), 'a\x16\r').events).toEqual([{ kind: 'enter', text: 'a' }])
  expect(type(editor(), 'a\x16\x1e').events).toEqual([{ kind: 'break' }])
})

test('completion prints the line anew on a new row', () => {
  const line = editor({ prompt: 'R4#' })
  type(line, 'erase star\t')
  expect(line.replace('erase startup-config ')).toBe('\r\nR4#erase startup-config ')
  expect(type(line, '\x7f').output).toBe('\b \b')
})

test('after a message the line is there again, cursor where it was', () => {
  const line = editor()
  type(line, 'ip addr\x02\x02')
  expect(line.redraw()).toBe('R1#ip addr\b\b')
  expect(type(line, 'x').output).toBe('xdr\b\b')
})

test('a prompt of several rows counts its last one', () => {
  const line = editor({ prompt: 'Continue with\r\nit? ', width: 40 })
  line.start()
  // Room for 34: 40, less the prompt's four, less the last column, less the place of the cursor.
  expect(type(line, 'x'.repeat(34)).output).toBe('x'.repeat(34))
  expect(type(line, 'x').output).not.toBe('x')
})

test('history: older and newer, with the control keys and the arrows', () => {
  const history = new History()
  history.add('one')
  history.add('two')
  const line = editor({ history })
  expect(type(line, 'dr\x10').output).toBe('dr\b\btwo')
  expect(type(line, '\x1b[A').output).toBe('\b\b\bone')
  expect(type(line, '\x10').output).toBe('')
  expect(type(line, '\x1b[B').output).toBe('\b\b\btwo')
  // From memory.
  expect(type(line, '\x0e').output).toBe('\b\b\bdr \b')
  expect(type(line, '\x0e').output).toBe('')
  type(line, '\x10\x10!')
  expect(line.text).toBe('one!')
})

test('deleted texts are there for the next line', () => {
  const killRing = new KillRing()
  type(editor({ killRing }), 'switchport\x15')
  const line = editor({ killRing })
  type(line, 'no \x19')
  expect(line.text).toBe('no switchport')
})

test('a password shows nothing, edits all the same and leaves no trace', () => {
  const history = new History()
  history.add('older')
  const killRing = new KillRing()
  const line = editor({ prompt: 'Password: ', echo: 'none', history, killRing })
  expect(line.start()).toBe('Password: ')
  const typing = type(line, 'clsas\x02\x02\x14\x05\x7fs?\x10\x02\x04')
  expect(typing).toEqual({ output: '', events: [] })
  expect(line.text).toBe('class')
  expect(type(line, '\x17cisco\x1b').output).toBe('')
  expect(line.redraw()).toBe('Password: ')
  expect(type(line, '\r')).toEqual({ output: '\r\n', events: [{ kind: 'enter', text: 'cisco' }] })
  expect(killRing.recall(0)).toBeUndefined()
})

test('where text is asked for, ? and Tab are characters', () => {
  const line = editor({ prompt: '', help: false })
  expect(type(line, 'why?\tnot').output).toBe('why? not')
  expect(line.text).toBe('why?\tnot')
})

test('no editing: erasing is all that is left', () => {
  const line = editor({ editing: false })
  expect(type(line, 'abc\x01\x02\x1b[D\x1bb\x14\x0b').output).toBe('abc')
  expect(type(line, '\x7f').output).toBe('\b \b')
  expect(type(line, '\x15').output).toBe('\b\b  \b\b')
  expect(type(line, 'sh?').events).toEqual([{ kind: 'help', text: 'sh' }])
})

test('254 characters, then the bell, whatever is sent', () => {
  const line = editor({ width: 0 })
  expect(type(line, 'x'.repeat(254)).output).toBe('x'.repeat(254))
  expect(type(line, 'yz').output).toBe('\x07\x07')
  expect(line.text).toBe('x'.repeat(254))
  expect(type(line, '\u0301\u0301').output).toBe('\x07\x07')
  expect(line.text.length).toBe(254)
  expect(type(line, '\x7fy').output).toBe('\b \by')
})

test('a recalled text is cut at the limit', () => {
  const line = editor({ width: 0, maxLength: 5 })
  expect(type(line, 'abcd\x15xyz\x19').output).toBe('abcd\b\b\b\b    \b\b\b\bxyzab\x07')
  expect(line.replace('much too long')).toBe('\r\nR1#much ')
})

test('any keys leave a line of at most 254 characters, and Enter gives it', () => {
  const key = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom('\x19', '\x1by', '\x15', '\x17', '\x10', 'x'.repeat(200), '\u0301'.repeat(50)),
  )
  const history = new History()
  history.add('y'.repeat(254))
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const line = editor({ history })
      type(line, keys.join(''))
      expect([...line.text].length).toBeLessThanOrEqual(254)
      expect(line.cursor).toBeLessThanOrEqual(line.text.length)
      const { text } = line
      expect(type(line, '\r').events).toEqual([{ kind: 'enter', text }])
    }),
  )
})
