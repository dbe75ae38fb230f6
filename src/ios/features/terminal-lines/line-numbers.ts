/** Numbers of terminal lines as arguments: their range is the device's, `<0-16>` on a switch with sixteen vtys. */

import { type Reading, tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument, type IosSurroundings } from '../../argument-types.ts'
import type { Ios } from '../../ios.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** Number among all lines. */
    'line-number': number
    /** Number of a vty. */
    'vty-number': number
    /** The second number of a range of vtys. */
    'last-vty': number
  }
}

/** The vtys that the device can have, and the number of its last line then. */
function limits(ios: Ios): { vty: number; line: number } {
  const last = ios.profile.lines.filter(({ type }) => type === 'vty').at(-1)
  const vty = last?.maximum ?? last?.last ?? 0
  return { vty, line: (last?.absolute ?? 0) - (last?.first ?? 0) + vty }
}

function read(line: string, start: number, most: number): Reading<number> {
  const end = tokenEnd(line, start)
  const text = line.slice(start, end)
  const value = Number(text)
  return /^\d{1,6}$/.test(text) && value <= most ? { ok: true, value, end } : { ok: false, at: start }
}

function define(name: 'line-number' | 'vty-number' | 'last-vty', least: number, kind: 'vty' | 'line'): void {
  defineArgument<number>(name, {
    // Asked without a device where only the shape of the grammar counts.
    placeholder: ({ ios }: Partial<IosSurroundings>) =>
      ios === undefined ? `<${name}>` : `<${least}-${limits(ios)[kind]}>`,
    read: (line, start, { ios }) => read(line, start, limits(ios)[kind]),
    show: String,
  })
}

define('line-number', 0, 'line')
define('vty-number', 0, 'vty')
define('last-vty', 1, 'vty')
