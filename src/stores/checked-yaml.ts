/**
 * Checks a YAML file that a person wrote: syntax, a JSON Schema, and what the schema cannot say, each fault as
 * `path:line:column: found X, expected Y`. All faults come in one go: what does not fit the schema is set aside, and the
 * rest is still checked. Source: YAML 1.2.2.
 */
import type { ValidateFunction } from 'ajv/dist/2020.js'
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { BadFile, type Fault, schemaFaults, tokenAt } from './checked-file.ts'

type At = readonly (string | number)[]

/** A fault and where it stands in the text. */
interface Found {
  readonly offset: number
  readonly fault: Pick<Fault, 'found' | 'expected'>
}

/** The one fault of form behind which the rest can be looked at. */
const once = 'each name once'

/** What fits the schema, and where things stand. */
export interface CheckedYaml<T> {
  /** The root may lack what had to be set aside. */
  readonly value: Partial<T>
  /** Names and values that were set aside, from the root. */
  readonly setAside: readonly At[]
  /** The line in which the text of a scalar begins; for a block, the line below its sign. */
  readonly textLine: (at: At) => number
}

/**
 * What `read` makes of the file.
 * @param read gets everything that fits the schema and gives further faults
 * @throws BadFile
 */
export async function checkedYaml<T, R>(
  text: string,
  path: string,
  validate: ValidateFunction,
  read: (
    checked: CheckedYaml<T>,
  ) => Promise<{ readonly result: R | undefined; readonly faults: readonly Fault[] }>,
): Promise<R> {
  // A byte order mark is an editor's habit, not a fault.
  const yaml = text.replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const document = parseDocument(yaml, { prettyErrors: false, lineCounter: lines, version: '1.2' })
  const found: Found[] = []
  for (const error of document.errors) found.push(syntaxFault(error, yaml))
  const say = () => {
    const sentences = found
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, fault }) => {
        const { line, col } = placeOf(lines, offset)
        return `${path}:${line}:${col}: found ${fault.found}, expected ${fault.expected}`
      })
    // An anchor's fault is found once for each alias.
    return new BadFile([...new Set(sentences)])
  }
  found.push(...faultyReferences(document))
  if (found.some(({ fault }) => fault.expected !== once)) throw say()
  const add = (fault: Fault) => found.push({ offset: offsetOf(document, yaml, fault), fault })
  const value = (): unknown => {
    try {
      return document.toJS({ maxAliasCount: 1000 })
    } catch {
      found.push({ offset: 0, fault: { found: 'aliases that grow without end', expected: 'fewer of them' } })
      throw say()
    }
  }
  if (document.contents === null) {
    found.push({ offset: 0, fault: { found: 'an empty file', expected: 'an object' } })
    throw say()
  }
  const setAside: At[] = []
  for (let first = true; ; first = false) {
    const root = value()
    if (validate(root)) break
    const faults = schemaFaults(validate.errors ?? [], root)
    if (first) faults.forEach(add)
    if (!isMap(document.contents)) throw say()
    // What the root lacks cannot be set aside; the rest is looked at all the same.
    const removable = faults.map(({ at }) => at).filter((at) => at.length > 0)
    if (removeAll(document, removable) === 0) break
    setAside.push(...removable)
  }
  const { result, faults } = await read({
    value: value() as Partial<T>,
    setAside,
    textLine: (at) => textLine(document, yaml, lines, at),
  })
  faults.forEach(add)
  if (found.length > 0 || result === undefined) throw say()
  return result
}

/** Where values stand in a text that was found right: `line:column`, both from 1, of what is at a place or around it. */
export function placesIn(text: string): (at: readonly (string | number)[]) => string {
  const yaml = text.replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const document = parseDocument(yaml, { prettyErrors: false, lineCounter: lines, version: '1.2' })
  return (at) => {
    const { line, col } = placeOf(lines, offsetOf(document, yaml, { at, found: '', expected: '' }))
    return `${line}:${col}`
  }
}

/** Names that are no names and aliases of nothing. A name such as `10` or `null` becomes the text that it was written as. */
function faultyReferences(document: Document): Found[] {
  const found: Found[] = []
  const add = (node: Node, shownAs: string, expected: string) =>
    found.push({ offset: node.range?.[0] ?? 0, fault: { found: shownAs, expected } })
  visit(document, {
    Pair(_, { key }) {
      if (isCollection(key)) add(key, isMap(key) ? 'an object' : 'a list', 'a name')
      else if (isScalar(key) && typeof key.value !== 'string') key.value = key.source ?? String(key.value)
    },
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        add(alias, `*${alias.source}`, 'an alias of an anchor that stands before it')
    },
  })
  return found
}

