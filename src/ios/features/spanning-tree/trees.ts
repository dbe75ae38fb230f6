/**
 * The trees of a switch: one for each VLAN that a port carries, made and taken down as ports, VLANs and lines change. Gives
 * them frames and time, tells the fabric what ports may do, and logs. Which protocol a tree runs is `spanning-tree mode`'s.
 * Messages: as real switches log them; those of mismatches from memory.
 */

import { RstpTree } from '../../../protocols/spanning-tree/rstp-tree.ts'
import type {
  Inconsistency,
  PortState,
  SpanningTree,
  TreePort,
} from '../../../protocols/spanning-tree/spanning-tree.ts'
import { StpTree } from '../../../protocols/spanning-tree/stp-tree.ts'
import { type Bpdu, type BpduFrame, bridgeGroupMac, decodeBpduFrame, pvstMac } from '../../../wire/bpdu.ts'
import { onBooted } from '../../booted.ts'
import { onInterfaceReset } from '../../interface-events.ts'
import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import { FeatureState, type Ios } from '../../ios.ts'
import { errDisable } from '../../link-state.ts'
import { onControlFrame } from '../../port-frames.ts'
import { provideSpanningTreeSettings, provideSpanningTreeState } from '../../spanning-tree-state.ts'
import {
  fabricOf,
  isTrunk,
  onSwitchingChange,
  type SwitchedPort,
  setPortState,
  switchedPort,
  switchedPorts,
} from '../../switching.ts'
import { bpduFrames } from './bpdu-frames.ts'
import { mode, runsIn } from './lines.ts'
import { bridgeSettings, guardsOf, portSettings, sameBridge, sameSettings } from './settings.ts'
import { onSettingsChange } from './settings-changed.ts'

/** A port in a tree. */
export interface Member {
  readonly made: Interface
  switched: SwitchedPort
  readonly port: TreePort
  /** What was said last, and its frames. */
  said: Bpdu | undefined
  frames: readonly Uint8Array[]
  /** What was heard last, and what it means. */
  heard: Uint8Array | undefined
  meant: BpduFrame | undefined
}

export interface Instance {
  readonly vlan: number
  readonly tree: SpanningTree
  readonly protocol: 'ieee' | 'rstp'
  readonly members: Map<Interface, Member>
  readonly sinceMs: number
}

interface Trees {
  readonly instances: Map<number, Instance>
  timerAtMs: number
}

const states = new FeatureState<Trees>(() => ({ instances: new Map(), timerAtMs: Infinity }))

/** The trees with ports, by VLAN. */
export function instancesOf(ios: Ios): Instance[] {
  return [...states.of(ios).instances.values()].sort((a, b) => a.vlan - b.vlan)
}

export function instanceOf(ios: Ios, vlan: number): Instance | undefined {
  return states.of(ios).instances.get(vlan)
}

export function vlanName(vlan: number): string {
  return `VLAN${String(vlan).padStart(4, '0')}`
}

export function protocolOf(ios: Ios): 'ieee' | 'rstp' {
  return mode.get(ios.configuration)?.mode === 'rapid-pvst' ? 'rstp' : 'ieee'
}

/** Brings the trees in line with ports, VLANs and configuration. */
function refresh(ios: Ios): void {
  if (!ios.traits.has('spanning-tree')) return
  const { instances } = states.of(ios)
  const wanted = new Map<number, SwitchedPort[]>()
  for (const port of switchedPorts(ios))
    for (const vlan of port.vlans) {
      if (!runsIn(ios.configuration, vlan)) continue
      const ports = wanted.get(vlan)
      if (ports === undefined) wanted.set(vlan, [port])
      else ports.push(port)
    }
  const protocol = protocolOf(ios)
  for (const [vlan, instance] of [...instances]) {
    const ports = instance.protocol === protocol ? (wanted.get(vlan) ?? []) : []
    for (const [made, member] of [...instance.members])
      if (!ports.some((port) => port.made === made)) leave(ios, instance, member)
    if (instance.members.size > 0) continue
    instances.delete(vlan)
    fabricOf(ios).table.shortenAging(vlan, undefined)
  }
  for (const { made, vlans } of switchedPorts(ios))
    for (const vlan of vlans) if (!wanted.has(vlan)) setPortState(ios, made, vlan, 'forwarding')
  for (const [vlan, ports] of wanted) {
    let instance = instances.get(vlan)
    if (instance === undefined) {
      instance = makeInstance(ios, vlan, protocol)
      instances.set(vlan, instance)
    }
    update(ios, instance, ports)
  }
  arm(ios)
}

function makeInstance(ios: Ios, vlan: number, protocol: 'ieee' | 'rstp'): Instance {
  const Tree = protocol === 'ieee' ? StpTree : RstpTree
  const tree = new Tree(bridgeSettings(ios, vlan), {
    fastAging: (on, forwardDelayMs) =>
      fabricOf(ios).table.shortenAging(vlan, on ? forwardDelayMs : undefined),
  })
  return { vlan, tree, protocol, members: new Map(), sinceMs: ios.kernel.nowMs }
}

