/** A sitting whose every event is kept before it counts, so that it goes on after any crash with its clock running. */

import type { ExamPlan } from '../../drills/exam/plan.ts'
import type { ExamResult } from '../../drills/exam/result.ts'
import { type ExamEvent, Sitting } from '../../drills/exam/sitting.ts'
import type { Json } from '../../drills/repetition/attempt.ts'
import type { Exams } from '../../drills/repetition/progress.ts'
import type { Language } from '../../drills/texts.ts'

/** What is kept of an exam's beginning. */
interface Begun {
  readonly plan: ExamPlan
  readonly startedAtMs: number
  readonly language: Language
}

export class KeptSitting {
  readonly id: string
  readonly language: Language
  readonly sitting: Sitting
  readonly #exams: Exams

  private constructor(exams: Exams, id: string, { plan, startedAtMs, language }: Begun) {
    this.#exams = exams
    this.id = id
    this.language = language
    this.sitting = new Sitting(plan, startedAtMs, exams.events(id) as unknown as ExamEvent[])
  }

  static begin(exams: Exams, begun: Begun): KeptSitting {
    return new KeptSitting(exams, exams.begin(begun as unknown as Json), begun)
  }

  /** The latest that was not finished; undefined where there is none. */
  static unfinished(exams: Exams): KeptSitting | undefined {
    const left = exams.unfinished().at(-1)
    return left === undefined ? undefined : new KeptSitting(exams, left.id, left.plan as unknown as Begun)
  }

  add(event: ExamEvent): void {
    // Refused before it is kept: a journal holds what can be played again.
    this.sitting.add(event)
    this.#exams.append(this.id, event as unknown as Json)
  }

  /** Opens what comes next and submits what is overdue, as often as there is something. True if anything happened. */
  settle(nowMs: number): boolean {
    let happened = false
    for (let due = this.sitting.due(nowMs); due !== undefined; due = this.sitting.due(nowMs)) {
      this.add(due)
      happened = true
    }
    return happened
  }

  /** The last word: nothing can be added any more. */
  finish(result: ExamResult): void {
    this.#exams.finish(this.id, result as unknown as Json)
  }
}
