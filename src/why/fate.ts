/**
 * What became of the packets between two addresses, from what the network recorded of them while they were sent: where the
 * last of them ended and for which reason, the address resolution before them included.
 * Leaves out what the configuration has to do with it.
 */

import type { Ending } from '../hardware/endings.ts'
import type { FrameLog, Hop } from '../hardware/frame-log.ts'
import type { Port } from '../hardware/port.ts'
import { readU16, readU32 } from '../wire/bytes.ts'

export interface Fate {
  /** What ended: the request itself, its answer, or the question for an address. */
  readonly what: 'request' | 'reply' | 'arp'
  readonly device: string
  readonly port: string | undefined
  readonly reason: Ending
  readonly detail: string | undefined
}

type Ended = Extract<Hop, { kind: 'ended' }>

/** Listens to the network; `stop` gives what was heard since. */
export function hear(log: FrameLog): () => Hop[] {
  const hops: Hop[] = []
  const untap = log.tap((hop) => hops.push(hop))
  return () => {
    untap()
    return hops
  }
}

/** Frames that flood end at everybody whom they are not for; that explains nothing. */
const ordinary: ReadonlySet<Ending> = new Set<Ending>([
  'not for this host',
  'destination on the same port',
  'nobody waits for it',
])

/**
 * Why no answer came from `destination` to `source`. Undefined where nothing was recorded that would explain it.
 * @param hops in the order of time
 */
export function fateOf(hops: readonly Hop[], source: number, destination: number): Fate | undefined {
  const ended = hops.filter((hop): hop is Ended => hop.kind === 'ended' && !ordinary.has(hop.reason))
  const between = (from: number, to: number): Ended | undefined =>
    ended.findLast(({ frame }) => {
      const packet = packetIn(frame.bytes)
      return packet?.kind === 'ipv4' && packet.source === from && packet.destination === to
    })
  const reply = between(destination, source)
  const request = between(source, destination)
  const found = reply ?? request
  if (found !== undefined && found.reason !== 'no arp reply')
    return fate(found === reply ? 'reply' : 'request', found)
  // Nobody answered: the question itself, or the answer, may have ended on its way.
  const asked = ended.findLast(({ frame, device }) => {
    const packet = packetIn(frame.bytes)
    return packet?.kind === 'arp' && (found === undefined || device !== found.device || packet.isReply)
  })
  if (asked !== undefined && !quiet.has(asked.reason)) return fate('arp', asked)
  return found === undefined ? undefined : fate(found === reply ? 'reply' : 'request', found)
}

/** Broadcasts end so in every healthy network. */
const quiet: ReadonlySet<Ending> = new Set<Ending>([
  'no other port in the vlan',
  'stp blocking',
  'no ip address',
])

function fate(what: Fate['what'], { device, port, reason, detail }: Ended): Fate {
  return { what, device, port, reason, detail }
}

type Packet =
  | { readonly kind: 'ipv4'; readonly source: number; readonly destination: number }
  | { readonly kind: 'arp'; readonly isReply: boolean; readonly target: number }

/** The packet in an Ethernet or HDLC frame, tagged or not; in a bare IP packet too, which never got a frame. */
export function packetIn(bytes: Uint8Array): Packet | undefined {
  if (bytes.length >= 20 && (bytes[0] as number) >> 4 === 4 && readU16(bytes, 2) === bytes.length)
    return { kind: 'ipv4', source: readU32(bytes, 12), destination: readU32(bytes, 16) }
  const isSerial = bytes.length >= 24 && (bytes[0] === 0x0f || bytes[0] === 0x8f) && bytes[1] === 0
  let at = isSerial ? 4 : 14
  if (bytes.length < at + 20) return undefined
  let type = readU16(bytes, at - 2)
  if (type === 0x8100) {
    type = readU16(bytes, at + 2)
    at += 4
  }
  if (type === 0x0800 && bytes.length >= at + 20)
    return { kind: 'ipv4', source: readU32(bytes, at + 12), destination: readU32(bytes, at + 16) }
  if (type === 0x0806 && bytes.length >= at + 28)
    return { kind: 'arp', isReply: readU16(bytes, at + 6) === 2, target: readU32(bytes, at + 24) }
  return undefined
}

/** The ports that the packets from one address to another came out at, in order, each device once. */
export function wayOf(hops: readonly Hop[], source: number, destination: number): Port[] {
  const ports: Port[] = []
  for (const hop of hops) {
    if (hop.kind !== 'crossed') continue
    const packet = packetIn(hop.frame.bytes)
    if (packet?.kind !== 'ipv4' || packet.source !== source || packet.destination !== destination) continue
    if (!ports.includes(hop.to)) ports.push(hop.to)
  }
  return ports
}
