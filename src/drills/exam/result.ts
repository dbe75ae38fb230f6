/** What an exam came to, as data: marks by item and by topic, every check with its sentence, the time that was used. */

import type { CheckResult } from '../mark.ts'
import { sentenceOf } from '../mark.ts'
import { type Language, said, type Texts } from '../texts.ts'
import { drillIdOf, type ExamItem } from './plan.ts'
import type { Sitting, SubmittedBy } from './sitting.ts'

export interface ExamResult {
  readonly title: string
  readonly language: Language
  readonly seed: number
  /** UTC, ISO 8601. */
  readonly startedAt: string
  readonly endedAt: string
  readonly usedMs: number
  readonly limitMs: number
  readonly score: number
  readonly max: number
  readonly topics: readonly TopicMarks[]
  readonly items: readonly ItemResult[]
}

export interface TopicMarks {
  readonly topic: string
  readonly title: string
  readonly score: number
  readonly max: number
}

export interface ItemResult {
  /** From 1. */
  readonly number: number
  readonly kind: ExamItem['kind']
  readonly id: string
  readonly title: string
  readonly topic: string
  readonly score: number
  readonly max: number
  readonly tookMs: number
  readonly limitMs: number
  /** `never`: it was not reached. */
  readonly submitted: SubmittedBy | 'never'
  /** Why it could not be asked or marked: it counts nothing, `max` is 0. */
  readonly void?: string
  /** Labs: what an unsaved configuration cost, in points, and on which devices. */
  readonly unsaved?: { readonly cost: number; readonly devices: readonly string[] }
  readonly checks?: readonly (Pick<CheckResult, 'id' | 'task' | 'points' | 'max' | 'passed'> & {
    readonly sentence: string
  })[]
  /** Cards: the question, and its answers. */
  readonly asked?: string
  readonly given?: string
  readonly right?: string
  readonly explain?: string
}

/** What the report calls things. */
export interface Titles {
  topic(topic: string): Texts
  item(item: ExamItem): Texts
}

export function resultOf(sitting: Sitting, language: Language, titles: Titles): ExamResult {
  const { plan, startedAtMs } = sitting
  const items = plan.items.map((item, at) => itemResult(sitting, item, at, language, titles))
  const submissions = plan.items.flatMap((_, at) => sitting.submissionOf(at)?.atMs ?? [])
  const allSubmitted = submissions.length === plan.items.length
  const endedAtMs = allSubmitted ? Math.max(startedAtMs, ...submissions) : sitting.endsAtMs
  const topics = [...new Set(items.map(({ topic }) => topic))].map((topic): TopicMarks => {
    const own = items.filter((item) => item.topic === topic)
    return {
      topic,
      title: said(titles.topic(topic), language),
      score: total(own, 'score'),
      max: total(own, 'max'),
    }
  })
  return {
    title: said(plan.title, language),
    language,
    seed: plan.seed,
    startedAt: new Date(startedAtMs).toISOString(),
    endedAt: new Date(endedAtMs).toISOString(),
    usedMs: endedAtMs - startedAtMs,
    limitMs: plan.limitMs,
    score: total(items, 'score'),
    max: total(items, 'max'),
    topics,
    items,
  }
}

function total(
  items: readonly { readonly score: number; readonly max: number }[],
  key: 'score' | 'max',
): number {
  return rounded(items.reduce((sum, item) => sum + item[key], 0))
}

/** Points are shown with two places at most, and add up as they are shown. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

function itemResult(
  sitting: Sitting,
  item: ExamItem,
  at: number,
  language: Language,
  titles: Titles,
): ItemResult {
  const submission = sitting.submissionOf(at)
  const common = {
    number: at + 1,
    kind: item.kind,
    id: item.kind === 'lab' ? drillIdOf(item) : item.question,
    title: said(titles.item(item), language),
    topic: item.topic,
    max: item.max,
    tookMs: submission?.tookMs ?? 0,
    limitMs: item.limitMs,
    submitted: submission?.by ?? ('never' as const),
  }
  const marks = sitting.marksOf(at)
  if (marks === undefined) return { ...common, score: 0 }
  if (marks.kind === 'void') return { ...common, score: 0, max: 0, void: marks.because }
  if (marks.kind === 'card') {
    const { asked, share, given, right, explain } = marks
    return {
      ...common,
      score: rounded(item.max * share),
      asked,
      ...(given === undefined ? {} : { given }),
      right,
      explain,
    }
  }
  const { marking } = marks
  const share = marking.max === 0 ? 0 : marking.score / marking.max
  const earned = item.max * share
  const cost = marking.unsaved.length > 0 ? rounded(earned * sitting.plan.unsavedCost) : 0
  return {
    ...common,
    score: rounded(earned - cost),
    ...(cost > 0 ? { unsaved: { cost, devices: marking.unsaved } } : {}),
    checks: marking.checks.map((check) => {
      const { id, task, points, max, passed } = check
      return { id, task, points, max, passed, sentence: said(sentenceOf(check), language) }
    }),
  }
}
