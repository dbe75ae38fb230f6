/**
 * A lab at work: its machines with power, its cables plugged in, on one clock. What was typed and saved before the start is
 * in each device's NVRAM; starting takes the time that links and spanning trees need to settle, and is not seen.
 * Leaves out who shows the consoles, and where files are kept.
 */

import type { Cable } from '../hardware/cable.ts'
import { Network } from '../hardware/network.ts'
import type { Port } from '../hardware/port.ts'
import type { Storage } from '../hardware/storage.ts'
import { Host } from '../hosts/host.ts'
import type { Hashing } from '../ios/secrets.ts'
import { Kernel } from '../kernel/kernel.ts'
import { Device } from '../session/device.ts'
import type { Machine } from '../session/machine.ts'
import type { Lab, LabCable, LabDevice, LabEnd } from './lab.ts'
import { isPrepared, markPrepared } from './prepared-device.ts'
import { type TypingFault, typeConfiguration } from './type-configuration.ts'

/** What a lab needs of the world outside. */
export interface LabWorld {
  /** Digests; `random` is the lab's own. */
  hashing(random: (length: number) => Uint8Array): Hashing
  /** NVRAM and flash of a device; empty when it is new. */
  storage(device: string): Storage
  output(device: string, text: string): void
  /** A remark beside a console. */
  note(device: string, text: string): void
  /** A mistake of ours. */
  report(device: string, error: unknown, typed: string): void
  /** A line was typed at a switch or router that is no command there. */
  mistyped?(device: string, typed: string): void
  /** Commands that switches and routers refuse, see SessionHost. */
  readonly forbidden?: readonly string[]
}

/** Links take two seconds, spanning tree up to max-age and twice the forward delay, neighbours a minute to be heard. */
const settleMs = 90_000

export class RunningLab {
  readonly lab: Lab
  readonly kernel: Kernel
  readonly network: Network
  /** In the order of the lab. */
  readonly machines: ReadonlyMap<string, Machine>
  readonly #world: LabWorld
  readonly #plugged = new Map<LabCable, Cable>()

  constructor(lab: Lab, world: LabWorld, options: { seed?: number; epochMs?: number } = {}) {
    this.lab = lab
    this.#world = world
    const epochMs = options.epochMs ?? lab.clockUtcMs
    this.kernel = new Kernel({
      seed: options.seed ?? lab.seed,
      ...(epochMs === undefined ? {} : { epochMs }),
    })
    this.network = new Network(this.kernel)
    this.machines = new Map(lab.devices.map((device) => [device.name, this.#machine(device)]))
    for (const cable of lab.cables) if (!cable.unplugged) this.mend(cable)
  }

  #machine(device: LabDevice): Machine {
    const { name } = device
    const world = this.#world
    const common = {
      name,
      network: this.network,
      storage: world.storage(name),
      output: (text: string) => world.output(name, text),
    }
    if (device.host !== undefined)
      return new Host({
        ...common,
        profile: device.profile,
        settings: device.host,
        report: (error, typed) => world.report(name, error, typed),
      })
    return new Device({
      ...common,
      profile: device.profile,
      hashing: world.hashing((length) => this.kernel.random.bytes(length)),
      host: {
        note: (text) => world.note(name, text),
        report: (error, typed) => world.report(name, error, typed),
        mistyped: (typed) => world.mistyped?.(name, typed),
        ...(world.forbidden === undefined ? {} : { forbidden: world.forbidden }),
      },
    })
  }

  /**
   * Types what devices that are new have as `config`, powers everything on, and lets it settle. Returns the lines that a
   * device refused: they are a fault of the lab's file.
   */
  start(): TypingFault[] {
    const faults = this.prepare()
    for (const machine of this.machines.values()) machine.startUnseen()
    this.kernel.advanceTo(this.kernel.nowMs + settleMs)
    for (const machine of this.machines.values()) machine.show()
    return faults
  }

  /** Types what devices that are new have as `config`, and saves it; `start` does so by itself. */
  prepare(): TypingFault[] {
    return this.lab.devices.flatMap((device) => this.#prepare(device))
  }

  #prepare(device: LabDevice): TypingFault[] {
    if (device.host !== undefined || device.config === undefined) return []
    const storage = this.#world.storage(device.name)
    if (isPrepared(device, storage)) return []
    const index = this.lab.devices.indexOf(device)
    const faults = typeConfiguration(device, storage, this.#world.hashing, {
      seed: this.lab.seed + index,
      epochMs: this.kernel.epochMs,
    })
    markPrepared(device, storage)
    return faults
  }

  port({ device, port }: LabEnd): Port {
    const found = this.machines.get(device)?.ports.get(port)
    if (found === undefined) throw new Error(`lab ${this.lab.name}: no port ${device} ${port}`)
    return found
  }

  /** Plugs a cable of the lab in, if it is not. */
  mend(cable: LabCable): void {
    if (this.#plugged.has(cable)) return
    this.#plugged.set(cable, this.network.connect(this.port(cable.from), this.port(cable.to), cable.kind))
  }

  /** Pulls it out at both ends. */
  cut(cable: LabCable): void {
    const plugged = this.#plugged.get(cable)
    if (plugged === undefined) return
    this.#plugged.delete(cable)
    this.network.disconnect(plugged)
  }

  isPlugged(cable: LabCable): boolean {
    return this.#plugged.has(cable)
  }
}
