/** Text in rows: nothing lost, nothing too wide, Chinese broken between characters and never before a full stop. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../session/cell-width.ts'
import { hanging, wrapped } from './wrapped.ts'

test('words stay whole, and line ends are kept', () => {
  expect(wrapped('The switch learns MAC addresses.\nNext', 12)).toEqual([
    'The switch',
    'learns MAC',
    'addresses.',
    'Next',
  ])
})

test('Chinese breaks between characters, not before a full stop', () => {
  expect(wrapped('交换机学习地址。', 8)).toEqual(['交换机学', '习地址。'])
  expect(wrapped('交换机学习。', 10)).toEqual(['交换机学', '习。'])
  expect(wrapped('把 SW1 的端口放进 VLAN 10', 10)).toEqual(['把 SW1 的', '端口放进', 'VLAN 10'])
})

test('a word that is too long is cut', () => {
  expect(wrapped('0123456789abcdef', 6)).toEqual(['012345', '6789ab', 'cdef'])
})

test('a sign hangs before the first row', () => {
  expect(hanging('○ ', 'one two three', 9)).toEqual(['○ one two', '  three'])
})

test('whatever the text: no row too wide, and nothing but blanks lost', () => {
  const letters = fc.constantFrom('a', 'b', ' ', '  ', '网', '络', '。', '，', '\n', 'Fa0/1')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 4, max: 30 }), (parts, columns) => {
      const text = parts.join('')
      const rows = wrapped(text, columns)
      for (const row of rows) expect(textWidth(row)).toBeLessThanOrEqual(columns)
      expect(rows.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    }),
  )
})
