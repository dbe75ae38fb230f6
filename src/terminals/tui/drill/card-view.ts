/**
 * A question on the screen and the answer as it is given, key by key: for practice and for exams alike. Leaves out what
 * happens once it is submitted.
 */

import { type Choice, type Presented, present } from '../../../drills/cards/present.ts'
import type { Answer, Question } from '../../../drills/cards/question.ts'
import { type Language, said } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { toned } from '../colours.ts'
import type { Cursor } from '../console-screen.ts'
import { hanging, wrapped } from '../wrapped.ts'
import { cardWords } from './card-words.ts'

const leftMargin = 1

export class CardView {
  readonly #question: Question
  readonly #presented: Presented
  readonly #language: () => Language
  /** The row that Space and the arrows act on. */
  #at = 0
  #isChosen = false
  readonly #chosen = new Set<number>()
  #order: Choice[]
  /** An item of an order goes along with the arrows. */
  #holds = false
  readonly #partners: (number | undefined)[]
  #typed = ''
  #cursor: Cursor | undefined

  /** @param given an answer to go on with, after a break */
  constructor(question: Question, seed: number, language: () => Language, given?: Answer) {
    this.#question = question
    this.#presented = present(question, seed)
    this.#language = language
    this.#order = this.#presented.kind === 'order' ? [...this.#presented.items] : []
    this.#partners = this.#presented.kind === 'match' ? this.#presented.lefts.map(() => undefined) : []
    if (given !== undefined) this.#take(given)
  }

