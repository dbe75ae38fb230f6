/**
 * The views of all trees: `show spanning-tree summary`, `root`, `bridge`, `blockedports`, `inconsistentports`. Layout: captures
 * of 12.2 to XE for summary, root and inconsistentports; bridge and blockedports from memory.
 */

import { dottedMac } from '../../../wire/mac.ts'
import { shortName } from '../../interface-names.ts'
import type { Ios } from '../../ios.ts'
import { releaseOf } from '../../release.ts'
import { inconsistencyText } from './detail-text.ts'
import {
  backbonefast,
  edgeGuards,
  loopguardDefault,
  misconfigGuard,
  mode,
  pathcostMethod,
  portfastDefault,
  uplinkfast,
} from './lines.ts'
import { membersOf } from './tree-text.ts'
import { type Instance, vlanName } from './trees.ts'

/** Neighbouring VLANs together, `VLAN0115-VLAN0116`, from 15.2 on. */
function rootNames(ios: Ios, instances: readonly Instance[]): string[] {
  const vlans = instances.filter(({ tree }) => tree.isRoot).map(({ vlan }) => vlan)
  if (vlans.length === 0) return ['none']
  if (releaseOf(ios) < 15.2) return vlans.map(vlanName)
  const names: string[] = []
  for (let first = 0; first < vlans.length; ) {
    let last = first
    while (vlans[last + 1] === (vlans[last] as number) + 1) last++
    const name = vlanName(vlans[first] as number)
    names.push(last === first ? name : `${name}-${vlanName(vlans[last] as number)}`)
    first = last + 1
  }
  return names
}

/** Within 80 columns; a row that goes on has no comma at its end. */
function wrapped(first: string, names: readonly string[]): string {
  let text = ''
  let row = first
  names.forEach((name, index) => {
    const piece = row === first || row === '  ' ? name : `, ${name}`
    if (index > 0 && row.length + piece.length >= 80) {
      text += `${row}\n`
      row = `  ${name}`
    } else row += piece
  })
  return `${text}${row}\n`
}

function settingsText(ios: Ios): string {
  const { configuration } = ios
  const isDefault = (which: 'bpdufilter' | 'bpduguard'): boolean =>
    edgeGuards.get(configuration, { guard: which }) !== undefined
  const isNew = releaseOf(ios) >= 15.2
  const is = (name: string, on: boolean, rest = ''): string =>
    `${name.padEnd(isNew ? 40 : 29)}is ${on ? 'enabled' : 'disabled'}${rest}\n`
  const edge = isNew ? 'Portfast Edge' : undefined
  const rapid = mode.get(configuration)?.mode === 'rapid-pvst'
  const simulation = is(
    'PVST Simulation Default',
    true,
    ` but inactive in ${rapid ? 'rapid-pvst' : 'pvst'} mode`,
  )
  const misconfig = is('EtherChannel misconfig guard', misconfigGuard.isOn(configuration))
  const method = pathcostMethod.get(configuration)?.method ?? 'short'
  return [
    ...(isNew ? [] : [misconfig]),
    is('Extended system ID', true),
    is('Portfast Default', portfastDefault.isOn(configuration)),
    is(`${edge ?? 'PortFast'} BPDU Guard Default`, isDefault('bpduguard')),
    is(`${edge ?? 'Portfast'} BPDU Filter Default`, isDefault('bpdufilter')),
    is('Loopguard Default', loopguardDefault.isOn(configuration)),
    ...(isNew ? [simulation, is('Bridge Assurance', rapid), misconfig] : []),
    is('UplinkFast', uplinkfast.isOn(configuration)),
    is('BackboneFast', backbonefast.isOn(configuration)),
    `Configured Pathcost method used is ${method}\n`,
  ].join('')
}

type Counts = [blocking: number, listening: number, learning: number, forwarding: number, active: number]

function counts(instance: Instance): Counts {
  const sum: Counts = [0, 0, 0, 0, instance.members.size]
  for (const { port } of instance.members.values())
    sum[['blocking', 'listening', 'learning', 'forwarding'].indexOf(port.state)]!++
  return sum
}

