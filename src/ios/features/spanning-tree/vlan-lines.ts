/**
 * Lines of which each VLAN has one, entered for whole lists: `spanning-tree vlan 1,10-12 priority 4096`. What was said last of
 * a VLAN holds, and VLANs of which the same is said print together.
 */

import type { Args, Section, StoredLine } from '../../../config/section.ts'
import type { At } from '../../line.ts'

export interface OfVlans {
  readonly vlans: readonly number[]
}

/** What such a line's declaration adds; `slot` is its own. */
export function perVlan(slot: string) {
  return {
    slot,
    key: ['vlans'] as const,
    compare: (a: OfVlans, b: OfVlans): number => (a.vlans[0] ?? 0) - (b.vlans[0] ?? 0),
    keep: <A extends OfVlans>(args: A, { section }: At): A => {
      const same = takeOut(section, slot, args.vlans, saidOf(args))
      return { ...args, vlans: [...args.vlans, ...same].sort((a, b) => a - b) }
    },
    /** `no` for some VLANs of a list leaves the others. */
    refuseNo: ({ vlans = [] }: Partial<OfVlans>, { section }: At): undefined => {
      takeOut(section, slot, vlans, undefined)
    },
  }
}

/** Takes VLANs out of all lists, and gives back the other VLANs of lists that say `value`, which go as well. */
function takeOut(
  section: Section,
  slot: string,
  vlans: readonly number[],
  value: string | undefined,
): number[] {
  const same: number[] = []
  for (const { line, args, negated } of section.entriesOf(slot)) {
    const known = (args as unknown as OfVlans).vlans
    const rest = known.filter((vlan) => !vlans.includes(vlan))
    const joins = !negated && value !== undefined && saidOf(args) === value
    if (joins) same.push(...rest)
    if (!joins && rest.length === known.length) continue
    section.reset(line, args)
    if (!joins && rest.length > 0) put(section, line, { ...args, vlans: rest }, negated)
  }
  return same
}

function put(section: Section, line: StoredLine, args: Args, negated: boolean): void {
  if (negated) section.negate(line, args)
  else section.set(line, args)
}

const saidOf = (args: object): string => JSON.stringify({ ...args, vlans: undefined })

/** What is said of one VLAN. */
export function ofVlan<A extends OfVlans>(all: readonly A[], vlan: number): A | undefined {
  return all.find(({ vlans }) => vlans.includes(vlan))
}
