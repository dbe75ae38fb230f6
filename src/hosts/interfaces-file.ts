/**
 * /etc/network/interfaces: which interfaces come up at boot, and with which addresses.
 * Leaves out inet6, dhcp and the commands that stanzas can run: such stanzas bring the interface up and no more.
 * Source: interfaces(5) of Debian's ifupdown.
 */

import { maskOf, readIpv4, showIpv4 } from '../wire/ipv4-text.ts'

/** What a lab says of a host. */
export interface HostSettings {
  /** Of the first interface. */
  readonly addresses: readonly { readonly address: number; readonly prefixLength: number }[]
  readonly gateway?: number
  readonly dns: readonly number[]
  /** 48 bits, of the first port. */
  readonly mac?: number
}

export interface Stanza {
  readonly name: string
  readonly auto: boolean
  readonly addresses: readonly { readonly address: number; readonly prefixLength: number }[]
  readonly gateway: number | undefined
}

const heading = `# This file describes the network interfaces available on your system
# and how to activate them. For more information, see interfaces(5).

# The loopback network interface
auto lo
iface lo inet loopback
`

export function interfacesFile(name: string, settings: HostSettings): string {
  const { addresses, gateway } = settings
  const stanzas = addresses.map(({ address, prefixLength }, index) => {
    const route = gateway === undefined || index > 0 ? '' : `        gateway ${showIpv4(gateway)}\n`
    return `iface ${name} inet static\n        address ${showIpv4(address)}/${prefixLength}\n${route}`
  })
  if (stanzas.length === 0) stanzas.push(`iface ${name} inet manual\n`)
  return `${heading}\n# The primary network interface\nauto ${name}\n${stanzas.join('\n')}`
}

/** One entry for each interface that the file names, in its order. */
export function readInterfacesFile(text: string): Stanza[] {
  const auto = new Set<string>()
  const stanzas = new Map<string, { addresses: Stanza['addresses'][number][]; gateway: number | undefined }>()
  let name: string | undefined
  let mask: number | undefined
  for (const line of text.split('\n')) {
    const [word = '', ...rest] = line
      .replace(/^\s*#.*/, '')
      .trim()
      .split(/\s+/)
    const [first = ''] = rest
    const open = name === undefined ? undefined : stanzas.get(name)
    switch (word) {
      case 'auto':
      case 'allow-hotplug':
        for (const one of rest) auto.add(one)
        name = undefined
        break
      case 'iface':
        name = first
        mask = undefined
        if (!stanzas.has(name)) stanzas.set(name, { addresses: [], gateway: undefined })
        break
      case 'address': {
        const address = readPrefix(first, mask)
        if (address !== undefined) open?.addresses.push(address)
        break
      }
      case 'netmask': {
        mask = prefixLengthOf(first)
        const last = open?.addresses.pop()
        if (last !== undefined) open?.addresses.push({ ...last, prefixLength: mask ?? last.prefixLength })
        break
      }
      case 'gateway':
        if (open !== undefined) open.gateway = readIpv4(first)
    }
  }
  return [...stanzas].map(([one, stanza]) => ({ name: one, auto: auto.has(one), ...stanza }))
}

function readPrefix(
  text: string,
  fallback: number | undefined,
): { address: number; prefixLength: number } | undefined {
  const [address = '', length] = text.split('/')
  const read = readIpv4(address)
  if (read === undefined) return undefined
  const prefixLength = length === undefined ? (fallback ?? 32) : prefixLengthOf(length)
  return prefixLength === undefined ? undefined : { address: read, prefixLength }
}

/** `24` or `255.255.255.0`; undefined for what is neither. */
export function prefixLengthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 32 ? Number(text) : undefined
  const mask = readIpv4(text)
  if (mask === undefined) return undefined
  for (let length = 0; length <= 32; length++) if (maskOf(length) === mask) return length
  return undefined
}
