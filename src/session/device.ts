/**
 * A device with power switch and console port: boot, initial dialogue, `Press RETURN`, sessions, reload. The console is one
 * script that lives as long as the power is on; the operating system comes and goes in it.
 * Source: console captures of a 1941 and of Catalyst switches.
 */

import { bootText, type TimedText } from '../hardware/boot-text.ts'
import { Chassis } from '../hardware/chassis.ts'
import { flashEntries } from '../hardware/flash.ts'
import type { Network } from '../hardware/network.ts'
import type { Port } from '../hardware/port.ts'
import type { Profile } from '../hardware/profile-types.ts'
import type { Storage } from '../hardware/storage.ts'
import { Ios } from '../ios/ios.ts'
import { lineSettings } from '../ios/line-settings.ts'
import type { LogMessage } from '../ios/logging.ts'
import { modeOf } from '../ios/modes.ts'
import type { Hashing } from '../ios/secrets.ts'
import { port } from '../ios/session-ports.ts'
import type { TerminalLine } from '../ios/terminal-lines.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { runCommand } from './command-output.ts'
import { runLoader } from './loader.ts'
import type { Machine } from './machine.ts'
import { Session, type SessionEnd, type SessionHost } from './session.ts'
import { type Script, Tty } from './tty.ts'

export interface DeviceOptions {
  readonly name: string
  readonly profile: Profile
  /** What its ports can be cabled into, and whose clock it lives by. */
  readonly network: Network
  readonly storage: Storage
  readonly hashing: Hashing
  /** What the console shows. */
  output(text: string): void
  readonly host: SessionHost
}

/** Where the console is, for whoever shows it. */
export type ConsoleState = 'off' | 'booting' | 'loader' | 'dialogue' | 'press RETURN' | 'login' | 'in use'

export interface DeviceStatus {
  readonly name: string
  readonly state: ConsoleState
  /** The mode in words: `privileged EXEC`. */
  readonly mode: string
  readonly unsaved: boolean
  readonly idleMs: number
  /** 0 is never. */
  readonly execTimeoutMs: number
  /** `14:05:31`, undefined without power. */
  readonly clock: string | undefined
}

const returnPrompt = '\n\nPress RETURN to get started!\n\n'

export class Device implements Machine {
  readonly chassis: Chassis
  readonly #kernel: Kernel
  readonly #hashing: Hashing
  readonly #host: SessionHost
  readonly #tty: Tty
  readonly #output: (text: string) => void
  /** Whether sessions pause their listings: on a pipe nobody could press a key. */
  paging = true
  #muted = false
  #state: ConsoleState = 'off'
  #ios: Ios | undefined
  #session: Session | undefined
  #unlisten: (() => void) | undefined
  #breakSent = false

