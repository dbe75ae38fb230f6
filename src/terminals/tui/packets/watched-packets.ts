/** Packets that somebody came to see: kept from a moment on, and one of them is meant. */

import type { PacketList } from './packet-list.ts'

export interface WatchedPackets {
  /** Whoever gives it goes on adding to it. */
  readonly list: PacketList
  /** Times are told from here. */
  readonly sinceMs: number
  /** '' for all. */
  readonly filter: string
  /** Which of those that pass the filter, from 1. */
  readonly packet: number
}
