/**
 * What the IP stack and those who build on it (hosts, the console's commands, later routing protocols) say to each
 * other. Addresses are u32 numbers, MAC addresses 48-bit numbers, times virtual milliseconds.
 */

import type { Kernel } from '../../kernel/kernel.ts'
import type { Ending } from '../endings.ts'
import type { Frame } from '../frame.ts'

export type LinkKind = 'ethernet' | 'point-to-point' | 'loopback' | 'null'

/** An interface as the stack sees it: a routed port, a sub-interface, an SVI, a loopback, Null0, a host's eth0. */
export interface IpLink {
  readonly name: string
  readonly kind: LinkKind
  /** 0 where the kind has none. */
  readonly mac: number
  /** The longest IP packet that fits, 1500 on Ethernet. */
  readonly mtuBytes: number
  isUp(): boolean
  /**
   * Sends a whole untagged Ethernet II frame: 14 bytes of header, then the packet; on 'ethernet' padded to 60. A serial
   * link or a sub-interface writes the header again in its own way.
   */
  send(bytes: Uint8Array, journey: number): void
}

/** What the stack needs from the device around it. */
export interface IpEnvironment {
  readonly kernel: Kernel
  newJourney(): number
  /** A frame that came in by `link` was for this device and has been consumed. */
  delivered(frame: Frame, link: IpLink): void
  /** What it carried goes out again, in one frame or more. */
  passed(frame: Frame): void
  /** It waits for others here: a fragment, a packet without its next hop's address. */
  held(frame: Frame): void
  /** A frame ends here. `link` is where it came in, undefined for a packet of our own that never left. */
  ended(frame: Frame, link: IpLink | undefined, reason: Ending, detail?: string): void
  /** Somebody else on the link uses our address. */
  duplicateAddress?(link: IpLink, address: number, mac: number): void
}

export interface ArpSettings {
  /** Packets kept while a request is under way; 0 drops them (classic IOS: the first ping is lost). */
  heldPackets: number
  /** Requests sent for one address before it counts as failed; 1: only packets ask again (IOS). */
  requests: number
  retryMs: number
  /** How long an entry is known to be good; a link may have its own (`arp timeout`). */
  timeoutMs: number
  /** What follows: 'refresh' asks again shortly before and then forgets (IOS), 'stale' keeps and checks on use (Linux). */
  afterwards: 'refresh' | 'stale'
  /** How long an unanswered or failed entry stays visible. */
  incompleteMs: number
  /** Announce an address when it is set or its link comes up (gratuitous ARP). */
  announces: boolean
  /** Answer only senders of the link's own subnets (IOS). */
  onlyOwnSubnets: boolean
}

export interface IpSettings {
  /** Forward packets that are for others: routers, and switches with `ip routing`. */
  forwarding: boolean
  ttl: number
  arp: ArpSettings
  /** At least this long between two ICMP unreachables; 0: no limit. */
  unreachableIntervalMs: number
  /** Tell the sender when a neighbour does not answer ARP (Linux; IOS stays silent). */
  hostUnreachable: boolean
  /** Answer an echo request that was sent to a broadcast address (IOS). */
  answersBroadcastEcho: boolean
  /** How long fragments wait for the others. */
  reassemblyMs: number
  /** Code of the unreachable for a packet without a route: host (IOS) or network (Linux). */
  noRouteCode: number
  /** How much of the payload of a packet an ICMP error quotes. */
  quotedBytes: number
}

/** Settings of one link; what is not given stays as it is. */
export interface LinkSettings {
  proxyArp: boolean
  redirects: boolean
  unreachables: boolean
  /** Undefined: the stack's own. */
  arpTimeoutMs: number | undefined
}

export interface LinkAddress {
  readonly address: number
  readonly prefixLength: number
}

/** A route as its source offers it. The same prefix may be offered by several sources and by several next hops. */
export interface Route {
  readonly prefix: number
  readonly prefixLength: number
  /** 'connected', 'local', 'static', or a protocol with its number ('ospf 1'). */
  readonly source: string
  /** 255 is never used. */
  readonly distance: number
  readonly metric: number
  /** A gateway; without `link` it is looked up in the table again (recursive). */
  readonly nextHop?: number
  readonly link?: IpLink
  /** Stays when its link goes down (`permanent`). */
  readonly permanent?: boolean
  /** What its owner wants to find again: a name, a tag, a sub-type ('E2'). */
  readonly tag?: number
  readonly name?: string
  readonly subType?: string
  /** When its owner learned it, virtual ms; left out: when it was installed. */
  readonly learnedMs?: number
}

