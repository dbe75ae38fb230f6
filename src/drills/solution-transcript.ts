/** The model solution of a drill as a transcript: played in the drill's lab, with what the consoles showed. */

import type { RunningLab } from '../labs/running-lab.ts'
import type { Deed, LabDrill } from './lab-drill.ts'
import { perform, sitDown } from './perform.ts'

/** Starts the lab; `output` hears its consoles. */
export type StartHeard = (lab: LabDrill['lab'], output: (device: string, text: string) => void) => RunningLab

export function solutionTranscript(drill: LabDrill, start: StartHeard): string {
  let shown = ''
  const lab = start(drill.lab, (_, text) => {
    shown += text
  })
  const rows = [`!: lab ${drill.lab.name}`]
  let on: string | undefined
  for (const deed of drill.solution) {
    if (deed.kind === 'type') {
      sitDown(lab, deed.on)
      if (on !== deed.on) rows.push(`!: on ${deed.on}`)
      on = deed.on
      // The prompt stands there already.
      const machine = lab.machines.get(deed.on)
      shown = ''
      const prompt = machine?.tty.editor?.promptText ?? ''
      perform(lab, deed)
      const text = `${prompt}${shown}`.replaceAll('\r', '').replace(/\n[^\n]*$/, '')
      rows.push(...text.split('\n'))
    } else {
      rows.push(directive(deed))
      perform(lab, deed)
    }
  }
  return `${rows.join('\n')}\n`
}

function directive(deed: Exclude<Deed, { kind: 'type' }>): string {
  switch (deed.kind) {
    case 'wait':
      return `!: wait ${Math.round(deed.ms / 1000)}s`
    case 'power':
      return `!: power ${deed.to} ${deed.on}`
    default:
      return `!: ${deed.kind} ${deed.cable}`
  }
}
