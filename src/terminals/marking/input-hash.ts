/**
 * One number for everything that marks follow from: SHA-256 over these parts, each as its name, a line feed, its length in
 * bytes as a decimal number, a line feed, and its bytes:
 *
 *     drill               the drill's file
 *     lab                 its lab as the program reads it, as JSON: it may stand in another file, as may its profiles
 *     transcript          the submitted file, or
 *     state/NAME          each file of the submitted state directory, by name
 */

import { createHash, type Hash } from 'node:crypto'
import type { LabDrill } from '../../drills/lab-drill.ts'
import type { Submission } from './submission.ts'

export class InputHash {
  readonly #drill: Hash

  constructor(drill: LabDrill, file: Uint8Array) {
    this.#drill = createHash('sha256')
    add(this.#drill, 'drill', file)
    add(this.#drill, 'lab', Buffer.from(JSON.stringify(drill.lab)))
  }

  /** As hexadecimal digits. */
  of(submission: Submission): string {
    const hash = this.#drill.copy()
    if (submission.kind === 'transcript') add(hash, 'transcript', submission.bytes)
    else for (const { name, bytes } of submission.files) add(hash, `state/${name}`, bytes)
    return hash.digest('hex')
  }
}

function add(hash: Hash, name: string, bytes: Uint8Array): void {
  hash.update(`${name}\n${bytes.length}\n`)
  hash.update(bytes)
}
