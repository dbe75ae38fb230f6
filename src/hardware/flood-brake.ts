/**
 * Keeps a broadcast storm within what this program can follow. A loop without spanning tree fills gigabit cables for ever;
 * a switch here floods at most some ten thousand copies a second. What is above that waits for a moment, and of what waits
 * only so much is kept: the storm goes on, the console still answers.
 * Leaves out `storm-control`, which is a person's limit on a port.
 */

import type { Kernel, Receiver } from '../kernel/kernel.ts'

const windowMs = 100
/** Copies that leave within a window: enough for 80 broadcasts out of 24 ports at one instant. */
const mostCopies = 2000
const mostWaiting = 32

export class FloodBrake<T> implements Receiver<undefined> {
  readonly #kernel: Kernel
  readonly #release: (waiting: T) => void
  #waiting: T[] = []
  #windowEndMs = 0
  #copies = 0

  /** `release` floods what had to wait. */
  constructor(kernel: Kernel, release: (waiting: T) => void) {
    this.#kernel = kernel
    this.#release = release
  }

  /** Whether what is to be flooded has to wait. */
  get isOn(): boolean {
    const { nowMs } = this.#kernel
    if (nowMs >= this.#windowEndMs) {
      this.#windowEndMs = nowMs + windowMs
      this.#copies = 0
    }
    return this.#copies >= mostCopies
  }

  count(copies: number): void {
    this.#copies += copies
  }

  /** False when too much waits already. */
  postpone(frame: T): boolean {
    if (this.#waiting.length >= mostWaiting) return false
    this.#waiting.push(frame)
    if (this.#waiting.length === 1)
      this.#kernel.schedule(this.#windowEndMs - this.#kernel.nowMs, this, undefined)
    return true
  }

  arrive(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const frame of waiting) this.#release(frame)
  }
}
