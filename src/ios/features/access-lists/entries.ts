/**
 * The entries of one access list: rules by sequence number and the remarks between them. Entries are lines of the list's
 * section; the index beside it makes appending and finding a rule independent of the list's length.
 */

import { ranksPerPlace } from '../../../config/print.ts'
import type { Args, Section, StoredLine } from '../../../config/section.ts'
import type { Ios } from '../../ios.ts'
import { modes } from '../../modes.ts'
import { configurationText, type Rule } from './rule.ts'

/** Remarks stand behind the rule that was last when they were typed; `order` counts them there. */
interface Remark {
  readonly sequence: number
  readonly order: number
  readonly remark: string
}

interface NumberedRule {
  readonly sequence: number
  readonly rule: Rule
}

export type Entry = NumberedRule | Remark

const step = 10
const lastSequence = 2_147_483_647

/** An entry as the section keeps it: its sequence number orders it and is not printed. */
const entryLine: StoredLine = {
  slot: 'access list entry',
  rank: modes['config-ext-nacl'].places.indexOf('entry') * ranksPerPlace,
  compare: (a, b) => sequenceOf(a) - sequenceOf(b) || orderOf(a) - orderOf(b),
  keyOf: (args) => `${sequenceOf(args)} ${orderOf(args)}`,
  show: (args) => [entryText(args as unknown as Entry)],
  showNegated: () => [],
}

function sequenceOf(args: Args): number {
  return args['sequence'] as number
}

function orderOf(args: Args): number {
  return (args['order'] as number | undefined) ?? 0
}

/** The entry as the configuration prints it in its list. */
export function entryText(entry: Entry): string {
  return 'rule' in entry ? configurationText(entry.rule) : `remark ${entry.remark}`
}

interface Index {
  readonly bySequence: Map<number, NumberedRule>
  /** Sequence numbers by the rule's text: the same rule is never twice in a list. */
  readonly byText: Map<string, number>
  /** The highest sequence number; undefined when it has to be looked for. */
  last: number | undefined
  remarks: number
}

const indexes = new WeakMap<Section, Index>()

function indexOf(list: Section): Index {
  let index = indexes.get(list)
  if (index === undefined) {
    index = { bySequence: new Map(), byText: new Map(), last: 0, remarks: 0 }
    indexes.set(list, index)
  }
  return index
}

function lastOf(index: Index): number {
  if (index.last === undefined) {
    let last = 0
    for (const sequence of index.bySequence.keys()) if (sequence > last) last = sequence
    index.last = last
  }
  return index.last
}

/** All entries in order. */
export function entriesOf(list: Section): Entry[] {
  return list.printable().map(({ args }) => args as unknown as Entry)
}

/** Adds a rule at a sequence number or at the end. Returns IOS's sentence when it cannot stand. */
export function addRule(ios: Ios, list: Section, rule: Rule, at: number | undefined): string | undefined {
  const index = indexOf(list)
  const text = configurationText(rule)
  // The same rule again changes nothing, whatever its number.
  if (index.byText.has(text)) return undefined
  if (at !== undefined && index.bySequence.has(at)) return '% Duplicate sequence number'
  const sequence = at ?? (Math.floor(lastOf(index) / step) + 1) * step
  if (sequence > lastSequence) return 'Exceeded maximum sequence number.'
  const entry = { sequence, rule }
  index.bySequence.set(sequence, entry)
  index.byText.set(text, sequence)
  if (sequence > lastOf(index)) index.last = sequence
  list.set(entryLine, entry as unknown as Args)
  ios.configurationChanged()
  return undefined
}

export function addRemark(ios: Ios, list: Section, remark: string): void {
  const index = indexOf(list)
  const entry: Remark = { sequence: lastOf(index), order: ++index.remarks, remark }
  list.set(entryLine, entry as unknown as Args)
  ios.configurationChanged()
}

export function removeSequence(ios: Ios, list: Section, sequence: number): void {
  const index = indexOf(list)
  const entry = index.bySequence.get(sequence)
  if (entry === undefined) return
  index.bySequence.delete(sequence)
  index.byText.delete(configurationText(entry.rule))
  if (sequence === index.last) index.last = undefined
  list.reset(entryLine, entry as unknown as Args)
  ios.configurationChanged()
}

export function removeRule(ios: Ios, list: Section, rule: Rule): void {
  const sequence = indexOf(list).byText.get(configurationText(rule))
  if (sequence !== undefined) removeSequence(ios, list, sequence)
}

export function removeRemark(ios: Ios, list: Section, remark: string): void {
  const found = entriesOf(list).find((entry) => 'remark' in entry && entry.remark === remark)
  if (found === undefined) return
  list.reset(entryLine, found as unknown as Args)
  ios.configurationChanged()
}

/** Numbers the rules anew. Returns IOS's sentence when the numbers do not suffice. */
export function resequence(ios: Ios, list: Section, first: number, increment: number): string | undefined {
  const entries = entriesOf(list)
  const rules = entries.filter((entry) => 'rule' in entry).length
  if (first + Math.max(0, rules - 1) * increment > lastSequence) return 'Exceeded maximum sequence number.'
  list.clear()
  indexes.delete(list)
  const index = indexOf(list)
  let next = first
  for (const entry of entries) {
    if (!('rule' in entry)) {
      addRemark(ios, list, entry.remark)
      continue
    }
    const numbered = { sequence: next, rule: entry.rule }
    index.bySequence.set(next, numbered)
    index.byText.set(configurationText(entry.rule), next)
    index.last = next
    list.set(entryLine, numbered as unknown as Args)
    next += increment
  }
  ios.configurationChanged()
  return undefined
}
