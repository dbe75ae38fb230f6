/**
 * Ink as a layout engine: a React tree in, the rows of a frame out, at once. Ink's own writer would draw the whole console
 * through React on every key, at thirty frames a second; here one painter writes both Ink's rows and the console's.
 */

import { Writable } from 'node:stream'
import { type Instance, render } from 'ink'
import type { ReactNode } from 'react'

export class InkFrames {
  readonly #sink = new FrameSink()
  #instance: Instance | undefined

  /** The rows of `node` in a window of that size, each with its colours. */
  draw(node: ReactNode, size: { columns: number; rows: number }): string[] {
    this.#sink.columns = size.columns
    this.#sink.rows = size.rows
    if (this.#instance === undefined) {
      this.#instance = render(node, {
        stdout: this.#sink,
        // Every update is one whole frame, written when it is rendered.
        debug: true,
        patchConsole: false,
        exitOnCtrlC: false,
      })
    } else this.#instance.rerender(node)
    const rows = this.#sink.frame.split('\n')
    return Array.from({ length: size.rows }, (_, y) => rows[y] ?? '')
  }

  close(): void {
    this.#instance?.unmount()
    this.#instance = undefined
  }
}

/** Keeps the last frame. */
class FrameSink extends Writable {
  columns = 80
  rows = 24
  frame = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.frame = chunk.toString()
    done()
  }
}
