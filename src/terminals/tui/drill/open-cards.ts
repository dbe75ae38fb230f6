/** A sitting of cards on the screen: of a file, or of what is due of all. */

import { loadEmulator } from '../../../drills/cards/emulator.ts'
import { drillTopics } from '../../../stores/drill-index.ts'
import { chosenCards } from '../../drill/chosen-cards.ts'
import type { DrillSurroundings } from '../../drill/drill-run.ts'
import type { Child, ChildWindow } from './drill-program.ts'
import { WatchedCards } from './watched-cards.ts'

/** @throws BadFile */
export async function openCards(
  id: string,
  { progress, nowMs }: DrillSurroundings,
  { size, language, speaks, done }: ChildWindow,
  write: (text: string) => void,
): Promise<Child> {
  const [chosen, emulator, topics] = await Promise.all([
    chosenCards(id, progress, nowMs()),
    loadEmulator(),
    drillTopics(),
  ])
  return new WatchedCards({
    ...chosen,
    topics,
    progress,
    emulator,
    size,
    language,
    nowMs,
    write,
    speaks,
    done,
  })
}
