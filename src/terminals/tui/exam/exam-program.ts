/**
 * Sitting an exam in the full screen: the rules, item after item with its clock, and the report at the end. Questions are
 * answered here; a lab has the console's own screen (`LabScreen`). Everything that happens is kept before it shows.
 *
 * Leaves out the real terminal, drawing up the plan, and what comes of the result (run-exam.ts).
 */

import type { Emulator } from '../../../drills/cards/emulator.ts'
import type { Answer } from '../../../drills/cards/question.ts'
import type { CardItem, LabItem } from '../../../drills/exam/plan.ts'
import { type ExamResult, resultOf } from '../../../drills/exam/result.ts'
import type { Language } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import type { ExamMaterial } from '../../exam/exam-pool.ts'
import { clockText } from '../../exam/exam-words.ts'
import type { KeptSitting } from '../../exam/kept-sitting.ts'
import { marksOf, questionAsked } from '../../exam/mark-item.ts'
import { reportRows } from '../../exam/report-text.ts'
import { toned } from '../colours.ts'
import type { Cursor } from '../console-screen.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import { CardView } from '../drill/card-view.ts'
import { Painter } from '../painter.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import { betweenRows, itemHead } from './sitting-rows.ts'
import { sittingWords } from './sitting-words.ts'

/** The lab of an item while it is worked on: it has the window and the keys. */
export interface LabScreen {
  input(strokes: readonly Stroke[]): void
  resize(size: Size): void
  /** Keeps what was done up to now, and gives the window back. */
  end(): void
}

export interface ExamProgramOptions {
  readonly kept: KeptSitting
  readonly material: ExamMaterial
  readonly emulator: Emulator
  readonly size: Size
  readonly nowMs: () => number
  write(text: string): void
  /** Begins the lab, with what was done in it before. */
  openLab(item: LabItem, number: number, size: Size, actions: LabActions): Promise<LabScreen>
  /** The exam is over and everything marked. */
  finished(result: ExamResult): void
  leave(): void
}

export interface LabActions {
  submit(): void
  leave(): void
}

type Showing =
  | { readonly kind: 'between' }
  | { readonly kind: 'card'; readonly view: CardView; asks: boolean }
  | { readonly kind: 'lab'; readonly screen: LabScreen | undefined }
  | { readonly kind: 'marking' }
  | { readonly kind: 'report'; readonly result: ExamResult; top: number }

const tickMs = 500

export class ExamProgram {
  readonly #options: ExamProgramOptions
  readonly #painter: Painter
  readonly #language: Language
  #size: Size
  #showing: Showing = { kind: 'between' }
  /** Leaving has been asked for, and is asked once more. */
  #asksToLeave = false
  #marking: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #cursor: Cursor | undefined
  #ended = false
  /** Ends marking that goes on aside. */
  readonly #ending = new AbortController()
  /** Why the item before could not be asked. */
  #notice: string | undefined

  constructor(options: ExamProgramOptions) {
    this.#options = options
    this.#size = options.size
    this.#language = options.kept.language
    this.#painter = new Painter(options.write)
  }

