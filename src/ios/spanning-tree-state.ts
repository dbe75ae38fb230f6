/** What other features and the views of a network want to know of spanning tree; the feature provides it. */

import type { Inconsistency, PortState, Role } from '../protocols/spanning-tree/spanning-tree.ts'
import type { Interface } from './interfaces.ts'
import type { Ios } from './ios.ts'

export interface SpanningTreePortState {
  readonly role: Role
  /** `blocking` is rapid spanning tree's discarding as well. */
  readonly state: PortState
  /** Held back by root guard, loop guard or a mismatch. */
  readonly inconsistent: boolean
  readonly inconsistency: Inconsistency | undefined
  readonly isRootBridge: boolean
}

/** What a port's lines mean, whether or not it is up. */
export interface SpanningTreePortSettings {
  /** PortFast. */
  readonly edge: boolean
  readonly bpduGuard: boolean
  readonly guard: 'none' | 'root' | 'loop'
}

export interface SpanningTreeBridge {
  /** With the system id extension. */
  readonly priority: number
  readonly mac: number
  readonly rootPriority: number
  readonly rootMac: number
  readonly isRoot: boolean
}

type Provider = (ios: Ios, made: Interface, vlan: number) => SpanningTreePortState | undefined

let provider: Provider = () => undefined

export function provideSpanningTreeState(provide: Provider): void {
  provider = provide
}

/** Undefined where no tree runs: the port is down or routed, does not carry the VLAN, or the VLAN has no spanning tree. */
export function spanningTreeStateOf(
  ios: Ios,
  made: Interface,
  vlan: number,
): SpanningTreePortState | undefined {
  return provider(ios, made, vlan)
}

interface SettingsProvider {
  port(ios: Ios, made: Interface): SpanningTreePortSettings
  bridge(ios: Ios, vlan: number): SpanningTreeBridge | undefined
}

let settingsProvider: SettingsProvider | undefined

export function provideSpanningTreeSettings(provide: SettingsProvider): void {
  settingsProvider = provide
}

/** Undefined on devices without spanning tree. */
export function spanningTreeSettingsOf(ios: Ios, made: Interface): SpanningTreePortSettings | undefined {
  return ios.traits.has('spanning-tree') ? settingsProvider?.port(ios, made) : undefined
}

/** The bridge in a VLAN's tree; undefined while no tree runs there. */
export function spanningTreeBridgeOf(ios: Ios, vlan: number): SpanningTreeBridge | undefined {
  return settingsProvider?.bridge(ios, vlan)
}
