/**
 * Interface ranges: `fa0/1 - 5, gi0/1`, up to five, each a type, a first unit and the last number of the last one. Blanks
 * around `-` and `,` are free. Source: Catalyst 2960 command reference, "interface range".
 */

import { skipBlanks } from '../grammar/argument.ts'
import { defineArgument, type IosSurroundings } from './argument-types.ts'
import { readUnit } from './interface-names.ts'
import type { Ios } from './ios.ts'

export interface InterfaceRange {
  /** `FastEthernet0/`: what all its names begin with. */
  readonly stem: string
  readonly first: number
  readonly last: number
}

declare module '../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** Ranges of interfaces that exist. */
    'interface-range': readonly InterfaceRange[]
    /** Ranges whose logical interfaces may come later. */
    'interface-range-definition': readonly InterfaceRange[]
  }
}

const mostRanges = 5

/** The names in the ranges, each once, as far as the interfaces exist. */
export function namesInRanges(ios: Ios, ranges: readonly InterfaceRange[]): string[] {
  const names = new Set<string>()
  // A range of VLANs may span four thousand numbers, of loopbacks two thousand million: walk what exists.
  for (const { stem, first, last } of ranges)
    for (const number of existingNumbers(ios, stem))
      if (number >= first && number <= last) names.add(`${stem}${number}`)
  return [...names]
}

function existingNumbers(ios: Ios, stem: string): number[] {
  const numbers: number[] = []
  for (const { name } of ios.interfaces) {
    const rest = name.slice(stem.length)
    if (name.startsWith(stem) && /^\d+$/.test(rest)) numbers.push(Number(rest))
  }
  return numbers.sort((a, b) => a - b)
}

function showRanges(ranges: readonly InterfaceRange[]): string {
  return ranges
    .map(({ stem, first, last }) => (first === last ? `${stem}${first}` : `${stem}${first} - ${last}`))
    .join(' , ')
}

type RangeReading =
  | { readonly ok: true; readonly value: InterfaceRange; readonly end: number }
  | { readonly ok: false; readonly at: number }
  | { readonly ok: 'incomplete' }

function readRange(line: string, start: number, ios: Ios, mustExist: boolean): RangeReading {
  let at = start
  while (at < line.length && /[A-Za-z-]/.test(line[at] ?? '')) at++
  const typed = line.slice(start, at).toLowerCase()
  const fitting = ios.profile.interfaceTypes.filter((type) => type.name.toLowerCase().startsWith(typed))
  const type =
    fitting.find((one) => one.name.toLowerCase() === typed) ?? (fitting.length === 1 ? fitting[0] : undefined)
  if (typed === '' || type === undefined) return { ok: false, at: start }
  at = skipBlanks(line, at)
  if (at >= line.length) return { ok: 'incomplete' }
  let stop = at
  while (stop < line.length && /[\d./]/.test(line[stop] ?? '')) stop++
  const unit = readUnit(type, line, at, stop)
  if (unit.ok === 'incomplete' && stop < line.length) return { ok: false, at: stop }
  if (unit.ok !== true) return unit
  const name = type.name + unit.unit
  const stem = name.slice(0, name.length - (/\d+$/.exec(name)?.[0].length ?? 0))
  const first = Number(name.slice(stem.length))
  const exists = (number: number): boolean =>
    ios.interfaces.has(`${stem}${number}`) || (!mustExist && (type.logical || unit.unit.includes('.')))
  const unitStart = at
  at = skipBlanks(line, stop)
  if (line[at] !== '-')
    return exists(first)
      ? { ok: true, value: { stem, first, last: first }, end: stop }
      : { ok: false, at: unitStart }
  at = skipBlanks(line, at + 1)
  const lastStart = at
  while (at < line.length && /\d/.test(line[at] ?? '')) at++
  if (at === lastStart) return at >= line.length ? { ok: 'incomplete' } : { ok: false, at }
  const last = Number(line.slice(lastStart, at))
  const [, most] = (unit.unit.includes('.') ? undefined : type.unit.at(-1)) ?? [0, 4_294_967_295]
  if (last > most || last < first) return { ok: false, at: lastStart }
  // Of VLAN interfaces and other logical ones, those in the range that exist are meant; ports must all be there.
  if (!type.logical && !exists(last)) return { ok: false, at: lastStart }
  return { ok: true, value: { stem, first, last }, end: at }
}

function readRanges(mustExist: boolean) {
  return (line: string, start: number, { ios }: IosSurroundings) => {
    const ranges: InterfaceRange[] = []
    let at = start
    for (;;) {
      const range = readRange(line, at, ios, mustExist)
      if (range.ok !== true) return range
      ranges.push(range.value)
      const comma = skipBlanks(line, range.end)
      if (line[comma] !== ',') {
        const whole = range.end >= line.length || line[range.end] === ' '
        return whole
          ? { ok: true as const, value: ranges, end: range.end }
          : { ok: false as const, at: range.end }
      }
      if (ranges.length === mostRanges) return { ok: false as const, at: comma }
      at = skipBlanks(line, comma + 1)
      if (at >= line.length) return { ok: 'incomplete' as const }
    }
  }
}

for (const [name, mustExist] of [
  ['interface-range', true],
  ['interface-range-definition', false],
] as const) {
  defineArgument<readonly InterfaceRange[]>(name, {
    placeholder: () => 'interface',
    read: readRanges(mustExist),
    show: showRanges,
    words: ({ ios }) => ios.interfaceWords,
  })
}
