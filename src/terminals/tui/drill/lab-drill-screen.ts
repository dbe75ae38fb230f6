/** A lab drill on the screen: the practice console with its tasks, and the solution once it was given up. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DrillRun, type DrillSurroundings } from '../../drill/drill-run.ts'
import type { DrillSource } from '../../drill/drill-source.ts'
import { clockText } from '../../exam/exam-words.ts'
import { ConsoleProgram } from '../console-program.ts'
import type { Stroke } from '../strokes.ts'
import type { Size } from '../window-view.ts'
import type { Child, ChildWindow } from './drill-program.ts'
import { DrillTasks } from './drill-tasks.ts'
import { SolutionScreen } from './solution-screen.ts'

export class LabDrillScreen implements Child {
  readonly #source: DrillSource
  readonly #around: DrillSurroundings
  readonly #window: ChildWindow
  readonly #write: (text: string) => void
  #size: Size
  #run: DrillRun
  #program: ConsoleProgram
  #solution: SolutionScreen | undefined
  #ended = false

  private constructor(
    source: DrillSource,
    run: DrillRun,
    around: DrillSurroundings,
    window: ChildWindow,
    write: (text: string) => void,
  ) {
    this.#source = source
    this.#around = around
    this.#window = window
    this.#write = write
    this.#size = window.size
    this.#run = run
    this.#program = this.#begin()
  }

  static async open(
    source: DrillSource,
    around: DrillSurroundings,
    window: ChildWindow,
    write: (text: string) => void,
  ): Promise<LabDrillScreen> {
    return new LabDrillScreen(source, await DrillRun.open(source, around), around, window, write)
  }

  #begin(): ConsoleProgram {
    const run = this.#run
    const { opened } = run
    this.#write('\x1b[2J')
    const program = new ConsoleProgram({
      practice: opened.practice,
      language: this.#window.language(),
      size: this.#size,
      remarks: opened.remarks,
      resumed: opened.resumed,
      firstStart: false,
      // Under a solution the console goes on, unseen.
      write: (text) => {
        if (this.#solution === undefined) this.#write(text)
      },
      report: opened.report,
      folder: process.cwd(),
      keepsItself: true,
      tasks: {
        make: (host) =>
          new DrillTasks(run, host, this.#window.language, {
            giveUp: (transcript) => this.#showSolution(transcript),
            again: () => void this.#again(),
          }),
        timeLeft: () => (run.leftMs === undefined ? undefined : clockText(run.leftMs)),
      },
      speaks: this.#window.speaks,
      leave: () => this.#window.done(),
    })
    const { listener } = opened.practice
    opened.practice.listener = { ...listener, mistyped: () => run.mistyped() }
    opened.begin()
    program.begin()
    return program
  }

  #showSolution(transcript: string): void {
    this.#solution = new SolutionScreen(transcript, {
      size: this.#size,
      language: this.#window.language,
      write: this.#write,
      keep: () => {
        const file = join(process.cwd(), `${this.#run.drill.id}-solution.txt`)
        writeFileSync(file, transcript)
        return file
      },
      close: () => {
        this.#solution = undefined
        // Everything is drawn again.
        this.#program.resize(this.#size)
      },
    })
    this.#solution.paint()
  }

  async #again(): Promise<void> {
    this.#program.end()
    this.#run.discard()
    const run = await DrillRun.open(this.#source, this.#around)
    if (this.#ended) {
      run.suspend()
      return
    }
    this.#run = run
    this.#program = this.#begin()
  }

  input(strokes: readonly Stroke[]): void {
    if (this.#solution === undefined) this.#program.input(strokes)
    else for (const { key } of strokes) this.#solution?.key(key)
  }

  resize(size: Size): void {
    this.#size = size
    if (this.#solution === undefined) this.#program.resize(size)
    else this.#solution.resize(size)
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#program.end()
    this.#run.suspend()
  }
}