  begin(): void {
    this.#timer = setInterval(() => this.#tick(), tickMs)
    this.#tick()
    if (this.#isOpen && this.#showing.kind === 'between') this.#show()
    this.#paint()
  }

  input(strokes: readonly Stroke[]): void {
    if (this.#showing.kind === 'lab') {
      this.#showing.screen?.input(strokes)
      return
    }
    for (const { key } of strokes) if (!this.#ended && !this.#isLab) this.#key(key)
    this.#paint()
  }

  resize(size: Size): void {
    this.#size = size
    if (this.#showing.kind === 'lab') this.#showing.screen?.resize(size)
    this.#painter.invalidate()
    this.#paint()
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#ending.abort()
    clearInterval(this.#timer)
    if (this.#showing.kind === 'lab') this.#showing.screen?.end()
  }

  get #sitting() {
    return this.#options.kept.sitting
  }

  get #words() {
    return sittingWords(this.#language)
  }

  /** An input may open a lab: what follows is the lab's. */
  get #isLab(): boolean {
    return this.#showing.kind === 'lab'
  }

  get #isOpen(): boolean {
    const { current } = this.#sitting
    return current !== undefined && this.#sitting.stateOf(current) === 'open'
  }

  // What happens

  #tick(): void {
    if (this.#ended || this.#showing.kind === 'report') return
    const now = this.#options.nowMs()
    // A lab keeps its last work before the clock takes it away.
    const overdue = this.#sitting.due(now) !== undefined
    if (overdue) this.#closeLab()
    if (this.#options.kept.settle(now)) this.#showing = { kind: 'between' }
    if (this.#sitting.isOver(now)) void this.#finish()
    else if (this.#sitting.unmarked.length > 0) void this.#mark()
    this.#paint()
  }

  #key(key: string): void {
    if (key === 'leader' || key === 'ctrl-c') {
      if (this.#asksToLeave || this.#showing.kind === 'report') this.#options.leave()
      this.#asksToLeave = true
      return
    }
    if (this.#asksToLeave) {
      this.#asksToLeave = false
      return
    }
    const showing = this.#showing
    switch (showing.kind) {
      case 'between':
        if (key === 'enter') this.#openNext()
        break
      case 'card':
        this.#cardKey(showing, key)
        break
      case 'report':
        this.#reportKey(showing, key)
        break
    }
  }

  #openNext(): void {
    const { current } = this.#sitting
    if (current === undefined) return
    this.#options.kept.add({ kind: 'opened', item: current, atMs: this.#options.nowMs() })
    this.#show()
  }

  /** Puts the open item on the screen. */
  #show(): void {
    const number = this.#sitting.current
    const item = number === undefined ? undefined : this.#sitting.plan.items[number]
    if (number === undefined || item === undefined) return
    this.#notice = undefined
    if (item.kind === 'lab')
      this.#openLab(item, number).catch((error: unknown) => this.#setAside(number, error))
    else
      try {
        this.#showing = { kind: 'card', view: this.#cardView(item, number), asks: false }
      } catch (error) {
        this.#setAside(number, error)
      }
  }

  /** What cannot be asked, because its file is gone or was changed, keeps nobody from the rest of the exam. */
  #setAside(item: number, error: unknown): void {
    if (this.#ended || this.#sitting.stateOf(item) !== 'open') return
    const because = error instanceof Error ? error.message : String(error)
    const atMs = this.#options.nowMs()
    this.#options.kept.add({ kind: 'submitted', item, atMs, by: 'examinee' })
    this.#options.kept.add({ kind: 'marked', item, atMs, marked: { kind: 'void', because } })
    this.#notice = because
    this.#showing = { kind: 'between' }
    this.#tick()
  }

  #cardView(item: CardItem, number: number): CardView {
    const card = this.#options.material.cards.get(item.question.replace(/#.*$/, ''))
    if (card === undefined) throw new Error(`there is no question ${item.question} any more`)
    const question = questionAsked(item, card, this.#options.emulator)
    const given = (this.#sitting.answerOf(number) ?? undefined) as Answer | undefined
    return new CardView(question, item.seed, () => this.#language, given)
  }

  async #openLab(item: LabItem, number: number): Promise<void> {
    this.#showing = { kind: 'lab', screen: undefined }
    this.#paint()
    const screen = await this.#options.openLab(item, number, this.#size, {
      submit: () => {
        this.#closeLab()
        this.#submit()
        this.#paint()
      },
      leave: () => this.#options.leave(),
    })
    // Its time may have run out meanwhile, and the window may have another size.
    if (this.#ended || this.#sitting.current !== number || !this.#isOpen) return screen.end()
    screen.resize(this.#size)
    this.#showing = { kind: 'lab', screen }
  }

  #closeLab(): void {
    if (this.#showing.kind !== 'lab') return
    this.#showing.screen?.end()
    this.#showing = { kind: 'between' }
    this.#options.write('\x1b[2J')
    this.#painter.invalidate()
  }

  #cardKey(showing: Extract<Showing, { kind: 'card' }>, key: string): void {
    if (showing.asks) {
      showing.asks = false
      if (key === 'enter') this.#submit()
      return
    }
    const before = JSON.stringify(showing.view.answer)
    // Who does not know it need not wait for its time to run out.
    if (showing.view.key(key) || key === 'enter') showing.asks = true
    else if (JSON.stringify(showing.view.answer) !== before) this.#keepAnswer(showing.view)
  }

  #keepAnswer({ answer }: CardView): void {
    const item = this.#sitting.current
    if (item === undefined || this.#sitting.stateOf(item) !== 'open') return
    this.#options.kept.add({ kind: 'answered', item, atMs: this.#options.nowMs(), answer: answer ?? null })
  }

  #submit(): void {
    const item = this.#sitting.current
    if (item === undefined || this.#sitting.stateOf(item) !== 'open') return
    const showing = this.#showing
    // An order that was left as it stood is an answer too.
    if (showing.kind === 'card' && this.#sitting.answerOf(item) === undefined) this.#keepAnswer(showing.view)
    this.#options.kept.add({ kind: 'submitted', item, atMs: this.#options.nowMs(), by: 'examinee' })
    this.#showing = { kind: 'between' }
    this.#tick()
  }

  /** Marks what was submitted, one after the other, while the next item is worked on. */
  #mark(): Promise<void> {
    this.#marking ??= this.#markAll().finally(() => {
      this.#marking = undefined
    })
    return this.#marking
  }

  async #markAll(): Promise<void> {
    const { kept, material, nowMs } = this.#options
    for (const item of this.#sitting.unmarked) {
      const { signal } = this.#ending
      const marked = await marksOf(this.#sitting, item, material.cards, this.#language, signal)
      if (this.#ended || marked === undefined) return
      kept.add({ kind: 'marked', item, atMs: nowMs(), marked })
    }
  }

  async #finish(): Promise<void> {
    if (this.#showing.kind === 'marking') return
    this.#closeLab()
    this.#showing = { kind: 'marking' }
    this.#paint()
    await this.#mark()
    if (this.#ended) return
    if (this.#sitting.unmarked.length > 0) await this.#mark()
    const result = resultOf(this.#sitting, this.#language, this.#options.material.titles)
    this.#options.kept.finish(result)
    this.#options.finished(result)
    this.#showing = { kind: 'report', result, top: 0 }
    this.#paint()
  }

  #reportKey(showing: Extract<Showing, { kind: 'report' }>, key: string): void {
    const height = this.#size.rows - 2
    const most = Math.max(0, reportRows(showing.result, this.#size.columns - 2).length - height)
    const move = { up: -1, down: 1, pageup: -height, pagedown: height, ' ': height }[key] ?? 0
    showing.top = Math.max(0, Math.min(most, showing.top + move))
    if (key === 'q' || key === 'esc') this.#options.leave()
  }

  // The window

  #paint(): void {
    if (this.#ended || (this.#showing.kind === 'lab' && this.#showing.screen !== undefined)) return
    this.#cursor = undefined
    const { columns, rows } = this.#size
    const body = this.#bodyRows(columns, rows - 2)
    const filled = Array.from({ length: rows - 2 }, (_, y) => body[y] ?? '')
    const rule = toned('─'.repeat(columns), 'dim')
    this.#painter.paint({ columns, rows: [...filled, rule, this.#statusRow(columns)], cursor: this.#cursor })
  }

  #bodyRows(columns: number, height: number): string[] {
    const showing = this.#showing
    switch (showing.kind) {
      case 'between':
        return betweenRows(
          this.#sitting,
          this.#options.material.titles,
          this.#language,
          columns,
          this.#notice,
        )
      case 'lab':
        return ['', ` ${this.#words.starting}`]
      case 'marking':
        return ['', ` ${this.#words.marking}`]
      case 'report':
        return reportRows(showing.result, columns - 2, toned)
          .slice(showing.top, showing.top + height)
          .map((row) => ` ${row}`)
      case 'card': {
        const head = itemHead(this.#sitting, this.#options.material.titles, this.#language, columns)
        const rows = showing.view.rows(columns)
        if (showing.view.cursor !== undefined && !showing.asks)
          this.#cursor = { x: showing.view.cursor.x, y: showing.view.cursor.y + head.length }
        return [...head, ...rows]
      }
    }
  }

  #statusRow(columns: number): string {
    const words = this.#words
    const now = this.#options.nowMs()
    const showing = this.#showing
    if (this.#asksToLeave) return this.#status(words.leave, '', columns, 'attention')
    if (showing.kind === 'report') return this.#status(words.reportKeys, '', columns, 'plain')
    const clocks = this.#clocks(now)
    if (showing.kind === 'card') {
      const submit = showing.view.answer === undefined ? words.submitNothing : words.submit
      const asked = showing.asks ? submit : showing.view.help
      return this.#status(asked, clocks, columns, showing.asks ? 'attention' : 'plain')
    }
    return this.#status('', clocks, columns, 'plain')
  }

  #clocks(now: number): string {
    const { itemEndsAtMs, endsAtMs } = this.#sitting
    const whole = this.#words.examLeft(clockText(endsAtMs - now))
    return itemEndsAtMs === undefined
      ? whole
      : `${this.#words.itemLeft(clockText(itemEndsAtMs - now))}   ${whole}`
  }

  #status(left: string, right: string, columns: number, tone: 'plain' | 'attention'): string {
    const room = columns - textWidth(right) - 3
    const text = padToWidth(cutToWidth(left, room), room)
    return ` ${toned(text, tone)} ${toned(right, 'dim')}`
  }
}
