/**
 * A transcript as read from a file: the rows of a terminal session and the directives between them.
 * Leaves out reading the text (read-transcript.ts) and running it (run-transcript.ts).
 */

import type { Lab, LabCable } from '../labs/lab.ts'

/** A row of terminal text, as it looks once the cursor has done all its moving. */
export interface Row {
  readonly kind: 'row'
  /** Counted from 1 in the file. */
  readonly number: number
  readonly text: string
}

/** What happens between two rows. What was said before the first row is in `Transcript`. */
export type Step =
  | { readonly kind: 'on'; readonly number: number; readonly name: string }
  | { readonly kind: 'wait'; readonly number: number; readonly ms: number }
  | { readonly kind: 'cut' | 'mend'; readonly number: number; readonly cable: LabCable }
  | { readonly kind: 'power'; readonly number: number; readonly name: string; readonly on: boolean }
  | {
      readonly kind: 'capture'
      readonly number: number
      readonly cable: LabCable
      /** Where the capture file goes, as the directive names it. */
      readonly file: string
      /** Undefined: until the transcript ends. */
      readonly ms: number | undefined
    }
  | { readonly kind: 'clock'; readonly number: number; readonly utcMs: number }
  | { readonly kind: 'width' | 'length'; readonly number: number; readonly cells: number }

export type Item = Row | Step

export interface TranscriptDevice {
  readonly name: string
  readonly profile: string
  readonly number: number
  /** IOS lines: what the device was before the first row. */
  readonly config?: { readonly text: string; readonly firstNumber: number }
}

export interface Transcript {
  readonly path: string
  /** Whose devices these are, and the cables between them; undefined where the file names single devices. */
  readonly lab: Lab | undefined
  /** Every line of the file, as it stands there. */
  readonly lines: readonly string[]
  readonly items: readonly Item[]
  readonly devices: readonly TranscriptDevice[]
  /** Recorded on a real device, so nobody rewrites it. */
  readonly captured: boolean
  /** Answers that no terminal shows, in order. */
  readonly secrets: readonly string[]
  readonly exactBlanks: boolean
}

/** Rows `from` up to `to` (items of the file) have to be `rows`; the row at `to` has to be `next`, where it is given. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly rows: readonly string[]
  readonly next?: string
}

/** A file that cannot be read as a transcript. */
export class BadTranscript extends Error {
  override readonly name = 'BadTranscript'
  readonly path: string
  readonly line: number
  readonly column: number

  constructor(path: string, line: number, column: number, found: string, expected: string) {
    super(`${path}:${line}:${column}: found ${found}, expected ${expected}`)
    this.path = path
    this.line = line
    this.column = column
  }
}
