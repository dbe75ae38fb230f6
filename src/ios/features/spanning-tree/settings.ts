/** What the lines mean for one tree and one port in it. Source: Catalyst 2960 configuration guide, chapters on STP. */

import type { Section } from '../../../config/section.ts'
import { pathCost } from '../../../protocols/spanning-tree/path-cost.ts'
import type { BridgeSettings, PortSettings } from '../../../protocols/spanning-tree/spanning-tree.ts'
import type { Ios } from '../../ios.ts'
import type { SwitchedPort } from '../../switching.ts'
import {
  bridgePriority,
  edgeGuards,
  forwardTime,
  helloTime,
  loopguardDefault,
  maxAge,
  pathcostMethod,
  portfastDefault,
} from './lines.ts'
import {
  bpdufilter,
  bpduguard,
  guard,
  linkType,
  portCost,
  portfast,
  portfastHow,
  portPriority,
  vlanCost,
  vlanPriority,
} from './port-lines.ts'
import { ofVlan } from './vlan-lines.ts'

export const defaultPriority = 32_768

export function configuredPriority(ios: Ios, vlan: number): number {
  return ofVlan(bridgePriority.all(ios.configuration), vlan)?.value ?? defaultPriority
}

export function bridgeSettings(ios: Ios, vlan: number): BridgeSettings {
  const { configuration } = ios
  return {
    priority: configuredPriority(ios, vlan) + vlan,
    mac: Number.parseInt(ios.identity.baseMac, 16),
    helloTimeMs: (ofVlan(helloTime.all(configuration), vlan)?.seconds ?? 2) * 1000,
    maxAgeMs: (ofVlan(maxAge.all(configuration), vlan)?.seconds ?? 20) * 1000,
    forwardDelayMs: (ofVlan(forwardTime.all(configuration), vlan)?.seconds ?? 15) * 1000,
  }
}

/** How PortFast came to a port that is an edge port. */
export function edgeBy(ios: Ios, section: Section, trunk: boolean): 'port' | 'trunk' | 'default' | undefined {
  const how = portfastHow.get(section)?.how
  if (how === 'trunk') return 'trunk'
  if (how === 'disable' || trunk) return undefined
  if (portfast.isOn(section)) return 'port'
  return portfastDefault.isOn(ios.configuration) ? 'default' : undefined
}

/** The guards of a port, and whether it is an edge port. */
export function guardsOf(
  ios: Ios,
  section: Section,
  trunk: boolean,
): Pick<PortSettings, 'edge' | 'bpduGuard' | 'bpduFilter' | 'guard'> {
  const { configuration } = ios
  const isDefault = (which: 'bpdufilter' | 'bpduguard'): boolean =>
    edgeGuards.get(configuration, { guard: which }) !== undefined
  const edge = edgeBy(ios, section, trunk) !== undefined
  const filter = bpdufilter.get(section)?.state
  const guarded = bpduguard.get(section)?.state
  return {
    edge,
    bpduGuard: guarded === undefined ? edge && isDefault('bpduguard') : guarded === 'enable',
    bpduFilter:
      filter === 'enable'
        ? 'always'
        : filter === undefined && edge && isDefault('bpdufilter')
          ? 'edge'
          : 'off',
    guard: guard.get(section)?.guard ?? (loopguardDefault.isOn(configuration) ? 'loop' : 'none'),
  }
}

export function portSettings(
  ios: Ios,
  { made, phy, number, trunk }: SwitchedPort,
  vlan: number,
): PortSettings {
  const { section } = made
  const priority =
    ofVlan(vlanPriority.all(section), vlan)?.value ?? portPriority.get(section)?.priority ?? 128
  const type = linkType.get(section)?.type
  return {
    portId: (priority << 8) | number,
    cost:
      ofVlan(vlanCost.all(section), vlan)?.value ??
      portCost.get(section)?.value ??
      pathCost(phy.speedMbps, pathcostMethod.get(ios.configuration)?.method ?? 'short'),
    pointToPoint: type === undefined ? phy.duplex === 'full' : type === 'point-to-point',
    ...guardsOf(ios, section, trunk),
  }
}

export function sameSettings(a: PortSettings, b: PortSettings): boolean {
  return (
    a.portId === b.portId &&
    a.cost === b.cost &&
    a.pointToPoint === b.pointToPoint &&
    a.edge === b.edge &&
    a.bpduGuard === b.bpduGuard &&
    a.bpduFilter === b.bpduFilter &&
    a.guard === b.guard
  )
}

export function sameBridge(a: BridgeSettings, b: BridgeSettings): boolean {
  return (
    a.priority === b.priority &&
    a.mac === b.mac &&
    a.helloTimeMs === b.helloTimeMs &&
    a.maxAgeMs === b.maxAgeMs &&
    a.forwardDelayMs === b.forwardDelayMs
  )
}
