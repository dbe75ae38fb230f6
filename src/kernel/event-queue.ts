/**
 * What waits, in the order in which it is due: a binary heap on typed arrays, keyed (time, sequence). An event is a receiver
 * and one argument in a slot, so a frame on its way allocates nothing. Leaves out: the clock itself (kernel.ts).
 */

/** Who is told when a scheduled event is due. */
export interface Receiver<T = unknown> {
  arrive(argument: T): void
}

export class EventQueue {
  /** By place in the heap, the first `#length` of them used. */
  #atMs = new Float64Array(64)
  #sequence = new Float64Array(64)
  /** A permutation of all slots: behind `#length` stand the free ones. */
  #slot = Uint32Array.from({ length: 64 }, (_, slot) => slot)
  #length = 0
  /** The first event was taken out and nothing has come in its place yet: most events schedule the next one. */
  #vacant = false
  #nextSequence = 0
  #cancelled = 0
  /** By slot. A used slot without a receiver was cancelled. */
  readonly #receivers: (Receiver | undefined)[] = new Array(64).fill(undefined)
  readonly #arguments: unknown[] = new Array(64).fill(undefined)

  /** Places in the heap, those of cancelled events among them. */
  get length(): number {
    return this.#vacant ? this.#length - 1 : this.#length
  }

  /** When the next event is due, in ms; Infinity when nothing waits. */
  get nextAtMs(): number {
    if (this.#vacant) this.#fill()
    while (this.#length > 0) {
      if (this.#receivers[this.#slot[0] as number] !== undefined) return this.#atMs[0] as number
      this.#fill()
      this.#cancelled--
    }
    return Number.POSITIVE_INFINITY
  }

  /** Adds an event behind all others of the same time; its slot is its own until it is due or cancelled. */
  add(atMs: number, receiver: Receiver, argument: unknown): number {
    if (this.#vacant) {
      this.#vacant = false
      const slot = this.#slot[0] as number
      this.#receivers[slot] = receiver
      this.#arguments[slot] = argument
      this.#place(0, atMs, this.#nextSequence++, slot)
      return slot
    }
    if (this.#length === this.#slot.length) this.#grow()
    const times = this.#atMs
    const sequences = this.#sequence
    const slots = this.#slot
    let place = this.#length++
    const slot = slots[place] as number
    this.#receivers[slot] = receiver
    this.#arguments[slot] = argument
    // Nothing was scheduled later, so among equals it stays behind: times alone decide.
    while (place > 0) {
      const parent = (place - 1) >> 1
      const parentMs = times[parent] as number
      if (parentMs <= atMs) break
      times[place] = parentMs
      sequences[place] = sequences[parent] as number
      slots[place] = slots[parent] as number
      place = parent
    }
    times[place] = atMs
    sequences[place] = this.#nextSequence++
    slots[place] = slot
    return slot
  }

  /** Forgets a waiting event. Once it is due or cancelled, its slot belongs to others. */
  cancel(slot: number): void {
    this.#receivers[slot] = undefined
    this.#arguments[slot] = undefined
    this.#cancelled++
    if (this.#cancelled > 64 && this.#cancelled > this.#length / 2) this.#sweep()
  }

  /** Takes the event that `nextAtMs` named out of the queue and tells its receiver. */
  runNext(): void {
    const slot = this.#slot[0] as number
    const receiver = this.#receivers[slot] as Receiver
    const argument = this.#arguments[slot]
    this.#receivers[slot] = undefined
    this.#arguments[slot] = undefined
    this.#vacant = true
    receiver.arrive(argument)
  }

  /** Closes the gap at the front. */
  #fill(): void {
    this.#vacant = false
    const slot = this.#slot[0] as number
    const last = --this.#length
    if (last > 0)
      this.#place(0, this.#atMs[last] as number, this.#sequence[last] as number, this.#slot[last] as number)
    this.#slot[last] = slot
  }

  /** Puts an event at `place` or below it, where its children are later. */
  #place(place: number, atMs: number, sequence: number, slot: number): void {
    const times = this.#atMs
    const sequences = this.#sequence
    const slots = this.#slot
    const length = this.#length
    for (;;) {
      let child = 2 * place + 1
      if (child >= length) break
      let childMs = times[child] as number
      if (child + 1 < length) {
        const otherMs = times[child + 1] as number
        if (
          otherMs < childMs ||
          (otherMs === childMs && (sequences[child + 1] as number) < (sequences[child] as number))
        ) {
          child++
          childMs = otherMs
        }
      }
      if (atMs < childMs || (atMs === childMs && sequence < (sequences[child] as number))) break
      times[place] = childMs
      sequences[place] = sequences[child] as number
      slots[place] = slots[child] as number
      place = child
    }
    times[place] = atMs
    sequences[place] = sequence
    slots[place] = slot
  }

  /** Forgets cancelled events in one go, so that timers that are set and cancelled for ever keep memory bounded. */
  #sweep(): void {
    const times = this.#atMs
    const sequences = this.#sequence
    const slots = this.#slot
    if (this.#vacant) this.#fill()
    let alive = 0
    for (let place = 0; place < this.#length; place++) {
      const slot = slots[place] as number
      if (this.#receivers[slot] === undefined) continue
      times[alive] = times[place] as number
      sequences[alive] = sequences[place] as number
      slots[place] = slots[alive] as number
      slots[alive++] = slot
    }
    this.#length = alive
    this.#cancelled = 0
    for (let place = (alive >> 1) - 1; place >= 0; place--)
      this.#place(place, times[place] as number, sequences[place] as number, slots[place] as number)
  }

  #grow(): void {
    const size = 2 * this.#length
    const times = new Float64Array(size)
    const sequences = new Float64Array(size)
    const slots = Uint32Array.from({ length: size }, (_, slot) => slot)
    times.set(this.#atMs)
    sequences.set(this.#sequence)
    slots.set(this.#slot)
    this.#atMs = times
    this.#sequence = sequences
    this.#slot = slots
    // Made one by one, arrays stay without holes.
    while (this.#receivers.length < size) {
      this.#receivers.push(undefined)
      this.#arguments.push(undefined)
    }
  }
}
