/** The least event loop: a binary heap of times, sequences and numbers of callbacks, for ever as large as it was made. */

export class BareHeap {
  readonly #atMs: Float64Array
  readonly #sequence: Float64Array
  readonly #callback: Uint32Array
  readonly #callbacks: (() => void)[] = []
  #length = 0
  #next = 0
  nowMs = 0

  constructor(size: number) {
    this.#atMs = new Float64Array(size)
    this.#sequence = new Float64Array(size)
    this.#callback = new Uint32Array(size)
  }

  callback(run: () => void): number {
    return this.#callbacks.push(run) - 1
  }

  after(delayMs: number, callback: number): void {
    const { nowMs } = this
    const times = this.#atMs
    const sequences = this.#sequence
    const callbacks = this.#callback
    const atMs = nowMs + delayMs
    let place = this.#length++
    while (place > 0) {
      const parent = (place - 1) >> 1
      if ((times[parent] as number) <= atMs) break
      times[place] = times[parent] as number
      sequences[place] = sequences[parent] as number
      callbacks[place] = callbacks[parent] as number
      place = parent
    }
    times[place] = atMs
    sequences[place] = this.#next++
    callbacks[place] = callback
  }

  step(): void {
    const times = this.#atMs
    const sequences = this.#sequence
    const callbacks = this.#callback
    this.nowMs = times[0] as number
    const due = callbacks[0] as number
    const length = --this.#length
    const atMs = times[length] as number
    const sequence = sequences[length] as number
    const callback = callbacks[length] as number
    let place = 0
    for (let child = 1; child < length; child = 2 * place + 1) {
      if (child + 1 < length && before(times, sequences, child + 1, child)) child++
      const childMs = times[child] as number
      if (atMs < childMs || (atMs === childMs && sequence < (sequences[child] as number))) break
      times[place] = childMs
      sequences[place] = sequences[child] as number
      callbacks[place] = callbacks[child] as number
      place = child
    }
    times[place] = atMs
    sequences[place] = sequence
    callbacks[place] = callback
    this.#callbacks[due]?.()
  }
}

function before(times: Float64Array, sequences: Float64Array, a: number, b: number): boolean {
  const x = times[a] as number
  const y = times[b] as number
  return x < y || (x === y && (sequences[a] as number) < (sequences[b] as number))
}
