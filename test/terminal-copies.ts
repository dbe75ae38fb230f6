/** Copies of terminals as learners hand them in: what the consoles showed while a drill was done. */

import type { Deed, LabDrill } from '../src/drills/lab-drill.ts'
import { perform } from '../src/drills/perform.ts'
import type { FreshLabs } from '../src/terminals/marking/fresh-labs.ts'

/** The text of the terminals, as it looks in a file; `!: on` stands where another console comes. */
export function terminalCopy(drill: LabDrill, deeds: readonly Deed[], labs: FreshLabs): string {
  const parts: string[] = []
  /** The row that each console stands in: whoever comes back to it sees it again. */
  const rows = new Map<string, string>()
  let on = ''
  const lab = labs.start(drill.lab, {
    forbidden: drill.forbidden,
    output: (device, text) => {
      if (device === on) parts.push(text)
      rows.set(device, `${rows.get(device) ?? ''}${text}`.split('\n').at(-1) ?? '')
    },
  })
  for (const deed of deeds) {
    if (deed.kind === 'type' && deed.on !== on) {
      on = deed.on
      parts.push(`\n!: on ${on}\n${rows.get(on) ?? ''}`)
    } else if (deed.kind === 'cut' || deed.kind === 'mend') parts.push(`\n!: ${deed.kind} ${deed.cable}\n`)
    else if (deed.kind === 'power') parts.push(`\n!: power ${deed.to} ${deed.on}\n`)
    else if (deed.kind === 'wait') parts.push(`\n!: wait ${deed.ms}ms\n`)
    perform(lab, deed)
  }
  return parts.join('').replaceAll('\r\n', '\n')
}
