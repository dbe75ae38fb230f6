/**
 * Commands and options. A wrong argument gets one sentence with the nearest right one and status 2; everything of ours goes
 * to standard error, so that standard output is what was asked for.
 */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import { nearestName } from '../../stores/nearest-name.ts'
import { type Language, languageOf } from '../i18n/texts.ts'
import { addDrillCommand } from './drill-arguments.ts'
import { addExamCommand } from './exam-arguments.ts'
import type { GradeArguments } from './grade-command.ts'
import { languageOption } from './language-option.ts'
import type { Listed } from './list.ts'
import { addProgressCommands } from './progress-command.ts'
import {
  benchOf,
  type ConsoleOptions,
  defaultDevice,
  startConsole,
  startPlainConsole,
  UsageError,
} from './start.ts'

export const usageStatus = 2

type GradeOptions = Omit<GradeArguments, 'drill' | 'folder' | 'json' | 'language'> & {
  readonly json?: true
  readonly language?: Language
}

/** Runs what the arguments say; the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let status = 0
  const program = new Command('rollover')
    .description("The console cable to a switch that isn't there")
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(`rollover: ${oneSentence(text)}\n`) })
    .exitOverride()
    .enablePositionalOptions()
    .hook('preAction', (_, command) => handDown(program, command))
  consoleOptions(program)
    .argument('[lab]', 'a lab to practise on: its name (rollover list labs), or a path')
    .action(async (lab: string | undefined, options: ConsoleOptions) => {
      if (lab !== undefined) await refuseIfNoLab(lab, [...program.commands.map((one) => one.name()), 'help'])
      status = await startConsole(options, lab)
    })
  consoleOptions(
    program
      .command('console')
      .description('the console without the full screen, for pipes and plain terminals'),
  )
    .argument('[lab]', 'a lab: its name, or a path')
    .action(async (lab: string | undefined, options: ConsoleOptions) => {
      status = await startPlainConsole(options, lab)
    })
  addListCommand(program)
  program
    .command('check')
    .description('check drills, cards, exams, labs and device profiles: every fault with its line and column')
    .argument('<file...>', 'files to check')
    .option('--no-proof', 'do not try whether a drill can be solved')
    .action(async (files: string[], options: { proof: boolean }) => {
      const { check } = await import('./check.ts')
      status = await check(files, options)
    })
  addCaptureCommand(program, (code) => {
    status = code
  })
  addGradeCommand(program, (code) => {
    status = code
  })
  addDrillCommand(program, (code) => {
    status = code
  })
  addExamCommand(program, (code) => {
    status = code
  })
  await addStateCommands(program, (code) => {
    status = code
  })
  await addTranscriptCommands(program, (code) => {
    status = code
  })
  addProgressCommands(program)
  everywhere(program, (command) => command.version(packageJson.version, '-V, --version', 'print the version'))
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : usageStatus
  }
  return status
}

/** `rollover --lang zh drill` means `rollover drill --lang zh`: what was said before the command holds for it. */
function handDown(program: Command, command: Command): void {
  if (command === program) return
  for (const [name, own] of [
    ['lang', 'lang'],
    ['lang', 'language'],
    ['state', 'state'],
  ] as const) {
    const said: unknown = program.opts()[name]
    const isTaken = command.options.some((option) => option.attributeName() === own)
    if (said !== undefined && isTaken && command.getOptionValue(own) === undefined)
      command.setOptionValue(own, said)
  }
}

/** For a command and all below it. */
function everywhere(command: Command, apply: (command: Command) => void): void {
  apply(command)
  for (const below of command.commands) everywhere(below, apply)
}

function consoleOptions(command: Command): Command {
  return command
    .option('--device <profile>', `a device profile: its name, or a path (${defaultDevice} when left out)`)
    .option('--on <name>', "in a lab: the device whose console it is, the lab's first when left out")
    .option('--state <dir>', 'where NVRAM and flash are kept')
    .option('--ephemeral', 'keep nothing on disk')
    .option('--boot', 'begin with the power-on')
    .addOption(new Option('--lang <lang>', "language of the program's own texts").choices(['zh', 'en']))
    .option('--pace <seconds>', 'virtual time after each Enter on a pipe', readSeconds, 1)
}

function addListCommand(program: Command): void {
  program
    .command('list')
    .description('what there is: devices, drills, labs, commands')
    .addArgument(new Argument('<what>', 'what to list').choices(['devices', 'drills', 'labs', 'commands']))
    .argument('[path...]', "drills: files and folders of one's own")
    .option('--json', 'drills: as JSON')
    .addOption(languageOption())
    .action(
      async (what: Listed | 'drills', paths: string[], options: { json?: true; language?: Language }) => {
        const language = options.language ?? languageOf(process.env)
        if (what === 'drills') {
          const { listDrills } = await import('./list-drills.ts')
          process.stdout.write(await listDrills({ json: options.json === true, language, paths }))
          return
        }
        if (paths.length > 0 || options.json === true)
          throw new UsageError(`\`rollover list ${what}\` takes no paths and no --json; drills do`)
        const { list } = await import('./list.ts')
        process.stdout.write(await list(what, language))
      },
    )
}

