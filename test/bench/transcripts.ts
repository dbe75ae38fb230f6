/** T1: rows of transcripts a second. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Lab } from '../../src/labs/lab.ts'
import { labOf } from '../../src/terminals/cli/run-file.ts'
import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { readTranscript } from '../../src/transcripts/read-transcript.ts'
import { runTranscript } from '../../src/transcripts/run-transcript.ts'
import { type Figure, timed } from './measure.ts'

const folder = fileURLToPath(new URL('../../transcripts', import.meta.url))

export const transcriptFigures: readonly Figure[] = [
  {
    id: 'T1',
    what: 'all transcripts of the project',
    aim: '–',
    unit: 'ms',
    turns: 5,
    async prepare() {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      const transcripts: { name: string; text: string; lab: Lab | undefined }[] = []
      for (const name of names.filter((one) => one.endsWith('.txt'))) {
        const path = join(folder, name)
        const text = readFileSync(path, 'utf8')
        transcripts.push({ name, text, lab: await labOf(text, path) })
      }
      const rows = transcripts.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
      return {
        ours: {
          name: 'rollover',
          turn: () =>
            timed(() => {
              for (const { name, text, lab } of transcripts)
                runTranscript(readTranscript(text, name, lab), {
                  ...transcriptSurroundings,
                  keepCapture() {},
                })
            }),
        },
        show: (ms) =>
          `${transcripts.length} files, ${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`,
      }
    },
  },
]
