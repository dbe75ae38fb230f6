/**
 * One value at a time: `show spanning-tree root cost`, `… bridge address`, `… interface X state`. Choice after "Cisco IOS LAN
 * Switching Command Reference"; the columns from memory. Leaves out `inconsistency` of a port.
 */

import { dottedMac } from '../../../wire/mac.ts'
import { shortName } from '../../interface-names.ts'
import type { Ios } from '../../ios.ts'
import { about, aboutPort, common, port, type Text, tree, vlan } from './show.ts'
import { bridgeBlock, membersOf, portPriorityOf, rootBlock } from './tree-text.ts'
import { type Instance, type Member, vlanName } from './trees.ts'

type Value = (instance: Instance, ios: Ios) => string | number

const seconds = (ms: number): number => ms / 1000
const systemId = ({ vlan: id, tree: { bridge } }: Instance): string =>
  `${String(bridge.priority).padStart(5)} (${String(bridge.priority - id).padStart(5)},${String(id).padStart(4)})`

const rootValues = {
  address: ({ tree: { root } }) => dottedMac(root.rootMac),
  cost: ({ tree: { root } }) => root.cost,
  'forward-time': ({ tree: { times } }) => seconds(times.forwardDelayMs),
  'hello-time': ({ tree: { times } }) => seconds(times.helloTimeMs),
  id: ({ tree: { root } }) => `${String(root.rootPriority).padStart(5)} ${dottedMac(root.rootMac)}`,
  'max-age': ({ tree: { times } }) => seconds(times.maxAgeMs),
  port: (instance, ios) => {
    const leading = membersOf(instance).find((member) => member.port === instance.tree.rootPort)
    return leading === undefined ? 'This bridge is root' : shortName(ios.profile, leading.made.name)
  },
  priority: ({ tree: { root } }) => root.rootPriority,
} satisfies Record<string, Value>

const bridgeValues = {
  address: ({ tree: { bridge } }) => dottedMac(bridge.mac),
  'forward-time': ({ tree: { bridge } }) => seconds(bridge.forwardDelayMs),
  'hello-time': ({ tree: { bridge } }) => seconds(bridge.helloTimeMs),
  id: (instance) => `${systemId(instance)} ${dottedMac(instance.tree.bridge.mac)}`,
  'max-age': ({ tree: { bridge } }) => seconds(bridge.maxAgeMs),
  priority: systemId,
  protocol: ({ protocol }) => protocol,
} satisfies Record<string, Value>

const column =
  (value: Value): Text =>
  (ios, instances) =>
    instances.map((one) => `${vlanName(one.vlan).padEnd(16)} ${value(one, ios)}\n`).join('')

const blocks =
  (block: (ios: Ios, instance: Instance) => string): Text =>
  (ios, instances) =>
    instances.map((one) => `${vlanName(one.vlan)}\n${block(ios, one)}`).join('')

const times = {
  'forward-time': 'Forward delay interval',
  'hello-time': 'Hello time',
  'max-age': 'Max age',
}
const rootHelp = {
  root: 'Status and configuration of the root bridge',
  address: 'Mac address of the root bridge',
  cost: 'Path cost to the root bridge',
  detail: 'Detailed of the root bridge',
  id: 'Root bridge identifier',
  port: 'Root port',
  priority: 'Root bridge priority',
  ...times,
}
const bridgeHelp = {
  bridge: 'Status and configuration of this bridge',
  address: 'Mac address of this bridge',
  detail: 'Detailed of this bridge',
  id: 'Spanning tree bridge identifier',
  priority: 'Bridge priority of this bridge',
  protocol: 'Spanning tree protocol',
  ...times,
}

const rootText = (what: keyof typeof rootValues | 'detail'): Text =>
  what === 'detail' ? blocks((_, one) => rootBlock(one)) : column(rootValues[what])
const bridgeText = (what: keyof typeof bridgeValues | 'detail'): Text =>
  what === 'detail' ? blocks(bridgeBlock) : column(bridgeValues[what])

tree.exec('root {what:address|cost|detail|forward-time|hello-time|id|max-age|port|priority}', {
  ...common,
  help: rootHelp,
  *run({ ios, args: { what } }) {
    yield about(ios, undefined, rootText(what))
  },
})
vlan.exec('root {what:address|cost|detail|forward-time|hello-time|id|max-age|port|priority}', {
  ...common,
  help: rootHelp,
  *run({ ios, args: { vlans, what } }) {
    yield about(ios, vlans, rootText(what))
  },
})
tree.exec('bridge {what:address|detail|forward-time|hello-time|id|max-age|priority|protocol}', {
  ...common,
  help: bridgeHelp,
  *run({ ios, args: { what } }) {
    yield about(ios, undefined, bridgeText(what))
  },
})
vlan.exec('bridge {what:address|detail|forward-time|hello-time|id|max-age|priority|protocol}', {
  ...common,
  help: bridgeHelp,
  *run({ ios, args: { vlans, what } }) {
    yield about(ios, vlans, bridgeText(what))
  },
})

// Of one port

const portValues = {
  cost: (_, member) => member.port.settings.cost,
  priority: (_, member) => portPriorityOf(member),
  rootcost: ({ tree: { root } }) => root.cost,
  state: (_, member) => member.port.state,
} satisfies Record<string, (instance: Instance, member: Member) => string | number>

// The words are those of a real listing.
tree.exec('interface <name:interface> {what:cost|priority|rootcost|state}', {
  ...common,
  help: {
    ...port,
    cost: 'Port path cost',
    priority: 'Port priority',
    rootcost: 'Path cost to root',
    state: 'Port spanning tree state',
  },
  *run({ ios, args: { name, what } }) {
    yield aboutPort(ios, name, undefined, (_, places) =>
      places
        .map(([one, member]) => `${vlanName(one.vlan).padEnd(19)} ${portValues[what](one, member)}\n`)
        .join(''),
    )
  },
})