function update(ios: Ios, instance: Instance, ports: readonly SwitchedPort[]): void {
  const { tree, vlan, members } = instance
  const { nowMs } = ios.kernel
  const bridge = bridgeSettings(ios, vlan)
  if (!sameBridge(tree.bridge, bridge)) tree.configureBridge(bridge, nowMs)
  for (const switched of ports) {
    const settings = portSettings(ios, switched, vlan)
    const member = members.get(switched.made)
    if (member === undefined) join(ios, instance, switched)
    else {
      if (member.switched !== switched) {
        member.switched = switched
        member.said = undefined
      }
      if (!sameSettings(member.port.settings, settings)) tree.configurePort(member.port, settings, nowMs)
    }
  }
}

function join(ios: Ios, { tree, vlan, members }: Instance, switched: SwitchedPort): void {
  const { made, phy } = switched
  setPortState(ios, made, vlan, 'discarding')
  // The port speaks while it is being added.
  let member: Member | undefined
  const early: Bpdu[] = []
  const port = tree.addPort(
    portSettings(ios, switched, vlan),
    {
      transmit: (bpdu) => (member === undefined ? early.push(bpdu) : transmit(ios, member, vlan, bpdu)),
      setState: (state) => setPortState(ios, made, vlan, fabricState[state]),
      flush: () => fabricOf(ios).table.flush({ vlan, port: phy }),
      bpduGuard: () => {
        const name = shortName(ios.profile, made.name)
        ios.log.emit(
          'SPANTREE',
          2,
          'BLOCK_BPDUGUARD',
          `Received BPDU on port ${name} with BPDU Guard enabled. Disabling port.`,
        )
        errDisable(ios, made, 'bpduguard')
      },
      inconsistent: (reason, before) => logInconsistency(ios, made, vlan, reason, before),
    },
    ios.kernel.nowMs,
  )
  member = { made, switched, port, said: undefined, frames: [], heard: undefined, meant: undefined }
  members.set(made, member)
  for (const bpdu of early) transmit(ios, member, vlan, bpdu)
}

function leave(ios: Ios, { tree, members }: Instance, member: Member): void {
  members.delete(member.made)
  tree.removePort(member.port, ios.kernel.nowMs)
}

const fabricState = {
  blocking: 'discarding',
  listening: 'discarding',
  learning: 'learning',
  forwarding: 'forwarding',
} as const satisfies Record<PortState, string>

// Frames

function transmit(ios: Ios, member: Member, vlan: number, bpdu: Bpdu): void {
  const { switched } = member
  if (member.said !== bpdu) {
    member.said = bpdu
    member.frames = bpduFrames(switched, vlan, bpdu)
  }
  for (const bytes of member.frames) switched.phy.transmit(bytes, ios.chassis.network.newJourney())
}

function memberOf(ios: Ios, made: Interface, vlan: number): [Instance, Member] | undefined {
  const instance = instanceOf(ios, vlan)
  const member = instance?.members.get(made)
  return instance === undefined || member === undefined ? undefined : [instance, member]
}

