/**
 * The grammar of a mode on a device: the declared commands that its capabilities, and the traits of the interface being
 * configured, leave over. Made on first use and shared by all devices with the same traits.
 */

import {
  type GrammarOptions,
  grammarRoot,
  type Head,
  type Node,
  nodeBehind,
  type Rule,
  type Word,
} from '../grammar/node.ts'
import { accept, compilePattern, type State } from '../grammar/pattern.ts'
import { argumentType } from './argument-types.ts'
import { type Command, commandsDeclaredFor } from './command.ts'
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
 * @param kind switch or router, by which help wording is chosen
 */
export function modeGrammar(
  mode: ModeId,
  traits: ReadonlySet<string>,
  kind: string,
  overrides: readonly LevelOverride[],
): Node<Command> {
  // With levels of its own, a device has grammars of its own, which go with it.
  if (overrides.length > 0) return buildGrammar(mode, traits, kind, overrides)
  const key = `${mode}|${kind}|${[...traits].sort().join(' ')}`
  let root = roots.get(key)
  if (root === undefined) {
    root = buildGrammar(mode, traits, kind, overrides)
    roots.set(key, root)
  }
  return root
}

/** The commands of a mode that these traits leave over. */
export function commandsOf(mode: ModeId, traits: ReadonlySet<string>): Command[] {
  const like = modeOf(mode).like ?? mode
  const declared =
    like === mode ? commandsDeclaredFor(mode) : [...commandsDeclaredFor(like), ...commandsDeclaredFor(mode)]
  return declared.filter((command) => satisfied(command.needs, traits))
}

function buildGrammar(
  mode: ModeId,
  traits: ReadonlySet<string>,
  kind: string,
  overrides: readonly LevelOverride[],
): Node<Command> {
  const like = modeOf(mode).like ?? mode
  const commands = commandsOf(mode, traits)
  const words = leveled(unmodelledWords(like, kind), like, overrides)
  if (mode === 'exec') return rootOf(commands, 'set', like, overrides, words, [])
  let exec: Node<Command> | undefined
  const execRoot = (): Node<Command> => (exec ??= modeGrammar('exec', traits, kind, overrides))
  const graft = { help: 'To run exec commands in config mode', level: 0, graft: true, node: execRoot }
  const heads: Head<Command>[] = [{ ...graft, word: 'do', hidden: true }]
  if (mode === 'config') heads.push({ ...graft, word: 'do-exec', hidden: false })
  // What has no such form of its own is not listed behind the word either.
  const plain = new Set(commands.map(({ grammar }) => firstWord(grammar)))
  const negated = (path: string): readonly Word[] =>
    path === ''
      ? words(path).filter(({ keyword }) => !plain.has(keyword) && !unnegatable.has(keyword))
      : words(path)
  const form = (word: 'no' | 'default', help: string, members: readonly Command[]): void => {
    if (members.length === 0) return
    const node = (): Node<Command> => rootOf(members, word, like, overrides, negated, [])
    heads.push({ word, help, hidden: false, level: 0, graft: false, node })
  }
  const negatable = commands.filter((command) => command.negatable !== false)
  form('no', 'Negate a command or set its defaults', negatable)
  form(
    'default',
    'Set a command to its defaults',
    negatable.filter(({ line }) => line !== undefined),
  )
  return rootOf(commands, 'set', like, overrides, words, heads)
}

const unnegatable = new Set(['default', 'do', 'do-exec', 'end', 'exit', 'help', 'no'])

/** Commands under their first words; those of a word are compiled when it is typed. */
function rootOf(
  commands: readonly Command[],
  form: Rule<Command>['form'],
  like: ModeId,
  overrides: readonly LevelOverride[],
  unmodelled: (path: string) => readonly Word[],
  heads: readonly Head<Command>[],
): Node<Command> {
  const headed = new Map<string, Command[]>()
  const headless: Rule<Command>[] = []
  const ruleOf = (command: Command): Rule<Command> => ({
    declaration: command,
    start: compile(command, grammarOf(command, form)),
    form,
    level: levelOf(command, like, overrides),
  })
  for (const command of commands) {
    const word = firstWord(grammarOf(command, form))
    const members = word === '' ? undefined : headed.get(word)
    if (word === '') headless.push(ruleOf(command))
    else if (members === undefined) headed.set(word, [command])
    else members.push(command)
  }
  const options: GrammarOptions<Command> = { unmodelled }
  const wordHeads = [...headed].map(([word, members]): Head<Command> => {
    const shown = members.find(({ hidden }) => !hidden.includes(word))
    return {
      word,
      help: (shown ?? members[0])?.help[word] ?? '',
      hidden: shown === undefined,
      level: Math.min(...members.map((command) => levelOf(command, like, overrides))),
      graft: false,
      node: () => nodeBehind(word, members.map(ruleOf), options),
    }
  })
  return grammarRoot(headless, { ...options, heads: [...wordHeads, ...heads] })
}

/** Listed words that lead to a moved command went with it. */
function leveled(
  words: (path: string) => readonly Word[],
  like: ModeId,
  overrides: readonly LevelOverride[],
): (path: string) => readonly Word[] {
  const moved = overrides.filter(({ mode }) => mode === like)
  if (moved.length === 0) return words
  return (path) =>
    words(path).map((word) => {
      const whole = path === '' ? word.keyword : `${path} ${word.keyword}`
      const bars = moved.filter((override) => `${override.words} `.startsWith(`${whole} `))
      return { ...word, level: Math.max(word.level, ...bars.map(({ level }) => level)) }
    })
}

/** `no` may have a grammar of its own. */
function grammarOf(command: Command, form: Rule<Command>['form']): string {
  return form !== 'set' && typeof command.negatable === 'string' ? command.negatable : command.grammar
}

/** A grammar's first word, '' where it begins with an argument, a choice or an optional part. */
function firstWord(grammar: string): string {
  return /^[^ <{[\]]+/.exec(grammar)?.[0] ?? ''
}

function compile(command: Command, grammar: string): State {
  const end = command.tail?.() ?? (command.filtered ? outputModifiers() : accept)
  return compilePattern(
    grammar,
    { help: command.help, hidden: command.hidden, key: command.key, argument: argumentType },
    end,
  )
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
