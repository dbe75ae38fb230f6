/** `encapsulation dot1Q`: the VLAN of a router's sub-interface. Source: IEEE 802.1Q; the refusal from memory. */

import type { Section } from '../../../config/section.ts'
import { interfaceMode } from '../../declare.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import { interfaceIpChanged, provideIpConfiguration } from '../../ip-stack.ts'
import type { At } from '../../line.ts'

const untagged: ((at: At) => void)[] = []

/** What goes with the VLAN of a sub-interface. */
export function onUntagged(listener: (at: At) => void): void {
  untagged.push(listener)
}

export const dot1q = interfaceMode.line('encapsulation dot1Q <vlan:1-4094> [{native:native}]', {
  help: {
    encapsulation: 'Set encapsulation type for an interface',
    dot1Q: 'IEEE 802.1Q Virtual LAN',
    vlan: 'IEEE 802.1Q VLAN ID',
    native: 'Make this as native vlan',
  },
  needs: ['subinterfaces', 'subinterface', '!serial-port'],
  place: 'encapsulation',
  changed: (at, after) => {
    if (after === undefined) for (const listener of untagged) listener(at)
    interfaceIpChanged(at.ios, at.section)
  },
  refuse: ({ vlan }, { ios, section }): string | undefined => {
    const own = interfaceOfSection(section)
    const parent = own?.name.slice(0, own.name.indexOf('.') + 1) ?? ''
    for (const other of ios.interfaces) {
      if (other === own || !other.name.startsWith(parent) || dot1q.get(other.section)?.vlan !== vlan) continue
      return `%Configuration of multiple subinterfaces of the same main
interface with the same VID (${vlan}) is not permitted.
This VID is already configured on ${other.name}.
`
    }
    return undefined
  },
})

provideIpConfiguration({
  tag: (section) => {
    const set = dot1q.get(section)
    return set && { vlan: set.vlan, native: set.native !== undefined }
  },
})

export function hasVlanTag(section: Section): boolean {
  return dot1q.isOn(section)
}
