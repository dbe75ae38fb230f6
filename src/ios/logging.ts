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
}

/** What the logging feature reads from the configuration; undefined is disabled. */
export interface LoggingSettings {
  console(ios: Ios): Severity | undefined
  monitor(ios: Ios): Severity | undefined
  buffer(ios: Ios): { severity: Severity; sizeBytes: number } | undefined
  enabled(ios: Ios): boolean
  stamp(ios: Ios, kind: 'log' | 'debug'): string
}

const deliveryMs = 5

export type Listener = (message: LogMessage) => void

export class Logging {
  readonly #ios: Ios
  readonly #settings: LoggingSettings
  readonly #listeners = new Set<Listener>()
  #buffer: string[] = []
  #bufferBytes = 0
  /** Old messages were dropped from the buffer: its first line may be the tail of one. */
  wrapped = false
  readonly counts = { console: 0, monitor: 0, buffer: 0, trap: 0 }
  #sequence = 0

  constructor(ios: Ios, settings: LoggingSettings) {
    this.#ios = ios
    this.#settings = settings
  }

  /** Terminals listen; they decide with `toConsole` and `toMonitor` whether a message is for them. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** `%FACILITY-SEVERITY-MNEMONIC: text`. */
  emit(facility: string, severity: Severity, mnemonic: string, text: string): void {
    this.#sequence++
    const stamp = this.#settings.stamp(this.#ios, 'log')
    this.#write({ severity, text: `${stamp}%${facility}-${severity}-${mnemonic}: ${text}` })
  }

  get sequence(): number {
    return this.#sequence
  }

  toConsole(severity: Severity): boolean {
    const level = this.#settings.console(this.#ios)
    return this.#settings.enabled(this.#ios) && level !== undefined && severity <= level
  }

  toMonitor(severity: Severity): boolean {
    const level = this.#settings.monitor(this.#ios)
    return this.#settings.enabled(this.#ios) && level !== undefined && severity <= level
  }

  #write(message: LogMessage): void {
    const buffer = this.#settings.buffer(this.#ios)
    if (buffer !== undefined && message.severity <= buffer.severity && this.#settings.enabled(this.#ios)) {
      this.counts.buffer++
      this.#keep(message.text, buffer.sizeBytes)
    }
    if (message.severity <= 6) this.counts.trap++
    if (this.toConsole(message.severity)) this.counts.console++
    // A message reaches terminals a moment later: never inside the output of the command that caused it.
    this.#ios.after(deliveryMs, () => {
      for (const listener of this.#listeners) listener(message)
    })
  }

  /** Each stored message begins with a line end, as on the device. */
  #keep(text: string, sizeBytes: number): void {
    this.#buffer.push(`\n${text}`)
    this.#bufferBytes += text.length + 1
    while (this.#bufferBytes > sizeBytes && this.#buffer.length > 0) {
      this.wrapped = true
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

  /** The buffer's text, from its oldest byte. */
  bufferText(): string {
    return this.#buffer.join('')
  }

  clearBuffer(): void {
    this.#buffer = []
    this.#bufferBytes = 0
    this.wrapped = false
  }
}
