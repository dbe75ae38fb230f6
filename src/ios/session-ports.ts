/** Small things that a session asks of features, each provided by one of them. */

import type { Invocation } from './command.ts'
import type { Ios } from './ios.ts'
import type { ModeId } from './modes.ts'
import type { Running } from './steps.ts'
import type { Terminal } from './terminal.ts'

export interface SessionPorts {
  hostname(ios: Ios): string
  /** The domain that completes names, undefined where none is set. */
  domainName(ios: Ios): string | undefined
  /** Command aliases of a mode, by name. */
  aliases(ios: Ios, mode: ModeId): ReadonlyMap<string, string>
  /** A banner's text with its tokens filled in. */
  banner(ios: Ios, kind: 'motd' | 'login' | 'exec', terminal: Pick<Terminal, 'line'>): string | undefined
  /** What an unknown single word in EXEC does: look the name up and connect. */
  connect(ios: Ios, word: string, terminal: Terminal): Running
  /** Writes a file for `redirect`, `tee` and `append`; a sentence when it cannot. */
  writeUrl(ios: Ios, url: string, text: string, append: boolean): string | undefined
  /** The initial configuration dialogue. */
  setupDialogue(ios: Ios, terminal: Terminal, options: { first: boolean }): Running
  /** Loads the startup configuration; false when there is none to load. */
  loadStartup(ios: Ios, terminal: Terminal): boolean
  /** `configure memory`: the startup configuration merged into the running one. */
  configureMemory(invocation: Invocation): Running
  /** What the starting system logs, once its configuration is loaded. */
  reportStart(ios: Ios): void
}

const provided: Partial<SessionPorts> = {}

export function provide(ports: Partial<SessionPorts>): void {
  Object.assign(provided, ports)
}

/** @throws Error when no feature provides it: a mistake of ours. */
export function port<K extends keyof SessionPorts>(name: K): SessionPorts[K] {
  const found = provided[name]
  if (found === undefined) throw new Error(`no feature provides ${name}`)
  return found as SessionPorts[K]
}
