/**
 * What this device has asked by ICMP or by a UDP probe and waits to hear of: matches replies and errors with the question.
 */

import type { Kernel, Timer } from '../../kernel/kernel.ts'
import type { Answer } from './types.ts'

export interface Query {
  readonly sentMs: number
  /** The ICMP data that were sent, for comparison; undefined for probes. */
  readonly data: Uint8Array | undefined
  /** Several may answer: the question stays open until its time is over. */
  readonly toGroup: boolean
  readonly onAnswer: (answer: Answer) => void
  timer: Timer | undefined
}

export class Queries {
  readonly #kernel: Kernel
  readonly #open = new Map<number, Query>()
  #nextId = 0
  #nextPort = 49_152

  constructor(kernel: Kernel) {
    this.#kernel = kernel
  }

  newId(): number {
    this.#nextId = (this.#nextId + 1) & 0xffff
    return this.#nextId
  }

  newPort(): number {
    const port = this.#nextPort
    this.#nextPort = port === 65_535 ? 49_152 : port + 1
    return port
  }

  open(key: number, query: Omit<Query, 'timer' | 'sentMs'>, timeoutMs: number): Query {
    const made: Query = { ...query, sentMs: this.#kernel.nowMs, timer: undefined }
    this.#open.set(key, made)
    made.timer = this.#kernel.after(timeoutMs, () => {
      this.#open.delete(key)
      made.onAnswer({ kind: 'timeout' })
    })
    return made
  }

  get(key: number): Query | undefined {
    return this.#open.get(key)
  }

  /** Gives the answer; the question is closed unless others may answer too. */
  answer(key: number, answer: (rttMs: number) => Answer): void {
    const query = this.#open.get(key)
    if (query === undefined) return
    if (!query.toGroup) this.cancel(key)
    query.onAnswer(answer(this.#kernel.nowMs - query.sentMs))
  }

  cancel(key: number): void {
    const query = this.#open.get(key)
    query?.timer?.cancel()
    this.#open.delete(key)
  }
}

export function echoKey(id: number, sequence: number): number {
  return id * 0x1_0000 + sequence
}

export function probeKey(sourcePort: number, destinationPort: number): number {
  return 0x1_0000_0000 + sourcePort * 0x1_0000 + destinationPort
}
