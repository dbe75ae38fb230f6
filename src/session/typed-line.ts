/**
 * What a typed line means where it was typed: aliases, the mode's commands, the global ones behind a submode's, and IOS's
 * answer when it means nothing. Leaves out running it.
 */

import { skipBlanks, tokenEnd } from '../grammar/argument.ts'
import { complete, formatHelpList, formatWordList, help } from '../grammar/help.ts'
import { type Parsed, parse } from '../grammar/parse.ts'
import type { Command, Invocation } from '../ios/command.ts'
import { grammarFor } from '../ios/grammar-for.ts'
import type { Ios } from '../ios/ios.ts'
import { enclosing } from '../ios/load.ts'
import { type ModeId, modeOf } from '../ios/modes.ts'
import { ambiguousCommand, incompleteCommand, invalidInput, unrecognizedCommand } from '../ios/replies.ts'
import { port } from '../ios/session-ports.ts'
import type { Place } from '../ios/terminal.ts'

export type Meaning =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'command'
      readonly command: Command
      readonly invocation: Pick<Invocation, 'args' | 'form' | 'place' | 'typed'>
      readonly leaves: boolean
      /** The command as typed with its keywords in full: `show running-config`; without `do`. */
      words(): string
    }
  /** A single unknown word in EXEC: a host to connect to. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'error'; readonly reply: string; readonly unmodelled?: string }

export interface TypedLineContext {
  readonly ios: Ios
  readonly place: Place
  readonly privilege: number
  readonly prompt: string
  /** An unknown single word is taken for a host name. */
  readonly connects: boolean
}

export function meaningOf(typed: string, context: TypedLineContext): Meaning {
  const { ios, place } = context
  const line = expandAlias(typed, context)
  const level = context.privilege
  const parsed = parse(grammarFor(ios, place), line, level, { ios })
  if (parsed.kind === 'invalid' || (parsed.kind === 'ambiguous' && !startsAmbiguously(line, context))) {
    for (const around of enclosing(place, ios)) {
      const outside = parse(grammarFor(ios, around), line, level, { ios })
      if (outside.kind === 'command') return commandMeaning(outside, around, line, true)
    }
  }
  if (parsed.kind === 'command') return commandMeaning(parsed, place, line, false)
  return failure(parsed, line, typed, context)
}

/**
 * A first word that the submode finds ambiguous is not tried elsewhere; a later one is: `ip route` in an interface is the
 * global line although `route-cache` and `router` begin so. The second half is from memory, as everybody types it.
 */
function startsAmbiguously(line: string, { ios, place, privilege }: TypedLineContext): boolean {
  const words = line.trimStart().split(/\s+/)
  const first = words[0] === 'no' || words[0] === 'default' ? words.slice(0, 2).join(' ') : (words[0] ?? '')
  return parse(grammarFor(ios, place), first, privilege, { ios }).kind === 'ambiguous'
}

function commandMeaning(
  parsed: Parsed<Command> & { kind: 'command' },
  place: Place,
  typed: string,
  leaves: boolean,
): Meaning {
  return {
    kind: 'command',
    command: parsed.rule.declaration,
    invocation: { args: parsed.args, form: parsed.rule.form, place, typed },
    // `do` stays where it is.
    leaves: leaves && !parsed.rule.declaration.modes.includes('exec'),
    words: () => fullWords(parsed, typed),
  }
}

function fullWords({ steps }: Parsed<Command> & { kind: 'command' }, typed: string): string {
  const words = steps.map((step, at) =>
    step.kind === 'keyword' ? step.lower : typed.slice(step.start, steps[at + 1]?.start).trimEnd(),
  )
  return words.join(' ').replace(/^do(?:-exec)? /, '')
}

function failure(
  parsed: Exclude<Parsed<Command>, { kind: 'command' }>,
  line: string,
  typed: string,
  context: TypedLineContext,
): Meaning {
  switch (parsed.kind) {
    case 'empty':
      return { kind: 'nothing' }
    case 'ambiguous':
      return { kind: 'error', reply: ambiguousCommand(typed) }
    case 'incomplete':
      return { kind: 'error', reply: incompleteCommand(context.place.mode === 'exec' ? parsed.path : '') }
    case 'invalid': {
      const start = skipBlanks(line, 0)
      const single = skipBlanks(line, tokenEnd(line, start)) >= line.length
      if (
        context.place.mode === 'exec' &&
        parsed.depth === 0 &&
        single &&
        context.connects &&
        parsed.unmodelled === undefined
      ) {
        return { kind: 'word', word: line.slice(start).trimEnd() }
      }
      if (parsed.refusal !== undefined) return { kind: 'error', reply: `${parsed.refusal}\n` }
      const reply = invalidInput(context.prompt.length + parsed.at)
      return parsed.unmodelled === undefined
        ? { kind: 'error', reply }
        : { kind: 'error', reply, unmodelled: parsed.unmodelled }
    }
  }
}

function expandAlias(typed: string, { ios, place }: TypedLineContext): string {
  const start = skipBlanks(typed, 0)
  const end = tokenEnd(typed, start)
  const alias = end === start ? undefined : port('aliases')(ios, place.mode).get(typed.slice(start, end))
  return alias === undefined ? typed : alias + typed.slice(end)
}

/** What `?` prints behind `text`, line ends included, and nothing else: the prompt follows. */
export function helpText(text: string, context: TypedLineContext, width: number): string {
  const { ios, place } = context
  const answer = help(grammarFor(ios, place), text, context.privilege, { ios })
  switch (answer.kind) {
    case 'ambiguous':
      return ambiguousCommand(text)
    case 'unrecognized':
    case 'partial': {
      const aliases = text.trimStart().includes(' ') ? [] : aliasWords(text.trimStart(), context)
      const words = answer.kind === 'partial' ? [...aliases, ...answer.words] : aliases
      return words.length === 0 ? unrecognizedCommand : `${formatWordList(words, width).join('\n')}\n\n`
    }
    case 'full': {
      const heading = answer.atStart ? modeOf(place.mode).heading : subheading(place.mode, answer.path)
      return `${heading === undefined ? '' : `${heading}\n`}${formatHelpList(answer.entries, width)}\n`
    }
  }
}

function subheading(id: ModeId, path: string): string | undefined {
  const { like, subheadings } = modeOf(id)
  return (subheadings ?? (like === undefined ? undefined : modeOf(like).subheadings))?.[path]
}

/** Aliases that begin so, as partial help shows them: `*lo=logout`. */
function aliasWords(fragment: string, { ios, place }: TypedLineContext): string[] {
  return [...port('aliases')(ios, place.mode)]
    .filter(([name]) => name.startsWith(fragment))
    .map(([name, text]) => (text.includes(' ') ? `*${name}="${text}"` : `*${name}=${text}`))
}

/** The line with its last word completed, or undefined. */
export function completedText(text: string, { ios, place, privilege }: TypedLineContext): string | undefined {
  return complete(grammarFor(ios, place), text, privilege, { ios })
}