function countRow(name: string, [blocking, listening, learning, forwarding, active]: Counts): string {
  const cell = (value: number, width: number): string => String(value).padStart(width)
  return `${name.padEnd(22)}${cell(blocking, 8)}${cell(listening, 10)}${cell(learning, 9)}${cell(forwarding, 11)}${cell(active, 11)}\n`
}

const rule = '---------------------- -------- --------- -------- ---------- ----------\n'

export function summaryText(ios: Ios, instances: readonly Instance[], totalsOnly: boolean): string {
  const total: Counts = [0, 0, 0, 0, 0]
  let rows = ''
  for (const instance of instances) {
    const one = counts(instance)
    one.forEach((value, index) => {
      total[index] = (total[index] as number) + value
    })
    rows += countRow(vlanName(instance.vlan), one)
  }
  const sum = countRow(`${instances.length} vlan${instances.length === 1 ? '' : 's'}`, total)
  return `Switch is in ${mode.get(ios.configuration)?.mode ?? 'pvst'} mode
${wrapped('Root bridge for: ', rootNames(ios, instances))}${settingsText(ios)}
Name                   Blocking Listening Learning Forwarding STP Active
${rule}${totalsOnly ? '' : `${rows}${rule}`}${sum}`
}

/** One row for each tree: where its root is. */
export function rootText(ios: Ios, instances: readonly Instance[]): string {
  const rows = instances.map((instance) => {
    const { tree, vlan } = instance
    const { root, times, rootPort } = tree
    const port = membersOf(instance).find((member) => member.port === rootPort)
    const s = (ms: number, width: number): string => String(ms / 1000).padStart(width)
    const name = port === undefined ? '' : shortName(ios.profile, port.made.name)
    const id = `${String(root.rootPriority).padStart(5)} ${dottedMac(root.rootMac)}`
    return `${vlanName(vlan).padEnd(16)} ${id} ${String(root.cost).padStart(9)}${s(times.helloTimeMs, 5)}${s(times.maxAgeMs, 5)}${s(times.forwardDelayMs, 4)}  ${name.padEnd(16)}\n`
  })
  return `
                                        Root    Hello Max Fwd
Vlan                   Root ID          Cost    Time  Age Dly  Root Port
---------------- -------------------- --------- ----- --- ---  ------------
${rows.join('')}`
}

/** One row for each tree: this bridge in it. */
export function bridgeText(instances: readonly Instance[]): string {
  const rows = instances.map(({ vlan, tree: { bridge }, protocol }) => {
    const s = (ms: number): string => String(ms / 1000).padStart(3)
    const id = `${String(bridge.priority).padStart(5)} (${String(bridge.priority - vlan).padStart(5)},${String(vlan).padStart(4)})`
    return `${vlanName(vlan).padEnd(16)} ${id} ${dottedMac(bridge.mac)}  ${s(bridge.helloTimeMs)}   ${s(bridge.maxAgeMs)}  ${s(bridge.forwardDelayMs)}  ${protocol}\n`
  })
  return `
                                                   Hello  Max  Fwd
Vlan                         Bridge ID              Time  Age  Dly  Protocol
---------------- --------------------------------- -----  ---  ---  --------
${rows.join('')}`
}

export function blockedText(ios: Ios, instances: readonly Instance[]): string {
  let count = 0
  let rows = ''
  for (const instance of instances) {
    const blocked = membersOf(instance).filter(({ port }) => port.state === 'blocking')
    if (blocked.length === 0) continue
    count += blocked.length
    const names = blocked.map(({ made }) => shortName(ios.profile, made.name)).join(', ')
    rows += `${vlanName(instance.vlan).padEnd(20)} ${names}\n`
  }
  return `
Name                 Blocked Interfaces List
-------------------- ------------------------------------
${rows}
Number of blocked ports (segments) in the system : ${count}

`
}

export function inconsistentText(instances: readonly Instance[]): string {
  let count = 0
  let rows = ''
  for (const instance of instances)
    for (const { made, port } of membersOf(instance)) {
      if (port.inconsistency === undefined) continue
      count++
      rows += `${vlanName(instance.vlan).padEnd(20)} ${made.name.padEnd(30)} ${inconsistencyText(port.inconsistency)}\n`
    }
  return `
Name                 Interface                      Inconsistency
-------------------- ------------------------------ ------------------
${rows}
Number of inconsistent ports (segments) in the system : ${count}

`
}
