/**
 * `spanning-tree …` of the switch. Wording: lists of Catalysts; the sentence about priorities and the warning about
 * PortFast as real switches print them. They print in the order of their declaration. MST is not modelled.
 */

import type { Section } from '../../../config/section.ts'
import { globalMode } from '../../declare.ts'
import type { At } from '../../line.ts'
import { settingsChanged } from './settings-changed.ts'
import { type OfVlans, perVlan } from './vlan-lines.ts'
import '../../vlan-list.ts'

const tree = globalMode.words('spanning-tree', { 'spanning-tree': 'Spanning Tree Subsystem' })
const changed = ({ ios }: At): void => settingsChanged(ios)
const common = { needs: 'spanning-tree', place: 'spanning-tree', changed } as const
/** Kept and printed: nothing follows from it. */
const inert = { needs: 'spanning-tree', place: 'spanning-tree', inert: true } as const

export const mode = tree.line('mode {mode:pvst|rapid-pvst}', {
  ...common,
  help: {
    mode: 'Spanning tree operating mode',
    pvst: 'Per-Vlan spanning tree mode',
    'rapid-pvst': 'Per-Vlan rapid spanning tree mode',
  },
})
tree.line('logging', { ...inert, help: { logging: 'Enable Spanning tree logging' } })
export const loopguardDefault = tree.line('loopguard default', {
  ...common,
  help: {
    loopguard: 'Spanning tree loopguard options',
    default: 'Enable loopguard by default on all ports',
  },
})
export const portfastDefault = tree.line('portfast default', {
  ...common,
  help: {
    portfast: 'Spanning tree portfast options',
    default: 'Enable portfast by default on all access ports',
  },
  remark: () => `%Warning: this command enables portfast by default on all interfaces. You
 should now disable portfast explicitly on switched ports leading to hubs,
 switches and bridges as they may create temporary bridging loops.
`,
})
export const edgeGuards = tree.line('portfast {guard:bpdufilter|bpduguard} default', {
  ...common,
  help: {
    portfast: 'Spanning tree portfast options',
    bpdufilter: 'Enable portfast bpdu filter on this switch',
    bpduguard: 'Enable portfast bpdu guard on this switch',
    default: 'Enable it by default on all portfast ports',
  },
  key: ['guard'],
})
export const misconfigGuard = tree.line('etherchannel guard misconfig', {
  ...inert,
  help: {
    etherchannel: 'Spanning tree etherchannel specific configuration',
    guard: 'Configure guard features for etherchannel',
    misconfig: 'Enable guard to protect against etherchannel misconfiguration',
  },
  default: {},
})
tree.line('extend system-id', {
  ...inert,
  help: {
    extend: 'Spanning Tree 802.1t extensions',
    'system-id': 'Extend system-id into priority portion of the bridge id (PVST & Rapid PVST only)',
  },
})
export const pathcostMethod = tree.line('pathcost method {method:long|short}', {
  ...common,
  help: {
    pathcost: 'Spanning tree pathcost options',
    method: 'Method to calculate default port path cost',
    long: 'Use 32 bit based values for default port path costs',
    short: 'Use 16 bit based values for default port path costs',
  },
  default: { method: 'short' },
})
export const backbonefast = tree.line('backbonefast', {
  ...inert,
  help: { backbonefast: 'Enable BackboneFast Feature' },
})
export const uplinkfast = tree.line('uplinkfast', {
  ...inert,
  help: { uplinkfast: 'Enable UplinkFast Feature' },
})

const vlan = tree.words('vlan <vlans:vlan-list>', {
  vlan: 'VLAN Switch Spanning Tree',
  vlans: 'vlan range, example: 1,3-5,7,9-11',
})

/** Spanning tree runs in every VLAN unless one is taken out. */
const running = vlan.line('', {
  ...common,
  help: {},
  ...perVlan('spanning-tree vlan'),
  default: {},
})

export function runsIn(section: Section, vlan: number): boolean {
  return !section
    .entriesOf(running.slot)
    .some(({ negated, args }) => negated && (args as unknown as OfVlans).vlans.includes(vlan))
}

const priorities = `% Bridge Priority must be in increments of 4096.
% Allowed values are: 
  0     4096  8192  12288 16384 20480 24576 28672
  32768 36864 40960 45056 49152 53248 57344 61440
`

export const bridgePriority = vlan.line('priority <value:0-61440>', {
  ...common,
  help: {
    priority: 'Set the bridge priority for the spanning tree',
    value: 'bridge priority in increments of 4096',
  },
  ...perVlan('spanning-tree vlan priority'),
  refuse: ({ value }) => (value % 4096 === 0 ? undefined : priorities),
})
export const helloTime = vlan.line('hello-time <seconds:1-10>', {
  ...common,
  help: {
    'hello-time': 'Set the hello interval for the spanning tree',
    seconds: 'number of seconds between generation of config BPDUs',
  },
  ...perVlan('spanning-tree vlan hello-time'),
})
export const forwardTime = vlan.line('forward-time <seconds:4-30>', {
  ...common,
  help: {
    'forward-time': 'Set the forward delay for the spanning tree',
    seconds: 'number of seconds for the forward delay timer',
  },
  ...perVlan('spanning-tree vlan forward-time'),
})
export const maxAge = vlan.line('max-age <seconds:6-40>', {
  ...common,
  help: {
    'max-age': 'Set the max age interval for the spanning tree',
    seconds: 'maximum number of seconds the information in a BPDU is valid',
  },
  ...perVlan('spanning-tree vlan max-age'),
})
