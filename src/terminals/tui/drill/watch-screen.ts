/**
 * What a card offers to be watched: its lab with the packet view open at the packet that is meant. The lab is the learner's
 * to play with, and nothing of it is kept.
 */

import type { Watch } from '../../../drills/cards/card.ts'
import type { Language } from '../../../drills/texts.ts'
import { readLab } from '../../../stores/read-lab.ts'
import { type PerformedWatch, performWatch } from '../../drill/perform-watch.ts'
import { openPractice } from '../../open-practice.ts'
import { ConsoleProgram } from '../console-program.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import { practiceWords } from './cards-screen-words.ts'
import type { Child } from './drill-program.ts'

export interface WatchWindow {
  readonly size: Size
  readonly language: Language
  write(text: string): void
  speaks(language: Language): void
  /** Back to the card. */
  done(): void
}

export class WatchScreen implements Child {
  readonly #program: ConsoleProgram
  readonly #performed: PerformedWatch

  private constructor(program: ConsoleProgram, performed: PerformedWatch) {
    this.#program = program
    this.#performed = performed
  }

  /** @throws BadFile where the lab is not what it was when the card was read */
  static async open(
    watch: Watch,
    { size, language, write, speaks, done }: WatchWindow,
  ): Promise<WatchScreen> {
    const lab = typeof watch.lab === 'string' ? await readLab(watch.lab) : watch.lab
    const opened = await openPractice({
      bench: { kind: 'lab', lab },
      on: watch.on,
      ephemeral: true,
      boot: false,
      interactive: true,
    })
    const { practice } = opened
    const shown: { readonly text: string; readonly device: string }[] = []
    practice.listener = {
      output: (text, device) => shown.push({ text, device }),
      note() {},
      report() {},
    }
    opened.begin()
    const { kernel, network, machines } = practice
    const type = (on: string, byte: number): void => {
      practice.active = on
      practice.input(Uint8Array.of(byte))
    }
    const performed = performWatch({ kernel, network, machines, type }, watch)
    const words = practiceWords(language)
    write('\x1b[2J')
    const program = new ConsoleProgram({
      practice,
      language,
      size,
      remarks: performed.packet === undefined ? [words.noPacket] : [],
      resumed: false,
      firstStart: false,
      write,
      report: opened.report,
      folder: process.cwd(),
      keepsItself: true,
      watched: performed.packets,
      speaks,
      leave: done,
    })
    for (const { text, device } of shown) practice.listener.output(text, device)
    program.begin()
    // Where the window is narrow nobody sees the console.
    practice.listener.note(words.typed(watch.on, watch.type.join(' ; ')), watch.on)
    return new WatchScreen(program, performed)
  }

  input(strokes: readonly Stroke[]): void {
    this.#program.input(strokes)
  }

  resize(size: Size): void {
    this.#program.resize(size)
  }

  end(): void {
    this.#program.end()
    this.#performed.stop()
  }
}
