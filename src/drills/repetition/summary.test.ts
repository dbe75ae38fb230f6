import { describe, expect, test } from 'vitest'
import type { Attempt } from './attempt.ts'
import { type SummaryOf, summaryOf, wilsonLower } from './summary.ts'

const dayMs = 86_400_000
/** 2026-11-23, 12:00 in UTC. */
const nowMs = Date.UTC(2026, 10, 23, 12)
const dayOf = (atMs: number) => Math.floor(atMs / dayMs)

function attempt(daysAgo: number, given: Partial<Attempt> = {}): Attempt {
  return {
    item: 'card:a/a',
    topic: 'arp',
    level: 1,
    kind: 'card',
    atMs: nowMs - daysAgo * dayMs,
    tookMs: 1,
    score: 1,
    max: 1,
    hints: 0,
    errors: 0,
    ...given,
  }
}

const summary = (given: Partial<SummaryOf>) =>
  summaryOf({ attempts: [], schedules: [], nowMs, dayOf, ...given })

test('nothing yet', () => {
  expect(summary({})).toMatchObject({
    attempts: 0,
    due: { now: 0, days: [0, 0, 0, 0, 0, 0, 0, 0] },
    streak: { days: 0, longest: 0 },
    marks: { by: 'answer', points: [] },
    topics: [],
  })
})

test('what is overdue is due today, what comes later is counted by its day', () => {
  const due = (ms: number) => ({ item: 'card:a/a' as const, dueMs: nowMs + ms })
  const schedules = [-40 * dayMs, 0, 1, dayMs / 2 - 1, dayMs / 2, 7 * dayMs, 8 * dayMs].map(due)
  expect(summary({ schedules }).due).toEqual({ now: 2, days: [4, 1, 0, 0, 0, 0, 0, 1] })
})

test("a day is the learner's own", () => {
  // Eleven in the evening in UTC is the next morning in Beijing.
  const attempts = [attempt(0, { atMs: Date.UTC(2026, 10, 22, 23) })]
  const inBeijing = (atMs: number) => dayOf(atMs + 8 * 3_600_000)
  expect([...summary({ attempts }).days.keys()]).toEqual([dayOf(nowMs) - 1])
  expect([...summary({ attempts, dayOf: inBeijing }).days.keys()]).toEqual([dayOf(nowMs)])
})

test.each<[string, number[], number, number]>([
  ['today and before', [0, 1, 2], 3, 3],
  ['today is not over', [1, 2], 2, 2],
  ['broken', [2, 3, 4, 5], 0, 4],
  ['begun again', [0, 2, 3, 4], 1, 3],
  ['twice a day counts once', [0, 0, 1], 2, 2],
])('days in a row: %s', (_, daysAgo, days, longest) => {
  const attempts = daysAgo.map((ago) => attempt(ago)).sort((a, b) => a.atMs - b.atMs)
  expect(summary({ attempts }).streak).toEqual({ days, longest })
})

describe('marks over time', () => {
  test('are those of the last thirty answers while there are few days', () => {
    const attempts = Array.from({ length: 40 }, (_, n) => attempt(0, { atMs: nowMs + n, score: n % 2 }))
    const { marks } = summary({ attempts })
    expect(marks.by).toBe('answer')
    expect(marks.points).toHaveLength(30)
    expect(marks.points.at(-1)?.share).toBe(1)
  })

  test('are those of days later on, each answer counting the same', () => {
    const attempts = [6, 5, 4, 3, 2, 1, 0].map((ago) => attempt(ago, { score: 0 }))
    attempts.push(attempt(0, { score: 20, max: 20 }))
    expect(summary({ attempts }).marks).toMatchObject({
      by: 'day',
      points: [{ share: 0 }, {}, {}, {}, {}, {}, { share: 0.5, answers: 2 }],
    })
  })
})

describe('weak topics', () => {
  const answers = (topic: string, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => attempt(0, { topic })),
    ...Array.from({ length: wrong }, () => attempt(0, { topic, score: 0 })),
  ]

  test('are proven by many answers, not by few', () => {
    const attempts = [
      ...answers('vlans', 15, 15),
      ...answers('arp', 4, 4),
      ...answers('ip', 0, 2),
      ...answers('routing', 20, 0),
    ]
    expect(summary({ attempts }).topics.map(({ topic, isKnown }) => [topic, isKnown])).toEqual([
      ['vlans', true],
      ['arp', true],
      ['routing', true],
      ['ip', false],
    ])
  })

  test('what was learned since counts', () => {
    const attempts = [...answers('arp', 0, 50), ...answers('arp', 30, 0)]
    expect(summary({ attempts }).topics).toEqual([
      { topic: 'arp', answers: 30, share: 1, weakness: 0, isKnown: true },
    ])
  })
})

// Published values of the 95 % interval: 0 of 10 has the lower end 0, 5 of 10 has 0.2366, 8 of 10 has 0.4902, 81 of 263
// (Newcombe 1998, Statistics in Medicine 17, table I) has 0.2553.
test.each([
  [0, 10, 0],
  [5, 10, 0.2366],
  [8, 10, 0.4902],
  [81, 263, 0.2553],
])('Wilson: %i of %i prove at least %d', (right, trials, least) => {
  expect(wilsonLower(right / trials, trials)).toBeCloseTo(least, 4)
})
