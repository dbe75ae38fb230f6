/**
 * Drives virtual time from the wall's: a person's second is a second, or ten, or none while paused. Time that the machine
 * slept through is not caught up.
 */

import type { Kernel } from '../kernel/kernel.ts'

/** A gap longer than this between two looks at the clock was sleep. */
const longestGapMs = 5000
const tickMs = 1000
/** How long the keyboard may have to wait, and how often the wall is looked at meanwhile. */
const longestWorkMs = 40
const stepsBetweenLooks = 64

export class WallClock {
  readonly #kernel: Kernel
  readonly #ticked: () => void
  #speed = 1
  #lastWallMs: number
  #virtualMs: number
  #timer: NodeJS.Timeout | undefined

  /** @param ticked runs after every move of the clock */
  constructor(kernel: Kernel, ticked: () => void = () => {}) {
    this.#kernel = kernel
    this.#ticked = ticked
    this.#lastWallMs = performance.now()
    this.#virtualMs = kernel.nowMs
    this.#arm()
  }

  /** Virtual ms for each ms of the wall; 0 is paused. */
  get speed(): number {
    return this.#speed
  }

  set speed(speed: number) {
    this.sync()
    this.#speed = speed
    this.#arm()
  }

  /** Brings virtual time up to now: to be called before every input. */
  sync(): void {
    const wallMs = performance.now()
    const gap = wallMs - this.#lastWallMs
    this.#lastWallMs = wallMs
    // Somebody else may have moved the clock meanwhile (a quiet boot).
    if (this.#kernel.nowMs > this.#virtualMs) this.#virtualMs = this.#kernel.nowMs
    this.#virtualMs += Math.min(gap, longestGapMs) * this.#speed
    this.#advance(Math.floor(this.#virtualMs), wallMs)
  }

  /** A network that is too busy to follow (a broadcast storm) runs late, so that the keyboard does not wait for it. */
  #advance(toMs: number, wallMs: number): void {
    const kernel = this.#kernel
    for (let steps = 1; kernel.step(toMs); steps++) {
      if (steps % stepsBetweenLooks !== 0 || performance.now() - wallMs < longestWorkMs) continue
      this.#virtualMs = kernel.nowMs
      return
    }
    kernel.advanceTo(toMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Wakes at the next event, and at least once a second for whoever shows the time. */
  rearm(): void {
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = this.#kernel.nextAtMs()
    const untilEvent =
      next === undefined || this.#speed === 0 ? tickMs : (next - this.#virtualMs) / this.#speed
    this.#timer = setTimeout(
      () => {
        this.sync()
        this.#ticked()
        this.#arm()
      },
      Math.max(1, Math.min(tickMs, Math.ceil(untilEvent))),
    )
  }
}
