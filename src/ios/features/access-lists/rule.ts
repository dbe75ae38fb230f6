/**
 * An access list's rule as data, in the normal form that IOS keeps: host bits under the wildcard cleared, `host` and `any`
 * where they say the same. Two texts: the configuration's and the one of `show access-lists`.
 * Source: Cisco IOS Security command reference; layouts as on real devices, 15.x.
 */

import { argumentType } from '../../argument-types.ts'
import { type Ipv4, showIpv4 } from '../../arguments.ts'
import { type IcmpMessage, showIcmp } from './ports.ts'

export type Action = 'permit' | 'deny'

/** Addresses that agree with `address` where `wildcard` has no ones. */
export interface AddressMatch {
  readonly address: Ipv4
  readonly wildcard: Ipv4
}

/** `to` is the upper end of `range`. */
export interface PortMatch {
  readonly operator: 'eq' | 'gt' | 'lt' | 'neq' | 'range'
  readonly port: number
  readonly to?: number
}

export interface StandardRule {
  readonly kind: 'standard'
  readonly action: Action
  readonly source: AddressMatch
  readonly log: boolean
}

export interface ExtendedRule {
  readonly kind: 'extended'
  readonly action: Action
  /** IP protocol number; undefined is all of IP. */
  readonly protocol: number | undefined
  readonly source: AddressMatch
  readonly sourcePort?: PortMatch
  readonly destination: AddressMatch
  readonly destinationPort?: PortMatch
  readonly icmp?: IcmpMessage
  readonly established: boolean
  readonly fragments: boolean
  readonly log?: 'log' | 'log-input'
  readonly timeRange?: string
}

export type Rule = StandardRule | ExtendedRule

export const protocolNumbers: ReadonlyMap<string, number | undefined> = new Map([
  ['ahp', 51],
  ['eigrp', 88],
  ['esp', 50],
  ['gre', 47],
  ['icmp', 1],
  ['igmp', 2],
  ['ip', undefined],
  ['ipinip', 94],
  ['nos', 4],
  ['ospf', 89],
  ['pcp', 108],
  ['pim', 103],
  ['tcp', 6],
  ['udp', 17],
])

export const anyAddress: AddressMatch = { address: 0, wildcard: 0xffffffff }

export function addressMatch(address: Ipv4, wildcard: Ipv4): AddressMatch {
  return { address: (address & ~wildcard) >>> 0, wildcard }
}

/** As the configuration prints it, without `access-list N`; `deny` is padded to the width of `permit`. */
export function configurationText(rule: Rule): string {
  const action = rule.action === 'deny' ? 'deny  ' : 'permit'
  if (rule.kind === 'extended') return `${action} ${extendedText(rule)}`
  const { address, wildcard } = rule.source
  const source =
    wildcard === 0xffffffff
      ? 'any'
      : wildcard === 0
        ? showIpv4(address)
        : `${showIpv4(address)} ${showIpv4(wildcard)}`
  return `${action} ${source}${rule.log ? ' log' : ''}`
}

/** As `show access-lists` prints it. */
export function shownText(rule: Rule): string {
  if (rule.kind === 'extended') return `${rule.action} ${extendedText(rule)}`
  const { address, wildcard } = rule.source
  if (wildcard === 0xffffffff || wildcard === 0) return configurationText(rule)
  const action = rule.action === 'deny' ? 'deny  ' : 'permit'
  return `${action} ${showIpv4(address)}, wildcard bits ${showIpv4(wildcard)}${rule.log ? ' log' : ''}`
}

function extendedText(rule: ExtendedRule): string {
  const words = [protocolText(rule.protocol), addressText(rule.source)]
  const ports = rule.protocol === 17 ? 'udp-port' : 'tcp-port'
  if (rule.sourcePort !== undefined) words.push(portText(rule.sourcePort, ports))
  words.push(addressText(rule.destination))
  if (rule.destinationPort !== undefined) words.push(portText(rule.destinationPort, ports))
  if (rule.icmp !== undefined) words.push(showIcmp(rule.icmp))
  if (rule.established) words.push('established')
  if (rule.fragments) words.push('fragments')
  if (rule.log !== undefined) words.push(rule.log)
  if (rule.timeRange !== undefined) words.push(`time-range ${rule.timeRange}`)
  return words.join(' ')
}

function protocolText(protocol: number | undefined): string {
  for (const [name, number] of protocolNumbers) if (number === protocol) return name
  return String(protocol)
}

function addressText({ address, wildcard }: AddressMatch): string {
  if (wildcard === 0xffffffff) return 'any'
  return wildcard === 0 ? `host ${showIpv4(address)}` : `${showIpv4(address)} ${showIpv4(wildcard)}`
}

function portText({ operator, port, to }: PortMatch, type: 'tcp-port' | 'udp-port'): string {
  const { show } = argumentType(type)
  return to === undefined ? `${operator} ${show(port)}` : `${operator} ${show(port)} ${show(to)}`
}
