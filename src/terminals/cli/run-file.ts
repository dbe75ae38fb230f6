/** Runs one transcript file, and says what came of it in values that can go from thread to thread. */

import { readFileSync } from 'node:fs'
import { readTranscript } from '../../transcripts/read-transcript.ts'
import { runTranscript } from '../../transcripts/run-transcript.ts'
import { BadTranscript } from '../../transcripts/transcript.ts'
import { updated } from '../../transcripts/update-transcript.ts'
import type { Report } from './test-reporters.ts'
import { transcriptSurroundings } from './transcript-surroundings.ts'

export function runFile(path: string, update = false): Report {
  const begunMs = performance.now()
  const report = (values: Partial<Report>): Report => ({
    path,
    rows: 0,
    differences: [],
    tookMs: performance.now() - begunMs,
    ...values,
  })
  try {
    const transcript = readTranscript(textOf(path), path)
    if (update && !transcript.captured) {
      const text = updated(transcript, transcriptSurroundings)
      if (text !== transcript.lines.map((line) => `${line}\n`).join('')) {
        const again = runTranscript(readTranscript(text, path), transcriptSurroundings)
        return report({ ...again, updated: text })
      }
    }
    const outcome = runTranscript(transcript, transcriptSurroundings)
    const refused = update && transcript.captured && outcome.differences.length > 0
    return report({ ...outcome, ...(refused ? { refused } : {}) })
  } catch (error) {
    if (error instanceof BadTranscript) return report({ fault: error.message })
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      return report({ fault: `${path}: ${systemError(String(error.code))}` })
    throw error
  }
}

function textOf(path: string): string {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lines = bytes.subarray(0, firstBadByte(bytes)).toString('latin1').split('\n')
    const column = (lines.at(-1)?.length ?? 0) + 1
    throw new BadTranscript(path, lines.length, column, 'bytes that are not UTF-8', 'text in UTF-8')
  }
}

/** The longest beginning that decodes, by halves. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      // A character cut in two is no fault yet.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return bad - 1
}

function systemError(code: string): string {
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'it may not be read'
  return `it cannot be read (${code})`
}
