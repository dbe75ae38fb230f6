/** A thread that runs transcripts, one at a time, as it is told. */

import { parentPort } from 'node:worker_threads'
import { runFile } from './run-file.ts'
import type { Job } from './test-command.ts'

parentPort?.on('message', ({ path, update }: Job) => parentPort?.postMessage(runFile(path, update)))
