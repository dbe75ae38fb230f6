/**
 * What `?` and Tab answer: which words may stand next, in the order and columns of real devices. Layout: two blanks, the
 * word padded to the longest of the list, two blanks, the description wrapped before the last column with a hanging indent;
 * ASCII order, then `|`, then `<cr>`.
 */

import { type Surroundings, tokenEnd } from './argument.ts'
import { isPicture, type Node } from './node.ts'
import { matching, reach } from './parse.ts'

export interface HelpEntry {
  readonly word: string
  readonly help: string
}

export type Help =
  /** All that may stand here; `atStart` when nothing was typed yet, so that the mode's heading goes before it. */
  | {
      readonly kind: 'full'
      readonly entries: readonly HelpEntry[]
      readonly atStart: boolean
      readonly path: string
    }
  /** The words that begin with what was typed. */
  | { readonly kind: 'partial'; readonly words: readonly string[] }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unrecognized' }

/** Answers `?` behind `line` (what stands left of the cursor). */
export function help<D>(root: Node<D>, line: string, level: number, surroundings: Surroundings): Help {
  const reached = reach(root, line, level, surroundings)
  if (reached.kind === 'ambiguous') return reached
  if (reached.kind === 'invalid') return { kind: 'unrecognized' }
  const { node, rest } = reached
  const fragment = line.slice(rest)
  if (fragment === '') {
    const entries = entriesOf(node, level, surroundings)
    if (entries.length === 0) return { kind: 'unrecognized' }
    return { kind: 'full', entries, atStart: reached.steps === 0, path: node.path }
  }
  const words = matching(node, fragment.toLowerCase(), level, surroundings)
    .filter(({ edge }) => edge?.hidden !== true)
    .map(({ word }) => word)
    .sort(ascii)
  if (words.length > 0) return { kind: 'partial', words }
  const placeholders: string[] = []
  for (const edge of node.arguments) {
    if (edge.level > level) continue
    const reading = edge.type.read(fragment, 0, surroundings)
    // A half-typed number or address is still on its way to being right.
    const onItsWay =
      reading.ok === 'incomplete' ||
      (reading.ok === true && reading.end === fragment.length) ||
      (/^<\d/.test(edge.type.placeholder(surroundings)) && /^\d+$/.test(fragment))
    if (onItsWay) placeholders.push(edge.type.placeholder(surroundings))
  }
  return placeholders.length > 0 ? { kind: 'partial', words: placeholders } : { kind: 'unrecognized' }
}

/** Lists without arguments depend on the node and the level alone: long ones are asked for again and again. */
const constantEntries = new WeakMap<object, Map<number, readonly HelpEntry[]>>()

function entriesOf<D>(node: Node<D>, level: number, surroundings: Surroundings): readonly HelpEntry[] {
  if (node.arguments.length > 0) return collectEntries(node, level, surroundings)
  let byLevel = constantEntries.get(node)
  if (byLevel === undefined) constantEntries.set(node, (byLevel = new Map()))
  let entries = byLevel.get(level)
  if (entries === undefined) byLevel.set(level, (entries = collectEntries(node, level, surroundings)))
  return entries
}

function collectEntries<D>(node: Node<D>, level: number, surroundings: Surroundings): HelpEntry[] {
  const entries = new Map<string, string>()
  for (const edge of node.arguments) {
    if (edge.level > level) continue
    const words = edge.type.words?.(surroundings)
    if (words === undefined) entries.set(edge.type.placeholder(surroundings), edge.help)
    else for (const { word, help } of words) entries.set(word, help)
  }
  for (const edge of node.keywords) {
    if (!edge.hidden && edge.level <= level && !(entries.has(edge.word) && !edge.modelled))
      entries.set(edge.word, edge.help)
  }
  const sorted = [...entries].map(([word, help]) => ({ word, help })).sort((a, b) => ascii(a.word, b.word))
  return node.end(level) === undefined ? sorted : [...sorted, { word: '<cr>', help: '' }]
}

/** ASCII order, with the output modifier sign behind all words. */
function ascii(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The word under the cursor completed, or undefined when nothing or more than one word fits.
 * Returns the whole line with the completed word and a blank behind it.
 */
export function complete<D>(
  root: Node<D>,
  line: string,
  level: number,
  surroundings: Surroundings,
): string | undefined {
  const reached = reach(root, line, level, surroundings)
  if (reached.kind !== 'node') return undefined
  const fragment = line.slice(reached.rest)
  if (fragment === '' || tokenEnd(fragment, 0) < fragment.length) return undefined
  const lower = fragment.toLowerCase()
  const exact = reached.node.keyword(lower)
  if (exact !== undefined && exact.level <= level && !isPicture(exact))
    return `${line.slice(0, reached.rest)}${exact.word} `
  const words = new Set(matching(reached.node, lower, level, surroundings).map(({ word }) => word))
  const [word] = words
  return words.size === 1 && word !== undefined ? `${line.slice(0, reached.rest)}${word} ` : undefined
}

const formatted = new WeakMap<readonly HelpEntry[], Map<number, string>>()

/** A full help list at a terminal `width` (0 = unlimited); each line ends. */
export function formatHelpList(entries: readonly HelpEntry[], width: number): string {
  let byWidth = formatted.get(entries)
  if (byWidth === undefined) formatted.set(entries, (byWidth = new Map()))
  let text = byWidth.get(width)
  if (text === undefined) byWidth.set(width, (text = `${formatLines(entries, width).join('\n')}\n`))
  return text
}

function formatLines(entries: readonly HelpEntry[], width: number): string[] {
  const longest = Math.max(...entries.map(({ word }) => word.length))
  const lines: string[] = []
  for (const { word, help } of entries) {
    if (help === '') {
      lines.push(`  ${word}`)
      continue
    }
    const indent = longest + 4
    let line = `  ${word.padEnd(longest)}  `
    let empty = true
    for (const part of help.split(' ')) {
      const candidate = empty ? line + part : `${line} ${part}`
      if (width > 0 && !empty && candidate.length > width - 1) {
        lines.push(line)
        line = ' '.repeat(indent) + part
      } else line = candidate
      empty = false
    }
    lines.push(line)
  }
  return lines
}

/** The lines of a partial help list: the words on one row, or in aligned columns where they do not fit. */
export function formatWordList(words: readonly string[], width: number): string[] {
  const oneLine = words.join('  ')
  if (width === 0 || oneLine.length < width) return [oneLine]
  const column = Math.max(...words.map((word) => word.length)) + 2
  const perLine = Math.max(1, Math.floor((width - 1) / column))
  const lines: string[] = []
  for (let first = 0; first < words.length; first += perLine) {
    lines.push(
      words
        .slice(first, first + perLine)
        .map((word) => word.padEnd(column))
        .join('')
        .trimEnd(),
    )
  }
  return lines
}
