/**
 * Brings what is typed to a device no faster than the device reads: a line at a time, and what comes while the device is
 * busy waits here, so a pasted configuration loses nothing however long a line of it takes, and goes where it was typed
 * though another console is on show by then. The break key overtakes.
 */

import type { Practice } from '../practice.ts'
import type { WallClock } from '../wall-clock.ts'

// The screen and the break key get their turn this often during a long paste.
const sliceMs = 8

export class Typing {
  readonly #practice: Practice
  readonly #clock: WallClock
  /** What waits, by device. */
  readonly #queues = new Map<string, Uint8Array[]>()
  #scheduled = false

  constructor(practice: Practice, clock: WallClock) {
    this.#practice = practice
    this.#clock = clock
  }

  type(bytes: Uint8Array): void {
    const { active } = this.#practice
    const queue = this.#queues.get(active) ?? []
    queue.push(...lines(bytes))
    this.#queues.set(active, queue)
    this.drain()
  }

  /** What was typed ahead goes, as on the device. */
  break(bytes: Uint8Array): void {
    this.#queues.delete(this.#practice.active)
    this.#clock.sync()
    this.#practice.input(bytes)
    this.#clock.rearm()
  }

  /** Types what waits, as far as the devices read. To be called when time has moved. */
  drain(): void {
    if (this.#queues.size === 0) return
    this.#clock.sync()
    const { active } = this.#practice
    const endMs = performance.now() + sliceMs
    for (const [name, queue] of this.#queues) {
      this.#practice.active = name
      if (!this.#drainOne(queue, endMs)) this.#later()
      if (queue.length === 0) this.#queues.delete(name)
    }
    this.#practice.active = active
    this.#clock.rearm()
  }

  /** False when time was up before the device was. */
  #drainOne(queue: Uint8Array[], endMs: number): boolean {
    const { machine } = this.#practice
    while (queue.length > 0 && machine.waitsForInput) {
      if (performance.now() > endMs) return false
      this.#practice.input(queue.shift() as Uint8Array)
    }
    return true
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
