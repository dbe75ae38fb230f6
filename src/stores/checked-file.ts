/**
 * Checks a file that a person wrote against a JSON Schema and says of each fault where it is, what was found and what
 * was expected: `path:line:column: found X, expected Y`. All faults come in one go. Reading the file and what the
 * schema cannot say belong to the callers.
 *
 * Positions come from the yaml package (JSON being YAML), which keeps the range of every node.
 */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { type Document, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml'
import { jsonSyntaxFault } from './json-syntax.ts'
import { nearestName } from './nearest-name.ts'

/** A fault in terms of the file's content. */
export interface Fault {
  /** Names and indices from the root. */
  readonly at: readonly (string | number)[]
  /** Whether the name is at fault rather than its value. */
  readonly name?: boolean
  /** Where in the value the wrong part begins, in characters. */
  readonly within?: number
  readonly found: string
  readonly expected: string
}

/** Everything that is wrong with one file; the message has a line for each fault. */
export class BadFile extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'BadFile'
    this.faults = faults
  }
}

/**
 * The value of a JSON text that fits the schema and passes the further checks. These see the value only when it
 * fits the schema.
 * @throws BadFile
 */
export function checkedJson<T>(
  text: string,
  path: string,
  validate: ValidateFunction,
  furtherFaults: (value: T) => readonly Fault[],
): T {
  // A byte order mark is an editor's habit, not a fault.
  const json = text.replace(/^\uFEFF/, '')
  const say = (offset: number, found: string, expected: string) =>
    `${path}:${lineAndColumn(json, offset)}: found ${found}, expected ${expected}`
  const syntax = jsonSyntaxFault(json)
  if (syntax) throw new BadFile([say(syntax.offset, tokenAt(json, syntax.offset), syntax.expected)])
  const document = parseDocument(json, { prettyErrors: false })
  const faults = document.errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos }) => say(pos[0], `${tokenAt(json, pos[0])} again`, 'each name once'))
  const value: T = JSON.parse(json)
  const wrong = validate(value) ? furtherFaults(value) : schemaFaults(validate.errors ?? [], value)
  const places = wrong
    .map((fault) => ({ fault, offset: offsetOf(document, fault) }))
    .sort((a, b) => a.offset - b.offset)
  faults.push(...places.map(({ fault, offset }) => say(offset, fault.found, fault.expected)))
  if (faults.length > 0) throw new BadFile(faults)
  return value
}

/** The text of a file's bytes, which have to be UTF-8. @throws BadFile */
export function decoded(content: string | Uint8Array, path: string): string {
  if (typeof content === 'string') return content
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    const { line, column } = placeOfBadByte(content)
    throw new BadFile([`${path}:${line}:${column}: found bytes that are not UTF-8, expected text in UTF-8`])
  }
}

/** Where the first byte stands that is no UTF-8, both from 1. */
export function placeOfBadByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  let good = 0
  let bad = bytes.length
  // The longest beginning that decodes, by halves.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      // A character cut in two is no fault yet.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  const lines = Buffer.from(bytes.subarray(0, bad - 1))
    .toString('latin1')
    .split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** A fault whose wrong name may stand for a known one. */
export function withNearest({
  wrong,
  known = [],
  ...fault
}: Fault & { readonly wrong?: string; readonly known?: readonly string[] }): Fault {
  const near = wrong === undefined ? undefined : nearestName(wrong, known)
  return near === undefined ? fault : { ...fault, expected: `${fault.expected} (did you mean "${near}"?)` }
}

/** `line:column`, both counted from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

/** The word, string or sign at an offset, as it stands in the file. */
export function tokenAt(text: string, offset: number): string {
  const token = /^(?:"(?:[^"\\\r\n]|\\.)*"?|[\w.+-]+|\S)/u.exec(text.slice(offset, offset + 200))?.[0]
  if (token === undefined) return offset >= text.length ? 'the end of the file' : 'the end of the line'
  return token.length === 1 && !/\w/.test(token) ? `'${token}'` : shortened(token)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** What a value looks like in a message. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return shortened(JSON.stringify(value))
}

