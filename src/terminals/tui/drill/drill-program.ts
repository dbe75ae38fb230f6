/**
 * Drills in the full screen: the list, and what is started from it. One thing has the window at a time: the list, a lab with
 * its tasks, a sitting of cards, a solution.
 *
 * Leaves out the real terminal and where progress is kept (run-drills.ts).
 */

import { type Language, said } from '../../../drills/texts.ts'
import type { DrillSource } from '../../drill/drill-source.ts'
import { toned } from '../colours.ts'
import { cutToWidth } from '../cut-to-width.ts'
import type { ScreenProgram } from '../in-full-screen.ts'
import { Painter } from '../painter.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import { DrillList, type ListedDrills } from './drill-list.ts'
import { drillWords } from './drill-words.ts'

/** What has the window besides the list. */
export interface Child {
  input(strokes: readonly Stroke[]): void
  resize(size: Size): void
  end(): void
}

/** What a child is started with. */
export interface ChildWindow {
  readonly size: Size
  readonly language: () => Language
  /** Another was chosen, here and from now on. */
  speaks(language: Language): void
  /** Back to where it was started from. */
  done(): void
}

export interface DrillProgramOptions {
  readonly size: Size
  readonly language: Language
  write(text: string): void
  /** The drills as they stand now. */
  list(): Promise<ListedDrills>
  openLab(source: DrillSource, window: ChildWindow): Promise<Child>
  openCards(id: string, window: ChildWindow): Promise<Child>
  /** Begins here instead of the list; leaving it leaves. */
  readonly first?: DrillSource | { readonly kind: 'cards'; readonly id: string }
  /** Another language was chosen. */
  speaks?(language: Language): void
  leave(): void
}

export class DrillProgram implements ScreenProgram {
  readonly #options: DrillProgramOptions
  readonly #painter: Painter
  #language: Language
  #size: Size
  #list: DrillList | undefined
  #child: Child | undefined
  /** While something is being started, or why it was not. */
  #note: string | undefined
  #isBusy = false
  #ended = false

  constructor(options: DrillProgramOptions) {
    this.#options = options
    this.#language = options.language
    this.#size = options.size
    this.#painter = new Painter(options.write)
  }

  async begin(): Promise<void> {
    const { first } = this.#options
    if (first === undefined) {
      await this.#refresh()
      return
    }
    const title = first.kind === 'cards' ? first.id : first.kind === 'drill' ? first.drill : first.lab
    await this.#start(first, title)
  }

  input(strokes: readonly Stroke[]): void {
    if (this.#child !== undefined) {
      this.#child.input(strokes)
      return
    }
    for (const { key } of strokes) if (this.#child === undefined && !this.#ended) this.#key(key)
    this.#paint()
  }

  resize(size: Size): void {
    this.#size = size
    if (this.#child !== undefined) this.#child.resize(size)
    else {
      this.#painter.invalidate()
      this.#paint()
    }
  }

  end(): undefined {
    this.#ended = true
    this.#child?.end()
    return undefined
  }

  #key(key: string): void {
    if (key === 'leader' || key === 'ctrl-c') {
      this.#options.leave()
      return
    }
    const list = this.#list
    if (list === undefined || this.#isBusy) return
    this.#note = undefined
    if (list.isSearching) list.key(key)
    else if (key === 'q') this.#options.leave()
    else if (key === 'l') this.#speaks(this.#language === 'zh' ? 'en' : 'zh')
    else if (key === 'enter') {
      const { chosen } = list
      if (chosen === undefined) return
      const title = said(chosen.title, this.#language)
      const source =
        chosen.kind === 'cards'
          ? ({ kind: 'cards', id: chosen.id } as const)
          : ({ kind: 'drill', drill: chosen.id } as const)
      void this.#start(source, title)
    } else list.key(key)
  }

  #speaks(language: Language): void {
    this.#language = language
    this.#options.speaks?.(language)
  }

  async #start(
    source: DrillSource | { readonly kind: 'cards'; readonly id: string },
    title: string,
  ): Promise<void> {
    const words = drillWords(this.#language)
    this.#isBusy = true
    this.#note = source.kind === 'break' ? words.breaking(source.lab) : words.starting(title)
    this.#paint()
    const window: ChildWindow = {
      size: this.#size,
      language: () => this.#language,
      speaks: (language) => this.#speaks(language),
      done: () => void this.#back(),
    }
    try {
      const child =
        source.kind === 'cards'
          ? await this.#options.openCards(source.id, window)
          : await this.#options.openLab(source, window)
      this.#note = undefined
      if (this.#ended) child.end()
      else {
        this.#child = child
        child.resize(this.#size)
      }
    } catch (error) {
      // A drill started by its name has no list to go back to.
      this.#note = error instanceof Error ? error.message : String(error)
      if (this.#options.first !== undefined) {
        this.#failure = this.#note
        this.#options.leave()
      }
    }
    this.#isBusy = false
    this.#paint()
  }

  #failure: string | undefined

  /** Why a drill that was asked for could not be started. */
  get failure(): string | undefined {
    return this.#failure
  }

  async #back(): Promise<void> {
    this.#child?.end()
    this.#child = undefined
    if (this.#options.first !== undefined) {
      this.#options.leave()
      return
    }
    this.#options.write('\x1b[2J')
    this.#painter.invalidate()
    await this.#refresh()
  }

  async #refresh(): Promise<void> {
    const listed = await this.#options.list()
    if (this.#list === undefined) this.#list = new DrillList(listed)
    else this.#list.listed = listed
    this.#paint()
  }

  #paint(): void {
    if (this.#ended || this.#child !== undefined) return
    const { columns, rows } = this.#size
    const words = drillWords(this.#language)
    const body = this.#list?.rows(columns, rows - 2, this.#language) ?? ['', ` ${this.#note ?? ''}`]
    const filled = Array.from({ length: rows - 2 }, (_, y) => body[y] ?? '')
    const foot = this.#note ?? (columns >= 84 ? words.keys : words.keysShort)
    const row = toned(cutToWidth(` ${foot}`, columns), this.#note === undefined ? 'plain' : 'attention')
    this.#painter.paint({ columns, rows: [...filled, toned('─'.repeat(columns), 'dim'), row] })
  }
}
