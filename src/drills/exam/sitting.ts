/**
 * One sitting of an exam: where it stands follows from its plan, its beginning and the events since, all of which are kept as
 * they happen. So a crash loses nothing, and the clock, which is the wall's, runs on.
 *
 * Items come in their order; each has a clock of its own from the moment it is opened, and there is no way back to one that
 * was submitted. When an item's time or the exam's is over, what stands there is submitted at that moment.
 */

import type { Marking } from '../mark.ts'
import type { ExamItem, ExamPlan } from './plan.ts'

/** Wall-clock times, UTC ms. `item` counts from 0. */
export type ExamEvent =
  | { readonly kind: 'opened'; readonly item: number; readonly atMs: number }
  /** A card's answer as it stands, plain JSON; the latest counts. */
  | { readonly kind: 'answered'; readonly item: number; readonly atMs: number; readonly answer: unknown }
  /** What was done in a lab since the last such event; together they are its recording. */
  | { readonly kind: 'worked'; readonly item: number; readonly atMs: number; readonly work: unknown }
  | { readonly kind: 'submitted'; readonly item: number; readonly atMs: number; readonly by: SubmittedBy }
  | { readonly kind: 'marked'; readonly item: number; readonly atMs: number; readonly marked: ItemMarks }

export type SubmittedBy = 'examinee' | 'item time' | 'exam time'

/** How an item was marked; points before what an unsaved configuration costs. */
export type ItemMarks =
  | { readonly kind: 'lab'; readonly marking: Marking }
  /** In words of the language of the sitting. */
  | {
      readonly kind: 'card'
      readonly asked: string
      readonly share: number
      readonly given?: string
      readonly right: string
      readonly explain: string
    }
  /** It could not be asked or marked, through no fault of who sits the exam: it counts nothing, for or against. */
  | { readonly kind: 'void'; readonly because: string }

export type ItemState = 'waiting' | 'open' | 'submitted'

export class Sitting {
  readonly plan: ExamPlan
  readonly startedAtMs: number
  readonly #events: ExamEvent[]

  constructor(plan: ExamPlan, startedAtMs: number, events: readonly ExamEvent[] = []) {
    this.plan = plan
    this.startedAtMs = startedAtMs
    this.#events = [...events]
  }

  get events(): readonly ExamEvent[] {
    return this.#events
  }

  /** @throws RangeError for what cannot happen now: our own mistake, or a journal that somebody edited */
  add(event: ExamEvent): void {
    const fault = this.#faultOf(event)
    if (fault !== undefined) throw new RangeError(`exam: ${fault}`)
    this.#events.push(event)
  }

  #faultOf({ kind, item }: ExamEvent): string | undefined {
    if (this.plan.items[item] === undefined) return `there is no item ${item}`
    const state = this.stateOf(item)
    if (kind === 'opened') {
      if (state !== 'waiting' || this.current !== item) return `item ${item} cannot be opened`
    } else if (kind === 'marked') {
      if (state !== 'submitted') return `item ${item} is marked before it is submitted`
    } else if (state !== 'open') return `item ${item} is ${state}`
    return undefined
  }

  stateOf(item: number): ItemState {
    if (this.#find('submitted', item) !== undefined) return 'submitted'
    return this.#find('opened', item) === undefined ? 'waiting' : 'open'
  }

  /** The item that is open or comes next; undefined when all are submitted. */
  get current(): number | undefined {
    const at = this.plan.items.findIndex((_, item) => this.#find('submitted', item) === undefined)
    return at < 0 ? undefined : at
  }

  get endsAtMs(): number {
    return this.startedAtMs + this.plan.limitMs
  }

  /** When the open item's time is over; never after the exam's. Undefined while none is open. */
  get itemEndsAtMs(): number | undefined {
    const { current } = this
    const opened = current === undefined ? undefined : this.#find('opened', current)
    if (current === undefined || opened === undefined) return undefined
    return Math.min(this.endsAtMs, opened.atMs + (this.plan.items[current] as ExamItem).limitMs)
  }

  isOver(nowMs: number): boolean {
    return this.current === undefined || nowMs >= this.endsAtMs
  }

  /** What the clock has submitted by now, at the moment when it did so. To be added by the caller, who keeps it. */
  due(nowMs: number): ExamEvent | undefined {
    const { current, itemEndsAtMs } = this
    if (current === undefined || itemEndsAtMs === undefined || nowMs < itemEndsAtMs) return undefined
    const by = itemEndsAtMs === this.endsAtMs ? 'exam time' : 'item time'
    return { kind: 'submitted', item: current, atMs: itemEndsAtMs, by }
  }

  /** The answer as it stands. */
  answerOf(item: number): unknown {
    return this.#last('answered', item)?.answer
  }

  /** The latest moment that is known of: whatever a clock says that was set back, it is later now. */
  get latestMs(): number {
    return Math.max(this.startedAtMs, ...this.#events.map(({ atMs }) => atMs))
  }

  /** Everything that was done in a lab, in order. */
  workOf(item: number): unknown[] {
    return this.#events.flatMap((event) =>
      event.kind === 'worked' && event.item === item ? [event.work] : [],
    )
  }

  submissionOf(
    item: number,
  ): { readonly atMs: number; readonly by: SubmittedBy; readonly tookMs: number } | undefined {
    const submitted = this.#find('submitted', item)
    const opened = this.#find('opened', item)
    if (submitted === undefined || opened === undefined) return undefined
    return { atMs: submitted.atMs, by: submitted.by, tookMs: submitted.atMs - opened.atMs }
  }

  marksOf(item: number): ItemMarks | undefined {
    return this.#last('marked', item)?.marked
  }

  /** Submitted, and not yet marked: after a crash too. */
  get unmarked(): number[] {
    return this.plan.items.flatMap((_, item) =>
      this.stateOf(item) === 'submitted' && this.marksOf(item) === undefined ? [item] : [],
    )
  }

  #find<K extends ExamEvent['kind']>(kind: K, item: number): Extract<ExamEvent, { kind: K }> | undefined {
    return this.#events.find((event): event is Extract<ExamEvent, { kind: K }> => isOf(event, kind, item))
  }

  #last<K extends ExamEvent['kind']>(kind: K, item: number): Extract<ExamEvent, { kind: K }> | undefined {
    return this.#events.findLast((event): event is Extract<ExamEvent, { kind: K }> => isOf(event, kind, item))
  }
}

function isOf(event: ExamEvent, kind: ExamEvent['kind'], item: number): boolean {
  return event.kind === kind && event.item === item
}
