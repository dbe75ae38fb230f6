/**
 * What a device tells its neighbours of itself and what other features know: each provides its part here, so that CDP and
 * DTP import none of them. Without a provider the answer is a device's without that feature.
 */

import type { Interface } from './interfaces.ts'
import type { Ios } from './ios.ts'

export interface Announced {
  /** Of VTP; empty while there is none. */
  vtpDomain(ios: Ios): string
  /** The interface's own primary IPv4 address. */
  address(ios: Ios, made: Interface): number | undefined
  /** Whether it forwards IP packets between its interfaces. */
  routes(ios: Ios): boolean
}

const provided: Announced = {
  vtpDomain: () => '',
  address: () => undefined,
  routes: (ios) => !ios.traits.has('switchport'),
}

export function provideAnnounced(parts: Partial<Announced>): void {
  Object.assign(provided, parts)
}

export function announced(): Announced {
  return provided
}
