/**
 * When an item comes again: FSRS-6 as ts-fsrs has it, on state that is plain JSON. Without fuzz: the same answers at the
 * same times give the same dates.
 *
 * Cards are learned within a session first (a minute, ten minutes); a lab drill that was just worked through is
 * known for the day, so it comes back after days from the beginning.
 */

import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating, type State } from 'ts-fsrs'
import type { Item } from './attempt.ts'
import type { Grade } from './grade.ts'

export type ScheduleState = 'new' | 'learning' | 'review' | 'relearning'

export const scheduleStates: readonly ScheduleState[] = ['new', 'learning', 'review', 'relearning']

/** Times are of the wall clock, in ms since 1970 in UTC. */
export interface Schedule {
  readonly dueMs: number
  readonly reviewedMs: number
  readonly state: ScheduleState
  /** Days until recall falls to 90 %. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
  readonly scheduledDays: number
  readonly learningStep: number
  readonly repetitions: number
  readonly lapses: number
}

const ratings: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

const ofCards = fsrs({ enable_fuzz: false, enable_short_term: true })
const ofLabs = fsrs({ enable_fuzz: false, enable_short_term: false })

const schedulerOf = (item: Item) => (/^(card|family):/.test(item) ? ofCards : ofLabs)

/** @param before undefined for an item that was never answered */
export function nextSchedule(
  item: Item,
  before: Schedule | undefined,
  grade: Grade,
  answeredMs: number,
): Schedule {
  // A clock that was set back must not give negative days.
  const atMs = Math.max(answeredMs, before?.reviewedMs ?? 0)
  const card = before === undefined ? createEmptyCard(new Date(atMs)) : cardOf(before)
  return scheduleOf(schedulerOf(item).next(card, new Date(atMs), ratings[grade]).card, atMs)
}

function cardOf(schedule: Schedule): Card {
  return {
    due: new Date(schedule.dueMs),
    last_review: new Date(schedule.reviewedMs),
    state: scheduleStates.indexOf(schedule.state) as State,
    stability: schedule.stability,
    difficulty: schedule.difficulty,
    // Worked out from the dates; the type asks for it.
    elapsed_days: 0,
    scheduled_days: schedule.scheduledDays,
    learning_steps: schedule.learningStep,
    reps: schedule.repetitions,
    lapses: schedule.lapses,
  }
}

function scheduleOf(card: Card, reviewedMs: number): Schedule {
  return {
    dueMs: card.due.getTime(),
    reviewedMs,
    state: scheduleStates[card.state] ?? 'new',
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningStep: card.learning_steps,
    repetitions: card.reps,
    lapses: card.lapses,
  }
}
