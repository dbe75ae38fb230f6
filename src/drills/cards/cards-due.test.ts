/** Which cards a sitting asks. Progress is a real one, in memory. */
import { expect, test } from 'vitest'
import { progressInMemory } from '../../stores/progress/open-progress.ts'
import { answered } from '../repetition/answered.ts'
import type { Attempt } from '../repetition/attempt.ts'
import { alike } from '../texts.ts'
import type { Card, CardFile } from './card.ts'
import { cardsDue, cardsOf } from './cards-due.ts'
import type { Level } from './question.ts'

const hourMs = 3_600_000
const startMs = Date.UTC(2026, 0, 1)

function card(id: string, level: Level): Card {
  const question = {
    kind: 'type',
    ask: alike(id),
    explain: alike(''),
    answers: [alike('x')],
    as: 'text',
  } as const
  return { id: `sample/${id}`, topic: 'arp', level, question }
}

const cards = [card('hard', 3), card('easy', 1), card('middle', 2), card('second', 1)]
const file: CardFile = { kind: 'cards', id: 'sample', topic: 'arp', title: alike('Sample'), cards }
const ids = (draws: readonly { card: Card }[]): string[] =>
  draws.map((draw) => draw.card.id.slice('sample/'.length))

function attempt(id: string, atMs: number, score: number): Attempt {
  return {
    ...{ item: `card:sample/${id}`, topic: 'arp', level: 1, kind: 'card' },
    ...{ atMs, tookMs: 1000, score, max: 1, hints: 0, errors: 0 },
  }
}

test('new cards go from easy to hard, and in the order of the file', () => {
  expect(ids(cardsOf(progressInMemory(), file, startMs))).toEqual(['easy', 'second', 'middle', 'hard'])
})

test('what is due comes first, the longest overdue before the others; what is not due yet is not asked', () => {
  const progress = progressInMemory()
  answered(progress, attempt('middle', startMs + hourMs, 0))
  answered(progress, attempt('hard', startMs, 0))
  answered(progress, attempt('easy', startMs + hourMs, 1))
  const now = startMs + hourMs + 120_000
  expect(ids(cardsOf(progress, file, now))).toEqual(['hard', 'middle', 'second'])
  expect(ids(cardsOf(progress, file, now, 1))).toEqual(['hard'])
  expect(ids(cardsDue(progress, [file], now))).toEqual(['hard', 'middle'])
})

test('a file of which nothing is due or new is asked all the same, soonest first', () => {
  const progress = progressInMemory()
  for (const [at, id] of ['second', 'hard', 'easy', 'middle'].entries())
    answered(progress, attempt(id, startMs + at, 1))
  expect(cardsDue(progress, [file], startMs + 10)).toEqual([])
  expect(ids(cardsOf(progress, file, startMs + 10))).toEqual(['second', 'hard', 'easy', 'middle'])
})

test('another time draws other questions', () => {
  const seeds = (nowMs: number) => cardsOf(progressInMemory(), file, nowMs).map(({ seed }) => seed)
  expect(new Set([...seeds(startMs), ...seeds(startMs + 1)]).size).toBe(8)
})