  constructor(options: DeviceOptions) {
    this.#kernel = options.network.kernel
    this.#hashing = options.hashing
    this.#host = options.host
    this.#output = options.output
    this.chassis = new Chassis(options)
    this.#tty = new Tty(this.#kernel, (text) => {
      if (!this.#muted) this.#output(text)
    })
  }

  get name(): string {
    return this.chassis.name
  }

  get ports(): ReadonlyMap<string, Port> {
    return this.chassis.ports
  }

  /** The running system; undefined without power and while it boots. */
  get ios(): Ios | undefined {
    return this.#ios
  }

  get session(): Session | undefined {
    return this.#session
  }

  get tty(): Tty {
    return this.#tty
  }

  /** A key would be taken now: somebody reads, or the power is off. */
  get waitsForInput(): boolean {
    return this.#state === 'off' || this.#tty.reading
  }

  get state(): ConsoleState {
    return this.#state
  }

  powerOn(): void {
    if (this.#state !== 'off') return
    this.chassis.resetCause = 'power-on'
    this.#tty.start(this.#life())
  }

  powerOff(): void {
    this.#tty.stop()
    this.#stopSystem()
    this.#state = 'off'
  }

  /**
   * Power on without watching: the boot runs in virtual time unseen, the initial dialogue is declined, and the console
   * stands at `Press RETURN to get started!`.
   */
  powerOnQuietly(): void {
    this.#muted = true
    this.powerOn()
    while (this.#state === 'booting' && this.#kernel.step());
    if (this.#state === 'dialogue') this.type('no\r')
    // Ports settle and say so before anybody looks.
    this.#kernel.advanceTo(this.#kernel.nowMs + settleMs)
    this.#muted = false
    if (this.#state === 'press RETURN') this.#tty.write(returnPrompt)
  }

  startUnseen(): void {
    if (this.#state !== 'off') return
    this.#muted = true
    this.chassis.resetCause = 'power-on'
    this.#tty.start(this.#life({ unseen: true }))
  }

  show(): void {
    this.#muted = false
    if (this.#state === 'press RETURN') this.#tty.write(returnPrompt)
  }

  /** A byte typed at the console. */
  input(byte: number): void {
    this.#tty.input(byte)
  }

  type(text: string): void {
    for (let i = 0; i < text.length; i++) this.#tty.input(text.charCodeAt(i))
  }

  /** The break signal of a terminal: in the loader's time it stops the boot, later it interrupts. */
  sendBreak(): void {
    if (this.#state === 'booting') this.#breakSent = true
    this.#tty.input(0x1e)
  }

  status(): DeviceStatus {
    const session = this.#session
    return {
      name: this.#ios === undefined ? this.chassis.profile.defaultHostname : port('hostname')(this.#ios),
      state: this.#state,
      mode: session === undefined ? this.#state : modeInWords(session),
      unsaved: this.#ios?.unsaved ?? false,
      idleMs: session === undefined ? 0 : this.#kernel.nowMs - session.lastInputMs,
      execTimeoutMs: session?.execTimeoutMs ?? 0,
      clock: this.#ios === undefined ? undefined : this.#ios.clock.text().slice(0, 8),
    }
  }

  // The console's life

  /** `announcement`: the running system restarts first, and says so. `unseen`: it is up at once. */
  *#life({ announcement, unseen = false }: { announcement?: string; unseen?: boolean } = {}): Script {
    if (announcement !== undefined) yield* this.#goDown(announcement)
    for (let first = unseen; ; first = false) {
      if (first) this.#startAtOnce()
      else if ((yield* this.#boot()) === 'reset') continue
      for (let restart = false; !restart; ) {
        const ended = yield* this.#attend()
        if (ended.kind === 'restart') {
          yield* this.#goDown(ended.reason)
          restart = true
        } else if (ended.kind === 'setup') yield* this.#dialogue(false)
        else
          this.#tty.write(
            `${'\n'.repeat(33)}${port('hostname')(this.#system)} con0 is now available\n\n\n\n\n\nPress RETURN to get started.\n\n\n\n\n`,
          )
      }
    }
  }

  get #system(): Ios {
    if (this.#ios === undefined) throw new Error('no system is running')
    return this.#ios
  }

  /** From power or reset to the running system; 'reset' when the loader starts over. */
  *#boot(): Script<'up' | 'reset'> {
    this.#state = 'booting'
    this.#breakSent = false
    const { chassis } = this
    const text = bootText({
      profile: chassis.profile,
      identity: chassis.identity,
      virtualInterfaces: chassis.profile.logicalAtPowerOn.length,
      reloadReason: chassis.resetCause,
      flashFiles: flashEntries(chassis).filter(({ kind }) => kind !== 'folder'),
    })
    chassis.registerInForce = chassis.configRegister
    const loading = text.loader.findIndex(beginsLoading)
    const stays = staysInLoader(chassis)
    const uninterrupted = yield* this.#show(stays ? text.loader.slice(0, loading) : text.loader, true)
    if (!uninterrupted || stays) {
      this.#state = 'loader'
      if ((yield* runLoader(chassis, this.#tty, !uninterrupted)) === 'reset') return 'reset'
      this.#state = 'booting'
      yield* this.#show(text.loader.slice(loading), false)
    }
    const ios = yield* this.#start(text.system)
    if (!this.#load(ios)) yield* this.#dialogue(true)
    this.#attendable(ios)
    return 'up'
  }

  /** Up without the time and the text of a boot; the initial dialogue is declined. */
  #startAtOnce(): void {
    this.chassis.registerInForce = this.chassis.configRegister
    const ios = new Ios(this.chassis, this.#hashing)
    this.#load(ios)
    this.#attendable(ios)
  }

  /** False when there is no startup configuration. */
  #load(ios: Ios): boolean {
    this.#ios = ios
    ios.restart = (announcement) => this.#tty.start(this.#life({ announcement }))
    this.#unlisten = ios.log.listen((messages) =>
      this.#messages(messages.filter(({ toConsole }) => toConsole)),
    )
    return port('loadStartup')(ios, new Session(ios, consoleLine(ios), this.#tty, this.#host))
  }

  #attendable(ios: Ios): void {
    port('reportStart')(ios)
    this.#state = 'press RETURN'
    this.#tty.write(returnPrompt)
  }

  /** The system's clock runs from the moment its image does, not from when it is done printing. */
  *#start(text: readonly TimedText[]): Script<Ios> {
    const ios = new Ios(this.chassis, this.#hashing)
    let up = false
    try {
      yield* this.#show(text, false)
      up = true
      return ios
    } finally {
      if (!up) ios.stop()
    }
  }

  /** False when a break cut it short. */
  *#show(parts: readonly TimedText[], breakable: boolean): Script<boolean> {
    for (const { pauseMs, text } of parts) {
      const response = yield { kind: 'wait', ms: pauseMs }
      if (breakable && (response.kind === 'broken' || this.#breakSent)) return false
      this.#tty.write(text)
    }
    return true
  }

  /** The initial configuration dialogue; Ctrl-C leaves it. */
  *#dialogue(first: boolean): Script {
    this.#state = 'dialogue'
    const ios = this.#system
    const session = new Session(ios, consoleLine(ios), this.#tty, this.#host)
    yield* runCommand(port('setupDialogue')(ios, session, { first }), {
      ios,
      tty: this.#tty,
      length: 0,
      width: 80,
      args: {},
    })
    if (!first) {
      this.#state = 'press RETURN'
      this.#tty.write(returnPrompt)
    }
  }

  /** `Press RETURN`, and then a session to its end. */
  *#attend(): Script<SessionEnd> {
    this.#state = 'press RETURN'
    for (;;) {
      const response = yield { kind: 'key' }
      const entered = response.kind === 'key' && response.key.kind === 'control' && response.key.code === 13
      // `no exec`: nobody answers on such a line.
      if (entered && lineSettings(this.#system, consoleLine(this.#system)).exec) break
    }
    this.#tty.write('\n')
    this.#state = 'in use'
    const ios = this.#system
    const session = new Session(ios, consoleLine(ios), this.#tty, this.#host)
    if (!this.paging) session.length = 0
    this.#session = session
    try {
      return yield* session.run()
    } finally {
      this.#session = undefined
    }
  }

  *#goDown(announcement: string): Script {
    const ios = this.#system
    ios.log.emit('SYS', 5, 'RELOAD', announcement)
    yield { kind: 'wait', ms: 1000 }
    this.chassis.resetCause = 'reload'
    this.chassis.reloadedAt = ios.clock.known ? ios.clock.text() : undefined
    this.#tty.write('\n')
    this.#stopSystem()
  }

  #stopSystem(): void {
    this.#unlisten?.()
    this.#unlisten = undefined
    this.#session = undefined
    this.#ios?.stop()
    this.#ios = undefined
    this.chassis.silence()
  }

  #messages(messages: readonly LogMessage[]): void {
    if (this.#session !== undefined) this.#session.messages(messages)
    else for (const { text } of messages) this.#tty.write(`\n${text}`)
  }
}

/** How long after the boot the last of its messages comes. */
const settleMs = 15_000

/** Bits 0–3 of the register at 0, or the switch's variable, leave a person to start the system. */
function staysInLoader(chassis: Chassis): boolean {
  return (chassis.registerInForce & 0xf) === 0 || chassis.environment.get('MANUAL_BOOT') === 'yes'
}

/** What `boot` in the loader goes on with: everything before it has been done. */
const beginsLoading = ({ text }: TimedText): boolean => /^\s*(?:Loading |program load)/.test(text)

function consoleLine(ios: Ios): TerminalLine {
  const line = ios.lines.find((one) => one.type === 'console')
  if (line === undefined) throw new Error(`profile ${ios.profile.name} has no console line`)
  return line
}

function modeInWords(session: Session): string {
  const { mode } = session.place
  if (mode === 'exec') return session.privilege > 1 ? 'privileged EXEC' : 'user EXEC'
  return modeOf(mode).prompt
}
