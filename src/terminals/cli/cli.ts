/**
 * Commands and options. A wrong argument gets one sentence with the nearest right one and status 2; everything of ours goes
 * to standard error, so that standard output is what was asked for.
 */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import { builtInProfiles, type Profile } from '../../hardware/profile.ts'
import { nearestName } from '../../stores/nearest-name.ts'

export const usageStatus = 2

interface ConsoleOptions {
  device?: string
  state?: string
  ephemeral?: true
  boot?: true
  lang?: 'zh' | 'en'
  pace: number
}

/** Runs the program; the exit status. */
export async function runCli(args: readonly string[]): Promise<number> {
  let status = 0
  const program = new Command('rollover')
    .description("The console cable to a switch that isn't there")
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(`rollover: ${oneSentence(text)}\n`) })
    .exitOverride()
    .enablePositionalOptions()
  consoleOptions(program)
    .argument('[none]', '', refuseArgument)
    .action(async (_none: unknown, options: ConsoleOptions) => {
      status =
        process.stdin.isTTY === true && process.stdout.isTTY === true
          ? await practiceConsole(options)
          : await plainConsole(options)
    })
  consoleOptions(
    program
      .command('console')
      .description('the console without the full screen, for pipes and plain terminals'),
  ).action(async (options: ConsoleOptions) => {
    status = await plainConsole(options)
  })
  program
    .command('list')
    .description('what there is: devices, commands')
    .addArgument(new Argument('<what>', 'what to list').choices(['devices', 'commands']))
    .action(async (what: 'devices' | 'commands') => {
      const { list } = await import('./list.ts')
      process.stdout.write(list(what))
    })
  program
    .command('check')
    .description('check device profiles: every fault with its line and column')
    .argument('<file...>', 'files to check')
    .action(async (files: string[]) => {
      const { check } = await import('./check.ts')
      status = await check(files)
    })
  await addStateCommands(program, (code) => {
    status = code
  })
  await addTranscriptCommands(program, (code) => {
    status = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    return failure(error)
  }
  return status
}

function consoleOptions(command: Command): Command {
  return command
    .option('--device <profile>', 'name of a device profile, or a path to one', 'catalyst-2960-24tt')
    .option('--state <dir>', 'where NVRAM and flash are kept')
    .option('--ephemeral', 'keep nothing on disk')
    .option('--boot', 'begin with the power-on')
    .addOption(new Option('--lang <lang>', "language of the program's own texts").choices(['zh', 'en']))
    .option('--pace <seconds>', 'virtual time after each Enter on a pipe', readSeconds, 1)
}

async function practiceConsole(options: ConsoleOptions): Promise<number> {
  const { runTui } = await import('../tui/run.tsx')
  return runTui({
    ...(await choiceOf(options)),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
  })
}

async function plainConsole(options: ConsoleOptions): Promise<number> {
  const { runConsole } = await import('../plain/console.ts')
  return runConsole({ ...(await choiceOf(options)), paceMs: options.pace * 1000 })
}

async function choiceOf(options: ConsoleOptions) {
  return {
    profile: await findProfile(options.device ?? 'catalyst-2960-24tt'),
    ephemeral: options.ephemeral ?? false,
    boot: options.boot ?? false,
    ...(options.state === undefined ? {} : { state: options.state }),
  }
}

/** A built-in profile by name, or one in a file. */
export async function findProfile(nameOrPath: string): Promise<Profile> {
  const builtIn = builtInProfiles.get(nameOrPath)
  if (builtIn !== undefined) return builtIn
  if (/[/\\]|\.json$/.test(nameOrPath)) {
    const { readProfile } = await import('../../stores/read-profile.ts')
    return readProfile(nameOrPath)
  }
  const nearest = nearestName(nameOrPath, builtInProfiles.keys())
  const known =
    nearest === undefined ? `known are ${[...builtInProfiles.keys()].join(', ')}` : `did you mean ${nearest}?`
  throw new CommanderError(
    usageStatus,
    'rollover.profile',
    `there is no device profile "${nameOrPath}"; ${known}`,
  )
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
    .description('devices and files')
    .option(...dir)
    .action((options) => run('list', options, []))
  state
    .command('reset')
    .description('forget a device, or everything')
    .argument('[device]', 'a device of the list')
    .option(...dir)
    .option('--yes', 'do not ask')
    .action((device: string | undefined, options) =>
      run('reset', options, device === undefined ? [] : [device]),
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
    .option('--device <profile>', 'name of a device profile, or a path to one', 'catalyst-2960-24tt')
    .option('-o, --output <file>', 'the transcript; standard output when left out')
    .action(async (options: { device: string; output?: string }) => {
      const { recordCommand } = await import('./record-command.ts')
      done(
        await recordCommand({
          profile: await findProfile(options.device),
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

function refuseArgument(text: string): never {
  const commands = ['console', 'list', 'check', 'state', 'test', 'record', 'help']
  const nearest = nearestName(text, commands)
  throw new CommanderError(
    usageStatus,
    'rollover.argument',
    `there is no command "${text}"; ${nearest === undefined ? `there are ${commands.join(', ')}` : `did you mean ${nearest}?`}`,
  )
}

/** Commander's message and its suggestion as one sentence. */
function oneSentence(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replace(/\n\(?([^)\n]*)\)?/g, '; $1')
}

function failure(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // Commander has printed its own; ours are printed here.
    if (error.code.startsWith('rollover.')) process.stderr.write(`rollover: ${error.message}\n`)
    return usageStatus
  }
  process.stderr.write(`rollover: ${error instanceof Error ? error.message : String(error)}\n`)
  return isExpected(error) ? usageStatus : 70
}

/** Bad files and a state directory in use explain themselves. */
function isExpected(error: unknown): boolean {
  return error instanceof Error && ['BadFile', 'StateInUse', 'StoreError'].includes(error.constructor.name)
}