/** The best routes to one prefix, as installed: all of one source, distance and metric. */
export interface InstalledRoute {
  readonly prefix: number
  readonly prefixLength: number
  readonly source: string
  readonly distance: number
  readonly metric: number
  /** When it was installed or its paths changed, virtual ms. */
  readonly sinceMs: number
  readonly routes: readonly Route[]
  /** Where packets go: one for each equal path, recursion resolved. */
  readonly paths: readonly Path[]
}

export interface Path {
  readonly link: IpLink
  /** The neighbour to ask ARP for; undefined: the destination itself. */
  readonly gateway: number | undefined
}

/** An address or network to which a packet of our own goes, with what the header needs. */
export interface Outgoing {
  destination: number
  source?: number
  ttl?: number
  tos?: number
  df?: boolean
  /** Out of this link instead of where the table says; needed for 255.255.255.255 and multicast on one link. */
  link?: IpLink
}

export type NotSent = 'no route' | 'no source address' | 'packet too long' | 'link down'

/** What became of an echo request or a probe. */
export type Answer =
  | {
      kind: 'reply'
      from: number
      rttMs: number
      /** TTL of the reply as it arrived. */
      ttl: number
      /** Length of the IP packet. */
      bytes: number
      /** The data came back as they were sent. */
      intact: boolean
      /** Came to a broadcast or multicast request; more may follow. */
      oneOfSeveral: boolean
      /** Header options of the reply (record route, timestamps), empty when none. */
      options: Uint8Array
    }
  | { kind: 'unreachable'; code: number; from: number; rttMs: number; mtuBytes: number }
  | { kind: 'ttl exceeded'; from: number; rttMs: number; code: number }
  | { kind: 'quench'; from: number; rttMs: number }
  | { kind: 'other'; type: number; from: number; rttMs: number }
  | { kind: 'timeout' }
  | { kind: 'not sent'; why: NotSent }

export interface EchoRequest extends Outgoing {
  /** Length of the whole IP packet: 100 of IOS, 84 of Linux. */
  bytes: number
  timeoutMs: number
  /** Repeated to fill the data; default 0xabcd. A function gives the byte at an offset. */
  pattern?: number | ((at: number) => number)
  /** Id and sequence number of the request; drawn from a counter if left out. */
  id?: number
  sequence?: number
  /** IP options (a multiple of 4 bytes). */
  options?: Uint8Array
}

/** A UDP datagram to a port where nobody should listen, as traceroute sends it. */
export interface UdpProbe extends Outgoing {
  port: number
  bytes: number
  timeoutMs: number
  options?: Uint8Array
}

export interface UdpSocket {
  readonly port: number
  send(to: Outgoing & { port: number }, payload: Uint8Array): NotSent | undefined
  close(): void
}

export interface UdpDatagram {
  readonly source: number
  readonly sourcePort: number
  readonly destination: number
  readonly payload: Uint8Array
  readonly link: IpLink
  readonly journey: number
}

/** One line of the ARP table. */
export interface ArpEntry {
  readonly address: number
  /** Undefined while there has been no reply. */
  readonly mac: number | undefined
  readonly state: 'own' | 'incomplete' | 'reachable' | 'stale' | 'delay' | 'probe' | 'failed' | 'static'
  /** Undefined for static entries that name no interface. */
  readonly link: IpLink | undefined
  /** When it was last confirmed, virtual ms. */
  readonly sinceMs: number
}

/** What happens on a TCP connection; every handler may be left out. */
export interface TcpHandlers {
  connected?(connection: TcpConnection): void
  data?(payload: Uint8Array, connection: TcpConnection): void
  /** The other side has sent everything (FIN); we may still send. */
  ended?(connection: TcpConnection): void
  /** It is over, for both sides. */
  closed?(reason: TcpClosed, connection: TcpConnection): void
}

export type TcpClosed = 'closed' | 'refused' | 'reset' | 'timeout' | 'unreachable' | 'no route'

export interface TcpConnection {
  readonly localAddress: number
  readonly localPort: number
  readonly remoteAddress: number
  readonly remotePort: number
  send(payload: Uint8Array): void
  /** Sends what is waiting, then FIN. */
  close(): void
  /** Sends RST and forgets. */
  abort(): void
}

export interface TcpConnect extends Outgoing {
  port: number
  /** How long a SYN may stay unanswered: 30 s of IOS. */
  connectTimeoutMs?: number
}
