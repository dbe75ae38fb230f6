/** The neighbours that a device has heard of by CDP, for whoever is no feature; the feature provides them. */

import type { CdpNeighbour } from '../protocols/cdp/cdp.ts'
import type { Ios } from './ios.ts'

type Provider = (ios: Ios) => readonly CdpNeighbour[]

let provider: Provider = () => []

export function provideNeighbours(provide: Provider): void {
  provider = provide
}

/** By our ports in their order. */
export function neighboursOf(ios: Ios): readonly CdpNeighbour[] {
  return provider(ios)
}