/** Reads a frame, or remembers what the same bytes meant: a neighbour says the same for hours. */
function meaningOf(member: Member, bytes: Uint8Array): BpduFrame | undefined {
  const { heard } = member
  if (heard !== undefined && sameBytes(heard, bytes)) return member.meant
  const meant = decodeBpduFrame(bytes)
  member.heard = bytes
  member.meant = typeof meant === 'string' ? undefined : meant
  return member.meant
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** IEEE frames on an 802.1Q trunk are VLAN 1's, whichever VLAN has no tag there. */
onControlFrame(bridgeGroupMac, (ios, made, frame, vlan) => {
  if (vlan === 0) return
  const switched = switchedPort(ios, made)
  if (switched === undefined) return
  const of = switched.trunk ? (switched.encapsulation === 'isl' ? vlan : 1) : switched.nativeVlan
  const found = memberOf(ios, made, of)
  if (found === undefined) return
  const [{ tree }, member] = found
  const meant = meaningOf(member, frame.bytes)
  if (meant?.form !== 'ieee') return
  tree.receive(member.port, meant.bpdu, ios.kernel.nowMs)
  arm(ios, tree)
})

onControlFrame(pvstMac, (ios, made, frame, vlan) => {
  if (vlan === 0) return
  const found = memberOf(ios, made, vlan)
  if (found === undefined) return
  const [{ tree }, member] = found
  const { switched, port } = member
  if (!switched.trunk && vlan !== switched.nativeVlan) return
  // VLAN 1 speaks twice on a trunk; its own form only says which VLAN has no tag.
  const isSecond = vlan === 1 && switched.trunk
  const meant = isSecond ? decodeOnce(frame.bytes) : meaningOf(member, frame.bytes)
  if (meant?.form !== 'pvst') return
  const { settings } = port
  if (settings.bpduFilter !== 'always' && !settings.bpduGuard) {
    if (!switched.trunk) {
      mismatched(ios, tree, member, vlan, 'type')
      return
    }
    if (meant.vlan !== undefined && meant.vlan !== vlan) {
      if (port.inconsistency === undefined)
        ios.log.emit(
          'SPANTREE',
          2,
          'RECV_PVID_ERR',
          `Received BPDU with inconsistent peer vlan id ${meant.vlan} on ${made.name} VLAN${vlan}.`,
        )
      const peer = memberOf(ios, made, meant.vlan)
      if (peer !== undefined) mismatched(ios, peer[0].tree, peer[1], meant.vlan, 'peer-pvid')
      mismatched(ios, tree, member, vlan, 'pvid')
      return
    }
  }
  if (isSecond) return
  tree.receive(port, meant.bpdu, ios.kernel.nowMs)
  arm(ios, tree)
})

function decodeOnce(bytes: Uint8Array): BpduFrame | undefined {
  const meant = decodeBpduFrame(bytes)
  return typeof meant === 'string' ? undefined : meant
}

function mismatched(
  ios: Ios,
  tree: SpanningTree,
  { made, port }: Member,
  vlan: number,
  reason: 'pvid' | 'peer-pvid' | 'type',
): void {
  if (reason === 'type' && port.inconsistency !== 'type')
    ios.log.emit(
      'SPANTREE',
      7,
      'RECV_1Q_NON_TRUNK',
      `Received 802.1Q BPDU on non trunk ${made.name} VLAN${vlan}.`,
    )
  tree.mismatch(port, reason, ios.kernel.nowMs)
  arm(ios, tree)
}

// Time

/** Has the clock wake whichever tree is due first; `only` when just that one changed. */
function arm(ios: Ios, only?: SpanningTree): void {
  const state = states.of(ios)
  let at = Infinity
  if (only !== undefined) at = only.wakeAtMs()
  else for (const { tree } of state.instances.values()) at = Math.min(at, tree.wakeAtMs())
  if (at >= state.timerAtMs) return
  state.timerAtMs = at
  ios.after(at - ios.kernel.nowMs, () => {
    // An earlier one has taken its place.
    if (state.timerAtMs !== at) return
    state.timerAtMs = Infinity
    const { nowMs } = ios.kernel
    for (const { tree } of state.instances.values()) if (tree.wakeAtMs() <= nowMs) tree.wake(nowMs)
    arm(ios)
  })
}

// Messages

function logInconsistency(
  ios: Ios,
  made: Interface,
  vlan: number,
  reason: Inconsistency | undefined,
  before: Inconsistency | undefined,
): void {
  const where = `${made.name} on ${vlanName(vlan)}.`
  const say = (severity: 2 | 7, mnemonic: string, text: string): void =>
    ios.log.emit('SPANTREE', severity, mnemonic, text)
  const which = reason ?? before
  const un = reason === undefined ? 'UN' : ''
  if (which === 'root') say(2, `ROOTGUARD_${un}BLOCK`, `Root guard ${un.toLowerCase()}blocking port ${where}`)
  else if (which === 'loop')
    say(2, `LOOPGUARD_${un}BLOCK`, `Loop guard ${un.toLowerCase()}blocking port ${where}`)
  else if (reason === undefined)
    say(2, 'UNBLOCK_CONSIST_PORT', `Unblocking ${where} Port consistency restored.`)
  else if (reason === 'pvid') say(2, 'BLOCK_PVID_LOCAL', `Blocking ${where} Inconsistent local vlan.`)
  else if (reason === 'peer-pvid') say(2, 'BLOCK_PVID_PEER', `Blocking ${where} Inconsistent peer vlan.`)
  else say(7, 'BLOCK_PORT_TYPE', `Blocking ${where} Inconsistent port type.`)
}

onSwitchingChange(refresh)
onSettingsChange(refresh)
onInterfaceReset(refresh)
onBooted((ios) => {
  if (!ios.traits.has('spanning-tree')) return
  fabricOf(ios).unsaidState = (vlan) => (runsIn(ios.configuration, vlan) ? 'discarding' : 'forwarding')
  refresh(ios)
})

provideSpanningTreeState((ios, made, vlan) => {
  const found = memberOf(ios, made, vlan)
  if (found === undefined) return undefined
  const [{ tree }, { port }] = found
  const { role, state, inconsistency } = port
  return { role, state, inconsistent: inconsistency !== undefined, inconsistency, isRootBridge: tree.isRoot }
})

provideSpanningTreeSettings({
  port: (ios, made) => guardsOf(ios, made.section, isTrunk(ios, made)),
  bridge(ios, vlan) {
    const tree = instanceOf(ios, vlan)?.tree
    if (tree === undefined) return undefined
    const { bridge, root, isRoot } = tree
    const { rootPriority, rootMac } = root
    return { priority: bridge.priority, mac: bridge.mac, rootPriority, rootMac, isRoot }
  },
})
