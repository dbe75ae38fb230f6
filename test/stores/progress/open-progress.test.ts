/** Progress is kept: what was recorded is there in the next process, and every question about it is answered. */

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answered } from '../../../src/drills/repetition/answered.ts'
import type { Progress } from '../../../src/drills/repetition/progress.ts'
import { openProgress, progressInMemory } from '../../../src/stores/progress/open-progress.ts'
import { temporaryFolder } from '../disk.ts'
import { attempt, dayMs, noonMs, schedule } from './samples.ts'

function within<T>(folder: string, work: (progress: Progress) => T): T {
  const progress = openProgress(folder)
  try {
    return work(progress)
  } finally {
    progress.close()
  }
}

test('looking writes nothing', () => {
  const folder = join(temporaryFolder(), 'not', 'there')
  within(folder, (progress) => {
    expect(progress.attempts()).toEqual([])
    expect(progress.due(noonMs)).toEqual([])
    expect(progress.exams.all()).toEqual([])
    expect(progress.settings.get('language')).toBeUndefined()
  })
  expect(existsSync(folder)).toBe(false)
})

test('what was recorded is there the next time, for nobody else on the host', () => {
  const folder = join(temporaryFolder(), 'state')
  const first = attempt({ detail: { chosen: [1, 2], 'a "quote"': null } })
  const second = attempt({ item: 'drill:first-name', kind: 'lab', atMs: noonMs - 1, score: 2.5, max: 10 })
  within(folder, (progress) => {
    progress.record(first, schedule())
    progress.record(second)
  })
  within(folder, (progress) => {
    expect(progress.attempts()).toEqual([second, first])
    expect(progress.scheduleOf(first.item)).toEqual(schedule())
    expect(progress.scheduleOf(second.item)).toBeUndefined()
    expect(progress.findings).toEqual([])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  })
  // Closed in order, it is one file.
  expect(readdirSync(folder)).toEqual(['progress.sqlite'])
})

test('attempts are chosen by item, topic, kind, time and number', () => {
  const progress = progressInMemory()
  const all = [0, 1, 2, 3, 4].map((n) =>
    attempt({
      item: n < 2 ? 'card:a/a' : 'drill:b',
      kind: n < 2 ? 'card' : 'lab',
      topic: n % 2 === 0 ? 'arp' : 'ip',
      atMs: noonMs + n,
    }),
  )
  for (const one of [...all].reverse()) progress.record(one)
  const numbers = (filter: Parameters<Progress['attempts']>[0]) =>
    progress.attempts(filter).map(({ atMs }) => atMs - noonMs)
  expect(numbers({})).toEqual([0, 1, 2, 3, 4])
  expect(numbers({ item: 'drill:b' })).toEqual([2, 3, 4])
  expect(numbers({ kind: 'card' })).toEqual([0, 1])
  expect(numbers({ topic: 'ip' })).toEqual([1, 3])
  expect(numbers({ sinceMs: noonMs + 1, untilMs: noonMs + 4 })).toEqual([1, 2, 3])
  expect(numbers({ last: 2 })).toEqual([3, 4])
  expect(numbers({ item: 'drill:b', topic: 'arp', last: 1 })).toEqual([4])
})

test('due are those whose date has come, longest overdue first', () => {
  const progress = progressInMemory()
  const due = (item: 'card:a/a' | 'card:a/b' | 'card:a/c', dueMs: number) =>
    progress.record(attempt({ item }), schedule({ dueMs }))
  due('card:a/a', noonMs)
  due('card:a/b', noonMs - dayMs)
  due('card:a/c', noonMs + 1)
  expect(progress.due(noonMs)).toEqual([
    { item: 'card:a/b', dueMs: noonMs - dayMs },
    { item: 'card:a/a', dueMs: noonMs },
  ])
  expect(progress.schedules().map(({ item }) => item)).toEqual(['card:a/b', 'card:a/a', 'card:a/c'])
  due('card:a/b', noonMs + dayMs)
  expect(progress.due(noonMs)).toHaveLength(1)
})

test('the best mark is a share, and the first time it was reached', () => {
  const progress = progressInMemory()
  const item = 'drill:first-name'
  expect(progress.best(item)).toBeUndefined()
  progress.record(attempt({ item, score: 8, max: 20, atMs: 1 }))
  progress.record(attempt({ item, score: 5, max: 10, atMs: 2 }))
  progress.record(attempt({ item, score: 5, max: 10, atMs: 3 }))
  progress.record(attempt({ item, score: 0, max: 10, atMs: 4 }), schedule({ dueMs: 7 }))
  progress.record(attempt({ item: 'card:a/a', score: 0, atMs: 5 }))
  expect(progress.best(item)).toEqual({ score: 5, max: 10, atMs: 2 })
  expect([...progress.standings()].sort()).toEqual([
    ['card:a/a', { attempts: 1, best: { score: 0, max: 1, atMs: 5 }, dueMs: undefined }],
    [item, { attempts: 4, best: { score: 5, max: 10, atMs: 2 }, dueMs: 7 }],
  ])
})

