/**
 * The virtual clock and its event queue. Everything that waits, waits here.
 *
 * Time is milliseconds since the run began (a number with at most three decimals is never needed: IOS stamps are
 * milliseconds). Events at the same instant run in the order in which they were scheduled, so a run is a function of its
 * seed and its inputs. Who drives the clock (a person's wall clock, a pipe that jumps) is not known here.
 */

import { Random } from './random.ts'

/** A scheduled event; `cancel` is safe at any time. */
export interface Timer {
  readonly atMs: number
  cancel(): void
}

interface Pending {
  readonly atMs: number
  readonly sequence: number
  run: (() => void) | undefined
}

export class Kernel {
  readonly random: Random
  /** Wall time of the run's beginning, in ms since 1970 UTC; what a clock chip would show at `nowMs` 0. */
  readonly epochMs: number
  #nowMs = 0
  #sequence = 0
  #cancelled = 0
  readonly #heap: Pending[] = []

  constructor(options: { seed?: number; epochMs?: number } = {}) {
    this.random = new Random(options.seed ?? 1)
    this.epochMs = options.epochMs ?? Date.UTC(2025, 0, 1)
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** Runs `run` after `delayMs` of virtual time; a delay of 0 runs it before time moves on. */
  after(delayMs: number, run: () => void): Timer {
    const pending: Pending = { atMs: this.#nowMs + Math.max(0, delayMs), sequence: this.#sequence++, run }
    this.#push(pending)
    return {
      atMs: pending.atMs,
      cancel: () => {
        if (pending.run === undefined) return
        pending.run = undefined
        this.#cancelled++
        if (this.#cancelled > 64 && this.#cancelled > this.#heap.length / 2) this.#sweep()
      },
    }
  }

  /** When the next event is due, or undefined when nothing waits. */
  nextAtMs(): number | undefined {
    this.#dropCancelled()
    return this.#heap[0]?.atMs
  }

  /** Moves the clock to `toMs`, running every event that is due on the way. Going backwards does nothing. */
  advanceTo(toMs: number): void {
    for (;;) {
      this.#dropCancelled()
      const next = this.#heap[0]
      if (next === undefined || next.atMs > toMs) break
      this.#pop()
      this.#nowMs = next.atMs
      const { run } = next
      next.run = undefined
      run?.()
    }
    if (toMs > this.#nowMs) this.#nowMs = toMs
  }

  /** Runs the one next event, if it is due by `limitMs`; false when there is none. */
  step(limitMs = Infinity): boolean {
    const at = this.nextAtMs()
    if (at === undefined || at > limitMs) return false
    const next = this.#pop()
    this.#nowMs = at
    const { run } = next
    next.run = undefined
    run?.()
    return true
  }

  #dropCancelled(): void {
    while (this.#heap[0] !== undefined && this.#heap[0].run === undefined) {
      this.#pop()
      this.#cancelled--
    }
  }

  /** Forgets cancelled events in one go, so that timers that are set and cancelled for ever keep memory bounded. */
  #sweep(): void {
    const alive = this.#heap.filter((pending) => pending.run !== undefined).sort(earlier)
    this.#heap.length = 0
    this.#heap.push(...alive)
    this.#cancelled = 0
  }

  #push(pending: Pending): void {
    const heap = this.#heap
    let child = heap.length
    heap.push(pending)
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (earlier(heap[parent] as Pending, pending) <= 0) break
      heap[child] = heap[parent] as Pending
      child = parent
    }
    heap[child] = pending
  }

  #pop(): Pending {
    const heap = this.#heap
    const top = heap[0] as Pending
    const last = heap.pop() as Pending
    if (heap.length === 0) return top
    let parent = 0
    for (;;) {
      let child = 2 * parent + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && earlier(heap[child + 1] as Pending, heap[child] as Pending) < 0) child++
      if (earlier(last, heap[child] as Pending) <= 0) break
      heap[parent] = heap[child] as Pending
      parent = child
    }
    heap[parent] = last
    return top
  }
}

function earlier(a: Pending, b: Pending): number {
  return a.atMs - b.atMs || a.sequence - b.sequence
}
