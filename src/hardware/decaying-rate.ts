/**
 * A rate as `show interfaces` gives it: an average over the load interval in which old traffic counts ever less. Sampled
 * every five seconds, as the device does, but computed only when somebody adds or asks.
 * Source: "Cisco IOS Interface Command Reference", load-interval.
 */

const sampleMs = 5000

export class DecayingRate {
  #perSecond = 0
  #windowStartMs = 0
  #inWindow = 0

  add(nowMs: number, amount: number, intervalMs: number): void {
    if (nowMs - this.#windowStartMs >= sampleMs) this.#fold(nowMs, intervalMs)
    this.#inWindow += amount
  }

  /** Amount per second. */
  at(nowMs: number, intervalMs: number): number {
    this.#fold(nowMs, intervalMs)
    return this.#perSecond
  }

  #fold(nowMs: number, intervalMs: number): void {
    const windows = Math.floor((nowMs - this.#windowStartMs) / sampleMs)
    if (windows <= 0) return
    const keep = Math.exp(-sampleMs / intervalMs)
    const latest = this.#inWindow / (sampleMs / 1000)
    this.#perSecond = this.#perSecond * keep + latest * (1 - keep)
    // Below this nothing is left that any view shows.
    this.#perSecond = this.#perSecond < 1e-9 ? 0 : this.#perSecond * keep ** (windows - 1)
    this.#windowStartMs += windows * sampleMs
    this.#inWindow = 0
  }
}
