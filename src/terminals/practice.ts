/**
 * What a person practises on: one device, or a lab of several, with its state and its recording: everything that was typed
 * and done, with its virtual time. A run is a function of seed, first files and input, so a recording is a complete
 * snapshot: suspending writes it, resuming plays it again, and a report of our own mistakes holds it. Leaves out who drives
 * the clock (`wall-clock.ts`, `plain/pipe.ts`).
 */

import '../ios/features/index.ts'
import { Network } from '../hardware/network.ts'
import type { Profile } from '../hardware/profile.ts'
import type { Storage, StoredFile, Volume } from '../hardware/storage.ts'
import { Kernel } from '../kernel/kernel.ts'
import type { Lab } from '../labs/lab.ts'
import type { RunningLab } from '../labs/running-lab.ts'
import type { TypingFault } from '../labs/type-configuration.ts'
import { Device } from '../session/device.ts'
import type { Machine } from '../session/machine.ts'
import { memoryStore } from '../stores/memory-store.ts'
import { nodeHashing } from './hashing.ts'

export type PowerEvent = 'power on' | 'power off' | 'break'

/** What was done from outside: bytes typed at a console, its power switch, a cable of the lab by its place in the list. */
export type Happening =
  | { readonly atMs: number; readonly on: string; readonly typed: string }
  | { readonly atMs: number; readonly on: string; readonly what: PowerEvent }
  | { readonly atMs: number; readonly cable: number; readonly what: 'cut' | 'mend' }

/** One device alone, or a lab. The name of a device is what MAC addresses and serial numbers are made from. */
export type Bench =
  | { readonly kind: 'device'; readonly name: string; readonly profile: Profile }
  | { readonly kind: 'lab'; readonly lab: Lab }

interface RecordedFile {
  readonly device: string
  readonly volume: Volume
  readonly name: string
  readonly modifiedMs: number
  readonly content: string
}

/** Everything that a run follows from. Bytes are base64. */
export interface Recording {
  readonly format: 2
  readonly program: string
  readonly bench: Bench
  readonly seed: number
  readonly epochMs: number
  readonly boot: boolean
  /** Commands that may not be given. */
  readonly forbidden?: readonly string[]
  readonly files: readonly RecordedFile[]
  readonly happenings: readonly Happening[]
  /** When it was taken, virtual ms. */
  readonly endMs: number
}

export interface PracticeOptions {
  readonly bench: Bench
  /** Where NVRAM and flash of a device are kept; memory when left out. */
  storage?(device: string): Storage
  readonly seed: number
  readonly epochMs: number
  /** One device alone: begin at power-on, with the boot to be seen. */
  readonly boot: boolean
  /** Commands that may not be given, in full words: `show running-config`. Labs only. */
  readonly forbidden?: readonly string[]
  readonly program: string
}

export interface PracticeListener {
  output(text: string, device: string): void
  /** A remark of ours for the status line. */
  note(text: string, device: string): void
  /** Our own mistake: what was typed when it happened. */
  report(error: unknown, typed: string, recording: Recording): void
  /** A line was typed that is no command there. */
  mistyped?(typed: string, device: string): void
}

let labs: typeof import('../labs/running-lab.ts') | undefined

/** To be awaited before a practice with a lab: one device alone starts without hosts and their commands. */
export async function loadLabs(): Promise<void> {
  labs ??= await import('../labs/running-lab.ts')
}

const quiet: PracticeListener = { output() {}, note() {}, report() {} }

/** A storage whose ground can be exchanged: a replay writes to memory, the run that follows to the disk. */
class Ground implements Storage {
  ground: Storage
  constructor(ground: Storage) {
    this.ground = ground
  }
  list(volume: Volume): readonly StoredFile[] {
    return this.ground.list(volume)
  }
  read(volume: Volume, name: string): Uint8Array | undefined {
    return this.ground.read(volume, name)
  }
  write(volume: Volume, name: string, bytes: Uint8Array, modifiedMs: number): void {
    this.ground.write(volume, name, bytes, modifiedMs)
  }
  remove(volume: Volume, name: string): void {
    this.ground.remove(volume, name)
  }
}

