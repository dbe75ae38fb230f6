/** Copies of terminals as learners hand them in: what the consoles showed while a drill was done, one after the other. */

import type { Deed, LabDrill } from '../src/drills/lab-drill.ts'
import { perform } from '../src/drills/perform.ts'
import type { FreshLabs } from '../src/terminals/marking/fresh-labs.ts'

/** The text of the terminals, as it looks in a file; each device's with its name before it. */
export function terminalCopy(drill: LabDrill, deeds: readonly Deed[], labs: FreshLabs): string {
  const parts: string[] = []
  let on = ''
  const lab = labs.start(drill.lab, {
    output: (device, text) => {
      if (device === on) parts.push(text)
    },
  })
  for (const deed of deeds) {
    if (deed.kind === 'type') {
      on = deed.on
      parts.push(`\n!: on ${on}\n`)
    }
    perform(lab, deed)
  }
  return parts.join('').replaceAll('\r\n', '\n')
}
