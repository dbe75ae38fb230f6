/** `rollover list`: devices and commands. */

import '../../ios/features/index.ts'
import { builtInHosts, builtInProfiles } from '../../hardware/built-in-profiles.ts'
import { commandTable } from './command-table.ts'

export function list(what: 'devices' | 'commands'): string {
  if (what === 'commands') return commandTable()
  const profiles = [...builtInProfiles.values(), ...builtInHosts.values()]
  const longest = Math.max(...profiles.map(({ name }) => name.length))
  return profiles.map(({ name, description }) => `${name.padEnd(longest)}  ${description}\n`).join('')
}
