/** A thread that marks submissions of one drill, one at a time, as it is told. */

import { parentPort, workerData } from 'node:worker_threads'
import { type GradeJob, type GradeTask, gradedAs } from './grade-folder.ts'
import { Grader } from './grader.ts'

const { drill, language } = workerData as GradeTask
const grader = Grader.read(drill)

parentPort?.on('message', async (job: GradeJob) => {
  parentPort?.postMessage(gradedAs(await grader, job, language))
})
