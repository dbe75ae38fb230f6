/**
 * `spanning-tree …` of the switch, kept until there are frames. Wording: lists of Catalysts; the sentence about priorities
 * and the warning about PortFast as real switches print them. They print in the order of their declaration.
 */

import { globalMode } from '../../declare.ts'
import '../../vlan-list.ts'

const tree = globalMode.words('spanning-tree', { 'spanning-tree': 'Spanning Tree Subsystem' })
const common = { needs: 'spanning-tree', place: 'spanning-tree', inert: true } as const

tree.line('mode {mode:mst|pvst|rapid-pvst}', {
  ...common,
  help: {
    mode: 'Spanning tree operating mode',
    mst: 'Multiple spanning tree mode',
    pvst: 'Per-Vlan spanning tree mode',
    'rapid-pvst': 'Per-Vlan rapid spanning tree mode',
  },
})
tree.line('logging', { ...common, help: { logging: 'Enable Spanning tree logging' } })
tree.line('loopguard default', {
  ...common,
  help: {
    loopguard: 'Spanning tree loopguard options',
    default: 'Enable loopguard by default on all ports',
  },
})
tree.line('portfast default', {
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
tree.line('portfast {guard:bpdufilter|bpduguard} default', {
  ...common,
  help: {
    portfast: 'Spanning tree portfast options',
    bpdufilter: 'Enable portfast bpdu filter on this switch',
    bpduguard: 'Enable portfast bpdu guard on this switch',
    default: 'Enable it by default on all portfast ports',
  },
  key: ['guard'],
})
tree.line('etherchannel guard misconfig', {
  ...common,
  help: {
    etherchannel: 'Spanning tree etherchannel specific configuration',
    guard: 'Configure guard features for etherchannel',
    misconfig: 'Enable guard to protect against etherchannel misconfiguration',
  },
  default: {},
})
tree.line('extend system-id', {
  ...common,
  help: {
    extend: 'Spanning Tree 802.1t extensions',
    'system-id': 'Extend system-id into priority portion of the bridge id (PVST & Rapid PVST only)',
  },
})
tree.line('pathcost method {method:long|short}', {
  ...common,
  help: {
    pathcost: 'Spanning tree pathcost options',
    method: 'Method to calculate default port path cost',
    long: 'Use 32 bit based values for default port path costs',
    short: 'Use 16 bit based values for default port path costs',
  },
  default: { method: 'short' },
})
tree.line('backbonefast', { ...common, help: { backbonefast: 'Enable BackboneFast Feature' } })
tree.line('uplinkfast', { ...common, help: { uplinkfast: 'Enable UplinkFast Feature' } })

const vlan = tree.words('vlan <vlans:vlan-list>', {
  vlan: 'VLAN Switch Spanning Tree',
  vlans: 'vlan range, example: 1,3-5,7,9-11',
})

/** Spanning tree runs in every VLAN unless one is taken out. */
vlan.line('', {
  ...common,
  help: {},
  key: ['vlans'],
  default: {},
})

const priorities = `% Bridge Priority must be in increments of 4096.
% Allowed values are: 
  0     4096  8192  12288 16384 20480 24576 28672
  32768 36864 40960 45056 49152 53248 57344 61440
`

interface OfVlans {
  readonly vlans: readonly number[]
}
const firstOf = ({ vlans }: OfVlans): number => vlans[0] ?? 0
const byVlan = (a: OfVlans, b: OfVlans): number => firstOf(a) - firstOf(b)

const bridgePriority = vlan.line('priority <value:0-61440>', {
  ...common,
  help: {
    priority: 'Set the bridge priority for the spanning tree',
    value: 'bridge priority in increments of 4096',
  },
  key: ['vlans'],
  compare: byVlan,
  refuse: ({ value }) => (value % 4096 === 0 ? undefined : priorities),
})
vlan.line('hello-time <seconds:1-10>', {
  ...common,
  help: {
    'hello-time': 'Set the hello interval for the spanning tree',
    seconds: 'number of seconds between generation of config BPDUs',
  },
  key: ['vlans'],
  compare: byVlan,
})
vlan.line('forward-time <seconds:4-30>', {
  ...common,
  help: {
    'forward-time': 'Set the forward delay for the spanning tree',
    seconds: 'number of seconds for the forward delay timer',
  },
  key: ['vlans'],
  compare: byVlan,
})
vlan.line('max-age <seconds:6-40>', {
  ...common,
  help: {
    'max-age': 'Set the max age interval for the spanning tree',
    seconds: 'maximum number of seconds the information in a BPDU is valid',
  },
  key: ['vlans'],
  compare: byVlan,
})

/** Where nobody else is root, 24576 is low enough; what is kept is the number. */
const rootPriority = { primary: 24_576, secondary: 28_672 } as const

vlan.action('root {role:primary|secondary}', {
  help: {
    root: 'Configure switch as root',
    primary: 'Configure this switch as primary root for this spanning tree',
    secondary: 'Configure switch as secondary root',
  },
  needs: 'spanning-tree',
  no: true,
  key: ['vlans'],
  *run({ ios, args: { vlans, role = 'primary' }, form }) {
    const at = { ios, section: ios.configuration }
    const refusal =
      form === 'set'
        ? bridgePriority.apply(at, { vlans, value: rootPriority[role] })
        : bridgePriority.unset(at, { vlans })
    if (refusal !== undefined) yield refusal
  },
})
