/** Where faults can strike in a working lab: its switch ports, interfaces with addresses, and what is at their other ends. */

import type { Interface } from '../../ios/interfaces.ts'
import type { Ios } from '../../ios/ios.ts'
import { switchPortSettingsOf } from '../../ios/port-settings.ts'
import { type SwitchedPort, switchedPorts } from '../../ios/switching.ts'
import { Device } from '../../session/device.ts'
import type { MarkedLab } from '../marked-lab.ts'

export interface DeviceAt {
  readonly name: string
  readonly ios: Ios
}

export function devicesIn(lab: MarkedLab): DeviceAt[] {
  return lab.machines.flatMap((machine) =>
    machine instanceof Device && machine.ios !== undefined ? [{ name: machine.name, ios: machine.ios }] : [],
  )
}

export interface SwitchPortAt extends DeviceAt {
  readonly port: SwitchedPort
  readonly made: Interface
  /** What is plugged in at the other end. */
  readonly peer: { readonly device: string; readonly port: string; readonly isHost: boolean }
}

/** Ports that switch and have something at their other end. */
export function switchPortsIn(lab: MarkedLab): SwitchPortAt[] {
  return devicesIn(lab).flatMap(({ name, ios }) =>
    switchedPorts(ios).flatMap((port) => {
      const peer = port.phy.peer
      if (peer === undefined) return []
      const isHost = !(lab.machine(peer.device) instanceof Device)
      return [{ name, ios, port, made: port.made, peer: { device: peer.device, port: peer.name, isHost } }]
    }),
  )
}

export function allowedVlans({ made }: SwitchPortAt): readonly number[] {
  return switchPortSettingsOf().allowed(made.section)
}

/** Interfaces with an address: routed ports, sub-interfaces, SVIs. Not loopbacks. */
export function addressedIn(
  lab: MarkedLab,
): (DeviceAt & { made: Interface; address: number; prefixLength: number })[] {
  return devicesIn(lab).flatMap(({ name, ios }) => {
    const stack = lab.stack(name)
    return [...ios.interfaces].flatMap((made) => {
      const link = stack.links.find((one) => one.name === made.name)
      const first = link && stack.addressesOf(link)[0]
      return first === undefined || made.type.name === 'Loopback' ? [] : [{ name, ios, made, ...first }]
    })
  })
}
