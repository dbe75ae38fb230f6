/**
 * How trees and their ports are written in `show spanning-tree`: names, types, states, the table. Layout: captures of Catalysts
 * and virtual switches of 15.x and XE; the two differences of 12.2 from memory.
 */

import { RstpPort } from '../../../protocols/spanning-tree/rstp-port.ts'
import type { Inconsistency } from '../../../protocols/spanning-tree/spanning-tree.ts'
import { dottedMac } from '../../../wire/mac.ts'
import { shortName } from '../../interface-names.ts'
import type { Ios } from '../../ios.ts'
import { releaseOf } from '../../release.ts'
import { fabricOf } from '../../switching.ts'
import { type Instance, instancesOf, type Member, vlanName } from './trees.ts'

const roleWords = {
  disabled: 'Disa',
  root: 'Root',
  designated: 'Desg',
  alternate: 'Altn',
  backup: 'Back',
} as const

const stateWords = { blocking: 'BLK', listening: 'LIS', learning: 'LRN', forwarding: 'FWD' } as const

const inconsistencyWords: Record<Inconsistency, string> = {
  root: 'ROOT_Inc',
  loop: 'LOOP_Inc',
  pvid: 'PVID_Inc',
  'peer-pvid': 'PVID_Inc',
  type: 'TYPE_Inc',
}

/** In the order of port numbers. */
export function membersOf({ members }: Instance): Member[] {
  return [...members.values()].sort((a, b) => a.switched.number - b.switched.number)
}

/** The number in a port ID; the priority is `portId >> 8` as long as there are no more than 255 ports. */
export const portNumber = ({ switched }: Member): number => switched.number
export const portPriorityOf = ({ port }: Member): number => (port.settings.portId >> 8) & 0xf0

function typeText(ios: Ios, { port }: Member): string {
  const link = port.settings.pointToPoint ? 'P2p' : 'Shr'
  const edge = port.edge ? (releaseOf(ios) < 15 ? `Edge ${link}` : `${link} Edge`) : link
  const peer = speaksOld(port) ? ' Peer(STP)' : ''
  const broken = port.inconsistency === undefined ? '' : ` *${inconsistencyWords[port.inconsistency]}`
  return `${edge}${peer}${broken} `
}

/** A rapid tree's port whose neighbour is a bridge of 1998. */
export function speaksOld(port: Member['port']): boolean {
  return port instanceof RstpPort && !port.sendRstp
}

/** One row; `first` is the name of the port, or of the VLAN. */
export function portRow(ios: Ios, member: Member, first: string): string {
  const { port } = member
  const state = port.inconsistency === undefined ? `${stateWords[port.state]} ` : 'BKN*'
  const id = `${portPriorityOf(member)}.${portNumber(member)}`
  return `${first.padEnd(19)} ${roleWords[port.role]} ${state}${String(port.settings.cost).padEnd(9)} ${id.padEnd(8)} ${typeText(ios, member)}\n`
}

export function tableHeading(first: string): string {
  return `${first.padEnd(19)} Role Sts Cost      Prio.Nbr Type
------------------- ---- --- --------- -------- --------------------------------
`
}

/** Of these VLANs; undefined is all. */
export function chosenInstances(ios: Ios, vlans: readonly number[] | undefined): Instance[] {
  return instancesOf(ios).filter(({ vlan }) => vlans === undefined || vlans.includes(vlan))
}

const seconds = (ms: number): string => String(ms / 1000).padStart(2)

function times(of: { helloTimeMs: number; maxAgeMs: number; forwardDelayMs: number }): string {
  return `             Hello Time  ${seconds(of.helloTimeMs)} sec  Max Age ${seconds(of.maxAgeMs)} sec  Forward Delay ${seconds(of.forwardDelayMs)} sec\n`
}

export function agingSeconds(ios: Ios, vlan: number): number {
  return fabricOf(ios).table.agingMsOf(vlan) / 1000
}

/** Of one tree: its root. */
export function rootBlock(instance: Instance): string {
  const { root, rootPort, times: agreed } = instance.tree
  const leading = membersOf(instance).find(({ port }) => port === rootPort)
  const toRoot =
    leading === undefined
      ? '             This bridge is the root\n'
      : `             Cost        ${root.cost}
             Port        ${portNumber(leading)} (${leading.made.name})
`
  return `  Root ID    Priority    ${root.rootPriority}
             Address     ${dottedMac(root.rootMac)}
${toRoot}${times(agreed)}`
}

/** Of one tree: this bridge in it. */
export function bridgeBlock(ios: Ios, { vlan, tree: { bridge } }: Instance): string {
  const aging = agingSeconds(ios, vlan)
  const agingText = releaseOf(ios) < 15 ? `Aging Time ${aging}` : `Aging Time  ${String(aging).padEnd(3)} sec`
  return `  Bridge ID  Priority    ${bridge.priority}  (priority ${bridge.priority - vlan} sys-id-ext ${vlan})
             Address     ${dottedMac(bridge.mac)}
${times(bridge)}             ${agingText}
`
}

/** What `show spanning-tree` says of one tree. */
export function treeBlock(ios: Ios, instance: Instance): string {
  return `
${vlanName(instance.vlan)}
  Spanning tree enabled protocol ${instance.protocol}
${rootBlock(instance)}
${bridgeBlock(ios, instance)}
${tableHeading('Interface')}${membersOf(instance)
  .map((member) => portRow(ios, member, shortName(ios.profile, member.made.name)))
  .join('')}

`
}

/** What stands where there is nothing to show. */
export function nothing(vlans: string | undefined): string {
  return vlans === undefined
    ? '\nNo spanning tree instance exists.\n\n'
    : `\nSpanning tree instance(s) for vlan ${vlans} does not exist.\n\n`
}
