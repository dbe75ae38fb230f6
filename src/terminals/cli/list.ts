/** `rollover list`: devices and commands. */

import '../../ios/features/index.ts'
import { builtInProfiles } from '../../hardware/profile.ts'
import { commandTable } from './command-table.ts'

export function list(what: 'devices' | 'commands'): string {
  if (what === 'commands') return commandTable()
  const longest = Math.max(...[...builtInProfiles.keys()].map((name) => name.length))
  return [...builtInProfiles.values()]
    .map(({ name, description }) => `${name.padEnd(longest)}  ${description}\n`)
    .join('')
}
