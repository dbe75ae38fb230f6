/** The devices of a lab as the menu and the chooser name them. */

import type { ConsoleState } from '../../session/device.ts'
import type { Practice } from '../practice.ts'

/** A console that can be chosen. */
export interface DeviceChoice {
  readonly name: string
  readonly what: string
  readonly powered: boolean
  readonly isActive: boolean
}

/** In the order of the lab; undefined for one device alone. */
export function deviceChoices({ lab, machines, active }: Practice): DeviceChoice[] | undefined {
  return lab?.lab.devices.map(({ name, profile }) => ({
    name,
    what: profile.name,
    powered: isPowered(machines.get(name)?.state ?? 'off'),
    isActive: name === active,
  }))
}

/** The names of devices of a lab with a configuration that is not saved. */
export function unsavedDevices({ lab, machines }: Practice): string[] {
  if (lab === undefined) return []
  return [...machines.values()].filter((machine) => machine.status().unsaved).map(({ name }) => name)
}

export function isPowered(state: ConsoleState): boolean {
  return state !== 'off'
}
