import { expect, test } from 'vitest'
import { textWidth } from '../../session/cell-width.ts'
import { toned } from '../tui/colours.ts'
import { barOf, textBars, textCalendar, textLine } from './text-charts.ts'

test.each([
  [0, '········'],
  [1, '████████'],
  [0.5, '████····'],
  [0.56, '████▌···'],
  // Something is never nothing, and not quite all is never all.
  [0.001, '▏·······'],
  [0.999, '███████▉'],
])('a share of %d', (share, bar) => {
  expect(barOf(share, 8)).toBe(bar)
})

test('bars line up behind wide labels', () => {
  expect(
    textBars(
      [
        { label: 'VLAN', share: 0.5, value: '50 %', note: '4 次' },
        { label: '生成树', share: 1, value: '100 %', note: '12 次' },
      ],
      36,
    ),
  ).toEqual(['VLAN    ███████·······   50 %  4 次', '生成树  ██████████████  100 %  12 次'])
})

test.each([40, 60, 80])('bars fit %i columns', (columns) => {
  const label = '一个非常非常非常非常非常非常非常非常长的题目'
  for (const row of textBars([{ label, share: 0.3, value: '30 %', note: '12 answers' }], columns))
    expect(textWidth(row)).toBeLessThanOrEqual(columns)
})

// Dots of a Braille cell, by row: U+2801 and 08, 02 and 10, 04 and 20, 40 and 80.
const up = `100 % ┤${String.fromCodePoint(0x2840 + 0x20, 0x2802 + 0x08)}`

test('a line goes from point to point', () => {
  const points = [
    { label: 'a', share: 0 },
    { label: 'b', share: 1 },
  ]
  expect(textLine(points, { columns: 9, rows: 1 })[0]).toBe(up)
})

test('all, half and nothing are as high as the axis says, and what is not known is a gap', () => {
  const points = [1, 1, undefined, 0, 0].map((share, at) => ({ label: `day ${at}`, share }))
  const [top = '', , bottom = '', axis, labels] = textLine(points, { columns: 27, rows: 3 })
  expect(top).toBe('100 % ┤⠉⠉⠉⠉⠉⠁')
  expect(bottom).toMatch(/^ {2}0 % ┤ {14,15}[⢀⣀]⣀{4,5}$/)
  expect(axis).toBe(`      └${'─'.repeat(20)}`)
  expect(labels).toBe('       day 0          day 4')
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dayOf = (iso: string) => Date.parse(iso) / 86_400_000

test('a calendar is read without colour', () => {
  const today = dayOf('2026-11-25')
  const counts = new Map([1, 5, 10, 20].map((count, at) => [today - at, count]))
  expect(
    textCalendar({
      counts,
      today,
      weeks: 5,
      months,
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      less: 'less',
      more: 'more',
    }),
  ).toEqual([
    '       Nov',
    'Mon  · · · · ▓',
    '     · · · · ▒',
    'Wed  · · · · ░',
    '     · · · ·',
    'Fri  · · · ·',
    '     · · · ·',
    'Sun  · · · █',
    '     less · ░ ▒ ▓ █ more',
  ])
})

test('weekdays in Chinese take their cells', () => {
  const content = { counts: new Map(), today: dayOf('2026-11-29'), weeks: 26, months, less: '少', more: '多' }
  const rows = textCalendar({ ...content, weekdays: [...'一二三四五六日'] })
  expect(rows.slice(1, 8).map(textWidth)).toEqual(Array(7).fill(4 + 52 - 1))
})

test('colour repeats what the signs say', () => {
  const content = { counts: new Map([[20_000, 3]]), today: 20_000, weeks: 1, months, less: '', more: '' }
  const weekdays = Array(7).fill('')
  const coloured = textCalendar({ ...content, weekdays, paint: toned }).join('\n')
  expect(coloured).toContain('\x1b[32m░\x1b[m')
  expect(coloured.replaceAll(/\x1b\[\d*m/g, '').replaceAll(/ +$/gm, '')).toBe(
    textCalendar({ ...content, weekdays })
      .join('\n')
      .replaceAll(/ +$/gm, ''),
  )
})
