/**
 * `rollover grade`: marks without a person. Status 0 for full marks, 1 for less, 2 for input of no use; of a folder 0 when
 * all were usable, else 2.
 */

import { writeFileSync } from 'node:fs'
import type { Language } from '../../drills/texts.ts'
import { drillIndex } from '../../stores/drill-index.ts'
import { durationMs } from '../../transcripts/directives.ts'
import { csv } from '../marking/csv.ts'
import { type Graded, gradeAll, submissionsIn } from '../marking/grade-folder.ts'
import { gradeRows, gradeTable, reportText } from '../marking/grade-report.ts'
import { Grader } from '../marking/grader.ts'
import { readResults, type Verified, verifyResult, type Whereabouts } from '../marking/verify-result.ts'
import { UsageError } from './start.ts'

export interface GradeArguments {
  readonly drill?: string
  readonly folder?: string
  readonly state?: string
  readonly transcript?: string
  readonly verify?: string
  readonly csv?: string
  readonly json: boolean
  readonly limit: string
  readonly language: Language
}

const usableStatus = 0
const lessStatus = 1
const unusableStatus = 2

/** @throws UsageError, and BadFile for a drill or submission that is of no use */
export async function gradeCommand(asked: GradeArguments): Promise<number> {
  const { drill, folder, state, transcript, verify } = asked
  const inputs = [folder, state, transcript].filter((one) => one !== undefined)
  if (asked.csv !== undefined && folder === undefined)
    throw new UsageError('--csv is for a folder of submissions')
  if (verify !== undefined) {
    if (folder !== undefined) throw new UsageError('--verify takes no folder: the result names its input')
    const input = state ?? transcript
    return verifyCommand(verify, {
      ...(drill === undefined ? {} : { drill }),
      ...(input === undefined ? {} : { input }),
    })
  }
  if (drill === undefined) throw new UsageError('it takes a drill: its id (rollover list drills), or a path')
  if (inputs.length !== 1)
    throw new UsageError(
      'it takes one of --transcript FILE, --state DIR, or a folder of submissions behind the drill',
    )
  await refuseCards(drill)
  const grader = await Grader.read(drill)
  if (folder !== undefined) return gradeFolder(grader, drill, folder, asked)
  const submission =
    transcript === undefined
      ? grader.submission('state', state ?? '')
      : grader.submission('transcript', transcript)
  const result = grader.grade(submission, asked.language)
  process.stdout.write(asked.json ? jsonText(result) : reportText(result, grader.drill))
  return result.score === result.max ? usableStatus : lessStatus
}

/** Cards have nothing that could be handed in. */
async function refuseCards(named: string): Promise<void> {
  const meant = (await drillIndex()).filter(({ id }) => id === named)
  if (meant.length > 0 && meant.every(({ kind }) => kind === 'cards'))
    throw new UsageError(`"${named}" are cards; what is marked without a person is a drill in a lab`)
}

async function gradeFolder(
  grader: Grader,
  drill: string,
  folder: string,
  asked: GradeArguments,
): Promise<number> {
  const { language, json, csv: csvPath } = asked
  if (json && csvPath === '-') throw new UsageError('--json and --csv - both write to standard output')
  const jobs = submissionsIn(folder, csvPath)
  if (jobs.length === 0) throw new UsageError(`there is no submission in ${folder}`)
  const limitMs = durationMs(asked.limit)
  if (limitMs === undefined || limitMs === 0)
    throw new UsageError(`--limit takes a time such as 30s or 2m, not "${asked.limit}"`)
  const shows = process.stderr.isTTY === true
  const graded = await gradeAll(jobs, {
    drill,
    language,
    limitMs,
    ...(csvPath === undefined ? {} : { except: csvPath }),
    progress: (done, all) => void (shows && process.stderr.write(`\r${done}/${all}\x1b[K`)),
  })
  if (shows) process.stderr.write('\r\x1b[K')
  if (csvPath !== undefined) writeCsv(csvPath, graded, grader)
  if (json) process.stdout.write(jsonText({ drill: grader.drill.id, submissions: graded }))
  else if (csvPath !== '-') process.stdout.write(gradeTable(graded, grader.drill, language))
  return graded.every((one) => 'result' in one) ? usableStatus : unusableStatus
}

function writeCsv(path: string, graded: readonly Graded[], { drill }: Grader): void {
  const text = csv(gradeRows(graded, drill))
  if (path === '-') {
    process.stdout.write(text)
    return
  }
  try {
    // With the mark by which spreadsheets know UTF-8.
    writeFileSync(path, `\ufeff${text}`)
  } catch (error) {
    throw new UsageError(`the table cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

async function verifyCommand(path: string, whereabouts: Whereabouts): Promise<number> {
  const results = await readResults(path)
  let status: Verified['status'] = 0
  for (const result of results) {
    const verified = await verifyResult(result, path, whereabouts)
    if (verified.status > status) status = verified.status
    for (const sentence of verified.sentences) process.stdout.write(`${result.input.path}: ${sentence}\n`)
  }
  return status
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
