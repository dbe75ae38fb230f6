/**
 * A device model as data: the profile's type, the built-in profiles, and what is read straight off a profile (its
 * ports one by one, its interface types by name). Reading and checking a profile file is stores/read-profile.ts.
 * The built-in ones are held to the schema by a test, so that a start need not load the validator.
 */
import catalyst2960 from '../../devices/catalyst-2960-24tt.json' with { type: 'json' }
import isr1941 from '../../devices/isr-1941.json' with { type: 'json' }
import type { InterfaceType, PortRange, Profile } from './profile-types.ts'

export type * from './profile-types.ts'

/** One physical port. */
export interface Port {
  /** Canonical name: `FastEthernet0/1`. */
  readonly name: string
  /** Short name: `Fa0/1`. */
  readonly shortName: string
  /** The numbers of its unit: [0, 1]. */
  readonly unit: readonly number[]
  readonly type: InterfaceType
  /** What it has in common with its neighbours. */
  readonly range: PortRange
  /** Distance from the base MAC address; undefined for a port without an address of its own. */
  readonly macOffset: number | undefined
}

/** The profiles that come with the program, by name, in the order in which they are listed. */
export const builtInProfiles: ReadonlyMap<string, Profile> = new Map(
  // JSON modules are typed by their text, where a capability is only a string; the schema says more.
  ([catalyst2960, isr1941] as unknown as Profile[]).map((profile) => [profile.name, profile]),
)

/** All physical ports in the order of the running configuration. */
export function portsOf(profile: Profile): Port[] {
  return profile.ports.flatMap((range) => {
    const type = profile.interfaceTypes.find(({ name }) => name === range.type)
    if (!type) throw new Error(`${profile.name}: ports of an unknown type ${range.type}`)
    return unitsOf(range.units).map((unit, index) => ({
      name: type.name + unit.join('/'),
      shortName: type.short + unit.join('/'),
      unit,
      type,
      range,
      macOffset: range.macOffset === undefined ? undefined : range.macOffset + index,
    }))
  })
}

/** `0/1-24` → [[0, 1], …, [0, 24]]; `0/0` → [[0, 0]]. Empty where the range runs backwards. */
export function unitsOf(units: string): number[][] {
  const [path = '', last] = units.split('-')
  const numbers = path.split('/').map(Number)
  const first = numbers.at(-1) ?? 0
  const count = last === undefined ? 1 : Math.max(0, Number(last) - first + 1)
  return Array.from({ length: count }, (_, index) => [...numbers.slice(0, -1), first + index])
}
