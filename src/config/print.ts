/**
 * A configuration as text. The order of places and the fixed runs of separators are a layout given by the device's profile;
 * lines stand within their place by the rank of their declaration.
 */

import type { EntriesOf, Entry, Section } from './section.ts'

/**
 * One position of the layout: a separator (`!`), or a place and what follows it when it printed something.
 * Written in profiles as `"!"`, `"place"` and `"place !"`.
 */
export interface LayoutItem {
  readonly place: string | undefined
  readonly closed: boolean
}

export function readLayout(items: readonly string[]): LayoutItem[] {
  return items.map((item) => {
    if (item === '!') return { place: undefined, closed: false }
    return item.endsWith(' !') ? { place: item.slice(0, -2), closed: true } : { place: item, closed: false }
  })
}

const whatDiffers: EntriesOf = (section) => section.printable()

/** The place that a rank belongs to: ranks are place index × this + declaration index. */
export const ranksPerPlace = 10_000

/**
 * The lines of the whole configuration, from the first after the header comments to the last before `end`.
 * @param places the names of the global section's places in the order of ranks
 */
export function printConfiguration(
  root: Section,
  layout: readonly LayoutItem[],
  places: readonly string[],
  entriesOf: EntriesOf = whatDiffers,
): string[] {
  const printed: string[] = []
  const lines = new Map<string, Entry[]>()
  for (const entry of entriesOf(root))
    pushTo(lines, places[Math.floor(entry.line.rank / ranksPerPlace)] ?? '', entry)
  const sections = new Map<string, Section[]>()
  for (const section of root.children) {
    const rank = section.opener?.rank ?? 0
    pushTo(sections, places[Math.floor(rank / ranksPerPlace)] ?? '', section)
  }
  for (const { place, closed } of layout) {
    if (place === undefined) {
      printed.push('!')
      continue
    }
    const before = printed.length
    for (const entry of lines.get(place) ?? []) for (const line of showEntry(entry)) printed.push(line)
    pushSections(printed, '', sections.get(place) ?? [], entriesOf)
    if (closed && printed.length > before) printed.push('!')
  }
  return printed
}

/** Sections of one place, in order, each with its own separator where its kind has one. */
function pushSections(
  printed: string[],
  indent: string,
  sections: readonly Section[],
  entriesOf: EntriesOf,
): void {
  if (sections.length === 0) return
  const byOpener = new Map<Section['opener'], Section[]>()
  for (const section of sections) pushTo(byOpener, section.opener, section)
  for (const [opener, members] of [...byOpener].sort(([a], [b]) => (a?.rank ?? 0) - (b?.rank ?? 0))) {
    if (opener === undefined) continue
    const ordered =
      opener.compare === undefined ? members : members.sort((a, b) => opener.compare?.(a, b) ?? 0)
    if (opener.printAll !== undefined) {
      for (const line of opener.printAll(ordered, entriesOf)) printed.push(indent + line)
      continue
    }
    for (const section of ordered) {
      printed.push(indent + section.header)
      pushBody(printed, `${indent} `, section, entriesOf)
      if (opener.separated) printed.push(`${indent}!`)
    }
  }
}

function pushBody(printed: string[], indent: string, section: Section, entriesOf: EntriesOf): void {
  for (const entry of entriesOf(section)) for (const line of showEntry(entry)) printed.push(indent + line)
  pushSections(printed, indent, [...section.children], entriesOf)
}

/** A section with its header and its lines, one blank further in. */
export function printSection(section: Section, entriesOf: EntriesOf = whatDiffers): string[] {
  const printed = [section.header]
  pushBody(printed, ' ', section, entriesOf)
  return printed
}

/** The lines of a section without its header, each behind `indent`. */
export function printBody(section: Section, indent = '', entriesOf: EntriesOf = whatDiffers): string[] {
  const printed: string[] = []
  pushBody(printed, indent, section, entriesOf)
  return printed
}

function showEntry(entry: Entry): readonly string[] {
  return entry.negated ? entry.line.showNegated(entry.args) : entry.line.show(entry.args)
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
