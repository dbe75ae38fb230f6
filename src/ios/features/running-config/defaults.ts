/** `show running-config all`: the lines of a section together with those that are in force without being printed. */

import type { Args, Entry, Section } from '../../../config/section.ts'
import { traitsAt } from '../../grammar-for.ts'
import type { Ios } from '../../ios.ts'
import type { Line } from '../../line.ts'
import { commandsOf } from '../../mode-grammar.ts'
import type { ModeId } from '../../modes.ts'

export function withDefaults(ios: Ios, section: Section): readonly Entry[] {
  const entries = section.printable()
  const shown = new Set(entries.map(({ line }) => line.slot))
  for (const { line, key } of commandsOf(section.mode as ModeId, traitsAt(ios, section))) {
    // A line with a key has a default for every key that there could be.
    if (line?.default === undefined || key.length > 0 || shown.has(line.slot)) continue
    shown.add(line.slot)
    entries.push({ line: line as Line, args: line.default as Args, negated: false })
  }
  return entries.sort((a, b) => a.line.rank - b.line.rank)
}
