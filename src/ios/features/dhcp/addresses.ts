/** Lists of addresses as the lines of a DHCP pool take them, and masks in both spellings. */

import { skipBlanks, tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { type Ipv4, readIpv4, showIpv4 } from '../../arguments.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** One to eight IPv4 addresses. */
    'address-list': readonly Ipv4[]
    /** A netmask, or `/24`. */
    'mask-or-length': Ipv4
  }
}

const mostAddresses = 8

defineArgument<readonly Ipv4[]>('address-list', {
  placeholder: () => 'Hostname or A.B.C.D',
  read(line, start) {
    const addresses: Ipv4[] = []
    let at = start
    let end = start
    while (at < line.length) {
      const address = readIpv4(line, at)
      if (address.ok !== true) return address
      if (addresses.length === mostAddresses) return { ok: false, at }
      addresses.push(address.value)
      end = address.end
      at = skipBlanks(line, end)
    }
    return { ok: true, value: addresses, end }
  },
  // A blank stands behind every address, the last one included.
  show: (value) => value.map((address) => `${showIpv4(address)} `).join(''),
})

defineArgument<Ipv4>('mask-or-length', {
  placeholder: () => '/nn or A.B.C.D',
  read(line, start) {
    const end = tokenEnd(line, start)
    const length = /^\/(\d{1,2})$/.exec(line.slice(start, end))?.[1]
    if (length === undefined) return readIpv4(line, start)
    return Number(length) > 32
      ? { ok: false, at: start }
      : { ok: true, value: (0xffffffff << (32 - Number(length))) >>> 0, end }
  },
  show: showIpv4,
})
