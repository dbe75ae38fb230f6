/** What a session asks about passwords and users; the passwords feature provides it. */

import type { Ios } from './ios.ts'
import type { TerminalLine } from './terminal-lines.ts'

export interface Logins {
  /** The line's `password`, undefined where none is set. */
  linePassword(ios: Ios, line: TerminalLine): string | undefined
  /** What stands before a privilege level; undefined where no secret and no password is set. */
  enableGuard(ios: Ios, level: number): EnableGuard | undefined
  /** The privilege level of a user whose password is right, undefined otherwise. */
  user(ios: Ios, name: string, password: string): number | undefined
}

export interface EnableGuard {
  accepts(typed: string): boolean
  /** After three wrong answers: `% Bad secrets` or `% Bad passwords`. */
  readonly refusal: string
}

let logins: Logins | undefined

export function provideLogins(provided: Logins): void {
  logins = provided
}

export function loginsOf(): Logins {
  if (logins === undefined) throw new Error('no feature provides logins')
  return logins
}
