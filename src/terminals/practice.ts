/**
 * A device to practise on, with its state and its recording: everything that was typed, with its virtual time. A run is a
 * function of seed, first files and input, so a recording is a complete snapshot: suspending writes it, resuming plays it
 * again, and a report of our own mistakes holds it. Leaves out who drives the clock (`wall-clock.ts`, `plain/pipe.ts`).
 */

import '../ios/features/index.ts'
import { Network } from '../hardware/network.ts'
import type { Profile } from '../hardware/profile.ts'
import type { Storage, StoredFile, Volume } from '../hardware/storage.ts'
import { Kernel } from '../kernel/kernel.ts'
import { Device } from '../session/device.ts'
import { memoryStore } from '../stores/memory-store.ts'
import { nodeHashing } from './hashing.ts'

/** What happened to the device from outside: bytes typed at its console, or its power. */
export type Happening =
  | { readonly atMs: number; readonly typed: string }
  | { readonly atMs: number; readonly what: 'power on' | 'power off' | 'break' }

/** Everything that a run follows from. Bytes are base64. */
export interface Recording {
  readonly format: 1
  readonly program: string
  readonly profile: Profile
  readonly name: string
  readonly seed: number
  readonly epochMs: number
  readonly boot: boolean
  readonly files: readonly { volume: Volume; name: string; modifiedMs: number; content: string }[]
  readonly happenings: readonly Happening[]
  /** When it was taken, virtual ms. */
  readonly endMs: number
}

export interface PracticeOptions {
  readonly profile: Profile
  /** What MAC addresses and serial numbers are made from, and the state's folder is called. */
  readonly name: string
  /** Where NVRAM and flash are kept; memory when left out. */
  readonly storage?: Storage
  readonly seed: number
  readonly epochMs: number
  /** Begin at power-on, with the boot to be seen. */
  readonly boot: boolean
  readonly program: string
}

export interface PracticeListener {
  output(text: string): void
  /** A remark of ours for the status line. */
  note(text: string): void
  /** Our own mistake: what was typed when it happened. */
  report(error: unknown, typed: string, recording: Recording): void
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
  readonly device: Device
  readonly #options: PracticeOptions
  readonly #ground: Ground
  readonly #files: Recording['files']
  readonly #happenings: Happening[] = []
  /** What was typed at the present instant; it joins the happenings when time moves on. */
  #typed: { atMs: number; bytes: number[] } | undefined
  listener: PracticeListener = quiet

  constructor(options: PracticeOptions) {
    this.#options = options
    this.kernel = new Kernel({ seed: options.seed, epochMs: options.epochMs })
    this.#ground = new Ground(options.storage ?? memoryStore())
    this.#files = snapshot(this.#ground)
    this.device = new Device({
      name: options.name,
      profile: options.profile,
      network: new Network(this.kernel),
      storage: this.#ground,
      hashing: nodeHashing((length) => this.kernel.random.bytes(length)),
      output: (text) => this.listener.output(text),
      host: {
        note: (text) => this.listener.note(text),
        report: (error, typed) => this.listener.report(error, typed, this.recording()),
      },
    })
  }

  /** Switches the device on for the first time. */
  start(): void {
    if (this.#options.boot) this.device.powerOn()
    else this.device.powerOnQuietly()
  }

  /** Bytes typed now. */
  input(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (this.#typed?.atMs !== this.kernel.nowMs) {
      this.#keepTyped()
      this.#typed = { atMs: this.kernel.nowMs, bytes: [] }
    }
    const { bytes: typed } = this.#typed as { bytes: number[] }
    for (const byte of bytes) {
      typed.push(byte)
      this.device.input(byte)
    }
  }

  /** The power switch and the break signal. */
  happen(what: 'power on' | 'power off' | 'break'): void {
    this.#keepTyped()
    this.#happenings.push({ atMs: this.kernel.nowMs, what })
    this.#perform(what)
  }

  recording(): Recording {
    this.#keepTyped()
    const { program, profile, name, seed, epochMs, boot } = this.#options
    return {
      format: 1,
      program,
      profile,
      name,
      seed,
      epochMs,
      boot,
      files: this.#files,
      happenings: [...this.#happenings],
      endMs: this.kernel.nowMs,
    }
  }

  #keepTyped(): void {
    if (this.#typed === undefined) return
    this.#happenings.push({
      atMs: this.#typed.atMs,
      typed: Buffer.from(this.#typed.bytes).toString('base64'),
    })
    this.#typed = undefined
  }

  #perform(what: 'power on' | 'power off' | 'break'): void {
    if (what === 'power on') this.device.powerOn()
    else if (what === 'power off') this.device.powerOff()
    else this.device.sendBreak()
  }

  /**
   * Plays a recording again, so that the device stands where it stood. What it showed goes to `listener`.
   * Afterwards the device writes to `storage`. Undefined where the files there are no longer what they were: somebody
   * saved after this was recorded, and what is saved counts more.
   */
  static replay(
    recording: Recording,
    storage: Storage | undefined,
    listener: PracticeListener,
  ): Practice | undefined {
    const memory = memoryStore()
    for (const { volume, name, modifiedMs, content } of recording.files) {
      memory.write(volume, name, Buffer.from(content, 'base64'), modifiedMs)
    }
    const practice = new Practice({ ...recording, storage: memory })
    practice.listener = listener
    practice.start()
    for (const happening of recording.happenings) {
      practice.kernel.advanceTo(happening.atMs)
      if ('typed' in happening) practice.input(Buffer.from(happening.typed, 'base64'))
      else practice.happen(happening.what)
    }
    practice.kernel.advanceTo(recording.endMs)
    if (storage === undefined) return practice
    const contents = (files: Recording['files']): string =>
      JSON.stringify(files.map(({ volume, name, content }) => [volume, name, content]))
    if (contents(snapshot(memory)) !== contents(snapshot(storage))) return undefined
    practice.#ground.ground = storage
    return practice
  }
}

function snapshot(storage: Storage): Recording['files'] {
  const volumes: readonly Volume[] = ['nvram', 'flash']
  return volumes.flatMap((volume) =>
    storage.list(volume).map(({ name, modifiedMs }) => ({
      volume,
      name,
      modifiedMs,
      content: Buffer.from(storage.read(volume, name) ?? []).toString('base64'),
    })),
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
      recording?.format === 1 && Array.isArray(recording.happenings) && Array.isArray(recording.files)
    return usable ? (recording as Recording) : undefined
  } catch {
    return undefined
  }
}
