/** A thread that marks submissions of one drill, one at a time, as it is told. */

import { parentPort, workerData } from 'node:worker_threads'
import { type GradeJob, type GradeTask, gradedAs, ready } from './grade-folder.ts'
import { Grader } from './grader.ts'

const { drill, language } = workerData as GradeTask
const grader = await Grader.read(drill)

parentPort?.on('message', (job: GradeJob) => parentPort?.postMessage(gradedAs(grader, job, language)))
parentPort?.postMessage(ready)
