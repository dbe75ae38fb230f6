/**
 * Practising cards in the full screen: a question, its answer given key by key, what it was worth and why, the next one; at
 * the end how it went. Leaves out which cards are asked (cards-due.ts) and the lab that shows a packet (watch-screen.ts).
 */

import type { Card } from '../../../drills/cards/card.ts'
import { type Asking, CardRound, type Judged } from '../../../drills/cards/card-round.ts'
import type { Draw } from '../../../drills/cards/cards-due.ts'
import type { Emulator } from '../../../drills/cards/emulator.ts'
import { present } from '../../../drills/cards/present.ts'
import type { Question } from '../../../drills/cards/question.ts'
import { readAnswer } from '../../../drills/cards/read-answer.ts'
import type { Progress } from '../../../drills/repetition/progress.ts'
import { type Language, said, type Texts } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import { toned } from '../colours.ts'
import type { Cursor } from '../console-screen.ts'
import { cutToWidth } from '../cut-to-width.ts'
import { Painter } from '../painter.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import { CardView } from './card-view.ts'
import { practiceWords } from './cards-screen-words.ts'
import { summaryRows, verdictRows } from './verdict.ts'

export interface CardsScreenOptions {
  /** Chosen and in order. */
  readonly cards: readonly Draw[]
  readonly title: Texts
  readonly topics: ReadonlyMap<string, Texts>
  readonly progress: Progress
  readonly emulator: Emulator
  readonly size: Size
  language(): Language
  /** Wall clock, ms since 1970. */
  nowMs(): number
  write(text: string): void
  /** Back to where it was started from. */
  done(): void
  /** Shows the packet in its lab; the window comes back with `resize`. */
  watch(card: Card, language: Language): void
}

interface QuestionShowing {
  readonly kind: 'question'
  readonly view: CardView
  readonly sinceMs: number
  /** The answer before anything was done: an order as it was shuffled is nobody's answer. */
  readonly untouched: string | undefined
  /** Enter was pressed too early, and is asked for once more. */
  asks: boolean
}

interface VerdictShowing {
  readonly kind: 'verdict'
  readonly view: CardView
  readonly question: Question
  readonly judged: Judged
  readonly atMs: number
}

type Showing = QuestionShowing | VerdictShowing | { readonly kind: 'summary'; readonly atMs: number }

// Longer rows are hard to read.
const widestText = 100
// Above the body: the head and a blank; below it: a rule and the keys.
const rowsAround = 4

export class CardsScreen {
  readonly #options: CardsScreenOptions
  readonly #painter: Painter
  readonly #round: CardRound
  #size: Size
  #showing: Showing
  /** First row of the body on show. */
  #top = 0
  /** The body is too long for the window. */
  #isCut = false
  /** The row that keys act on has to be seen. */
  #follows = false
  #note: string | undefined
  #ended = false

  constructor(options: CardsScreenOptions) {
    this.#options = options
    this.#size = options.size
    this.#painter = new Painter(options.write)
    this.#round = new CardRound(options.cards, options.progress, options.emulator)
    this.#showing = this.#asked()
  }

  input(strokes: readonly Stroke[]): void {
    for (const stroke of strokes) {
      if (this.#ended) return
      this.#stroke(stroke)
    }
    this.#paint()
  }

  /** Draws all of it: somebody else may have had the window. */
  resize(size: Size): void {
    this.#size = size
    this.#painter.invalidate()
    this.#paint()
  }

  /** A remark until the next key. */
  say(note: string | undefined): void {
    this.#note = note
    this.#paint()
  }

  end(): void {
    this.#ended = true
  }

  get #language(): Language {
    return this.#options.language()
  }

  get #words() {
    return practiceWords(this.#language)
  }

  #asked(): Showing {
    this.#top = 0
    const { asking } = this.#round
    const now = this.#options.nowMs()
    if (asking === undefined) return { kind: 'summary', atMs: now }
    const view = new CardView(asking.question, asking.seed, () => this.#language)
    return { kind: 'question', view, sinceMs: now, untouched: JSON.stringify(view.answer), asks: false }
  }

