/** The menu's `record`: begins and ends a transcript of a single device, and says what became of it. */

import type { Texts } from '../i18n/texts.ts'
import type { Practice } from '../practice.ts'
import type { TranscriptFile } from './transcript-file.ts'

export class TranscriptRecording {
  readonly #practice: Practice
  readonly #folder: string
  #file: TranscriptFile | undefined

  constructor(practice: Practice, folder: string) {
    this.#practice = practice
    this.#folder = folder
  }

  get isRunning(): boolean {
    return this.#file !== undefined
  }

  output(text: string): void {
    this.#file?.output(text)
  }

  /** Begins, or ends what is running; what there is to say. */
  async switch({ notes }: Texts): Promise<string> {
    const { lab } = this.#practice
    if (lab !== undefined) return notes.noRecording(lab.lab.name)
    if (this.#file !== undefined) return this.end(notes) ?? notes.nothingRecorded
    const { TranscriptFile } = await import('./transcript-file.ts')
    const { device } = this.#practice
    if (device === undefined) return notes.nothingRecorded
    this.#file ??= new TranscriptFile(device, this.#folder)
    return notes.recordingStarted
  }

  /** Ends what is running, and says what became of it; undefined where nothing is. */
  end(notes: Texts['notes']): string | undefined {
    const ending = this.#file
    if (ending === undefined) return undefined
    this.#file = undefined
    try {
      const file = ending.finish()
      return file === undefined ? notes.nothingRecorded : notes.recordingTo(file)
    } catch (error) {
      return notes.recordingFailed(error instanceof Error ? error.message : String(error))
    }
  }
}
