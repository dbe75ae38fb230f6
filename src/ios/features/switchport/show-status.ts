/**
 * `show interfaces status`: one row a port. Layout: captures of Catalyst switches of 12.2 to 15.x (9 + 1 columns for the port).
 */

import { shortName } from '../../interface-names.ts'
import { type Interface, inViewOrder } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { accessVlan, administrativeMode } from './access.ts'

export const interfaces = show.words('interfaces', { interfaces: 'Interface status and configuration' })

/** The ports that switch, and their bundles; `name` picks one. */
export function switchPorts(ios: Ios, name: string | undefined): Interface[] {
  return inViewOrder(ios).filter(
    (made) =>
      (name === undefined || made.name === name) &&
      (made.port?.cable === 'ethernet' || made.type.name === 'Port-channel'),
  )
}

function row(cells: {
  port: string
  name: string
  status: string
  vlan: string
  duplex: string
  speed: string
  type: string
}): string {
  const { port, name, status, vlan, duplex, speed, type } = cells
  return `${port.padEnd(9)} ${name.slice(0, 18).padEnd(18)} ${status.padEnd(12)} ${vlan.padEnd(10)} ${duplex.padStart(6)} ${speed.padStart(6)} ${type}\n`
}

function statusRow(ios: Ios, made: Interface): string {
  const { description, duplex, speed } = interfaceSettingsOf()
  const up = made.link === 'up'
  const negotiated = up ? 'a-' : ''
  const trunking = up && administrativeMode(made.section) === 'trunk'
  const vlan = trunking ? 'trunk' : String(accessVlan.get(made.section)?.vlan ?? 1)
  const forcedDuplex = duplex(made.section)
  const forcedSpeed = speed(made.section)
  return row({
    port: shortName(ios.profile, made.name),
    name: printable(description(made.section) ?? ''),
    status: !made.enabled ? 'disabled' : up ? 'connected' : 'notconnect',
    // From memory: a bundle without members belongs to no VLAN.
    vlan: made.port === undefined && !up ? 'unassigned' : vlan,
    duplex: forcedDuplex === 'auto' ? (up ? `${negotiated}full` : 'auto') : forcedDuplex,
    speed: forcedSpeed === 'auto' && up ? `${negotiated}${fastest(made)}` : forcedSpeed,
    type: made.port?.media ?? '',
  })
}

function fastest(made: Interface): number {
  return Math.max(...(made.port?.speedsMbps ?? [100]))
}

function statusText(ios: Ios, name: string | undefined): string {
  const heading = `${'Port'.padEnd(10)}${'Name'.padEnd(19)}${'Status'.padEnd(13)}${'Vlan'.padEnd(11)}Duplex  Speed Type\n`
  return `\n${heading}${switchPorts(ios, name)
    .map((made) => statusRow(ios, made))
    .join('')}`
}

interfaces.exec('status', {
  help: { status: 'Show interface line status' },
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    yield statusText(ios, undefined)
  },
})

interfaces.exec('<name:interface> status', {
  help: { name: 'Interface', status: 'Show interface line status' },
  needs: 'switchport',
  filtered: true,
  *run({ ios, args: { name } }) {
    yield statusText(ios, name)
  },
})

/** No port can be err-disabled before frames flow. That the heading stands alone then is from memory. */
interfaces.exec('status err-disabled', {
  help: { status: 'Show interface line status', 'err-disabled': 'Show interface error disabled status' },
  needs: 'switchport',
  filtered: true,
  *run() {
    yield '\nPort      Name               Status       Reason               Err-disabled Vlans\n'
  },
})
