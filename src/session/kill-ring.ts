/**
 * The last ten texts that editing keys deleted, for Ctrl-Y and Esc Y. It outlives the line: what was cut
 * from one command is put into the next.
 * Source: Cisco "Using the Command-Line Interface", recalling deleted entries.
 */

const kept = 10

export class KillRing {
  #texts: string[] = []

  /** Keeps a deleted text as the newest. */
  push(text: string): void {
    if (text === '') return
    this.#texts.unshift(text)
    this.#texts.length = Math.min(this.#texts.length, kept)
  }

  /** 0 is the newest; behind the oldest the newest follows again. Nothing when nothing was deleted. */
  recall(age: number): string | undefined {
    return this.#texts[age % this.#texts.length]
  }
}
