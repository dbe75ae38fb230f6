/** The software's release as a number to compare: 12.2, 15.0, 16.9. */

import type { Ios } from './ios.ts'

export function releaseOf(ios: Ios): number {
  return Number.parseFloat(ios.profile.software.version)
}

export function isXe(ios: Ios): boolean {
  return ios.traits.has('ios-xe')
}