export class Practice {
  readonly kernel: Kernel
  readonly network: Network
  /** By name, in the order of the lab. */
  readonly machines: ReadonlyMap<string, Machine>
  /** Undefined for one device alone. */
  readonly lab: RunningLab | undefined
  /** Whose console is typed at. */
  active: string
  /** Lines of the lab's configurations that the devices refused at the first start. */
  faults: readonly TypingFault[] = []
  readonly #options: PracticeOptions
  readonly #grounds: ReadonlyMap<string, Ground>
  readonly #files: Recording['files']
  readonly #happenings: Happening[] = []
  /** What was typed at the present instant; it joins the happenings when time moves on. */
  #typed: { atMs: number; on: string; bytes: number[] } | undefined
  listener: PracticeListener = quiet

  constructor(options: PracticeOptions) {
    this.#options = options
    const { bench, seed, epochMs } = options
    const names = bench.kind === 'device' ? [bench.name] : bench.lab.devices.map(({ name }) => name)
    const grounds = new Map(names.map((name) => [name, new Ground(options.storage?.(name) ?? memoryStore())]))
    this.#grounds = grounds
    this.#files = snapshot(grounds)
    this.active = names[0] ?? ''
    const report = (error: unknown, typed: string): void =>
      this.listener.report(error, typed, this.recording())
    if (bench.kind === 'lab') {
      if (labs === undefined) throw new Error('a practice with a lab needs loadLabs() before')
      this.lab = new labs.RunningLab(
        bench.lab,
        {
          hashing: nodeHashing,
          storage: (name) => groundOf(grounds, name),
          output: (name, text) => this.listener.output(text, name),
          note: (name, text) => this.listener.note(text, name),
          report: (_, error, typed) => report(error, typed),
          mistyped: (name, typed) => this.listener.mistyped?.(typed, name),
          ...(options.forbidden === undefined ? {} : { forbidden: options.forbidden }),
        },
        { seed, epochMs },
      )
      this.kernel = this.lab.kernel
      this.network = this.lab.network
      this.machines = this.lab.machines
      return
    }
    const { name, profile } = bench
    this.kernel = new Kernel({ seed, epochMs })
    this.network = new Network(this.kernel)
    const device = new Device({
      name,
      profile,
      network: this.network,
      storage: groundOf(grounds, name),
      hashing: nodeHashing((length) => this.kernel.random.bytes(length)),
      output: (text) => this.listener.output(text, name),
      host: { note: (text) => this.listener.note(text, name), report },
    })
    this.machines = new Map([[name, device]])
  }

  /** The machine whose console is typed at. */
  get machine(): Machine {
    const machine = this.machines.get(this.active)
    if (machine === undefined) throw new Error(`no machine ${this.active}`)
    return machine
  }

  /** The same, where it is a switch or router. */
  get device(): Device | undefined {
    return this.machine instanceof Device ? this.machine : undefined
  }

