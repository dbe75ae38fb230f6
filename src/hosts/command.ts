/**
 * How a command of a host's shell is declared, and what it may do while it runs. `help`, Tab and the shell read the same
 * declaration.
 */

import type { Request, Response } from '../session/tty.ts'
import type { HostSystem } from './host-system.ts'
import type { Shell } from './shell.ts'

/** Text for standard output (line ends are `\n`), text for standard error, or what the terminal is asked for. */
export type Step = string | { readonly kind: 'error'; readonly text: string } | Request

/** Returns the exit status. A request is answered by what happened, text by nothing. */
export type Running<T = number> = Generator<Step, T, Response | undefined>

export interface Call {
  readonly system: HostSystem
  readonly shell: Shell
  /** The words behind the command's name, quotes and backslashes taken off. */
  readonly words: readonly string[]
}

export interface Command {
  readonly name: string
  /** The words that it takes, as `help` shows them. */
  readonly synopsis: string
  /** One line for `help`. */
  readonly help: string
  /** It sees Ctrl-C as a `broken` answer and goes on to its summary; any other command ends there. */
  readonly catchesInterrupt?: boolean
  run(call: Call): Running
}

/** Says on standard error why a command failed, and ends with `status`. */
export function* fail(text: string, status: number): Running {
  yield { kind: 'error', text }
  return status
}
