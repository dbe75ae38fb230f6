/**
 * The way of a packet: from which cable each frame went on, where it was headed, and how it ended. A flood is a tree; its
 * main way is the one to whoever wanted the packet, or to where it ended for a reason that people ask about.
 */

import type { Hop, Packet } from './packet-list.ts'

export type Crossing = Extract<Hop, { kind: 'crossed' }>
export type Outcome = Exclude<Hop, { kind: 'crossed' }>

/** One look at a packet: on a cable, or where it ended without having come to one. */
export interface Step {
  readonly crossing: Crossing | undefined
  /** The crossing before it. */
  readonly before: Crossing | undefined
  /** What became of it at the other end; empty where it went on. */
  readonly outcomes: readonly Outcome[]
}

export interface PacketPath {
  /** Devices of the main way. */
  readonly devices: readonly string[]
  /** Devices that copies came to besides. */
  readonly others: number
  /** How the main way ended; undefined while the packet is on its way. */
  readonly end: Outcome | undefined
  /** The main way first, then the copies as they came. */
  readonly steps: readonly Step[]
}

/** What happens to copies of every flood. */
const boring: ReadonlySet<string> = new Set([
  'not for this host',
  'stp blocking',
  'no other port in the vlan',
])

const isBoring = (outcome: Outcome): boolean => outcome.kind === 'ended' && boring.has(outcome.reason)

const known = new WeakMap<Packet, { readonly hops: number; readonly path: PacketPath }>()

export function pathOf(packet: Packet): PacketPath {
  const found = known.get(packet)
  if (found?.hops === packet.hops.length) return found.path
  const path = worked(packet)
  known.set(packet, { hops: packet.hops.length, path })
  return path
}

function worked({ hops }: Packet): PacketPath {
  const crossings: Crossing[] = []
  const before = new Map<Crossing, Crossing>()
  const outcomes = new Map<Crossing, Outcome[]>()
  const unsent: Outcome[] = []
  for (const hop of hops) {
    if (hop.kind === 'crossed') {
      const parent = crossings.findLast((one) => one.to.device === hop.from.device)
      if (parent !== undefined) before.set(hop, parent)
      crossings.push(hop)
      continue
    }
    const at =
      crossings.findLast((one) => one.to.device === hop.device && one.to.name === hop.port) ??
      crossings.findLast((one) => one.to.device === hop.device)
    if (at === undefined) unsent.push(hop)
    else outcomes.set(at, [...(outcomes.get(at) ?? []), hop])
  }
  const [end, last] = ending(crossings, outcomes, unsent)
  const main: Crossing[] = []
  for (let at = last; at !== undefined && !main.includes(at); at = before.get(at)) main.unshift(at)
  const [first] = main
  const devices = first === undefined ? [] : [first.from.device, ...main.map(({ to }) => to.device)]
  if (devices.length === 0 && end !== undefined) devices.push(end.device)
  const reached = new Set(crossings.map(({ to }) => to.device))
  for (const device of devices) reached.delete(device)
  const passedOn = new Set(before.values())
  const stepOf = (crossing: Crossing): Step => ({
    crossing,
    before: before.get(crossing),
    // A switch that passes a broadcast on has no use for its own copy: that is not what became of it.
    outcomes: (outcomes.get(crossing) ?? []).filter((one) => !passedOn.has(crossing) || !isBoring(one)),
  })
  return {
    devices,
    others: reached.size,
    end,
    steps: [
      ...main.map(stepOf),
      ...crossings.filter((one) => !main.includes(one)).map(stepOf),
      ...unsent.map((outcome) => ({ crossing: undefined, before: undefined, outcomes: [outcome] })),
    ],
  }
}

function ending(
  crossings: readonly Crossing[],
  outcomes: ReadonlyMap<Crossing, readonly Outcome[]>,
  unsent: readonly Outcome[],
): [Outcome | undefined, Crossing | undefined] {
  const all = crossings.flatMap((crossing) =>
    (outcomes.get(crossing) ?? []).map((outcome) => ({ crossing, outcome })),
  )
  const delivered = all.find(({ outcome }) => outcome.kind === 'delivered')
  const asked = all.findLast(({ outcome }) => outcome.kind === 'ended' && !boring.has(outcome.reason))
  const found = delivered ?? asked ?? (unsent.length > 0 ? undefined : all.at(-1))
  // A flood is over when nothing of it moves; a single way when its last cable has an end.
  const last = crossings.at(-1)
  if (found !== undefined && (delivered ?? asked) === undefined && last !== undefined && !outcomes.has(last))
    return [undefined, last]
  if (found !== undefined) return [found.outcome, found.crossing]
  return [unsent[0], last]
}
