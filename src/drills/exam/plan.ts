/**
 * An exam as data: what is asked in which order, and the rules. A plan is drawn once, from a file or from topics and a seed,
 * and then kept: whoever comes back after a crash finds the same exam.
 */

import { Random } from '../../kernel/random.ts'
import { shuffled } from '../shuffled.ts'
import type { Texts } from '../texts.ts'

export interface ExamPlan {
  readonly title: Texts
  readonly seed: number
  /** Of the whole exam, wall clock. */
  readonly limitMs: number
  /** Commands that may not be given in any lab. */
  readonly forbidden: readonly string[]
  /** The share of a lab's points that an unsaved configuration costs, 0–1. */
  readonly unsavedCost: number
  /** In the order in which they are asked; there is no way back. */
  readonly items: readonly ExamItem[]
}

export type ExamItem = LabItem | CardItem

interface Item {
  readonly topic: string
  readonly level: number
  readonly limitMs: number
  /** Points for full marks. */
  readonly max: number
}

export interface LabItem extends Item {
  readonly kind: 'lab'
  /** Id of a drill that comes with the program, or its file's path. */
  readonly drill: string
  /** Kept, so that the report names a drill whose file is gone. */
  readonly title?: Texts
}

/** A file's drill is called as its file, as everywhere. */
export function drillIdOf({ drill }: LabItem): string {
  return drill.replace(/^.*[/\\]|\.ya?ml$/g, '')
}

export interface CardItem extends Item {
  readonly kind: 'card'
  /** `arp/request-destination`, or `addressing-families/subnet#17` for a drawn one. */
  readonly question: string
  /** Shuffles the choices. */
  readonly seed: number
}

/** What can be asked. */
export interface ExamPool {
  readonly labs: readonly {
    readonly id: string
    readonly topic: string
    readonly level: number
    readonly points: number
    readonly title?: Texts
  }[]
  readonly questions: readonly {
    readonly id: string
    readonly topic: string
    readonly level: number
    /** Every seed gives another question. */
    readonly isFamily: boolean
  }[]
}

/** A part of an exam as its author wrote it. */
export interface ExamPart {
  /** One drill, or one question. */
  readonly drill?: string
  readonly question?: string
  /** Or so many drawn from these. */
  readonly topics?: readonly string[]
  readonly cards?: string
  readonly kind?: 'lab' | 'card'
  readonly levels?: readonly number[]
  readonly count?: number
  /** Of each item. */
  readonly limitMs?: number
  /** Of each item; left out: a lab's own points, 2 for a card. */
  readonly points?: number
}

/** What a real exam gives a lab, and what a question needs. */
export const defaultLabLimitMs = 7 * 60_000
export const defaultCardLimitMs = 90_000
const cardPoints = 2

/** The items of a part. Fewer than asked for where there are no more. No item twice in an exam: `taken` grows. */
export function drawItems(part: ExamPart, pool: ExamPool, random: Random, taken: Set<string>): ExamItem[] {
  const labs = pool.labs.filter(
    (lab) =>
      part.kind !== 'card' &&
      part.cards === undefined &&
      part.question === undefined &&
      (part.drill === undefined ? fits(part, lab) : lab.id === part.drill),
  )
  const questions = pool.questions.filter(
    (question) =>
      part.kind !== 'lab' &&
      part.drill === undefined &&
      (part.question === undefined
        ? (part.cards === undefined || question.id.startsWith(`${part.cards}/`)) && fits(part, question)
        : question.id === part.question),
  )
  const items = [
    ...labs.map((lab): ExamItem => {
      const { id, topic, level, points, title } = lab
      return {
        kind: 'lab',
        drill: id,
        topic,
        level,
        limitMs: part.limitMs ?? defaultLabLimitMs,
        max: part.points ?? points,
        ...(title === undefined ? {} : { title }),
      }
    }),
    ...questions.map(({ id, topic, level, isFamily }): ExamItem => {
      const seed = random.next()
      return {
        kind: 'card',
        question: isFamily ? `${id}#${seed % 1_000_000}` : id,
        seed,
        topic,
        level,
        limitMs: part.limitMs ?? defaultCardLimitMs,
        max: part.points ?? cardPoints,
      }
    }),
  ]
  const fresh = shuffled(items, random).filter((item) => !taken.has(nameOf(item)))
  const chosen = fresh.slice(
    0,
    part.count ?? (part.drill === undefined && part.question === undefined ? fresh.length : 1),
  )
  for (const item of chosen) taken.add(nameOf(item))
  return chosen
}

function fits({ topics, levels }: ExamPart, { topic, level }: { topic: string; level: number }): boolean {
  return (topics === undefined || topics.includes(topic)) && (levels === undefined || levels.includes(level))
}

/** Without the seed of a drawn question. */
function nameOf(item: ExamItem): string {
  return item.kind === 'lab' ? item.drill : item.question.replace(/#.*$/, '')
}

/**
 * An exam over topics: a third labs where there are labs, easy before hard, cards before labs.
 * @param count items wanted; fewer where there are no more
 */
export function examOver(topics: readonly string[], count: number, pool: ExamPool, seed: number): ExamItem[] {
  const random = new Random(seed)
  const taken = new Set<string>()
  const labs = drawItems({ topics, kind: 'lab', count: Math.ceil(count / 3) }, pool, random, taken)
  const cards = drawItems({ topics, kind: 'card', count: count - labs.length }, pool, random, taken)
  const more = drawItems(
    { topics, kind: 'lab', count: count - labs.length - cards.length },
    pool,
    random,
    taken,
  )
  const byLevel = (a: ExamItem, b: ExamItem): number => a.level - b.level
  return [...cards.sort(byLevel), ...[...labs, ...more].sort(byLevel)]
}
