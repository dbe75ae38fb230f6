/**
 * `switchport trunk`: allowed and native VLANs. `add`, `remove` and `except` edit the one line that is kept; they are
 * parsed and helped, and never printed, but for the further lines of a list that is too long for one.
 */

import { interfaceMode } from '../../declare.ts'
import { provideSwitchPortSettings } from '../../port-settings.ts'
import { lastVlan, vlanListLines } from '../../vlan-list.ts'
import { administrativeMode, changed, encapsulationIsAuto } from './access.ts'

const trunk = interfaceMode.words('switchport trunk', {
  switchport: 'Set switching mode characteristics of the interface',
  trunk: 'Set trunking characteristics of the interface',
})

/** Printed before the allowed VLANs. */
export const trunkNative = trunk.line('native vlan <vlan:1-4094>', {
  help: {
    native: 'Set trunking native characteristics when interface is in trunking mode',
    vlan: 'Set native VLAN when interface is in trunking mode',
  },
  needs: 'switched',
  place: 'switchport-trunk',
  default: { vlan: 1 },
  noResets: true,
  changed,
})

const allowed = trunk.words('allowed vlan', {
  allowed: 'Set allowed VLAN characteristics when interface is in trunking mode',
  vlan: 'Set allowed VLANs when interface is in trunking mode',
})

/** Every VLAN may cross a trunk unless a list says otherwise. */
export const allVlans: readonly number[] = Array.from({ length: lastVlan }, (_, index) => index + 1)

export const trunkAllowed = allowed.line('<vlans:vlan-list>', {
  help: { vlans: 'VLAN IDs of the allowed VLANs when this port is in trunking mode' },
  needs: 'switched',
  place: 'switchport-trunk',
  slot: 'switchport trunk allowed vlan',
  // A list of all VLANs is the default, however it came about.
  default: { vlans: allVlans },
  noResets: true,
  changed,
  print: ({ vlans }) =>
    vlans.length === 0
      ? ['switchport trunk allowed vlan none']
      : vlanListLines('switchport trunk allowed vlan', 'switchport trunk allowed vlan add', vlans),
})

/** `negotiate` as it comes, where the hardware knows both. */
export const trunkEncapsulation = trunk.line('encapsulation {kind:dot1q|isl|negotiate}', {
  help: {
    encapsulation: 'Set trunking encapsulation when interface is in trunking mode',
    dot1q: 'Interface uses only 802.1q trunking encapsulation when trunking',
    isl: 'Interface uses only ISL trunking encapsulation when trunking',
    negotiate: 'Device will negotiate trunking encapsulation with peer on interface',
  },
  needs: ['switched', 'isl'],
  place: 'switchport-trunk',
  default: { kind: 'negotiate' },
  noResets: true,
  changed,
  // From memory: the same sentence, whichever of the two lines comes second.
  refuse: ({ kind }, { section }) =>
    kind === 'negotiate' && administrativeMode(section) === 'trunk' ? encapsulationIsAuto : undefined,
})

provideSwitchPortSettings({
  encapsulation: (section) => trunkEncapsulation.get(section)?.kind ?? 'dot1q',
  nativeVlan: (section) => trunkNative.get(section)?.vlan ?? 1,
  allowed: (section) => trunkAllowed.get(section)?.vlans ?? allVlans,
})

const editedBy = {
  add: 'add VLANs to the current list',
  except: 'all VLANs except the following',
  remove: 'remove VLANs from the current list',
}

allowed.action('{edit:add|except|remove} <vlans:vlan-list>', {
  help: { ...editedBy, vlans: 'VLAN IDs of the allowed VLANs when this port is in trunking mode' },
  needs: 'switched',
  *run({ ios, place, args: { edit, vlans } }) {
    for (const section of place.sections) {
      const now = trunkAllowed.get(section)?.vlans ?? []
      trunkAllowed.apply({ ios, section }, { vlans: edited(edit, now, vlans, allVlans) })
    }
  },
})

allowed.action('{which:all|none}', {
  help: { all: 'all VLANs', none: 'no VLANs' },
  needs: 'switched',
  *run({ ios, place, args: { which } }) {
    for (const section of place.sections)
      trunkAllowed.apply({ ios, section }, { vlans: which === 'all' ? allVlans : [] })
  },
})

const pruning = trunk.words('pruning vlan', {
  pruning: 'Set pruning VLAN characteristics when interface is in trunking mode',
  vlan: 'Set VLANs enabled for pruning when interface is in trunking mode',
})

/** VLANs 2 to 1001 may be pruned unless a list says otherwise. */
const prunableVlans = allVlans.slice(1, 1001)

export const trunkPruning = pruning.line('<vlans:vlan-list>', {
  help: { vlans: 'VLAN IDs of the allowed VLANs when this port is in trunking mode' },
  needs: 'switched',
  place: 'switchport-trunk',
  slot: 'switchport trunk pruning vlan',
  default: { vlans: prunableVlans },
  noResets: true,
  inert: true,
  // From memory: the others are never pruned.
  refuse: ({ vlans }) =>
    vlans.every((vlan) => vlan >= 2 && vlan <= 1001)
      ? undefined
      : 'Command rejected: Bad VLAN pruning list, only VLANs 2-1001 are eligible',
  print: ({ vlans }) =>
    vlans.length === 0
      ? ['switchport trunk pruning vlan none']
      : vlanListLines('switchport trunk pruning vlan', 'switchport trunk pruning vlan add', vlans),
})

pruning.action('{edit:add|except|remove} <vlans:vlan-list>', {
  help: { ...editedBy, vlans: 'VLAN IDs of the allowed VLANs when this port is in trunking mode' },
  needs: 'switched',
  *run({ ios, place, args: { edit, vlans } }) {
    for (const section of place.sections) {
      const now = trunkPruning.get(section)?.vlans ?? []
      const refusal = trunkPruning.apply({ ios, section }, { vlans: edited(edit, now, vlans, prunableVlans) })
      if (refusal !== undefined) yield `${refusal}\n`
    }
  },
})

pruning.action('none', {
  help: { none: 'no VLANs' },
  needs: 'switched',
  *run({ ios, place }) {
    for (const section of place.sections) trunkPruning.apply({ ios, section }, { vlans: [] })
  },
})

function edited(
  edit: 'add' | 'except' | 'remove',
  now: readonly number[],
  vlans: readonly number[],
  all: readonly number[],
): readonly number[] {
  if (edit === 'add') return union(now, vlans)
  return without(edit === 'remove' ? now : all, vlans)
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y)
}

function without(all: readonly number[], excepted: readonly number[]): readonly number[] {
  const out = new Set(excepted)
  return all.filter((vlan) => !out.has(vlan))
}
