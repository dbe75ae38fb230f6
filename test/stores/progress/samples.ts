/** Attempts and schedules for the tests of progress. */

import type { Attempt } from '../../../src/drills/repetition/attempt.ts'
import type { Schedule } from '../../../src/drills/repetition/schedule.ts'

export const noonMs = Date.UTC(2026, 10, 23, 12)
export const dayMs = 86_400_000

export function attempt(given: Partial<Attempt> = {}): Attempt {
  return {
    item: 'card:arp/request-destination',
    topic: 'arp',
    level: 1,
    kind: 'card',
    atMs: noonMs,
    tookMs: 8_000,
    score: 1,
    max: 1,
    hints: 0,
    errors: 0,
    ...given,
  }
}

export function schedule(given: Partial<Schedule> = {}): Schedule {
  return {
    dueMs: noonMs + dayMs,
    reviewedMs: noonMs,
    state: 'review',
    stability: 2.5,
    difficulty: 5.25,
    scheduledDays: 1,
    learningStep: 0,
    repetitions: 2,
    lapses: 0,
    ...given,
  }
}
