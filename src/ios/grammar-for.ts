/** The grammar that holds where a person types: the mode's, pruned by the device's capabilities and the interface's traits. */

import type { Section } from '../config/section.ts'
import type { Node } from '../grammar/node.ts'
import type { Command } from './command.ts'
import type { Ios } from './ios.ts'
import { modeGrammar } from './mode-grammar.ts'
import type { Place } from './terminal.ts'

type TraitsOf = (ios: Ios, section: Section) => readonly string[]
const traitSources = new Map<string, TraitsOf>()

/** Lets a kind of section add traits for `needs` (an interface says whether it is a switch port). */
export function describeTraits(mode: string, traits: TraitsOf): void {
  traitSources.set(mode, traits)
}

/** A range takes only what all its members have. */
function traitsOf(ios: Ios, { sections }: Place): readonly string[] | undefined {
  let common: readonly string[] | undefined
  for (const section of sections) {
    const traits = traitSources.get(section.mode)?.(ios, section)
    if (traits === undefined) return undefined
    common = common === undefined ? traits : common.filter((trait) => traits.includes(trait))
  }
  return common
}

/** What holds of the device, and of what the section configures. */
export function traitsAt(ios: Ios, section: Section): ReadonlySet<string> {
  const extra = traitSources.get(section.mode)?.(ios, section)
  return extra === undefined ? ios.traits : new Set([...ios.traits, ...extra])
}

const made = new WeakMap<Ios, Map<string, { overrides: unknown; root: Node<Command> }>>()

export function grammarFor(ios: Ios, place: Place): Node<Command> {
  const extra = traitsOf(ios, place)
  const key = extra === undefined ? place.mode : `${place.mode} ${extra.join(' ')}`
  let cache = made.get(ios)
  if (cache === undefined) made.set(ios, (cache = new Map()))
  const found = cache.get(key)
  if (found !== undefined && found.overrides === ios.levelOverrides) return found.root
  const traits = extra === undefined ? ios.traits : new Set([...ios.traits, ...extra])
  const root = modeGrammar(place.mode, traits, ios.profile.kind, ios.levelOverrides)
  cache.set(key, { overrides: ios.levelOverrides, root })
  return root
}
