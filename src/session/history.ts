/**
 * The command history of one line.
 *
 * Leaves out who has which history (EXEC and configuration have one each) and how far a person has
 * scrolled, which belongs to the line being edited.
 * Source: Cisco "Using the Command-Line Interface", history and editing features.
 */

export const defaultHistorySize = 10
export const largestHistorySize = 256

/** The last lines entered, 10 unless told otherwise. */
export class History {
  #lines: string[] = []
  #size: number

  constructor(size = defaultHistorySize) {
    this.#size = size
  }

  get size(): number {
    return this.#size
  }

  /** Oldest first, as `show history` prints them. */
  get list(): readonly string[] {
    return this.#lines
  }

  /** 0–256; 0 keeps nothing. */
  setSize(size: number): void {
    this.#size = size
    this.#trim()
  }

  /** Keeps a line; empty ones are not kept. A line entered twice stands there twice (from memory). */
  add(line: string): void {
    if (line.trim() === '') return
    this.#lines.push(line)
    this.#trim()
  }

  /** The line entered `age` lines ago: 0 is the newest. */
  recall(age: number): string | undefined {
    return this.#lines[this.#lines.length - 1 - age]
  }

  #trim(): void {
    const excess = this.#lines.length - this.#size
    if (excess > 0) this.#lines.splice(0, excess)
  }
}
