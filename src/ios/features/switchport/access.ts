/**
 * `switchport access`, `voice` and `mode`. Naming a VLAN that does not exist makes it. Source: Catalyst 2960 command
 * reference; the messages were captured on real switches.
 */

import type { Section } from '../../../config/section.ts'
import type { Invocation } from '../../command.ts'
import { interfaceMode } from '../../declare.ts'
import { interfaceOfSection } from '../../interfaces.ts'
import type { At } from '../../line.ts'
import {
  type AdministrativeMode,
  provideSwitchPortSettings,
  switchPortSettingsOf,
} from '../../port-settings.ts'
import type { Running } from '../../steps.ts'
import { switchingChanged } from '../../switching.ts'
import { newVlan, vlansOf } from '../../vlans.ts'

/** The port does what it is told at once. */
export function changed({ ios, section }: At): void {
  const made = interfaceOfSection(section)
  if (made !== undefined) switchingChanged(ios, made)
}

export const switchport = interfaceMode.words('switchport', {
  switchport: 'Set switching mode characteristics of the interface',
})

const access = switchport.words('access vlan', {
  access: 'Set access mode characteristics of the interface',
  vlan: 'Set VLAN when interface is in access mode',
})

export const accessVlan = access.line('<vlan:1-4094>', {
  help: { vlan: 'VLAN ID of the VLAN when this port is in access mode' },
  needs: 'switched',
  place: 'switchport-access',
  slot: 'switchport access vlan',
  default: { vlan: 1 },
  noResets: true,
  changed,
  read: (args, invocation) => creatingVlan('Access', args, invocation),
})

access.line('dynamic', {
  help: { dynamic: 'When in access mode, this interfaces VLAN is controlled by VMPS' },
  needs: ['switched', 'physical'],
  place: 'switchport-access',
  slot: 'switchport access vlan',
  inert: true,
})

const mode = switchport.words('mode', { mode: 'Set trunking mode of the interface' })

const staticMode = mode.line('{mode:access|trunk}', {
  help: {
    access: 'Set trunking mode to ACCESS unconditionally',
    trunk: 'Set trunking mode to TRUNK unconditionally',
  },
  needs: 'switched',
  place: 'switchport-mode',
  slot: 'switchport mode',
  noResets: true,
  changed,
  refuse: ({ mode: word }, { ios, section }): string | undefined =>
    word === 'trunk' && ios.traits.has('isl') && switchPortSettingsOf().encapsulation(section) === 'negotiate'
      ? encapsulationIsAuto
      : undefined,
  refuseNo: (_, { section }): string | undefined => notDynamic(section),
})

const dynamicMode = mode.line('dynamic {preference:auto|desirable}', {
  help: {
    dynamic: 'Set trunking mode to dynamically negotiate access or trunk mode',
    auto: 'Set trunking mode dynamic negotiation parameter to AUTO',
    desirable: 'Set trunking mode dynamic negotiation parameter to DESIRABLE',
  },
  needs: 'switched',
  place: 'switchport-mode',
  slot: 'switchport mode',
  default: { preference: 'auto' },
  noResets: true,
  changed,
  refuse: (_, { section }): string | undefined => notDynamic(section),
})

export const encapsulationIsAuto =
  'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.'

/** Where `switchport port-security` is kept. */
export const secureSlot = 'switchport port-security'

/** Why a port cannot become dynamic. The sentence about a secure port is from memory. */
function notDynamic(section: Section): string | undefined {
  if (nonegotiate.isOn(section)) return conflict
  return section.entry(secureSlot) === undefined
    ? undefined
    : `Command rejected: ${section.header.replace('interface ', '')} is a secure port.`
}

const conflict = "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status."

export const nonegotiate = switchport.line('nonegotiate', {
  help: { nonegotiate: 'Device will not engage in negotiation protocol on this interface' },
  needs: 'switched',
  place: 'switchport-mode',
  changed,
  refuse: (_, { section }) => (administrativeMode(section).startsWith('dynamic') ? conflict : undefined),
})

export function administrativeMode(section: Section): AdministrativeMode {
  const fixed = staticMode.get(section)?.mode
  if (fixed !== undefined) return fixed === 'trunk' ? 'trunk' : 'static access'
  return dynamicMode.get(section)?.preference === 'desirable' ? 'dynamic desirable' : 'dynamic auto'
}

provideSwitchPortSettings({
  mode: administrativeMode,
  accessVlan: (section) => accessVlan.get(section)?.vlan ?? 1,
  voiceVlan: (section) => voiceVlan.get(section)?.vlan,
  silent: (section) => nonegotiate.isOn(section),
})

const voice = switchport.words('voice vlan', {
  voice: 'Voice appliance attributes',
  vlan: 'Vlan for voice traffic',
})

export const voiceVlan = voice.line('<vlan:1-4094>', {
  help: { vlan: 'Vlan for voice traffic' },
  needs: ['switched', 'physical'],
  place: 'switchport-voice',
  slot: 'switchport voice vlan',
  changed,
  read: (args, invocation) => creatingVlan('Voice', args, invocation),
})

export const voiceTag = voice.line('{tag:dot1p|untagged}', {
  help: { dot1p: 'Priority tagged on PVID', untagged: 'Untagged on PVID' },
  needs: ['switched', 'physical'],
  place: 'switchport-voice',
  slot: 'switchport voice vlan',
})

voice.action('none', {
  help: { none: "Don't tell telephone about voice vlan" },
  needs: ['switched', 'physical'],
  *run({ ios, place }) {
    for (const section of place.sections) voiceVlan.unset({ ios, section }, {}, 'default')
  },
})

/** A person who names a missing VLAN gets it made; at boot the ports of a missing VLAN stay inactive. */
function* creatingVlan<A extends { readonly vlan: number }>(
  kind: 'Access' | 'Voice',
  args: A,
  { ios }: Invocation<A>,
): Running<A> {
  const vlans = vlansOf(ios)
  if (ios.author !== undefined && vlans.get(args.vlan) === undefined) {
    yield `% ${kind} VLAN does not exist. Creating vlan ${args.vlan}\n`
    vlans.change([newVlan(args.vlan)])
  }
  return args
}
