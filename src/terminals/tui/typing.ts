/**
 * Brings what is typed to the device no faster than the device reads: a line at a time, and what comes while the device is
 * busy waits here, so a pasted configuration loses nothing however long a line of it takes. The break key overtakes.
 */

import type { Practice } from '../practice.ts'
import type { WallClock } from '../wall-clock.ts'

// The screen and the break key get their turn this often during a long paste.
const sliceMs = 8

export class Typing {
  readonly #practice: Practice
  readonly #clock: WallClock
  #queue: Uint8Array[] = []
  #scheduled = false

  constructor(practice: Practice, clock: WallClock) {
    this.#practice = practice
    this.#clock = clock
  }

  type(bytes: Uint8Array): void {
    this.#queue.push(...lines(bytes))
    this.drain()
  }

  /** What was typed ahead goes, as on the device. */
  break(bytes: Uint8Array): void {
    this.#queue = []
    this.#clock.sync()
    this.#practice.input(bytes)
    this.#clock.rearm()
  }

  /** Types what waits, as far as the device reads. To be called when time has moved. */
  drain(): void {
    if (this.#queue.length === 0) return
    this.#clock.sync()
    const began = performance.now()
    while (this.#queue.length > 0 && this.#practice.machine.waitsForInput) {
      if (performance.now() - began > sliceMs) {
        this.#later()
        break
      }
      this.#practice.input(this.#queue.shift() as Uint8Array)
    }
    this.#clock.rearm()
  }

  #later(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.drain()
    })
  }
}

/** Cut behind every CR and LF, CR LF staying together. */
function lines(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const ends = bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)
    if (!ends) continue
    parts.push(bytes.slice(from, at + 1))
    from = at + 1
  }
  if (from < bytes.length) parts.push(bytes.slice(from))
  return parts
}
