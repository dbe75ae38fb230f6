/**
 * `vlan`: making and changing VLANs. What is typed in the submode takes effect when it is left, by whatever way. VLANs live
 * in the VLAN database; the running configuration prints them only while VTP is transparent or off.
 * Source: Catalyst 2960 command reference; messages as captured on switches, or from memory where marked.
 */

import { Section } from '../../../config/section.ts'
import { globalMode, vlanMode } from '../../declare.ts'
import { type Ios, onStart } from '../../ios.ts'
import { isDefaultVlan, lastNormalVlan, newVlan, type Vlan, vlansOf, vtpMode } from '../../vlans.ts'
import { readVlanWord } from './list.ts'
import './name-argument.ts'

/** What is being typed for a VLAN, until the submode is left. */
interface Draft {
  readonly before: Vlan
  vlan: Vlan
}

const drafts = new WeakMap<Section, Draft>()

const clientRefusal = 'VTP VLAN configuration not allowed when device is in CLIENT mode.\n'

const vlanLine = globalMode.line('vlan <list:word>', {
  help: { vlan: 'Vlan commands', list: 'ISL VLAN IDs 1-4094' },
  needs: 'vlan',
  key: ['list'],
  place: 'vlans',
  opens: {
    mode: 'config-vlan',
    separated: false,
    printAll: printVlans,
    open: ({ list }, { ios }) => {
      if (vtpMode(ios) === 'client') return clientRefusal
      const read = readVlanWord(list as string)
      if ('refusal' in read) return read.refusal
      const sections = read.vlans.map((id) => draftOf(ios, id))
      return { mode: 'config-vlan', sections, leave: () => commit(ios, sections) }
    },
    close: ({ list }, { ios }) => removeVlans(ios, list as string),
  },
})

function draftOf(ios: Ios, id: number): Section {
  const section = new Section('config-vlan', `vlan ${id}`)
  const before = vlansOf(ios).get(id) ?? newVlan(id)
  drafts.set(section, { before, vlan: before })
  return section
}

/** Leaving the submode: the VLANs come to be. */
function commit(ios: Ios, sections: readonly Section[]): string {
  const wanted = sections.flatMap((section) => drafts.get(section)?.vlan ?? [])
  const extended = wanted.filter(({ id }) => id > lastNormalVlan)
  const allowed = vtpMode(ios) === 'transparent' || vtpMode(ios) === 'off'
  vlansOf(ios).change(allowed ? wanted : wanted.filter(({ id }) => id <= lastNormalVlan))
  if (allowed) ios.configurationChanged()
  if (allowed || extended.length === 0) return ''
  return `% Failed to create VLANs ${extended.map(({ id }) => id).join(',')}\nExtended VLAN(s) not allowed in current VTP mode.\n%Failed to commit extended VLAN(s) changes.\n`
}

function removeVlans(ios: Ios, list: string): string | undefined {
  if (vtpMode(ios) === 'client') return clientRefusal
  const read = readVlanWord(list)
  if ('refusal' in read) return read.refusal
  const fixed = read.vlans.find(isDefaultVlan)
  if (fixed !== undefined) return `%Default VLAN ${fixed} may not be deleted.`
  vlansOf(ios).change([], read.vlans)
  return undefined
}

// The running configuration reads the database: one section stands for all VLANs.
const systems = new WeakMap<Section, Ios>()
onStart((ios) => {
  if (!ios.traits.has('vlan')) return
  systems.set(ios.configuration, ios)
  vlanLine.section({ ios, section: ios.configuration }, { list: '1' })
})

function printVlans([all]: readonly Section[]): string[] {
  const ios = all?.parent === undefined ? undefined : systems.get(all.parent)
  if (ios === undefined || (vtpMode(ios) !== 'transparent' && vtpMode(ios) !== 'off')) return []
  return vlansOf(ios)
    .all()
    .filter(({ id }) => !isDefaultVlan(id))
    .flatMap((vlan) => [`vlan ${vlan.id}`, ...vlanLines(vlan).map((line) => ` ${line}`), '!'])
}

function vlanLines(vlan: Vlan): string[] {
  const plain = newVlan(vlan.id)
  return [
    ...(vlan.name === plain.name ? [] : [`name ${vlan.name}`]),
    ...(vlan.mtuBytes === plain.mtuBytes ? [] : [`mtu ${vlan.mtuBytes}`]),
    ...(vlan.state === 'active' ? [] : ['state suspend']),
    ...(vlan.remoteSpan ? ['remote-span'] : []),
    ...(vlan.shutdown ? ['shutdown'] : []),
  ]
}

function* change(
  sections: readonly Section[],
  edit: (vlan: Vlan) => Vlan | string,
): Generator<string, void, string | undefined> {
  for (const section of sections) {
    const draft = drafts.get(section)
    if (draft === undefined) continue
    const changed = edit(draft.vlan)
    if (typeof changed === 'string') yield `${changed}\n`
    else draft.vlan = changed
  }
}

/** Why a VLAN may not be called so. The sentences are from memory; the second was seen on a 15.x switch. */
function nameFault(ios: Ios, sections: readonly Section[], id: number, name: string): string | undefined {
  if (isDefaultVlan(id)) return `%Default VLAN ${id} may not have its name changed.`
  const drafted = sections.flatMap((section) => drafts.get(section)?.vlan ?? [])
  const same = [...vlansOf(ios).all(), ...drafted].find((other) => other.id !== id && other.name === name)
  return same === undefined ? undefined : `VLAN #${id} and #${same.id} have an identical name: ${name}`
}

vlanMode.action('name <text:vlan-name>', {
  help: { name: 'Ascii name of the VLAN', text: 'The ascii name for the VLAN' },
  no: true,
  *run({ ios, place: { sections }, args: { text }, form }) {
    yield* change(sections, (vlan) => {
      const name = form === 'set' ? text : newVlan(vlan.id).name
      return nameFault(ios, sections, vlan.id, name) ?? { ...vlan, name }
    })
  },
})

vlanMode.action('state {state:active|suspend}', {
  help: {
    state: 'Operational state of the VLAN',
    active: 'VLAN Active State',
    suspend: 'VLAN Suspended State',
  },
  no: true,
  *run({ place: { sections }, args, form }) {
    const state = form === 'set' ? args.state : 'active'
    yield* change(sections, (vlan) =>
      isDefaultVlan(vlan.id) && state === 'suspend'
        ? // From memory.
          `%Default VLAN ${vlan.id} may not be suspended.`
        : { ...vlan, state },
    )
  },
})

vlanMode.action('shutdown', {
  help: { shutdown: 'Shutdown VLAN switching' },
  no: true,
  *run({ place: { sections }, form }) {
    yield* change(sections, (vlan) =>
      isDefaultVlan(vlan.id) && form === 'set'
        ? // From memory.
          `%Default VLAN ${vlan.id} may not be shutdown.`
        : { ...vlan, shutdown: form === 'set' },
    )
  },
})

vlanMode.action('mtu <bytes:576-18190>', {
  help: { mtu: 'VLAN Maximum Transmission Unit', bytes: 'Value of VLAN Maximum Tranmission Unit' },
  no: true,
  *run({ place: { sections }, args: { bytes }, form }) {
    yield* change(sections, (vlan) => ({ ...vlan, mtuBytes: form === 'set' ? bytes : 1500 }))
  },
})

vlanMode.action('remote-span', {
  help: { 'remote-span': 'Configure as Remote SPAN VLAN' },
  no: true,
  *run({ place: { sections }, form }) {
    yield* change(sections, (vlan) => ({ ...vlan, remoteSpan: form === 'set' }))
  },
})
