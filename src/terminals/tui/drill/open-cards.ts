/** A sitting of cards on the screen: what is due of a file first, then what is new. */

import { cardsOf } from '../../../drills/cards/cards-due.ts'
import { loadEmulator } from '../../../drills/cards/emulator.ts'
import { drillTopics } from '../../../stores/drill-index.ts'
import { readCards } from '../../../stores/read-cards.ts'
import type { DrillSurroundings } from '../../drill/drill-run.ts'
import { CardsScreen } from './cards-screen.ts'
import type { Child, ChildWindow } from './drill-program.ts'

/** @throws BadFile */
export async function openCards(
  id: string,
  { progress, nowMs }: DrillSurroundings,
  { size, language, done }: ChildWindow,
  write: (text: string) => void,
): Promise<Child> {
  const [file, emulator, topics] = await Promise.all([readCards(id), loadEmulator(), drillTopics()])
  return new CardsScreen({
    cards: cardsOf(progress, file, nowMs()),
    title: file.title,
    topics,
    progress,
    emulator,
    size,
    language,
    nowMs,
    write,
    done,
    watch() {},
  })
}
