/**
 * Reads a typed line against a mode's grammar: keywords by unique prefix, exact matches first, typed arguments after
 * keywords, per node and left to right without look-ahead. Says where and why a line cannot be right; the wording is the
 * IOS layer's. Source: "Using the Cisco IOS Command-Line Interface" and the caret columns seen on real devices.
 */

import { type Surroundings, skipBlanks, tokenEnd } from './argument.ts'
import { type ArgumentEdge, isPicture, type KeywordEdge, type Node, type Rule } from './node.ts'
import type { State } from './pattern.ts'

/** One typed token and what it was taken for. */
export type Step =
  | { readonly kind: 'keyword'; readonly lower: string; readonly start: number }
  | { readonly kind: 'argument'; readonly typeId: string; readonly value: unknown; readonly start: number }

export type Parsed<D> =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'command'
      readonly rule: Rule<D>
      readonly args: Readonly<Record<string, unknown>>
      readonly steps: readonly Step[]
    }
  | { readonly kind: 'ambiguous' }
  /** `path` holds the keywords so far, in full. */
  | { readonly kind: 'incomplete'; readonly path: string }
  /** `at` is the offset of the first character that cannot be right; `depth` counts the tokens before it. */
  | {
      readonly kind: 'invalid'
      readonly at: number
      readonly depth: number
      readonly refusal?: string
      readonly unmodelled?: string
    }

/** What the first tokens of a line resolved to, for `?` and Tab. */
export type Reached<D> =
  | { readonly kind: 'node'; readonly node: Node<D>; readonly rest: number; readonly steps: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'invalid' }

type Advance<D> =
  | {
      readonly kind: 'next'
      readonly node: Node<D>
      readonly end: number
      readonly step: Step
      readonly hidden: boolean
    }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'invalid'; readonly at: number; readonly refusal?: string; readonly unmodelled?: string }

export function parse<D>(
  root: Node<D>,
  line: string,
  level: number,
  surroundings: Surroundings,
  from = 0,
): Parsed<D> {
  let node = root
  let at = skipBlanks(line, from)
  if (at >= line.length || line.charCodeAt(at) === 33) return { kind: 'empty' }
  const steps: Step[] = []
  let hiddenAt: { node: Node<D>; start: number } | undefined
  while (at < line.length) {
    // A whole word in small letters is what configurations consist of: it needs no further look.
    const end = tokenEnd(line, at)
    const exact = node.keyword(line.slice(at, end))
    if (exact?.modelled === true && !exact.hidden && exact.level <= level) {
      steps.push({ kind: 'keyword', lower: exact.lower, start: at })
      node = exact.node()
      at = skipBlanks(line, end)
      continue
    }
    const advance = step(node, line, at, level, surroundings)
    if (advance.kind === 'next') {
      if (advance.hidden && hiddenAt === undefined) hiddenAt = { node, start: at }
      steps.push(advance.step)
      node = advance.node
      at = skipBlanks(line, advance.end)
    } else if (advance.kind === 'invalid') {
      // Hidden keywords match, but the caret is where somebody who does not know of them would put it.
      const seen =
        hiddenAt === undefined
          ? advance.at
          : caret(hiddenAt.node, line, hiddenAt.start, level, surroundings, undefined)
      return { ...advance, at: seen, depth: steps.length }
    } else if (advance.kind === 'incomplete') return { kind: 'incomplete', path: node.path }
    else return advance
  }
  const rule = node.end(level)
  if (rule === undefined) return { kind: 'incomplete', path: node.path }
  return { kind: 'command', rule, args: bind(rule, steps), steps }
}

/** Follows a line up to its last blank; what stands behind that is `rest`. */
export function reach<D>(root: Node<D>, line: string, level: number, surroundings: Surroundings): Reached<D> {
  let node = root
  let at = skipBlanks(line, 0)
  let steps = 0
  while (at < line.length) {
    const advance = step(node, line, at, level, surroundings)
    if (advance.kind === 'next' && advance.end < line.length) {
      node = advance.node
      at = skipBlanks(line, advance.end)
      steps++
      continue
    }
    if (tokenEnd(line, at) >= line.length) break
    return advance.kind === 'ambiguous' ? advance : { kind: 'invalid' }
  }
  return { kind: 'node', node, rest: at, steps }
}

function step<D>(
  node: Node<D>,
  line: string,
  start: number,
  level: number,
  surroundings: Surroundings,
): Advance<D> {
  const end =
    line.charCodeAt(start) === 124 && node.keyword('|') !== undefined ? start + 1 : tokenEnd(line, start)
  const token = line.slice(start, end).toLowerCase()
  const exact = node.keyword(token)
  if (exact !== undefined && exact.level <= level && !isPicture(exact)) {
    return keywordStep(node, exact, line, start, end, level, surroundings)
  }

  const candidates = matching(node, token, level, surroundings)
  const [only] = candidates
  if (candidates.length > 1) {
    const whole = candidates.find((candidate) => candidate.lower === token)
    if (whole === undefined) return { kind: 'ambiguous' }
    if (whole.argument !== undefined)
      return argumentStep([whole.argument], node, line, start, level, surroundings)
  }
  if (only !== undefined) {
    if (only.edge !== undefined) return keywordStep(node, only.edge, line, start, end, level, surroundings)
    return argumentStep([only.argument], node, line, start, level, surroundings)
  }
  return argumentStep(
    node.arguments.filter((edge) => edge.level <= level),
    node,
    line,
    start,
    level,
    surroundings,
  )
}

