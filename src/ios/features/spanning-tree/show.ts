/**
 * `show spanning-tree` and its forms, of all VLANs, of some, of one port. Left out: MST, UplinkFast and BackboneFast. What the
 * device says where there is nothing to show is from memory.
 */

import type { Ios } from '../../ios.ts'
import { show } from '../../show-words.ts'
import { showVlanList } from '../../vlan-list.ts'
import { portDetail, treeDetail } from './detail-text.ts'
import { pathcostMethod } from './lines.ts'
import { blockedText, bridgeText, inconsistentText, rootText, summaryText } from './summary-text.ts'
import { chosenInstances, nothing, portRow, tableHeading, treeBlock } from './tree-text.ts'
import { type Instance, type Member, vlanName } from './trees.ts'

export const tree = show.words('spanning-tree', { 'spanning-tree': 'Spanning tree topology' })
export const vlan = tree.words('vlan <vlans:vlan-list>', {
  vlan: 'VLAN Switch Spanning Trees',
  vlans: 'vlan range, example: 1,3-5,7,9-11',
})
export const common = { needs: 'spanning-tree', filtered: true } as const

export type Text = (ios: Ios, instances: readonly Instance[]) => string

const plain: Text = (ios, instances) => instances.map((instance) => treeBlock(ios, instance)).join('')
const detail: Text = (ios, instances) => instances.map((instance) => treeDetail(ios, instance)).join('')

/** The text of the trees, or what stands for none. */
export function about(ios: Ios, vlans: readonly number[] | undefined, text: Text): string {
  const instances = chosenInstances(ios, vlans)
  if (instances.length === 0) return nothing(vlans === undefined ? undefined : showVlanList(vlans))
  return text(ios, instances)
}

const active = { active: 'Report on active interfaces only' }
const detailed = { detail: 'Detailed information' }

// Only ports that are up are in a tree: `active` shows no fewer.
tree.exec('', {
  ...common,
  help: {},
  *run({ ios }) {
    yield about(ios, undefined, plain)
  },
})
tree.exec('active [{more:detail}]', {
  ...common,
  help: { ...active, ...detailed },
  *run({ ios, args }) {
    yield about(ios, undefined, args.more === undefined ? plain : detail)
  },
})
tree.exec('detail [active]', {
  ...common,
  help: { ...active, ...detailed },
  *run({ ios }) {
    yield about(ios, undefined, detail)
  },
})
tree.exec('summary [{only:totals}]', {
  ...common,
  help: { summary: 'Summary of port states', totals: 'Show the total lines of the spanning-tree summary' },
  *run({ ios, args }) {
    yield summaryText(ios, chosenInstances(ios, undefined), args.only !== undefined)
  },
})
tree.exec('root', {
  ...common,
  help: { root: 'Status and configuration of the root bridge' },
  *run({ ios }) {
    yield about(ios, undefined, rootText)
  },
})
tree.exec('bridge', {
  ...common,
  help: { bridge: 'Status and configuration of this bridge' },
  *run({ ios }) {
    yield about(ios, undefined, (_, instances) => bridgeText(instances))
  },
})
tree.exec('blockedports', {
  ...common,
  help: { blockedports: 'Show blocked ports' },
  *run({ ios }) {
    yield blockedText(ios, chosenInstances(ios, undefined))
  },
})
tree.exec('inconsistentports', {
  ...common,
  help: { inconsistentports: 'Show inconsistent ports' },
  *run({ ios }) {
    yield inconsistentText(chosenInstances(ios, undefined))
  },
})
tree.exec('pathcost method', {
  ...common,
  help: { pathcost: 'Show Spanning pathcost options', method: 'Default pathcost calculation method' },
  *run({ ios }) {
    yield `Spanning tree default pathcost method used is ${pathcostMethod.get(ios.configuration)?.method ?? 'short'}\n`
  },
})

// Of some VLANs

