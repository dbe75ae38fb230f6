/**
 * Marks a folder of submissions side by side: every file is a transcript, every folder a state directory, or holds one
 * transcript. One that cannot be read, never comes to an end, or takes its thread with it is told as such, and the others go on. Leaves out the table.
 */

import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Language } from '../../drills/texts.ts'
import { BadFile } from '../../stores/checked-file.ts'
import { unreadable } from '../../stores/person-file.ts'
import type { GradeResult, Grader } from './grader.ts'
import { onlyFileIn } from './submission.ts'

/** What a thread is made for. */
export interface GradeTask {
  /** Id or path. */
  readonly drill: string
  readonly language: Language
}

export interface GradeJob {
  /** As it is called in its folder. */
  readonly name: string
  readonly path: string
  readonly kind: 'transcript' | 'state'
}

/** Marks, or why there are none. */
export type Graded =
  | { readonly name: string; readonly result: GradeResult }
  | { readonly name: string; readonly fault: string }

export interface GradeFolderOptions extends GradeTask {
  /** How long one submission may take, wall clock; ms. */
  readonly limitMs: number
  /** A file of ours in the same folder, which is no submission. */
  readonly except?: string
  /** Told of each that is done, in whatever order. */
  progress?(done: number, all: number): void
}

/** Memory of one thread; a submission that wants more is broken. */
const mostMegabytes = 1024

/** By name, with numbers in names by their value. @throws BadFile when the folder cannot be read */
export function submissionsIn(folder: string, except?: string): GradeJob[] {
  const collator = new Intl.Collator('en', { numeric: true })
  return entriesOf(folder)
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry): GradeJob => {
      const { name } = entry
      const path = join(folder, name)
      if (!entry.isDirectory()) return { name, path, kind: 'transcript' }
      const only = onlyFileIn(path)
      return only === undefined
        ? { name, path, kind: 'state' }
        : { name, path: join(path, only), kind: 'transcript' }
    })
    .filter(({ path }) => except === undefined || resolve(path) !== resolve(except))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new BadFile([`${folder}: ${unreadable(code)}`])
  }
}

/** What came of one; a mistake of ours is told like a broken submission. */
export function gradedAs(grader: Grader, { name, path, kind }: GradeJob, language: Language): Graded {
  try {
    return { name, result: grader.grade(grader.submission(kind, path), language) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const isBad = error instanceof BadFile
    return { name, fault: isBad ? message : `${path}: it broke the marking (${message})` }
  }
}

/** All of them in their order. */
export async function gradeAll(jobs: readonly GradeJob[], options: GradeFolderOptions): Promise<Graded[]> {
  const graded: Graded[] = []
  let next = 0
  let done = 0
  const threads = Math.min(availableParallelism(), jobs.length)
  await Promise.all(
    Array.from({ length: threads }, async () => {
      let thread: Thread | undefined
      while (next < jobs.length) {
        const index = next++
        const job = jobs[index]
        if (job === undefined) break
        thread ??= new Thread(options)
        graded[index] = await thread.grade(job, options.limitMs)
        if (thread.isGone) thread = undefined
        options.progress?.(++done, jobs.length)
      }
      await thread?.end()
    }),
  )
  return graded
}

/** What a thread says once, when it can begin. */
export const ready = 'ready'
/** Reading the program and the drill takes no longer, however busy the machine is; ms. */
const longestStartMs = 120_000

class Thread {
  readonly #worker: Worker
  #isReady = false
  isGone = false

  constructor({ drill, language }: GradeTask) {
    const workerData: GradeTask = { drill, language }
    this.#worker = new Worker(workerUrl(), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    // Told where something is waited for; without a listener it would end the program.
    this.#worker.on('error', () => {})
  }

  /** @param limitMs from when the thread can begin */
  async grade(job: GradeJob, limitMs: number): Promise<Graded> {
    const { promise, resolve: settle } = Promise.withResolvers<Graded>()
    const broken = (why: string): void => {
      this.isGone = true
      settle({ name: job.name, fault: `${job.path}: ${why}` })
    }
    const late = () => broken(`its marking did not end in ${limitMs / 1000} s and was stopped`)
    let timer = setTimeout(late, this.#isReady ? limitMs : longestStartMs)
    const answered = (answer: Graded | typeof ready): void => {
      if (answer === ready) {
        this.#isReady = true
        clearTimeout(timer)
        timer = setTimeout(late, limitMs)
      } else settle(answer)
    }
    const failed = (error: Error): void => broken(`it broke the marking (${error.message})`)
    const ended = (): void => broken('its thread ended')
    this.#worker.on('message', answered).on('error', failed).on('exit', ended)
    this.#worker.postMessage(job)
    const graded = await promise
    clearTimeout(timer)
    this.#worker.off('message', answered).off('error', failed).off('exit', ended)
    if (this.isGone) await this.#worker.terminate()
    return graded
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** From the sources, or beside the bundle. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./grade-worker.${extension}`, import.meta.url)
}
