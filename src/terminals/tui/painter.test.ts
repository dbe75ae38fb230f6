import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Painter } from './painter.ts'

const columns = 12

function terminalOf(rows: number): InstanceType<typeof xterm.Terminal> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  terminal.loadAddon(new Unicode11Addon())
  terminal.unicode.activeVersion = '11'
  return terminal
}

test('whatever was on the screen, it shows the rows of the last frame', async () => {
  const plain = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: columns })
  const mixed = fc
    .array(fc.constantFrom('a', '中', '─', '\x1b[7mx\x1b[m', '\x1b[36mkey\x1b[39m'), { maxLength: 4 })
    .map((parts) => parts.join(''))
  const row = fc.oneof(plain, mixed)
  const frame = fc.array(row, { minLength: 4, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 5 }), async (frames) => {
      const terminal = terminalOf(4)
      let bytes = ''
      const painter = new Painter((text) => {
        bytes += text
      })
      for (const rows of frames) painter.paint({ columns, rows, cursor: { x: 3, y: 2 } })
      await new Promise<void>((resolve) => terminal.write(bytes, resolve))
      const fresh = terminalOf(4)
      const last = frames.at(-1) ?? []
      await new Promise<void>((resolve) => fresh.write(last.join('\x1b[m\r\n'), resolve))
      const text = (one: typeof terminal): string[] =>
        last.map((_, y) => one.buffer.active.getLine(y)?.translateToString(true) ?? '')
      expect(text(terminal)).toEqual(text(fresh))
      expect([terminal.buffer.active.cursorX, terminal.buffer.active.cursorY]).toEqual([3, 2])
      terminal.dispose()
      fresh.dispose()
    }),
    { numRuns: 60 },
  )
})

test('a typed character is a movement and a byte, an unchanged frame nothing', () => {
  let bytes = ''
  const painter = new Painter((text) => {
    bytes += text
  })
  painter.paint({ columns, rows: ['SW1#sho', ''], cursor: { x: 7, y: 0 } })
  bytes = ''
  painter.paint({ columns, rows: ['SW1#show', ''], cursor: { x: 8, y: 0 } })
  expect(bytes).toBe('\x1b[1;8Hw\x1b[1;9H')
  bytes = ''
  painter.paint({ columns, rows: ['SW1#show', ''], cursor: { x: 8, y: 0 } })
  expect(bytes).toBe('')
})

test('a full row is not erased behind: the cursor still rests on its last cell', () => {
  let bytes = ''
  const painter = new Painter((text) => {
    bytes += text
  })
  painter.paint({ columns, rows: ['x'.repeat(columns), '中'.repeat(columns / 2)], cursor: undefined })
  expect(bytes).not.toContain('\x1b[K')
})

test('many rows come as one frame, for terminals that can hold it back', () => {
  const written: string[] = []
  const painter = new Painter((text) => written.push(text))
  painter.paint({ columns, rows: ['a', 'b'], cursor: undefined })
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/^\x1b\[\?2026h.*\x1b\[\?25l\x1b\[\?2026l$/s)
})
