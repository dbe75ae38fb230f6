/**
 * IPv6 addresses and prefixes as arguments: read in any form of RFC 4291 (section 2.2) without an embedded IPv4 address,
 * shown in upper case and compressed, as IOS shows them.
 */

import { tokenEnd } from '../grammar/argument.ts'
import { defineArgument } from './argument-types.ts'

/** Eight groups of 16 bits. */
export type Ipv6 = readonly number[]

export interface Ipv6Prefix {
  readonly address: Ipv6
  readonly length: number
}

declare module '../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    ipv6: Ipv6
    /** `2001:DB8::/32`; bits beyond the length are as typed. */
    'ipv6-prefix': Ipv6Prefix
  }
}

/** Undefined when the text is no IPv6 address. */
export function readIpv6(text: string): Ipv6 | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  if (groups.flat().some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined
  const [left = [], right] = groups.map((half) => half.map((group) => Number.parseInt(group, 16)))
  if (right === undefined) return left.length === 8 ? left : undefined
  const missing = 8 - left.length - right.length
  return missing < 1 ? undefined : [...left, ...new Array<number>(missing).fill(0), ...right]
}

/** The longest run of zero groups, the first of equals, becomes `::`. */
export function showIpv6(address: Ipv6): string {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && address[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  const hex = (groups: Ipv6): string => groups.map((group) => group.toString(16).toUpperCase()).join(':')
  if (best.length < 2) return hex(address)
  return `${hex(address.slice(0, best.start))}::${hex(address.slice(best.start + best.length))}`
}

/** The prefix with the bits beyond its length cleared. */
export function networkOf({ address, length }: Ipv6Prefix): Ipv6Prefix {
  const bits = (group: number): number => Math.min(16, Math.max(0, length - group * 16))
  return {
    address: address.map((value, group) => value & (0xffff << (16 - bits(group))) & 0xffff),
    length,
  }
}

defineArgument<Ipv6>('ipv6', {
  placeholder: () => 'X:X:X:X::X',
  read(line, start) {
    const end = tokenEnd(line, start)
    const value = readIpv6(line.slice(start, end))
    return value === undefined ? { ok: false, at: start } : { ok: true, value, end }
  },
  show: showIpv6,
})

defineArgument<Ipv6Prefix>('ipv6-prefix', {
  placeholder: () => 'X:X:X:X::X/<0-128>',
  read(line, start) {
    const end = tokenEnd(line, start)
    const [, text, length] = /^([^/]+)\/(\d{1,3})$/.exec(line.slice(start, end)) ?? []
    const address = text === undefined ? undefined : readIpv6(text)
    return address === undefined || Number(length) > 128
      ? { ok: false, at: start }
      : { ok: true, value: { address, length: Number(length) }, end }
  },
  show: ({ address, length }) => `${showIpv6(address)}/${length}`,
})
