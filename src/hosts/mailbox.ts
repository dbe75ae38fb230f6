/** What happens while a command waits, kept in order until the command looks. */

import type { Running } from './command.ts'

export class Mailbox<T> {
  readonly #items: T[] = []
  #wake: (() => void) | undefined

  put(item: T): void {
    this.#items.push(item)
    this.#wake?.()
  }

  take(): T | undefined {
    return this.#items.shift()
  }

  /** Waits until something is there, for so long at most; false when Ctrl-C ended the wait. */
  *wait(ms: number): Running<boolean> {
    if (this.#items.length > 0) return true
    const response = yield {
      kind: 'wait',
      ms,
      until: (wake) => {
        this.#wake = wake
      },
    }
    this.#wake = undefined
    return response?.kind !== 'broken'
  }
}
