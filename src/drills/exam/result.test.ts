/** What an exam comes to: partial credit, what an unsaved configuration costs, topics that add up. */
import { expect, test } from 'vitest'
import type { Marking } from '../mark.ts'
import { alike, texts } from '../texts.ts'
import type { ExamItem, ExamPlan } from './plan.ts'
import { resultOf } from './result.ts'
import { type ItemMarks, Sitting } from './sitting.ts'

const begun = Date.UTC(2026, 0, 5, 9)
const lab = (drill: string, topic: string, max: number): ExamItem => ({
  kind: 'lab',
  drill,
  topic,
  level: 2,
  limitMs: 400_000,
  max,
})
const card = (question: string, topic: string): ExamItem => ({
  kind: 'card',
  question,
  seed: 1,
  topic,
  level: 1,
  limitMs: 60_000,
  max: 2,
})
const marking = (score: number, max: number, unsaved: readonly string[]): ItemMarks => ({
  kind: 'lab',
  marking: {
    score,
    max,
    unsaved,
    tasks: [],
    checks: [
      {
        id: 'a',
        task: 't',
        points: 0,
        max: 1,
        passed: false,
        expected: texts('Fa0/2 in VLAN 20', 'Fa0/2 在 VLAN 20'),
        found: texts('VLAN 1', 'VLAN 1'),
      },
    ],
  } satisfies Marking,
})
const titles = {
  topic: (topic: string) => texts(topic.toUpperCase(), `题 ${topic}`),
  item: () => alike('title'),
}

function sat(items: readonly ExamItem[], marks: readonly (ItemMarks | undefined)[]): Sitting {
  const plan: ExamPlan = {
    title: texts('Exam', '考试'),
    seed: 3,
    limitMs: 3_600_000,
    forbidden: [],
    unsavedCost: 0.25,
    items,
  }
  const sitting = new Sitting(plan, begun)
  marks.forEach((marked, item) => {
    if (marked === undefined) return
    const atMs = begun + item * 10_000
    sitting.add({ kind: 'opened', item, atMs })
    sitting.add({ kind: 'submitted', item, atMs: atMs + 7000, by: 'examinee' })
    sitting.add({ kind: 'marked', item, atMs: atMs + 7001, marked })
  })
  return sitting
}

test('points are shares of what an item is worth, and unsaved configurations cost theirs', () => {
  const items = [lab('one', 'vlans', 10), lab('two', 'vlans', 10), card('a/1', 'arp')]
  const result = resultOf(
    sat(items, [
      marking(3, 4, []),
      marking(4, 4, ['SW1']),
      { kind: 'card', asked: 'q', share: 0.5, right: 'x', explain: 'y', given: 'z' },
    ]),
    'en',
    titles,
  )
  expect(result.items.map(({ score }) => score)).toEqual([7.5, 7.5, 1])
  expect(result.items[1]?.unsaved).toEqual({ cost: 2.5, devices: ['SW1'] })
  expect(result.items[0]?.unsaved).toBeUndefined()
  expect(result.topics).toEqual([
    { topic: 'vlans', title: 'VLANS', score: 15, max: 20 },
    { topic: 'arp', title: 'ARP', score: 1, max: 2 },
  ])
  expect([result.score, result.max, result.usedMs]).toEqual([16, 22, 27_000])
  expect(result.items[0]?.checks?.[0]?.sentence).toBe('Expected: Fa0/2 in VLAN 20. Found: VLAN 1.')
})

test('what was not reached counts nothing, and the time is then all used', () => {
  const result = resultOf(
    sat(
      [card('a/1', 'arp'), card('a/2', 'arp')],
      [{ kind: 'card', asked: 'q', share: 1, right: 'x', explain: 'y' }, undefined],
    ),
    'zh',
    titles,
  )
  expect(result.items.map(({ submitted, score }) => [submitted, score])).toEqual([
    ['examinee', 2],
    ['never', 0],
  ])
  expect([result.title, result.topics[0]?.title, result.usedMs]).toEqual(['考试', '题 arp', 3_600_000])
})
