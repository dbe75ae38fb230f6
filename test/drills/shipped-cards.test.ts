/**
 * Every card file that comes with the program is read with all its checks, and the form of its questions is counted: nobody
 * should get further than chance by choosing the longest choice.
 */
import { describe, expect, test } from 'vitest'
import type { CardFile } from '../../src/drills/cards/card.ts'
import { type ChooseOne, choicesOf } from '../../src/drills/cards/question.ts'
import type { Language } from '../../src/drills/texts.ts'
import { textWidth } from '../../src/session/cell-width.ts'
import { readCards, shippedCards } from '../../src/stores/read-cards.ts'

const names = await shippedCards()

test.each(names)('%s has no faults', async (name) => {
  await readCards(name)
})

const allFiles = (): Promise<CardFile[]> => Promise.all(names.map(readCards))

const questions = async () =>
  (await allFiles()).flatMap(({ cards }) => cards.flatMap((card) => card.question ?? []))

/** The share of questions whose right choice alone has the greatest or the least width, and what chance gives at most. */
function formOf(list: readonly ChooseOne[], language: Language) {
  const count = (extreme: (...widths: number[]) => number) =>
    list.filter(({ right, wrong }) => {
      const width = textWidth(right[language])
      const others = wrong.map((text) => textWidth(text[language]))
      return !others.includes(width) && extreme(width, ...others) === width
    }).length
  const choices = list.reduce((sum, question) => sum + choicesOf(question).length, 0)
  return {
    longest: count(Math.max) / list.length,
    shortest: count(Math.min) / list.length,
    allowed: list.length / choices + 0.08,
  }
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test('the right one of the choices is the longest or the shortest no more often than by chance', async () => {
    const chosen = (await questions()).filter((question) => question.kind === 'choose-one')
    if (chosen.length < 20) return
    const { longest, shortest, allowed } = formOf(chosen, language)
    expect(longest).toBeLessThanOrEqual(allowed)
    expect(shortest).toBeLessThanOrEqual(allowed)
  })
})

test('not all, and not all but one, of many choices are right as a rule', async () => {
  const many = (await questions()).filter((question) => question.kind === 'choose-many')
  if (many.length < 8) return
  const allButOne = many.filter(({ wrong }) => wrong.length === 1)
  expect(allButOne.length / many.length).toBeLessThan(0.4)
})

test('ids are unique over all files', async () => {
  const ids = (await allFiles()).flatMap(({ cards }) => cards.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})
