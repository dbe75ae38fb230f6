/**
 * The terminal lines of a device (con, aux, tty, vty) as data: numbers and who is on them. Their settings are lines of
 * their configuration sections; sessions register here.
 */

import type { Section } from '../config/section.ts'
import type { LineGroup } from '../hardware/profile-types.ts'
import type { Terminal } from './terminal.ts'

export type LineType = LineGroup['type']

export interface TerminalLine {
  readonly type: LineType
  /** Number within its type: vty 3. */
  readonly number: number
  /** Number among all lines, as `show line` and `line 390` count. */
  readonly absolute: number
  readonly section: Section
  /** Who uses it now. */
  terminal: Terminal | undefined
  /** Times it was used, as `show line` counts. */
  uses: number
}

const shortTypes: Record<LineType, string> = { console: 'con', aux: 'aux', tty: 'tty', vty: 'vty' }

/** `con 0`, `vty 3`. */
export function lineName(line: TerminalLine): string {
  return `${shortTypes[line.type]} ${line.number}`
}
