/**
 * The devices of a transcript on their one clock, each behind a console: single devices, or a lab with its cables and the
 * captures on them. Leaves out what is typed at the consoles and what they should show.
 */

import { builtInProfiles } from '../hardware/built-in-profiles.ts'
import { Network } from '../hardware/network.ts'
import { Kernel } from '../kernel/kernel.ts'
import { Capture } from '../labs/capture.ts'
import type { Lab } from '../labs/lab.ts'
import { RunningLab } from '../labs/running-lab.ts'
import { BadTranscript, type Step, type Transcript, type TranscriptDevice } from './transcript.ts'
import {
  type ConsoleWorld,
  type Surroundings,
  singleDevice,
  TranscriptConsole,
} from './transcript-console.ts'

export class TranscriptNetwork {
  readonly kernel: Kernel
  /** By the names that the transcript uses; at least one. */
  readonly consoles: ReadonlyMap<string, TranscriptConsole>
  readonly #transcript: Transcript
  readonly #surroundings: Surroundings
  readonly #lab: RunningLab | undefined
  readonly #captures: { readonly number: number; readonly file: string; readonly capture: Capture }[] = []

  constructor(transcript: Transcript, surroundings: Surroundings) {
    this.#transcript = transcript
    this.#surroundings = surroundings
    const consoles = new Map<string, TranscriptConsole>()
    this.#lab = transcript.lab && labConsoles(transcript.lab, surroundings, consoles)
    const network = this.#lab?.network ?? new Network(new Kernel({ seed: 1 }))
    this.kernel = network.kernel
    for (const device of transcript.devices) {
      const profile = builtInProfiles.get(device.profile)
      if (profile === undefined) throw new Error(`no profile ${device.profile}`)
      consoles.set(
        device.name,
        new TranscriptConsole(network.kernel, (world) =>
          singleDevice(device, profile, network, surroundings, world),
        ),
      )
    }
    this.consoles = consoles
  }

  /**
   * Powers everything on.
   * @throws BadTranscript for lines that the lab's devices refuse: it is not the lab that its author means
   */
  start(): void {
    if (this.#lab === undefined) {
      for (const { device } of this.consoles.values()) device?.powerOnQuietly()
      return
    }
    const [fault] = this.#lab.start()
    if (fault === undefined) return
    const { path, lines } = this.#transcript
    const line = lines.findIndex((text) => /^!: +lab /.test(text)) + 1
    const found = `line ${fault.lineNumber} of lab ${this.#lab.lab.name}, which ${fault.device} refuses (${fault.reply})`
    throw new BadTranscript(path, line, 4, found, 'a lab whose devices take their configuration')
  }

  /** What answers a device's login dialogue: the lines that it was given. */
  configOf(name: string): Pick<TranscriptDevice, 'config'> {
    const { lab, devices } = this.#transcript
    const single = devices.find((one) => one.name === name)
    if (single !== undefined) return single
    const device = lab?.devices.find((one) => one.name === name)
    return device?.host === undefined && device?.config !== undefined ? { config: device.config } : {}
  }

  rewire({ kind, cable }: Extract<Step, { kind: 'cut' | 'mend' }>): void {
    this.#lab?.[kind](cable)
  }

  capture({ number, cable, file, ms }: Extract<Step, { kind: 'capture' }>): void {
    if (this.#lab === undefined) return
    const capture = new Capture(this.#lab, cable)
    this.#captures.push({ number, file, capture })
    if (ms !== undefined) this.kernel.after(ms, () => capture.stop())
  }

  /** @throws BadTranscript where a file cannot be written */
  keepCaptures(): void {
    for (const { file, number, capture } of this.#captures) {
      try {
        this.#surroundings.keepCapture(file, capture.bytes())
      } catch (error) {
        const found = `"${file}" (${error instanceof Error ? error.message : error})`
        throw new BadTranscript(this.#transcript.path, number, 4, found, 'a file that can be written')
      }
    }
  }
}

/** The lab's machines, each behind a console. */
function labConsoles(
  lab: Lab,
  surroundings: Surroundings,
  consoles: Map<string, TranscriptConsole>,
): RunningLab {
  const worlds = new Map<string, ConsoleWorld>()
  const disks = new Map(lab.devices.map(({ name }) => [name, surroundings.storage()]))
  const running = new RunningLab(lab, {
    hashing: (random) => surroundings.hashing(random),
    storage: (name) => disks.get(name) ?? surroundings.storage(),
    output: (name, text) => worlds.get(name)?.output(text),
    note: (name, text) => worlds.get(name)?.note(text),
    report: (name, error, typed) => worlds.get(name)?.report(error, typed),
  })
  for (const [name, machine] of running.machines) {
    const made = new TranscriptConsole(running.kernel, (world) => {
      worlds.set(name, world)
      return machine
    })
    consoles.set(name, made)
  }
  return running
}