test('the pace is of the same kind and level, and of late', () => {
  const progress = progressInMemory()
  for (let n = 0; n < 4; n++) progress.record(attempt({ tookMs: 1000 }))
  expect(progress.paceOf('card', 1)).toBeUndefined()
  progress.record(attempt({ tookMs: 3_600_000, level: 2 }))
  progress.record(attempt({ tookMs: 3_600_000, kind: 'lab' }))
  expect(progress.paceOf('card', 1)).toBeUndefined()
  progress.record(attempt({ tookMs: 1200 }))
  expect(progress.paceOf('card', 1)).toBe(1000)
  for (let n = 1; n <= 20; n++) progress.record(attempt({ tookMs: 500, atMs: noonMs + n }))
  expect(progress.paceOf('card', 1)).toBe(500)
})

test('exams keep what happened in them, in order', () => {
  const folder = temporaryFolder()
  const [first, second] = within(folder, ({ exams }) => {
    const ids = [exams.begin({ items: ['a'], seed: 1 }), exams.begin({ items: ['b'] })] as const
    for (let n = 0; n < 12; n++) exams.append(ids[0], { at: n, answer: `№ ${n}` })
    exams.finish(ids[1], { score: 0 })
    return ids
  })
  within(folder, ({ exams }) => {
    expect(exams.events(first)).toEqual(Array.from({ length: 12 }, (_, n) => ({ at: n, answer: `№ ${n}` })))
    expect(exams.unfinished()).toEqual([{ id: first, plan: { items: ['a'], seed: 1 }, result: undefined }])
    exams.finish(first, { score: 3 })
    expect(exams.unfinished()).toEqual([])
    expect(exams.all().map(({ id, result }) => [id, result])).toEqual([
      [first, { score: 3 }],
      [second, { score: 0 }],
    ])
    expect(() => exams.append(first, {})).toThrow(/finished/)
    expect(() => exams.finish(first, {})).toThrow(/finished/)
    expect(exams.get(first)?.result).toEqual({ score: 3 })
    expect(exams.get('no such')).toBeUndefined()
  })
})

test('settings are kept, whatever they are called', () => {
  const folder = temporaryFolder()
  within(folder, ({ settings }) => {
    settings.set('language', 'zh')
    settings.set('__proto__', { a: 1 })
    settings.set('language', 'en')
  })
  within(folder, ({ settings }) => {
    expect(settings.get('language')).toBe('en')
    expect(settings.get('__proto__')).toEqual({ a: 1 })
  })
})

test('an attempt that cannot be kept moves no schedule', () => {
  const progress = progressInMemory()
  expect(() => progress.record(attempt({ max: 0 }), schedule())).toThrow()
  expect(() => progress.record(attempt(), schedule({ dueMs: Number.NaN }))).toThrow()
  expect(progress.attempts()).toEqual([])
  expect(progress.scheduleOf(attempt().item)).toBeUndefined()
})

test('an answer is graded by the pace of its own kind, recorded, and comes again', () => {
  const progress = progressInMemory()
  for (let n = 0; n < 5; n++) progress.record(attempt({ tookMs: 10_000, atMs: noonMs + n }))
  for (let n = 0; n < 5; n++) progress.record(attempt({ kind: 'exam', tookMs: 30_000, atMs: noonMs + n }))
  const hesitating = answered(progress, attempt({ kind: 'exam', tookMs: 30_000, atMs: noonMs + dayMs }))
  expect(hesitating.grade).toBe('hard')
  expect(answered(progress, attempt({ tookMs: 9_000, atMs: noonMs + 2 * dayMs })).grade).toBe('good')
  expect(progress.scheduleOf(attempt().item)?.repetitions).toBe(2)
  expect(progress.attempts()).toHaveLength(12)
})

test('two processes at a time see what the other wrote', () => {
  const folder = temporaryFolder()
  within(folder, (one) =>
    within(folder, (other) => {
      expect(other.attempts()).toEqual([])
      one.record(attempt())
      expect(other.attempts()).toHaveLength(1)
      other.record(attempt({ atMs: noonMs + 1 }))
      expect(one.attempts()).toHaveLength(2)
    }),
  )
})
