/**
 * `show interfaces status`: one row a port. Layout: captures of Catalyst switches of 12.2 to 15.x (9 + 1 columns for the port).
 */

import { shortName } from '../../interface-names.ts'
import { type Interface, inViewOrder } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { interfaceSettingsOf } from '../../port-settings.ts'
import { printable } from '../../printable.ts'
import { show } from '../../show-words.ts'
import { activeVlans, isSwitched, isTrunk } from '../../switching.ts'
import { accessVlan } from './access.ts'

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
  const forcedDuplex = duplex(made.section)
  const forcedSpeed = speed(made.section)
  return row({
    port: shortName(ios.profile, made.name),
    name: printable(description(made.section) ?? ''),
    status: statusOf(ios, made),
    vlan: vlanText(ios, made),
    duplex: forcedDuplex === 'auto' && up ? `a-${made.phy?.duplex ?? 'full'}` : forcedDuplex,
    speed: forcedSpeed === 'auto' && up ? `a-${made.phy?.speedMbps ?? ''}` : forcedSpeed,
    type: made.port?.media ?? '',
  })
}

function statusOf(ios: Ios, made: Interface): string {
  if (made.errDisabled !== undefined) return 'err-disabled'
  if (!made.enabled) return 'disabled'
  if (made.link !== 'up') return 'notconnect'
  const inactive = isSwitched(ios, made) && !isTrunk(ios, made) && !activeVlans(ios).has(accessVlanOf(made))
  return inactive ? 'inactive' : 'connected'
}

function accessVlanOf(made: Interface): number {
  return accessVlan.get(made.section)?.vlan ?? 1
}

/** A port that is to trunk shows its access VLAN while it is down. */
function vlanText(ios: Ios, made: Interface): string {
  // From memory: a bundle without members belongs to no VLAN.
  if (made.phy === undefined) return made.link === 'up' ? '1' : 'unassigned'
  if (!isSwitched(ios, made)) return 'routed'
  return made.link === 'up' && isTrunk(ios, made) ? 'trunk' : String(accessVlanOf(made))
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

const errDisabledHeading =
  'Port      Name               Status       Reason               Err-disabled Vlans\n'

interfaces.exec('status err-disabled', {
  help: { status: 'Show interface line status', 'err-disabled': 'Show interface error disabled status' },
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    const rows = switchPorts(ios, undefined).flatMap((made) => {
      if (made.errDisabled === undefined) return []
      const name = printable(interfaceSettingsOf().description(made.section) ?? '')
      const port = shortName(ios.profile, made.name)
      return `${port.padEnd(9)} ${name.slice(0, 18).padEnd(18)} err-disabled ${made.errDisabled}\n`
    })
    yield `\n${errDisabledHeading}${rows.join('')}`
  },
})
