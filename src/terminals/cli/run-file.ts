/** Runs one transcript file, and says what came of it in values that can go from thread to thread. */

import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lab } from '../../labs/lab.ts'
import { BadFile, placeOfBadByte } from '../../stores/checked-file.ts'
import { unreadable } from '../../stores/person-file.ts'
import { readLab } from '../../stores/read-lab.ts'
import { labNamedIn, readTranscript } from '../../transcripts/read-transcript.ts'
import { runTranscript } from '../../transcripts/run-transcript.ts'
import { BadTranscript } from '../../transcripts/transcript.ts'
import { updated } from '../../transcripts/update-transcript.ts'
import type { Report } from './test-reporters.ts'
import { transcriptSurroundings } from './transcript-surroundings.ts'

export async function runFile(path: string, update = false): Promise<Report> {
  const begunMs = performance.now()
  const report = (values: Partial<Report>): Report => ({
    path,
    rows: 0,
    differences: [],
    tookMs: performance.now() - begunMs,
    ...values,
  })
  try {
    const text = textOf(path)
    const lab = await labOf(text, path)
    const transcript = readTranscript(text, path, lab)
    if (update && !transcript.captured) {
      const fresh = updated(transcript, transcriptSurroundings)
      if (fresh !== transcript.lines.map((line) => `${line}\n`).join('')) {
        const again = runTranscript(readTranscript(fresh, path, lab), transcriptSurroundings)
        return report({ ...again, updated: fresh })
      }
    }
    const outcome = runTranscript(transcript, transcriptSurroundings)
    const refused = update && transcript.captured && outcome.differences.length > 0
    return report({ ...outcome, ...(refused ? { refused } : {}) })
  } catch (error) {
    if (error instanceof BadTranscript) return report({ fault: error.message })
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      return report({ fault: `${path}: ${unreadable(String(error.code))}` })
    throw error
  }
}

/**
 * The lab that a transcript asks for: a shipped one by name, or a file, from the transcript's folder or from here.
 * @throws BadTranscript with what is wrong with it
 */
export async function labOf(text: string, path: string): Promise<Lab | undefined> {
  const wanted = labNamedIn(text)
  if (wanted === undefined) return undefined
  const beside = join(dirname(path), wanted.name)
  try {
    return await readLab(statSync(beside, { throwIfNoEntry: false })?.isFile() ? beside : wanted.name)
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    const { line, column } = wanted
    throw new BadTranscript(path, line, column, `"${wanted.name}"`, `a lab without faults\n${error.message}`)
  }
}

function textOf(path: string): string {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { line, column } = placeOfBadByte(bytes)
    throw new BadTranscript(path, line, column, 'bytes that are not UTF-8', 'text in UTF-8')
  }
}
