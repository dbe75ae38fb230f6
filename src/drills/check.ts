/** A check of a drill as data: one look at the network, or several of them joined. */

import type { CheckKind, CheckValues } from './check-kind.ts'
import type { Texts } from './texts.ts'

export type Check = Look | Joined

interface Worded {
  /** What it expects, in the drill's own words. */
  readonly says?: Texts
}

export interface Look extends Worded {
  readonly kind: 'look'
  readonly of: CheckKind
  readonly values: CheckValues
}

export interface Joined extends Worded {
  /**
   * `not` has one inside. `after-reload`: the same looks, after every device was switched off and on again without saving
   * anything.
   */
  readonly kind: 'not' | 'all' | 'any' | 'after-reload'
  readonly checks: readonly Check[]
}

/** A check that counts. */
export interface PointedCheck {
  readonly id: string
  readonly points: number
  readonly check: Check
}
