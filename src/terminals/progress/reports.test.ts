/** What is said of progress: in a terminal, on a page and to programs, in both languages. */

import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../drills/repetition/attempt.ts'
import { summaryOf } from '../../drills/repetition/summary.ts'
import { texts } from '../../drills/texts.ts'
import { textWidth } from '../../session/cell-width.ts'
import { toned } from '../tui/colours.ts'
import { htmlReport } from './html-report.ts'
import { jsonReport } from './json-report.ts'
import type { ReportOf } from './report-content.ts'
import { textReport } from './text-report.ts'

const dayMs = 86_400_000
/** A Monday. */
const nowMs = Date.UTC(2026, 10, 23, 12)

const topics = new Map([
  ['arp', texts('ARP', 'ARP')],
  ['hosts', texts('Hosts, NAT and containers', '主机、NAT 与容器')],
  ['evil', texts('<b>"A" & \'B\'</b>', '<b>“甲” & ‘乙’</b>')],
])

function attempts(count: number, given: (n: number) => Partial<Attempt>): Attempt[] {
  return Array.from({ length: count }, (_, n) => ({
    item: `card:a/${n}` as const,
    topic: 'arp',
    level: 1,
    kind: 'card',
    atMs: nowMs - (count - n) * 60_000,
    tookMs: 1,
    score: 1,
    max: 1,
    hints: 0,
    errors: 0,
    ...given(n),
  }))
}

const names = [...topics.keys(), 'a-topic-of-a-teacher-with-quite-a-long-name-of-its-own']
/** Half a year of answers, one a day with gaps. */
const years = attempts(160, (n) => ({
  atMs: nowMs - (170 - n - (n % 3 === 0 ? 1 : 0)) * dayMs,
  topic: names[n % names.length]!,
  score: n % 4 === 0 ? 0 : 1,
}))

function report(of: readonly Attempt[], language: 'en' | 'zh'): ReportOf {
  const schedules = of.map(({ item }, n) => ({ item, dueMs: nowMs + (n - 3) * (dayMs / 4) }))
  const dayOf = (atMs: number) => Math.floor(atMs / dayMs)
  return { summary: summaryOf({ attempts: of, schedules, nowMs, dayOf }), topics, language }
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test.each([40, 60, 80, 132])('a terminal of %i columns holds it', (columns) => {
    for (const of of [years, years.slice(-3), years.slice(0, 1)])
      for (const row of textReport({ ...report(of, language), columns }).split('\n'))
        expect(textWidth(row), row).toBeLessThanOrEqual(columns)
  })

  test('without colour there is none, with colour it is the same text', () => {
    const plain = textReport({ ...report(years, language), columns: 80 })
    expect(plain).not.toContain('\x1b')
    const coloured = textReport({ ...report(years, language), columns: 80, paint: toned })
    expect(coloured).toContain('\x1b[')
    const bare = coloured.replaceAll(/\x1b\[\d*m/g, '').replaceAll(/ +$/gm, '')
    expect(bare).toBe(plain)
  })
})

test('nothing yet: one sentence says how to begin', () => {
  expect(textReport({ ...report([], 'en'), columns: 80 })).toBe(
    'Nothing is recorded yet; `rollover drill` begins.\n',
  )
  expect(textReport({ ...report([], 'zh'), columns: 80 })).toBe(
    '还没有任何记录；用 `rollover drill` 开始练习。\n',
  )
  expect(htmlReport(report([], 'en'))).toContain('<p>Nothing is recorded yet; `rollover drill` begins.</p>')
})

test('the numbers of a week', () => {
  const of = attempts(12, (n) => ({ topic: n < 10 ? 'arp' : 'hosts', score: n % 2 }))
  const text = textReport({ ...report(of, 'en'), columns: 80 })
  // Every six hours from three quarters of a day ago: four by noon, one more before midnight.
  expect(text).toContain(
    '  4 due now · 5 due by the end of today\n  1 day in a row (longest 1) · 12 answers in all\n',
  )
  expect(text).toMatch(
    /\n {2}today {3}█+ {2}5\n {2}Tue 24 {2}█+·+ {2}4\n {2}Wed 25 {2}█+·+ {2}3\n {2}Thu 26 {2}·+ {2}0\n/,
  )
  expect(text).toContain('Marks of the last 12 answers\n')
  expect(text).toMatch(/\nTopics, the weakest first\n {2}ARP {2}█+·+ {2}50 % {2}10 answers\n/)
  expect(text).toContain('Too few answers to tell: Hosts, NAT and containers.\n')
})

test('a page keeps what topics are called from being HTML', () => {
  for (const language of ['en', 'zh'] as const) {
    const page = htmlReport(report(years, language))
    expect(page).not.toContain('<b>')
    expect(page).toContain('&lt;b&gt;')
    expect(page).toContain(language === 'en' ? '&quot;A&quot; &amp; &#39;B&#39;' : '“甲” &amp; ‘乙’')
  }
})

test('every chart of a page has a title, a description and its numbers', () => {
  const page = htmlReport(report(years, 'en'))
  const charts = page.match(/<svg[\s\S]*?<\/svg>/g) ?? []
  expect(charts).toHaveLength(4)
  for (const chart of charts) {
    const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(chart) ?? []
    expect(chart).toContain(`<title id="${title}">`)
    expect(chart).toContain(`<desc id="${description}">`)
    expect(page.split(`id="${title}"`)).toHaveLength(2)
  }
  expect(page.match(/<table>/g)).toHaveLength(4)
  // As many days in the table as the calendar has seen.
  expect(page).toContain('<td>2026-11-13</td>')
})

test('programs get the same numbers', () => {
  const json = JSON.parse(jsonReport(report(years, 'zh')))
  expect(json).toMatchObject({ date: '2026-11-23', answers: 160, due: { now: 4, days: { length: 8 } } })
  expect(json.due.days[1]).toEqual({ date: '2026-11-24', due: 4 })
  expect(json.marks).toHaveLength(30)
  expect(
    json.topics.map(({ topic, title }: { topic: string; title: string }) => [topic, title]),
  ).toContainEqual(['hosts', '主机、NAT 与容器'])
})
