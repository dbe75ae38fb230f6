import { expect, test } from 'vitest'
import { busyness, isoDate, monthsOf, weekdayOf, weeksOf } from './calendar.ts'

const dayOf = (iso: string) => Date.parse(iso) / 86_400_000

// 2026-11-23 is a Monday.
test.each([
  ['2026-11-23', 0],
  ['2026-11-29', 6],
  ['1970-01-01', 3],
  ['1969-12-29', 0],
])('%s is weekday %i of a week that begins on Monday', (iso, weekday) => {
  expect(weekdayOf(dayOf(iso))).toBe(weekday)
})

test('the last week ends today', () => {
  const today = dayOf('2026-11-25')
  const weeks = weeksOf({
    counts: new Map([
      [today, 3],
      [today - 7, 1],
    ]),
    today,
    weeks: 2,
  })
  expect(weeks.map(({ monday }) => isoDate(monday))).toEqual(['2026-11-16', '2026-11-23'])
  expect(weeks.map(({ counts }) => counts)).toEqual([
    [0, 0, 1, 0, 0, 0, 0],
    [0, 0, 3, undefined, undefined, undefined, undefined],
  ])
})

test('months stand over the first week that begins in them, where there is room', () => {
  // Mondays: 2026-08-31, 09-07 … 09-28, 10-05 …
  const weeks = weeksOf({ counts: new Map(), today: dayOf('2026-10-12'), weeks: 7 })
  expect(monthsOf(weeks)).toEqual([
    { week: 1, month: 9 },
    { week: 5, month: 10 },
  ])
})

test('the scale of a day', () => {
  expect([0, 1, 4, 5, 9, 10, 19, 20, 500].map(busyness)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4])
})
