/**
 * The packets of a network as they come: what happened to the frames of one journey is one packet. Keeps the latest; control
 * protocols have room of their own, so that their chatter pushes nothing out. Leaves out what is shown of a packet.
 */

import { type FrameLog, isControl } from '../../../hardware/frame-log.ts'

export type Hop = Parameters<Parameters<FrameLog['tap']>[0]>[0]

export interface Packet {
  readonly journey: number
  /** Counted from 1; undefined for control protocols, which are not counted. */
  readonly number: number | undefined
  /** In the order in which they happened; never empty. */
  readonly hops: readonly Hop[]
}

// A flood through a campus is a few dozen hops.
const mostHops = 400

export class PacketList {
  readonly #mostPackets: number
  readonly #mostControl: number
  readonly #byJourney = new Map<number, { packet: Packet; hops: Hop[] }>()
  #packets: Packet[] = []
  #control: Packet[] = []
  #count = 0
  /** Changes with every hop. */
  version = 0

  constructor({ mostPackets = 2000, mostControl = 500 } = {}) {
    this.#mostPackets = mostPackets
    this.#mostControl = mostControl
  }

  /** Oldest first. */
  get packets(): readonly Packet[] {
    return this.#packets
  }

  get control(): readonly Packet[] {
    return this.#control
  }

  add(hop: Hop): void {
    this.version++
    const found = this.#byJourney.get(hop.frame.journey)
    if (found !== undefined) {
      if (found.hops.length < mostHops) found.hops.push(hop)
      return
    }
    const hops = [hop]
    const isChatter = isControl(hop.frame)
    const packet = { journey: hop.frame.journey, number: isChatter ? undefined : ++this.#count, hops }
    this.#byJourney.set(packet.journey, { packet, hops })
    if (isChatter) this.#control = this.#kept(this.#control, packet, this.#mostControl)
    else this.#packets = this.#kept(this.#packets, packet, this.#mostPackets)
  }

  /** With `packet` at the end; a quarter goes at once, so that this costs little for each. */
  #kept(packets: Packet[], packet: Packet, most: number): Packet[] {
    packets.push(packet)
    if (packets.length <= most) return packets
    const gone = Math.ceil(most / 4)
    for (const { journey } of packets.slice(0, gone)) this.#byJourney.delete(journey)
    return packets.slice(gone)
  }
}
