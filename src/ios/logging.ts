/**
 * System messages: made once, stamped by `service timestamps`, kept in the buffer, and handed to every terminal whose
 * destination takes their severity. Format: `[seqno: ][*|.][timestamp]: %FACILITY-SEVERITY-MNEMONIC: text`.
 * Leaves out: how a message tears or redraws a line being typed (the session's), and syslog over the network.
 */

import type { Ios } from './ios.ts'

export const severities = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const
export type Severity = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface LogMessage {
  readonly severity: Severity
  /** Complete, stamped. May hold several lines (`%SYS-5-RESTART`). */
  readonly text: string
  /** Whether the console, and whether terminals with `terminal monitor`, show it: decided when it came up. */
  readonly toConsole: boolean
  readonly toMonitor: boolean
}

/** What the logging feature reads from the configuration; undefined is disabled. */
export interface LoggingSettings {
  console(ios: Ios): Severity | undefined
  monitor(ios: Ios): Severity | undefined
  buffer(ios: Ios): { severity: Severity; sizeBytes: number } | undefined
  trap(ios: Ios): Severity | undefined
  /** `logging on`: without it only the console gets messages. */
  enabled(ios: Ios): boolean
  stamp(ios: Ios, kind: 'log' | 'debug'): string
}

const deliveryMs = 5

/** Hears the messages of one instant together, oldest first. */
export type Listener = (messages: readonly LogMessage[]) => void

export class Logging {
  readonly #ios: Ios
  readonly #settings: LoggingSettings
  readonly #listeners = new Set<Listener>()
  #undelivered: LogMessage[] = []
  #buffer: string[] = []
  #bufferBytes = 0
  /** Messages by destination; for syslog servers, lines. */
  readonly counts = { console: 0, monitor: 0, buffer: 0, trapLines: 0 }
  /** Messages that each terminal line was shown for `terminal monitor`, by the line's absolute number. */
  readonly monitored = new Map<number, number>()
  #sequence = 0

  constructor(ios: Ios, settings: LoggingSettings) {
    this.#ios = ios
    this.#settings = settings
  }

  /** Terminals listen; `toConsole` and `toMonitor` of a message tell whether it is for them. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * `%FACILITY-SEVERITY-MNEMONIC: text`.
   * @param onConsole shows it on the console whatever its level says: the last message before the console falls silent
   */
  emit(facility: string, severity: Severity, mnemonic: string, text: string, onConsole = false): void {
    this.#sequence++
    const ios = this.#ios
    const enabled = this.#settings.enabled(ios)
    const takes = (level: Severity | undefined): boolean => level !== undefined && severity <= level
    const message: LogMessage = {
      severity,
      text: `${this.#settings.stamp(ios, 'log')}%${facility}-${severity}-${mnemonic}: ${text}`,
      toConsole: onConsole || takes(this.#settings.console(ios)),
      toMonitor: enabled && takes(this.#settings.monitor(ios)),
    }
    const buffer = this.#settings.buffer(ios)
    if (enabled && buffer !== undefined && takes(buffer.severity)) {
      this.counts.buffer++
      this.#keep(message.text, buffer.sizeBytes)
    }
    if (enabled && takes(this.#settings.trap(ios))) this.counts.trapLines += message.text.split('\n').length
    if (message.toConsole) this.counts.console++
    if (message.toMonitor) this.#countMonitors()
    this.#undelivered.push(message)
    if (this.#undelivered.length > 1) return
    // Messages reach terminals a moment later: never inside the output of the command that caused them.
    ios.after(deliveryMs, () => {
      const messages = this.#undelivered
      this.#undelivered = []
      for (const listener of this.#listeners) listener(messages)
    })
  }

  get sequence(): number {
    return this.#sequence
  }

  #countMonitors(): void {
    for (const { absolute, terminal } of this.#ios.lines) {
      if (terminal?.monitor !== true) continue
      this.counts.monitor++
      this.monitored.set(absolute, (this.monitored.get(absolute) ?? 0) + 1)
    }
  }

  /** Each stored message begins with a line end, as on the device. */
  #keep(text: string, sizeBytes: number): void {
    this.#buffer.push(`\n${text}`)
    this.#bufferBytes += text.length + 1
    while (this.#bufferBytes > sizeBytes && this.#buffer.length > 0) {
      const over = this.#bufferBytes - sizeBytes
      const first = this.#buffer[0] ?? ''
      if (first.length <= over) {
        this.#buffer.shift()
        this.#bufferBytes -= first.length
      } else {
        this.#buffer[0] = first.slice(over)
        this.#bufferBytes -= over
      }
    }
  }

  /** The buffer's text, from its oldest byte: once it has wrapped, that is inside a message. */
  bufferText(): string {
    return this.#buffer.join('')
  }

  clearBuffer(): void {
    this.#buffer = []
    this.#bufferBytes = 0
  }
}
