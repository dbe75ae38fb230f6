/**
 * Does in a lab what a learner would do: types lines at consoles, pulls cables, waits. Typing takes no time; after each line
 * the clock moves while the device is at work, as it does in transcripts.
 */

import { cableAt } from '../labs/cable-at.ts'
import type { RunningLab } from '../labs/running-lab.ts'
import type { Machine } from '../session/machine.ts'
import { keysOf, utf8 } from '../transcripts/key-notation.ts'
import type { Deed } from './lab-drill.ts'

/** A command that takes longer is left at work: what is typed next waits in its terminal. */
const longestCommandMs = 600_000

/** Sits down at a console: whatever it shows first, RETURN is pressed. */
export function sitDown(lab: RunningLab, name: string): void {
  const machine = machineOf(lab, name)
  if (machine.state === 'press RETURN') enter(lab, machine, '')
}

export function perform(lab: RunningLab, deed: Deed): void {
  switch (deed.kind) {
    case 'type':
      sitDown(lab, deed.on)
      for (const { text } of deed.lines) typeLine(lab, deed.on, text)
      break
    case 'cut':
    case 'mend': {
      const cable = cableAt(lab.lab, deed.cable)
      if (cable === undefined) throw new Error(`no cable ${deed.cable} in lab ${lab.lab.name}`)
      lab[deed.kind](cable)
      break
    }
    case 'power': {
      const machine = machineOf(lab, deed.on)
      if (deed.to === 'off') machine.powerOff()
      else machine.powerOn()
      break
    }
    case 'wait':
      lab.kernel.advanceTo(lab.kernel.nowMs + deed.ms)
  }
}

/** Types one line with its keys, then Enter; a line that ends in a key that acts (`<Ctrl-Z>`) has no Enter. */
export function typeLine(lab: RunningLab, name: string, line: string): void {
  enter(lab, machineOf(lab, name), line)
}

/** The bytes of a line's keys, one a character, with the Enter that ends it. */
export function keysOfLine(line: string): string {
  const keys = keysOf(line)
  const ends = /<(?:Ctrl-(?:Z|C|Shift-6|\^)|Break|Enter|Return)>$/i.test(line)
  const bytes = Array.isArray(keys) ? keys.map((key) => key.bytes).join('') : utf8(line)
  return `${bytes}${ends ? '' : '\r'}`
}

function enter({ kernel }: RunningLab, machine: Machine, line: string): void {
  for (const byte of keysOfLine(line)) machine.input(byte.charCodeAt(0))
  const endMs = kernel.nowMs + longestCommandMs
  while (!machine.waitsForInput && kernel.nowMs < endMs && kernel.step(endMs));
}

function machineOf(lab: RunningLab, name: string): Machine {
  const machine = lab.machines.get(name)
  if (machine === undefined) throw new Error(`no device ${name} in lab ${lab.lab.name}`)
  return machine
}
