/** What kind of thing an interface is, where views ask. */

import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { isSwitched } from '../../switching.ts'

/** A port or bundle of a switch, whether it switches or routes. */
export function isOnSwitch(ios: Ios, { port, type }: Interface): boolean {
  return ios.traits.has('switchport') && (port?.cable === 'ethernet' || type.name === 'Port-channel')
}

/** A port or bundle of a switch that switches. */
export function isSwitchPort(ios: Ios, made: Interface): boolean {
  return ios.traits.has('switchport') && (isSwitched(ios, made) || made.type.name === 'Port-channel')
}
