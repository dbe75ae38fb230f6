/** A sitting of cards on the screen: what is due of a file first, then what is new; or what is due of all. */

import type { CardFile } from '../../../drills/cards/card.ts'
import { cardsDue, cardsOf, type Draw, itemOf } from '../../../drills/cards/cards-due.ts'
import { loadEmulator } from '../../../drills/cards/emulator.ts'
import type { Progress } from '../../../drills/repetition/progress.ts'
import type { Texts } from '../../../drills/texts.ts'
import { drillTopics } from '../../../stores/drill-index.ts'
import { readCards, shippedCards } from '../../../stores/read-cards.ts'
import type { DrillSurroundings } from '../../drill/drill-run.ts'
import { dueCards } from '../../drill/due-cards.ts'
import type { Child, ChildWindow } from './drill-program.ts'
import { allDue } from './drill-words.ts'
import { WatchedCards } from './watched-cards.ts'

/** @throws BadFile */
export async function openCards(
  id: string,
  { progress, nowMs }: DrillSurroundings,
  { size, language, done }: ChildWindow,
  write: (text: string) => void,
): Promise<Child> {
  const [{ cards, title }, emulator, topics] = await Promise.all([
    chosen(id, progress, nowMs()),
    loadEmulator(),
    drillTopics(),
  ])
  return new WatchedCards({
    cards,
    title,
    topics,
    progress,
    emulator,
    size,
    language,
    nowMs,
    write,
    done,
  })
}

async function chosen(
  id: string,
  progress: Progress,
  nowMs: number,
): Promise<{ cards: Draw[]; title: Texts }> {
  if (id !== dueCards) {
    const file = await readCards(id)
    return { cards: cardsOf(progress, file, nowMs), title: file.title }
  }
  const files: CardFile[] = await Promise.all((await shippedCards()).map(readCards))
  const due = new Set(progress.due(nowMs).map(({ item }) => item))
  const cards = cardsDue(progress, files, nowMs).filter(({ card }) => due.has(itemOf(card)))
  return { cards, title: allDue }
}
