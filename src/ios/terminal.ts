/** The terminal that a command runs on, as the IOS layer sees it. Sessions implement it. */

import type { Section } from '../config/section.ts'
import type { ModeId } from './modes.ts'
import type { TerminalLine } from './terminal-lines.ts'

/** Where a command is typed: the mode, and the sections that it changes (several in a range). */
export interface Place {
  readonly mode: ModeId
  readonly sections: readonly Section[]
  /** What takes effect only when the mode is left, however it is left; returns what is then printed. */
  leave?(): string
}

export interface Terminal {
  readonly line: TerminalLine
  privilege: number
  user: string | undefined
  /** Rows and columns in force; 0 rows never pause, 0 columns are unlimited. */
  length: number
  width: number
  historySize: number
  historyEnabled: boolean
  editing: boolean
  monitor: boolean
  execPromptTimestamp: boolean
  readonly place: Place
  /** Commands of the present kind of mode, oldest first. */
  history(): readonly string[]
  /** Changes the mode; leaving configuration for EXEC is `endConfiguration`. */
  enter(place: Place): void
  endConfiguration(): void
  /** Ends the session; the console shows its banner again. */
  logout(): void
  /** Restarts the device once the command is over. The text is that of %SYS-5-RELOAD. */
  restart(announcement: string): void
  /** Ends the session from elsewhere (`clear line`). */
  disconnect(): void
  /** Text from elsewhere (`send`), shown wherever the line stands. */
  show(text: string): void
  /** Runs the initial configuration dialogue once the command is over. */
  setup(): void
  /** A remark of ours beside the console (status line, stderr): never printed into it. */
  note(text: string): void
  readonly lastInputMs: number
  readonly activeSinceMs: number
}
