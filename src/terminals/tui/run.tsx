/** The practice console as a process: opens the device, takes the terminal, and gives both back however it ends. */

import type { Lab } from '../../labs/lab.ts'
import { type Language, languageOf, textsOf } from '../i18n/texts.ts'
import { openPractice, type PracticeChoice } from '../open-practice.ts'
import { ConsoleProgram } from './console-program.ts'
import { inFullScreen, type ScreenEnd, statusOf } from './in-full-screen.ts'

/** A lab takes a second or two to settle: meanwhile the window says what is going on. */
function startingText({ name, devices, cables }: Lab, language: Language): string {
  const { notes } = textsOf(language)
  return `\x1b[2;2H${notes.starting(name, devices.length, cables.length)}\x1b[3;2H${notes.settling}`
}

type Left = 'suspend' | 'power off' | 'drills'

/** Resolves with the exit status. @throws StateInUse before the terminal is touched. */
export async function runTui(options: PracticeChoice & { readonly lang?: Language }): Promise<number> {
  let language = options.lang ?? languageOf(process.env)
  const speaks = (chosen: Language): void => {
    language = chosen
  }
  for (;;) {
    const end = await runConsole(options, language, speaks)
    if (end.kind === 'signal' || end.how !== 'drills') return statusOf(end)
    const { runDrills } = await import('./drill/run-drills.ts')
    const status = await runDrills({
      language,
      speaks,
      ...(options.state === undefined ? {} : { state: options.state }),
    })
    // From the drills one comes back to the console as it was left.
    if (status !== 0) return status
  }
}

async function runConsole(
  options: PracticeChoice,
  language: Language,
  speaks: (language: Language) => void,
): Promise<ScreenEnd<Left>> {
  const opened = await openPractice({ ...options, interactive: true })
  const end = await inFullScreen<Left>((terminal) => {
    const program = new ConsoleProgram({
      practice: opened.practice,
      language,
      speaks,
      ...terminal,
      remarks: opened.remarks,
      resumed: opened.resumed,
      firstStart: !opened.resumed && opened.practice.recording().files.length === 0,
      report: opened.report,
      folder: process.cwd(),
    })
    const { lab } = opened.practice
    if (lab !== undefined) terminal.write(startingText(lab.lab, language))
    opened.begin()
    program.begin()
    return program
  })
  // Nobody could be asked when a signal ended it: what is not saved is kept.
  const suspends = end.kind === 'signal' ? opened.practice.unsaved : end.how !== 'power off'
  if (suspends) {
    opened.suspend()
    if (end.kind === 'left' && end.how === 'suspend')
      process.stderr.write(`rollover: ${textsOf(language).left.suspended}\n`)
  } else opened.powerOff()
  opened.close()
  return end
}
