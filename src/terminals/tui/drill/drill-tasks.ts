/** The tasks of a drill beside the console: what is asked, what a check found, hints, giving up and starting again. */

import type { Task } from '../../../drills/lab-drill.ts'
import { type CheckResult, sentenceOf } from '../../../drills/mark.ts'
import { type Language, said } from '../../../drills/texts.ts'
import type { DrillRun } from '../../drill/drill-run.ts'
import { clockText } from '../../exam/exam-words.ts'
import { toned } from '../colours.ts'
import type { Pane, PaneHost } from '../panes.ts'
import type { Size } from '../window-view.ts'
import { hanging, wrapped } from '../wrapped.ts'
import { drillWords } from './drill-words.ts'

export interface DrillTasksActions {
  /** Shows the solution. */
  giveUp(transcript: string): void
  again(): void
}

export class DrillTasks implements Pane {
  readonly #run: DrillRun
  readonly #host: PaneHost
  readonly #language: () => Language
  readonly #actions: DrillTasksActions
  /** What the next same key confirms. */
  #asked: 'h' | 'g' | 'a' | undefined
  #note: string | undefined
  #checking: AbortController | undefined
  #top = 0
  #most = 0
  #page = 1

  constructor(run: DrillRun, host: PaneHost, language: () => Language, actions: DrillTasksActions) {
    this.#run = run
    this.#host = host
    this.#language = language
    this.#actions = actions
  }

  get #words() {
    return drillWords(this.#language())
  }

  key(key: string): void {
    if (this.#checking !== undefined) {
      if (key === 'esc') this.#checking.abort()
      return
    }
    const asked = this.#asked
    this.#asked = undefined
    this.#note = undefined
    switch (key) {
      case 'c':
        void this.#check()
        break
      case 'h':
        this.#hint(asked === 'h')
        break
      case 'g':
        if (asked === 'g') this.#actions.giveUp(this.#run.giveUp())
        else this.#ask('g', this.#words.giveUpAsk)
        break
      case 'a':
        if (asked === 'a') this.#actions.again()
        else this.#ask('a', this.#words.againAsk)
        break
      case 'esc':
        if (asked === undefined) this.#host.close()
        break
      default: {
        const move = { up: -1, down: 1, pageup: -this.#page, pagedown: this.#page }[key] ?? 0
        this.#top = Math.max(0, Math.min(this.#most, this.#top + move))
      }
    }
  }

  #ask(key: 'h' | 'g' | 'a', note: string): void {
    this.#asked = key
    this.#note = note
  }

