import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import type { Item } from './attempt.ts'
import type { Grade } from './grade.ts'
import { nextSchedule, type Schedule } from './schedule.ts'

const dayMs = 86_400_000
const startMs = Date.UTC(2026, 10, 23, 9)

/** The schedule after these grades, each answered at the moment when the item was due. */
function after(item: Item, ...grades: readonly Grade[]): Schedule {
  let schedule: Schedule | undefined
  for (const grade of grades) schedule = nextSchedule(item, schedule, grade, schedule?.dueMs ?? startMs)
  return schedule!
}

describe('a card', () => {
  test('is learned in minutes before it comes back after days', () => {
    const first = nextSchedule('card:arp/a', undefined, 'good', startMs)
    expect(first.dueMs - startMs).toBe(10 * 60_000)
    const second = nextSchedule('card:arp/a', first, 'good', first.dueMs)
    expect(second.state).toBe('review')
    expect(second.dueMs - first.dueMs).toBeGreaterThanOrEqual(dayMs)
  })

  test('grows from review to review', () => {
    const days = ['good', 'good', 'good', 'good', 'good'] as const
    const gaps: number[] = []
    let schedule: Schedule | undefined
    for (const grade of days) {
      const atMs: number = schedule?.dueMs ?? startMs
      schedule = nextSchedule('family:subnetting/a', schedule, grade, atMs)
      gaps.push((schedule.dueMs - atMs) / dayMs)
    }
    for (let at = 1; at < gaps.length; at++) expect(gaps[at]).toBeGreaterThan(gaps[at - 1]!)
  })

  test('that was forgotten comes within minutes and has lapsed', () => {
    const known = after('card:arp/a', 'good', 'good', 'good')
    const forgotten = nextSchedule('card:arp/a', known, 'again', known.dueMs)
    expect(forgotten).toMatchObject({ state: 'relearning', lapses: 1 })
    expect(forgotten.dueMs - known.dueMs).toBe(10 * 60_000)
  })
})

describe('a lab drill', () => {
  test.each<Item>(['drill:first-name', 'break:two-switches'])('%s comes back after days', (item) => {
    for (const grade of ['again', 'hard', 'good', 'easy'] as const)
      expect(after(item, grade).dueMs - startMs).toBeGreaterThanOrEqual(dayMs)
  })
})

test('better grades come later', () => {
  const known = after('card:arp/a', 'good', 'good', 'good')
  const dates = (['again', 'hard', 'good', 'easy'] as const).map(
    (grade) => nextSchedule('card:arp/a', known, grade, known.dueMs).dueMs,
  )
  expect(dates).toEqual([...dates].sort((a, b) => a - b))
  expect(new Set(dates).size).toBe(4)
})

test('is what FSRS itself says, though it went through JSON each time', () => {
  const scheduler = fsrs({ enable_fuzz: false })
  let card = createEmptyCard(new Date(startMs))
  let schedule: Schedule | undefined
  const grades: Grade[] = ['good', 'good', 'hard', 'again', 'good', 'easy', 'good']
  grades.forEach((grade, at) => {
    // A learner who is late, more each time.
    const atMs = (schedule?.dueMs ?? startMs) + at * 3 * dayMs
    const rating = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const
    card = scheduler.next(card, new Date(atMs), rating[grade]).card
    schedule = nextSchedule('card:arp/a', schedule && JSON.parse(JSON.stringify(schedule)), grade, atMs)
    expect(schedule).toMatchObject({
      dueMs: card.due.getTime(),
      stability: card.stability,
      difficulty: card.difficulty,
      repetitions: card.reps,
      lapses: card.lapses,
    })
  })
})

test('a clock that was set back does no harm', () => {
  const known = after('card:arp/a', 'good', 'good')
  const again = nextSchedule('card:arp/a', known, 'good', startMs - 400 * dayMs)
  expect(again.reviewedMs).toBe(known.reviewedMs)
  expect(again.dueMs).toBeGreaterThan(known.reviewedMs)
})
