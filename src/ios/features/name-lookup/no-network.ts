/**
 * Where packets leave the device, and none comes back: what commands see of a network while no cable leads anywhere. This
 * file is the seam; with a network, its functions send and wait for answers.
 */

import type { Ios } from '../../ios.ts'
import { type Running, waitForBreak } from '../../steps.ts'

export interface Probe {
  readonly address: number
  readonly timeoutMs: number
}

export type Answer = 'timeout' | 'break'

/** One echo request or traceroute probe, and how it ended. */
export function* probe(_ios: Ios, { timeoutMs }: Probe): Running<Answer> {
  return (yield* waitForBreak(timeoutMs)) ? 'break' : 'timeout'
}

/** Opens a TCP connection. Without any route that fails at once. */
export function* connectTo(_ios: Ios, _address: number, _port: number): Running<'unreachable'> {
  return 'unreachable'
}
