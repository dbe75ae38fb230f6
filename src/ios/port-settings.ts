/**
 * What the views of interfaces and of VLANs want to know of a port's configuration, whichever feature declares its lines:
 * those features provide it here, so that none of them imports another.
 */

import type { Section } from '../config/section.ts'

export interface InterfaceSettings {
  description(section: Section): string | undefined
  /** `auto`, or what was forced: `100`. */
  speed(section: Section): string
  duplex(section: Section): 'auto' | 'full' | 'half'
  /** Whether crossed pairs are found. */
  mdix(section: Section): boolean
  /** What a serial DCE gives; 0 is no clock. */
  clockRateBps(section: Section): number
}

export type AdministrativeMode = 'static access' | 'trunk' | 'dynamic auto' | 'dynamic desirable'

export interface SwitchPortSettings {
  mode(section: Section): AdministrativeMode
  accessVlan(section: Section): number
  voiceVlan(section: Section): number | undefined
  nativeVlan(section: Section): number
  /** VLANs that may cross a trunk, ascending. */
  allowed(section: Section): readonly number[]
  encapsulation(section: Section): 'dot1q' | 'isl' | 'negotiate'
  /** `switchport nonegotiate`. */
  silent(section: Section): boolean
  /** `no switchport`. */
  routed(section: Section): boolean
}

const interfaceSettings: Partial<InterfaceSettings> = {}
const switchPortSettings: Partial<SwitchPortSettings> = {}

export function provideInterfaceSettings(provided: Partial<InterfaceSettings>): void {
  Object.assign(interfaceSettings, provided)
}

export function provideSwitchPortSettings(provided: Partial<SwitchPortSettings>): void {
  Object.assign(switchPortSettings, provided)
}

/** Complete once all features are loaded. */
export function interfaceSettingsOf(): InterfaceSettings {
  return interfaceSettings as InterfaceSettings
}

/** Complete once all features are loaded. */
export function switchPortSettingsOf(): SwitchPortSettings {
  return switchPortSettings as SwitchPortSettings
}
