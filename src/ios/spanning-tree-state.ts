/** What other features and the views of a network want to know of spanning tree; the feature provides it. */

import type { PortState, Role } from '../protocols/spanning-tree/spanning-tree.ts'
import type { Interface } from './interfaces.ts'
import type { Ios } from './ios.ts'

export interface SpanningTreePortState {
  readonly role: Role
  /** `blocking` is rapid spanning tree's discarding as well. */
  readonly state: PortState
  /** Held back by root guard, loop guard or a mismatch. */
  readonly inconsistent: boolean
  readonly isRootBridge: boolean
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
