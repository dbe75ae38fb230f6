/**
 * `interface X`: the section of an interface, its sub-interfaces and ranges. Physical ports exist from the start; logical
 * interfaces and sub-interfaces come to be by being named. Leaves out what the lines in the section do.
 */

import type { Section } from '../../../config/section.ts'
import { macAt } from '../../../hardware/identity.ts'
import { portsOf } from '../../../hardware/profile.ts'
import type { PortRange } from '../../../hardware/profile-types.ts'
import { globalMode } from '../../declare.ts'
import { loadDefaults } from '../../defaults.ts'
import { describeTraits } from '../../grammar-for.ts'
import { interfaceCreated, interfaceRemoved, interfaceReset } from '../../interface-events.ts'
import { splitName } from '../../interface-names.ts'
import { compareSections, type Interface, interfaceOfSection } from '../../interfaces.ts'
import { FeatureState, type Ios, onStart } from '../../ios.ts'
import { Line } from '../../line.ts'
import type { ModeId } from '../../modes.ts'
import { isSwitched } from '../../switching.ts'

const interfaceLine = globalMode.line('interface <name:new-interface>', {
  help: { interface: 'Select an interface to configure', name: 'Interface' },
  key: ['name'],
  place: 'interfaces',
  opens: {
    mode: 'config-if',
    separated: true,
    compare: (a, b) => compareSections(a, b),
    open: ({ name }, { ios }) => {
      const made = interfaceNamed(ios, name as string)
      return { mode: modeOfInterface(made), sections: [made.section] }
    },
    close: ({ name }, { ios }) => removeInterface(ios, name as string),
  },
  *readNo({ name }, { ios, form }) {
    if (form === 'no' || name === undefined) return true
    const made = ios.interfaces.get(name)
    if (made !== undefined) setToDefault(ios, made)
    yield `Interface ${name} set to default configuration\n`
    return false
  },
})

function modeOfInterface(made: Interface): ModeId {
  return made.unit.includes('.') ? 'config-subif' : 'config-if'
}

/** The interface of that canonical name, made when it is logical and new. */
export function interfaceNamed(ios: Ios, name: string): Interface {
  const found = ios.interfaces.get(name)
  if (found !== undefined) return found
  const split = splitName(ios.profile, name)
  if (split === undefined) throw new Error(`no interface type for ${name}`)
  const parent = name.includes('.') ? ios.interfaces.get(name.slice(0, name.indexOf('.'))) : undefined
  deletedInterfaces.of(ios).delete(name)
  const made = addInterface(ios, {
    name,
    type: split.type,
    unit: split.unit,
    port: undefined,
    mac: parent?.mac ?? logicalMac(ios, split.type.macOffset, split.unit),
  })
  interfaceCreated(ios, made)
  return made
}

/** SVIs count their addresses up from the type's first in the order of their creation; the first VLAN's is the first. */
function logicalMac(ios: Ios, offset: number | undefined, unit: string): string | undefined {
  if (offset === undefined) return undefined
  if (unit === '1') return macAt(ios.identity, offset)
  let others = 1
  for (const one of ios.interfaces) if (one.type.macOffset === offset && one.unit !== '1') others++
  return macAt(ios.identity, offset + others)
}

function addInterface(
  ios: Ios,
  made: Pick<Interface, 'name' | 'type' | 'unit' | 'mac'> & { port: PortRange | undefined },
): Interface {
  const section = interfaceLine.section(
    { ios, section: ios.configuration },
    { name: made.name },
    made.unit.includes('.') ? 'config-subif' : 'config-if',
  )
  const whole: Interface = {
    ...made,
    phy: ios.chassis.ports.get(made.name),
    section,
    enabled: true,
    errDisabled: undefined,
    link: 'down',
    protocol: 'down',
    method: 'unset',
    changedMs: ios.kernel.nowMs,
    resets: 0,
  }
  ios.interfaces.add(whole)
  const defaults = made.port?.defaults ?? made.type.defaults
  loadDefaults(ios, { mode: 'config-if', sections: [section] }, defaults?.printedDefaults ?? [])
  return whole
}

function removeInterface(ios: Ios, name: string): string | undefined {
  const found = ios.interfaces.get(name)
  if (found === undefined) return undefined
  if (found.port !== undefined) return '% Removal of physical interfaces is not permitted'
  // The interfaces that a device starts with cannot go: what is left of them is their default.
  if (ios.profile.logicalAtPowerOn.some((one) => one.name === name)) {
    setToDefault(ios, found)
    return undefined
  }
  for (const one of [...ios.interfaces]) if (one.name.startsWith(`${name}.`)) removeInterface(ios, one.name)
  interfaceRemoved(ios, found)
  ios.interfaces.remove(name)
  ios.configuration.removeChild(found.section.header)
  // From memory: the device keeps a removed sub-interface, as deleted, until it restarts.
  if (!name.includes('.')) return undefined
  deletedInterfaces.of(ios).set(name, found)
  return '% Not all config may be removed and may reappear after reactivating the sub-interface'
}

/** Sub-interfaces that were removed; views list them as deleted. */
export const deletedInterfaces = new FeatureState(() => new Map<string, Interface>())

/** Undoes every line; a router's port is shut again, as it came. */
function setToDefault(ios: Ios, made: Interface): void {
  const at = { ios, section: made.section }
  for (const entry of made.section.printable())
    if (entry.line instanceof Line) entry.line.unset(at, entry.args, 'default')
  interfaceReset(ios, made)
}

onStart((ios) => {
  for (const port of portsOf(ios.profile)) {
    const type = ios.profile.interfaceTypes.find((one) => one.name === port.range.type)
    if (type === undefined) continue
    addInterface(ios, {
      name: port.name,
      type,
      unit: port.name.slice(type.name.length),
      port: port.range,
      mac: port.macOffset === undefined ? undefined : macAt(ios.identity, port.macOffset),
    })
  }
  for (const { name } of ios.profile.logicalAtPowerOn) interfaceNamed(ios, name)
})

/** What `needs` may ask of the interface being configured. */
const sectionTraits = (ios: Ios, section: Section): readonly string[] => {
  const made = interfaceOfSection(section)
  if (made === undefined) return []
  const traits: string[] = [
    made.type.name === 'Vlan' ? 'svi' : made.type.logical ? made.type.name.toLowerCase() : 'physical',
  ]
  if (made.port?.cable !== undefined) traits.push(`${made.port.cable}-port`)
  if (made.port?.speedsMbps?.includes(1000) === true) traits.push('gigabit-port')
  if (made.unit.includes('.')) traits.push('subinterface')
  const switched =
    ios.traits.has('switchport') && (isSwitched(ios, made) || made.type.name === 'Port-channel')
  traits.push(switched ? 'switched' : 'routed')
  return traits
}
describeTraits('config-if', sectionTraits)
describeTraits('config-subif', sectionTraits)
