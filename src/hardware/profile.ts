/**
 * A device model as data: the profile's type, and what is read straight off a profile (its ports one by one). The
 * built-in profiles are in built-in-profiles.ts; reading and checking a profile file is stores/read-profile.ts.
 */
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

/** A computer at the end of a cable: it has ports and an identity, and no IOS. */
export interface HostProfile
  extends Pick<Profile, 'name' | 'description' | 'arpDropsFirst' | 'interfaceTypes' | 'ports' | 'identity'> {
  readonly kind: 'host'
}

/** Whatever can stand in a lab. */
export type DeviceProfile = Profile | HostProfile

/** All physical ports in the order of the running configuration. */
export function portsOf(profile: Pick<Profile, 'name' | 'ports' | 'interfaceTypes'>): Port[] {
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
