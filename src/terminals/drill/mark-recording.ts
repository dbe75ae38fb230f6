/** Marks what was done in a lab, from its recording: here, or in a thread of its own. */

import { Worker } from 'node:worker_threads'
import { type Marking, mark } from '../../drills/mark.ts'
import { loadLabs, Practice, type Recording } from '../practice.ts'
import { type DrillSource, drillOf } from './drill-source.ts'

export interface MarkingJob {
  readonly source: DrillSource
  readonly recording: Recording
}

export async function markRecording({ source, recording }: MarkingJob): Promise<Marking> {
  const { drill } = await drillOf(source)
  await loadLabs()
  const copy = Practice.replay(recording, undefined, { output() {}, note() {}, report() {} })
  if (copy?.lab === undefined) throw new Error('what was done cannot be played again')
  return mark(drill, copy.lab)
}

/** Undefined where it was broken off. */
export function markAside(job: MarkingJob, signal: AbortSignal): Promise<Marking | undefined> {
  const worker = new Worker(workerUrl(), { workerData: job })
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      resolve(undefined)
      void worker.terminate()
    })
    worker.on('message', (answer: { marking: Marking } | { error: string }) => {
      if ('marking' in answer) resolve(answer.marking)
      else reject(new Error(answer.error))
      void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that marks has ended')))
  })
}

/** The bundle has the thread beside it; the sources have it as a module. */
function workerUrl(): URL {
  const name = import.meta.url.endsWith('.ts') ? './marking-worker.ts' : './marking-worker.js'
  return new URL(name, import.meta.url)
}
