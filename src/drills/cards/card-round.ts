/**
 * One sitting of cards: question after question, each answer marked and remembered at once. What was not fully right is
 * asked once more at the end. Leaves out showing it, on a screen or in lines.
 */

import { answered } from '../repetition/answered.ts'
import type { Progress } from '../repetition/progress.ts'
import type { Texts } from '../texts.ts'
import { type Card, questionOf } from './card.ts'
import { type Draw, itemOf } from './cards-due.ts'
import type { Emulator } from './emulator.ts'
import { type Mark, markAnswer } from './mark-answer.ts'
import type { Answer, Question } from './question.ts'

/** A question as it is asked now. */
export interface Asking {
  readonly card: Card
  readonly question: Question
  readonly seed: number
  /** Once more at the learner's own wish: it does not count. */
  readonly isExtra: boolean
  /** Once more because it was not right before. */
  readonly isRepeat: boolean
}

export interface Judged extends Mark {
  /** Why the right answer is right. */
  readonly explain: Texts
  /** When it comes again, wall clock; undefined where the answer did not count or could not be kept. */
  readonly dueMs: number | undefined
  /** It is asked once more at the end of this sitting. */
  readonly repeats: boolean
  /** Why it could not be kept. */
  readonly notKept?: string
}

/** What became of a card at its first asking. */
export interface RoundResult {
  readonly card: Card
  readonly question: Question
  readonly share: number
  /** After its last asking. */
  readonly dueMs: number | undefined
}

interface Turn extends Draw {
  /** Tries before this one. */
  readonly tries: number
}

export class CardRound {
  readonly #progress: Progress
  readonly #emulator: Emulator
  readonly #turns: Turn[]
  readonly #repeats: boolean
  readonly #results = new Map<Card, RoundResult>()
  /** As many turns are no repetitions. */
  readonly #firsts: number
  #at = 0
  #asking: Asking | undefined

  /** @param repeats what was not right is asked once more at the end */
  constructor(draws: readonly Draw[], progress: Progress, emulator: Emulator, { repeats = true } = {}) {
    this.#repeats = repeats
    this.#progress = progress
    this.#emulator = emulator
    this.#turns = draws.map((draw) => ({ ...draw, tries: 0 }))
    this.#firsts = draws.length
    this.#asking = this.#ask(0)
  }

  /** Undefined when all is asked. */
  get asking(): Asking | undefined {
    return this.#asking
  }

  /** The place of the question, from 1; what is asked once more at the end is counted by itself. */
  get place(): { readonly number: number; readonly count: number } {
    const at = this.#at
    return at < this.#firsts
      ? { number: at + 1, count: this.#firsts }
      : { number: at + 1 - this.#firsts, count: this.#turns.length - this.#firsts }
  }

  /** Of the cards that were answered, in their order. */
  get results(): readonly RoundResult[] {
    return [...this.#results.values()]
  }

  /**
   * @param answer undefined: not known
   * @param atMs wall clock
   */
  answer(answer: Answer | undefined, tookMs: number, atMs: number): Judged {
    const asking = this.#asking
    const turn = this.#turns[this.#at]
    if (asking === undefined || turn === undefined) throw new Error('nothing is asked')
    const { card, question } = asking
    const mark = { ...markAnswer(question, answer, this.#emulator), explain: question.explain }
    if (asking.isExtra) return { ...mark, dueMs: undefined, repeats: false }
    // A family draws another question: the answer to this one has just been told.
    const repeats = this.#repeats && mark.share < 1 && turn.tries === 0
    if (repeats) this.#turns.push({ card, seed: following(turn.seed), tries: turn.tries + 1 })
    const kept = this.#keep(card, turn, mark.share, tookMs, atMs)
    const first = this.#results.get(card)
    this.#results.set(card, { card, question, share: mark.share, ...first, dueMs: kept.dueMs })
    return { ...mark, ...kept, repeats }
  }

  #keep(card: Card, { tries }: Turn, share: number, tookMs: number, atMs: number) {
    const { topic, level } = card
    try {
      const { schedule } = answered(this.#progress, {
        ...{ item: itemOf(card), topic, level, kind: 'card' },
        ...{ atMs, tookMs, score: share, max: 1, hints: 0, errors: tries },
      })
      return { dueMs: schedule.dueMs }
    } catch (error) {
      // A full disk ends no sitting.
      return { dueMs: undefined, notKept: error instanceof Error ? error.message : String(error) }
    }
  }

  next(): void {
    this.#at++
    this.#asking = this.#ask(this.#at)
  }

  /** The same card once more, shuffled or drawn anew. */
  again(): void {
    const { card, seed } = this.#asking ?? {}
    if (card === undefined || seed === undefined) return
    this.#asking = this.#asked(card, following(seed), { isExtra: true, isRepeat: false })
  }

  #ask(at: number): Asking | undefined {
    const turn = this.#turns[at]
    if (turn === undefined) return undefined
    return this.#asked(turn.card, turn.seed, { isExtra: false, isRepeat: turn.tries > 0 })
  }

  #asked(card: Card, seed: number, how: Pick<Asking, 'isExtra' | 'isRepeat'>): Asking {
    return { card, seed, question: questionOf(card, seed, this.#emulator), ...how }
  }
}

function following(seed: number): number {
  return (seed + 0x9e37_79b9) >>> 0
}
