/** The arguments of `rollover drill`. */

import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Language, languageOf } from '../i18n/texts.ts'
import { languageOption } from './language-option.ts'
import { wholeNumber } from './whole-number.ts'

export function addDrillCommand(program: Command, done: (status: number) => void): void {
  program
    .command('drill')
    .description('drills and cards: the list, or one of them')
    .argument('[drill]', 'a drill of `rollover list drills`, or a file')
    .option('--due', 'the questions that are due, of all cards')
    .option('--break <lab>', 'break a working lab: its name, or a path')
    .addOption(new Option('--level <n>', 'of the fault, 1 to 3').argParser(level))
    .option('--seed <n>', 'the same fault again', wholeNumber)
    .option('--state <dir>', 'where labs and progress are kept')
    .addOption(languageOption())
    .action(async (drill: string | undefined, options) => {
      const { drillCommand } = await import('./drill-command.ts')
      const language: Language = options.language ?? options.lang ?? languageOf(process.env)
      done(await drillCommand({ ...options, language, ...(drill === undefined ? {} : { drill }) }))
    })
}

function level(text: string): 1 | 2 | 3 {
  if (text === '1' || text === '2' || text === '3') return Number(text) as 1 | 2 | 3
  throw new InvalidArgumentError('It is 1, 2 or 3.')
}
