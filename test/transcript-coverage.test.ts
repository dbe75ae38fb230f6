/** Every command that is declared is typed in some transcript: none goes untold, and none stops working unseen. */

import '../src/ios/features/index.ts'
import { expect, test } from 'vitest'
import { builtInProfiles } from '../src/hardware/built-in-profiles.ts'
import { allCommands, type Command } from '../src/ios/command.ts'
import { type ModeId, modes } from '../src/ios/modes.ts'
import { runFile } from '../src/terminals/cli/run-file.ts'
import { transcriptFiles } from '../src/terminals/cli/test-command.ts'
import { modesCommands } from './mode-commands.ts'

/** Runs the transcripts, and tells which commands a person typed in them; lines of files do not count. */
async function typedCommands(): Promise<ReadonlySet<Command>> {
  const typed = new Set<Command>()
  const watched = allCommands().map((command) => ({ command, run: command.run }))
  for (const { command, run } of watched) {
    command.run = (invocation) => {
      if (!invocation.fromFile) typed.add(command)
      return run.call(command, invocation)
    }
  }
  try {
    for (const file of await transcriptFiles(['transcripts'])) await runFile(file)
  } finally {
    for (const { command, run } of watched) command.run = run
  }
  return typed
}

test('every declared command is typed in a transcript', async () => {
  const typed = await typedCommands()
  const onSomeDevice = new Set(
    [...builtInProfiles.values()].flatMap((profile) =>
      (Object.keys(modes) as ModeId[]).flatMap((mode) => modesCommands(mode, profile)),
    ),
  )
  const untold = [...onSomeDevice]
    .filter((command) => !typed.has(command))
    .map(({ modes, needs, grammar }) => [modes[0], grammar, ...needs.map((need) => `(${need})`)].join(' '))
  expect(untold).toEqual([])
})
