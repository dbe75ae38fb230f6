/** Ports of a profile by name, in any abbreviation that IOS takes: `Fa0/1`, `f0/1`, `FastEthernet 0/1`. */

import type { Port } from '../hardware/profile.ts'

/** The ports that a name may mean: none, the one, or several where it is too short. */
export function portsNamed(ports: readonly Port[], name: string): Port[] {
  const typed = name.replace(/\s+/g, '').toLowerCase()
  const exact = ports.filter((port) => port.name.toLowerCase() === typed)
  if (exact.length > 0) return exact
  const [, letters = '', unit = ''] = /^([a-z-]+)(\d.*)$/.exec(typed) ?? []
  return ports.filter(
    (port) =>
      letters !== '' && port.unit.join('/') === unit && port.type.name.toLowerCase().startsWith(letters),
  )
}
