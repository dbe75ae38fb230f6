/** Progress in a terminal, or in a pipe: the same signs, with colour where there is one. */

import { textWidth } from '../../session/cell-width.ts'
import { isoDate } from '../report/calendar.ts'
import { type Paint, plainly, textBars, textCalendar, textLine } from '../report/text-charts.ts'
import { wrapped } from '../tui/wrapped.ts'
import { contentOf, isWeak, percent, type ReportOf } from './report-content.ts'

export interface TextReport extends ReportOf {
  readonly columns: number
  readonly paint?: Paint
}

const topicsShown = 8
const mostWeeks = 26

export function textReport({ columns, paint = plainly, ...of }: TextReport): string {
  const { summary } = of
  const { words, figures, due, marks, marksTitle, topics, tooFew } = contentOf(of)
  if (summary.attempts === 0) return `${wrapped(words.empty, columns).join('\n')}\n`
  const inner = Math.min(columns, 100) - 2
  const section = (title: string, rows: readonly string[]) => [
    '',
    paint(title, 'bold'),
    ...rows.map((row) => (row === '' ? '' : `  ${row}`)),
  ]
  const most = Math.max(1, ...due.map(({ count }) => count))
  const dueBars = due.map(({ label, count }) => ({ label, share: count / most, value: String(count) }))
  const weakest = topics.slice(0, topicsShown).map((topic) => ({
    label: topic.title,
    share: topic.share,
    value: percent(topic.share),
    note: words.answers(topic.answers),
    tone: isWeak(topic) ? ('bad' as const) : ('active' as const),
  }))
  const weekdays = Math.max(...words.weekdays.map(textWidth)) + 2
  const calendar = textCalendar({
    counts: summary.days,
    today: summary.today,
    weeks: Math.max(4, Math.min(mostWeeks, Math.floor((inner - weekdays) / 2))),
    months: words.months,
    weekdays: words.weekdays,
    less: words.less,
    more: words.more,
    paint,
  })
  const rows = [
    `${paint(words.title, 'bold')}  ${paint(isoDate(summary.today), 'dim')}`,
    '',
    ...[figures.slice(0, 2), figures.slice(2)].flatMap((some) =>
      wrapped(some.map(({ value, label }) => words.figure(value, label)).join(' · '), inner).map(
        (row) => `  ${row}`,
      ),
    ),
    ...section(words.due, [
      ...textBars(dueBars, Math.min(inner, 56), paint),
      '',
      ...wrapped(summary.due.days[0] === 0 ? words.nothingDue : words.begin, inner),
    ]),
    ...section(words.days, calendar),
    ...section(marksTitle, textLine(marks, { columns: Math.min(inner, 76), rows: 5, paint })),
    ...section(words.topics, [
      ...textBars(weakest, inner, paint),
      ...(weakest.length === 0 ? wrapped(words.noTopics, inner) : []),
      ...(tooFew.length === 0 ? [] : wrapped(words.tooFew(tooFew), inner)),
    ]),
  ]
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`
}
