/** The commands of a mode on a device, whatever the interface. */

import '../src/ios/features/index.ts'
import type { Profile } from '../src/hardware/profile.ts'
import type { Command } from '../src/ios/command.ts'
import { commandsOf } from '../src/ios/mode-grammar.ts'
import type { ModeId } from '../src/ios/modes.ts'

const everyTrait = [
  'switched',
  'routed',
  'svi',
  'physical',
  'ethernet-port',
  'serial-port',
  'loopback',
  'subinterface',
]

export function modesCommands(
  mode: ModeId,
  profile: Profile,
  traits: readonly string[] = everyTrait,
): Command[] {
  return commandsOf(mode, new Set<string>([...profile.capabilities, profile.kind, profile.family, ...traits]))
}