  /** Switching everything off would lose something: a configuration, cables that hang loose, what was done on a host. */
  get unsaved(): boolean {
    for (const machine of this.machines.values()) if (machine.status().unsaved) return true
    if (this.lab === undefined) return false
    const { lab } = this.lab
    if (lab.cables.some((cable) => this.lab?.isPlugged(cable) === (cable.unplugged === true))) return true
    const typed = new Set(this.#happenings.map((one) => ('on' in one ? one.on : undefined)))
    if (this.#typed !== undefined) typed.add(this.#typed.on)
    for (const machine of this.machines.values()) {
      if (machine.status().state === 'off') return true
      if (!(machine instanceof Device) && typed.has(machine.name)) return true
    }
    return false
  }

  /** Switches everything on for the first time. */
  start(): void {
    if (this.lab !== undefined) this.faults = this.lab.start()
    else if (this.#options.boot) this.machine.powerOn()
    else this.device?.powerOnQuietly()
  }

  /** Bytes typed now, at the active console. */
  input(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    const { active, machine } = this
    if (this.#typed?.atMs !== this.kernel.nowMs || this.#typed.on !== active) {
      this.#keepTyped()
      this.#typed = { atMs: this.kernel.nowMs, on: active, bytes: [] }
    }
    const { bytes: typed } = this.#typed as { bytes: number[] }
    for (const byte of bytes) {
      typed.push(byte)
      machine.input(byte)
    }
  }

  /** The active machine's power switch, and the break signal. */
  happen(what: PowerEvent): void {
    this.#keepTyped()
    this.#happenings.push({ atMs: this.kernel.nowMs, on: this.active, what })
    this.#perform(what)
  }

  /** Pulls a cable of the lab, or plugs it in. */
  rewire(cable: number, what: 'cut' | 'mend'): void {
    const cables = this.lab?.lab.cables ?? []
    const found = cables[cable]
    if (found === undefined) return
    this.#keepTyped()
    this.#happenings.push({ atMs: this.kernel.nowMs, cable, what })
    this.lab?.[what](found)
  }

  recording(): Recording {
    this.#keepTyped()
    const { program, bench, seed, epochMs, boot, forbidden } = this.#options
    return {
      format: 2,
      program,
      bench,
      seed,
      epochMs,
      boot,
      ...(forbidden === undefined ? {} : { forbidden }),
      files: this.#files,
      happenings: [...this.#happenings],
      endMs: this.kernel.nowMs,
    }
  }

  #keepTyped(): void {
    if (this.#typed === undefined) return
    const { atMs, on, bytes } = this.#typed
    this.#happenings.push({ atMs, on, typed: Buffer.from(bytes).toString('base64') })
    this.#typed = undefined
  }

  #perform(what: PowerEvent): void {
    if (what === 'power on') this.machine.powerOn()
    else if (what === 'power off') this.machine.powerOff()
    else this.machine.sendBreak()
  }

  #again(happening: Happening): void {
    this.kernel.advanceTo(happening.atMs)
    if ('cable' in happening) {
      this.rewire(happening.cable, happening.what)
      return
    }
    this.active = happening.on
    if ('typed' in happening) this.input(Buffer.from(happening.typed, 'base64'))
    else this.happen(happening.what)
  }

  /**
   * Plays a recording again, so that everything stands where it stood. What it showed goes to `listener`.
   * Afterwards devices write to `storage`. Undefined where the files there are no longer what they were: somebody
   * saved after this was recorded, and what is saved counts more.
   */
  static replay(
    recording: Recording,
    storage: ((device: string) => Storage) | undefined,
    listener: PracticeListener,
  ): Practice | undefined {
    const memories = new Map<string, Storage>()
    const memoryOf = (device: string): Storage => {
      const memory = memories.get(device) ?? memoryStore()
      memories.set(device, memory)
      return memory
    }
    for (const { device, volume, name, modifiedMs, content } of recording.files)
      memoryOf(device).write(volume, name, Buffer.from(content, 'base64'), modifiedMs)
    const practice = new Practice({ ...recording, storage: memoryOf })
    practice.listener = listener
    practice.start()
    for (const happening of recording.happenings) practice.#again(happening)
    practice.kernel.advanceTo(recording.endMs)
    if (storage === undefined) return practice
    const contents = (files: Recording['files']): string =>
      JSON.stringify(files.map(({ device, volume, name, content }) => [device, volume, name, content]))
    const kept = new Map([...practice.#grounds.keys()].map((name) => [name, storage(name)]))
    if (contents(snapshot(practice.#grounds)) !== contents(snapshot(kept))) return undefined
    for (const [name, ground] of practice.#grounds) ground.ground = storage(name)
    return practice
  }
}

function groundOf(grounds: ReadonlyMap<string, Ground>, name: string): Ground {
  const ground = grounds.get(name)
  if (ground === undefined) throw new Error(`no storage for ${name}`)
  return ground
}

function snapshot(storages: ReadonlyMap<string, Storage>): Recording['files'] {
  const volumes: readonly Volume[] = ['nvram', 'flash']
  return [...storages].flatMap(([device, storage]) =>
    volumes.flatMap((volume) =>
      storage.list(volume).map(({ name, modifiedMs }) => ({
        device,
        volume,
        name,
        modifiedMs,
        content: Buffer.from(storage.read(volume, name) ?? []).toString('base64'),
      })),
    ),
  )
}

/** The text in which a suspended run is kept. */
export function encodeRecording(recording: Recording): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(recording)}\n`)
}

/** Undefined where the text is no recording that this program can play. */
export function decodeRecording(bytes: Uint8Array): Recording | undefined {
  try {
    const recording = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Recording> | null
    const usable =
      recording?.format === 2 && Array.isArray(recording.happenings) && Array.isArray(recording.files)
    return usable ? (recording as Recording) : undefined
  } catch {
    return undefined
  }
}
