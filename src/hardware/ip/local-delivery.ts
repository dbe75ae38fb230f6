/**
 * Packets for this device: fragments are put together, then ICMP, UDP or TCP takes what is whole. Leaves out which packets
 * are for this device (the stack's). Sources: RFC 1122 (3.3.2, 3.2.2.1), 815.
 */

import { expire, newReassembly, reassemble, wakeAt } from '../../protocols/ip/reassembly.ts'
import { isBad } from '../../wire/bytes.ts'
import { icmpTypes, unreachableCodes } from '../../wire/icmp.ts'
import { decodeIpv4, type Ipv4, ipProtocols } from '../../wire/ipv4.ts'
import { decodeUdp } from '../../wire/udp.ts'
import { endingOf } from '../endings.ts'
import type { Frame } from '../frame.ts'
import type { IcmpControl } from './icmp-control.ts'
import type { LinkState } from './link-state.ts'
import type { LinkTable } from './link-table.ts'
import type { TcpSockets } from './tcp-sockets.ts'
import type { IpEnvironment, IpSettings } from './types.ts'
import type { UdpSockets } from './udp-sockets.ts'

/** What delivery asks of the stack around it. */
export interface DeliverySurroundings {
  readonly environment: IpEnvironment
  readonly settings: IpSettings
  readonly links: LinkTable
  readonly icmp: IcmpControl
  readonly udp: UdpSockets
  readonly tcp: TcpSockets
}

export class LocalDelivery {
  readonly #around: DeliverySurroundings
  readonly #reassembly = newReassembly()
  #reassemblyTimer = false

  constructor(around: DeliverySurroundings) {
    this.#around = around
  }

  /** `bytes` hold the packet: those of the frame, or of several put together. `toMany`: not to one of our addresses. */
  deliver(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toMany: boolean): void {
    const { environment, icmp, tcp } = this.#around
    const { link } = state
    if (packet.moreFragments || packet.fragmentOffset > 0) {
      this.#collect(state, frame, bytes, packet, toMany)
      return
    }
    switch (packet.protocol) {
      case ipProtocols.icmp:
        icmp.input(state, frame, bytes, packet, toMany)
        return
      case ipProtocols.udp:
        this.#datagram(state, frame, bytes, packet, toMany)
        return
      case ipProtocols.tcp:
        if (toMany) environment.ended(frame, link, 'not for this host')
        else tcp.input(link, frame, bytes, packet)
        return
      default:
        environment.ended(frame, link, 'unknown protocol', `protocol ${packet.protocol}`)
        icmp.tell(state, bytes, packet, icmpTypes.unreachable, unreachableCodes.protocol)
    }
  }

  #datagram(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toMany: boolean): void {
    const { environment, icmp } = this.#around
    const { link } = state
    const { source, destination } = packet
    const udp = decodeUdp(bytes, packet.payloadStart, packet.payloadEnd, source, destination)
    if (isBad(udp)) {
      environment.ended(frame, link, endingOf(udp))
      return
    }
    const receive = this.#around.udp.receiver(udp.destinationPort)
    if (receive === undefined) {
      environment.ended(frame, link, 'no port listening', `UDP port ${udp.destinationPort}`)
      if (!toMany) icmp.tell(state, bytes, packet, icmpTypes.unreachable, unreachableCodes.port)
      return
    }
    environment.delivered(frame, link)
    const payload = bytes.slice(udp.payloadStart, udp.payloadEnd)
    receive({ source, sourcePort: udp.sourcePort, destination, payload, link, journey: frame.journey })
  }

  #collect(state: LinkState, frame: Frame, bytes: Uint8Array, packet: Ipv4, toMany: boolean): void {
    const { environment, settings } = this.#around
    const { nowMs } = environment.kernel
    const whole = reassemble(this.#reassembly, packet, bytes, nowMs, settings.reassemblyMs)
    if (whole === 'malformed') {
      environment.ended(frame, state.link, 'malformed')
      return
    }
    if (whole === undefined) {
      environment.held(frame)
      this.#awaitFragments()
      return
    }
    const assembled = decodeIpv4(whole, 0, whole.length)
    if (!isBad(assembled)) this.deliver(state, frame, whole, assembled, toMany)
  }

  /** Tells the senders of packets whose other fragments did not come in time. */
  #awaitFragments(): void {
    const atMs = wakeAt(this.#reassembly)
    if (this.#reassemblyTimer || atMs === undefined) return
    this.#reassemblyTimer = true
    const { environment, links, icmp } = this.#around
    const { kernel } = environment
    kernel.after(atMs - kernel.nowMs, () => {
      this.#reassemblyTimer = false
      for (const { first } of expire(this.#reassembly, kernel.nowMs)) {
        if (first === undefined) continue
        const packet = decodeIpv4(first, 0, first.length)
        const own = isBad(packet) ? undefined : links.withAddress(packet.destination)
        if (!isBad(packet) && own !== undefined) icmp.tell(own, first, packet, icmpTypes.timeExceeded, 1)
      }
      this.#awaitFragments()
    })
  }
}