function keywordStep<D>(
  node: Node<D>,
  edge: KeywordEdge<D>,
  line: string,
  start: number,
  end: number,
  level: number,
  surroundings: Surroundings,
): Advance<D> {
  if (edge.modelled) {
    return {
      kind: 'next',
      node: edge.node(),
      end,
      step: { kind: 'keyword', lower: edge.lower, start },
      hidden: edge.hidden && !edge.graft,
    }
  }
  const path = node.path === '' ? edge.word : `${node.path} ${edge.word}`
  return { kind: 'invalid', at: caret(node, line, start, level, surroundings, edge), unmodelled: path }
}

function argumentStep<D>(
  edges: readonly ArgumentEdge<D>[],
  node: Node<D>,
  line: string,
  start: number,
  level: number,
  surroundings: Surroundings,
): Advance<D> {
  let at = start
  let refusal: string | undefined
  let incomplete = false
  for (const edge of edges) {
    const reading = edge.type.read(line, start, surroundings)
    if (reading.ok === true) {
      const step: Step = { kind: 'argument', typeId: edge.type.id, value: reading.value, start }
      return { kind: 'next', node: edge.node(), end: reading.end, step, hidden: false }
    }
    if (reading.ok === 'incomplete') incomplete = true
    else {
      if (reading.at > at) at = reading.at
      refusal ??= reading.refusal
    }
  }
  if (incomplete) return { kind: 'incomplete' }
  at = Math.max(at, caret(node, line, start, level, surroundings, undefined))
  return refusal === undefined ? { kind: 'invalid', at } : { kind: 'invalid', at, refusal }
}

export type Candidate<D> =
  | {
      readonly word: string
      readonly lower: string
      readonly help: string
      readonly edge: KeywordEdge<D>
      readonly argument?: undefined
    }
  | {
      readonly word: string
      readonly lower: string
      readonly help: string
      readonly edge?: undefined
      readonly argument: ArgumentEdge<D>
    }

/** Keywords and the words of arguments that begin with `prefix`; hidden keywords only where no visible word does. */
export function matching<D>(
  node: Node<D>,
  prefix: string,
  level: number,
  surroundings: Surroundings,
): Candidate<D>[] {
  const visible: Candidate<D>[] = []
  const hidden: Candidate<D>[] = []
  for (const edge of node.keywordsFrom(prefix)) {
    if (edge.level > level || !edge.lower.startsWith(prefix) || isPicture(edge)) continue
    const list = edge.hidden ? hidden : visible
    list.push({ word: edge.word, lower: edge.lower, help: edge.help, edge })
  }
  for (const argument of node.arguments) {
    if (argument.level > level || argument.type.words === undefined) continue
    for (const { word, help } of argument.type.words(surroundings)) {
      const lower = word.toLowerCase()
      if (lower.startsWith(prefix)) visible.push({ word, lower, help, argument })
    }
  }
  return visible.length > 0 ? visible : hidden
}

/** Offset of the first character of the token that fits no visible keyword other than `except`. */
function caret<D>(
  node: Node<D>,
  line: string,
  start: number,
  level: number,
  surroundings: Surroundings,
  except: KeywordEdge<D> | undefined,
): number {
  const token = line.slice(start, tokenEnd(line, start)).toLowerCase()
  let longest = 0
  const consider = (lower: string): void => {
    let length = 0
    while (length < token.length && length < lower.length && token[length] === lower[length]) length++
    if (length > longest) longest = length
  }
  for (const edge of node.keywords) {
    if (edge !== except && !edge.hidden && edge.level <= level && !isPicture(edge)) consider(edge.lower)
  }
  for (const argument of node.arguments) {
    for (const { word } of argument.type.words?.(surroundings) ?? []) consider(word.toLowerCase())
  }
  return start + longest
}

/** The arguments by name: the steps walked once more along the one rule that won. */
function bind<D>(rule: Rule<D>, steps: readonly Step[]): Record<string, unknown> {
  const args: Record<string, unknown> = Object.create(null)
  // Grafted prefixes (`do`) belong to no rule: the rule's own steps are the last ones.
  for (let skip = 0; skip < steps.length; skip++)
    if (follow(rule.start, steps, skip, args, rule.form !== 'set')) return args
  return args
}

function follow(
  state: State,
  steps: readonly Step[],
  index: number,
  args: Record<string, unknown>,
  relaxed: boolean,
): boolean {
  const step = steps[index]
  if (step === undefined) return state.accepts || (relaxed && state.negatable)
  for (const { element, to } of state.next) {
    if (element.kind === 'keyword') {
      if (
        step.kind !== 'keyword' ||
        step.lower !== element.lower ||
        !follow(to, steps, index + 1, args, relaxed)
      )
        continue
      if (element.capture !== undefined) {
        if (element.list === true)
          args[element.capture] = [element.word, ...((args[element.capture] as string[] | undefined) ?? [])]
        else args[element.capture] = element.word
      }
      return true
    }
    if (
      step.kind !== 'argument' ||
      step.typeId !== element.type.id ||
      !follow(to, steps, index + 1, args, relaxed)
    )
      continue
    args[element.name] = step.value
    return true
  }
  return false
}
