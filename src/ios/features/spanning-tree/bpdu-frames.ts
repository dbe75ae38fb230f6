/**
 * In which frames a port says its BPDUs (PVST+). An access port, and every VLAN on an ISL trunk, says them in IEEE frames. An
 * 802.1Q trunk says those of VLAN 1 in IEEE frames without a tag, for bridges of others, and those of every VLAN, 1
 * included, in Cisco's own, tagged like any frame of that VLAN. Source: Cisco, "Spanning tree from PVST+ to rapid PVST+".
 */

import { type Bpdu, encodeBpduFrame, encodePvstFrame } from '../../../wire/bpdu.ts'
import { taggedFrame } from '../../../wire/dot1q.ts'
import { encapsulateIsl } from '../../../wire/isl.ts'
import type { SwitchedPort } from '../../switching.ts'

/** Class of service of control traffic. */
const priority = 7

export function bpduFrames(port: SwitchedPort, vlan: number, bpdu: Bpdu): readonly Uint8Array[] {
  const { phy, trunk, encapsulation, nativeVlan } = port
  // Nobody who listens is behind a telephone.
  if (!trunk) return vlan === nativeVlan ? [encodeBpduFrame(bpdu, phy.mac)] : []
  if (encapsulation === 'isl') return [encapsulateIsl(encodeBpduFrame(bpdu, phy.mac), vlan, phy.mac)]
  const own = encodePvstFrame(bpdu, phy.mac, vlan)
  const sent = vlan === nativeVlan ? own : taggedFrame(own, vlan, priority)
  return vlan === 1 ? [encodeBpduFrame(bpdu, phy.mac), sent] : [sent]
}
