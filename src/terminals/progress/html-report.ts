/** Progress as one page that stands alone. */

import { isoDate } from '../report/calendar.ts'
import { figures, type Html, page, paragraph, section } from '../report/page.ts'
import { barChart, calendarChart, lineChart } from '../report/svg-charts.ts'
import { contentOf, isWeak, percent, type ReportContent, type ReportOf } from './report-content.ts'

const weeks = 26

export function htmlReport(of: ReportOf): string {
  const { summary, language } = of
  const content = contentOf(of)
  const { words } = content
  const parts =
    summary.attempts === 0 ? [section('Rollover', [paragraph(words.empty)])] : sections(of, content)
  return page({
    language,
    title: words.title,
    subtitle: `Rollover · ${isoDate(summary.today)}`,
    parts,
  })
}

function sections({ summary }: ReportOf, content: ReportContent): readonly Html[] {
  const { words, due, marks, marksTitle, topics, tooFew } = content
  const { numbers, heads } = words
  const most = Math.max(1, ...due.map(({ count }) => count))
  return [
    section(words.due, [
      figures(content.figures),
      barChart({
        id: 'due',
        title: words.due,
        description: words.dueDescription,
        numbers,
        head: [heads.day, heads.due],
        bars: due.map(({ label, count }) => ({ label, share: count / most, value: String(count) })),
      }),
    ]),
    section(words.days, [
      calendarChart({
        id: 'days',
        title: words.days,
        description: words.daysDescription(weeks),
        numbers,
        head: [heads.day, heads.answers],
        counts: summary.days,
        today: summary.today,
        weeks,
        months: words.months,
        weekdays: words.weekdays,
        count: words.answers,
        less: words.less,
        more: words.more,
      }),
    ]),
    section(marksTitle, [
      lineChart({
        id: 'marks',
        title: marksTitle,
        description: words.marksDescription,
        numbers,
        head: [summary.marks.by === 'day' ? heads.day : heads.answer, heads.mark],
        points: marks,
      }),
    ]),
    section(words.topics, [
      ...(topics.length === 0 ? [paragraph(words.noTopics)] : [topicChart(content)]),
      ...(tooFew.length === 0 ? [] : [paragraph(words.tooFew(tooFew), 'quiet')]),
    ]),
  ]
}

function topicChart({ words, topics }: ReportContent): Html {
  return barChart({
    id: 'topics',
    title: words.topics,
    description: words.topicsDescription,
    numbers: words.numbers,
    head: [words.heads.topic, words.heads.mark, words.heads.answers],
    bars: topics.map((topic) => ({
      label: topic.title,
      share: topic.share,
      value: percent(topic.share),
      note: words.answers(topic.answers),
      tone: isWeak(topic) ? 'bad' : 'accent',
    })),
  })
}
