/** A declared command as the rest of the IOS layer handles it, and the register of all of them. */

import type { Args, EntriesOf, Section } from '../config/section.ts'
import type { State } from '../grammar/pattern.ts'
import type { Ios } from './ios.ts'
import type { At, Line } from './line.ts'
import type { ModeId } from './modes.ts'
import type { Running } from './steps.ts'
import type { Place, Terminal } from './terminal.ts'

/** One execution of a command. */
export interface Invocation<A = Readonly<Record<string, unknown>>> {
  readonly ios: Ios
  readonly terminal: Terminal
  readonly args: A
  readonly form: 'set' | 'no' | 'default'
  /** Where it was typed; a global command typed in a submode sees the global section. */
  readonly place: Place
  /** The line as typed, after alias expansion. */
  readonly typed: string
  /** Configuration from a file: questions and warnings meant for a person are left out. */
  readonly fromFile: boolean
}

/** What a line that opens a mode declares. */
export interface Opening {
  readonly mode: ModeId
  /** A `!` behind each printed section. */
  readonly separated: boolean
  compare?(a: Section, b: Section): number
  /** How all sections of this kind print, when not one by one. */
  printAll?(sections: readonly Section[], entriesOf: EntriesOf): readonly string[]
  /** Which sections the line opens, where it is not the one named by its text; a sentence refuses. */
  open?(args: Args, at: At): Place | string
  /** What `no` does beyond removing the section. */
  close?(args: Args, at: At): string | undefined
  /** Gives a new section its defaults. */
  created?(at: At, args: Args): void
}

export interface Command {
  readonly grammar: string
  readonly modes: readonly ModeId[]
  readonly help: Readonly<Record<string, string>>
  readonly level: number
  readonly needs: readonly string[]
  readonly hidden: readonly string[]
  readonly key: readonly string[]
  readonly inert: boolean
  /** What follows the grammar, as an automaton of its own. */
  tail?(): State
  readonly filtered: boolean
  /** Understood behind `no` and `default`. A string is the grammar of those forms where it differs. */
  readonly negatable: boolean | string
  readonly opens?: Opening | undefined
  readonly line?: Line
  run(invocation: Invocation): Running
}

const commands: Command[] = []
const byMode = new Map<ModeId, Command[]>()

/** All commands, in the order of their declaration. */
export function allCommands(): readonly Command[] {
  return commands
}

/** The commands declared for a mode, in the order of their declaration. */
export function commandsDeclaredFor(mode: ModeId): readonly Command[] {
  return byMode.get(mode) ?? []
}

export function register(command: Command): Command {
  commands.push(command)
  for (const mode of command.modes) {
    const members = byMode.get(mode)
    if (members === undefined) byMode.set(mode, [command])
    else members.push(command)
  }
  return command
}
