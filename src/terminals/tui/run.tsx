/** The practice console as a process: opens the device, takes the terminal, and gives both back however it ends. */

import type { Lab } from '../../labs/lab.ts'
import { type Language, languageOf, textsOf } from '../i18n/texts.ts'
import { openPractice, type PracticeChoice } from '../open-practice.ts'
import { ConsoleProgram } from './console-program.ts'
import { inFullScreen, statusOf } from './in-full-screen.ts'

/** A lab takes a second or two to settle: meanwhile the window says what is going on. */
function startingText({ name, devices, cables }: Lab, language: Language): string {
  const { notes } = textsOf(language)
  return `\x1b[2;2H${notes.starting(name, devices.length, cables.length)}\x1b[3;2H${notes.settling}`
}

/** Resolves with the exit status. @throws StateInUse before the terminal is touched. */
export async function runTui(options: PracticeChoice & { readonly lang?: Language }): Promise<number> {
  const language = options.lang ?? languageOf(process.env)
  const opened = await openPractice({ ...options, interactive: true })
  const end = await inFullScreen<'suspend' | 'power off'>((terminal) => {
    const program = new ConsoleProgram({
      practice: opened.practice,
      language,
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
  const suspends = end.kind === 'signal' ? opened.practice.unsaved : end.how === 'suspend'
  if (suspends) {
    opened.suspend()
    if (end.kind === 'left') process.stderr.write(`rollover: ${textsOf(language).left.suspended}\n`)
  } else opened.powerOff()
  opened.close()
  return statusOf(end)
}
