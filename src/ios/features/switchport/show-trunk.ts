/**
 * `show interfaces trunk`: without a port only what trunks, with one that port whatever it does. Layout: captures of Catalyst
 * switches of 12.2 to 15.x.
 */

import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { showVlanList } from '../../vlan-list.ts'
import { vlansOf } from '../../vlans.ts'
import { accessVlan, administrativeMode } from './access.ts'
import { interfaces, switchPorts } from './show-status.ts'
import { trunkAllowed, trunkNative } from './trunk.ts'

const modeWords = {
  trunk: 'on',
  'static access': 'off',
  'dynamic auto': 'auto',
  'dynamic desirable': 'desirable',
} as const

function isTrunking(made: Interface): boolean {
  return made.link === 'up' && administrativeMode(made.section) === 'trunk'
}

/** The VLANs that cross the port; a port that does not trunk carries its access VLAN. */
function carried(made: Interface): readonly number[] {
  if (!isTrunking(made)) return [accessVlan.get(made.section)?.vlan ?? 1]
  return trunkAllowed.get(made.section)?.vlans ?? []
}

function blocks(ios: Ios, ports: readonly Interface[]): string {
  const vlans = vlansOf(ios)
  const port = (made: Interface): string => shortName(ios.profile, made.name).padEnd(12)
  const list = (ids: readonly number[]): string => (ids.length === 0 ? 'none' : showVlanList(ids))
  const active = (made: Interface): readonly number[] =>
    carried(made).filter((id) => vlans.get(id)?.state === 'active')
  let text = '\nPort        Mode             Encapsulation  Status        Native vlan\n'
  for (const made of ports) {
    const mode = modeWords[administrativeMode(made.section)].padEnd(17)
    const status = (isTrunking(made) ? 'trunking' : 'not-trunking').padEnd(14)
    text += `${port(made)}${mode}${'802.1q'.padEnd(15)}${status}${trunkNative.get(made.section)?.vlan ?? 1}\n`
  }
  text += '\nPort        Vlans allowed on trunk\n'
  for (const made of ports) text += `${port(made)}${list(carried(made))}\n`
  text += '\nPort        Vlans allowed and active in management domain\n'
  for (const made of ports) text += `${port(made)}${list(active(made))}\n`
  text += '\nPort        Vlans in spanning tree forwarding state and not pruned\n'
  for (const made of ports) text += `${port(made)}${list(made.protocol === 'up' ? active(made) : [])}\n`
  return text
}

const help = { trunk: 'Show interface trunk information' }

interfaces.exec('trunk', {
  help,
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    const trunks = switchPorts(ios, undefined).filter(isTrunking)
    yield trunks.length === 0 ? '\n' : blocks(ios, trunks)
  },
})

interfaces.exec('<name:interface> trunk', {
  help: { ...help, name: 'Interface' },
  needs: 'switchport',
  filtered: true,
  *run({ ios, args: { name } }) {
    yield blocks(ios, switchPorts(ios, name))
  },
})
