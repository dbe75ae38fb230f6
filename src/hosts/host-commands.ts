/** Every command of a host's shell, by name. */

import type { Command } from './command.ts'
import { arp } from './commands/arp.ts'
import { ifconfig } from './commands/ifconfig.ts'
import { ip } from './commands/ip.ts'
import { nc } from './commands/nc.ts'
import { ping } from './commands/ping.ts'
import { route } from './commands/route.ts'
import { shellCommands } from './commands/shell-commands.ts'
import { systemCommands } from './commands/system-commands.ts'
import { tcpdump } from './commands/tcpdump.ts'
import { traceroute } from './commands/traceroute.ts'

const commands: readonly Command[] = [
  ...shellCommands,
  ...systemCommands,
  arp,
  ifconfig,
  ip,
  nc,
  ping,
  route,
  tcpdump,
  traceroute,
]

export const hostCommands: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.name, command]),
)
