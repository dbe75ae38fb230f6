/**
 * The access lists of a device, named and numbered, as sections of the configuration. A numbered list prints as flat
 * `access-list N …` lines, a named one as a section.
 */

import { ranksPerPlace } from '../../../config/print.ts'
import { Section, type StoredOpener } from '../../../config/section.ts'
import type { Ios } from '../../ios.ts'
import { modes } from '../../modes.ts'
import { entriesOf, entryText } from './entries.ts'

export type ListKind = 'standard' | 'extended'

export const modeOfKind = { standard: 'config-std-nacl', extended: 'config-ext-nacl' } as const

const numberRanges: Readonly<Record<ListKind, readonly (readonly [number, number])[]>> = {
  standard: [
    [1, 99],
    [1300, 1999],
  ],
  extended: [
    [100, 199],
    [2000, 2699],
  ],
}

/** The kind that a numbered list has; undefined for numbers of no IP access list. */
export function kindOfNumber(number: number): ListKind | undefined {
  for (const kind of ['standard', 'extended'] as const)
    if (numberRanges[kind].some(([first, last]) => number >= first && number <= last)) return kind
  return undefined
}

function placeRank(place: 'ip-access-lists' | 'access-lists'): number {
  return modes.config.places.indexOf(place) * ranksPerPlace
}

const namedLists: StoredOpener = {
  rank: placeRank('ip-access-lists'),
  separated: false,
  compare: compareLists,
}

const numberedLists: StoredOpener = {
  rank: placeRank('access-lists'),
  separated: false,
  compare: compareLists,
  printAll: (sections) =>
    sections.flatMap((list) => {
      const entries = entriesOf(list)
      return entries.length === 0
        ? [list.header]
        : entries.map((entry) => `access-list ${nameOf(list)} ${entryText(entry)}`)
    }),
}

export function nameOf(list: Section): string {
  return list.args['name'] as string
}

export function kindOf(list: Section): ListKind {
  return list.args['kind'] as ListKind
}

/** Standard lists before extended ones, numbers before names. */
export function compareLists(a: Section, b: Section): number {
  const left = nameOf(a)
  const right = nameOf(b)
  if (kindOf(a) !== kindOf(b)) return kindOf(a) === 'standard' ? -1 : 1
  const leftNumber = /^\d+$/.test(left)
  if (leftNumber !== /^\d+$/.test(right)) return leftNumber ? -1 : 1
  if (leftNumber) return Number(left) - Number(right)
  return left < right ? -1 : left > right ? 1 : 0
}

function headerOf(kind: ListKind, name: string): string {
  return `ip access-list ${kind} ${name}`
}

/** A list by its name, of whichever kind. */
export function findList(ios: Ios, name: string): Section | undefined {
  const standard = ios.configuration.child(headerOf('standard', name))
  return standard ?? ios.configuration.child(headerOf('extended', name))
}

/** The list of that name, made on first use; IOS's sentence when the name belongs to the other kind. */
export function openList(ios: Ios, kind: ListKind, name: string): Section | string {
  const number = /^\d+$/.test(name) ? Number(name) : undefined
  const found = findList(ios, name)
  // From memory: both sentences.
  if (found !== undefined && kindOf(found) !== kind)
    return `% A named ${kindOf(found)} IP access list with this name already exists`
  if (number !== undefined && kindOfNumber(number) !== kind) return '% Invalid access list name.'
  if (found !== undefined) return found
  const opener = number === undefined ? namedLists : numberedLists
  const args = { kind, name }
  const list = new Section(modeOfKind[kind], headerOf(kind, name), opener, args, ios.configuration)
  ios.configuration.addChild(list)
  ios.configurationChanged()
  return list
}

export function removeList(ios: Ios, kind: ListKind, name: string): void {
  ios.configuration.removeChild(headerOf(kind, name))
  ios.configurationChanged()
}

/** All lists in the order in which they are shown. */
export function allLists(ios: Ios): Section[] {
  return [...ios.configuration.children]
    .filter(({ opener }) => opener === namedLists || opener === numberedLists)
    .sort(compareLists)
}
