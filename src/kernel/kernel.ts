/**
 * The virtual clock. Everything that waits, waits here.
 *
 * Time is milliseconds since the run began, with fractions: a short frame takes 0.00512 ms at 100 Mbit/s. Events at the
 * same instant run in the order in which they were scheduled, so a run is a function of its seed and its inputs. Who drives
 * the clock (a person's wall clock, a pipe that jumps) is not known here.
 */

import { EventQueue, type Receiver } from './event-queue.ts'
import { Random } from './random.ts'

export type { Receiver } from './event-queue.ts'

/** A scheduled event; `cancel` is safe at any time. */
export interface Timer {
  readonly atMs: number
  cancel(): void
}

/** A timer is the receiver of its own event. */
class Waiting implements Timer, Receiver {
  readonly atMs: number
  readonly #queue: EventQueue
  readonly #slot: number
  #run: (() => void) | undefined

  constructor(queue: EventQueue, atMs: number, run: () => void) {
    this.atMs = atMs
    this.#queue = queue
    this.#run = run
    this.#slot = queue.add(atMs, this, undefined)
  }

  arrive(): void {
    const run = this.#run
    this.#run = undefined
    run?.()
  }

  cancel(): void {
    // Without this question a late cancel would take the slot from whoever has it now.
    if (this.#run === undefined) return
    this.#run = undefined
    this.#queue.cancel(this.#slot)
  }
}

export class Kernel {
  readonly random: Random
  /** Wall time of the run's beginning, in ms since 1970 UTC; what a clock chip would show at `nowMs` 0. */
  readonly epochMs: number
  #nowMs = 0
  readonly #queue = new EventQueue()

  constructor(options: { seed?: number; epochMs?: number } = {}) {
    this.random = new Random(options.seed ?? 1)
    this.epochMs = options.epochMs ?? Date.UTC(2025, 0, 1)
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** Events that wait, with those cancelled ones that are not swept out yet (never more than half and a few). */
  get pending(): number {
    return this.#queue.length
  }

  /** Runs `run` after `delayMs` of virtual time; a delay of 0 runs it before time moves on. */
  after(delayMs: number, run: () => void): Timer {
    return new Waiting(this.#queue, this.#dueMs(delayMs), run)
  }

  /** The same for what is never cancelled, and without making anything: `receiver.arrive(argument)` after `delayMs`. */
  schedule<T>(delayMs: number, receiver: Receiver<T>, argument: T): void {
    this.#queue.add(this.#dueMs(delayMs), receiver, argument)
  }

  /** When the next event is due, or undefined when nothing waits. */
  nextAtMs(): number | undefined {
    const atMs = this.#queue.nextAtMs
    return atMs === Number.POSITIVE_INFINITY ? undefined : atMs
  }

  /** Moves the clock to `toMs`, running every event that is due on the way. Going backwards does nothing. */
  advanceTo(toMs: number): void {
    while (this.step(toMs));
    if (toMs > this.#nowMs) this.#nowMs = toMs
  }

  /** Runs the one next event, if it is due by `limitMs`; false when there is none. */
  step(limitMs = Number.POSITIVE_INFINITY): boolean {
    const atMs = this.#queue.nextAtMs
    // An event at the end of time never comes, whatever the limit.
    if (atMs > limitMs || atMs === Number.POSITIVE_INFINITY) return false
    this.#nowMs = atMs
    this.#queue.runNext()
    return true
  }

  #dueMs(delayMs: number): number {
    if (delayMs > 0) return this.#nowMs + delayMs
    if (Number.isNaN(delayMs)) throw new RangeError('a delay that is not a number')
    return this.#nowMs
  }
}
