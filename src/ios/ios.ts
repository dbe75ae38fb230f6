/**
 * The operating system of one device, from boot to reload: its configuration, interfaces, terminal lines, clock and log.
 * Features keep what they need beyond their configuration lines in a state of their own (`FeatureState`), made with the
 * system and gone with it.
 */

import { Section } from '../config/section.ts'
import type { Chassis } from '../hardware/chassis.ts'
import type { Identity } from '../hardware/identity.ts'
import type { Profile } from '../hardware/profile-types.ts'
import type { Storage } from '../hardware/storage.ts'
import type { Kernel, Timer } from '../kernel/kernel.ts'
import { Interfaces } from './interfaces.ts'
import { Logging } from './logging.ts'
import { loggingSettings } from './logging-settings.ts'
import type { LevelOverride } from './mode-grammar.ts'
import type { Hashing } from './secrets.ts'
import { SystemClock } from './system-clock.ts'
import type { TerminalLine } from './terminal-lines.ts'

/** State of a feature beyond its configuration, one for each running system. */
export class FeatureState<T> {
  readonly #make: (ios: Ios) => T

  constructor(make: (ios: Ios) => T) {
    this.#make = make
  }

  of(ios: Ios): T {
    return ios.stateOf(this, this.#make)
  }
}

type Hook = (ios: Ios) => void
const startHooks: Hook[] = []

/** Runs for every system that starts, before its configuration is loaded, in the order of the features. */
export function onStart(hook: Hook): void {
  startHooks.push(hook)
}

export class Ios {
  readonly chassis: Chassis
  readonly configuration = new Section('config')
  readonly interfaces: Interfaces
  readonly lines: TerminalLine[] = []
  readonly clock: SystemClock
  readonly log: Logging
  readonly hashing: Hashing
  readonly startedMs: number
  /** Interface types as `interface ?` lists them. */
  readonly interfaceWords: readonly { word: string; help: string }[]
  /** Privilege levels that the device's own configuration gives to commands. */
  levelOverrides: readonly LevelOverride[] = []
  /** Time and user of the last change, for the comment in the running configuration; undefined since boot. */
  lastChange: { utcMs: number; by: string | undefined } | undefined
  lastSave: { utcMs: number; by: string | undefined } | undefined
  /** Grows with every change; equal to `savedChanges` when nothing is unsaved. */
  changes = 0
  savedChanges = 0
  /** Restarts the device at once, whoever is at its console; set by the device. The text is that of %SYS-5-RELOAD. */
  restart: (announcement: string) => void = () => {}
  /** Who types what is being applied; undefined while a file is loaded at boot. */
  author: { user: string | undefined } | undefined
  readonly #states = new Map<unknown, unknown>()
  readonly #traits: ReadonlySet<string>

  constructor(chassis: Chassis, hashing: Hashing) {
    this.chassis = chassis
    this.hashing = hashing
    this.startedMs = chassis.kernel.nowMs
    this.clock = new SystemClock(chassis.kernel, chassis.profile.hasCalendar)
    this.interfaces = new Interfaces(this)
    this.log = new Logging(this, loggingSettings)
    this.interfaceWords = chassis.profile.interfaceTypes.map(({ name, help }) => ({ word: name, help }))
    this.#traits = new Set<string>([
      ...chassis.profile.capabilities,
      chassis.profile.kind,
      chassis.profile.family,
    ])
    for (const hook of startHooks) hook(this)
  }

  get profile(): Profile {
    return this.chassis.profile
  }

  get identity(): Identity {
    return this.chassis.identity
  }

  get kernel(): Kernel {
    return this.chassis.kernel
  }

  get storage(): Storage {
    return this.chassis.storage
  }

  get traits(): ReadonlySet<string> {
    return this.#traits
  }

  get uptimeMs(): number {
    return this.kernel.nowMs - this.startedMs
  }

  get unsaved(): boolean {
    return this.changes !== this.savedChanges
  }

  configurationChanged(): void {
    this.changes++
    if (this.author !== undefined) this.lastChange = { utcMs: this.clock.utcMs, by: this.author.user }
  }

  /** False once the power is gone or the device reloads: what was scheduled for this system does nothing then. */
  running = true

  stop(): void {
    this.running = false
  }

  /** As the kernel's, but never after the system stopped. */
  after(delayMs: number, run: () => void): Timer {
    return this.kernel.after(delayMs, () => {
      if (this.running) run()
    })
  }

  stateOf<T>(key: unknown, make: (ios: Ios) => T): T {
    if (this.#states.has(key)) return this.#states.get(key) as T
    const state = make(this)
    this.#states.set(key, state)
    return state
  }
}
