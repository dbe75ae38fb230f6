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
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { BadFile, type Fault, schemaFaults, tokenAt } from './checked-file.ts'

type At = readonly (string | number)[]

/** What fits the schema, and where things stand. */
export interface CheckedYaml<T> {
  /** Undefined when nothing is left to look at. */
  readonly value: T | undefined
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
  const found: { readonly offset: number; readonly fault: Pick<Fault, 'found' | 'expected'> }[] = []
  for (const error of document.errors) found.push({ offset: error.pos[0], fault: syntaxFault(error, yaml) })
  const say = () =>
    new BadFile(
      found
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, fault }) => {
          const { line, col } = placeOf(lines, offset)
          return `${path}:${line}:${col}: found ${fault.found}, expected ${fault.expected}`
        }),
    )
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) throw say()
  namesAsWritten(document)
  const add = (fault: Fault) => found.push({ offset: offsetOf(document, yaml, fault), fault })
  const setAside: At[] = []
  const value = (): unknown => document.toJS({ maxAliasCount: 1000 })
  try {
    value()
  } catch {
    found.push({
      offset: 0,
      fault: { found: 'aliases that grow without end', expected: 'a file without them' },
    })
    throw say()
  }
  let fits = validate(value())
  const wrong = schemaFaults(validate.errors ?? [], value())
  for (const fault of fits ? [] : wrong) add(fault)
  while (!fits) {
    const faults = schemaFaults(validate.errors ?? [], value())
    for (const { at } of faults) if (remove(document, at)) setAside.push(at)
    if (faults.some(({ at }) => at.length === 0)) break
    fits = validate(value())
  }
  const { result, faults } = await read({
    value: fits ? (value() as T) : undefined,
    setAside,
    textLine: (at) => textLine(document, yaml, lines, at),
  })
  faults.forEach(add)
  if (found.length > 0 || result === undefined) throw say()
  return result
}

/** A name such as `10` or `null` is the text that it was written as. */
function namesAsWritten(document: Document): void {
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && typeof key.value !== 'string') key.value = key.source ?? String(key.value)
    },
  })
}

/** One step down, through aliases. */
function child(document: Document, node: unknown, step: string | number): Node | undefined {
  const parent = isAlias(node) ? node.resolve(document) : node
  const below = isCollection(parent) ? parent.get(step, true) : undefined
  return isNode(below) ? below : undefined
}

function nodeAt(document: Document, at: At): Node | undefined {
  return at.reduce<Node | undefined>(
    (node, step) => child(document, node, step),
    document.contents ?? undefined,
  )
}

function remove(document: Document, at: At): boolean {
  const parent = nodeAt(document, at.slice(0, -1))
  const last = at.at(-1)
  const collection = isAlias(parent) ? parent.resolve(document) : parent
  return last !== undefined && isCollection(collection) && collection.delete(last)
}

function offsetOf(document: Document, yaml: string, { at, name, within = 0 }: Fault): number {
  if (name) {
    const parent = nodeAt(document, at.slice(0, -1))
    const map = isAlias(parent) ? parent.resolve(document) : parent
    const pair = isMap(map)
      ? map.items.find(({ key }) => isScalar(key) && key.value === String(at.at(-1)))
      : undefined
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
  const source = isAlias(node) ? node.resolve(document) : node
  const start = source?.range?.[0] ?? 0
  const isBlock = isScalar(source) && (yaml[start] === '|' || yaml[start] === '>')
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
  ['DUPLICATE_KEY', 'each name once'],
  ['MULTILINE_IMPLICIT_KEY', 'a name, a colon and its value'],
  ['MULTIPLE_DOCS', 'one document'],
  ['TAB_AS_INDENT', 'blanks for indentation'],
  ['UNEXPECTED_TOKEN', 'a name, a colon and a blank, or the next item'],
])

function syntaxFault({ code, message, pos }: YAMLError, yaml: string): Pick<Fault, 'found' | 'expected'> {
  const token = yaml[pos[0]] === '\t' ? 'a tab' : tokenAt(yaml, pos[0])
  if (code === 'DUPLICATE_KEY') return { found: `${token} again`, expected: 'each name once' }
  return { found: token, expected: expectedAt.get(code) ?? `YAML (${message})` }
}
