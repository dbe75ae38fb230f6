/** What a session reads from its terminal line's configuration; the terminal-lines feature provides it. */

import type { Ios } from './ios.ts'
import type { TerminalLine } from './terminal-lines.ts'

export interface LineSettings {
  /** Idle time after which the session ends, ms; 0 is never. */
  execTimeoutMs: number
  /** `none`: no question; `password`: the line's own; `local`: user names. */
  login: 'none' | 'password' | 'local'
  privilege: number
  length: number
  width: number
  historySize: number
  historyEnabled: boolean
  editing: boolean
  /** The session begins with `terminal monitor`. */
  monitor: boolean
  /** Undefined: messages tear the line. Severities up to `atOnce` do so all the same; at most `queue` messages wait. */
  synchronous: { readonly atOnce: number; readonly queue: number } | undefined
  exec: boolean
  /** Run after the login, and then the session ends. */
  autocommand: string | undefined
  /** Its description, `$(line-desc)` in banners. */
  location: string | undefined
  motdBanner: boolean
  execBanner: boolean
  /** `transport preferred none`: an unknown word is an error, not a host. */
  preferredTransport: string
  /** Which protocols may come in, as the configuration names them; none for `transport input none`. */
  transportInput: readonly string[]
  /** Time for each answer of the login, ms; 0 is without limit. */
  loginTimeoutMs: number
}

let provider: ((ios: Ios, line: TerminalLine) => LineSettings) | undefined

export function provideLineSettings(provide: (ios: Ios, line: TerminalLine) => LineSettings): void {
  provider = provide
}

export function lineSettings(ios: Ios, line: TerminalLine): LineSettings {
  if (provider === undefined) throw new Error('no feature provides the settings of terminal lines')
  return provider(ios, line)
}
