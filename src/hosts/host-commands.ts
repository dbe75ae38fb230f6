/** Every command of a host's shell, by name. */

import type { Command } from './command.ts'
import { ping } from './commands/ping.ts'
import { shellCommands } from './commands/shell-commands.ts'

export const hostCommands: ReadonlyMap<string, Command> = new Map(
  [...shellCommands, ping].map((command) => [command.name, command]),
)
