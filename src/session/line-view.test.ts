/** What a terminal shows of a line, judged by a terminal emulator. */

import { Unicode11Addon } from '@xterm/addon-unicode11'
import { Terminal } from '@xterm/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { glyphsOf } from './glyph.ts'
import { KeyDecoder } from './keys.ts'
import { LineEditor } from './line-editor.ts'

class Screen {
  readonly terminal: Terminal

  constructor(cols: number) {
    this.terminal = new Terminal({ cols, rows: 10, allowProposedApi: true })
    this.terminal.loadAddon(new Unicode11Addon())
    this.terminal.unicode.activeVersion = '11'
  }

  write(output: string): Promise<void> {
    return new Promise((resolve) => this.terminal.write(output, resolve))
  }

  get column(): number {
    return this.terminal.buffer.active.cursorX
  }

  /** The row of the cursor, without trailing blanks. */
  get row(): string {
    const { active } = this.terminal.buffer
    return active
      .getLine(active.baseY + active.cursorY)!
      .translateToString(true)
      .trimEnd()
  }
}

function typist(line: LineEditor): (text: string) => string {
  const decoder = new KeyDecoder()
  const utf8 = new TextEncoder()
  return (text) => {
    let output = ''
    for (const byte of utf8.encode(text)) {
      const key = decoder.key(byte)
      if (key) output += line.key(key).output
    }
    return output
  }
}

// Cisco "Using the Command-Line Interface", "Continuing a Command at the Next Line", with its own field of
// 60 columns: the line shifts by 10, and `$` covers one character more.
test('a long line scrolls by ten, and $ stands for what is hidden', async () => {
  const prompt = 'Router(config)#'
  const line = new LineEditor({ prompt, width: 76, echo: 'all', editing: true })
  const screen = new Screen(76)
  const type = typist(line)
  await screen.write(line.start() + type('access-list 101 permit tcp 10.10.10.2 255.255.255.0 10.10.1'))
  expect(screen.row).toBe(`${prompt}access-list 101 permit tcp 10.10.10.2 255.255.255.0 10.10.1`)
  await screen.write(type('0'))
  expect(screen.row).toBe(`${prompt}$ 101 permit tcp 10.10.10.2 255.255.255.0 10.10.10`)
  await screen.write(type('.5 255.25'))
  expect(screen.row).toBe(`${prompt}$ 101 permit tcp 10.10.10.2 255.255.255.0 10.10.10.5 255.25`)
  await screen.write(type('5.255.0 eq'))
  expect(screen.row).toBe(`${prompt}$t tcp 10.10.10.2 255.255.255.0 10.10.10.5 255.255.255.0 eq`)
  await screen.write(type('\x01'))
  expect(screen.row).toBe(`${prompt}access-list 101 permit tcp 10.10.10.2 255.255.255.0 10.10.1$`)
  expect(screen.column).toBe(prompt.length)
})

test('a scrolled line is redrawn scrolled', async () => {
  const line = new LineEditor({ prompt: 'R1#', width: 20, echo: 'all', editing: true })
  const type = typist(line)
  line.start()
  type('interface GigabitEthernet0/0')
  const screen = new Screen(20)
  await screen.write(line.redraw())
  // Twice ten and one of 28 characters are hidden.
  expect(screen.row).toBe('R1#$rnet0/0')
})

test('width 0 never scrolls', () => {
  const line = new LineEditor({ prompt: 'R1#', width: 0, echo: 'all', editing: true })
  expect(line.start() + typist(line)('x'.repeat(200))).toBe(`R1#${'x'.repeat(200)}`)
})

/** Every way in which the rules let a line be shown with its cursor at that column. */
function allowed(text: string, cursor: number, prompt: string, width: number, column: number): string[] {
  const glyphs = glyphsOf(text)
  const starts = [0]
  for (const { cells } of glyphs) starts.push(starts.at(-1)! + cells)
  const at = glyphsOf(text.slice(0, cursor)).length
  const promptCells = prompt.length % width
  const room = width - 1 - promptCells
  const before = prompt.slice(prompt.length - promptCells)
  const rows: string[] = []
  for (let first = 0; first <= at; first++) {
    const margin = first > 0 ? 1 : 0
    if (promptCells + margin + starts[at]! - starts[first]! !== column) continue
    for (let last = Math.max(at, first); last <= glyphs.length; last++) {
      const cut = last < glyphs.length
      const cells = margin + starts[last]! - starts[first]!
      if (cut ? cells < room - 2 || cells > room - 1 || last === at : cells > room) continue
      const body = glyphs.slice(first, last).map(({ shown }) => shown)
      const gap = ' '.repeat(cut ? room - 1 - cells : 0)
      rows.push(`${before}${margin ? '$' : ''}${body.join('')}${gap}${cut ? '$' : ''}`.trimEnd())
    }
  }
  return rows
}

test('whatever is typed, the terminal shows prompt, window and cursor as they are', async () => {
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', ' ', '$', '中', 'é', '\u0301', '\x16\x03', '\x16\t') },
    { weight: 2, arbitrary: fc.constantFrom('show ip route ', '接口说明 ', '0123456789') },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        ...['\x01', '\x02', '\x04', '\x05', '\x06', '\x0b', '\x0c', '\x14', '\x15', '\x17', '\x19', '\x7f'],
        ...['\x1bb', '\x1bf', '\x1bd', '\x1bc', '\x1bu', '\x1by', '\x1b[A', '\x1b[B'],
        ...['\x02\x02\x02\x02\x02\x02\x02', '\x7f\x7f\x7f\x7f\x7f\x7f\x7f'],
      ),
    },
  )
  const scene = fc.record({
    keys: fc.array(key, { maxLength: 60, size: 'max' }),
    // A prompt longer than the row goes on in the next; some leave hardly room to scroll.
    promptLength: fc.integer({ min: 0, max: 30 }),
    width: fc.integer({ min: 24, max: 60 }),
  })
  await fc.assert(
    fc.asyncProperty(scene, async ({ keys, promptLength, width }) => {
      fc.pre(width - 1 - (promptLength % width) >= 8)
      const prompt = 'SW1(config-if)#SW1(config-if)#'.slice(0, promptLength)
      const line = new LineEditor({ prompt, width, echo: 'all', editing: true })
      const screen = new Screen(width)
      const type = typist(line)
      await screen.write(line.start())
      for (const typed of keys) {
        await screen.write(type(typed))
        // Where the prompt fills the row, an empty line's cursor still hangs at its end.
        if (line.cursor === 0 && promptLength > 0 && promptLength % width === 0) continue
        expect(allowed(line.text, line.cursor, prompt, width, screen.column)).toContain(screen.row)
      }
      screen.terminal.dispose()
    }),
    { numRuns: 50 },
  )
})
