/**
 * The console of one device as a transcript sees it: what was printed and not yet compared, what the device asks for,
 * and typing. Leaves out the file.
 */

import type { Network } from '../hardware/network.ts'
import type { Profile } from '../hardware/profile-types.ts'
import type { Storage } from '../hardware/storage.ts'
import type { Hashing } from '../ios/secrets.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'
import { Device } from '../session/device.ts'
import type { Machine } from '../session/machine.ts'
import { morePrompt } from '../session/pager.ts'
import { Paper } from './paper.ts'
import { type ShownPrompt, shownPrompt } from './shown-prompt.ts'
import type { TranscriptDevice } from './transcript.ts'

/** What a run needs of the world outside. */
export interface Surroundings {
  /** Digests; `random` is the run's own. */
  hashing(random: (length: number) => Uint8Array): Hashing
  /** An empty disk. */
  storage(): Storage
  /** Keeps the bytes of a capture under the name that the transcript gives it. */
  keepCapture(file: string, bytes: Uint8Array): void
}

/** What the device waits for. */
export type Asks = 'line' | 'key' | 'more' | 'RETURN' | 'nothing'

/** How long a device may work without asking for anything; ms of its time. */
const longestWorkMs = 6 * 60 * 60_000

export interface ConsoleWorld {
  output(text: string): void
  note(text: string): void
  report(error: unknown, typed: string): void
}

/** A device of a transcript without a lab. */
export function singleDevice(
  from: TranscriptDevice,
  profile: Profile,
  network: Network,
  surroundings: Surroundings,
  world: ConsoleWorld,
): Device {
  const storage = surroundings.storage()
  if (from.config !== undefined) {
    const inFlash = profile.nvram.startupConfig === 'flash:config.text'
    storage.write(
      inFlash ? 'flash' : 'nvram',
      inFlash ? 'config.text' : 'startup-config',
      encodeUtf8(from.config.text),
      0,
    )
  }
  return new Device({
    name: from.name,
    profile,
    network,
    storage,
    hashing: surroundings.hashing((length) => network.kernel.random.bytes(length)),
    output: world.output,
    host: { note: world.note, report: world.report },
  })
}

export class TranscriptConsole {
  readonly machine: Machine
  readonly paper = new Paper()
  readonly #kernel: Kernel
  /** Remarks of the device since they were last taken. */
  #notes: string[] = []
  #faults: { error: unknown; typed: string }[] = []
  /** Rows of the file have been compared with it. */
  shown = false
  /** The row that the cursor stands in has been compared already. */
  rowDone = false
  /** A prompt that was left without typing; it may stand in the file once more. */
  offered: string | undefined
  /** A `{{...}}` stands before what comes next. */
  anyRows = false
  /** A ` --More-- ` was left without a key, and a message may have torn it away. */
  atMore = false
  /** `/`, `+` or `-` at ` --More-- `: a pattern is being typed. */
  searching = false

  /** @param make the machine behind the console, given where its output, remarks and faults go */
  constructor(kernel: Kernel, make: (world: ConsoleWorld) => Machine) {
    this.#kernel = kernel
    this.machine = make({
      output: (text) => this.paper.write(text),
      note: (text) => this.#notes.push(text),
      report: (error, typed) => this.#faults.push({ error, typed }),
    })
  }

  get name(): string {
    return this.machine.name
  }

  /** The machine, where it is a switch or router. */
  get device(): Device | undefined {
    return this.machine instanceof Device ? this.machine : undefined
  }

  get asks(): Asks {
    const { tty, state } = this.machine
    switch (tty.waitsFor) {
      case 'line':
        return 'line'
      case 'key':
        if (state === 'press RETURN') return 'RETURN'
        if (this.atMore || this.paper.row.endsWith(morePrompt)) return 'more'
        return this.searching ? 'line' : 'key'
      default:
        return 'nothing'
    }
  }

  /** The part of the present row that is the prompt, and how much of the line is shown behind it. */
  get prompt(): ShownPrompt {
    return shownPrompt(this.paper.row, this.machine.tty.editor)
  }

  /** The prompt and the line that a message has torn away from the present row; undefined when they stand there. */
  get tornPrompt(): string | undefined {
    const { editor } = this.machine.tty
    if (editor === undefined || !editor.echoes || editor.prompt === '') return undefined
    return this.paper.row.startsWith(editor.prompt) ? undefined : editor.prompt + editor.text
  }

  /**
   * Lets time pass while the device works, and no longer. `watch` is called whenever something was printed; true leaves the
   * device at work.
   */
  work(watch?: () => boolean): void {
    const limitMs = this.#kernel.nowMs + longestWorkMs
    let seen = ''
    while (this.machine.tty.waitsFor === 'wait') {
      const { rows, row } = this.paper
      const printed = `${rows.length} ${row}`
      if (watch !== undefined && printed !== seen) {
        seen = printed
        // It may type, and then the device need not work any more.
        if (watch()) return
      } else if (!this.#kernel.step(limitMs)) return
    }
  }

  setClock(utcMs: number): void {
    const clock = this.device?.ios?.clock
    if (clock === undefined) return
    // A clock chip goes on being one; without it somebody has set the clock.
    const { source } = clock
    clock.set(utcMs)
    if (source === 'hardware calendar') clock.source = source
  }

  type(bytes: string): void {
    for (let at = 0; at < bytes.length; at++) this.machine.input(bytes.charCodeAt(at))
  }

  /** What was printed so far is dealt with. */
  forget(): void {
    this.paper.clear()
    this.rowDone = false
    this.offered = undefined
  }

  /** Drops the first shown rows. */
  take(count: number): void {
    this.paper.rows.splice(0, count)
  }

  takeNotes(): string[] {
    const notes = this.#notes
    this.#notes = []
    return notes
  }

  takeFaults(): { error: unknown; typed: string }[] {
    const faults = this.#faults
    this.#faults = []
    return faults
  }
}
