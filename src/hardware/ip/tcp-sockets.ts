/** The TCP connections of a device: which segment belongs to which, timers, and who listens. The machine itself is in protocols/tcp. */

import type { Timer } from '../../kernel/kernel.ts'
import { wakeAt } from '../../protocols/tcp/retransmission.ts'
import { add } from '../../protocols/tcp/sequence-number.ts'
import { newTcb, type Segment, sequenceLength, type Tcb, type TcpEffect } from '../../protocols/tcp/tcb.ts'
import { acceptSyn, step, type TcpEvent } from '../../protocols/tcp/tcp.ts'
import { isBad } from '../../wire/bytes.ts'
import { type Ipv4, ipProtocols } from '../../wire/ipv4.ts'
import { decodeTcp, encodeTcp, tcpFlags } from '../../wire/tcp.ts'
import { endingOf } from '../endings.ts'
import type { Frame } from '../frame.ts'
import { EphemeralPorts } from './ephemeral-ports.ts'
import type { SendPayload } from './origination.ts'
import type {
  IpEnvironment,
  IpLink,
  Outgoing,
  TcpClosed,
  TcpConnect,
  TcpConnection,
  TcpHandlers,
} from './types.ts'

/** What connections ask of the stack around them. */
export interface TcpSurroundings {
  readonly environment: IpEnvironment
  send: SendPayload
  sourceFor(to: Outgoing): number | undefined
  /** The longest packet on the way out. */
  mtuTowards(destination: number): number
}

/** Whoever listens gives handlers for a connection, or refuses it. */
export type Accept = (connection: TcpConnection) => TcpHandlers | undefined

const windowBytes = 4128
const connectTimeoutMs = 30_000
const headerBytes = 40

class Connection implements TcpConnection {
  readonly localAddress: number
  readonly localPort: number
  readonly remoteAddress: number
  readonly remotePort: number
  readonly sockets: TcpSockets
  readonly key: string
  tcb: Tcb
  handlers: TcpHandlers = {}
  timer: Timer | undefined

  constructor(sockets: TcpSockets, tcb: Tcb, local: [number, number], remote: [number, number]) {
    this.sockets = sockets
    this.tcb = tcb
    ;[this.localAddress, this.localPort] = local
    ;[this.remoteAddress, this.remotePort] = remote
    this.key = keyOf(...local, ...remote)
  }

  send(payload: Uint8Array): void {
    this.sockets.happen(this, { kind: 'send', payload })
  }

  close(): void {
    this.sockets.happen(this, { kind: 'close' })
  }

  abort(): void {
    this.sockets.happen(this, { kind: 'abort' })
  }
}

export class TcpSockets {
  readonly #around: TcpSurroundings
  readonly #open = new Map<string, Connection>()
  readonly #listening = new Map<number, Accept>()
  readonly #ports = new EphemeralPorts()

  constructor(around: TcpSurroundings) {
    this.#around = around
  }

