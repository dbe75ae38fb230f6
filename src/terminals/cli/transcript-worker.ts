/** A thread that runs transcripts, one at a time, as it is told. */

import { parentPort } from 'node:worker_threads'
import { runFile } from './run-file.ts'
import type { Job } from './test-command.ts'

parentPort?.on('message', async ({ path, update }: Job) => {
  parentPort?.postMessage(await runFile(path, update))
})
