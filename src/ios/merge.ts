/**
 * Running a file as configuration on a working system: `copy … running-config`, `configure memory`, the script of the set-up
 * dialogue. Lines are added, nothing is taken away; lines that cannot be read are shown as the device shows them.
 */

import type { Ios } from './ios.ts'
import { type LoadFault, loadConfiguration } from './load.ts'
import { printable } from './printable.ts'
import { ambiguousCommand, incompleteCommand, invalidInput } from './replies.ts'
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
  for (const fault of faults) yield* showFault(fault)
}

/** A line that was refused with a sentence has said so already; of the others the device shows the line and its reply. */
function* showFault({ line, reply, at }: LoadFault): Running {
  if (reply.startsWith('%')) return
  const shown = printable(line)
  if (reply === 'incomplete') yield `${shown}\n${incompleteCommand('')}`
  else if (reply === 'ambiguous') yield `${shown}\n${ambiguousCommand(shown.trim())}`
  else yield `${shown}\n${invalidInput(at ?? 0)}`
}
