/**
 * The process that the kill test kills: answers, and writes exams, as fast as it can, and says after each which one is
 * kept. Arguments: state directory, number of the last one.
 */

import { writeSync } from 'node:fs'
import process from 'node:process'
import { openProgress } from '../../../src/stores/progress/open-progress.ts'
import { attempt, noonMs, schedule } from './samples.ts'

const [folder = '', last = '0'] = process.argv.slice(2)
const progress = openProgress(folder)
const exam = progress.exams.unfinished()[0]?.id ?? progress.exams.begin({ items: [] })
for (let number = Number(last) + 1; ; number++) {
  if (number % 3 === 0) progress.exams.append(exam, number)
  else
    progress.record(
      attempt({
        item: 'card:a/a',
        atMs: noonMs + number,
        detail: { number, text: 'x'.repeat((number % 7) * 900) },
      }),
      schedule({ dueMs: noonMs + number, repetitions: number }),
    )
  acknowledge(`${number}\n`)
}

/** The pipe takes no more while its reader is busy: that is no end, only a pause. */
function acknowledge(line: string): void {
  for (;;) {
    try {
      writeSync(1, line)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}
