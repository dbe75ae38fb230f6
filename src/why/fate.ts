/**
 * What became of the packets between two addresses, from what the network recorded of them while they were sent: where the
 * last of them ended and for which reason, the address resolution before them included.
 * Leaves out what the configuration has to do with it.
 */

import type { Ending } from '../hardware/endings.ts'
import type { Frame } from '../hardware/frame.ts'
import type { FrameLog, Hop } from '../hardware/frame-log.ts'
import type { Port } from '../hardware/port.ts'
import { readU16, readU32 } from '../wire/bytes.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'

export interface Fate {
  /** What ended: the request itself, its answer, or the question for an address. */
  readonly what: 'request' | 'reply' | 'arp'
  readonly device: string
  readonly port: string | undefined
  readonly reason: Ending
  readonly detail: string | undefined
  /** Where nobody answered an ARP request: what was asked, and who heard it. */
  readonly question?: Question
  /** Where the TTL ran out: the devices that sent the packet on again and again. */
  readonly circle?: readonly string[]
}

export interface Question {
  /** The IP address whose owner was asked for. */
  readonly address: number
  /** The IP address of whoever asked. */
  readonly sender: number
  /** Every device that the question came to, with the frame and the port that it came in at. */
  readonly heard: ReadonlyMap<string, { readonly frame: Frame; readonly port: Port }>
}

type Ended = Extract<Hop, { kind: 'ended' }>
type Crossed = Extract<Hop, { kind: 'crossed' }>
type Settled = Exclude<Hop, Crossed>

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

/** What the records do not tell. */
export interface Known {
  /** Whether a device knows a way to an address; one that does not sends no answer. */
  hasRoute(device: string, address: number): boolean
  /** Who has an address, apart from the one who asks. */
  ownerOf(address: number, asker: string): string | undefined
}

/**
 * Why no answer came from `destination` to `source`. Undefined where nothing was recorded that would explain it.
 * @param hops in the order of time
 */
export function fateOf(
  hops: readonly Hop[],
  source: number,
  destination: number,
  known: Known,
): Fate | undefined {
  const last = (from: number, to: number): Settled | undefined =>
    hops.findLast((hop): hop is Settled => {
      if (hop.kind === 'crossed' || (hop.kind === 'ended' && ordinary.has(hop.reason))) return false
      const packet = packetIn(hop.frame.bytes)
      return packet?.kind === 'ipv4' && packet.source === from && packet.destination === to
    })
  const request = last(source, destination)
  const reply = last(destination, source)
  // What goes the other way is an answer only if there was something to answer.
  const found = request?.kind === 'delivered' ? reply : request
  if (found === undefined && request?.kind === 'delivered' && !known.hasRoute(request.device, source)) {
    const { device } = request
    return { what: 'reply', device, port: undefined, reason: 'no route', detail: showIpv4(source) }
  }
  if (found?.kind === 'ended') {
    const what = found === reply ? 'reply' : 'request'
    if (unanswered.has(found.reason)) return fateOfQuestion(hops, what, found, known)
    if (found.reason !== 'ttl') return fate(what, found)
    return { ...fate(what, found), circle: circleOf(hops, found.frame.journey) }
  }
  const asked = lastAsked(hops, () => true)
  return asked && fate('arp', asked)
}

/** Who sent a packet out more often than a way that a redirect or a one-armed router lengthens would explain. */
function circleOf(hops: readonly Hop[], journey: number): string[] {
  const times = new Map<string, number>()
  for (const hop of hops)
    if (hop.kind === 'crossed' && hop.frame.journey === journey)
      times.set(hop.from.device, (times.get(hop.from.device) ?? 0) + 1)
  return [...times].filter(([, count]) => count > 2).map(([device]) => device)
}

/**
 * The packet waited for an address: the question itself, or its answer, may have ended on the way. A question floods and
 * ends in many places; those matter only as long as it did not come to the owner of the address.
 */
function fateOfQuestion(
  hops: readonly Hop[],
  what: 'request' | 'reply',
  found: Ended,
  { ownerOf }: Known,
): Fate {
  const question = questionOf(hops, found.device)
  const owner = question && ownerOf(question.address, found.device)
  const isLost = owner !== undefined && question?.heard.has(owner) === false
  const asked = lastAsked(
    hops,
    ({ isReply, target }, device) =>
      isReply || (target === question?.address && (isLost || device === owner)),
  )
  if (asked !== undefined) return fate('arp', asked)
  return { ...fate(what, found), reason: 'no arp reply', ...(question === undefined ? {} : { question }) }
}

const unanswered: ReadonlySet<Ending> = new Set<Ending>(['no arp reply', 'no arp entry yet'])

function lastAsked(
  hops: readonly Hop[],
  isIt: (packet: ArpPacket, device: string) => boolean,
): Ended | undefined {
  return hops.findLast((hop): hop is Ended => {
    if (hop.kind !== 'ended' || ordinary.has(hop.reason) || quiet.has(hop.reason)) return false
    const packet = packetIn(hop.frame.bytes)
    return packet?.kind === 'arp' && isIt(packet, hop.device)
  })
}

/** What a device asked last, and who heard it. */
function questionOf(hops: readonly Hop[], device: string): Question | undefined {
  const question = (hop: Hop): ArpPacket | undefined => {
    const packet = packetIn(hop.frame.bytes)
    return packet?.kind === 'arp' && !packet.isReply ? packet : undefined
  }
  const isFrom = (hop: Hop): boolean => (hop.kind === 'crossed' ? hop.from.device : hop.device) === device
  const last = hops.findLast((hop) => isFrom(hop) && question(hop) !== undefined)
  const asked = last && question(last)
  if (asked === undefined) return undefined
  const crossed = hops.filter(
    (hop): hop is Crossed => hop.kind === 'crossed' && question(hop)?.target === asked.target,
  )
  const journeys = new Set(crossed.filter(isFrom).map(({ frame }) => frame.journey))
  const heard = crossed.filter(({ frame }) => journeys.has(frame.journey))
  return {
    address: asked.target,
    sender: asked.sender,
    heard: new Map(heard.map(({ to, frame }) => [to.device, { frame, port: to }])),
  }
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

interface ArpPacket {
  readonly kind: 'arp'
  readonly isReply: boolean
  readonly sender: number
  readonly target: number
}

type Packet = { readonly kind: 'ipv4'; readonly source: number; readonly destination: number } | ArpPacket

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
    return {
      kind: 'arp',
      isReply: readU16(bytes, at + 6) === 2,
      sender: readU32(bytes, at + 14),
      target: readU32(bytes, at + 24),
    }
  return undefined
}