  /** Listens on a port until the returned function is called; undefined when somebody does already. */
  listen(port: number, accept: Accept): (() => void) | undefined {
    if (this.#listening.has(port)) return undefined
    this.#listening.set(port, accept)
    return () => {
      if (this.#listening.get(port) === accept) this.#listening.delete(port)
    }
  }

  /** Opens a connection. `handlers.closed` hears of a failure, never before this returns. */
  connect(to: TcpConnect, handlers: TcpHandlers): TcpConnection | 'no route' {
    const source = this.#around.sourceFor(to)
    if (source === undefined) return 'no route'
    const localPort = this.#freePort(source, to)
    const tcb = newTcb(this.#options(to.destination, to.connectTimeoutMs))
    const made = new Connection(this, tcb, [source, localPort], [to.destination, to.port])
    made.handlers = handlers
    this.#open.set(made.key, made)
    this.happen(made, { kind: 'open' })
    return made
  }

  #freePort(source: number, { destination, port }: TcpConnect): number {
    for (;;) {
      const chosen = this.#ports.next()
      if (!this.#open.has(keyOf(source, chosen, destination, port))) return chosen
    }
  }

  #options(destination: number, timeoutMs = connectTimeoutMs) {
    return {
      initialSequence: this.#around.environment.kernel.random.next(),
      maxSegmentBytes: this.#around.mtuTowards(destination) - headerBytes,
      windowBytes,
      connectTimeoutMs: timeoutMs,
    }
  }

  /** The connections that there are, for views. */
  connections(): { connection: TcpConnection; state: Tcb['state'] }[] {
    return [...this.#open.values()].map((connection) => ({ connection, state: connection.tcb.state }))
  }

  /** The ports that somebody listens on. */
  listening(): number[] {
    return [...this.#listening.keys()]
  }

  /** A TCP packet for this device. */
  input(link: IpLink, frame: Frame, bytes: Uint8Array, packet: Ipv4): void {
    const { environment } = this.#around
    const { source, destination } = packet
    const tcp = decodeTcp(bytes, packet.payloadStart, packet.payloadEnd, source, destination)
    if (isBad(tcp)) {
      environment.ended(frame, link, endingOf(tcp))
      return
    }
    const segment: Segment = { ...tcp, payload: bytes.slice(tcp.payloadStart, tcp.payloadEnd) }
    const connection = this.#open.get(keyOf(destination, tcp.destinationPort, source, tcp.sourcePort))
    if (connection !== undefined) {
      environment.delivered(frame, link)
      this.happen(connection, { kind: 'segment', segment })
      return
    }
    const accept = this.#listening.get(tcp.destinationPort)
    const isOpening = (tcp.flags & (tcpFlags.syn | tcpFlags.ack | tcpFlags.rst)) === tcpFlags.syn
    if (accept !== undefined && isOpening) {
      environment.delivered(frame, link)
      this.#accept(accept, segment, [destination, tcp.destinationPort], [source, tcp.sourcePort])
      return
    }
    environment.ended(frame, link, 'no port listening', `TCP port ${tcp.destinationPort}`)
    if ((tcp.flags & tcpFlags.rst) === 0)
      this.#refuse(segment, [destination, tcp.destinationPort], [source, tcp.sourcePort])
  }

  #accept(accept: Accept, segment: Segment, local: [number, number], remote: [number, number]): void {
    const { kernel } = this.#around.environment
    const { tcb, effects } = acceptSyn(this.#options(remote[0]), segment, kernel.nowMs)
    const made = new Connection(this, tcb, local, remote)
    const handlers = accept(made)
    if (handlers === undefined) {
      this.#refuse(segment, local, remote)
      return
    }
    made.handlers = handlers
    this.#open.set(made.key, made)
    this.#apply(made, effects)
  }

  /** RFC 9293, 3.10.7.1: a segment for nobody is answered with a reset. */
  #refuse(segment: Segment, local: [number, number], remote: [number, number]): void {
    const hasAck = (segment.flags & tcpFlags.ack) !== 0
    this.#transmit(local, remote, {
      sequence: hasAck ? segment.acknowledgement : 0,
      acknowledgement: hasAck ? 0 : add(segment.sequence, sequenceLength(segment)),
      flags: hasAck ? tcpFlags.rst : tcpFlags.rst | tcpFlags.ack,
      window: 0,
      maxSegmentBytes: undefined,
      payload: new Uint8Array(0),
    })
  }

  #transmit(
    [source, sourcePort]: [number, number],
    [destination, destinationPort]: [number, number],
    segment: Segment,
  ) {
    this.#around.send({ destination, source }, ipProtocols.tcp, () =>
      encodeTcp({ ...segment, sourcePort, destinationPort }, segment.payload, source, destination),
    )
  }

  /** For connections alone. */
  happen(connection: Connection, event: TcpEvent): void {
    const { kernel } = this.#around.environment
    this.#apply(connection, step(connection.tcb, event, kernel.nowMs))
  }

  #apply(connection: Connection, effects: readonly TcpEffect[]): void {
    const { tcb, handlers } = connection
    const { localAddress, localPort, remoteAddress, remotePort } = connection
    if (tcb.state === 'closed') this.#forget(connection)
    else this.#schedule(connection)
    // Frames first: what a handler does comes after what made it.
    for (const effect of effects)
      if (effect.kind === 'transmit')
        this.#transmit([localAddress, localPort], [remoteAddress, remotePort], effect.segment)
    for (const effect of effects) {
      if (effect.kind === 'connected') handlers.connected?.(connection)
      else if (effect.kind === 'data') handlers.data?.(effect.payload, connection)
      else if (effect.kind === 'ended') handlers.ended?.(connection)
      else if (effect.kind === 'closed') handlers.closed?.(effect.reason, connection)
    }
  }

  #schedule(connection: Connection): void {
    const { kernel } = this.#around.environment
    const atMs = wakeAt(connection.tcb)
    // A timer that is early looks again when it fires.
    if (atMs === undefined || (connection.timer !== undefined && connection.timer.atMs <= atMs)) return
    connection.timer?.cancel()
    connection.timer = kernel.after(atMs - kernel.nowMs, () => {
      connection.timer = undefined
      this.happen(connection, { kind: 'time' })
    })
  }

  #forget(connection: Connection): void {
    connection.timer?.cancel()
    connection.timer = undefined
    if (this.#open.get(connection.key) === connection) this.#open.delete(connection.key)
  }

  /** An ICMP error about a segment of ours; it ends only connections that are being opened (RFC 5461). */
  failed(local: [number, number], remote: [number, number], reason: TcpClosed): boolean {
    const connection = this.#open.get(keyOf(...local, ...remote))
    if (connection === undefined) return false
    if (connection.tcb.state === 'syn-sent') {
      connection.tcb.state = 'closed'
      this.#forget(connection)
      connection.handlers.closed?.(reason, connection)
    }
    return true
  }
}

function keyOf(localAddress: number, localPort: number, remoteAddress: number, remotePort: number): string {
  return `${localAddress}:${localPort} ${remoteAddress}:${remotePort}`
}
