/** `ip link`: interfaces by themselves. Source: ip-link(8) and the output of iproute2 6.1. */

import { colonMac } from '../../../wire/mac.ts'
import type { HostSystem } from '../../host-system.ts'
import type { NetworkInterface } from '../../network-interface.ts'
import { isRefusal, type Refusal, refuse } from '../../refusal.ts'
import { cannotFind, garbage, type IpOptions, matching, noDevice } from './words.ts'

export const linkUsage = `Usage: ip link set { DEVICE | dev DEVICE } [ { up | down } ]
       ip link show [ DEVICE ] [up]
`

export function ipLink(system: HostSystem, options: IpOptions, words: readonly string[]): string | Refusal {
  const [command = 'show', ...rest] = words
  switch (matching(command, ['show', 'list', 'lst', 'set', 'help'])) {
    case 'set':
      return set(system, rest) ?? ''
    case 'show':
    case 'list':
    case 'lst': {
      const shown = selected(system, rest)
      if (isRefusal(shown)) return shown
      return shown.map((one) => showLink(one, options)).join('')
    }
    case 'help':
      return refuse(linkUsage, 255)
    default:
      return refuse(`Command "${command}" is unknown, try "ip link help".\n`, 255)
  }
}

/** The interfaces that `[dev] NAME` and `up` choose. */
export function selected(system: HostSystem, words: readonly string[]): NetworkInterface[] | Refusal {
  const onlyUp = words.includes('up')
  const names = words.filter((word) => word !== 'up' && word !== 'dev')
  if (names[1] !== undefined) return garbage('dev', names[1])
  const all = [...system.interfaces.values()].filter(({ up }) => up || !onlyUp)
  if (names[0] === undefined) return all
  if (!system.interfaces.has(names[0])) return refuse(`Device "${names[0]}" does not exist.\n`, 1)
  return all.filter(({ name }) => name === names[0])
}

function set(system: HostSystem, words: readonly string[]): Refusal | undefined {
  const [name, ...rest] = words[0] === 'dev' ? words.slice(1) : words
  if (name === undefined) return { ...noDevice, status: 255 }
  let up: boolean | undefined
  for (const word of rest) {
    if (word !== 'up' && word !== 'down') return garbage('dev', word)
    up = word === 'up'
  }
  const one = system.interfaces.get(name)
  if (one === undefined) return cannotFind(name)
  if (up !== undefined) system.setUp(one, up)
  return undefined
}

/** `<BROADCAST,MULTICAST,UP,LOWER_UP>` */
export function flagsOf(one: NetworkInterface): string {
  const { up, carrier } = one
  if (one.port === undefined) return up ? '<LOOPBACK,UP,LOWER_UP>' : '<LOOPBACK>'
  if (!up) return '<BROADCAST,MULTICAST>'
  return carrier ? '<BROADCAST,MULTICAST,UP,LOWER_UP>' : '<NO-CARRIER,BROADCAST,MULTICAST,UP>'
}

export function stateOf(one: NetworkInterface): string {
  if (one.port === undefined) return one.up ? 'UNKNOWN' : 'DOWN'
  return one.up && one.carrier ? 'UP' : 'DOWN'
}

/** The first line, from number to queue length; `mode` stands in it for `ip link` alone. */
export function headingOf(one: NetworkInterface, mode: '' | 'mode DEFAULT '): string {
  const discipline = one.port === undefined ? 'noqueue' : 'fq_codel'
  return `${one.index}: ${one.name}: ${flagsOf(one)} mtu ${one.mtuBytes} qdisc ${discipline} state ${stateOf(one)} ${mode}group default qlen 1000\n`
}

export function hardwareLine(one: NetworkInterface): string {
  return one.port === undefined
    ? '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n'
    : `    link/ether ${colonMac(one.mac)} brd ff:ff:ff:ff:ff:ff\n`
}

export const briefHead = (one: NetworkInterface): string =>
  `${one.name.padEnd(16)} ${stateOf(one).padEnd(14)} `

function showLink(one: NetworkInterface, options: IpOptions): string {
  if (options.brief) return `${briefHead(one)}${colonMac(one.mac)} ${flagsOf(one)} \n`
  const text =
    headingOf(one, 'mode DEFAULT ') + hardwareLine(one) + (options.statistics ? statistics(one) : '')
  return options.oneLine ? `${text.trimEnd().replaceAll('\n', '\\')}\n` : text
}

export function statistics(one: NetworkInterface): string {
  const { received, sent } = one.counts
  const row = (values: readonly number[], widths: readonly number[]) =>
    values.map((value, at) => String(value).padStart(widths[at] ?? 7)).join(' ')
  const widths = [14, 7, 6, 7, 7, 7]
  return (
    '    RX:  bytes packets errors dropped  missed   mcast           \n' +
    `${row([received.bytes, received.packets, received.errors, 0, 0, received.multicasts], widths)} \n` +
    '    TX:  bytes packets errors dropped carrier collsns           \n' +
    `${row([sent.bytes, sent.packets, 0, sent.dropped, 0, sent.collisions], widths)} \n`
  )
}
