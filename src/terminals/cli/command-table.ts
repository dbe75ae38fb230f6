/** The table of commands made from their declarations: COMMANDS.md, and what `rollover list commands` prints. */

import { builtInProfiles } from '../../hardware/built-in-profiles.ts'
import type { Profile } from '../../hardware/profile.ts'
import { allCommands, type Command } from '../../ios/command.ts'
import { commandsOf } from '../../ios/mode-grammar.ts'
import { type ModeId, modeOf, modes } from '../../ios/modes.ts'

/** One row a command: mode, spelling, level, profiles, effect. */
function rows(mode: ModeId): { command: Command; devices: string; effect: string }[] {
  const profiles = [...builtInProfiles.values()]
  return allCommands()
    .filter((command) => command.modes.includes(mode))
    .map((command) => {
      const having = profiles.filter((profile) => {
        const traits = new Set<string>([...profile.capabilities, profile.kind, profile.family, ...everyTrait])
        return commandsOf(mode, traits).includes(command)
      })
      const devices = having.length === profiles.length ? 'all' : shortest(having, profiles).join(', ')
      const effect = command.inert ? 'kept, no effect' : command.line !== undefined ? 'configuration' : 'acts'
      return { command, devices, effect }
    })
    .filter(({ devices }) => devices !== '')
    .sort((a, b) => (a.command.grammar < b.command.grammar ? -1 : 1))
}

/** Names of profiles, with one word for all switches and one for all routers. */
function shortest(having: readonly Profile[], profiles: readonly Profile[]): string[] {
  return [
    ['switch', 'switches'],
    ['router', 'routers'],
  ].flatMap(([kind, word = '']) => {
    const some = having.filter((profile) => profile.kind === kind)
    const all = profiles.filter((profile) => profile.kind === kind)
    return some.length === all.length ? word : some.map(({ name }) => name)
  })
}

/** Traits of interfaces: a command that some interface has counts. */
const everyTrait = [
  'switched',
  'routed',
  'svi',
  'physical',
  'ethernet-port',
  'serial-port',
  'loopback',
  'subinterface',
  'tunnel',
  'port-channel',
  'null',
]

/** Markdown. */
export function commandTable(): string {
  const parts = [
    '# Commands\n\nMade from the declarations; do not edit. `<…>` is an argument, `{a|b}` one of several words, `[…]` optional. A command that is not listed is not modelled.\n',
  ]
  for (const mode of Object.keys(modes) as ModeId[]) {
    const table = rows(mode)
    if (table.length === 0) continue
    parts.push(
      `\n## ${mode === 'exec' ? 'EXEC' : `(${modeOf(mode).prompt})${modeOf(mode).prompt === mode ? '' : ` ${mode}`}`}\n\n| command | level | devices | effect |\n| --- | --- | --- | --- |\n`,
    )
    for (const { command, devices, effect } of table) {
      const spelling = command.grammar.replaceAll('|', '\\|')
      parts.push(
        `| \`${spelling}\`${command.negatable === false ? '' : ' *(no)*'} | ${command.level} | ${devices} | ${effect} |\n`,
      )
    }
  }
  return parts.join('')
}
