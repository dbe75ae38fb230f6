/**
 * The package's export `rollover/vitest`: transcripts as tests of somebody's own vitest suite. Vitest itself stays outside
 * the bundle: it is the one that runs the suite.
 */

import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { differenceText } from '../../transcripts/difference.ts'
import { runFile } from './run-file.ts'
import { transcriptFiles } from './test-command.ts'

/**
 * Declares one test for each transcript.
 * @param named files, or folders whose `.txt` files are meant
 * @throws Error when there is none, so that a wrong path does not pass
 */
export async function transcripts(named: string | readonly string[]): Promise<void> {
  const names = typeof named === 'string' ? [named] : named
  const files = await transcriptFiles(names)
  const missing = files.find((file) => statSync(file, { throwIfNoEntry: false }) === undefined)
  if (missing !== undefined) throw new Error(`there is no transcript ${missing}`)
  if (files.length === 0) throw new Error(`there is no transcript (*.txt) in ${names.join(', ')}`)
  test.each(files)('%s', async (file) => {
    const { differences, fault } = await runFile(file)
    expect(fault ?? differences.map(differenceText).join('\n\n')).toBe('')
  })
}
