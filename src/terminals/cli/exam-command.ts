/** `rollover exam`: draws up an exam and sits it, goes on with one that was left, and reports. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { milliseconds } from '../../drills/drill-file.ts'
import { type ExamPlan, examOver } from '../../drills/exam/plan.ts'
import type { ExamResult } from '../../drills/exam/result.ts'
import type { Progress } from '../../drills/repetition/progress.ts'
import { said, texts } from '../../drills/texts.ts'
import { openProgress } from '../../stores/progress/open-progress.ts'
import { defaultUnsavedCost, readExam } from '../../stores/read-exam.ts'
import { defaultStatePath } from '../../stores/state-directory.ts'
import { type StateLock, takeStateLock } from '../../stores/state-lock.ts'
import { type ExamMaterial, examMaterial } from '../exam/exam-pool.ts'
import { KeptSitting } from '../exam/kept-sitting.ts'
import { reportPage } from '../exam/report-html.ts'
import { reportRows } from '../exam/report-text.ts'
import type { Language } from '../i18n/texts.ts'
import { plainly } from '../report/text-charts.ts'
import { toned } from '../tui/colours.ts'
import { UsageError } from './start.ts'

export interface ExamOptions {
  readonly file?: string
  readonly topics?: string
  readonly items?: number
  readonly seed?: number
  readonly time?: string
  /** False: `show running-config` and its like are refused. */
  readonly runningConfig: boolean
  /** Gives up an exam that was left. */
  readonly abandon?: true
  /** No sitting: the report of the last one. */
  readonly report?: true
  readonly json?: true
  readonly html?: string
  readonly state?: string
  readonly language: Language
}

/** Every way to read a whole configuration: what is saved, and a copy of it on flash, is one too. */
const configurationCommands = ['show running-config', 'show startup-config', 'write terminal', 'more']
const defaultItems = 20
/** What an item over topics gets on average: a third are labs. */
const averageItemMs = 3 * 60_000

export async function examCommand(options: ExamOptions): Promise<number> {
  const progress = openProgress(options.state)
  let lock: StateLock | undefined
  try {
    if (options.report === true) return report(lastResult(progress), options)
    if (options.abandon !== true && (process.stdin.isTTY !== true || process.stdout.isTTY !== true))
      throw new UsageError('an exam needs a terminal; `rollover grade` marks without a person')
    lock = examLock(options.state)
    if (options.abandon === true) return abandon(progress)
    const material = await examMaterial()
    const kept = await keptSitting(options, material, progress)
    const { runExam } = await import('../tui/exam/run-exam.ts')
    const { status, result } = await runExam(kept, material, progress)
    if (result === undefined) return status
    return report(result, options) || status
  } finally {
    lock?.release()
    progress.close()
  }
}

/** Two processes would each go on with the exam as they know it. @throws StateInUse */
function examLock(state = defaultStatePath()): StateLock {
  const folder = join(state, 'exam')
  mkdirSync(folder, { recursive: true })
  return takeStateLock(folder, 'rollover exam')
}

async function keptSitting(
  options: ExamOptions,
  material: ExamMaterial,
  progress: Progress,
): Promise<KeptSitting> {
  const isNew = options.file !== undefined || options.topics !== undefined
  const left = KeptSitting.unfinished(progress.exams)
  if (left !== undefined) {
    if (isNew)
      throw new UsageError(
        `the exam "${said(left.sitting.plan.title, options.language)}" is not finished: \`rollover exam\` goes on with it, \`rollover exam --abandon\` gives it up`,
      )
    return left
  }
  if (!isNew)
    throw new UsageError(
      'no exam was left; `rollover exam FILE` or `rollover exam --topics vlans,arp` begins one',
    )
  const plan = await planOf(options, material)
  return KeptSitting.begin(progress.exams, { plan, startedAtMs: Date.now(), language: options.language })
}

/** @throws BadFile, UsageError */
export async function planOf(options: ExamOptions, { pool, titles }: ExamMaterial): Promise<ExamPlan> {
  const forbidden = options.runningConfig ? [] : configurationCommands
  const limit = options.time === undefined ? undefined : limitOf(options.time)
  if (options.file !== undefined) {
    if (options.topics !== undefined || options.items !== undefined)
      throw new UsageError('an exam in a file has its own items; --topics and --items draw another')
    const exam = await readExam(options.file, pool)
    const plan = exam.draw(options.seed ?? exam.seed ?? newSeed())
    return {
      ...plan,
      limitMs: limit ?? plan.limitMs,
      forbidden: [...new Set([...plan.forbidden, ...forbidden])],
    }
  }
  const topics = topicsOf(
    options.topics ?? '',
    [...pool.labs, ...pool.questions].map(({ topic }) => topic),
  )
  if (options.items === 0) throw new UsageError('an exam has at least one item')
  const seed = options.seed ?? newSeed()
  const items = examOver(topics, options.items ?? defaultItems, pool, seed)
  const names = topics.map((topic) => titles.topic(topic))
  const title = { en: names.map(({ en }) => en).join(', '), zh: names.map(({ zh }) => zh).join('、') }
  return {
    title: options.topics === 'all' ? texts('All topics', '全部专题') : title,
    seed,
    limitMs: limit ?? items.length * averageItemMs,
    forbidden,
    unsavedCost: defaultUnsavedCost,
    items,
  }
}

function topicsOf(text: string, known: readonly string[]): string[] {
  const all = [...new Set(known)]
  if (text === 'all') return all
  const topics = text.split(',').map((one) => one.trim())
  const wrong = topics.find((topic) => !all.includes(topic))
  if (wrong !== undefined)
    throw new UsageError(`there is no topic "${wrong}"; there are ${all.sort().join(', ')}, and all`)
  return topics
}

function limitOf(text: string): number {
  if (!/^\d+(s|m|h)$/.test(text))
    throw new UsageError(`--time takes a time with its unit, such as 45m or 1h, not "${text}"`)
  const limitMs = milliseconds(text)
  if (limitMs === 0) throw new UsageError('an exam needs time, such as 45m')
  return limitMs
}

/** Chance from outside: an exam that nobody gave a seed is another one each time. */
function newSeed(): number {
  return Date.now() >>> 0
}

function abandon(progress: Progress): number {
  const left = KeptSitting.unfinished(progress.exams)
  if (left === undefined) throw new UsageError('no exam was left')
  progress.exams.finish(left.id, { abandoned: true })
  return 0
}

function lastResult(progress: Progress): ExamResult {
  const results = progress.exams
    .all()
    .map(({ result }) => result as unknown as ExamResult | { abandoned: true } | undefined)
  const last = results.findLast((one): one is ExamResult => one !== undefined && 'score' in one)
  if (last === undefined) throw new UsageError('no exam has been finished yet')
  return last
}

function report(result: ExamResult, { json, html }: ExamOptions): number {
  if (html !== undefined) writePage(html, result)
  if (json === true) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`)
  else if (html === undefined || process.stdout.isTTY) {
    const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR']
    const rows = reportRows(result, Math.min(100, process.stdout.columns || 80), coloured ? toned : plainly)
    process.stdout.write(`${rows.join('\n')}\n`)
  }
  return 0
}

/** Marks are kept by then, and can be had again: a folder that is not there is no more than that. */
function writePage(file: string, result: ExamResult): void {
  try {
    writeFileSync(file, reportPage(result))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `${file} cannot be written (${why}); \`rollover exam --report --html FILE\` makes it again`,
    )
  }
}
