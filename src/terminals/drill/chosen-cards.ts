/** The cards of a sitting by what was asked for: a file of cards, or what is due of all. */

import { cardsDue, cardsOf, type Draw } from '../../drills/cards/cards-due.ts'
import type { Progress } from '../../drills/repetition/progress.ts'
import { type Texts, texts } from '../../drills/texts.ts'
import { readCards, shippedCards } from '../../stores/read-cards.ts'
import { dueCards } from './due-cards.ts'

export interface ChosenCards {
  readonly cards: readonly Draw[]
  readonly title: Texts
}

const allDue = texts('What is due', '该复习的题')

/** @param id a name, a file, or `dueCards`. @throws BadFile */
export async function chosenCards(id: string, progress: Progress, nowMs: number): Promise<ChosenCards> {
  if (id !== dueCards) {
    const file = await readCards(id)
    return { cards: cardsOf(progress, file, nowMs), title: file.title }
  }
  const files = await Promise.all((await shippedCards()).map(readCards))
  return { cards: cardsDue(progress, files, nowMs), title: allDue }
}
