/** `show spanning-tree detail`, of trees and of ports. Layout: captures of Catalysts, 12.2 to XE; lines that only some ports have from memory. */

import type { Inconsistency } from '../../../protocols/spanning-tree/spanning-tree.ts'
import { dottedMac } from '../../../wire/mac.ts'
import { duration } from '../../duration.ts'
import type { Ios } from '../../ios.ts'
import { releaseOf } from '../../release.ts'
import { bpduguard, guard, linkType } from './port-lines.ts'
import { edgeBy } from './settings.ts'
import { agingSeconds, membersOf, portNumber, portPriorityOf, speaksOld } from './tree-text.ts'
import { type Instance, type Member, vlanName } from './trees.ts'

const inconsistencyTexts: Record<Inconsistency, string> = {
  root: 'Root Inconsistent',
  loop: 'Loop Inconsistent',
  pvid: 'Port VLAN ID Mismatch',
  'peer-pvid': 'Port VLAN ID Mismatch',
  type: 'Port Type Inconsistent',
}

export function inconsistencyText(reason: Inconsistency): string {
  return inconsistencyTexts[reason]
}

/** Whole seconds until then; 0 when it never comes. */
function left(ios: Ios, atMs: number): number {
  return atMs === Infinity ? 0 : Math.max(0, Math.floor((atMs - ios.kernel.nowMs) / 1000))
}

export function treeDetail(ios: Ios, instance: Instance): string {
  const { vlan, tree, protocol } = instance
  const { bridge, root, rootPort, times } = tree
  const s = (ms: number): number => ms / 1000
  const holdCount = protocol === 'rstp' ? ', tranmsit hold-count 6' : ''
  const leading = membersOf(instance).find(({ port }) => port === rootPort)
  const toRoot =
    leading === undefined
      ? '  We are the root of the spanning tree\n'
      : `  Current root has priority ${root.rootPriority}, address ${dottedMac(root.rootMac)}
  Root port is ${portNumber(leading)} (${leading.made.name}), cost of root path is ${root.cost}
`
  const { lastTopologyChangeMs, topologyChanges } = tree
  const ago = duration(ios.kernel.nowMs - (lastTopologyChangeMs ?? instance.sinceMs))
  const origin = [...instance.members.values()].find(({ port }) => port === tree.lastTopologyChangePort)
  const flag = (on: boolean): string => (on ? 'set' : 'not set')
  const timers = tree.timersAtMs()
  return `
${vlanName(vlan)} is executing the ${protocol} compatible Spanning Tree protocol
  Bridge Identifier has priority ${bridge.priority - vlan}, sysid ${vlan}, address ${dottedMac(bridge.mac)}
  Configured hello time ${s(bridge.helloTimeMs)}, max age ${s(bridge.maxAgeMs)}, forward delay ${s(bridge.forwardDelayMs)}${holdCount}
${toRoot}  Topology change flag ${flag(tree.topologyChanging)}, detected flag ${flag(tree.changeDetected)}
  Number of topology changes ${topologyChanges} last change occurred ${ago} ago
${origin === undefined ? '' : `          from ${origin.made.name}\n`}  Times:  hold 1, topology change ${s(times.maxAgeMs + times.forwardDelayMs)}, notification ${s(times.helloTimeMs)}
          hello ${s(times.helloTimeMs)}, max age ${s(times.maxAgeMs)}, forward delay ${s(times.forwardDelayMs)} 
  Timers: hello ${left(ios, timers.hello)}, topology change ${left(ios, timers.topologyChange)}, notification ${left(ios, timers.notification)}, aging ${agingSeconds(ios, vlan)}

${membersOf(instance)
  .map((member) => portDetail(ios, instance, member))
  .join('')}`
}

export function portDetail(ios: Ios, instance: Instance, member: Member): string {
  const { port, made } = member
  const { designated, settings } = port
  const state =
    port.inconsistency === undefined
      ? `${port.role} ${port.state} `
      : `broken  (${inconsistencyText(port.inconsistency)})`
  const messageAge =
    port.expiresAtMs === Infinity ? 0 : instance.tree.times.maxAgeMs / 1000 - left(ios, port.expiresAtMs)
  const priority = portPriorityOf(member)
  return ` Port ${portNumber(member)} (${made.name}) of ${vlanName(instance.vlan)} is ${state}
   Port path cost ${settings.cost}, Port priority ${priority}, Port Identifier ${priority}.${portNumber(member)}.
   Designated root has priority ${designated.rootPriority}, address ${dottedMac(designated.rootMac)}
   Designated bridge has priority ${designated.bridgePriority}, address ${dottedMac(designated.bridgeMac)}
   Designated port id is ${(designated.portId >> 8) & 0xf0}.${designated.portId & 0xfff}, designated path cost ${designated.cost}
   Timers: message age ${messageAge}, forward delay ${left(ios, port.nextStateAtMs)}, hold 0
   Number of transitions to forwarding state: ${port.forwardTransitions}
${edgeLine(ios, member)}   Link type is ${settings.pointToPoint ? 'point-to-point' : 'shared'}${linkType.get(made.section) === undefined ? ' by default' : ''}${speaksOld(port) ? ', Peer is STP' : ''}
${guardLines(member)}   BPDU: sent ${port.sent}, received ${port.received}

`
}

function edgeLine(ios: Ios, { made, port, switched }: Member): string {
  if (!port.edge) return ''
  const edge = releaseOf(ios) < 15.2 ? '' : ' edge'
  const by = edgeBy(ios, made.section, switched.trunk)
  const how = by === 'trunk' ? ' trunk' : ''
  return `   The port is in the portfast${edge}${how} mode${by === 'default' ? ' by default' : ''}\n`
}

function guardLines({ made, port }: Member): string {
  const { settings } = port
  const lines: string[] = []
  if (settings.bpduGuard)
    lines.push(`Bpdu guard is enabled${bpduguard.get(made.section) === undefined ? ' by default' : ''}`)
  if (settings.bpduFilter !== 'off')
    lines.push(`Bpdu filter is enabled${settings.bpduFilter === 'edge' ? ' by default' : ''}`)
  const byDefault = guard.get(made.section) === undefined ? ' by default' : ''
  if (settings.guard === 'root') lines.push('Root guard is enabled on the port')
  if (settings.guard === 'loop') lines.push(`Loop guard is enabled${byDefault} on the port`)
  return lines.map((line) => `   ${line}\n`).join('')
}