/** What stands at a place; the anchor's value where an alias stands. */
function nodeAt(document: Document, at: At): Node | undefined {
  let node: unknown = document.contents
  for (const step of at) {
    const below: unknown = isCollection(node) ? node.get(step, true) : undefined
    node = isAlias(below) ? below.resolve(document) : below
  }
  return isNode(node) ? node : undefined
}

/** How many could be removed. All are found before one is: what stands behind it in a list moves up. */
function removeAll(document: Document, places: readonly At[]): number {
  const found = places.map((at) => {
    const parent = nodeAt(document, at.slice(0, -1))
    const items: unknown[] = isCollection(parent) ? parent.items : []
    const item = isMap(parent)
      ? parent.items.find((pair) => isNamed(pair, at.at(-1)))
      : items[Number(at.at(-1))]
    return { items, item }
  })
  return found.filter(({ items, item }) => items.includes(item) && items.splice(items.indexOf(item), 1))
    .length
}

function isNamed({ key }: Pair, name: string | number | undefined): boolean {
  return isScalar(key) && key.value === String(name)
}

function offsetOf(document: Document, yaml: string, { at, name, within = 0 }: Fault): number {
  if (name) {
    const map = nodeAt(document, at.slice(0, -1))
    const pair = isMap(map) ? map.items.find((item) => isNamed(item, at.at(-1))) : undefined
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
  }
  // What is not there at all stands nearest to what it would be in.
  for (let depth = at.length; depth >= 0; depth--) {
    const node = nodeAt(document, at.slice(0, depth))
    const start = node?.range?.[0]
    if (start === undefined) continue
    return depth === at.length ? start + offsetWithin(node, yaml, start, within) : start
  }
  return 0
}

/** Where a character of a value stands behind the value's start; 0 where the file writes the value otherwise. */
function offsetWithin(node: Node | undefined, yaml: string, start: number, within: number): number {
  if (within === 0 || !isScalar(node) || typeof node.value !== 'string') return 0
  if (yaml.startsWith(node.value, start)) return within
  return yaml.startsWith(node.value, start + 1) ? within + 1 : 0
}

function textLine(document: Document, yaml: string, lines: LineCounter, at: At): number {
  const node = nodeAt(document, at)
  const start = node?.range?.[0] ?? 0
  const isBlock = isScalar(node) && (yaml[start] === '|' || yaml[start] === '>')
  return placeOf(lines, start).line + (isBlock ? 1 : 0)
}

function placeOf(lines: LineCounter, offset: number): { readonly line: number; readonly col: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), col: Math.max(1, col) }
}

/** What has to stand where the parser stumbled; its own words where they say more than ours. */
const expectedAt: ReadonlyMap<string, string> = new Map([
  ['BAD_ALIAS', 'an alias of an anchor that stands before it'],
  ['BAD_DQ_ESCAPE', 'an escape sequence of YAML'],
  ['BAD_INDENT', 'the indentation of the lines around it'],
  ['BAD_SCALAR_START', 'a text that begins with this sign in quotes'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a name and its value in a line of their own'],
  ['BLOCK_IN_FLOW', 'no indented block within brackets'],
  ['MULTILINE_IMPLICIT_KEY', 'a name, a colon and its value'],
  ['MULTIPLE_DOCS', 'one document'],
  ['TAB_AS_INDENT', 'blanks for indentation'],
  ['UNEXPECTED_TOKEN', 'a name, a colon and a blank, or the next item'],
])

function syntaxFault({ code, message, pos }: YAMLError, yaml: string): Found {
  const blanks = /^ *(?=\S)/.exec(yaml.slice(pos[0], pos[0] + 200))?.[0].length ?? 0
  const offset = pos[0] + blanks
  const token = yaml[offset] === '\t' ? 'a tab' : tokenAt(yaml, offset)
  if (code === 'DUPLICATE_KEY') return { offset, fault: { found: `${token} again`, expected: once } }
  const closing = /(?:end with an? |Expected .* to end with |closing )['"]?([\]}"'])/.exec(message)?.[1]
  const expected = closing === undefined ? expectedAt.get(code) : `a closing ${closing}`
  return { offset, fault: { found: token, expected: expected ?? `YAML (${message})` } }
}
