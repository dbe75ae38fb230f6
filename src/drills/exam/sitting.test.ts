/** A sitting: clocks that run while nobody looks, no way back, and the same standing again from its events. */
import { describe, expect, test } from 'vitest'
import { alike } from '../texts.ts'
import type { ExamItem, ExamPlan } from './plan.ts'
import { type ExamEvent, Sitting } from './sitting.ts'

const minute = 60_000
const card = (question: string, limitMs = minute): ExamItem => ({
  kind: 'card',
  question,
  seed: 1,
  topic: 'arp',
  level: 1,
  limitMs,
  max: 2,
})
const plan = (items: readonly ExamItem[], limitMs: number): ExamPlan => ({
  title: alike('x'),
  seed: 1,
  limitMs,
  forbidden: [],
  unsavedCost: 0.1,
  items,
})
const begun = 1_000_000

function threeCards(limitMs = 10 * minute): Sitting {
  return new Sitting(plan([card('a/1'), card('a/2'), card('a/3')], limitMs), begun)
}

describe('clocks', () => {
  test("an item's runs from its opening, and submits what stands there at its end", () => {
    const sitting = threeCards()
    expect(sitting.itemEndsAtMs).toBeUndefined()
    sitting.add({ kind: 'opened', item: 0, atMs: begun + 5_000 })
    sitting.add({ kind: 'answered', item: 0, atMs: begun + 6_000, answer: 'first' })
    expect(sitting.due(begun + 64_999)).toBeUndefined()
    // Looked at much later: the moment counts, not the look.
    const due = sitting.due(begun + 500_000) as ExamEvent
    expect(due).toEqual({ kind: 'submitted', item: 0, atMs: begun + 65_000, by: 'item time' })
    sitting.add(due)
    expect(sitting.submissionOf(0)).toEqual({ atMs: begun + 65_000, by: 'item time', tookMs: minute })
    expect(sitting.answerOf(0)).toBe('first')
    expect(sitting.current).toBe(1)
  })

  test("the exam's cuts an item's short", () => {
    const sitting = threeCards(90_000)
    sitting.add({ kind: 'opened', item: 0, atMs: begun })
    sitting.add({ kind: 'submitted', item: 0, atMs: begun + 50_000, by: 'examinee' })
    sitting.add({ kind: 'opened', item: 1, atMs: begun + 50_000 })
    expect(sitting.itemEndsAtMs).toBe(begun + 90_000)
    expect(sitting.due(begun + 90_000)).toMatchObject({ atMs: begun + 90_000, by: 'exam time' })
    expect([sitting.isOver(begun + 89_999), sitting.isOver(begun + 90_000)]).toEqual([false, true])
  })
})

describe('no way back', () => {
  const sitting = threeCards()
  sitting.add({ kind: 'opened', item: 0, atMs: begun })
  sitting.add({ kind: 'submitted', item: 0, atMs: begun + 1, by: 'examinee' })
  const at = { atMs: begun + 2 }
  test.each<[string, ExamEvent]>([
    ['an answer to a submitted item', { kind: 'answered', item: 0, answer: 1, ...at }],
    ['work in a submitted item', { kind: 'worked', item: 0, work: 1, ...at }],
    ['submitting twice', { kind: 'submitted', item: 0, by: 'examinee', ...at }],
    ['opening it again', { kind: 'opened', item: 0, ...at }],
    ['opening one that is not next', { kind: 'opened', item: 2, ...at }],
    ['an answer before opening', { kind: 'answered', item: 1, answer: 1, ...at }],
    [
      'marks of what is open',
      {
        kind: 'marked',
        item: 1,
        marked: { kind: 'card', asked: 'q', share: 1, right: '', explain: '' },
        ...at,
      },
    ],
    ['an item that is not there', { kind: 'opened', item: 3, ...at }],
  ])('%s', (_, event) => {
    expect(() => sitting.add(event)).toThrow(RangeError)
  })
})

test('played again from its events, it stands where it stood, and knows what is still to be marked', () => {
  const sitting = threeCards()
  sitting.add({ kind: 'opened', item: 0, atMs: begun })
  sitting.add({ kind: 'answered', item: 0, atMs: begun + 1, answer: [2] })
  sitting.add({ kind: 'answered', item: 0, atMs: begun + 2, answer: [3] })
  sitting.add({ kind: 'submitted', item: 0, atMs: begun + 3, by: 'examinee' })
  sitting.add({ kind: 'opened', item: 1, atMs: begun + 4 })
  sitting.add({ kind: 'worked', item: 1, atMs: begun + 5, work: 'a' })
  sitting.add({ kind: 'worked', item: 1, atMs: begun + 6, work: 'b' })
  const events = JSON.parse(JSON.stringify(sitting.events)) as ExamEvent[]
  const again = new Sitting(sitting.plan, begun, events)
  expect([again.current, again.answerOf(0), again.workOf(1), again.unmarked]).toEqual([
    1,
    [3],
    ['a', 'b'],
    [0],
  ])
  expect(again.itemEndsAtMs).toBe(begun + 4 + minute)
  again.add({
    kind: 'marked',
    item: 0,
    atMs: begun + 9,
    marked: { kind: 'card', asked: 'q', share: 0.5, right: 'r', explain: 'e' },
  })
  expect(again.unmarked).toEqual([])
})
