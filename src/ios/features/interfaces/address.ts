/**
 * `ip address`: the addresses of an interface, and what IOS says to addresses that cannot be.
 * Source: "Cisco IOS IP Addressing Services Command Reference", and logs of real routers for the sentences.
 */

import type { Section } from '../../../config/section.ts'
import { type Ipv4, isContiguous, prefixLength, showIpv4 } from '../../arguments.ts'
import { interfaceMode } from '../../declare.ts'
import { type Interface, interfaceOfSection } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceIpChanged, provideIpConfiguration } from '../../ip-stack.ts'
import type { At } from '../../line.ts'
import { hasVlanTag, onUntagged } from './subinterface.ts'

interface AddressAndMask {
  readonly address: Ipv4
  readonly mask: Ipv4
}

const ipAddress = interfaceMode.words('ip address', {
  ip: 'Interface Internet Protocol config commands',
  address: 'Set the IP address of an interface',
})
const arguments_ = { address: 'IP address', mask: 'IP subnet mask' }

/** Printed before the primary address, as IOS does. */
export const secondaryAddress = ipAddress.line('<address:ipv4> <mask:mask> secondary', {
  help: { ...arguments_, secondary: 'Make this IP address a secondary address' },
  needs: 'routed',
  place: 'ip-address',
  slot: 'ip address secondary',
  key: ['address', 'mask'],
  refuse: (args, at) => {
    // From memory.
    if (primaryAddress.get(at.section)?.address === args.address) return "Secondary can't be same as primary"
    return faultOf(args, at) ?? refusedOverlap(args, at)
  },
  refuseNo: ({ address }, { section }): string | undefined =>
    hasSecondary(section, address) ? undefined : 'Invalid address',
  changed: ({ ios, section }) => interfaceIpChanged(ios, section),
})

export const primaryAddress = ipAddress.line('<address:ipv4> <mask:mask>', {
  help: arguments_,
  needs: 'routed',
  place: 'ip-address',
  slot: 'ip address',
  refuse: (args, at) => faultOf(args, at) ?? refusedOverlap(args, at),
  refuseNo: ({ address, mask }, { section }) => {
    if (address === undefined) return undefined
    const now = primaryAddress.get(section)
    if (now?.address !== address || now.mask !== mask) return 'Invalid address'
    return secondaryAddress.all(section).length > 0
      ? 'Must delete secondary before deleting primary'
      : undefined
  },
  remark: (args, at) => {
    const made = interfaceOfSection(at.section)
    if (prefixLength(args.mask) === 31 && isBroadcastMedium(made))
      return '% Warning: use /31 mask on non point-to-point interface cautiously'
    return made?.enabled === false ? overlapSentence(at.ios, at.section, args) : undefined
  },
  // `no ip address` takes all addresses away; printed behind secondary ones that stand alone it takes none.
  changed: (at, after, before) => {
    if (after === undefined && before !== undefined)
      for (const one of secondaryAddress.all(at.section)) secondaryAddress.unset(at, one)
    setMethod(at, 'typed')
    interfaceIpChanged(at.ios, at.section)
  },
})

/** The primary address first. */
export function addressesOf(section: Section): { address: Ipv4; prefixLength: number }[] {
  const primary = primaryAddress.get(section)
  if (primary === undefined) return []
  return [primary, ...secondaryAddress.all(section)].map(({ address, mask }) => ({
    address,
    prefixLength: prefixLength(mask),
  }))
}

provideIpConfiguration({ addresses: addressesOf })

export const dhcpAddress = ipAddress.line('dhcp', {
  help: { dhcp: 'IP Address negotiated via DHCP' },
  needs: ['dhcp-client', 'routed', '!loopback'],
  place: 'ip-address',
  slot: 'ip address',
  inert: true,
  refuseNo: (_, { section }): string | undefined =>
    dhcpAddress.isOn(section) ? undefined : 'Invalid address',
  changed: (at, after) => {
    setMethod(at, after === undefined ? 'typed' : 'DHCP')
    interfaceIpChanged(at.ios, at.section)
  },
})

// From memory: a sub-interface that loses its VLAN loses its addresses.
onUntagged((at) => primaryAddress.unset(at, {}))

function hasSecondary(section: Section, address: Ipv4 | undefined): boolean {
  return secondaryAddress.all(section).some((one) => one.address === address)
}

/** What `show ip interface brief` calls the way an address came. */
function setMethod({ ios, section }: At, way: 'typed' | 'DHCP'): void {
  const made = interfaceOfSection(section)
  if (made !== undefined)
    made.method = way === 'DHCP' ? 'DHCP' : ios.author === undefined ? 'NVRAM' : 'manual'
}

function isBroadcastMedium(made: Interface | undefined): boolean {
  return made?.port?.cable === 'ethernet' || made?.type.name === 'Vlan' || made?.unit.includes('.') === true
}

const noEncapsulation = `
% Configuring IP routing on a LAN subinterface is only allowed if that
subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q,
or ISL vLAN.

`

/** Why an address cannot be, whatever else the device has. */
function faultOf({ address, mask }: AddressAndMask, { section }: At): string | undefined {
  const made = interfaceOfSection(section)
  if (made?.unit.includes('.') === true && made.type.name !== 'Serial' && !hasVlanTag(section))
    return noEncapsulation
  const shown = showIpv4(address)
  if (!isContiguous(mask))
    return `Bad mask 0x${mask.toString(16).toUpperCase().padStart(8, '0')} for address ${shown}`
  const first = address >>> 24
  if (first === 0 || first === 127 || first >= 224) return `Not a valid host address - ${shown}`
  const length = prefixLength(mask)
  const host = (address & ~mask) >>> 0
  // From memory: a host mask fits loopbacks only.
  if (length === 0 || (length === 32 && isBroadcastMedium(made)))
    return `Bad mask /${length} for address ${shown}`
  if (length < 31 && (host === 0 || host === ~mask >>> 0)) return `Bad mask /${length} for address ${shown}`
  return undefined
}

function refusedOverlap(args: AddressAndMask, { ios, section }: At): string | undefined {
  // A shut interface keeps an address that clashes, and complains when it is to come up. At boot nobody knows yet whether
  // the interface will be shut: the line follows.
  const up = ios.author !== undefined && interfaceOfSection(section)?.enabled === true
  return up ? overlapSentence(ios, section, args) : undefined
}

/** The sentence about the primary address of an interface when another interface has part of its network. */
export function overlapOf(ios: Ios, section: Section): string | undefined {
  const own = primaryAddress.get(section)
  return own === undefined ? undefined : overlapSentence(ios, section, own)
}

function overlapSentence(ios: Ios, section: Section, { address, mask }: AddressAndMask): string | undefined {
  const network = showIpv4((address & mask) >>> 0)
  for (const other of ios.interfaces) {
    if (other.section === section) continue
    const primary = primaryAddress.get(other.section)
    if (primary !== undefined && overlaps({ address, mask }, primary))
      return `% ${network} overlaps with ${other.name}`
    for (const secondary of secondaryAddress.all(other.section)) {
      if (!overlaps({ address, mask }, secondary)) continue
      return secondary.mask === mask
        ? `% ${network} is assigned as a secondary address on ${other.name}`
        : `% ${network} overlaps with secondary address on ${other.name}`
    }
  }
  return undefined
}

function overlaps(a: AddressAndMask, b: AddressAndMask): boolean {
  const mask = (a.mask & b.mask) >>> 0
  return (a.address & mask) >>> 0 === (b.address & mask) >>> 0
}
