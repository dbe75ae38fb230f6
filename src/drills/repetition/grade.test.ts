import { describe, expect, test } from 'vitest'
import { type Answer, type Grade, gradeOf, paceOf } from './grade.ts'

const flawless: Answer = { share: 1, hints: 0, errors: 0, tookMs: 10_000, pace: 10_000 }

describe('how an answer sat', () => {
  test.each<[string, Partial<Answer>, Grade]>([
    ['all right, at the usual pace', {}, 'good'],
    ['all right, while the pace is unknown', { pace: undefined }, 'good'],
    ['quick as never, while the pace is unknown', { pace: undefined, tookMs: 1 }, 'good'],
    ['quicker than usual', { tookMs: 5_000 }, 'easy'],
    ['quicker than usual, with a slip', { tookMs: 5_000, errors: 1 }, 'good'],
    ['hesitating', { tookMs: 21_000 }, 'hard'],
    ['hesitating for a day is not forgotten', { tookMs: 86_400_000 }, 'hard'],
    ['hesitating, while the pace is unknown', { tookMs: 86_400_000, pace: undefined }, 'good'],
    ['a slip or two', { errors: 2 }, 'good'],
    ['many errors', { errors: 3 }, 'hard'],
    ['with a hint, however quick', { hints: 1, tookMs: 1 }, 'hard'],
    ['led by hints', { hints: 3 }, 'again'],
    ['most of it', { share: 0.75 }, 'hard'],
    ['half of it', { share: 0.5 }, 'again'],
    ['nothing, quickly', { share: 0, tookMs: 1 }, 'again'],
  ])('%s', (_, given, grade) => {
    expect(gradeOf({ ...flawless, ...given })).toBe(grade)
  })
})

describe("a learner's own pace", () => {
  test.each<[string, number[], number | undefined]>([
    ['too little is known', [5, 5, 5, 5], undefined],
    ['the middle one', [3, 1, 2, 5, 4], 3],
    ['between the middle two', [3, 1, 2, 5, 4, 6], 3.5],
    ['a break over lunch does not count', [3, 1, 2, 3_600_000, 4], 3],
    ['the latest twenty count', [...Array(20).fill(7), ...Array(80).fill(100)], 7],
  ])('%s', (_, durationsMs, pace) => {
    expect(paceOf(durationsMs)).toBe(pace)
  })
})
