/** Exam files: what they draw, and what is wrong with them by path, line and column. */
import { describe, expect, test } from 'vitest'
import type { ExamPool } from '../../src/drills/exam/plan.ts'
import { BadFile } from '../../src/stores/checked-file.ts'
import { parseExam, readExam, shippedExams } from '../../src/stores/read-exam.ts'
import { examMaterial } from '../../src/terminals/exam/exam-pool.ts'

const pool: ExamPool = {
  labs: [
    { id: 'first-name', topic: 'console', level: 1, points: 3 },
    { id: 'access-vlans', topic: 'vlans', level: 2, points: 6 },
  ],
  questions: ['arp/a', 'arp/b', 'arp/c', 'layers/a'].map((id, at) => ({
    id,
    topic: id.split('/')[0] ?? '',
    level: 1 + (at % 2),
    isFamily: false,
  })),
}
const good = `title: { en: Midterm, zh: 期中考试 }
time: 30m
forbidden: [show running-config]
items:
  - { drill: first-name, time: 6m, points: 10 }
  - { cards: arp, count: 2 }
  - { question: layers/a, time: 45s }
`

test('a good file draws its items in their order', async () => {
  const exam = await parseExam(good, 'x.yml', pool)
  expect(exam.limitMs).toBe(1_800_000)
  const plan = exam.draw(4)
  expect(plan).toMatchObject({
    seed: 4,
    unsavedCost: 0.1,
    forbidden: ['show running-config'],
    title: { zh: '期中考试' },
  })
  expect(plan.items).toMatchObject([
    { kind: 'lab', drill: 'first-name', limitMs: 360_000, max: 10 },
    { kind: 'card', question: expect.stringMatching(/^arp\//) },
    { kind: 'card', question: expect.stringMatching(/^arp\//) },
    { kind: 'card', question: 'layers/a', limitMs: 45_000, max: 2 },
  ])
  expect(exam.draw(4)).toEqual(plan)
})

test('a drill of the author lies where the exam says', async () => {
  const file = new URL('../../exams/x.yml', import.meta.url).pathname
  const exam = await parseExam(good.replace('drill: first-name', 'drill: ../drills/first-name.yml'), file, {
    ...pool,
    labs: [],
  })
  expect(exam.draw(1).items[0]).toMatchObject({
    kind: 'lab',
    drill: expect.stringMatching(/\/drills\/first-name\.yml$/),
    topic: 'console',
  })
})

describe('faults', () => {
  const faultsOf = async (text: string): Promise<readonly string[]> => {
    try {
      await parseExam(text, 'x.yml', pool)
      return []
    } catch (error) {
      if (!(error instanceof BadFile)) throw error
      return error.faults
    }
  }
  test.each([
    [
      'a language that is missing',
      good.replace(', zh: 期中考试', ''),
      'x.yml:1:8: found no "zh", expected "zh" in this object',
    ],
    [
      'a drill that is not there',
      good.replace('first-name', 'first-nam'),
      'x.yml:5:14: found "first-nam", expected a lab drill that exists (did you mean "first-name"?)',
    ],
    [
      'more than there are',
      good.replace('count: 2', 'count: 9'),
      'x.yml:6:26: found 9, expected 3 at most, as many as there are',
    ],
    [
      'two things in one',
      good.replace('question: layers/a', 'question: layers/a, cards: arp'),
      'x.yml:7:5: found "question" and "cards", expected a "drill", or a "question", or "cards" or "topics" to draw from',
    ],
    ['a time without a unit', good.replace('30m', '30'), 'x.yml:2:7: found 30, expected a text'],
    [
      'a topic of nothing',
      good.replace('cards: arp', 'topics: [vlan]'),
      'x.yml:6:16: found "vlan", expected a topic that something is about (did you mean "vlans"?)',
    ],
    [
      'a file that is not there',
      good.replace('first-name', './nowhere.yml'),
      /^x\.yml:5:14: found "\.\/nowhere\.yml", expected a lab drill that can be read \(/,
    ],
  ])('%s', async (_, text, expected) => {
    const [first, ...others] = await faultsOf(text)
    expect(others).toEqual([])
    if (typeof expected === 'string') expect(first).toBe(expected)
    else expect(first).toMatch(expected)
  })
})

test('every exam that comes with the program draws all that it asks for, whatever the seed', async () => {
  const { pool, titles } = await examMaterial()
  for (const name of await shippedExams()) {
    const exam = await readExam(name, pool)
    const counts = [1, 2, 3].map((seed) => exam.draw(seed).items.length)
    expect(new Set(counts).size, name).toBe(1)
    for (const item of exam.draw(1).items) expect(titles.item(item).zh).not.toBe('')
  }
})
