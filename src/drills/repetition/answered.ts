/** An answer goes into the learner's memory: graded, recorded, and given the date when it comes again. */

import { type Attempt, type AttemptKind, shareOf } from './attempt.ts'
import { type Grade, gradeOf } from './grade.ts'
import type { Progress } from './progress.ts'
import { nextSchedule, type Schedule } from './schedule.ts'

export interface Answered {
  readonly grade: Grade
  readonly schedule: Schedule
}

/** Practice and exams alike: what was not known in an exam comes again soon. */
export function answered(progress: Progress, attempt: Attempt): Answered {
  const { item, level, atMs } = attempt
  const pace = progress.paceOf(practiceKindOf(attempt), level)
  const grade = gradeOf({ ...attempt, share: shareOf(attempt), pace })
  const schedule = nextSchedule(item, progress.scheduleOf(item), grade, atMs)
  progress.record(attempt, schedule)
  return { grade, schedule }
}

/** An exam mixes cards with labs: its items are compared with practice of their kind. */
function practiceKindOf({ item, kind }: Attempt): AttemptKind {
  if (kind !== 'exam') return kind
  return /^(card|family):/.test(item) ? 'card' : 'lab'
}
