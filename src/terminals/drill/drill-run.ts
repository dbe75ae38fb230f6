/**
 * A learner at work on a lab drill: the practice, what was taken in hints, mistyped and spent in time, and the last marks.
 * Survives leaving: the lab is suspended, the account of the run is kept with the progress.
 */

import { type LabDrill, pointsOf, type Task } from '../../drills/lab-drill.ts'
import type { Marking } from '../../drills/mark.ts'
import { answered } from '../../drills/repetition/answered.ts'
import type { Item, Json } from '../../drills/repetition/attempt.ts'
import type { Progress } from '../../drills/repetition/progress.ts'
import { solutionTranscript } from '../../drills/solution-transcript.ts'
import { FreshLabs } from '../marking/fresh-labs.ts'
import { type Opened, openPractice } from '../open-practice.ts'
import type { DrillSource, SourcedDrill } from './drill-source.ts'
import { drillOf } from './drill-source.ts'
import { markAside } from './mark-recording.ts'

export interface DrillSurroundings {
  readonly progress: Progress
  /** The state directory; left out: the user's own. */
  readonly state?: string
  /** Wall clock, ms since 1970. */
  nowMs(): number
}

/** What is kept of a run beside its lab. */
interface Account {
  readonly workedMs: number
  readonly mistyped: number
  /** Hints taken, by task. */
  readonly hints: Readonly<Record<string, number>>
  /** Full marks were reached, or it was given up: what follows counts no more. */
  readonly isOver: boolean
}

const newAccount: Account = { workedMs: 0, mistyped: 0, hints: {}, isOver: false }

export class DrillRun {
  readonly drill: LabDrill
  readonly faults: SourcedDrill['faults']
  readonly opened: Opened
  readonly #source: DrillSource
  readonly #around: DrillSurroundings
  readonly #sinceMs: number
  #account: Account
  marking: Marking | undefined

  private constructor(
    source: DrillSource,
    { drill, faults }: SourcedDrill,
    opened: Opened,
    around: DrillSurroundings,
  ) {
    this.drill = drill
    this.faults = faults
    this.opened = opened
    this.#source = source
    this.#around = around
    this.#sinceMs = around.nowMs()
    const kept = around.progress.settings.get(this.#key) as Account | undefined
    // A lab that begins anew begins a new run, unless its marks are still to be looked at.
    this.#account = opened.resumed && kept !== undefined ? kept : newAccount
  }

  /** @throws BadFile, StateInUse */
  static async open(source: DrillSource, around: DrillSurroundings): Promise<DrillRun> {
    const sourced = await drillOf(source)
    const { drill } = sourced
    const opened = await openPractice({
      bench: { kind: 'lab', lab: drill.lab },
      drill: { id: drill.id, forbidden: drill.forbidden },
      ephemeral: false,
      boot: false,
      interactive: true,
      ...(around.state === undefined ? {} : { state: around.state }),
    })
    return new DrillRun(source, sourced, opened, around)
  }

  get #key(): string {
    return `run:${this.drill.id}`
  }

  /** Time spent on it, this time and before. */
  get workedMs(): number {
    return this.#account.workedMs + this.#around.nowMs() - this.#sinceMs
  }

  /** Undefined where there is no limit. */
  get leftMs(): number | undefined {
    return this.drill.limitMs === undefined ? undefined : Math.max(0, this.drill.limitMs - this.workedMs)
  }

  get isOver(): boolean {
    return this.#account.isOver
  }

  mistyped(): void {
    this.#change({ mistyped: this.#account.mistyped + 1 })
  }

  #change(part: Partial<Account>): void {
    this.#account = { ...this.#account, ...part }
    this.#keep()
  }

  #keep(): void {
    const account = { ...this.#account, workedMs: this.workedMs }
    this.#around.progress.settings.set(this.#key, account as unknown as Json)
  }

  hintsTaken({ id }: Task): number {
    return this.#account.hints[id] ?? 0
  }

  /** The next hint of a task costs so many points; undefined where there is none. */
  hintCost(task: Task): number | undefined {
    const next = task.hints[this.hintsTaken(task)]
    return next === undefined ? undefined : rounded(next.cost * task.points)
  }

  takeHint(task: Task): void {
    if (this.hintCost(task) === undefined) return
    this.#change({ hints: { ...this.#account.hints, [task.id]: this.hintsTaken(task) + 1 } })
  }

  /** Points of a task at the last check, less what its hints cost. */
  pointsOf(task: Task): number {
    const points = this.marking?.tasks.find(({ id }) => id === task.id)?.points ?? 0
    const cost = task.hints.slice(0, this.hintsTaken(task)).reduce((sum, hint) => sum + hint.cost, 0)
    return rounded(points * Math.max(0, 1 - cost))
  }

  get score(): number {
    return rounded(this.drill.tasks.reduce((sum, task) => sum + this.pointsOf(task), 0))
  }

  get max(): number {
    return pointsOf(this.drill)
  }

  get isSolved(): boolean {
    return this.marking !== undefined && this.marking.score === this.marking.max
  }

  /** Marks a copy; undefined where it was broken off. Full marks end the run. */
  async check(signal: AbortSignal): Promise<Marking | undefined> {
    // What was reached when the time ran out is what counts.
    if (this.leftMs === 0) this.#finish(this.score)
    const marking = await markAside(
      { source: this.#source, recording: this.opened.practice.recording() },
      signal,
    )
    if (marking === undefined) return undefined
    this.marking = marking
    if (this.isSolved) this.#finish(this.score)
    return marking
  }

  /** The model solution; nothing counts after it. */
  giveUp(): string {
    this.#finish(0)
    const labs = new FreshLabs()
    return solutionTranscript(this.drill, (lab, output) => labs.start(lab, { output }))
  }

  #finish(score: number): void {
    if (this.isOver) return
    const { mistyped, hints } = this.#account
    const { progress, nowMs } = this.#around
    answered(progress, {
      item: this.#item,
      topic: this.drill.topic,
      level: this.drill.level,
      kind: this.#source.kind === 'break' ? 'break' : 'lab',
      atMs: nowMs(),
      tookMs: this.workedMs,
      score,
      max: this.max,
      hints: Object.values(hints).reduce((sum, taken) => sum + taken, 0),
      errors: mistyped,
    })
    this.#change({ isOver: true })
  }

  get #item(): Item {
    return this.#source.kind === 'break' ? `break:${this.#source.lab}` : `drill:${this.drill.id}`
  }

  /** Leaves the lab as it is, for the next time. */
  suspend(): void {
    this.#keep()
    this.opened.suspend()
    this.opened.close()
  }

  /** Throws the lab away; the next start is a new run. */
  discard(): void {
    // What was reached so far counts, if somebody looked.
    if (this.marking !== undefined) this.#finish(this.score)
    this.#around.progress.settings.set(this.#key, newAccount as unknown as Json)
    this.opened.forget()
    this.opened.close()
  }
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100
}
