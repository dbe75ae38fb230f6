/**
 * `privilege MODE level N COMMAND`: moves a command to another level. The words on the way to it get the level too, as lines
 * of their own, because whoever may use the command must come through them; so a moved `show running-config` takes `show`
 * away from the levels below. Source: Cisco "Configuring Security with Passwords, Privilege Levels"; order of lines from memory.
 */

import { skipBlanks, tokenEnd } from '../../../grammar/argument.ts'
import { isPicture, type KeywordEdge, type Node } from '../../../grammar/node.ts'
import { defineArgument } from '../../argument-types.ts'
import type { Command } from '../../command.ts'
import { globalMode } from '../../declare.ts'
import { grammarFor } from '../../grammar-for.ts'
import type { Ios } from '../../ios.ts'
import type { At } from '../../line.ts'
import type { LevelOverride } from '../../mode-grammar.ts'
import { modesNamed, type ParserMode, parserModes } from '../../parser-modes.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** The first words of a command of the mode named before it, in full. */
    'command-words': string
  }
}

/** Deeper modes print first. */
const order: readonly ParserMode[] = ['interface', 'line', 'router', 'vlan', 'configure', 'exec']

function modeBefore(line: string): ParserMode | undefined {
  const [, typed = ''] = line
    .toLowerCase()
    .replace(/^\s*(?:(?:no|default)\s+)?/, '')
    .split(/ +/)
  return order.find((mode) => mode.startsWith(typed))
}

function edgeOf(node: Node<Command>, token: string): KeywordEdge<Command> | undefined {
  const lower = token.toLowerCase()
  const exact = node.keyword(lower)
  if (exact !== undefined && !isPicture(exact)) return exact
  const fitting = node.keywords.filter(
    (edge) => !edge.hidden && !isPicture(edge) && edge.lower.startsWith(lower),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

defineArgument<string>('command-words', {
  greedy: true,
  placeholder: () => 'LINE',
  read(line, start, { ios }) {
    const mode = modeBefore(line) ?? 'exec'
    const [id = 'exec'] = modesNamed(mode)
    const words: string[] = []
    let node: Node<Command> | undefined = grammarFor(ios, { mode: id, sections: [] })
    for (let at = start; at < line.length; at = skipBlanks(line, tokenEnd(line, at))) {
      const token = line.slice(at, tokenEnd(line, at))
      const edge: KeywordEdge<Command> | undefined = node === undefined ? undefined : edgeOf(node, token)
      // What a port or protocol would understand is not known here; at the EXEC prompt everything is.
      if (edge === undefined && mode === 'exec' && node !== undefined && node.arguments.length === 0)
        return { ok: false, at }
      words.push(edge?.word ?? token)
      node = edge?.modelled === true ? edge.node() : undefined
    }
    return { ok: true, value: words.join(' '), end: line.length }
  },
  show: (value) => value,
})

const privilege = globalMode.words('privilege {mode:exec|configure|interface|line|router|vlan}', {
  privilege: 'Command privilege parameters',
  ...parserModes,
})
const commandHelp = { command: 'Initial keywords of the command to modify' } as const

interface Moved {
  readonly mode: ParserMode
  readonly all?: 'all'
  readonly level: number
  readonly command: string
}

const moved = privilege.line('[{all:all}] level <level:0-15> <command:command-words>', {
  help: {
    all: 'All suboption will be set to the samelevel',
    level: 'Set privilege level of command',
    ...commandHelp,
  },
  key: ['mode', 'command'],
  place: 'privilege',
  // Words on the way come behind what they lead to.
  compare: (a, b) =>
    order.indexOf(a.mode) - order.indexOf(b.mode) ||
    (`${a.command}\uffff` < `${b.command}\uffff` ? -1 : a.command === b.command ? 0 : 1),
  changed(at, after, before) {
    if (after !== undefined) moveParent(at, after)
    else if (before !== undefined) freeParent(at, before)
    at.ios.levelOverrides = overrides(at.ios)
  },
})

privilege.action('reset <command:command-words>', {
  help: { reset: 'Reset privilege level of command', ...commandHelp },
  *run({ ios, args }) {
    const refusal = moved.unset({ ios, section: ios.configuration }, args)
    if (refusal !== undefined) yield `${refusal}\n`
  },
})

function parentOf({ command }: Moved): string | undefined {
  const cut = command.lastIndexOf(' ')
  return cut < 0 ? undefined : command.slice(0, cut)
}

/** The word before gets the level, unless a lower one already lets people through. */
function moveParent(at: At, { mode, level, ...one }: Moved): void {
  const command = parentOf({ mode, level, ...one })
  if (command === undefined) return
  const now = moved.get(at.section, { mode, command })
  if (now === undefined || now.level > level) moved.apply(at, { mode, level, command })
}

function freeParent(at: At, one: Moved): void {
  const command = parentOf(one)
  if (command === undefined) return
  const { mode } = one
  const needed = moved
    .all(at.section)
    .some((other) => other.mode === mode && other.command.startsWith(`${command} `))
  if (!needed && moved.get(at.section, { mode, command })?.level === one.level)
    moved.unset(at, { mode, command })
}

function overrides(ios: Ios): LevelOverride[] {
  return moved
    .all(ios.configuration)
    .flatMap(({ mode, all, level, command }) =>
      modesNamed(mode).map((id) => ({ mode: id, words: command, level, all: all !== undefined })),
    )
}
