/** A built-in profile by its name, for tests. */

import { builtInProfiles } from '../src/hardware/built-in-profiles.ts'
import type { Profile } from '../src/hardware/profile.ts'

export function profileOf(name: string): Profile {
  const profile = builtInProfiles.get(name)
  if (profile === undefined) throw new Error(`no profile ${name}`)
  return profile
}
