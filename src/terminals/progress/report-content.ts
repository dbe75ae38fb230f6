/** What every form of the report says alike: labels of days, topics in words, percentages. */

import type { MarksOverTime, Summary, TopicMark } from '../../drills/repetition/summary.ts'
import { type Language, said, type Texts } from '../../drills/texts.ts'
import { dateOf, weekdayOf } from '../report/calendar.ts'
import { type ProgressWords, progressWords } from './words.ts'

export interface ReportOf {
  readonly summary: Summary
  /** Titles of the topics; a topic that has none is shown by its name. */
  readonly topics: ReadonlyMap<string, Texts>
  readonly language: Language
}

export interface ReportContent {
  readonly words: ProgressWords
  readonly figures: readonly { readonly value: string; readonly label: string }[]
  readonly due: readonly { readonly label: string; readonly count: number }[]
  readonly marks: readonly { readonly label: string; readonly share: number; readonly value: string }[]
  readonly marksTitle: string
  /** Topics that enough is known of, the weakest first. */
  readonly topics: readonly TitledTopic[]
  readonly tooFew: readonly string[]
}

export interface TitledTopic extends TopicMark {
  readonly title: string
}

export function contentOf({ summary, topics, language }: ReportOf): ReportContent {
  const words = progressWords(language)
  const { due, today, marks, streak, attempts } = summary
  const titled = titledTopics({ summary, topics, language })
  return {
    words,
    figures: [
      { value: String(due.now), label: words.dueNow },
      { value: String(due.days[0] ?? 0), label: words.dueToday },
      { value: String(streak.days), label: words.daysInARow(streak.days, streak.longest) },
      { value: String(attempts), label: words.answersInAll(attempts) },
    ],
    due: due.days.map((count, ahead) => ({ label: dayLabel(ahead), count })),
    marks: marksOf(marks, words),
    marksTitle: words.marks(marks.by, marks.points.length),
    topics: titled.filter(({ isKnown }) => isKnown),
    tooFew: titled.filter(({ isKnown }) => !isKnown).map(({ title }) => title),
  }

  function dayLabel(ahead: number): string {
    const day = today + ahead
    return ahead === 0 ? words.today : words.dayAhead(words.weekdays[weekdayOf(day)] ?? '', dateOf(day).day)
  }
}

export function titledTopics({ summary, topics, language }: ReportOf): readonly TitledTopic[] {
  return summary.topics.map((topic) => {
    const title = topics.get(topic.topic)
    return { ...topic, title: title === undefined ? topic.topic : said(title, language) }
  })
}

function marksOf(marks: MarksOverTime, words: ProgressWords): ReportContent['marks'] {
  return marks.points.map(({ day, share }) => ({
    label: dateLabel(day, words),
    share,
    value: percent(share),
  }))
}

function dateLabel(dayNumber: number, words: ProgressWords): string {
  const { month, day } = dateOf(dayNumber)
  return words.date(words.months[month - 1] ?? '', day)
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** So much is missing at least that it should catch the eye. */
export function isWeak({ weakness }: TopicMark): boolean {
  return weakness >= 0.25
}