  // Keys

  #stroke({ key, bytes }: Stroke): void {
    this.#note = undefined
    const page = Math.max(1, this.#size.rows - rowsAround - 1)
    this.#follows = false
    if (key === 'pageup' || key === 'pagedown') this.#top += key === 'pageup' ? -page : page
    else if (key === 'esc' || key === 'leader' || key === 'ctrl-c') this.#leave()
    else if (this.#showing.kind === 'question') this.#questionKey(this.#showing, key, bytes)
    else if (this.#showing.kind === 'verdict') this.#verdictKey(key)
    else this.#summaryKey(key)
  }

  #leave(): void {
    const isOver = this.#showing.kind === 'summary' || this.#round.results.length === 0
    if (isOver) this.#options.done()
    else this.#showSummary()
  }

  #showSummary(): void {
    this.#top = 0
    this.#showing = { kind: 'summary', atMs: this.#options.nowMs() }
  }

  #questionKey(showing: QuestionShowing, key: string, bytes: Uint8Array): void {
    const { view } = showing
    if (key === 'enter') {
      this.#enter(showing)
      return
    }
    showing.asks = false
    this.#follows = true
    // Pasted, an answer is typed very fast.
    const keys = key === 'paste' && view.takesLetters ? [...pastedLine(bytes)] : [key]
    for (const one of keys) view.key(one)
  }

  #enter(showing: QuestionShowing): void {
    const { view } = showing
    const { asking } = this.#round
    if (asking === undefined) return
    const answer = JSON.stringify(view.answer) === showing.untouched ? undefined : view.answer
    if (showing.asks) this.#judge(showing, answer)
    else if (answer === undefined) {
      showing.asks = true
      this.#note = this.#words.nothingYet
    } else if (answer.kind === 'match' && answer.partners.includes(-1)) {
      showing.asks = true
      this.#note = this.#words.notAllYet
    } else {
      const slip = slipOf(asking, view)
      if (slip === undefined) this.#judge(showing, answer)
      else this.#note = said(slip, this.#language)
    }
  }

  #judge({ view, sinceMs }: QuestionShowing, answer: CardView['answer']): void {
    const atMs = this.#options.nowMs()
    const question = this.#round.asking?.question
    if (question === undefined) return
    const judged = this.#round.answer(answer, Math.max(0, atMs - sinceMs), atMs)
    this.#showing = { kind: 'verdict', view, question, judged, atMs }
    // As far down as it goes: what came in is below the question.
    this.#top = Number.POSITIVE_INFINITY
  }

  #verdictKey(key: string): void {
    const card = this.#round.asking?.card
    if (key === 'enter' || key === ' ') {
      this.#round.next()
      this.#showing = this.#asked()
    } else if (key === 'e') {
      this.#round.again()
      this.#showing = this.#asked()
    } else if (key === 'w' && card?.watch !== undefined) this.#options.watch(card, this.#language)
    else if (key === 'q') this.#leave()
    else if (key === 'up' || key === 'down') this.#top += key === 'up' ? -1 : 1
  }

  #summaryKey(key: string): void {
    if (key === 'enter' || key === 'q') this.#options.done()
    else if (key === 'up' || key === 'down') this.#top += key === 'up' ? -1 : 1
  }

  // The window

  #paint(): void {
    if (this.#ended) return
    const { columns, rows } = this.#size
    const room = Math.max(1, rows - rowsAround)
    const { body, cursor, least } = this.#body(Math.min(columns, widestText))
    this.#scroll(body, cursor?.y, room, least)
    const shown = body.slice(this.#top, this.#top + room)
    const y = cursor === undefined ? -1 : cursor.y - this.#top
    this.#painter.paint({
      columns,
      rows: [
        this.#head(columns),
        '',
        ...Array.from({ length: room }, (_, at) => shown[at] ?? ''),
        toned('─'.repeat(columns), 'dim'),
        this.#foot(columns),
      ].slice(0, rows),
      cursor:
        cursor !== undefined && y >= 0 && y < room
          ? { x: Math.min(cursor.x, columns - 1), y: y + 2 }
          : undefined,
    })
  }

  /** @param least where the top is at the most after an answer: what came of it begins there */
  #scroll(body: readonly string[], cursorRow: number | undefined, room: number, least: number): void {
    const most = Math.max(0, body.length - room)
    this.#isCut = most > 0
    this.#top = Math.max(0, Math.min(this.#top, most, this.#top === Number.POSITIVE_INFINITY ? least : most))
    if (!this.#follows) return
    const row = cursorRow ?? body.findIndex((one) => one.includes('▸'))
    if (row >= 0) this.#top = Math.max(row - room + 1, Math.min(this.#top, row))
  }

  #body(columns: number): { body: string[]; cursor?: Cursor | undefined; least: number } {
    const showing = this.#showing
    if (showing.kind === 'summary')
      return {
        body: summaryRows(this.#round.results, showing.atMs, columns, this.#language, toned),
        least: 0,
      }
    const rows = showing.view.rows(columns)
    if (showing.kind === 'question') return { body: rows, cursor: showing.view.cursor, least: 0 }
    const verdict = verdictRows(
      showing.question,
      showing.judged,
      showing.atMs,
      columns,
      this.#language,
      toned,
    )
    return { body: [...rows, '', ...verdict], least: rows.length + 1 }
  }

  #head(columns: number): string {
    const { title, topics } = this.#options
    const words = this.#words
    const { asking, place: now } = this.#round
    const name = said(title, this.#language)
    if (this.#showing.kind === 'summary' || asking === undefined)
      return toned(cutToWidth(` ${name} · ${words.summary}`, columns), 'bold')
    const { card, isRepeat, isExtra } = asking
    const again = isExtra ? words.extra : isRepeat ? words.repeat : ''
    const topic = topics.get(card.topic)
    const topicName = topic === undefined ? card.topic : said(topic, this.#language)
    const rights = [`${words.level(card.level)}   ${topicName}`, words.level(card.level)]
    const place = ` ${now.number}/${now.count}  ${again === '' ? '' : `${again}  `}`
    const right =
      rights.find((text) => textWidth(place + text) + 12 <= columns && topicName !== name) ?? rights[1] ?? ''
    const left = cutToWidth(place + name, Math.max(0, columns - textWidth(right) - 2))
    const gap = ' '.repeat(Math.max(1, columns - textWidth(left) - textWidth(right) - 1))
    return toned(`${left}${gap}${right}`, 'dim')
  }

  #foot(columns: number): string {
    if (this.#note !== undefined) return toned(cutToWidth(` ${this.#note}`, columns), 'attention')
    const words = this.#words
    const scroll = this.#isCut ? `   ${words.scrollKey}` : ''
    const showing = this.#showing
    if (showing.kind === 'summary') return cutToWidth(` ${words.summaryKeys}${scroll}`, columns)
    if (showing.kind === 'question')
      return cutToWidth(` ${showing.view.help}   ${words.leaveKey}${scroll}`, columns)
    const hasWatch = this.#round.asking?.card.watch !== undefined
    return cutToWidth(` ${words.keysAfter(hasWatch)}${scroll}`, columns)
  }
}

/** What cannot be read is a slip of the finger, and is not marked. */
function slipOf({ question, seed }: Asking, { answer }: CardView): Texts | undefined {
  if (answer?.kind !== 'type' && answer?.kind !== 'compute') return undefined
  return readAnswer(question, present(question, seed), answer.typed).error
}

/** The first line of what was pasted. */
function pastedLine(bytes: Uint8Array): string {
  const [line = ''] = new TextDecoder()
    .decode(bytes)
    .trim()
    .split(/[\r\n]/)
  return line.replaceAll(/[\x00-\x1f\x7f]/g, '')
}
