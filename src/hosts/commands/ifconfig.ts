/** `ifconfig`. Leaves out aliases (`eth0:1`) and hardware settings. Source: ifconfig(8) and the output of net-tools 2.10. */

import { maskOf, readIpv4, showIpv4 } from '../../wire/ipv4-text.ts'
import { colonMac } from '../../wire/mac.ts'
import type { Command } from '../command.ts'
import type { HostSystem } from '../host-system.ts'
import { prefixLengthOf } from '../interfaces-file.ts'
import { broadcastOf, type NetworkInterface } from '../network-interface.ts'
import { ending, type Refusal, refuse } from '../refusal.ts'

const usage = `Usage:
  ifconfig [-a] <interface> [<address>[/<prefixlen>]]
  [netmask <address>]  [broadcast <address>]
  [up] [down]
`

const hint = "ifconfig: `--help' gives usage information.\n"

export const ifconfig: Command = {
  name: 'ifconfig',
  synopsis: '[-a] [IF [ADDRESS[/LENGTH]] [netmask MASK] [up|down]]',
  help: 'show or set interfaces (the older way)',
  *run({ system, words }) {
    const all = words[0] === '-a'
    const [name, ...rest] = all ? words.slice(1) : words
    if (name === '--help' || name === '-h') return yield* ending(refuse(usage, 0))
    if (name?.startsWith('-') === true)
      return yield* ending(refuse(`ifconfig: option \`${name}' not recognised.\n${hint}`, 1))
    if (name === undefined) {
      // In net-tools' order, which is that of the names.
      const shown = [...system.interfaces.values()].filter(({ up }) => up || all)
      for (const one of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) yield show(one)
      return 0
    }
    const one = system.interfaces.get(name)
    if (one === undefined) {
      const what = rest.length === 0 ? 'error fetching interface information: Device not found' : missing
      return yield* ending(refuse(`${name}: ${what}\n`, rest.length === 0 ? 1 : 255))
    }
    if (rest.length === 0) {
      yield show(one)
      return 0
    }
    return yield* ending(set(system, one, rest))
  },
}

const missing = 'ERROR while getting interface flags: No such device'

function set(system: HostSystem, one: NetworkInterface, words: readonly string[]): Refusal | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const value = words[at + 1]
    switch (word) {
      case 'up':
      case 'down':
        system.setUp(one, word === 'up')
        break
      case 'netmask': {
        if (value === undefined) return refuse(usage, 1)
        at++
        const prefixLength = prefixLengthOf(value)
        const [primary] = one.addresses
        if (prefixLength === undefined || !value.includes('.'))
          return refuse('SIOCSIFNETMASK: Invalid argument\n', 1)
        if (primary === undefined) return refuse('SIOCSIFNETMASK: Cannot assign requested address\n', 1)
        replacePrimary(system, one, primary.address, prefixLength)
        break
      }
      case 'broadcast':
        if (value === undefined) return refuse(usage, 1)
        at++
        break
      case 'inet':
        break
      default: {
        const [text = '', length] = word.split('/')
        const address = readIpv4(text)
        if (address === undefined) {
          const why = /^[\d.]+$/.test(text) ? 'Unknown host' : 'Host name lookup failure'
          return refuse(`${text}: ${why}\n${hint}`, 1)
        }
        const prefixLength = length === undefined ? classfulLength(address) : prefixLengthOf(length)
        if (prefixLength === undefined) return refuse(`${text}: Unknown host\n${hint}`, 1)
        replacePrimary(system, one, address, prefixLength)
        system.setUp(one, true)
      }
    }
  }
  return undefined
}

/** The kernel takes the old address away first, and the routes with it. */
function replacePrimary(
  system: HostSystem,
  one: NetworkInterface,
  address: number,
  prefixLength: number,
): void {
  const others = one.addresses.slice(1)
  system.setAddresses(one, others)
  system.setAddresses(one, [{ address, prefixLength, broadcast: prefixLength < 31 }, ...others])
}

function classfulLength(address: number): number {
  const first = address >>> 24
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

const flagNames: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'UP'],
  [0x2, 'BROADCAST'],
  [0x8, 'LOOPBACK'],
  [0x40, 'RUNNING'],
  [0x1000, 'MULTICAST'],
]

function show(one: NetworkInterface): string {
  const flags =
    (one.up ? 0x1 : 0) | (one.port === undefined ? 0x8 : 0x1002) | (one.up && one.carrier ? 0x40 : 0)
  const names = flagNames.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name)
  const { received, sent } = one.counts
  const rows = [`${one.name}: flags=${flags}<${names.join(',')}>  mtu ${one.mtuBytes}`]
  const [primary] = one.addresses
  if (primary !== undefined) {
    const broadcast = primary.broadcast ? broadcastOf(primary) : 0
    const behind = one.port === undefined ? '' : `  broadcast ${showIpv4(broadcast)}`
    rows.push(`inet ${showIpv4(primary.address)}  netmask ${showIpv4(maskOf(primary.prefixLength))}${behind}`)
  }
  rows.push(
    one.port === undefined
      ? 'loop  txqueuelen 1000  (Local Loopback)'
      : `ether ${colonMac(one.mac)}  txqueuelen 1000  (Ethernet)`,
    `RX packets ${received.packets}  bytes ${received.bytes} (${shortSize(received.bytes)})`,
    `RX errors ${received.errors}  dropped 0  overruns 0  frame ${received.errors}`,
    `TX packets ${sent.packets}  bytes ${sent.bytes} (${shortSize(sent.bytes)})`,
    `TX errors 0  dropped ${sent.dropped} overruns 0  carrier 0  collisions ${sent.collisions}`,
  )
  return `${rows.join('\n        ')}\n\n`
}

/** One digit behind the point, cut off rather than rounded. */
function shortSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let value = bytes
  let unit = 0
  for (; value > 1024 && unit < units.length - 1; unit++) value /= 1024
  return `${(Math.floor(value * 10) / 10).toFixed(1)} ${units[unit]}`
}
