/** Names where a command takes an address: the name-lookup feature translates, and prints what it asks on the way. */

import type { Ios } from './ios.ts'
import type { Running } from './steps.ts'

/** The first address of a name, or of an address written out; undefined where there is none. */
export type NameResolution = (ios: Ios, typed: string) => Running<number | undefined>

let provided: NameResolution | undefined

export function provideNameResolution(resolution: NameResolution): void {
  provided = resolution
}

/** @throws Error when no feature provides it: a mistake of ours. */
export function resolveName(ios: Ios, typed: string): Running<number | undefined> {
  if (provided === undefined) throw new Error('no feature provides name resolution')
  return provided(ios, typed)
}
