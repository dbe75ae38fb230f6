/**
 * The process that the kill test kills: saves, and now and then erases, as fast as it can, and says after each
 * which one has been acknowledged. Arguments: state directory, number of the last change.
 */

import { writeSync } from 'node:fs'
import process from 'node:process'
import { openStateDirectory } from '../../src/stores/state-directory.ts'
import { textAfter } from './saver-text.ts'

const [folder = '', last = '0'] = process.argv.slice(2)
const store = openStateDirectory(folder, { program: 'saver' }).device('Switch')
for (let change = Number(last) + 1; ; change++) {
  const text = textAfter(change)
  if (text === undefined) store.remove('nvram', 'startup-config')
  else store.write('nvram', 'startup-config', new Uint8Array(Buffer.from(text)), change)
  acknowledge(`${change}\n`)
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
