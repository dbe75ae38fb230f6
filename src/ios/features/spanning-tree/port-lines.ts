/** `spanning-tree …` of a port. Wording: captured on a Catalyst 3750G; the warning on real switches. */

import { interfaceMode } from '../../declare.ts'
import type { At } from '../../line.ts'
import { settingsChanged } from './settings-changed.ts'
import { perVlan } from './vlan-lines.ts'
import '../../vlan-list.ts'

const tree = interfaceMode.words('spanning-tree', { 'spanning-tree': 'Spanning Tree Subsystem' })
const changed = ({ ios }: At): void => settingsChanged(ios)
const common = { needs: ['spanning-tree', 'switched'], place: 'spanning-tree', changed } as const

const nameOf = ({ section }: At): string => section.header.replace(/^interface /, '')

const warning = `%Warning: portfast should only be enabled on ports connected to a single
 host. Connecting hubs, concentrators, switches, bridges, etc... to this
 interface  when portfast is enabled, can cause temporary bridging loops.
 Use with CAUTION

`

export const portfast = tree.line('portfast', {
  ...common,
  help: { portfast: 'Enable an interface to move directly to forwarding on link up' },
  slot: 'spanning-tree portfast',
  remark: (_args, at) =>
    `${warning}%Portfast has been configured on ${nameOf(at)} but will only\n have effect when the interface is in a non-trunking mode.\n`,
})
export const portfastHow = tree.line('portfast {how:disable|trunk}', {
  ...common,
  help: {
    portfast: 'Enable an interface to move directly to forwarding on link up',
    disable: 'Disable portfast for this interface',
    trunk: 'Enable portfast on the interface even in trunk mode',
  },
  slot: 'spanning-tree portfast',
  remark: ({ how }) => (how === 'trunk' ? warning : undefined),
})
export const bpdufilter = tree.line('bpdufilter {state:disable|enable}', {
  ...common,
  help: {
    bpdufilter: "Don't send or receive BPDUs on this interface",
    disable: 'Disable BPDU filtering for this interface',
    enable: 'Enable BPDU filtering for this interface',
  },
})
export const bpduguard = tree.line('bpduguard {state:disable|enable}', {
  ...common,
  help: {
    bpduguard: "Don't accept BPDUs on this interface",
    disable: 'Disable BPDU guard for this interface',
    enable: 'Enable BPDU guard for this interface',
  },
})
export const linkType = tree.line('link-type {type:point-to-point|shared}', {
  ...common,
  help: {
    'link-type': 'Specify a link type for spanning tree protocol use',
    'point-to-point': 'Consider the interface as point-to-point',
    shared: 'Consider the interface as shared',
  },
})
export const portCost = tree.line('cost <value:1-200000000>', {
  ...common,
  help: { cost: "Change an interface's spanning tree port path cost", value: 'port path cost' },
})
export const portPriority = tree.line('port-priority <priority:0-240>', {
  ...common,
  help: {
    'port-priority': "Change an interface's spanning tree port priority",
    priority: 'port priority in increments of 16',
  },
  default: { priority: 128 },
  // From a measurement on a Catalyst.
  refuse: ({ priority }) =>
    priority % 16 === 0 ? undefined : '% Port Priority in increments of 16 is required',
})
export const guard = tree.line('guard {guard:loop|none|root}', {
  ...common,
  help: {
    guard: "Change an interface's spanning tree guard mode",
    loop: 'Set guard mode to loop guard on interface',
    none: 'Set guard mode to none',
    root: 'Set guard mode to root guard on interface',
  },
})
const vlan = tree.words('vlan <vlans:vlan-list>', {
  vlan: 'VLAN Switch Spanning Tree',
  vlans: 'vlan range, example: 1,3-5,7,9-11',
})
export const vlanCost = vlan.line('cost <value:1-200000000>', {
  ...common,
  help: { cost: "Change an interface's per VLAN spanning tree path cost", value: 'port path cost' },
  ...perVlan('spanning-tree vlan cost'),
})
export const vlanPriority = vlan.line('port-priority <value:0-240>', {
  ...common,
  help: {
    'port-priority': "Change an interface's spanning tree port priority",
    value: 'port priority in increments of 16',
  },
  ...perVlan('spanning-tree vlan port-priority'),
  refuse: ({ value }) => (value % 16 === 0 ? undefined : '% Port Priority in increments of 16 is required'),
})