vlan.exec('', {
  ...common,
  help: {},
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, plain)
  },
})
vlan.exec('active [{more:detail}]', {
  ...common,
  help: { ...active, ...detailed },
  *run({ ios, args }) {
    yield about(ios, args.vlans, args.more === undefined ? plain : detail)
  },
})
vlan.exec('detail [active]', {
  ...common,
  help: { ...active, ...detailed },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, detail)
  },
})
vlan.exec('summary', {
  ...common,
  help: { summary: 'Summary of port states' },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, (_, instances) => summaryText(ios, instances, false))
  },
})
vlan.exec('root', {
  ...common,
  help: { root: 'Status and configuration of the root bridge' },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, rootText)
  },
})
vlan.exec('bridge', {
  ...common,
  help: { bridge: 'Status and configuration of this bridge' },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, (_, instances) => bridgeText(instances))
  },
})
vlan.exec('blockedports', {
  ...common,
  help: { blockedports: 'Show blocked ports' },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, blockedText)
  },
})
vlan.exec('inconsistentports', {
  ...common,
  help: { inconsistentports: 'Show inconsistent ports' },
  *run({ ios, args: { vlans } }) {
    yield about(ios, vlans, (_, instances) => inconsistentText(instances))
  },
})

// Of one port

/** The port in each tree that it is in. */
function placesOf(ios: Ios, name: string, vlans?: readonly number[]): [Instance, Member][] {
  return chosenInstances(ios, vlans).flatMap((instance): [Instance, Member][] => {
    const member = [...instance.members.values()].find(({ made }) => made.name === name)
    return member === undefined ? [] : [[instance, member]]
  })
}

export type PortText = (ios: Ios, places: readonly [Instance, Member][]) => string

export function aboutPort(
  ios: Ios,
  name: string,
  vlans: readonly number[] | undefined,
  text: PortText,
): string {
  const places = placesOf(ios, name, vlans)
  return places.length === 0 ? `no spanning tree info available for ${name}\n` : text(ios, places)
}

const rows: PortText = (ios, places) =>
  `\n${tableHeading('Vlan')}${places
    .map(([instance, member]) => portRow(ios, member, vlanName(instance.vlan)))
    .join('')}`
const details: PortText = (ios, places) =>
  places.map(([instance, member]) => portDetail(ios, instance, member)).join('')
const edges: PortText = (_, places) =>
  places
    .map(
      ([instance, { port }]) =>
        `${vlanName(instance.vlan).padEnd(20)}${port.edge ? 'enabled' : 'disabled'}\n`,
    )
    .join('')

export const port = { interface: 'Spanning Tree interface status and configuration', name: 'Interface' }

tree.exec('interface <name:interface> [active]', {
  ...common,
  help: { ...port, active: 'Report on active instances only' },
  *run({ ios, args: { name } }) {
    yield aboutPort(ios, name, undefined, rows)
  },
})
tree.exec('interface <name:interface> active detail', {
  ...common,
  help: { ...port, ...detailed, active: 'Report on active instances only' },
  *run({ ios, args: { name } }) {
    yield aboutPort(ios, name, undefined, details)
  },
})
tree.exec('interface <name:interface> detail [active]', {
  ...common,
  help: { ...port, ...detailed, active: 'Report on active instances only' },
  *run({ ios, args: { name } }) {
    yield aboutPort(ios, name, undefined, details)
  },
})
tree.exec('interface <name:interface> portfast', {
  ...common,
  help: { ...port, portfast: 'Portfast operational status' },
  *run({ ios, args: { name } }) {
    yield aboutPort(ios, name, undefined, edges)
  },
})
vlan.exec('interface <name:interface> [{more:detail}]', {
  ...common,
  help: { ...port, ...detailed },
  *run({ ios, args: { vlans, name, more } }) {
    yield aboutPort(ios, name, vlans, more === undefined ? rows : details)
  },
})
