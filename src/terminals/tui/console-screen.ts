/**
 * What the console shows: a terminal emulator that the device writes to, with its scrollback, read back as rows of text. A
 * device on a cable knows no window, so the window's size changes this screen and nothing else: the device goes on
 * believing in the 80 columns and 24 rows of its line until it is told otherwise (`terminal length`, `terminal width`).
 *
 * Rows are plain text: a console has no colours, and what a banner smuggles in stays inside the emulator.
 */

import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'

const scrollbackRows = 10_000

export interface Cursor {
  readonly x: number
  readonly y: number
}

export class ConsoleScreen {
  readonly #terminal: InstanceType<typeof xterm.Terminal>

  constructor(size: { columns: number; rows: number }, listener: { changed(): void; bell(): void }) {
    this.#terminal = new xterm.Terminal({
      cols: size.columns,
      rows: size.rows,
      scrollback: scrollbackRows,
      allowProposedApi: true,
    })
    this.#terminal.loadAddon(new Unicode11Addon())
    this.#terminal.unicode.activeVersion = '11'
    this.#terminal.onWriteParsed(() => listener.changed())
    this.#terminal.onBell(() => listener.bell())
  }

  /** Text shows a moment later; `changed` says when. */
  write(text: string): void {
    this.#terminal.write(text)
  }

  /** Resolves when everything written so far shows. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.#terminal.write('', resolve))
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
  }

  /** The rows of the window, top to bottom, without trailing blanks. */
  rows(): string[] {
    const { baseY } = this.#terminal.buffer.active
    return Array.from({ length: this.#terminal.rows }, (_, y) => this.#row(baseY + y))
  }

  /** Everything that is kept, the window included, down to the last row with text. */
  history(): string[] {
    const { baseY, cursorY } = this.#terminal.buffer.active
    return Array.from({ length: baseY + cursorY + 1 }, (_, y) => this.#row(y))
  }

  get cursor(): Cursor {
    const { cursorX, cursorY } = this.#terminal.buffer.active
    return { x: Math.min(cursorX, this.#terminal.cols - 1), y: cursorY }
  }

  #row(y: number): string {
    return this.#terminal.buffer.active.getLine(y)?.translateToString(true) ?? ''
  }
}
