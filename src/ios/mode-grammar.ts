/**
 * The grammar of a mode on a device: the declared commands that its capabilities, and the traits of the interface being
 * configured, leave over. Made on first use and shared by all devices with the same traits.
 */

import { type Graft, grammarRoot, type Node, type Rule } from '../grammar/node.ts'
import { accept, compilePattern, type State } from '../grammar/pattern.ts'
import { argumentType } from './argument-types.ts'
import { allCommands, type Command } from './command.ts'
import { type ModeId, modeOf } from './modes.ts'
import { outputModifiers } from './output-modifiers.ts'
import { unmodelledWords } from './unmodelled.ts'

/** `privilege MODE [all] level N WORDS`: the command of these words has this level, with `all` whatever begins so. */
export interface LevelOverride {
  readonly mode: ModeId
  readonly words: string
  readonly level: number
  readonly all: boolean
}

const roots = new Map<string, Node<Command>>()

/**
 * @param traits capabilities of the profile and traits of the interface, see `CommonSpec.needs`
 * @param platform tag by which help wording is chosen
 */
export function modeGrammar(
  mode: ModeId,
  traits: ReadonlySet<string>,
  platform: string,
  overrides: readonly LevelOverride[],
): Node<Command> {
  const key = `${mode}|${platform}|${[...traits].sort().join(' ')}|${JSON.stringify(overrides)}`
  let root = roots.get(key)
  if (root === undefined) {
    // A device's own levels are rare; without bound, every change of them would stay for ever.
    if (roots.size > 200) roots.clear()
    roots.set(key, (root = buildGrammar(mode, traits, platform, overrides)))
  }
  return root
}

/** The commands of a mode that these traits leave over. */
export function commandsOf(mode: ModeId, traits: ReadonlySet<string>): Command[] {
  const like = modeOf(mode).like ?? mode
  return allCommands().filter(
    (command) => command.modes.some((id) => id === like || id === mode) && satisfied(command.needs, traits),
  )
}

function buildGrammar(
  mode: ModeId,
  traits: ReadonlySet<string>,
  platform: string,
  overrides: readonly LevelOverride[],
): Node<Command> {
  const like = modeOf(mode).like ?? mode
  const rules: Rule<Command>[] = []
  for (const command of commandsOf(mode, traits)) {
    const level = levelOf(command, like, overrides)
    const start = compile(command, command.grammar)
    rules.push({ declaration: command, start, form: 'set', level })
    if (mode === 'exec' || command.negatable === false) continue
    const negated = typeof command.negatable === 'string' ? compile(command, command.negatable) : start
    rules.push({
      declaration: command,
      start: behind('no', 'Negate a command or set its defaults', negated),
      form: 'no',
      level,
    })
    if (command.line !== undefined) {
      rules.push({
        declaration: command,
        start: behind('default', 'Set a command to its defaults', negated),
        form: 'default',
        level,
      })
    }
  }
  const grafts: Graft<Command>[] = []
  if (mode !== 'exec') {
    const root = (): Node<Command> => modeGrammar('exec', traits, platform, overrides)
    grafts.push({ word: 'do', help: 'To run exec commands in config mode', hidden: true, root })
    if (mode === 'config')
      grafts.push({ word: 'do-exec', help: 'To run exec commands in config mode', hidden: false, root })
  }
  const words = unmodelledWords(like, platform)
  return grammarRoot(rules, { unmodelled: words, grafts })
}

function compile(command: Command, grammar: string): State {
  const end = command.tail?.() ?? (command.filtered ? outputModifiers() : accept)
  return compilePattern(
    grammar,
    { help: command.help, hidden: command.hidden, key: command.key, argument: argumentType },
    end,
  )
}

function behind(word: string, help: string, to: State): State {
  return {
    next: [{ element: { kind: 'keyword', word, lower: word, help, hidden: false }, to }],
    accepts: false,
    negatable: false,
  }
}

function satisfied(needs: readonly string[], traits: ReadonlySet<string>): boolean {
  return needs.every((need) =>
    need.split('|').some((one) => (one.startsWith('!') ? !traits.has(one.slice(1)) : traits.has(one))),
  )
}

/**
 * A command is moved by its own words; the words on the way to it only bar the way to levels below theirs, unless they
 * take everything behind them along (`all`).
 */
function levelOf(command: Command, mode: ModeId, overrides: readonly LevelOverride[]): number {
  const words = leadingWords(command.grammar)
  let own = command.level
  let longest = -1
  let bar = 0
  for (const override of overrides) {
    if (override.mode !== mode) continue
    const isParent = words.startsWith(`${override.words} `)
    const named = override.words === words || override.words.startsWith(`${words} `)
    if ((named || (isParent && override.all)) && override.words.length > longest) {
      own = override.level
      longest = override.words.length
    } else if (isParent && !override.all && override.level > bar) bar = override.level
  }
  return Math.max(own, bar)
}

/** The words of a grammar up to its first argument, choice or optional part. */
function leadingWords(grammar: string): string {
  return /^[^<{[]*/.exec(grammar)?.[0].trim() ?? ''
}
