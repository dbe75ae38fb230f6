/** Networks as classful protocols keep them: by the first bits of the address. Source: RFC 791, section 2.3. */

import type { Ipv4 } from './arguments.ts'

/** The mask of an address's class; multicast and above count as class C. */
export function classfulMask(address: Ipv4): Ipv4 {
  const first = address >>> 24
  return first < 128 ? 0xff000000 : first < 192 ? 0xffff0000 : 0xffffff00
}

export function classfulNetwork(address: Ipv4): Ipv4 {
  return (address & classfulMask(address)) >>> 0
}
