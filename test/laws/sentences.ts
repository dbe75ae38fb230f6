/** Sentences of the command language, made from the declarations themselves: every path of every grammar, every argument. */

import type { ArgumentType } from '../../src/grammar/argument.ts'
import { accept, compilePattern, type State } from '../../src/grammar/pattern.ts'
import { argumentType } from '../../src/ios/argument-types.ts'
import { allCommands, type Command } from '../../src/ios/command.ts'
import type { Ios } from '../../src/ios/ios.ts'
import { type ModeId, modeOf } from '../../src/ios/modes.ts'
import { Random } from '../../src/kernel/random.ts'

export { Random }

export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[random.below(list.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** Texts of which each argument type takes those that it can read. */
const samples = [
  ...['0', '1', '2', '3', '5', '7', '10', '15', '60', '100', '300', '1000', '1500', '4094', '9600', '65535'],
  ...['10.0.0.1', '192.168.1.0', '172.16.5.9', '255.255.255.0', '0.0.0.255', '0.0.0.0', '255.255.255.255'],
  ...['10.0.0.1 10.0.0.2', '/24', '2001:db8::1', '2001:DB8:0:1::/64', '::/0', 'fe80::1', '0011.2233.4455'],
  ...['g0/1', 'GigabitEthernet0/0', 'fa0/3', 'FastEthernet 0/4', 's0/0/0', 'vlan 1', 'loopback 7', 'null 0'],
  ...['fa0/1 - 3', 'g0/0 - 1', 'vlan 1 , vlan 2', '1-3,7', '5', '2,4-6', '1 2 3', '1,3', 'all', 'none'],
  ...['12:30:00', '12:30', 'Mar', 'October', 'Mon', '50', '33.5', '0x2102', '0x2142', '-5'],
  ...['#hello#', '^Ca^C', '#two\\nrows#', 'debugging', 'warnings', 'echo', 'www', 'domain', 'any', 'host'],
  ...[
    'A',
    'x1',
    'LAB-1',
    'core.example',
    'R2',
    '__proto__',
    'constructor',
    'toString',
    'UTC',
    'Zürich',
    '中文',
  ],
  ...[
    'some text',
    'with trailing blanks  ',
    'a "quoted" word',
    'x=1;y',
    '!odd',
    '| include x',
    '$(hostname)',
  ],
  ...[
    'flash:notes',
    'flash:',
    'nvram:startup-config',
    'running-config',
    'startup-config',
    'tftp://10.0.0.1/x',
  ],
  ...['0822455D0A16', '01b7.0813.8811.66', 'show version', 'exec', 'configure', 'interface', 'level 5'],
  ...[
    '00:00:10',
    '1 Jan 2025',
    'first Sunday',
    'last',
    'p1',
    'cos',
    'ssh',
    'telnet',
    '~',
    '\\x1e',
    '1.3.6.1',
    '*',
  ],
]

const readable = new Map<string, Map<Ios['profile'], readonly string[]>>()

/** A text that the argument type reads, as a whole; undefined when the device has nothing of the kind. */
export function sampleOf(type: ArgumentType, ios: Ios, random: Random): string | undefined {
  const range = /^<(-?\d+)-(\d+)>$/.exec(type.id)
  if (range !== null) {
    const least = Number(range[1])
    const most = Number(range[2])
    return String(
      pick(random, [least, most, least + random.below(most - least + 1), Math.min(most, least + 1)]),
    )
  }
  const byProfile = readable.get(type.id) ?? new Map<Ios['profile'], readonly string[]>()
  readable.set(type.id, byProfile)
  let fitting = byProfile.get(ios.profile)
  if (fitting === undefined) {
    const words = type.words?.({ ios }).map(({ word }) => word) ?? []
    fitting = [...samples, ...words].filter((text) => {
      const reading = type.read(text, 0, { ios })
      return reading.ok === true && reading.end === text.length
    })
    byProfile.set(ios.profile, fitting)
  }
  return fitting.length === 0 ? undefined : pick(random, fitting)
}

const starts = new Map<Command, { readonly set: State; readonly negated: State }>()

function startsOf(command: Command): { readonly set: State; readonly negated: State } {
  let found = starts.get(command)
  if (found === undefined) {
    const end = command.tail?.() ?? accept
    const compile = (grammar: string): State =>
      compilePattern(
        grammar,
        { help: command.help, hidden: command.hidden, key: command.key, argument: argumentType },
        end,
      )
    const set = compile(command.grammar)
    found = { set, negated: typeof command.negatable === 'string' ? compile(command.negatable) : set }
    starts.set(command, found)
  }
  return found
}

export interface Sentence {
  readonly text: string
  /** The keywords' places in the text. */
  readonly keywords: readonly { readonly start: number; readonly end: number }[]
}

/** A way through a command's grammar; undefined when the device lacks a thing that it names. */
export function sentence(
  command: Command,
  form: 'set' | 'no' | 'default',
  ios: Ios,
  random: Random,
): Sentence | undefined {
  const { set, negated } = startsOf(command)
  let state = form === 'set' ? set : negated
  let text = form === 'set' ? '' : form
  const keywords: { start: number; end: number }[] = []
  for (;;) {
    const complete = state.accepts || (form !== 'set' && state.negatable)
    if (state.next.length === 0 || (complete && random.below(3) === 0)) return { text, keywords }
    const { element, to } = pick(random, state.next)
    const word = element.kind === 'keyword' ? element.word : sampleOf(element.type, ios, random)
    if (word === undefined) return undefined
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? word : `${text} ${word}`
    if (element.kind === 'keyword') keywords.push({ start, end: text.length })
    state = to
  }
}

const ways = new Set(['exit', 'end', 'help', 'quit', 'abort', 'apply', 'reset'])

/** Commands of a mode that configure something. */
export function configurers(mode: ModeId): readonly Command[] {
  const like = modeOf(mode).like ?? mode
  return allCommands().filter(
    (command) => (command.modes.includes(like) || command.modes.includes(mode)) && !ways.has(command.grammar),
  )
}
