/** What the arguments ask for, and what the person is told when it cannot be. */

import { startConsole, startPlainConsole, UsageError } from './start.ts'

/** The arguments or a file that they name are wrong. */
const usageStatus = 2
/** Our own mistake (EX_SOFTWARE of sysexits). */
const faultStatus = 70

/** Runs the program; the exit status. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    // The commonest starts have nothing to parse, and should not wait for the parser.
    if (args.length === 0) return await startConsole({ pace: 1 })
    if (args.length === 1 && args[0] === 'console') return await startPlainConsole({ pace: 1 })
    // Whoever read has gone (`| head`): nothing is left to say.
    if (process.stdout.isTTY !== true) process.stdout.on('error', () => process.exit(0))
    const { runCommandLine } = await import('./command-line.ts')
    return await runCommandLine(args)
  } catch (error) {
    process.stderr.write(`rollover: ${error instanceof Error ? error.message : String(error)}\n`)
    return explainsItself(error) ? usageStatus : faultStatus
  }
}

/** Bad files, a state directory in use, and what is not there say themselves what is wrong. */
function explainsItself(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    (error instanceof Error && ['BadFile', 'StateInUse', 'StoreError'].includes(error.name))
  )
}
