/**
 * Why a broadcast did not come to a device that is cabled to where it went: at the last switch that had it, what the port in
 * that direction does with its VLAN.
 */

import type { Port } from '../hardware/port.ts'
import { Host } from '../hosts/host.ts'
import type { Interface } from '../ios/interfaces.ts'
import type { Ios } from '../ios/ios.ts'
import { interfaceOf } from '../ios/port-frames.ts'
import { switchPortSettingsOf } from '../ios/port-settings.ts'
import { spanningTreeStateOf } from '../ios/spanning-tree-state.ts'
import { isTrunk, switchedPort } from '../ios/switching.ts'
import { Device } from '../session/device.ts'
import type { Question } from '../why/fate.ts'
import { vlanTagOf } from '../wire/dot1q.ts'
import { causeOfDark, causeOfDown, portText } from './link-cause.ts'
import type { MarkedLab } from './marked-lab.ts'
import { type Texts, texts } from './texts.ts'

/** Why what `from` asked was not heard by `owner`. */
export function causeOfSilence(
  lab: MarkedLab,
  from: string,
  owner: string,
  heard: Question['heard'],
): Texts | undefined {
  const port = lastPort(lab, new Set([from, ...heard.keys()]), owner)
  if (port === undefined) return causeOfUncabled(lab, owner)
  const machine = lab.machine(port.device)
  if (machine instanceof Host) return causeAtHost(lab, port)
  const ios = machine instanceof Device ? machine.ios : undefined
  const made = ios && interfaceOf(ios, port)
  if (ios === undefined || made === undefined) return undefined
  if (made.protocol !== 'up') return causeOfDown(lab, ios, made, portText(lab, port))
  const came = heard.get(port.device)
  const cameAt = came && interfaceOf(ios, came.port)
  const switched = switchedPort(ios, made)
  const cameBy = cameAt && switchedPort(ios, cameAt)
  if (came === undefined || switched === undefined || cameBy === undefined) return undefined
  const vlan = vlanTagOf(came.frame.bytes) || cameBy.nativeVlan
  const held = cameAt === undefined ? undefined : causeOfBlocking(ios, cameAt, vlan, portText(lab, came.port))
  if (held !== undefined) return held
  const where = portText(lab, port)
  if (!switched.vlans.includes(vlan)) {
    if (isTrunk(ios, made))
      return texts(`${where} does not carry VLAN ${vlan}`, `${where} 不放行 VLAN ${vlan}`)
    const own = switchPortSettingsOf().accessVlan(made.section)
    return texts(
      `the question came in VLAN ${vlan}, and ${where} is in VLAN ${own}`,
      `询问在 VLAN ${vlan} 中，而 ${where} 属于 VLAN ${own}`,
    )
  }
  return causeOfBlocking(ios, made, vlan, where)
}

function causeOfBlocking(ios: Ios, made: Interface, vlan: number, where: string): Texts | undefined {
  const tree = spanningTreeStateOf(ios, made, vlan)
  if (tree === undefined || tree.state === 'forwarding') return undefined
  if (tree.inconsistency === undefined) return texts(`spanning tree blocks ${where}`, `生成树阻塞了 ${where}`)
  const { en, zh } = inconsistencyWords[tree.inconsistency]
  return texts(`spanning tree blocks ${where}: ${en}`, `生成树阻塞了 ${where}：${zh}`)
}

export const inconsistencyWords = {
  root: texts('root guard heard of a better root there', 'root guard 在那里收到了更优的根桥信息'),
  loop: texts('loop guard no longer hears the neighbour', 'loop guard 收不到邻居的 BPDU'),
  pvid: texts('the ends have different native VLANs', '两端的 native VLAN 不同'),
  'peer-pvid': texts('the ends have different native VLANs', '两端的 native VLAN 不同'),
  type: texts('the other end is a trunk', '对端是 Trunk'),
} as const

/** The port where somebody who has the frame would give it to somebody nearer to the owner. */
function lastPort(lab: MarkedLab, having: ReadonlySet<string>, owner: string): Port | undefined {
  const seen = new Set([owner])
  let nearest = [owner]
  while (nearest.length > 0) {
    const next: string[] = []
    for (const name of nearest)
      for (const { peer } of lab.machine(name).ports.values()) {
        if (peer === undefined || seen.has(peer.device)) continue
        if (having.has(peer.device)) return peer
        seen.add(peer.device)
        // What is beyond a host or router is another network.
        if (isSwitch(lab, peer.device)) next.push(peer.device)
      }
    nearest = next
  }
  return undefined
}

function isSwitch(lab: MarkedLab, name: string): boolean {
  return lab.running.lab.devices.some((one) => one.name === name && one.profile.kind === 'switch')
}

function causeAtHost(lab: MarkedLab, port: Port): Texts | undefined {
  return port.cable === undefined ? undefined : causeOfDark(lab, port.cable, port)
}

/** A host that hangs on nothing. */
function causeOfUncabled(lab: MarkedLab, owner: string): Texts | undefined {
  const isCabled = [...lab.machine(owner).ports.values()].some(({ cable }) => cable !== undefined)
  return isCabled ? undefined : texts(`no cable is plugged into ${owner}`, `${owner} 没有插网线`)
}
