/**
 * `rollover test`: runs transcripts, side by side where there are enough of them, and reports. Status 0 when all agree, 1
 * when one differs, 2 when a file cannot be read.
 */

import { statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { runFile } from './run-file.ts'
import { UsageError } from './start.ts'
import { type Report, reporters } from './test-reporters.ts'

export interface TestArguments {
  /** Files or folders; `transcripts` when there are none. */
  readonly files: readonly string[]
  readonly reporter?: 'tap' | 'junit'
  readonly update?: true
}

/** What a worker takes and gives back. */
export interface Job {
  readonly path: string
  readonly update: boolean
}

export async function testCommand({ files, reporter, update }: TestArguments): Promise<number> {
  const paths = await transcriptFiles(files.length === 0 ? ['transcripts'] : files)
  if (paths.length === 0)
    throw new UsageError(`there is no transcript (*.txt) in ${files.join(', ') || 'transcripts'}`)
  const report = reporters[reporter ?? 'plain']((text) => process.stdout.write(text))
  let status = 0
  report.begin(paths.length)
  await runAll(paths, update === true, (result) => {
    if (result.fault !== undefined) status = 2
    else if (result.differences.length > 0) status = Math.max(status, 1)
    if (result.updated !== undefined) writeFileSync(result.path, result.updated)
    report.file(result)
  })
  report.end()
  return status
}

/** Every file that is named, and every `.txt` in the folders, in the order of their names. */
export async function transcriptFiles(named: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const name of named) {
    if (statSync(name, { throwIfNoEntry: false })?.isDirectory() !== true) {
      paths.push(name)
      continue
    }
    const entries = await readdir(name, { recursive: true })
    paths.push(
      ...entries
        .filter((entry) => entry.endsWith('.txt'))
        .sort()
        .map((entry) => join(name, entry)),
    )
  }
  return [...new Set(paths)]
}

/** Less than this is done before a second thread has started. */
const worthAThreadBytes = 200_000

/** Runs the files on all cores and tells of each in their order. */
async function runAll(
  paths: readonly string[],
  update: boolean,
  tell: (report: Report) => void,
): Promise<void> {
  const sizes = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  const threads = Math.min(availableParallelism(), paths.length, Math.ceil(whole / worthAThreadBytes))
  if (threads < 2) {
    for (const path of paths) tell(await runFile(path, update))
    return
  }
  const done = new Map<number, Report>()
  let told = 0
  let next = 0
  const finish = (index: number, report: Report): void => {
    done.set(index, report)
    for (let ready = done.get(told); ready !== undefined; ready = done.get(told)) {
      done.delete(told++)
      tell(ready)
    }
  }
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(workerUrl())
      const failed = new Promise<never>((_, reject) => worker.once('error', reject))
      try {
        while (next < paths.length) {
          const index = next++
          const answer = new Promise<Report>((resolve) => worker.once('message', resolve))
          worker.postMessage({ path: paths[index] ?? '', update } satisfies Job)
          finish(index, await Promise.race([answer, failed]))
        }
      } finally {
        await worker.terminate()
      }
    }),
  )
}

/** From the sources, or beside the bundle. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./transcript-worker.${extension}`, import.meta.url)
}
