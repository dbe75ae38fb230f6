/** A sitting of cards: what is marked, remembered and asked once more. Progress is a real one, in memory. */
import { expect, test } from 'vitest'
import { progressInMemory } from '../../stores/progress/open-progress.ts'
import { families } from '../families/index.ts'
import { alike } from '../texts.ts'
import type { Card } from './card.ts'
import { CardRound } from './card-round.ts'
import { loadEmulator } from './emulator.ts'
import type { Answer } from './question.ts'

const emulator = await loadEmulator()
const startMs = Date.UTC(2026, 0, 1)
const right: Answer = { kind: 'type', typed: 'x' }
const wrong: Answer = { kind: 'type', typed: 'y' }

function card(id: string): Card {
  const question = {
    kind: 'type',
    ask: alike(id),
    explain: alike('so'),
    answers: [alike('x')],
    as: 'text',
  } as const
  return { id: `sample/${id}`, topic: 'arp', level: 1, question }
}

function roundOf(...cards: Card[]) {
  const progress = progressInMemory()
  const draws = cards.map((card, seed) => ({ card, seed }))
  return { progress, round: new CardRound(draws, progress, emulator) }
}

test('what was not right is asked once more at the end, once, and its second try tells of the first', () => {
  const { progress, round } = roundOf(card('a'), card('b'))
  expect(round.answer(wrong, 5000, startMs)).toMatchObject({ share: 0, repeats: true })
  round.next()
  expect(round.answer(right, 4000, startMs)).toMatchObject({ share: 1, repeats: false })
  round.next()
  expect(round.asking).toMatchObject({ card: { id: 'sample/a' }, isRepeat: true })
  expect(round.place).toEqual({ number: 1, count: 1 })
  expect(round.answer(undefined, 3000, startMs)).toMatchObject({ share: 0, repeats: false })
  round.next()
  expect(round.asking).toBeUndefined()
  expect(
    progress.attempts().map(({ item, score, errors, tookMs, kind }) => [item, score, errors, tookMs, kind]),
  ).toEqual([
    ['card:sample/a', 0, 0, 5000, 'card'],
    ['card:sample/b', 1, 0, 4000, 'card'],
    ['card:sample/a', 0, 1, 3000, 'card'],
  ])
  expect(round.results.map(({ share }) => share)).toEqual([0, 1])
})

test('once more at the own wish counts nothing', () => {
  const { progress, round } = roundOf(card('a'))
  round.answer(right, 1000, startMs)
  round.again()
  expect(round.answer(wrong, 1000, startMs)).toMatchObject({ share: 0, dueMs: undefined, repeats: false })
  round.next()
  expect(round.asking).toBeUndefined()
  expect(progress.attempts()).toHaveLength(1)
})

test('a family comes due as a family, and is drawn anew when it is asked once more', () => {
  const family = families.get('subnetting')
  if (family === undefined) throw new Error('no family')
  const { progress, round } = roundOf({ id: 'sample/f', topic: 'addressing', level: 2, family, options: {} })
  const first = round.asking?.question
  round.answer(undefined, 1000, startMs)
  round.next()
  expect(round.asking?.question).not.toEqual(first)
  expect(progress.attempts()[0]?.item).toBe('family:sample/f')
})

test('an answer that cannot be kept is marked all the same, and says why', () => {
  const { progress, round } = roundOf(card('a'))
  progress.close()
  const judged = round.answer(right, 1000, startMs)
  expect(judged).toMatchObject({ share: 1, dueMs: undefined })
  expect(judged.notKept).toMatch(/not open/)
  round.next()
  expect(round.results).toMatchObject([{ share: 1 }])
})
