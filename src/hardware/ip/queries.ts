/**
 * What this device asks by ICMP echo or by a UDP probe: sends the question, and matches replies and errors with it.
 * Reading these off the wire is ICMP's. Sources: RFC 792 (echo), traceroute(8).
 */

import type { Kernel, Timer } from '../../kernel/kernel.ts'
import { encodeIcmp, icmpTypes } from '../../wire/icmp.ts'
import { ipProtocols, ipv4HeaderBytes } from '../../wire/ipv4.ts'
import { encodeUdp } from '../../wire/udp.ts'
import { EphemeralPorts } from './ephemeral-ports.ts'
import type { SendPayload } from './origination.ts'
import { patternBytes } from './packets.ts'
import type { Answer, EchoRequest, NotSent, UdpProbe } from './types.ts'

/** What questions ask of the stack around them. */
export interface QuerySurroundings {
  readonly kernel: Kernel
  readonly send: SendPayload
  isForMany(address: number): boolean
}

interface Query {
  readonly sentMs: number
  /** The ICMP data that were sent, for comparison; undefined for probes. */
  readonly data: Uint8Array | undefined
  /** Several may answer: the question stays open until its time is over. */
  readonly toMany: boolean
  readonly onAnswer: (answer: Answer) => void
  readonly timer: Timer
}

export class Queries {
  readonly #around: QuerySurroundings
  readonly #open = new Map<number, Query>()
  readonly #ports = new EphemeralPorts()
  #nextId = 0

  constructor(around: QuerySurroundings) {
    this.#around = around
  }

  /** For requests that belong together: each then has a sequence number of its own. */
  newId(): number {
    this.#nextId = (this.#nextId + 1) & 0xffff
    return this.#nextId
  }

  /** Sends an echo request. `onAnswer` hears what became of it, never before this returns; the result cancels. */
  echo(request: EchoRequest, onAnswer: (answer: Answer) => void): () => void {
    const data = patternBytes(dataBytes(request), request.pattern ?? 0xabcd)
    const key = echoKey(request.id ?? this.newId(), request.sequence ?? 0)
    this.#openQuery(key, data, this.#around.isForMany(request.destination), request.timeoutMs, onAnswer)
    const payload = encodeIcmp({ type: icmpTypes.echo, code: 0, rest: key }, data)
    const problem = this.#around.send(request, ipProtocols.icmp, () => payload, request.options)
    return this.#asked(key, problem, onAnswer)
  }

  /** Sends a UDP datagram as traceroute does; an 'unreachable' with the port code is what one hopes for. */
  probe(request: UdpProbe, onAnswer: (answer: Answer) => void): () => void {
    const sourcePort = this.#ports.next()
    const key = probeKey(sourcePort, request.port)
    this.#openQuery(key, undefined, false, request.timeoutMs, onAnswer)
    const ports = { sourcePort, destinationPort: request.port }
    const data = new Uint8Array(dataBytes(request))
    const problem = this.#around.send(
      request,
      ipProtocols.udp,
      (source, destination) => encodeUdp(ports, data, source, destination),
      request.options,
    )
    return this.#asked(key, problem, onAnswer)
  }

  #openQuery(
    key: number,
    data: Uint8Array | undefined,
    toMany: boolean,
    timeoutMs: number,
    onAnswer: (answer: Answer) => void,
  ): void {
    const { kernel } = this.#around
    const timer = kernel.after(timeoutMs, () => {
      this.#open.delete(key)
      onAnswer({ kind: 'timeout' })
    })
    this.#open.set(key, { sentMs: kernel.nowMs, data, toMany, onAnswer, timer })
  }

  #asked(key: number, problem: NotSent | undefined, onAnswer: (answer: Answer) => void): () => void {
    if (problem === undefined) return () => this.#cancel(key)
    this.#cancel(key)
    const timer = this.#around.kernel.after(0, () => onAnswer({ kind: 'not sent', why: problem }))
    return () => timer.cancel()
  }

  get(key: number): Readonly<Query> | undefined {
    return this.#open.get(key)
  }

  /** Gives the answer; the question is closed unless others may answer too. */
  answer(key: number, answer: (rttMs: number) => Answer): void {
    const query = this.#open.get(key)
    if (query === undefined) return
    if (!query.toMany) this.#cancel(key)
    query.onAnswer(answer(this.#around.kernel.nowMs - query.sentMs))
  }

  #cancel(key: number): void {
    this.#open.get(key)?.timer.cancel()
    this.#open.delete(key)
  }
}

/** Of a packet of so many bytes, those behind its headers; ICMP's and UDP's are both 8 bytes long. */
function dataBytes({ bytes, options }: EchoRequest | UdpProbe): number {
  return Math.max(0, bytes - ipv4HeaderBytes - (options?.length ?? 0) - 8)
}

export function echoKey(id: number, sequence: number): number {
  return id * 0x1_0000 + sequence
}

export function probeKey(sourcePort: number, destinationPort: number): number {
  return 0x1_0000_0000 + sourcePort * 0x1_0000 + destinationPort
}
