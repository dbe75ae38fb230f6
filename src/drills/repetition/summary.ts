/**
 * What progress amounts to: what is due, which days were used, how marks went, which topics are weak. Numbers only; the
 * pictures and the words are made from them elsewhere.
 */

import { type Attempt, shareOf } from './attempt.ts'
import type { DueItem } from './progress.ts'

export interface SummaryOf {
  /** Oldest first. */
  readonly attempts: readonly Attempt[]
  readonly schedules: readonly DueItem[]
  readonly nowMs: number
  /** The learner's calendar: the day of a moment, counted from 1970-01-01. */
  readonly dayOf: (atMs: number) => number
}

export interface Summary {
  readonly attempts: number
  readonly today: number
  readonly due: {
    /** Right now. */
    readonly now: number
    /** By the end of today, what is due now included; then for each of the next seven days. */
    readonly days: readonly number[]
  }
  readonly streak: {
    /** Days in a row with an answer, up to today, or to yesterday while today has none. */
    readonly days: number
    readonly longest: number
  }
  /** Answers of each day that has any. */
  readonly days: ReadonlyMap<number, number>
  readonly marks: MarksOverTime
  /** The weakest first. */
  readonly topics: readonly TopicMark[]
}

export type MarksOverTime =
  | { readonly by: 'answer'; readonly points: readonly AnswerMark[] }
  | { readonly by: 'day'; readonly points: readonly DayMark[] }

export interface AnswerMark {
  readonly attempt: Attempt
  readonly day: number
  readonly share: number
}

export interface DayMark {
  readonly day: number
  readonly answers: number
  /** Of all points of the day, each answer counting the same. */
  readonly share: number
}

export interface TopicMark {
  readonly topic: string
  /** The latest ones, as many as count. */
  readonly answers: number
  readonly share: number
  /** What is missing at least, by what the answers can prove: 0 to 1. */
  readonly weakness: number
  /** Too few answers say nothing; such topics stand last. */
  readonly isKnown: boolean
}

const pointsShown = 30
/** With fewer days than this, the single answers tell more. */
const fewestDays = 7
const answersThatCount = 30
const fewestAnswers = 5

export function summaryOf({ attempts, schedules, nowMs, dayOf }: SummaryOf): Summary {
  const today = dayOf(nowMs)
  const days = new Map<number, number>()
  for (const { atMs } of attempts) days.set(dayOf(atMs), (days.get(dayOf(atMs)) ?? 0) + 1)
  const dueDays = Array.from({ length: 8 }, () => 0)
  for (const { dueMs } of schedules) {
    const ahead = Math.max(0, dayOf(dueMs) - today)
    if (ahead < dueDays.length) dueDays[ahead] = (dueDays[ahead] ?? 0) + 1
  }
  return {
    attempts: attempts.length,
    today,
    due: { now: schedules.filter(({ dueMs }) => dueMs <= nowMs).length, days: dueDays },
    streak: streakOf([...days.keys()], today),
    days,
    marks: marksOf(attempts, dayOf),
    topics: topicsOf(attempts),
  }
}

function streakOf(days: readonly number[], today: number): Summary['streak'] {
  let run = 0
  let longest = 0
  let last: number | undefined
  for (const day of [...days].sort((a, b) => a - b)) {
    run = last !== undefined && day === last + 1 ? run + 1 : 1
    longest = Math.max(longest, run)
    last = day
  }
  return { days: last !== undefined && last >= today - 1 ? run : 0, longest }
}

function marksOf(attempts: readonly Attempt[], dayOf: SummaryOf['dayOf']): MarksOverTime {
  const byDay = Map.groupBy(attempts, ({ atMs }) => dayOf(atMs))
  if (byDay.size < fewestDays) {
    const points = attempts
      .slice(-pointsShown)
      .map((attempt) => ({ attempt, day: dayOf(attempt.atMs), share: shareOf(attempt) }))
    return { by: 'answer', points }
  }
  const points = [...byDay]
    .map(([day, ofDay]) => ({ day, answers: ofDay.length, share: meanShare(ofDay) }))
    .sort((a, b) => a.day - b.day)
    .slice(-pointsShown)
  return { by: 'day', points }
}

function topicsOf(attempts: readonly Attempt[]): readonly TopicMark[] {
  return [...Map.groupBy(attempts, ({ topic }) => topic)]
    .map(([topic, all]): TopicMark => {
      const latest = all.slice(-answersThatCount)
      const share = meanShare(latest)
      return {
        topic,
        answers: latest.length,
        share,
        weakness: wilsonLower(1 - share, latest.length),
        isKnown: latest.length >= fewestAnswers,
      }
    })
    .sort(
      (a, b) =>
        Number(b.isKnown) - Number(a.isKnown) ||
        b.weakness - a.weakness ||
        a.share - b.share ||
        (a.topic < b.topic ? -1 : 1),
    )
}

function meanShare(attempts: readonly Attempt[]): number {
  return attempts.reduce((sum, attempt) => sum + shareOf(attempt), 0) / attempts.length
}

/**
 * The lower end of Wilson's interval (E. B. Wilson, 1927) at 95 %: what a share of so few trials proves at least.
 */
export function wilsonLower(share: number, trials: number): number {
  if (trials === 0) return 0
  const z2 = 1.96 ** 2
  const centre = share + z2 / (2 * trials)
  const margin = 1.96 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2))
  return Math.max(0, (centre - margin) / (1 + z2 / trials))
}