function addGradeCommand(program: Command, done: (status: number) => void): void {
  program
    .command('grade')
    .description('mark what learners hand in, without a person')
    .argument('[drill]', 'a lab drill: its id (rollover list drills), or a path')
    .argument(
      '[folder]',
      'a folder of submissions: every file is a transcript, every folder a state directory',
    )
    .option('--transcript <file>', 'mark the copy of a terminal')
    .option('--state <dir>', 'mark what a state directory keeps')
    .option('--json', 'the result as JSON')
    .option('--csv <file>', 'of a folder: the table for a spreadsheet; - is standard output')
    .option('--verify <result>', 'mark the input of a JSON result again, and compare')
    .option('--limit <time>', 'of a folder: how long one submission may take', '60s')
    .addOption(languageOption())
    .action(async (drill: string | undefined, folder: string | undefined, options: GradeOptions) => {
      const { gradeCommand } = await import('./grade-command.ts')
      const { json = false, language = languageOf(process.env), ...rest } = options
      done(
        await gradeCommand({
          ...rest,
          ...(drill === undefined ? {} : { drill }),
          ...(folder === undefined ? {} : { folder }),
          json,
          language,
        }),
      )
    })
}

function addCaptureCommand(program: Command, done: (status: number) => void): void {
  program
    .command('capture')
    .description('what crosses a cable of a lab, as a file for Wireshark')
    .argument('<lab>', "a lab's name, or a path")
    .requiredOption('--cable <end>', 'the cable, by one of its ends (SW1 Gi0/1) or its id')
    .requiredOption('-o, --output <file>', 'the pcapng file; - is standard output')
    .option('--for <time>', 'how long, in virtual time: 120s, 10m, 1h30m')
    .option(
      '--run <line>',
      'a device and what is typed there, such as "PC1: ping -c 5 10.0.0.1"; may be given again',
      (line: string, before: string[]) => [...before, line],
      [],
    )
    .action(async (lab: string, options: { cable: string; output: string; for?: string; run: string[] }) => {
      const { captureCommand } = await import('./capture-command.ts')
      const { run: runs, for: time, ...rest } = options
      done(await captureCommand({ lab, runs, ...rest, ...(time === undefined ? {} : { time }) }))
    })
}

async function addStateCommands(program: Command, done: (status: number) => void): Promise<void> {
  const state = program.command('state').description('what is kept on disk: list, reset, accept, export')
  const dir = ['--state <dir>', 'the state directory'] as const
  const run = async (
    what: 'list' | 'reset' | 'accept' | 'export',
    options: { state?: string; yes?: true },
    names: string[],
  ) => {
    const { stateCommand } = await import('./state-command.ts')
    done(await stateCommand(what, { ...options, names }))
  }
  state
    .command('list')
    .description('devices, labs and their files')
    .option(...dir)
    .action((options) => run('list', options, []))
  state
    .command('reset')
    .description('forget a device, a lab, one device of a lab, or everything')
    .argument('[name]', 'a device or a lab of the list')
    .argument('[device]', 'a device of that lab')
    .option(...dir)
    .option('--yes', 'do not ask')
    .action((name: string | undefined, device: string | undefined, options) =>
      run(
        'reset',
        options,
        [name, device].filter((one) => one !== undefined),
      ),
    )
  state
    .command('accept')
    .description('take files that were edited by hand as they are now')
    .argument('[file]', 'only this file')
    .option(...dir)
    .action((file: string | undefined, options) => run('accept', options, file === undefined ? [] : [file]))
  state
    .command('export')
    .description('copy the files into a folder')
    .argument('<folder>', 'where to')
    .option(...dir)
    .action((folder: string, options) => run('export', options, [folder]))
}

async function addTranscriptCommands(program: Command, done: (status: number) => void): Promise<void> {
  program
    .command('test')
    .description('run transcripts as tests')
    .argument('[file...]', 'files or folders', [])
    .addOption(new Option('--reporter <kind>', 'form of the report').choices(['tap', 'junit']))
    .option('--update', 'rewrite hand-written transcripts to what the device shows')
    .action(async (files: string[], options: { reporter?: 'tap' | 'junit'; update?: true }) => {
      const { testCommand } = await import('./test-command.ts')
      done(await testCommand({ files, ...options }))
    })
  program
    .command('record')
    .description('write down a console session as a transcript')
    .argument('[lab]', 'a lab: its name, or a path')
    .option('--device <profile>', `a device profile: its name, or a path (${defaultDevice} when left out)`)
    .option('--on <name>', 'in a lab: the switch or router, its first when left out')
    .option('-o, --output <file>', 'the transcript; standard output when left out')
    .action(async (lab: string | undefined, options: { device?: string; on?: string; output?: string }) => {
      const { recordCommand } = await import('./record-command.ts')
      const { bench, on } = await benchOf(options, lab)
      done(
        await recordCommand({
          bench,
          ...(lab === undefined ? {} : { lab }),
          ...(on === undefined ? {} : { on }),
          ...(options.output === undefined ? {} : { output: options.output }),
        }),
      )
    })
}

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || seconds > 86_400)
    throw new InvalidArgumentError('It takes seconds, such as 0, 1 or 0.5.')
  return seconds
}

/** A word that is no lab was perhaps meant as a command. */
async function refuseIfNoLab(text: string, commands: readonly string[]): Promise<void> {
  const { labPath, shippedLabs } = await import('../../stores/read-lab.ts')
  const found = await labPath(text).catch(() => undefined)
  if (found !== undefined) return
  const nearest = nearestName(text, [...commands, ...(await shippedLabs())])
  throw new UsageError(
    `there is no command and no lab "${text}"; ${nearest === undefined ? `commands are ${commands.join(', ')}, and labs are listed by \`rollover list labs\`` : `did you mean ${nearest}?`}`,
  )
}

/** Commander's message and its suggestion as one sentence. */
function oneSentence(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replace(/\n\(?([^)\n]*)\)?/g, '; $1')
}
