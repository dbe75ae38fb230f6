/** Exams that are drawn: the same from the same seed, nothing twice, only what was asked for. */
import { expect, test } from 'vitest'
import { Random } from '../../kernel/random.ts'
import { drawItems, type ExamPool, examOver } from './plan.ts'

const pool: ExamPool = {
  labs: Array.from({ length: 9 }, (_, at) => ({
    id: `lab-${at}`,
    topic: at < 5 ? 'vlans' : 'routing',
    level: 1 + (at % 4),
    points: 3 + at,
  })),
  questions: Array.from({ length: 20 }, (_, at) => ({
    id: `${at < 12 ? 'arp' : 'vlan'}/q${at}`,
    topic: at < 12 ? 'arp' : 'vlans',
    level: 1 + (at % 4),
    isFamily: at === 3,
  })),
}

test('topics, kinds, levels and files bound what is drawn', () => {
  const draw = (part: Parameters<typeof drawItems>[0]) => drawItems(part, pool, new Random(5), new Set())
  expect(draw({ topics: ['routing'] }).every((item) => item.topic === 'routing' && item.kind === 'lab')).toBe(
    true,
  )
  expect(draw({ topics: ['vlans'], kind: 'card' })).toHaveLength(8)
  expect(draw({ cards: 'arp', levels: [2], count: 50 }).map((item) => item.level)).toEqual([2, 2, 2])
  expect(draw({ drill: 'lab-3', points: 12, limitMs: 300_000 })).toMatchObject([
    { drill: 'lab-3', max: 12, limitMs: 300_000 },
  ])
  expect(draw({ question: 'arp/q3' })).toMatchObject([
    { question: expect.stringMatching(/^arp\/q3#\d+$/), max: 2, limitMs: 90_000 },
  ])
  expect(draw({ drill: 'nowhere' })).toEqual([])
})

test('nothing twice in one exam, the same from the same seed', () => {
  for (let seed = 0; seed < 50; seed++) {
    const items = examOver(['vlans', 'arp', 'routing'], 12, pool, seed)
    expect(items).toHaveLength(12)
    const names = items.map((item) => (item.kind === 'lab' ? item.drill : item.question.replace(/#.*/, '')))
    expect(new Set(names).size).toBe(12)
    expect(items.filter(({ kind }) => kind === 'lab')).toHaveLength(4)
    expect(examOver(['vlans', 'arp', 'routing'], 12, pool, seed)).toEqual(items)
  }
  expect(examOver(['vlans'], 12, pool, 1)).not.toEqual(examOver(['vlans'], 12, pool, 2))
})

test('labs fill up where there are not enough cards, and fewer items come where there are no more', () => {
  expect(examOver(['routing'], 6, pool, 1).map(({ kind }) => kind)).toEqual(['lab', 'lab', 'lab', 'lab'])
})
