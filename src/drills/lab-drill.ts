/** A lab drill as data: what the learner finds, what is asked, how it is marked, and the proof that it can be solved. */

import type { Lab } from '../labs/lab.ts'
import type { PointedCheck } from './check.ts'
import type { Texts } from './texts.ts'

export interface LabDrill {
  readonly kind: 'lab'
  /** The file's name without its ending. */
  readonly id: string
  readonly topic: string
  /** 1–4. */
  readonly level: number
  readonly title: Texts
  readonly story: Texts
  readonly lab: Lab
  /** Left out: no limit. */
  readonly limitMs?: number
  /** Commands that may not be given, in full words: `show running-config`. */
  readonly forbidden: readonly string[]
  /** Virtual time that the network gets before it is marked, for links and spanning trees. */
  readonly settleMs: number
  /** Saving is no part of it, or would be wrong: an exam takes nothing off. */
  readonly mayStayUnsaved: boolean
  readonly tasks: readonly Task[]
  readonly solution: readonly Deed[]
  readonly wrong: readonly WrongVariant[]
}

export interface Task {
  readonly id: string
  readonly text: Texts
  /** The sum of its checks'. */
  readonly points: number
  readonly checks: readonly PointedCheck[]
  readonly hints: readonly Hint[]
}

export interface Hint {
  readonly text: Texts
  /** The share of the task's points that it costs, 0–1. */
  readonly cost: number
}

/** Something that a learner does: lines typed at a console, a cable pulled or plugged in, a power switch, waiting. */
export type Deed =
  | { readonly kind: 'type'; readonly on: string; readonly lines: readonly SolutionLine[] }
  | { readonly kind: 'cut' | 'mend'; readonly cable: string; readonly loses: Loses }
  | { readonly kind: 'power'; readonly on: string; readonly to: 'off' | 'on'; readonly loses: Loses }
  | { readonly kind: 'wait'; readonly ms: number }

export interface SolutionLine {
  /** As typed, without Enter; keys as `<Ctrl-Z>`. */
  readonly text: string
  readonly loses: Loses
}

/** What leaving it out loses: these tasks exactly; or nothing, and why. */
export type Loses = { readonly tasks: readonly string[] } | { readonly because: string }

/** A way to go wrong: typed after the model solution, or in its place. */
export interface WrongVariant {
  readonly id: string
  readonly inPlace: boolean
  readonly deeds: readonly Deed[]
  readonly loses: readonly string[]
}

export function pointsOf(drill: LabDrill): number {
  return drill.tasks.reduce((sum, { points }) => sum + points, 0)
}