function offsetOf(document: Document, { at, name }: Fault): number {
  if (name) {
    const parent = at.length > 1 ? document.getIn(at.slice(0, -1), true) : document.contents
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === at.at(-1))
      : undefined
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
  }
  const node = at.length > 0 ? document.getIn(at, true) : document.contents
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}

const typeNames = new Map([
  ['array', 'a list'],
  ['boolean', 'true or false'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['string', 'a text'],
])
const typeName = (type: string): string => typeNames.get(type) ?? type

/** The validator's errors as faults; a misspelt name counts once, not also as the missing right one. */
export function schemaFaults(errors: readonly ErrorObject[], root: unknown): Fault[] {
  const faults: Fault[] = []
  const missing = errors.filter(({ keyword }) => keyword === 'required')
  const meant = new Set<ErrorObject>()
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue
    const unknown: string = error.params['additionalProperty']
    const at = [...pathOf(error), unknown]
    const absent = missing.filter((other) => other.instancePath === error.instancePath && !meant.has(other))
    const near = nearestName(unknown, [
      ...absent.map((other): string => other.params['missingProperty']),
      ...Object.keys(Object(error.parentSchema?.['properties'])),
    ])
    const wanted = absent.find((other) => other.params['missingProperty'] === near)
    if (wanted) meant.add(wanted)
    const expected = near ? `a known name (did you mean "${near}"?)` : 'a known name'
    faults.push({ at, name: true, found: `"${unknown}"`, expected })
  }
  for (const error of errors) {
    if (error.keyword === 'additionalProperties' || error.keyword === 'propertyNames' || meant.has(error))
      continue
    const at = pathOf(error)
    if (error.propertyName !== undefined) {
      const name = error.propertyName
      faults.push({ at: [...at, name], name: true, ...valueFault(error, name) })
      continue
    }
    faults.push({ at, ...valueFault(error, valueAt(root, at)) })
  }
  return faults
}

function valueFault(
  { keyword, params, message, parentSchema }: ErrorObject,
  value: unknown,
): Omit<Fault, 'at'> {
  const found = shown(value)
  switch (keyword) {
    case 'required':
      return {
        found: `no "${params['missingProperty']}"`,
        expected: `"${params['missingProperty']}" in this object`,
      }
    case 'type':
      return { found, expected: [params['type']].flat().map(typeName).join(' or ') }
    case 'enum': {
      const allowed: unknown[] = params['allowedValues']
      const names = allowed.filter((name) => typeof name === 'string')
      const near = typeof value === 'string' ? nearestName(value, names) : undefined
      const all = allowed.map((name) => JSON.stringify(name)).join(', ')
      return { found, expected: near ? `one of the known values (did you mean "${near}"?)` : `one of ${all}` }
    }
    case 'pattern':
      // A pattern that is no help to read says in its comment what it means.
      return { found, expected: parentSchema?.['$comment'] ?? `a text like /${params['pattern']}/` }
    case 'minProperties':
      return { found: 'nothing in it', expected: itemsExpected('minItems', params['limit']) }
    case 'minItems':
    case 'maxItems':
      return { found: itemsFound(value), expected: itemsExpected(keyword, params['limit']) }
    case 'uniqueItems': {
      const list: unknown[] = Array.isArray(value) ? value : []
      return { found: `${shown(list[params['j']])} twice`, expected: 'each item once' }
    }
    case 'minLength':
      return { found, expected: 'a text that is not empty' }
    case 'minimum':
    case 'maximum':
      return { found, expected: `a number ${params['comparison']} ${params['limit']}` }
    default:
      return { found, expected: message ?? keyword }
  }
}

function itemsFound(value: unknown): string {
  const count = Array.isArray(value) ? value.length : 0
  return `${count} ${count === 1 ? 'item' : 'items'}`
}

function itemsExpected(keyword: 'minItems' | 'maxItems', limit: number): string {
  return `at ${keyword === 'minItems' ? 'least' : 'most'} ${limit}`
}

/** The JSON Pointer (RFC 6901) of an error as names and indices. */
function pathOf({ instancePath }: ErrorObject): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function valueAt(root: unknown, at: readonly (string | number)[]): unknown {
  return at.reduce((value, step) => Object(value)[step], root)
}
