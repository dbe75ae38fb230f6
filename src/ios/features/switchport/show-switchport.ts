/** `show interfaces switchport`: one block a port. Layout: captures of a 2960-class switch and of others of 15.x. */

import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { isSwitched, switchedPort } from '../../switching.ts'
import { wrappedVlanList } from '../../vlan-list.ts'
import { vlansOf } from '../../vlans.ts'
import { accessVlan, administrativeMode, nonegotiate, voiceTag, voiceVlan } from './access.ts'
import { blocked, isProtected } from './other.ts'
import { interfaces, switchPorts } from './show-status.ts'
import { allVlans, trunkAllowed, trunkEncapsulation, trunkNative, trunkPruning } from './trunk.ts'

function named(ios: Ios, id: number): string {
  return `${id} (${vlansOf(ios).get(id)?.name ?? 'Inactive'})`
}

function voiceText(ios: Ios, made: Interface): string {
  const vlan = voiceVlan.get(made.section)?.vlan
  return vlan === undefined ? (voiceTag.get(made.section)?.tag ?? 'none') : named(ios, vlan)
}

function operationalMode(ios: Ios, made: Interface): string {
  const port = switchedPort(ios, made)
  return port === undefined ? 'down' : port.trunk ? 'trunk' : 'static access'
}

/** Hardware that knows one way of tagging only shows that one. */
function administrativeEncapsulation(ios: Ios, made: Interface): string {
  return ios.traits.has('isl') ? (trunkEncapsulation.get(made.section)?.kind ?? 'negotiate') : 'dot1q'
}

function* block(ios: Ios, made: Interface): Generator<string> {
  const { section } = made
  const mode = administrativeMode(section)
  const operational = operationalMode(ios, made)
  const allowed = trunkAllowed.get(section)?.vlans ?? allVlans
  yield `Name: ${shortName(ios.profile, made.name)}`
  if (made.phy !== undefined && !isSwitched(ios, made)) {
    yield 'Switchport: Disabled'
    return
  }
  yield 'Switchport: Enabled'
  yield `Administrative Mode: ${mode}`
  yield `Operational Mode: ${operational}`
  yield `Administrative Trunking Encapsulation: ${administrativeEncapsulation(ios, made)}`
  if (operational !== 'down') {
    const tagging = operational === 'trunk' ? switchedPort(ios, made)?.encapsulation : 'native'
    yield `Operational Trunking Encapsulation: ${tagging}`
  }
  yield `Negotiation of Trunking: ${mode === 'static access' || nonegotiate.isOn(section) ? 'Off' : 'On'}`
  yield `Access Mode VLAN: ${named(ios, accessVlan.get(section)?.vlan ?? 1)}`
  yield `Trunking Native Mode VLAN: ${named(ios, trunkNative.get(section)?.vlan ?? 1)}`
  yield 'Administrative Native VLAN tagging: enabled'
  yield `Voice VLAN: ${voiceText(ios, made)}`
  yield 'Administrative private-vlan host-association: none '
  yield 'Administrative private-vlan mapping: none '
  yield 'Administrative private-vlan trunk native VLAN: none'
  yield 'Administrative private-vlan trunk Native VLAN tagging: enabled'
  yield 'Administrative private-vlan trunk encapsulation: dot1q'
  yield 'Administrative private-vlan trunk normal VLANs: none'
  yield 'Administrative private-vlan trunk associations: none'
  yield 'Administrative private-vlan trunk mappings: none'
  yield 'Operational private-vlan: none'
  if (allowed.length === allVlans.length) yield 'Trunking VLANs Enabled: ALL'
  else if (allowed.length === 0) yield 'Trunking VLANs Enabled: NONE'
  else yield* wrappedVlanList('Trunking VLANs Enabled: ', '     ', allowed)
  const pruned = trunkPruning.get(section)?.vlans ?? []
  if (pruned.length === 0) yield 'Pruning VLANs Enabled: NONE'
  else yield* wrappedVlanList('Pruning VLANs Enabled: ', '     ', pruned)
  yield 'Capture Mode Disabled'
  yield 'Capture VLANs Allowed: ALL'
  yield ''
  yield `Protected: ${isProtected.isOn(section)}`
  yield `Unknown unicast blocked: ${enabledIf(blocked.get(section, { traffic: 'unicast' }) !== undefined)}`
  yield `Unknown multicast blocked: ${enabledIf(blocked.get(section, { traffic: 'multicast' }) !== undefined)}`
  yield 'Appliance trust: none'
}

function enabledIf(on: boolean): string {
  return on ? 'enabled' : 'disabled'
}

function switchportText(ios: Ios, name: string | undefined): string {
  return switchPorts(ios, name)
    .map((made) => `${[...block(ios, made)].join('\n')}\n`)
    .join('\n')
}

const help = { switchport: 'Show interface switchport information' }

interfaces.exec('switchport', {
  help,
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    yield switchportText(ios, undefined)
  },
})

interfaces.exec('<name:interface> switchport', {
  help: { ...help, name: 'Interface' },
  needs: 'switchport',
  filtered: true,
  *run({ ios, args: { name } }) {
    yield switchportText(ios, name)
  },
})
