/**
 * What a card offers to be watched, done in its lab: lines typed at a console in virtual time, and every packet from then on
 * kept, those of control protocols too. Leaves out starting the lab and showing it.
 */

import type { Watch } from '../../drills/cards/card.ts'
import { keysOfLine } from '../../drills/perform.ts'
import type { Network } from '../../hardware/network.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Machine } from '../../session/machine.ts'
import { filtered, PacketTexts } from '../tui/packets/packet-filter.ts'
import { type Packet, PacketList } from '../tui/packets/packet-list.ts'
import type { WatchedPackets } from '../tui/packets/watched-packets.ts'

/** A started lab. */
export interface WatchBench {
  readonly kernel: Kernel
  readonly network: Network
  readonly machines: ReadonlyMap<string, Machine>
  /** Types a byte at a console. */
  type(on: string, byte: number): void
}

/** A command that takes longer is left at work. */
const longestCommandMs = 600_000
/** What comes later than this after the typing is not a consequence of it. */
const longestWaitMs = 60_000
const lookMs = 100

export interface PerformedWatch {
  readonly packets: WatchedPackets
  /** Undefined where it did not come. */
  readonly packet: Packet | undefined
  /** Ends listening to the network. */
  stop(): void
}

export function performWatch(bench: WatchBench, { on, type, filter = '', packet }: Watch): PerformedWatch {
  const { kernel, network, machines } = bench
  const machine = machines.get(on)
  if (machine === undefined) throw new Error(`no device ${on}`)
  const list = new PacketList()
  const sinceMs = kernel.nowMs
  const stop = network.log.tap((hop) => list.add(hop))
  if (machine.state === 'press RETURN') typeLine(bench, machine, on, '')
  for (const line of type) typeLine(bench, machine, on, line)
  const texts = new PacketTexts()
  const found = (): Packet | undefined => filtered(list, filter, texts)[packet - 1]
  const endMs = kernel.nowMs + longestWaitMs
  while (found() === undefined && kernel.nowMs < endMs) kernel.advanceTo(kernel.nowMs + lookMs)
  return { packets: { list, sinceMs, filter, packet }, packet: found(), stop }
}

function typeLine({ kernel, type }: WatchBench, machine: Machine, on: string, line: string): void {
  for (const byte of keysOfLine(line)) type(on, byte.charCodeAt(0))
  const endMs = kernel.nowMs + longestCommandMs
  while (!machine.waitsForInput && kernel.nowMs < endMs && kernel.step(endMs));
}
