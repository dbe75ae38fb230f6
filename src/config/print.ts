/**
 * A configuration as text. The order of places and the fixed runs of separators are a layout given by the device's profile;
 * lines stand within their place by the rank of their declaration.
 */

import type { Entry, Section } from './section.ts'

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

/** Which lines of a section print: those that differ from the defaults, unless somebody wants to see more. */
export type EntriesOf = (section: Section) => readonly Entry[]

const whatDiffers: EntriesOf = (section) => section.printable()

/** The place that a rank belongs to: ranks are place index × this + declaration index. */
export const ranksPerPlace = 10_000

/**
 * The lines of the whole configuration, from the first after the header comments to the last before `end`.
 * @param places the names of the global section's places in the order of ranks
 */
export function* printConfiguration(
  root: Section,
  layout: readonly LayoutItem[],
  places: readonly string[],
  entriesOf: EntriesOf = whatDiffers,
): Generator<string> {
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
      yield '!'
      continue
    }
    let printed = false
    for (const entry of lines.get(place) ?? []) {
      for (const line of showEntry(entry)) yield line
      printed = true
    }
    for (const line of printSections(sections.get(place) ?? [], entriesOf)) {
      yield line
      printed = true
    }
    if (closed && printed) yield '!'
  }
}

/** Sections of one place, in order, each with its own separator where its kind has one. */
function* printSections(sections: readonly Section[], entriesOf: EntriesOf): Generator<string> {
  const byOpener = new Map<Section['opener'], Section[]>()
  for (const section of sections) pushTo(byOpener, section.opener, section)
  for (const [opener, members] of [...byOpener].sort(([a], [b]) => (a?.rank ?? 0) - (b?.rank ?? 0))) {
    if (opener === undefined) continue
    const ordered =
      opener.compare === undefined ? members : members.sort((a, b) => opener.compare?.(a, b) ?? 0)
    if (opener.printAll !== undefined) yield* opener.printAll(ordered)
    else {
      for (const section of ordered) {
        yield* printSection(section, entriesOf)
        if (opener.separated) yield '!'
      }
    }
  }
}

/** A section with its header and its lines, one blank further in. */
export function* printSection(section: Section, entriesOf = whatDiffers): Generator<string> {
  yield section.header
  for (const line of printBody(section, entriesOf)) yield ` ${line}`
}

/** The lines of a section without its header, not indented. */
export function* printBody(section: Section, entriesOf = whatDiffers): Generator<string> {
  for (const entry of entriesOf(section)) yield* showEntry(entry)
  yield* printSections([...section.children], entriesOf)
}

function showEntry(entry: Entry): readonly string[] {
  return entry.negated ? entry.line.showNegated(entry.args) : entry.line.show(entry.args)
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
