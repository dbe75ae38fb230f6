/** T1: rows of transcripts a second. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
      const transcripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.txt'))
        .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
      const rows = transcripts.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
      return {
        ours: {
          name: 'rollover',
          turn: () =>
            timed(() => {
              for (const { name, text } of transcripts)
                runTranscript(readTranscript(text, name), transcriptSurroundings)
            }),
        },
        show: (ms) =>
          `${transcripts.length} files, ${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`,
      }
    },
  },
]
