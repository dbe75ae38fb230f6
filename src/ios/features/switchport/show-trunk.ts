/**
 * `show interfaces trunk`: without a port only what trunks, with one that port whatever it does. Layout: captures of Catalyst
 * switches of 12.2 to 15.x.
 */

import { shortName } from '../../interface-names.ts'
import type { Interface } from '../../interfaces.ts'
import type { Ios } from '../../ios.ts'
import { activeVlans, fabricOf, switchedPort } from '../../switching.ts'
import { wrappedVlanList } from '../../vlan-list.ts'
import { accessVlan, administrativeMode } from './access.ts'
import { interfaces, switchPorts } from './show-status.ts'
import { trunkAllowed, trunkEncapsulation, trunkNative } from './trunk.ts'

const modeWords = {
  trunk: 'on',
  'static access': 'off',
  'dynamic auto': 'auto',
  'dynamic desirable': 'desirable',
} as const

function isTrunking(ios: Ios, made: Interface): boolean {
  return switchedPort(ios, made)?.trunk === true
}

/** The VLANs that cross the port; a port that does not trunk carries its access VLAN. */
function carried(ios: Ios, made: Interface): readonly number[] {
  if (!isTrunking(ios, made)) return [accessVlan.get(made.section)?.vlan ?? 1]
  return trunkAllowed.get(made.section)?.vlans ?? []
}

/** `n-` is what the two ends chose; hardware that knows 802.1Q only has nothing to choose. */
function encapsulationText(ios: Ios, made: Interface): string {
  const port = switchedPort(ios, made)
  const chosen = port?.encapsulation === 'isl' ? 'isl' : '802.1q'
  const kind = trunkEncapsulation.get(made.section)?.kind ?? 'negotiate'
  if (!ios.traits.has('isl')) return '802.1q'
  if (kind !== 'negotiate') return kind === 'isl' ? 'isl' : '802.1q'
  return port?.trunk === true ? `n-${chosen}` : 'negotiate'
}

function blocks(ios: Ios, ports: readonly Interface[]): string {
  const vlans = activeVlans(ios)
  const fabric = fabricOf(ios)
  const port = (made: Interface): string => shortName(ios.profile, made.name).padEnd(12)
  const active = (made: Interface): readonly number[] => carried(ios, made).filter((id) => vlans.has(id))
  const forwarding = (made: Interface): readonly number[] =>
    active(made).filter((id) => made.phy !== undefined && fabric.stateOf(made.phy, id) === 'forwarding')
  let text = '\nPort        Mode             Encapsulation  Status        Native vlan\n'
  for (const made of ports) {
    const mode = modeWords[administrativeMode(made.section)].padEnd(17)
    const status = (isTrunking(ios, made) ? 'trunking' : 'not-trunking').padEnd(14)
    const native = trunkNative.get(made.section)?.vlan ?? 1
    text += `${port(made)}${mode}${encapsulationText(ios, made).padEnd(15)}${status}${native}\n`
  }
  const list = (heading: string, of: (made: Interface) => readonly number[]): string => {
    const rows = ports.flatMap((made) => {
      const ids = of(made)
      return ids.length === 0 ? [`${port(made)}none`] : [...wrappedVlanList(port(made), ' '.repeat(12), ids)]
    })
    return `\nPort        ${heading}\n${rows.map((row) => `${row}\n`).join('')}`
  }
  text += list('Vlans allowed on trunk', (made) => carried(ios, made))
  text += list('Vlans allowed and active in management domain', active)
  return text + list('Vlans in spanning tree forwarding state and not pruned', forwarding)
}

const help = { trunk: 'Show interface trunk information' }

interfaces.exec('trunk', {
  help,
  needs: 'switchport',
  filtered: true,
  *run({ ios }) {
    const trunks = switchPorts(ios, undefined).filter((made) => isTrunking(ios, made))
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
