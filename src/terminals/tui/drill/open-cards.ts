/** A sitting of cards on the screen, and the labs that are watched from it. */

import { cardsOf } from '../../../drills/cards/cards-due.ts'
import { loadEmulator } from '../../../drills/cards/emulator.ts'
import { drillTopics } from '../../../stores/drill-index.ts'
import { readCards } from '../../../stores/read-cards.ts'
import type { DrillSurroundings } from '../../drill/drill-run.ts'
import { CardsScreen } from './cards-screen.ts'
import type { Child, ChildWindow } from './drill-program.ts'

/** @param id of the cards, or their file. @throws BadFile */
export async function openCards(
  id: string,
  { progress, nowMs }: DrillSurroundings,
  window: ChildWindow,
  write: (text: string) => void,
): Promise<Child> {
  const [file, emulator, topics] = await Promise.all([readCards(id), loadEmulator(), drillTopics()])
  return new CardsScreen({
    cards: cardsOf(progress, file, nowMs()),
    title: file.title,
    topics,
    progress,
    emulator,
    size: window.size,
    language: window.language,
    nowMs,
    write,
    done: window.done,
    watch: () => {},
  })
}
