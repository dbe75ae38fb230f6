/**
 * `line con 0`, `line vty 0 4`: the sections of terminal lines. Every line has a section of its own; neighbours with the same
 * settings print as one range, and the command enters all lines of a range at once.
 */

import './line-numbers.ts'
import { printBody } from '../../../config/print.ts'
import type { EntriesOf, Section } from '../../../config/section.ts'
import { globalMode } from '../../declare.ts'
import { loadDefaults } from '../../defaults.ts'
import { type Ios, onStart } from '../../ios.ts'
import { Line } from '../../line.ts'
import type { TerminalLine } from '../../terminal-lines.ts'

const words = { console: 'con', aux: 'aux', tty: '', vty: 'vty' } as const
const lineOf = new WeakMap<Section, { line: TerminalLine; groupFirst: number }>()

/** Prints neighbours with the same settings as one range, never across the groups that a device is made with. */
function printLines(sections: readonly Section[], entriesOf: EntriesOf): readonly string[] {
  const printed: string[] = []
  let run: { first: TerminalLine; last: TerminalLine; group: number; body: string } | undefined
  const flush = (): void => {
    if (run === undefined) return
    const { first, last, body } = run
    const name = words[first.type]
    const numbers =
      first === last && first.type !== 'vty'
        ? `${first.number}`
        : first === last
          ? `${first.number}`
          : `${first.number} ${last.number}`
    printed.push(name === '' ? `line ${first.absolute}` : `line ${name} ${numbers}`)
    if (body !== '') printed.push(...body.split('\n').map((line) => ` ${line}`))
  }
  for (const section of sections) {
    const place = lineOf.get(section)
    if (place === undefined) continue
    const body = printBody(section, '', entriesOf).join('\n')
    if (
      run !== undefined &&
      run.first.type === place.line.type &&
      run.group === place.groupFirst &&
      run.body === body
    )
      run.last = place.line
    else {
      flush()
      run = { first: place.line, last: place.line, group: place.groupFirst, body }
    }
  }
  flush()
  return printed
}

const opening = { mode: 'config-line', separated: false, printAll: printLines } as const

const line = globalMode.words('line', { line: 'Configure a terminal line' })

/** Heads the sections of all lines; never typed itself. */
const lineSection = new Line('line <absolute:word>', ['config'], { place: 'lines', opens: opening })

line.line('console <first:0-0>', {
  help: { console: 'Primary terminal line', first: 'First Line number' },
  place: 'lines',
  no: false,
  opens: { ...opening, open: (_args, { ios }) => lines(ios, (one) => one.type === 'console') },
})

line.line('aux <first:0-0>', {
  help: { aux: 'Auxiliary line', first: 'First Line number' },
  needs: 'aux-line',
  place: 'lines',
  no: false,
  opens: { ...opening, open: (_args, { ios }) => lines(ios, (one) => one.type === 'aux') },
})

line.line('vty <first:vty-number> [<last:last-vty>]', {
  help: { vty: 'Virtual terminal', first: 'First Line number', last: 'Last Line number' },
  place: 'lines',
  opens: {
    ...opening,
    open: ({ first, last = first }, { ios }) => openVty(ios, first as number, last as number),
    close: ({ first }, { ios }) => closeVty(ios, first as number),
  },
})

line.line('<first:line-number> [<last:line-number>]', {
  help: { first: 'First Line number', last: 'Last Line number' },
  place: 'lines',
  no: false,
  opens: {
    ...opening,
    open: ({ first, last = first }, { ios }) =>
      lines(ios, (one) => one.absolute >= (first as number) && one.absolute <= (last as number)),
  },
})

function lines(
  ios: Ios,
  wanted: (line: TerminalLine) => boolean,
): { mode: 'config-line'; sections: Section[] } | string {
  const sections = ios.lines.filter(wanted).map((one) => one.section)
  return sections.length === 0 ? '% Bad line number\n' : { mode: 'config-line', sections }
}

function openVty(ios: Ios, first: number, last: number): ReturnType<typeof lines> {
  const groups = ios.profile.lines.filter((group) => group.type === 'vty')
  const most = Math.max(...groups.map((group) => group.maximum ?? group.last))
  if (first > last || last > most) return '% Bad line number\n'
  const group = groups.at(-1)
  const made = ios.lines.filter((one) => one.type === 'vty').length
  // A router has five; naming more makes them.
  for (let number = made; group !== undefined && number <= last; number++)
    addLine(ios, 'vty', number, group.absolute + number - group.first, 5, group.factoryConfig)
  return lines(ios, (one) => one.type === 'vty' && one.number >= first && one.number <= last)
}

/** `no line vty 5` takes away the lines from 5 on; the first five stay. */
function closeVty(ios: Ios, first: number): string | undefined {
  const fixed = Math.max(
    ...ios.profile.lines.filter((group) => group.type === 'vty').map((group) => group.last),
  )
  if (first <= fixed) return `% Can't delete last ${fixed + 1} VTY lines`
  for (const one of ios.lines.filter((each) => each.type === 'vty' && each.number >= first)) {
    ios.lines.splice(ios.lines.indexOf(one), 1)
    ios.configuration.removeChild(one.section.header)
  }
  return undefined
}

function addLine(
  ios: Ios,
  type: TerminalLine['type'],
  number: number,
  absolute: number,
  groupFirst: number,
  defaults: readonly string[],
): void {
  const section = lineSection.section({ ios, section: ios.configuration }, { absolute: String(absolute) })
  const made: TerminalLine = { type, number, absolute, section, terminal: undefined, uses: 0 }
  lineOf.set(section, { line: made, groupFirst })
  ios.lines.push(made)
  loadDefaults(ios, { mode: 'config-line', sections: [section] }, defaults)
}

onStart((ios) => {
  for (const group of ios.profile.lines) {
    for (let number = group.first; number <= group.last; number++) {
      addLine(
        ios,
        group.type,
        number,
        group.absolute + number - group.first,
        group.first,
        group.factoryConfig,
      )
    }
  }
})
