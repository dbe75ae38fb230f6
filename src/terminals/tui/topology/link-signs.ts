/**
 * How the ends of a lab's cables stand: their links, or what the spanning tree of a VLAN does there. A state is told by its
 * sign as well as its colour.
 */

import type { Interface } from '../../../ios/interfaces.ts'
import type { Ios } from '../../../ios/ios.ts'
import { spanningTreeStateOf } from '../../../ios/spanning-tree-state.ts'
import { switchedPort, switchedPorts } from '../../../ios/switching.ts'
import type { LabCable, LabEnd } from '../../../labs/lab.ts'
import type { RunningLab } from '../../../labs/running-lab.ts'
import { Device } from '../../../session/device.ts'
import type { CellTone } from '../colours.ts'
import type { Sign } from './draw.ts'

export type EndState =
  | 'up'
  | 'down'
  | 'err-disabled'
  /** Up, but not in order: the line protocol is down, or the ends differ in duplex. */
  | 'attention'
  | 'forwarding'
  | 'blocking'
  | 'listening'
  | 'learning'
  /** The VLAN is not carried there. */
  | 'outside'

const signs: Readonly<Record<EndState, Sign>> = {
  up: { text: '●', tone: 'good' },
  down: { text: '○', tone: 'dim' },
  'err-disabled': { text: '✕', tone: 'bad' },
  attention: { text: '▲', tone: 'attention' },
  forwarding: { text: '●', tone: 'good' },
  blocking: { text: '✕', tone: 'attention' },
  listening: { text: '▲', tone: 'attention' },
  learning: { text: '▲', tone: 'attention' },
  outside: { text: '·', tone: 'dim' },
}

export const signOf = (state: EndState): Sign => signs[state]

/** What an end shows; in a VLAN where one is given. */
export function endStateOf(
  lab: RunningLab,
  cable: LabCable,
  end: LabEnd,
  vlan: number | undefined,
): EndState {
  const link = linkStateOf(lab, end)
  if (vlan === undefined || link === 'down' || link === 'err-disabled') return link
  const found = interfaceAt(lab, end)
  if (found !== undefined) return treeStateAt(found.ios, found.made, vlan) ?? 'outside'
  if (lab.machines.get(end.device) instanceof Device) return 'outside'
  // A host is in the VLAN of the port that it is plugged into.
  const far = interfaceAt(lab, end === cable.from ? cable.to : cable.from)
  const port = far && switchedPort(far.ios, far.made)
  return port?.trunk === false && port.nativeVlan === vlan ? 'up' : 'outside'
}

function linkStateOf(lab: RunningLab, end: LabEnd): EndState {
  const machine = lab.machines.get(end.device)
  const port = machine?.ports.get(end.port)
  if (machine === undefined || port === undefined || machine.state === 'off') return 'down'
  const made = interfaceAt(lab, end)?.made
  if (made?.errDisabled !== undefined) return 'err-disabled'
  if (!port.carrier || made?.link === 'down') return 'down'
  const { peer } = port
  const differs = peer?.carrier === true && peer.duplex !== port.duplex
  return made?.protocol === 'down' || differs ? 'attention' : 'up'
}

function treeStateAt(ios: Ios, made: Interface, vlan: number): EndState | undefined {
  const port = switchedPort(ios, made)
  if (port === undefined || !port.vlans.includes(vlan)) return undefined
  // Where no tree runs, everything is forwarded.
  return spanningTreeStateOf(ios, made, vlan)?.state ?? 'forwarding'
}

/** How a cable is drawn whose ends stand so. */
export function cableTone(from: EndState, to: EndState): CellTone {
  const either = (state: EndState): boolean => from === state || to === state
  if (either('down') || either('err-disabled') || either('outside')) return 'dim'
  if (either('blocking') || either('listening') || either('learning')) return 'attention'
  return either('forwarding') ? 'good' : 'plain'
}

/** VLANs that are carried somewhere in the lab, ascending. */
export function vlansOf({ machines }: RunningLab): number[] {
  const found = new Set<number>()
  for (const machine of machines.values())
    if (machine instanceof Device && machine.ios?.traits.has('switchport') === true)
      for (const { vlans } of switchedPorts(machine.ios)) for (const vlan of vlans) found.add(vlan)
  return [...found].sort((a, b) => a - b)
}

/** The device is the root of the VLAN's spanning tree. */
export function isRootOf(lab: RunningLab, name: string, vlan: number): boolean {
  const machine = lab.machines.get(name)
  if (!(machine instanceof Device) || machine.ios?.traits.has('switchport') !== true) return false
  const { ios } = machine
  return switchedPorts(ios).some(({ made }) => spanningTreeStateOf(ios, made, vlan)?.isRootBridge === true)
}

function interfaceAt(lab: RunningLab, end: LabEnd): { ios: Ios; made: Interface } | undefined {
  const machine = lab.machines.get(end.device)
  if (!(machine instanceof Device) || machine.ios === undefined) return undefined
  const made = machine.ios.interfaces.get(end.port)
  return made && { ios: machine.ios, made }
}
