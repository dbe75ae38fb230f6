/**
 * What follows `switchport` on a port of the switch. Left out: `switchport port-security` (config-if-port-security.ts).
 * Source: the help tree of a 3560, 15.0(2)SE era, less what a 2960 lacks.
 */
import type { WordList } from './word-list.ts'

/**
 * `switchport ?`. Wording: captured on a 3560, 15.0(2)SE era; `dot1q-tunnel`, `private-vlan` and `trunk
 * encapsulation` are not on a 2960.
 */
export const switchport: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport',
  on: ['switch'],
  words: `
access         Set access mode characteristics of the interface
autostate      Include or exclude this port from vlan link up calculation
backup         Set backup for the interface
block          Disable forwarding of unknown uni/multi cast addresses
host           Set port host
mode           Set trunking mode of the interface
nonegotiate    Device will not engage in negotiation protocol on this interface
port-security  Security related command
priority       Set appliance 802.1p priority
protected      Configure an interface to be a protected port
trunk          Set trunking characteristics of the interface
voice          Voice appliance attributes
`,
}

/** `switchport access ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportAccess: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport access',
  on: ['switch'],
  words: `
vlan  Set VLAN when interface is in access mode
`,
}

/** `switchport access vlan ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportAccessVlan: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport access vlan',
  on: ['switch'],
  words: `
<1-4094>  VLAN ID of the VLAN when this port is in access mode
dynamic   When in access mode, this interfaces VLAN is controlled by VMPS
`,
}

/** `switchport autostate ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportAutostate: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport autostate',
  on: ['switch'],
  words: `
exclude  Exclude this port from vlan link up calculation
`,
}

/** `switchport backup ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportBackup: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport backup',
  on: ['switch'],
  words: `
interface  Specify an interface as backup
`,
}

/** `switchport backup interface ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportBackupInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport backup interface',
  on: ['switch'],
  words: `
FastEthernet     FastEthernet IEEE 802.3
GigabitEthernet  GigabitEthernet IEEE 802.3z
Port-channel     Ethernet Channel of interfaces
`,
}

/** `switchport block ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportBlock: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport block',
  on: ['switch'],
  words: `
multicast  Block unknown multicast addresses
unicast    Block unknown unicast addresses
`,
}

/** `switchport mode ?`. Wording: captured on a 3560, 15.0(2)SE era, less what a 2960 lacks. */
export const switchportMode: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport mode',
  on: ['switch'],
  words: `
access   Set trunking mode to ACCESS unconditionally
dynamic  Set trunking mode to dynamically negotiate access or trunk mode
trunk    Set trunking mode to TRUNK unconditionally
`,
}

/** `switchport mode dynamic ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportModeDynamic: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport mode dynamic',
  on: ['switch'],
  words: `
auto       Set trunking mode dynamic negotiation parameter to AUTO
desirable  Set trunking mode dynamic negotiation parameter to DESIRABLE
`,
}

/** `switchport priority ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportPriority: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport priority',
  on: ['switch'],
  words: `
extend  Set appliance 802.1p priority
`,
}

/** `switchport priority extend ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportPriorityExtend: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport priority extend',
  on: ['switch'],
  words: `
cos    Override 802.1p priority of devices on appliance
trust  Trust 802.1p priorities of devices on appliance
`,
}

/** `switchport priority extend cos ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportPriorityExtendCos: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport priority extend cos',
  on: ['switch'],
  words: `
<0-7>  Priority for devices on appliance
`,
}

/** `switchport trunk ?`. Wording: captured on a 3560, 15.0(2)SE era, less what a 2960 lacks. */
export const switchportTrunk: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk',
  on: ['switch'],
  words: `
allowed  Set allowed VLAN characteristics when interface is in trunking mode
native   Set trunking native characteristics when interface is in trunking mode
pruning  Set pruning VLAN characteristics when interface is in trunking mode
`,
}

/** `switchport trunk allowed ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkAllowed: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk allowed',
  on: ['switch'],
  words: `
vlan  Set allowed VLANs when interface is in trunking mode
`,
}

/** `switchport trunk allowed vlan ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkAllowedVlan: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk allowed vlan',
  on: ['switch'],
  words: `
WORD    VLAN IDs of the allowed VLANs when this port is in trunking mode
add     add VLANs to the current list
all     all VLANs
except  all VLANs except the following
none    no VLANs
remove  remove VLANs from the current list
`,
}

/** `switchport trunk allowed vlan add ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkAllowedVlanAdd: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk allowed vlan add',
  on: ['switch'],
  words: `
WORD  VLAN IDs of the allowed VLANs when this port is in trunking mode
`,
}

/** `switchport trunk allowed vlan except ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkAllowedVlanExcept: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk allowed vlan except',
  on: ['switch'],
  words: `
WORD  VLAN IDs of disallowed VLANS when this port is in trunking mode
`,
}

/** `switchport trunk allowed vlan remove ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkAllowedVlanRemove: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk allowed vlan remove',
  on: ['switch'],
  words: `
WORD  VLAN IDs of disallowed VLANS when this port is in trunking mode
`,
}

/** `switchport trunk native ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkNative: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk native',
  on: ['switch'],
  words: `
vlan  Set native VLAN when interface is in trunking mode
`,
}

/** `switchport trunk native vlan ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkNativeVlan: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk native vlan',
  on: ['switch'],
  words: `
<1-4094>  VLAN ID of the native VLAN when this port is in trunking mode
`,
}

/** `switchport trunk pruning ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkPruning: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk pruning',
  on: ['switch'],
  words: `
vlan  Set VLANs enabled for pruning when interface is in trunking mode
`,
}

/** `switchport trunk pruning vlan ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportTrunkPruningVlan: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport trunk pruning vlan',
  on: ['switch'],
  words: `
WORD    VLAN IDs of the allowed VLANs when this port is in trunking mode
add     add VLANs to the current list
except  all VLANs except the following
none    no VLANs
remove  remove VLANs from the current list
`,
}

/** `switchport voice ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportVoice: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport voice',
  on: ['switch'],
  words: `
vlan  Vlan for voice traffic
`,
}

/** `switchport voice vlan ?`. Wording: captured on a 3560, 15.0(2)SE era. */
export const switchportVoiceVlan: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'switchport voice vlan',
  on: ['switch'],
  words: `
<1-4094>  Vlan for voice traffic
dot1p     Priority tagged on PVID
none      Don't tell telephone about voice vlan
untagged  Untagged on PVID
`,
}
