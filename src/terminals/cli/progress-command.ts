/** `rollover progress`: what is due and how it went, as text, JSON or a page; and its export and import. */

import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Progress } from '../../drills/repetition/progress.ts'
import { type Language, said } from '../../drills/texts.ts'
import { languageOf } from '../i18n/texts.ts'
import { languageOption } from './language-option.ts'

interface ProgressOptions {
  readonly state?: string
  readonly language?: Language
}

interface ReportOptions extends ProgressOptions {
  readonly html?: string
  readonly json?: true
}

/** What they do is loaded when it is done. */
export function addProgressCommands(program: Command): void {
  const dir = ['--state <dir>', 'where progress is kept'] as const
  const progress = program
    .command('progress')
    .description('what is due, a calendar of days, marks over time, weakest topics')
    .option('--html <file>', 'write it as one HTML page; - is standard output')
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .option(...dir)
    .action((options: ReportOptions) => report(options))
  progress
    .command('export')
    .description('everything that is remembered, as JSON')
    .argument('[file]', 'standard output when left out')
    .addOption(languageOption())
    .option(...dir)
    .action((file: string | undefined, _, command: Command) =>
      exportTo(file ?? '-', command.optsWithGlobals()),
    )
  progress
    .command('import')
    .description('add what was exported elsewhere; the same file a second time adds nothing')
    .argument('<file>', 'a file of `rollover progress export`; - is standard input')
    .addOption(languageOption())
    .option(...dir)
    .action((file: string, _, command: Command) => importFrom(file, command.optsWithGlobals()))
}

async function report(options: ReportOptions): Promise<void> {
  const { summaryOf } = await import('../../drills/repetition/summary.ts')
  const { drillTopics } = await import('../../stores/drill-index.ts')
  const topics = await drillTopics()
  const of = await withProgress(options, (progress, language) => ({
    summary: summaryOf({
      attempts: progress.attempts(),
      schedules: progress.schedules(),
      nowMs: Date.now(),
      dayOf: localDayOf,
    }),
    topics,
    language,
  }))
  if (options.html !== undefined) {
    const { htmlReport } = await import('../progress/html-report.ts')
    await put(htmlReport(of), options.html)
    if (options.html !== '-') await sayWritten(options.html, of.language)
  }
  if (options.json === true) {
    const { jsonReport } = await import('../progress/json-report.ts')
    process.stdout.write(jsonReport(of))
  } else if (options.html === undefined) {
    const { textReport } = await import('../progress/text-report.ts')
    const { toned } = await import('../tui/colours.ts')
    const columns = process.stdout.columns ?? 80
    process.stdout.write(textReport({ ...of, columns, ...(isColourful() ? { paint: toned } : {}) }))
  }
}

async function exportTo(path: string, options: ProgressOptions): Promise<void> {
  await withProgress(options, async (progress, language) => {
    await put(`${JSON.stringify(progress.export(), undefined, 1)}\n`, path)
    if (path !== '-') await sayWritten(path, language)
  })
}

async function importFrom(path: string, options: ProgressOptions): Promise<void> {
  const { parseProgressFile } = await import('../../stores/progress/progress-file.ts')
  const { readPersonFile } = await import('../../stores/person-file.ts')
  const content = path === '-' ? readFileSync(0) : await readPersonFile(path)
  const file = await parseProgressFile(content, path)
  const { progressWords } = await import('../progress/words.ts')
  await withProgress(options, (progress, language) => {
    process.stdout.write(`${progressWords(language).imported(progress.import(file))}\n`)
  })
}

/** The language is the one asked for, else the learner's, else the locale's. */
async function withProgress<T>(
  { state, language }: ProgressOptions,
  work: (progress: Progress, language: Language) => T,
): Promise<Awaited<T>> {
  const { openProgress } = await import('../../stores/progress/open-progress.ts')
  const wanted = language ?? languageOf(process.env)
  const progress = openProgress(state, {
    report: (finding) => void process.stderr.write(`rollover: ${said(finding, wanted)}\n`),
  })
  try {
    const own = progress.settings.get('language')
    return await work(progress, language ?? (own === 'en' || own === 'zh' ? own : wanted))
  } finally {
    progress.close()
  }
}

async function sayWritten(path: string, language: Language): Promise<void> {
  const { progressWords } = await import('../progress/words.ts')
  process.stderr.write(`${progressWords(language).written(path)}\n`)
}

async function put(text: string, path: string): Promise<void> {
  const { onDisk } = await import('../../stores/file-calls.ts')
  if (path === '-') process.stdout.write(text)
  else onDisk(path, () => writeFileSync(path, text))
}

/** no-color.org: any value but an empty one. */
function isColourful(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}

/** The day on the wall, counted from 1970-01-01. */
function localDayOf(atMs: number): number {
  return Math.floor((atMs - new Date(atMs).getTimezoneOffset() * 60_000) / 86_400_000)
}
