/**
 * The table of interfaces in the set-up dialogue, laid out as `show ip interface brief`. On a router that was never
 * configured no interface has a valid configuration, and says so.
 * Source: console capture of a 1941; the switch's column from captures of `show ip interface brief`.
 */

import { type Ipv4, showIpv4 } from '../../arguments.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { summaryOrder } from './script.ts'

/** `first`: the device has not been configured yet, and its ports have not been shut down. */
export function interfaceSummary(ios: Ios, first: boolean): string {
  const nameWidth = ios.traits.has('switchport') || ios.traits.has('ios-xe') ? 23 : 27
  const rows = summaryOrder(ios).map((made) => row(made, nameWidth, first))
  const note = rows.some(({ valid }) => !valid)
    ? '\nAny interface listed with OK? value "NO" does not have a valid configuration\n\n'
    : ''
  const heading = `${'Interface'.padEnd(nameWidth)}IP-Address      OK? Method Status                Protocol\n`
  return `${note}${heading}${rows.map(({ text }) => `${text}\n`).join('')}`
}

function row(made: Interface, nameWidth: number, first: boolean): { text: string; valid: boolean } {
  // A layer-2 port has nothing to configure here.
  const valid = made.type.name === 'Vlan' || !isRouted(made) || made.method !== 'unset'
  const address = made.section.entry('ip address')?.args['address'] as Ipv4 | undefined
  const shown = address === undefined ? 'unassigned' : showIpv4(address)
  const unplugged = made.port?.cable === 'none' ? 'initializing' : made.link
  const status = first ? unplugged : made.enabled ? made.link : 'administratively down'
  return {
    valid,
    text: `${made.name.padEnd(nameWidth)}${shown.padEnd(16)}${(valid ? 'YES' : 'NO').padEnd(4)}${made.method.padEnd(7)}${status.padEnd(22)}${made.protocol.padEnd(8)}`,
  }
}

function isRouted({ port, type }: Interface): boolean {
  return port?.pinout !== 'MDI-X' && !type.logical
}
