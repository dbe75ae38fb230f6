/** A sitting of cards on the screen. */

import type { DrillSurroundings } from '../../drill/drill-run.ts'
import type { Child, ChildWindow } from './drill-program.ts'

export async function openCards(
  _id: string,
  _around: DrillSurroundings,
  _window: ChildWindow,
  _write: (text: string) => void,
): Promise<Child> {
  throw new Error('cards cannot be practised yet')
}
