/** The work in a lab of an exam: set up anew, or played again as far as it was kept; and kept again and again. */

import type { LabDrill } from '../../drills/lab-drill.ts'
import type { Json } from '../../drills/repetition/attempt.ts'
import { loadLabs, Practice, type PracticeListener } from '../practice.ts'
import type { KeptSitting } from './kept-sitting.ts'
import { examPractice, recordingOf, type Work } from './mark-item.ts'

export class LabWork {
  readonly practice: Practice
  readonly #kept: KeptSitting
  readonly #item: number
  /** Happenings that are kept already. */
  #count: number

  private constructor(kept: KeptSitting, item: number, practice: Practice) {
    this.#kept = kept
    this.#item = item
    this.practice = practice
    this.#count = practice.recording().happenings.length
  }

  /** @param listener hears what the consoles showed up to now */
  static async open(
    kept: KeptSitting,
    item: number,
    drill: LabDrill,
    listener: PracticeListener,
  ): Promise<LabWork> {
    await loadLabs()
    const { sitting } = kept
    if (sitting.workOf(item).length === 0) {
      const practice = new Practice(examPractice(drill, sitting.plan, sitting.startedAtMs))
      practice.listener = listener
      practice.start()
      return new LabWork(kept, item, practice)
    }
    const practice = Practice.replay(recordingOf(drill, sitting, item), undefined, listener)
    if (practice === undefined) throw new Error(`the work in ${drill.id} cannot be played again`)
    return new LabWork(kept, item, practice)
  }

  /** Keeps what was done since the last time. */
  keep(nowMs: number): void {
    if (this.#kept.sitting.stateOf(this.#item) !== 'open') return
    const { happenings, endMs } = this.practice.recording()
    if (happenings.length === this.#count) return
    const work: Work = { happenings: happenings.slice(this.#count), endMs }
    this.#count = happenings.length
    this.#kept.add({ kind: 'worked', item: this.#item, atMs: nowMs, work: work as unknown as Json })
  }
}
