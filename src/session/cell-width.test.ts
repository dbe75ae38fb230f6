import { expect, test } from 'vitest'
import { cellWidth, textWidth } from './cell-width.ts'

// Values from Unicode's EastAsianWidth.txt and UnicodeData.txt.
test.each([
  ['a', 1],
  ['é', 1],
  ['─', 1],
  ['①', 1],
  ['中', 2],
  ['ア', 2],
  ['ｱ', 1],
  ['한', 2],
  ['，', 2],
  ['Ａ', 2],
  ['　', 2],
  ['😀', 2],
  ['✅', 2],
  ['✔', 1],
  ['𠀀', 2],
  ['\u0301', 0],
  ['\u200d', 0],
  ['\u302a', 0],
  ['\x07', 0],
  ['\x9b', 0],
])('%j takes %d', (character, cells) => {
  expect(cellWidth(character.codePointAt(0)!)).toBe(cells)
})

test('a text takes the sum', () => {
  expect(textWidth('核心交换机 SW1')).toBe(14)
})
