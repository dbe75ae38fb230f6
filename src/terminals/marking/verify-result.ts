/** Whether a result is what its input gives: the input is marked again, and the two are compared. */

import { existsSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import packageJson from '../../../package.json' with { type: 'json' }
import { BadFile } from '../../stores/checked-file.ts'
import { readPersonFile } from '../../stores/person-file.ts'
import { type GradeResult, Grader } from './grader.ts'

/** Where the input lies, when it is not where the result says. */
export interface Whereabouts {
  readonly drill?: string
  readonly input?: string
}

export interface Verified {
  /** As `rollover grade` ends: 0 the same, 1 not the same, 2 cannot be told. */
  readonly status: 0 | 1 | 2
  /** One sentence for each thing that was found. */
  readonly sentences: readonly string[]
}

/** The results in a file that `--json` wrote: of one submission, or of a folder. @throws BadFile */
export async function readResults(path: string): Promise<GradeResult[]> {
  const text = Buffer.from(await readPersonFile(path)).toString()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BadFile([`${path}: it is no JSON (${error instanceof Error ? error.message : error})`])
  }
  const listed: unknown = Object(json)['submissions']
  const all = Array.isArray(listed) ? listed.flatMap((one) => Object(one)['result'] ?? []) : [json]
  if (all.length > 0 && all.every(isResult)) return all
  throw new BadFile([`${path}: it is no result of \`rollover grade --json\``])
}

function isResult(value: unknown): value is GradeResult {
  const { format, file, language, input, version } = Object(value) as Partial<GradeResult>
  const { kind, path, sha256 } = Object(input) as Partial<GradeResult['input']>
  return (
    format === 1 &&
    typeof file === 'string' &&
    typeof version === 'string' &&
    (language === 'en' || language === 'zh') &&
    (kind === 'transcript' || kind === 'state') &&
    typeof path === 'string' &&
    typeof sha256 === 'string'
  )
}

/** @param resultPath paths in the result begin where it was made; where that is not here, beside the result */
export async function verifyResult(
  result: GradeResult,
  resultPath: string,
  { drill, input }: Whereabouts,
): Promise<Verified> {
  const { version, language } = result
  const cannot = (sentence: string): Verified => ({ status: 2, sentences: [sentence] })
  if (version !== packageJson.version)
    return cannot(`it was marked by rollover ${version}, and this is ${packageJson.version}`)
  const named = drill ?? found(result.file, resultPath)
  const path = input ?? found(result.input.path, resultPath)
  try {
    const grader = await Grader.read(named)
    const submission = grader.submission(result.input.kind, path)
    const again = JSON.parse(JSON.stringify(grader.grade(submission, language))) as GradeResult
    if (again.input.sha256 !== result.input.sha256)
      return {
        status: 1,
        sentences: [
          'the input has changed since: its hash is another (the drill, its lab, or the submission)',
        ],
      }
    // Where the input lies now says nothing about what it is.
    const same = { ...again, file: result.file, input: { ...again.input, path: result.input.path } }
    const sentences = differences(result, same, '')
    if (sentences.length === 0) return { status: 0, sentences: ['the same input gives the same result'] }
    return { status: 1, sentences: sentences.map((one) => `the result was changed: ${one}`) }
  } catch (error) {
    if (error instanceof BadFile) return cannot(error.message)
    throw error
  }
}

function found(named: string, resultPath: string): string {
  const beside = resolve(dirname(resultPath), named)
  return !isAbsolute(named) && !existsSync(named) && existsSync(beside) ? beside : named
}

/** `score says 10, and is 6`, for everything that is not the same. */
function differences(says: unknown, is: unknown, at: string): string[] {
  if (isDeepStrictEqual(says, is)) return []
  const isBranch = (value: unknown) => typeof value === 'object' && value !== null
  if (!isBranch(says) || !isBranch(is))
    return [`${at} says ${JSON.stringify(says) ?? 'nothing'}, and is ${JSON.stringify(is) ?? 'nothing'}`]
  const names = new Set([...Object.keys(Object(says)), ...Object.keys(Object(is))])
  return [...names].flatMap((name) =>
    differences(Object(says)[name], Object(is)[name], at === '' ? name : `${at}.${name}`),
  )
}