  #take(given: Answer): void {
    const shown = this.#presented
    if (given.kind === 'choose-one' && shown.kind === 'choose-one') {
      this.#at = Math.max(
        0,
        shown.choices.findIndex(({ index }) => index === given.choice),
      )
      this.#isChosen = true
    } else if (given.kind === 'choose-many') for (const index of given.choices) this.#chosen.add(index)
    else if (given.kind === 'order' && shown.kind === 'order')
      this.#order = given.order.flatMap((at) => shown.items.filter(({ index }) => index === at))
    else if (given.kind === 'match')
      given.partners.forEach((partner, at) => {
        this.#partners[at] = partner < 0 ? undefined : partner
      })
    else if (given.kind === 'type' || given.kind === 'compute') this.#typed = given.typed
  }

  /** Undefined while nothing is chosen or typed. */
  get answer(): Answer | undefined {
    const shown = this.#presented
    switch (shown.kind) {
      case 'choose-one':
        return this.#isChosen
          ? { kind: 'choose-one', choice: shown.choices[this.#at]?.index ?? 0 }
          : undefined
      case 'choose-many':
        return this.#chosen.size === 0
          ? undefined
          : { kind: 'choose-many', choices: [...this.#chosen].sort((a, b) => a - b) }
      case 'order':
        return { kind: 'order', order: this.#order.map(({ index }) => index) }
      case 'match':
        return this.#partners.every((one) => one === undefined)
          ? undefined
          : { kind: 'match', partners: this.#partners.map((one) => one ?? -1) }
      default:
        return this.#typed.trim() === '' ? undefined : { kind: shown.kind, typed: this.#typed.trim() }
    }
  }

  /** Letters belong to the answer: other keys of the screen need Esc or the leader. */
  get takesLetters(): boolean {
    return this.#presented.kind === 'type' || this.#presented.kind === 'compute'
  }

  /** True for Enter on an answer that is complete enough to be handed in. */
  key(key: string): boolean {
    if (key === 'enter') return this.answer !== undefined
    const shown = this.#presented
    switch (shown.kind) {
      case 'type':
      case 'compute':
        this.#type(key)
        break
      case 'choose-one':
        this.#move(key, shown.choices.length)
        this.#bySign(key, shown.choices)
        if (key === 'up' || key === 'down' || key === ' ') this.#isChosen = true
        break
      case 'choose-many': {
        this.#move(key, shown.choices.length)
        if (key === ' ') this.#toggle(shown.choices[this.#at])
        else if (this.#bySign(key, shown.choices)) this.#toggle(shown.choices[this.#at])
        break
      }
      case 'order':
        if (key === ' ') this.#holds = !this.#holds
        else this.#reorder(key)
        break
      case 'match': {
        this.#move(key, shown.lefts.length)
        const right = shown.rights.find(({ sign }) => sign === key)
        if (right !== undefined) {
          this.#partners[this.#at] = right.index
          this.#at = Math.min(this.#at + 1, shown.lefts.length - 1)
        } else if (key === 'backspace') this.#partners[this.#at] = undefined
      }
    }
    return false
  }

  #type(key: string): void {
    if (key === 'backspace') this.#typed = [...this.#typed].slice(0, -1).join('')
    else if (key === 'ctrl-u') this.#typed = ''
    else if ([...key].length === 1 && this.#typed.length < 200) this.#typed += key
  }

  #move(key: string, count: number): void {
    if (key === 'up') this.#at = (this.#at + count - 1) % count
    else if (key === 'down') this.#at = (this.#at + 1) % count
  }

  #bySign(key: string, choices: readonly Choice[]): boolean {
    const found = choices.findIndex(({ sign }) => sign === key)
    if (found < 0) return false
    this.#at = found
    this.#isChosen = true
    return true
  }

  #toggle(choice: Choice | undefined): void {
    if (choice === undefined) return
    if (!this.#chosen.delete(choice.index)) this.#chosen.add(choice.index)
  }

  #reorder(key: string): void {
    const from = this.#at
    this.#move(key, this.#order.length)
    if (!this.#holds || this.#at === from) return
    const [held] = this.#order.splice(from, 1)
    if (held !== undefined) this.#order.splice(this.#at, 0, held)
  }

  /** What the keys do, for the foot of the screen. */
  get help(): string {
    return cardWords(this.#language()).help[this.#presented.kind]
  }

  /** Where the cursor is in the rows last drawn; undefined where nothing is typed. */
  get cursor(): Cursor | undefined {
    return this.#cursor
  }

  /** The question and what is answered so far, as many rows as it needs. */
  rows(columns: number): string[] {
    const language = this.#language()
    const { ask, screen } = this.#question
    const width = columns - 2 * leftMargin
    const rows = [...wrapped(said(ask, language), width).map((row) => toned(row, 'bold')), '']
    if (screen !== undefined) rows.push(...screen.replace(/\n$/, '').split('\n'), '')
    this.#cursor = undefined
    rows.push(...this.#answerRows(width, language, rows.length))
    return rows.map((row) => (row === '' ? '' : ' '.repeat(leftMargin) + row))
  }

  #answerRows(width: number, language: Language, above: number): string[] {
    const shown = this.#presented
    const words = cardWords(language)
    const row = (at: number, sign: string, text: string): string[] => {
      const marker = at === this.#at ? '▸ ' : '  '
      const tone = at === this.#at ? 'active' : 'plain'
      return hanging(`${marker}${sign}  `, text, width).map((one) => toned(one, tone))
    }
    switch (shown.kind) {
      case 'choose-one':
        return shown.choices.flatMap(({ sign, text }, at) =>
          row(this.#isChosen ? at : at - shown.choices.length, sign, said(text, language)),
        )
      case 'choose-many':
        return shown.choices.flatMap(({ sign, text, index }, at) =>
          row(at, `${this.#chosen.has(index) ? '[x]' : '[ ]'} ${sign}`, said(text, language)),
        )
      case 'order':
        return this.#order.flatMap(({ text }, at) =>
          row(at, at === this.#at && this.#holds ? `${at + 1} ↕` : `${at + 1}  `, said(text, language)),
        )
      case 'match': {
        const widest = Math.max(...shown.lefts.map(({ text }) => textWidth(said(text, language))))
        const lefts = shown.lefts.flatMap(({ text }, at) => {
          const partner = shown.rights.find(({ index }) => index === this.#partners[at])
          const left = said(text, language)
          return row(at, partner?.sign ?? '·', left + ' '.repeat(Math.max(0, widest - textWidth(left))))
        })
        const rights = shown.rights.flatMap(({ sign, text }) =>
          hanging(`     ${sign}  `, said(text, language), width),
        )
        return [...lefts, '', ...rights]
      }
      default: {
        const unit =
          shown.kind === 'compute' && shown.unit !== undefined ? ` ${said(shown.unit, language)}` : ''
        const front = `${words.answer} `
        this.#cursor = { x: leftMargin + textWidth(front + this.#typed), y: above }
        return [`${toned(front, 'active')}${this.#typed}${unit === '' ? '' : ` ${toned(unit, 'dim')}`}`]
      }
    }
  }
}
