/** TCP segments in the words of tcpdump, with sequence numbers counted from those of the first segments seen. */

import { isBad, readU16 } from '../wire/bytes.ts'
import type { Ipv4 } from '../wire/ipv4.ts'
import { showIpv4 } from '../wire/ipv4-text.ts'
import { decodeTcp, tcpFlags } from '../wire/tcp.ts'

const hex = (value: number): string => `0x${value.toString(16).padStart(4, '0')}`

const flagLetters: readonly (readonly [bit: number, letter: string])[] = [
  [tcpFlags.fin, 'F'],
  [tcpFlags.syn, 'S'],
  [tcpFlags.rst, 'R'],
  [tcpFlags.psh, 'P'],
  [tcpFlags.ack, '.'],
  [tcpFlags.urg, 'U'],
]

/** The conversations seen so far: where each side's numbers begin. */
export class TcpFlows {
  readonly #flows = new Map<string, { seq: number; ack: number }>()

  /** The numbers to show for a segment that acknowledges; the first of a conversation keeps its own. */
  relative(
    from: string,
    to: string,
    seq: number,
    ack: number,
    isNew: boolean,
  ): { readonly seq: number; readonly ack: number } {
    const back = this.#flows.get(`${to} ${from}`)
    const there = this.#flows.get(`${from} ${to}`)
    if (isNew || (back === undefined && there === undefined)) {
      this.#flows.delete(`${to} ${from}`)
      this.#flows.set(`${from} ${to}`, { seq, ack: (ack - 1) >>> 0 })
      return { seq, ack }
    }
    const [own, other] = there === undefined ? [back?.ack ?? 0, back?.seq ?? 0] : [there.seq, there.ack]
    return { seq: (seq - own) >>> 0, ack: (ack - other) >>> 0 }
  }
}

export function tcpText(
  bytes: Uint8Array,
  packet: Ipv4,
  flows: TcpFlows,
  verbosity: number,
  portName: (port: number) => string,
): string {
  const { source, destination, payloadStart, payloadEnd } = packet
  const tcp = decodeTcp(bytes, payloadStart, payloadEnd, source, destination)
  const [from, to] = [showIpv4(source), showIpv4(destination)]
  if (isBad(tcp)) return `${from} > ${to}: ${tcp === 'checksum' ? 'bad tcp cksum' : '[|tcp]'}`
  const { sourcePort, destinationPort, flags, window } = tcp
  const length = tcp.payloadEnd - tcp.payloadStart
  const acknowledges = (flags & tcpFlags.ack) !== 0
  const numbers = acknowledges
    ? flows.relative(
        `${from}.${sourcePort}`,
        `${to}.${destinationPort}`,
        tcp.sequence,
        tcp.acknowledgement,
        (flags & tcpFlags.syn) !== 0,
      )
    : { seq: tcp.sequence, ack: 0 }
  const letters = flagLetters.filter(([bit]) => (flags & bit) !== 0).map(([, letter]) => letter)
  const showsSequence =
    verbosity > 1 || length > 0 || (flags & (tcpFlags.syn | tcpFlags.fin | tcpFlags.rst)) !== 0
  const parts = [
    `Flags [${letters.length === 0 ? 'none' : letters.join('')}]`,
    ...(verbosity > 0 ? [`cksum ${hex(readU16(bytes, payloadStart + 16))} (correct)`] : []),
    ...(showsSequence ? [`seq ${numbers.seq}${length > 0 ? `:${(numbers.seq + length) >>> 0}` : ''}`] : []),
    ...(acknowledges ? [`ack ${numbers.ack}`] : []),
    `win ${window}`,
    ...(tcp.maxSegmentBytes === undefined ? [] : [`options [mss ${tcp.maxSegmentBytes}]`]),
    `length ${length}`,
  ]
  return `${from}.${portName(sourcePort)} > ${to}.${portName(destinationPort)}: ${parts.join(', ')}`
}
