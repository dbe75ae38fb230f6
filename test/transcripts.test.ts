import { expect, test } from 'vitest'
import { runFile } from '../src/terminals/cli/run-file.ts'
import { transcriptFiles } from '../src/terminals/cli/test-command.ts'
import { differenceText } from '../src/transcripts/difference.ts'

const files = await transcriptFiles(['transcripts'])

test('there are transcripts', () => {
  expect(files).not.toEqual([])
})

test.each(files)('%s', (file) => {
  const { differences, fault } = runFile(file)
  expect(fault ?? differences.map(differenceText).join('\n\n')).toBe('')
})
