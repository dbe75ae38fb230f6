/** The practice console as a process: opens the device, takes the terminal, and gives both back however it ends. */

import { constants } from 'node:os'
import type { Lab } from '../../labs/lab.ts'
import { type Language, languageOf, textsOf } from '../i18n/texts.ts'
import { openPractice, type PracticeChoice } from '../open-practice.ts'
import { ConsoleProgram } from './console-program.ts'
import { FullScreen } from './full-screen.ts'
import { Strokes } from './strokes.ts'

// A sequence that came in two pieces follows within this; a lone Esc waits so long.
const escapeMs = 20

type End =
  | { readonly kind: 'suspend' | 'power off' }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }

/** A lab takes a second or two to settle: meanwhile the window says what is going on. */
function startingText({ name, devices, cables }: Lab, language: Language): string {
  const { notes } = textsOf(language)
  return `\x1b[2;2H${notes.starting(name, devices.length, cables.length)}\x1b[3;2H${notes.settling}`
}

/** Resolves with the exit status. @throws StateInUse before the terminal is touched. */
export async function runTui(options: PracticeChoice & { readonly lang?: Language }): Promise<number> {
  const { stdin, stdout } = process
  const language = options.lang ?? languageOf(process.env)
  const opened = await openPractice({ ...options, interactive: true })
  const screen = new FullScreen(stdin, stdout)
  let program: ConsoleProgram | undefined
  let lastWord: string | undefined
  let end: End
  try {
    end = await new Promise<End>((resolve) => {
      const window = (): { columns: number; rows: number } => ({
        columns: stdout.columns || 80,
        rows: stdout.rows || 24,
      })
      for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
        // Not once: Ink ends the process by the signal where nobody listens any more.
        process.on(signal, () => resolve({ kind: 'signal', signal }))
      }
      // The terminal has gone without a signal.
      const gone = (): void => resolve({ kind: 'signal', signal: 'SIGHUP' })
      stdin.once('end', gone).on('error', gone)
      stdout.on('error', gone)

      screen.enter(process.env['TERM'])
      const running = new ConsoleProgram({
        practice: opened.practice,
        language,
        size: window(),
        remarks: opened.remarks,
        resumed: opened.resumed,
        firstStart: !opened.resumed && opened.practice.recording().files.length === 0,
        write: (text) => void stdout.write(text),
        report: opened.report,
        folder: process.cwd(),
        leave: (how) => resolve({ kind: how }),
      })
      program = running
      const { lab } = opened.practice
      if (lab !== undefined) stdout.write(startingText(lab.lab, language))
      opened.begin()
      running.begin()
      stdout.on('resize', () => running.resize(window()))
      const strokes = new Strokes()
      let timer: NodeJS.Timeout | undefined
      stdin.on('data', (chunk: Buffer) => {
        clearTimeout(timer)
        running.input(strokes.feed(chunk))
        if (strokes.waiting) timer = setTimeout(() => running.input(strokes.flush()), escapeMs)
      })
    })
  } finally {
    lastWord = program?.end()
    stdin.pause()
    screen.leave()
  }
  if (lastWord !== undefined) process.stderr.write(`rollover: ${lastWord}\n`)
  // Nobody could be asked when a signal ended it: what is not saved is kept.
  if (end.kind === 'suspend' || (end.kind === 'signal' && opened.practice.unsaved)) {
    opened.suspend()
    if (end.kind === 'suspend') process.stderr.write(`rollover: ${textsOf(language).left.suspended}\n`)
  } else opened.powerOff()
  opened.close()
  return end.kind === 'signal' ? 128 + constants.signals[end.signal] : 0
}
