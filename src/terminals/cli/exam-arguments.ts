/** The arguments of `rollover exam`. */

import type { Command } from 'commander'
import { type Language, languageOf } from '../i18n/texts.ts'
import { languageOption } from './language-option.ts'
import { wholeNumber } from './whole-number.ts'

export function addExamCommand(program: Command, done: (status: number) => void): void {
  program
    .command('exam')
    .description('sit an exam; without a file or topics: go on with the one that was left')
    .argument('[file]', 'an exam (docs/drills.md)')
    .option('--topics <list>', 'drawn from these topics: vlans,arp; or all')
    .option('--items <n>', 'so many items', wholeNumber)
    .option('--seed <n>', 'the same items for everybody', wholeNumber)
    .option('--time <time>', 'of the whole exam: 45m')
    .option('--no-running-config', 'no command that shows a configuration is allowed')
    .option('--abandon', 'give up the exam that was left')
    .option('--report', 'no sitting: the report of the last exam')
    .option('--json', 'the report as JSON')
    .option('--html <file>', 'the report as a page')
    .option('--state <dir>', 'where progress is kept')
    .addOption(languageOption())
    .action(async (file: string | undefined, options) => {
      const { examCommand } = await import('./exam-command.ts')
      const language: Language = options.language ?? languageOf(process.env)
      done(await examCommand({ ...options, language, ...(file === undefined ? {} : { file }) }))
    })
}
