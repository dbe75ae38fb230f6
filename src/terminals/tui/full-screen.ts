/**
 * The real terminal: raw keys and the alternate screen while the program runs, and everything as it was found afterwards,
 * however the program ends.
 *
 * The kitty protocol and modifyOtherKeys make Ctrl+Shift+6 arrive on keyboards where it has no code of its own. Terminals
 * that know neither ignore both; Linux's console prints what it does not know, and is not asked.
 */

import { writeSync } from 'node:fs'
import type { ReadStream } from 'node:tty'

/** Each mode with what undoes it; undone in the opposite order. */
const modes: readonly (readonly [on: string, off: string])[] = [
  ['\x1b[?1049h', '\x1b[?1049l'],
  // A row that a terminal thinks wider than we do is cut instead of wrapping.
  ['\x1b[?7l', '\x1b[?7h'],
  ['\x1b[?2004h', '\x1b[?2004l'],
]
const keyboardModes: readonly (readonly [on: string, off: string])[] = [
  ['\x1b[>5u', '\x1b[<u'],
  ['\x1b[>4;1m', '\x1b[>4m'],
]

export class FullScreen {
  readonly #input: ReadStream
  readonly #output: typeof process.stdout
  #undo = ''

  constructor(input: ReadStream, output: typeof process.stdout) {
    this.#input = input
    this.#output = output
  }

  enter(term: string | undefined): void {
    const used = term === 'linux' ? modes : [...modes, ...keyboardModes]
    this.#undo = `\x1b[m\x1b[?25h${used
      .map(([, off]) => off)
      .reverse()
      .join('')}`
    // After a crash too, and before Node prints the error, which then stands on the ordinary screen.
    process.on('exit', this.#restoreNow)
    this.#input.setRawMode(true)
    this.#output.write(used.map(([on]) => on).join(''))
  }

  /** Puts the terminal back; safe to call again. */
  leave(): void {
    this.#restoreNow()
    process.off('exit', this.#restoreNow)
  }

  readonly #restoreNow = (): void => {
    const undo = this.#undo
    if (undo === '') return
    this.#undo = ''
    try {
      writeSync(this.#output.fd, undo)
    } catch {
      // A terminal that is gone needs nothing.
    }
    try {
      this.#input.setRawMode(false)
    } catch {}
  }
}
