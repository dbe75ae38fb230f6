/** Drills as a process in the full screen: progress, the list, and what is started from it. */

import type { Language } from '../../../drills/texts.ts'
import { drillIndex, drillTopics } from '../../../stores/drill-index.ts'
import { openProgress } from '../../../stores/progress/open-progress.ts'
import type { DrillSurroundings } from '../../drill/drill-run.ts'
import { inFullScreen, statusOf } from '../in-full-screen.ts'
import { DrillProgram, type DrillProgramOptions } from './drill-program.ts'

export interface DrillsOptions {
  readonly language: Language
  readonly state?: string
  /** Another language was chosen. */
  speaks?(language: Language): void
  readonly first?: NonNullable<DrillProgramOptions['first']>
}

export async function runDrills({ language, state, speaks, first }: DrillsOptions): Promise<number> {
  const progress = openProgress(state)
  const around: DrillSurroundings = {
    progress,
    ...(state === undefined ? {} : { state }),
    nowMs: () => Date.now(),
  }
  let program: DrillProgram | undefined
  try {
    const end = await inFullScreen<undefined>(({ size, write, leave }) => {
      program = new DrillProgram({
        size,
        language,
        write,
        list: async () => {
          const [entries, topics] = await Promise.all([drillIndex(), drillTopics()])
          return { entries, topics, standings: progress.standings(), nowMs: Date.now() }
        },
        openLab: async (source, window) => {
          const { LabDrillScreen } = await import('./lab-drill-screen.ts')
          return LabDrillScreen.open(source, around, window, write)
        },
        openCards: async (id, window) => {
          const { openCards } = await import('./open-cards.ts')
          return openCards(id, around, window, write)
        },
        ...(first === undefined ? {} : { first }),
        ...(speaks === undefined ? {} : { speaks }),
        leave: () => leave(undefined),
      })
      void program.begin()
      return program
    })
    if (program?.failure !== undefined) {
      process.stderr.write(`rollover: ${program.failure}\n`)
      return 2
    }
    return statusOf(end)
  } finally {
    progress.close()
  }
}
