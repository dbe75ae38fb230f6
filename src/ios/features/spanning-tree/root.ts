/**
 * `spanning-tree vlan N root primary|secondary`: works out a priority from the root of the moment and keeps that. Values and
 * the sentence of the failure as measured on switches of 15.2 and XE 17.
 */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { bridgePriority } from './lines.ts'
import { configuredPriority } from './settings.ts'
import { instanceOf } from './trees.ts'
import '../../vlan-list.ts'

const primary = 24_576
const secondary = 28_672
const step = 4096

/** The priority that makes this switch the root of a VLAN; undefined when none does. */
function winningPriority(ios: Ios, vlan: number): number | undefined {
  const tree = instanceOf(ios, vlan)?.tree
  if (tree === undefined || tree.isRoot) return Math.min(primary, configuredPriority(ios, vlan))
  const { rootPriority, rootMac } = tree.root
  const root = rootPriority - (rootPriority % step)
  if (root > primary || (root === primary && tree.bridge.mac < rootMac)) return primary
  return root - step > 0 ? root - step : undefined
}

globalMode.action('spanning-tree vlan <vlans:vlan-list> root {role:primary|secondary}', {
  help: {
    'spanning-tree': 'Spanning Tree Subsystem',
    vlan: 'VLAN Switch Spanning Tree',
    vlans: 'vlan range, example: 1,3-5,7,9-11',
    root: 'Configure switch as root',
    primary: 'Configure this switch as primary root for this spanning tree',
    secondary: 'Configure switch as secondary root',
  },
  needs: 'spanning-tree',
  no: true,
  key: ['vlans'],
  *run({ ios, args: { vlans, role = 'primary' }, form }) {
    const at = { ios, section: ios.configuration }
    if (form !== 'set') {
      bridgePriority.unset(at, { vlans })
      return
    }
    const byPriority = new Map<number, number[]>()
    for (const vlan of vlans) {
      const value = role === 'primary' ? winningPriority(ios, vlan) : secondary
      if (value === undefined)
        yield `% Failed to make the bridge root for vlan ${vlan}
% It may be possible to make the bridge root by setting the priority for some (or all) of these instances to zero.
`
      else byPriority.set(value, [...(byPriority.get(value) ?? []), vlan])
    }
    for (const [value, of] of byPriority) bridgePriority.apply(at, { vlans: of, value })
  },
})
