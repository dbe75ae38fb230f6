/**
 * Capture filters as tcpdump takes them: protocols, hosts, networks and ports, joined by and, or, not.
 * Leaves out parentheses, arithmetic and whatever a host of a lab never sees. Source: pcap-filter(7).
 */

import { decodeArp } from '../wire/arp.ts'
import { isBad, readU16 } from '../wire/bytes.ts'
import { etherTypes } from '../wire/ethernet.ts'
import { decodeIpv4, ipProtocols } from '../wire/ipv4.ts'
import { maskOf } from '../wire/ipv4-text.ts'
import { broadcastMac, isGroupMac, readMac } from '../wire/mac.ts'
import { prefixLengthOf } from './interfaces-file.ts'
import { readPort } from './port-names.ts'

export type Filter = (bytes: Uint8Array) => boolean

const syntaxError = "can't parse filter expression: syntax error"

/** The filter, or what tcpdump complains of. `resolve` turns a name into an address. */
export function readFilter(
  words: readonly string[],
  resolve: (name: string) => number | undefined,
): Filter | string {
  if (words.length === 0) return () => true
  const parser = new FilterParser(words, resolve)
  const filter = parser.expression()
  return parser.problem ?? (parser.isDone ? filter : syntaxError)
}

class FilterParser {
  readonly #words: readonly string[]
  readonly #resolve: (name: string) => number | undefined
  #at = 0
  problem: string | undefined

  constructor(words: readonly string[], resolve: (name: string) => number | undefined) {
    this.#words = words
    this.#resolve = resolve
  }

  get isDone(): boolean {
    return this.#at >= this.#words.length
  }

  #take(...wanted: string[]): string | undefined {
    const word = this.#words[this.#at]
    if (word === undefined || !wanted.includes(word)) return undefined
    this.#at++
    return word
  }

  /** And and or bind alike, from the left. */
  expression(): Filter {
    let left = this.#term()
    for (;;) {
      const joint = this.#take('and', '&&', 'or', '||')
      if (joint === undefined) return left
      const before = left
      const right = this.#term()
      left =
        joint === 'and' || joint === '&&'
          ? (bytes) => before(bytes) && right(bytes)
          : (bytes) => before(bytes) || right(bytes)
    }
  }

  #term(): Filter {
    if (this.#take('not', '!') !== undefined) {
      const negated = this.#term()
      return (bytes) => !negated(bytes)
    }
    const protocol = this.#take(...protocols.keys())
    const ofProtocol = protocol === undefined ? undefined : protocols.get(protocol)
    const side = this.#take('src', 'dst') as 'src' | 'dst' | undefined
    const kind = this.#take('host', 'port', 'net') as 'host' | 'port' | 'net' | undefined
    if (kind === undefined && side === undefined) {
      if (ofProtocol === undefined) this.problem ??= syntaxError
      return ofProtocol ?? (() => false)
    }
    const id = this.#words[this.#at++]
    if (id === undefined) this.problem ??= syntaxError
    const qualified = this.#qualified(kind ?? 'host', side, id ?? '')
    return ofProtocol === undefined ? qualified : (bytes) => ofProtocol(bytes) && qualified(bytes)
  }

  #qualified(kind: 'host' | 'port' | 'net', side: 'src' | 'dst' | undefined, id: string): Filter {
    if (kind === 'port') {
      const port = readPort(id)
      if (port === undefined) this.problem ??= `unknown port '${id}'`
      return (bytes) => matches(portsOf(bytes), side, (one) => one === port)
    }
    const [name = '', length] = id.split('/')
    const address = this.#resolve(name)
    const prefixLength = length === undefined ? 32 : prefixLengthOf(length)
    if (address === undefined || prefixLength === undefined || (kind === 'host' && length !== undefined))
      this.problem ??= `unknown ${kind === 'net' ? 'network' : 'host'} '${id}'`
    const mask = maskOf(prefixLength ?? 32)
    return (bytes) => matches(addressesOf(bytes), side, (one) => ((one ^ (address ?? 0)) & mask) >>> 0 === 0)
  }
}

function matches(
  pair: readonly [source: number, destination: number] | undefined,
  side: 'src' | 'dst' | undefined,
  wanted: (one: number) => boolean,
): boolean {
  if (pair === undefined) return false
  if (side === 'src') return wanted(pair[0])
  return side === 'dst' ? wanted(pair[1]) : wanted(pair[0]) || wanted(pair[1])
}

const typeOf = (bytes: Uint8Array): number => readU16(bytes, 12)

function ipOf(bytes: Uint8Array) {
  const packet = typeOf(bytes) === etherTypes.ipv4 ? decodeIpv4(bytes, 14, bytes.length) : 'malformed'
  return isBad(packet) ? undefined : packet
}

const ofProtocol =
  (protocol: number): Filter =>
  (bytes) =>
    ipOf(bytes)?.protocol === protocol

const protocols: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['arp', (bytes) => typeOf(bytes) === etherTypes.arp],
  ['ip', (bytes) => typeOf(bytes) === etherTypes.ipv4],
  ['icmp', ofProtocol(ipProtocols.icmp)],
  ['tcp', ofProtocol(ipProtocols.tcp)],
  ['udp', ofProtocol(ipProtocols.udp)],
  ['broadcast', (bytes) => readMac(bytes, 0) === broadcastMac],
  ['multicast', (bytes) => isGroupMac(readMac(bytes, 0))],
  ['stp', (bytes) => typeOf(bytes) <= 1500 && bytes[14] === 0x42],
  ['vlan', (bytes) => typeOf(bytes) === etherTypes.dot1q],
])

/** Of an IP packet or an ARP packet: host means both. */
function addressesOf(bytes: Uint8Array): [number, number] | undefined {
  const packet = ipOf(bytes)
  if (packet !== undefined) return [packet.source, packet.destination]
  if (typeOf(bytes) !== etherTypes.arp) return undefined
  const arp = decodeArp(bytes, 14, bytes.length)
  return isBad(arp) ? undefined : [arp.senderAddress, arp.targetAddress]
}

function portsOf(bytes: Uint8Array): [number, number] | undefined {
  const packet = ipOf(bytes)
  if (packet === undefined || packet.fragmentOffset !== 0) return undefined
  if (packet.protocol !== ipProtocols.tcp && packet.protocol !== ipProtocols.udp) return undefined
  const { payloadStart, payloadEnd } = packet
  if (payloadEnd - payloadStart < 4) return undefined
  return [readU16(bytes, payloadStart), readU16(bytes, payloadStart + 2)]
}
