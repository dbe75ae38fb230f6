/** What a session asks about passwords and users; the passwords feature provides it. */

import type { Ios } from './ios.ts'
import type { TerminalLine } from './terminal-lines.ts'

export interface Logins {
  /** The line's `password`, undefined where none is set. */
  linePassword(ios: Ios, line: TerminalLine): string | undefined
  /** What stands before a privilege level; undefined where no secret and no password is set. */
  enableGuard(ios: Ios, level: number): EnableGuard | undefined
  /** How a password is kept; undefined where none is set. */
  keptAs(ios: Ios, holder: PasswordHolder): KeptPassword | undefined
  /** A user of the configuration, undefined where there is none of that name. */
  user(ios: Ios, name: string): LocalUser | undefined
  /** Told of every login; `user` is '' where only a password was asked. */
  loggedIn(ios: Ios, user: string): void
  refused(ios: Ios, user: string): void
}

export type PasswordHolder =
  | { readonly kind: 'enable secret' | 'enable password' }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'line'; readonly line: TerminalLine }

/** 0 is plain text, 7 can be read back, the others are hashes. */
export type KeptPassword = 0 | 5 | 7 | 8 | 9

export interface EnableGuard {
  accepts(typed: string): boolean
  /** After three wrong answers: `% Bad secrets` or `% Bad passwords`. */
  readonly refusal: string
}

export interface LocalUser {
  /** `nopassword`: the name is enough. */
  readonly needsPassword: boolean
  accepts(password: string): boolean
  /** Undefined: the line's level holds. */
  readonly privilege: number | undefined
  readonly autocommand: string | undefined
}

let logins: Logins | undefined

export function provideLogins(provided: Logins): void {
  logins = provided
}

export function loginsOf(): Logins {
  if (logins === undefined) throw new Error('no feature provides logins')
  return logins
}
