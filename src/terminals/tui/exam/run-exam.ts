/** Sits an exam in the full screen, from its beginning or from where it was left, and remembers what it came to. */

import { loadEmulator } from '../../../drills/cards/emulator.ts'
import { drillIdOf, type ExamItem } from '../../../drills/exam/plan.ts'
import type { ExamResult } from '../../../drills/exam/result.ts'
import { answered } from '../../../drills/repetition/answered.ts'
import type { Item } from '../../../drills/repetition/attempt.ts'
import type { Progress } from '../../../drills/repetition/progress.ts'
import { examClock } from '../../exam/exam-clock.ts'
import type { ExamMaterial } from '../../exam/exam-pool.ts'
import type { KeptSitting } from '../../exam/kept-sitting.ts'
import { inFullScreen, statusOf } from '../in-full-screen.ts'
import { openExamLab } from './exam-lab.ts'
import { ExamProgram } from './exam-program.ts'

export interface Sat {
  readonly status: number
  /** Undefined where it was left before its end. */
  readonly result: ExamResult | undefined
}

export async function runExam(kept: KeptSitting, material: ExamMaterial, progress: Progress): Promise<Sat> {
  const emulator = await loadEmulator()
  const nowMs = examClock(kept.sitting.latestMs)
  let result: ExamResult | undefined
  const end = await inFullScreen<undefined>(({ size, write, leave }) => {
    const program = new ExamProgram({
      kept,
      material,
      emulator,
      size,
      nowMs,
      write,
      leave: () => leave(undefined),
      openLab: (item, number, window, actions) =>
        openExamLab(kept, item, number, window, actions, write, nowMs),
      finished: (found) => {
        result = found
        remember(found, kept, progress)
      },
    })
    program.begin()
    return {
      input: (keys) => program.input(keys),
      resize: (to) => program.resize(to),
      end: () => {
        program.end()
        return undefined
      },
    }
  })
  return { status: statusOf(end), result }
}

/** What was not known in an exam comes again soon. */
function remember(result: ExamResult, { sitting }: KeptSitting, progress: Progress): void {
  sitting.plan.items.forEach((item, at) => {
    const marked = result.items[at]
    const submission = sitting.submissionOf(at)
    if (marked === undefined || marked.void !== undefined || submission === undefined) return
    answered(progress, {
      item: itemOf(item),
      topic: item.topic,
      level: item.level,
      kind: 'exam',
      atMs: submission.atMs,
      tookMs: marked.tookMs,
      score: marked.score,
      max: marked.max,
      hints: 0,
      errors: 0,
    })
  })
}

function itemOf(item: ExamItem): Item {
  if (item.kind === 'lab') return `drill:${drillIdOf(item)}`
  return item.question.includes('#') ? `family:${item.question.replace(/#.*$/, '')}` : `card:${item.question}`
}
