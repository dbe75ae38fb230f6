/** A sitting of cards, and the labs that are watched from it: one of them has the window at a time. */

import type { Card } from '../../../drills/cards/card.ts'
import type { Language } from '../../../drills/texts.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import { CardsScreen, type CardsScreenOptions } from './cards-screen.ts'
import { practiceWords } from './cards-screen-words.ts'
import type { Child } from './drill-program.ts'

export interface WatchedCardsOptions extends Omit<CardsScreenOptions, 'watch'> {
  /** Another language was chosen in a lab. */
  speaks(language: Language): void
}

export class WatchedCards implements Child {
  readonly #cards: CardsScreen
  readonly #write: (text: string) => void
  readonly #speaks: (language: Language) => void
  #size: Size
  #watch: Child | undefined
  #isOpening = false
  #ended = false

  constructor(options: WatchedCardsOptions) {
    this.#write = options.write
    this.#speaks = options.speaks
    this.#size = options.size
    this.#cards = new CardsScreen({
      ...options,
      watch: (card, language) => void this.#open(card, language),
    })
  }

  input(strokes: readonly Stroke[]): void {
    if (this.#watch !== undefined) this.#watch.input(strokes)
    else if (!this.#isOpening) this.#cards.input(strokes)
  }

  resize(size: Size): void {
    this.#size = size
    const shown = this.#watch ?? this.#cards
    shown.resize(size)
  }

  end(): void {
    this.#ended = true
    this.#watch?.end()
    this.#cards.end()
  }

  async #open({ watch }: Card, language: Language): Promise<void> {
    if (watch === undefined) return
    this.#isOpening = true
    this.#cards.say(practiceWords(language).starting)
    try {
      const { WatchScreen } = await import('./watch-screen.ts')
      const screen = await WatchScreen.open(watch, {
        size: this.#size,
        language,
        write: this.#write,
        speaks: this.#speaks,
        done: () => this.#back(),
      })
      this.#watch = screen
      if (this.#ended) screen.end()
      else screen.resize(this.#size)
    } catch (error) {
      this.#cards.say(error instanceof Error ? error.message : String(error))
    }
    this.#isOpening = false
  }

  #back(): void {
    this.#watch?.end()
    this.#watch = undefined
    this.#write('\x1b[2J')
    this.#cards.say(undefined)
    this.#cards.resize(this.#size)
  }
}
