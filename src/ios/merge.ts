/**
 * Running a file as configuration on a working system: `copy … running-config`, `configure memory`, the script of the set-up
 * dialogue. Lines are added, nothing is taken away; lines that cannot be read are shown as the device shows them.
 */

import type { Ios } from './ios.ts'
import { loadConfiguration } from './load.ts'
import type { Running } from './steps.ts'
import type { Terminal } from './terminal.ts'

export function* mergeConfiguration(ios: Ios, terminal: Terminal, text: string): Running {
  const said: string[] = []
  ios.author = { user: terminal.user }
  const faults = loadConfiguration(ios, text, {
    terminal,
    onOutput: (output) => said.push(output),
  })
  for (const output of said) yield output.endsWith('\n') ? output : `${output}\n`
  for (const { line, reply } of faults) yield* showFault(line, reply)
}

/** A line that was refused with a sentence has said so already. */
function* showFault(line: string, reply: string): Running {
  if (reply.startsWith('%')) return
  yield `${line}\n`
  if (reply === 'incomplete') yield '% Incomplete command.\n\n'
  else if (reply === 'ambiguous') yield `% Ambiguous command:  "${line.trim()}"\n`
  else yield `^\n% Invalid input detected at '^' marker.\n\n`
}
