/** Progress for programs: the summary with dates in ISO 8601. */

import { isoDate } from '../report/calendar.ts'
import { type ReportOf, titledTopics } from './report-content.ts'

export function jsonReport(of: ReportOf): string {
  const { summary } = of
  const { due, streak, marks } = summary
  const report = {
    date: isoDate(summary.today),
    answers: summary.attempts,
    due: {
      now: due.now,
      days: due.days.map((count, ahead) => ({ date: isoDate(summary.today + ahead), due: count })),
    },
    streak,
    days: [...summary.days]
      .sort(([a], [b]) => a - b)
      .map(([day, answers]) => ({ date: isoDate(day), answers })),
    marks:
      marks.by === 'day'
        ? marks.points.map(({ day, answers, share }) => ({ date: isoDate(day), answers, share }))
        : marks.points.map(({ attempt, share }) => ({
            at: new Date(attempt.atMs).toISOString(),
            item: attempt.item,
            share,
          })),
    topics: titledTopics(of).map(({ topic, title, answers, share, weakness, isKnown }) => ({
      topic,
      title,
      answers,
      share,
      weakness,
      enoughAnswers: isKnown,
    })),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
