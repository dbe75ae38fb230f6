/**
 * The console on a pipe: bytes are keys, typing takes no time, and virtual time jumps over every wait. A byte is typed when
 * the device waits for input; only the break key is typed at once, because breaking a wait is what it is for.
 */

import type { Practice } from '../practice.ts'

const breakByte = 0x1e
const returnByte = 0x0d
const feedByte = 0x0a

export interface PipeOptions {
  /** Virtual time that follows each Enter. */
  readonly paceMs: number
}

/** More waiting than this for one input means that it will never end (a loop of our own). */
const longestWaitMs = 24 * 3600 * 1000

export class Pipe {
  readonly #practice: Practice
  readonly #paceMs: number
  #pace = false
  #afterReturn = false

  constructor(practice: Practice, options: PipeOptions) {
    this.#practice = practice
    this.#paceMs = options.paceMs
  }

  input(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number
      if (byte !== breakByte) this.#settle()
      this.#practice.input(bytes.subarray(index, index + 1))
      // CR LF is one Enter.
      this.#pace ||= byte === returnByte || (byte === feedByte && !this.#afterReturn)
      this.#afterReturn = byte === returnByte
    }
  }

  /** Finishes what is under way. */
  end(): void {
    this.#settle()
  }

  /** Lets the device work until it waits for input, and then the pace of the last Enter pass. */
  #settle(): void {
    const { kernel, machine } = this.#practice
    const limit = kernel.nowMs + longestWaitMs
    while (!machine.waitsForInput && kernel.step(limit));
    if (!this.#pace) return
    this.#pace = false
    kernel.advanceTo(kernel.nowMs + this.#paceMs)
    while (!machine.waitsForInput && kernel.step(limit));
  }
}
