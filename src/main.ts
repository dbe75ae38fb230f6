/** The command line: which part of the program runs. Parts are loaded when they are used, so that the console starts fast. */

import { runCli } from './terminals/cli/cli.ts'

process.exitCode = await runCli(process.argv.slice(2))
