/** IPv4 blocks as the families compute with them: u32 addresses, prefix lengths, and the steps of a computation in words. */

import type { Random } from '../../kernel/random.ts'
import { maskOf, readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { type Texts, texts } from '../texts.ts'
import { pick, whole } from './pick.ts'

export interface Block {
  /** Its first address. */
  readonly network: number
  readonly length: number
  /** Its last address. */
  readonly last: number
}

export function blockOf(address: number, length: number): Block {
  const mask = maskOf(length)
  const network = (address & mask) >>> 0
  return { network, length, last: (network | ~mask) >>> 0 }
}

export const showBlock = ({ network, length }: Block): string => `${showIpv4(network)}/${length}`
export const sizeOf = (length: number): number => 2 ** (32 - length)
export const wildcardOf = (length: number): number => ~maskOf(length) >>> 0

/** Hosts that can have an address: all but network and broadcast; 2 on a link of two (RFC 3021), 1 alone. */
export function hostsIn(length: number): number {
  return length >= 31 ? sizeOf(length) : sizeOf(length) - 2
}

export function ipv4(text: string): number {
  const address = readIpv4(text)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}

/** An address that a host may have: from the private ranges half of the time, never 0, 127 or from 224 on. */
export function hostAddress(random: Random): number {
  const low = random.next() & 0xff_ffff
  switch (random.below(6)) {
    case 0:
      return (0x0a00_0000 | low) >>> 0
    case 1:
      return (0xac10_0000 | (low & 0xf_ffff)) >>> 0
    case 2:
      return (0xc0a8_0000 | (low & 0xffff)) >>> 0
    default: {
      const first = whole(1, 223, random)
      return ((first === 127 ? 126 : first) * 0x100_0000 + low) >>> 0
    }
  }
}

/** A host inside a block, neither its first nor its last address. */
export function hostIn({ network, length }: Block, random: Random): number {
  return network + 1 + random.below(sizeOf(length) - 2)
}

/** `4th`, and in Chinese the number alone. */
export const ordinal = (n: number): string => `${n}${['th', 'st', 'nd', 'rd'][n > 3 ? 0 : n]}`

/** How network and broadcast of an address are found, step by step. */
export function blockSteps(address: number, length: number): Texts {
  const { network, last } = blockOf(address, length)
  const mask = showIpv4(maskOf(length))
  const found = { network: showIpv4(network), last: showIpv4(last) }
  if (length % 8 === 0) {
    const octets = length / 8
    return texts(
      `/${length} is the mask ${mask}: the first ${octets === 1 ? 'octet is' : `${octets} octets are`} the network part. Network ${found.network}, broadcast ${found.last}.`,
      `/${length} 即子网掩码 ${mask}：前 ${octets} 个八位组是网络部分。网络地址 ${found.network}，广播地址 ${found.last}。`,
    )
  }
  const place = Math.floor(length / 8)
  const octetOf = (value: number): number => (value >>> (24 - 8 * place)) & 255
  const maskOctet = octetOf(maskOf(length))
  const width = 256 - maskOctet
  const begin = octetOf(network)
  const end = begin + width - 1
  return texts(
    `/${length} is the mask ${mask}. In the ${ordinal(place + 1)} octet the blocks are 256 − ${maskOctet} = ${width} wide; ${octetOf(address)} lies in the block from ${begin} to ${end}. Network ${found.network}, broadcast ${found.last}.`,
    `/${length} 即子网掩码 ${mask}。第 ${place + 1} 个八位组中块的大小是 256 − ${maskOctet} = ${width}；${octetOf(address)} 落在 ${begin} 到 ${end} 这一块。网络地址 ${found.network}，广播地址 ${found.last}。`,
  )
}

/** A prefix length that suits a level: the last octet, then the last two, then any. */
export function lengthFor(level: number, random: Random): number {
  if (level === 1) return pick([24, 25, 26, 27], random)
  if (level === 2) return whole(24, 30, random)
  return level === 3 ? whole(17, 30, random) : whole(9, 30, random)
}
