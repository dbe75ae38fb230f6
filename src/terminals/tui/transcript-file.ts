/** The menu's `record`: a transcript of the console, written as a file when it ends. Loaded when it is asked for. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Device } from '../../session/device.ts'
import { Recorder } from '../../transcripts/recorder.ts'
import { transcriptSurroundings } from '../cli/transcript-surroundings.ts'

export class TranscriptFile {
  readonly #device: Device
  readonly #folder: string
  readonly #recorder: Recorder

  constructor(device: Device, folder: string) {
    this.#device = device
    this.#folder = folder
    this.#recorder = new Recorder(device)
  }

  output(text: string): void {
    this.#recorder.output(text)
  }

  /** Ends the recording; the file, or undefined when nothing was typed. @throws what the file system says */
  finish(): string | undefined {
    const transcript = this.#recorder.finish(transcriptSurroundings)
    if (transcript === '') return undefined
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
    const file = path.join(this.#folder, `${this.#device.status().name}-${stamp}.txt`)
    // Never over one that is there already.
    writeFileSync(file, transcript, { flag: 'wx' })
    return file
  }
}
