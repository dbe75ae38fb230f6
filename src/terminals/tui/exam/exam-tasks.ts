/** The tasks of a lab in an exam: read, scrolled, and submitted from. No hints and no marks. */

import type { LabItem } from '../../../drills/exam/plan.ts'
import { type LabDrill, pointsOf } from '../../../drills/lab-drill.ts'
import { type Language, said } from '../../../drills/texts.ts'
import { toned } from '../colours.ts'
import type { Pane } from '../panes.ts'
import type { Size } from '../window-view.ts'
import { hanging, wrapped } from '../wrapped.ts'
import { sittingWords } from './sitting-words.ts'

export class ExamTasks implements Pane {
  readonly #drill: LabDrill
  readonly #item: LabItem
  readonly #languageNow: () => Language
  readonly #submit: () => void
  readonly #toConsole: () => void
  #asks = false
  #top = 0
  #most = 0
  #page = 1

  constructor(
    drill: LabDrill,
    item: LabItem,
    language: () => Language,
    actions: { submit(): void; toConsole(): void },
  ) {
    this.#drill = drill
    this.#item = item
    this.#languageNow = language
    this.#submit = actions.submit
    this.#toConsole = actions.toConsole
  }

  get #language(): Language {
    return this.#languageNow()
  }

  key(key: string): void {
    if (this.#asks) {
      this.#asks = false
      if (key === 's') this.#submit()
      return
    }
    if (key === 's') this.#asks = true
    if (key === 'esc' || key === 'enter') this.#toConsole()
    const move = { up: -1, down: 1, pageup: -this.#page, pagedown: this.#page }[key] ?? 0
    this.#top = Math.max(0, Math.min(this.#most, this.#top + move))
  }

  rows({ columns, rows }: Size, hasKeys: boolean): string[] {
    const words = sittingWords(this.#language)
    const width = columns - 2
    const { title, story, tasks } = this.#drill
    const scale = this.#item.max / pointsOf(this.#drill)
    const text = [
      ...wrapped(said(title, this.#language), width).map((row) => toned(row, 'bold')),
      '',
      ...wrapped(said(story, this.#language), width),
      '',
      ...tasks.flatMap((task) => [
        ...hanging('○ ', said(task.text, this.#language), width),
        toned(`  ${words.points(Math.round(task.points * scale * 100) / 100)}`, 'dim'),
      ]),
    ]
    this.#page = Math.max(1, rows - 2)
    this.#most = Math.max(0, text.length - this.#page)
    const shown = text.slice(this.#top, this.#top + this.#page)
    const filled = Array.from({ length: this.#page }, (_, y) =>
      shown[y] === undefined ? '' : ` ${shown[y]}`,
    )
    const foot = this.#asks
      ? toned(` ${words.submitLab}`, 'attention')
      : toned(` ${words.labKeys}`, hasKeys ? 'active' : 'dim')
    return [...filled, '', foot]
  }

  close(): undefined {
    return undefined
  }
}
