/** Which sections of a running configuration a drill means by `interface Fa0/1`, `line vty 0 4`, `router ospf 1`, … */

import type { Args, Section } from '../config/section.ts'
import { parse } from '../grammar/parse.ts'
import { grammarFor } from '../ios/grammar-for.ts'
import type { Ios } from '../ios/ios.ts'
import type { Line } from '../ios/line.ts'
import { enclosing } from '../ios/load.ts'
import type { ModeId } from '../ios/modes.ts'
import type { Place } from '../ios/terminal.ts'
import { lineName, type TerminalLine } from '../ios/terminal-lines.ts'
import { interfaceNamed } from './marked-lab.ts'

/** The global section where `header` is left out; none where the configuration has no such section. */
export function sectionsNamed(ios: Ios, header: string | undefined): Section[] {
  if (header === undefined) return [ios.configuration]
  const [, first = '', rest = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(header) ?? []
  if (isShort(first, 'interface')) {
    const made = interfaceNamed(ios, rest)
    return made === undefined ? [] : [made.section]
  }
  if (isShort(first, 'line')) return linesNamed(ios, rest).map(({ section }) => section)
  const place: Place = { mode: 'config', sections: [ios.configuration] }
  const parsed = parse(grammarFor(ios, place), header, 15, { ios })
  const line = parsed.kind === 'command' ? parsed.rule.declaration.line : undefined
  if (parsed.kind !== 'command' || line === undefined) return []
  const [printed = ''] = line.show(parsed.args)
  const found = ios.configuration.child(printed)
  return found === undefined ? [] : [found]
}

/** The terminal lines that `con 0`, `console 0` or `vty 0 4` means, as far as the device has them. */
export function linesNamed(ios: Ios, named: string): TerminalLine[] {
  const [, type = '', first = '', last = first] = /^([a-z]+)\s*(\d+)(?:\s+(\d+))?$/i.exec(named.trim()) ?? []
  return ios.lines.filter((line) => {
    const name = lineName(line).split(' ')[0] ?? ''
    const isType = type.toLowerCase().startsWith(name) && line.type.startsWith(type.toLowerCase())
    return isType && line.number >= Number(first) && line.number <= Number(last)
  })
}

function isShort(typed: string, word: string): boolean {
  return typed.length >= 3 && word.startsWith(typed.toLowerCase())
}

export interface MeantLine {
  readonly line: Line
  /** Where it can be entered. */
  readonly modes: readonly ModeId[]
  readonly args: Args
  readonly form: 'set' | 'no' | 'default'
}

/** What a configuration line means in a section: abbreviations, `no`, defaults; undefined where the device does not take it. */
export function meantLine(ios: Ios, section: Section, typed: string): MeantLine | undefined {
  const place = { mode: section.mode, sections: [section] } as Place
  for (const at of [place, ...enclosing(place, ios)]) {
    const parsed = parse(grammarFor(ios, at), typed, 15, { ios })
    if (parsed.kind !== 'command') continue
    const { line, modes } = parsed.rule.declaration
    if (line !== undefined) return { line, modes, args: parsed.args, form: parsed.rule.form }
  }
  return undefined
}
