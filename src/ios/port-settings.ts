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
}

export type AdministrativeMode = 'static access' | 'trunk' | 'dynamic auto' | 'dynamic desirable'

export interface SwitchPortSettings {
  mode(section: Section): AdministrativeMode
  accessVlan(section: Section): number
}

let interfaceSettings: InterfaceSettings | undefined
let switchPortSettings: SwitchPortSettings | undefined

export function provideInterfaceSettings(provided: InterfaceSettings): void {
  interfaceSettings = provided
}

export function provideSwitchPortSettings(provided: SwitchPortSettings): void {
  switchPortSettings = provided
}

export function interfaceSettingsOf(): InterfaceSettings {
  if (interfaceSettings === undefined) throw new Error('no feature provides interface settings')
  return interfaceSettings
}

export function switchPortSettingsOf(): SwitchPortSettings {
  if (switchPortSettings === undefined) throw new Error('no feature provides switch port settings')
  return switchPortSettings
}
