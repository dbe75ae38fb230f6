/** The other direction of a grammar string: arguments to the text that reads as them. Optional parts are printed when one of their arguments is there. */

import type { ArgumentType } from './argument.ts'
import { numberArgument } from './argument.ts'

type Args = Readonly<Record<string, unknown>>
type Part =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'argument'; readonly name: string; readonly type: ArgumentType }
  | { readonly kind: 'choice'; readonly name: string }
  | { readonly kind: 'flags'; readonly name: string; readonly words: readonly string[] }
  | {
      readonly kind: 'optional'
      readonly parts: readonly Part[] /** Arguments in it, at any depth. */
      readonly names: readonly string[]
    }

export interface Printer {
  /** The line as typed. */
  whole(args: Args): string
  /** The line as far as it names itself: what stands behind `no`. */
  named(args: Args): string
  /** The key arguments as one text. */
  key(args: Args): string
}

export function compilePrinter(
  grammar: string,
  key: readonly string[],
  argument: (type: string) => ArgumentType,
): Printer {
  const parts = readParts(grammar, argument)
  const values = parts.findIndex(
    (part) => part.kind !== 'word' && !('name' in part && key.includes(part.name)),
  )
  const naming = values < 0 ? parts : parts.slice(0, values)
  const keyParts =
    key.length === 0 ? [] : flatten(parts).filter((part) => 'name' in part && key.includes(part.name))
  const constant = parts.every((part) => part.kind === 'word') ? join(parts, {}) : undefined
  return {
    whole: (args) => constant ?? join(parts, args),
    named: (args) => constant ?? join(naming, args),
    key: (args) => (keyParts.length === 0 ? '' : join(keyParts, args)),
  }
}

function flatten(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (part.kind === 'optional' ? flatten(part.parts) : [part]))
}

function readParts(grammar: string, argument: (type: string) => ArgumentType): Part[] {
  const stack: Part[][] = [[]]
  for (const token of grammar.replaceAll('[', '[ ').replaceAll(']', ' ]').split(' ')) {
    if (token === '') continue
    if (token === '[') stack.push([])
    else if (token === ']') {
      const parts = stack.pop() ?? []
      const names = flatten(parts).flatMap((part) => ('name' in part ? [part.name] : []))
      stack.at(-1)?.push({ kind: 'optional', parts, names })
    } else stack.at(-1)?.push(readPart(token, argument))
  }
  return stack[0] ?? []
}

function readPart(token: string, argument: (type: string) => ArgumentType): Part {
  const colon = token.indexOf(':')
  if (token.startsWith('<')) {
    const type = token.slice(colon + 1, -1)
    const range = /^(-?\d+)-(\d+)$/.exec(type)
    return {
      kind: 'argument',
      name: token.slice(1, colon),
      type: range === null ? argument(type) : numberArgument(Number(range[1]), Number(range[2])),
    }
  }
  if (token.startsWith('{')) {
    const words = token.slice(colon + 1, -1).split('|')
    if (token[colon - 1] === '*') return { kind: 'flags', name: token.slice(1, colon - 1), words }
    return { kind: 'choice', name: token.slice(1, colon) }
  }
  return { kind: 'word', text: token }
}

function join(parts: readonly Part[], args: Args): string {
  let text = ''
  for (const part of parts) {
    const piece = show(part, args)
    if (piece !== '') text = text === '' ? piece : `${text} ${piece}`
  }
  return text
}

function show(part: Part, args: Args): string {
  switch (part.kind) {
    case 'word':
      return part.text
    case 'argument': {
      const value = args[part.name]
      return value === undefined ? '' : part.type.show(value)
    }
    case 'choice':
      return (args[part.name] as string | undefined) ?? ''
    case 'flags': {
      const chosen = args[part.name] as readonly string[] | undefined
      return chosen === undefined ? '' : part.words.filter((word) => chosen.includes(word)).join(' ')
    }
    case 'optional':
      return part.names.some((name) => args[name] !== undefined) ? join(part.parts, args) : ''
  }
}