  /** The task in work: the first that has not all its points. */
  get #current(): Task | undefined {
    const { marking, drill } = this.#run
    return drill.tasks.find(({ id }) => {
      const marked = marking?.tasks.find((one) => one.id === id)
      return marked === undefined || marked.points < marked.max
    })
  }

  #hint(isSure: boolean): void {
    const task = this.#current
    const cost = task && this.#run.hintCost(task)
    if (task === undefined || cost === undefined) this.#note = this.#words.noHint
    else if (isSure || cost === 0) this.#run.takeHint(task)
    else this.#ask('h', this.#words.hintAsk(said(task.text, this.#language()), cost, task.points))
  }

  async #check(): Promise<void> {
    const checking = new AbortController()
    this.#checking = checking
    try {
      const marking = await this.#run.check(checking.signal)
      this.#note = marking === undefined ? this.#words.checkStopped : undefined
    } catch (error) {
      this.#note = this.#words.checkFailed(error instanceof Error ? error.message : String(error))
    }
    this.#checking = undefined
    this.#top = 0
    this.#host.changed()
  }

  rows({ columns, rows }: Size, hasKeys: boolean): string[] {
    const width = columns - 2
    const text = this.#textRows(width)
    const foot = this.#footRows(width, hasKeys)
    this.#page = Math.max(1, rows - foot.length - 1)
    this.#most = Math.max(0, text.length - this.#page)
    this.#top = Math.min(this.#top, this.#most)
    const shown = text.slice(this.#top, this.#top + this.#page)
    const more = this.#top < this.#most ? toned('  ↓', 'dim') : ''
    const filled = Array.from({ length: this.#page }, (_, y) => shown[y] ?? '')
    return [...filled, more, ...foot].map((row) => (row === '' ? '' : ` ${row}`))
  }

  #textRows(width: number): string[] {
    const { drill, marking } = this.#run
    const language = this.#language()
    const words = this.#words
    const { leftMs, workedMs, score, max } = this.#run
    const time = leftMs === undefined ? words.worked(clockText(workedMs)) : words.left(clockText(leftMs))
    const points = marking === undefined ? words.points(0, max) : words.points(score, max)
    return [
      ...wrapped(said(drill.title, language), width).map((row) => toned(row, 'bold')),
      toned(`${points}   ${time}`, 'dim'),
      ...this.#outcome(width),
      '',
      ...wrapped(said(drill.story, language), width),
      '',
      ...drill.tasks.flatMap((task) => this.#taskRows(task, width)),
    ]
  }

  #outcome(width: number): string[] {
    const { isSolved, isOver, faults, score, max, leftMs } = this.#run
    const words = this.#words
    const language = this.#language()
    if (isOver) {
      const said1 = isSolved ? words.solved(score, max) : words.givenUp
      const told = faults.flatMap(({ what }) => hanging('▲ ', said(what, language), width))
      return [
        ...wrapped(said1, width).map((row) => toned(row, isSolved ? 'good' : 'attention')),
        ...(told.length === 0 ? [] : [toned(words.wasWrong, 'bold'), ...told]),
      ]
    }
    return leftMs === 0 ? wrapped(words.timeOver, width).map((row) => toned(row, 'attention')) : []
  }

  #taskRows(task: Task, width: number): string[] {
    const language = this.#language()
    const { marking } = this.#run
    const checks = (marking?.checks ?? []).filter((check) => check.task === task.id)
    const full = marking?.tasks.find(({ id }) => id === task.id)
    const sign = full === undefined || full.points === 0 ? '○' : full.points < full.max ? '◐' : '●'
    const tone = sign === '●' ? 'good' : this.#current === task ? 'active' : 'plain'
    const points = marking === undefined ? `${task.points}` : `${this.#run.pointsOf(task)}/${task.points}`
    const head = hanging(`${sign} `, `${said(task.text, language)} (${points})`, width).map((row) =>
      toned(row, tone),
    )
    const hints = task.hints
      .slice(0, this.#run.hintsTaken(task))
      .flatMap(({ text }) => hanging('  ', this.#words.hintLine(said(text, language)), width))
      .map((row) => toned(row, 'attention'))
    return [...head, ...hints, ...checkRows(checks, language, width)]
  }

  #footRows(width: number, hasKeys: boolean): string[] {
    const words = this.#words
    if (this.#checking !== undefined) return [toned(words.checking, 'attention')]
    if (this.#note !== undefined) return wrapped(this.#note, width).map((row) => toned(row, 'attention'))
    if (!hasKeys) return [toned(words.comeHere, 'dim')]
    return wrapped(width >= 50 ? words.taskKeys : words.taskKeysShort, width).map((row) =>
      toned(row, 'active'),
    )
  }

  close(): undefined {
    this.#checking?.abort()
    return undefined
  }
}

/** What failed first, each as a sentence; what passed in short. */
function checkRows(checks: readonly CheckResult[], language: Language, width: number): string[] {
  const failed = checks.filter(({ passed }) => !passed)
  const passed = checks.filter((check) => check.passed)
  return [
    ...failed.flatMap((check) => hanging('  ✕ ', said(sentenceOf(check), language), width)),
    ...passed
      .flatMap((check) => hanging('  ✓ ', said(check.expected, language), width))
      .map((row) => toned(row, 'dim')),
  ]
}
