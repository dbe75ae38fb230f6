/** Captures of single cables that a person starts and stops while watching; each becomes a file. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { endText } from '../../../labs/cable-at.ts'
import { Capture } from '../../../labs/capture.ts'
import type { LabCable } from '../../../labs/lab.ts'
import type { RunningLab } from '../../../labs/running-lab.ts'
import type { Crossing } from './packet-path.ts'

export interface Captured {
  readonly file: string
  readonly frames: number
}

export class Captures {
  readonly #lab: RunningLab
  readonly #folder: string
  readonly #running = new Map<LabCable, { capture: Capture; file: string }>()

  constructor(lab: RunningLab, folder: string) {
    this.#lab = lab
    this.#folder = folder
  }

  get count(): number {
    return this.#running.size
  }

  get frames(): number {
    return [...this.#running.values()].reduce((sum, { capture }) => sum + capture.frames, 0)
  }

  /** The cable that a frame crossed. */
  cableOf({ from }: Crossing): LabCable | undefined {
    return this.#lab.lab.cables.find((cable) =>
      [cable.from, cable.to].some(({ device, port }) => device === from.device && port === from.name),
    )
  }

  isRunning(cable: LabCable): boolean {
    return this.#running.has(cable)
  }

  /** Begins; the name that the file will have. */
  start(cable: LabCable): string {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
    const end = endText(this.#lab.lab, cable.from).replaceAll(/[^\w.-]+/g, '-')
    const file = path.join(
      this.#folder,
      `${this.#lab.lab.name.replaceAll(/[/\\]/g, '-')}-${end}-${stamp}.pcapng`,
    )
    this.#running.set(cable, { capture: new Capture(this.#lab, cable), file })
    return file
  }

  /** Ends one and writes it. @throws what the file system says */
  stop(cable: LabCable): Captured | undefined {
    const found = this.#running.get(cable)
    if (found === undefined) return undefined
    this.#running.delete(cable)
    found.capture.stop()
    // Never over one that is there already.
    writeFileSync(found.file, found.capture.bytes(), { flag: 'wx' })
    return { file: found.file, frames: found.capture.frames }
  }

  /** Writes all that are running. @throws what the file system says */
  stopAll(): Captured[] {
    return [...this.#running.keys()].flatMap((cable) => this.stop(cable) ?? [])
  }
}
