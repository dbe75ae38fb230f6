/** For tests of transcripts: runs a text, and says what came of it in few words. */

import { transcriptSurroundings } from '../../src/terminals/cli/transcript-surroundings.ts'
import { readTranscript } from '../../src/transcripts/read-transcript.ts'
import { type RunOptions, runTranscript } from '../../src/transcripts/run-transcript.ts'
import { updated } from '../../src/transcripts/update-transcript.ts'

/** `row: - expected + found` for each difference. */
export function run(text: string, options: RunOptions = {}): string[] {
  const transcript = readTranscript(text, 'a.txt')
  return runTranscript(transcript, transcriptSurroundings, options).differences.map(
    ({ row, expected, found }) => `${row}: - ${expected} + ${found}`,
  )
}

export function update(text: string): string {
  return updated(readTranscript(text, 'a.txt'), transcriptSurroundings)
}
