/** Gathers the differences of a run, with what stands before each in the file and what the device said beside its console. */

import type { Difference } from './difference.ts'
import type { Item, Row } from './transcript.ts'
import type { TranscriptConsole } from './transcript-console.ts'

const contextRows = 3

export class DifferenceLog {
  readonly list: Difference[] = []
  readonly #path: string
  readonly #items: readonly Item[]

  constructor(path: string, items: readonly Item[]) {
    this.#path = path
    this.#items = items
  }

  add(
    console: TranscriptConsole,
    row: Row,
    { expected, found }: Pick<Difference, 'expected' | 'found'>,
    ...remarks: string[]
  ): void {
    const context: { row: number; text: string }[] = []
    const at = this.#items.findIndex(({ number }) => number === row.number)
    for (let index = at - 1; index >= 0 && context.length < contextRows; index--) {
      const item = this.#items[index]
      if (item?.kind !== 'row') break
      context.unshift({ row: item.number, text: item.text })
    }
    this.list.push({
      path: this.#path,
      row: row.number,
      expected,
      found,
      context,
      remarks: [...remarks, ...console.takeNotes()],
    })
    this.addFaults(console, row.number)
  }

  /** A mistake of ours inside the device is a difference, whatever the screen says. */
  addFaults(console: TranscriptConsole, row: number): void {
    for (const { error, typed } of console.takeFaults()) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.list.push({
        path: this.#path,
        row,
        expected: typed,
        found: undefined,
        context: [],
        remarks: [`a mistake of the program itself: ${text}`],
      })
    }
  }
}
