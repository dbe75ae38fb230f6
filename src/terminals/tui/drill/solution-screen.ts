/** A solution as a transcript, over everything else: read, scrolled, written to a file. */

import type { Language } from '../../../drills/texts.ts'
import { toned } from '../colours.ts'
import { cutToWidth } from '../cut-to-width.ts'
import { Painter } from '../painter.ts'
import type { Size } from '../window-view.ts'
import { wrapped } from '../wrapped.ts'
import { drillWords } from './drill-words.ts'

export interface SolutionOptions {
  readonly size: Size
  readonly language: () => Language
  write(text: string): void
  /** Writes it down; the file. */
  keep(): string
  close(): void
}

export class SolutionScreen {
  readonly #transcript: string
  readonly #options: SolutionOptions
  readonly #painter: Painter
  #size: Size
  #top = 0
  #note: string | undefined

  constructor(transcript: string, options: SolutionOptions) {
    this.#transcript = transcript
    this.#options = options
    this.#size = options.size
    this.#painter = new Painter(options.write)
  }

  get #rows(): string[] {
    return wrapped(this.#transcript.trimEnd(), this.#size.columns - 2)
  }

  key(key: string): void {
    const page = this.#size.rows - 4
    const most = Math.max(0, this.#rows.length - page)
    const move = { up: -1, down: 1, pageup: -page, pagedown: page, ' ': page }[key] ?? 0
    this.#top = Math.max(0, Math.min(most, this.#top + move))
    if (key === 'w') this.#note = this.#written()
    if (key === 'esc' || key === 'q' || key === 'leader') this.#options.close()
    else this.paint()
  }

  #written(): string {
    const words = drillWords(this.#options.language())
    try {
      return words.written(this.#options.keep())
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  resize(size: Size): void {
    this.#size = size
    this.#painter.invalidate()
    this.paint()
  }

  paint(): void {
    const { columns, rows } = this.#size
    const words = drillWords(this.#options.language())
    const page = rows - 4
    const shown = this.#rows.slice(this.#top, this.#top + page)
    const body = Array.from({ length: page }, (_, y) => {
      const row = shown[y] ?? ''
      return row.startsWith('!: ') ? ` ${toned(row, 'dim')}` : row === '' ? '' : ` ${row}`
    })
    const foot = this.#note ?? words.solutionKeys
    this.#painter.paint({
      columns,
      rows: [
        toned(` ${words.solution}`, 'bold'),
        '',
        ...body,
        toned('─'.repeat(columns), 'dim'),
        cutToWidth(` ${foot}`, columns),
      ],
    })
  }
}
