/** A thread that marks one drill: plays what was done again on a copy of the lab, so that the learner's own goes on meanwhile. */

import { parentPort, workerData } from 'node:worker_threads'
import { type MarkingJob, markRecording } from './mark-recording.ts'

markRecording(workerData as MarkingJob).then(
  (marking) => parentPort?.postMessage({ marking }),
  (error: unknown) =>
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
)
