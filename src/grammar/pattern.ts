/**
 * A grammar string compiled to a small automaton, built from its end: each state holds what may come next and whether the
 * command may end there. Sharing and determinism are the concern of `node.ts`; this file knows one command only.
 */

import type { ArgumentType } from './argument.ts'
import { numberArgument } from './argument.ts'

export type Element =
  | {
      readonly kind: 'keyword'
      readonly word: string
      readonly lower: string
      readonly help: string
      readonly hidden: boolean
      readonly capture?: string
      readonly list?: boolean
    }
  | { readonly kind: 'argument'; readonly name: string; readonly type: ArgumentType; readonly help: string }

export interface State {
  readonly next: readonly { readonly element: Element; readonly to: State }[]
  /** The command is complete here. */
  readonly accepts: boolean
  /** `no` and `default` may leave out what follows: the values that do not tell one line from another. */
  readonly negatable: boolean
}

export interface PatternOptions {
  readonly help: Readonly<Record<string, string>>
  /** Words that match but are neither shown nor counted for carets. */
  readonly hidden?: readonly string[]
  /** Names of the arguments that identify a configuration line. */
  readonly key?: readonly string[]
  argument(type: string): ArgumentType
}

type Item =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'choice'; readonly elements: readonly Element[]; readonly name: string }
  | { readonly kind: 'flags'; readonly elements: readonly Element[] }
  | { readonly kind: 'optional'; readonly items: readonly Item[] }

const numberRange = /^(-?\d+)-(\d+)$/
const numbers = new Map<string, ArgumentType>()

const leadingWord = /^([^ [\]<{]+)(?: (?=[^[\]])|$)/

/**
 * Leading keywords are compiled when they are first typed: a mode of a thousand commands is made from their first words.
 * @throws Error when the grammar string is malformed: a mistake of ours, found as soon as the command is used.
 */
export function compilePattern(grammar: string, options: PatternOptions, end: State = accept): State {
  return compileFrom(grammar, options, end, true)
}

function compileFrom(grammar: string, options: PatternOptions, end: State, first: boolean): State {
  const leading = leadingWord.exec(grammar)
  if (leading === null) return compileRest(grammar, options, end, first)
  const element = readItem(leading[1] ?? '', grammar, options)
  if (element.kind !== 'element') throw new Error(`"${leading[1]}" is no keyword`)
  let to: State | undefined
  return {
    next: [
      {
        element: element.element,
        get to(): State {
          return (to ??= compileFrom(grammar.slice(leading[0].length), options, end, false))
        },
      },
    ],
    accepts: false,
    negatable: false,
  }
}

function compileRest(grammar: string, options: PatternOptions, end: State, first: boolean): State {
  const tokens = grammar === '' ? [] : grammar.replaceAll('[', '[ ').replaceAll(']', ' ]').split(' ')
  const stack: Item[][] = [[]]
  for (const token of tokens) {
    if (token === '') continue
    if (token === '[') stack.push([])
    else if (token === ']') {
      const items = stack.pop()
      if (items === undefined || stack.length === 0) throw new Error(`unbalanced ] in "${grammar}"`)
      stack.at(-1)?.push({ kind: 'optional', items })
    } else stack.at(-1)?.push(readItem(token, grammar, options))
  }
  const items = stack[0]
  if (items === undefined || stack.length !== 1) throw new Error(`unbalanced [ in "${grammar}"`)
  const start = build(items, 0, end, firstValue(items, options.key ?? []))
  // Nothing but `no` itself is no command.
  return first ? { ...start, negatable: false } : start
}

export const accept: State = { next: [], accepts: true, negatable: true }

function readItem(token: string, grammar: string, options: PatternOptions): Item {
  const helpOf = (word: string): string => {
    const help = options.help[word]
    if (help === undefined) throw new Error(`no help for "${word}" in "${grammar}"`)
    return help
  }
  const keyword = (word: string, extra: { capture?: string; list?: boolean } = {}): Element => ({
    kind: 'keyword',
    word,
    lower: word.toLowerCase(),
    help: helpOf(word),
    hidden: options.hidden?.includes(word) ?? false,
    ...extra,
  })
  if (token.startsWith('<')) {
    const colon = token.indexOf(':')
    const name = token.slice(1, colon)
    const type = token.slice(colon + 1, -1)
    return {
      kind: 'element',
      element: { kind: 'argument', name, type: argumentType(type, options), help: helpOf(name) },
    }
  }
  if (token.startsWith('{')) {
    const colon = token.indexOf(':')
    const words = token.slice(colon + 1, -1).split('|')
    if (token[colon - 1] === '*') {
      const capture = token.slice(1, colon - 1)
      return { kind: 'flags', elements: words.map((word) => keyword(word, { capture, list: true })) }
    }
    const capture = token.slice(1, colon)
    return { kind: 'choice', name: capture, elements: words.map((word) => keyword(word, { capture })) }
  }
  return { kind: 'element', element: keyword(token) }
}

function argumentType(type: string, options: PatternOptions): ArgumentType {
  const range = numberRange.exec(type)
  if (range === null) return options.argument(type)
  let number = numbers.get(type)
  if (number === undefined) numbers.set(type, (number = numberArgument(Number(range[1]), Number(range[2]))))
  return number
}

/** Index of the first item that `no` may leave out, with all that follows it. */
function firstValue(items: readonly Item[], key: readonly string[]): number {
  const index = items.findIndex((item) =>
    item.kind === 'element'
      ? item.element.kind === 'argument' && !key.includes(item.element.name)
      : item.kind === 'choice'
        ? !key.includes(item.name)
        : true,
  )
  return index < 0 ? items.length : index
}

function build(items: readonly Item[], index: number, end: State, valuesFrom: number): State {
  const item = items[index]
  if (item === undefined) return end
  const rest = build(items, index + 1, end, valuesFrom)
  const negatable = index >= valuesFrom
  switch (item.kind) {
    case 'element':
      return { next: [{ element: item.element, to: rest }], accepts: false, negatable }
    case 'choice':
      return { next: item.elements.map((element) => ({ element, to: rest })), accepts: false, negatable }
    case 'flags':
      return anyOrder(item.elements, rest)
    case 'optional': {
      const inner = build(item.items, 0, rest, 0)
      return { next: [...inner.next, ...rest.next], accepts: inner.accepts || rest.accepts, negatable }
    }
  }
}

/** Each of the words at most once, in any order, and then the rest. */
function anyOrder(elements: readonly Element[], rest: State): State {
  const next = elements.map((element) => {
    let to: State | undefined
    return {
      element,
      get to(): State {
        return (to ??= anyOrder(
          elements.filter((other) => other !== element),
          rest,
        ))
      },
    }
  })
  return { next: [...next, ...rest.next], accepts: rest.accepts, negatable: true }
}
