/**
 * A host of a lab: a computer with power switch, network ports and a serial console, on which somebody is logged in. The
 * console is one script that lives as long as the power is on; the running system comes and goes with it.
 * Leaves out what the commands do.
 */

import { identityOf, macAt } from '../hardware/identity.ts'
import type { Network } from '../hardware/network.ts'
import { Port } from '../hardware/port.ts'
import { type HostProfile, portsOf } from '../hardware/profile.ts'
import type { Storage } from '../hardware/storage.ts'
import type { ConsoleState, DeviceStatus } from '../session/device.ts'
import type { Machine } from '../session/machine.ts'
import { breakCode, type Script, Tty } from '../session/tty.ts'
import { bootMessages, loginText } from './boot-text.ts'
import { hostCommands } from './host-commands.ts'
import { HostSystem } from './host-system.ts'
import type { HostSettings } from './interfaces-file.ts'
import { Shell } from './shell.ts'

export interface HostOptions {
  /** Its name in the lab. */
  readonly name: string
  readonly profile: HostProfile
  /** What it has until somebody changes its files. */
  readonly settings: HostSettings
  /** What its ports can be cabled into, and whose clock it lives by. */
  readonly network: Network
  readonly storage: Storage
  /** What the console shows. */
  output(text: string): void
  /** Our own mistake: what was typed, and what went wrong. */
  report(error: unknown, typed: string): void
}

const interruptCode = 0x03

export class Host implements Machine {
  readonly name: string
  readonly tty: Tty
  readonly ports: ReadonlyMap<string, Port>
  readonly #options: HostOptions
  #muted = false
  #state: ConsoleState = 'off'
  #system: HostSystem | undefined

  constructor(options: HostOptions) {
    const { name, profile, network, settings } = options
    this.#options = options
    this.name = name
    const identity = identityOf(profile, name)
    this.ports = new Map(
      portsOf(profile).map((port, at) => {
        const own = Number.parseInt(macAt(identity, port.macOffset ?? at), 16)
        const mac = at === 0 ? (settings.mac ?? own) : own
        return [port.name, new Port(network, name, port.name, port.range, mac)]
      }),
    )
    this.tty = new Tty(network.kernel, (text) => {
      if (!this.#muted) options.output(text)
    })
  }

  /** The running system; undefined without power and while it boots. */
  get system(): HostSystem | undefined {
    return this.#system
  }

  get state(): ConsoleState {
    return this.#state
  }

  get waitsForInput(): boolean {
    return this.#state === 'off' || this.tty.reading
  }

  powerOn(): void {
    if (this.#state === 'off') this.tty.start(this.#life(false))
  }

  powerOff(): void {
    this.tty.stop()
    this.#stopSystem()
    this.#state = 'off'
  }

  startUnseen(): void {
    if (this.#state !== 'off') return
    this.#muted = true
    this.tty.start(this.#life(true))
  }

  show(): void {
    if (!this.#muted) return
    this.#muted = false
    this.tty.writeRaw(this.tty.editor?.redraw() ?? '')
  }

  /** While a command runs, Ctrl-C is the terminal's interrupt. */
  input(byte: number): void {
    this.tty.input(byte === interruptCode && this.tty.waitsFor === 'wait' ? breakCode : byte)
  }

  type(text: string): void {
    for (let i = 0; i < text.length; i++) this.input(text.charCodeAt(i))
  }

  sendBreak(): void {
    this.tty.input(breakCode)
  }

  status(): DeviceStatus {
    const { kernel } = this.#options.network
    const system = this.#system
    return {
      name: system?.hostname ?? this.name,
      state: this.#state,
      mode: system === undefined ? this.#state : 'shell',
      unsaved: false,
      idleMs: kernel.nowMs - this.tty.lastKeyMs,
      execTimeoutMs: 0,
      clock: system === undefined ? undefined : new Date(system.utcMs).toISOString().slice(11, 19),
    }
  }

  *#life(unseen: boolean): Script {
    if (!unseen) {
      this.#state = 'booting'
      for (const { pauseMs, text } of bootMessages) {
        yield { kind: 'wait', ms: pauseMs }
        this.tty.write(text)
      }
    }
    const system = this.#start()
    this.#state = 'in use'
    for (;;) {
      this.tty.write(loginText(system.hostname))
      const { tty } = this
      const { report } = this.#options
      const shell: Shell = new Shell({ system, commands: hostCommands, tty, report })
      yield* shell.run()
    }
  }

  #start(): HostSystem {
    const { name, network, settings, storage } = this.#options
    const system = new HostSystem({ name, network, settings, storage, ports: this.ports.values() })
    this.#system = system
    return system
  }

  #stopSystem(): void {
    this.#system?.stop()
    this.#system = undefined
  }
}
