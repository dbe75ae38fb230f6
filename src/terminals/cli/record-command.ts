/** `rollover record`. */

import type { Profile } from '../../hardware/profile.ts'

export async function recordCommand(_arguments: {
  readonly profile: Profile
  readonly output?: string
}): Promise<number> {
  throw new Error('not yet')
}
