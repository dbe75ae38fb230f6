/**
 * What follows other words after `show`: one list a place.
 * Source: books with listings of Catalyst 2950/3550 and of routers where named; else the command references, from memory.
 */
import type { WordList } from './word-list.ts'

/** `show cdp ?`. Wording: a router on 12.x, printed in a book; 15.x may add `tlv`. */
export const showCdp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show cdp',
  words: `
entry      Information for specific neighbor entry
interface  CDP interface status and configuration
neighbors  CDP neighbor entries
traffic    CDP statistics
`,
}

/** `show clock ?`. From memory. */
export const showClock: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show clock',
  words: `
detail  Display detailed information
`,
}

/** `show errdisable ?`. From memory. */
export const showErrdisable: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show errdisable',
  on: ['switch'],
  words: `
detect       Error disable detection
flap-values  Error disable flap setting
recovery     Error disable recovery
`,
}

/** `show etherchannel ?`. Wording: a Catalyst 2950/3550, which has six groups as a 2960 has, printed in a book. */
export const showEtherchannel: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show etherchannel',
  on: ['switch'],
  words: `
<1-6>         Channel group number
detail        Detail information
load-balance  Load-balance/frame-distribution scheme among ports in port-channel
port          Port information
port-channel  Port-channel information
protocol      protocol enabled
summary       One-line summary per channel-group
`,
}

/** `show lacp ?`. Wording: a Catalyst 2950/3550, printed in a book. */
export const showLacp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show lacp',
  on: ['switch'],
  words: `
<1-6>     Channel group number
counters  Traffic information
internal  Internal information
neighbor  Neighbor information
sys-id    LACP System ID
`,
}

/** `show license ?`. Wording: a CISCO1941/K9, 15.x, printed in a book, perhaps shortened. */
export const showLicense: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show license',
  on: ['router'],
  words: `
all      Show license all information
detail   Show license detail information
feature  Show license feature information
udi      Show license udi information
`,
}

/** `show lldp ?`. From memory. */
export const showLldp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show lldp',
  words: `
entry      Information for specific neighbor entry
errors     LLDP computational errors and overflows
interface  LLDP interface status and configuration
neighbors  LLDP neighbor entries
traffic    LLDP statistics
`,
}

/** `show logging ?`. From memory. */
export const showLogging: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show logging',
  words: `
count    Show counts of each logging message
history  Show the contents of syslog history table
xml      Show the contents of XML logging buffer
`,
}

/** `show mac ?`. From memory. */
export const showMac: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show mac',
  on: ['switch'],
  words: `
access-group   MAC access-group command
address-table  MAC forwarding table
`,
}

/**
 * `show mac address-table ?`. From memory of the 2960 command reference; with `|` and `<cr>` it comes to the
 * twelve rows that a course counts on a 2960.
 */
export const showMacAddressTable: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show mac address-table',
  on: ['switch'],
  words: `
address       Address to lookup in the table
aging-time    MAC address table aging parameters
count         Number of MAC addresses in the table
dynamic       List dynamic MAC addresses
interface     List MAC addresses on a specific interface
learning      Display learning on VLAN or interface
move          MAC Move information
notification  MAC notification parameters and history table
static        List static MAC addresses
vlan          VLAN keyword
`,
}

/** `show ntp ?`. From memory. */
export const showNtp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ntp',
  words: `
associations  NTP associations
status        NTP status
`,
}

/** `show pagp ?`. Wording: a Catalyst 2950/3550, printed in a book. */
export const showPagp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show pagp',
  on: ['switch'],
  words: `
<1-6>     Channel group number
counters  Traffic information
internal  Internal information
neighbor  Neighbor information
`,
}

/** `show port-security ?`. From memory. */
export const showPortSecurity: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show port-security',
  on: ['switch'],
  words: `
address    Show secure address
interface  Show secure interface
vlan       Show secure vlan
`,
}

/** `show processes ?`. From memory. */
export const showProcesses: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show processes',
  words: `
cpu     Show CPU use per process
memory  Show memory use per process
`,
}

/** `show running-config ?`. From memory. */
export const showRunningConfig: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show running-config',
  words: `
all         Configuration with defaults
brief       configuration without certificate data
class-map   Show class-map information
full        full configuration
identity    Show identity profile/policy information
interface   Show interface configuration
linenum     Display line numbers in output
map-class   Show map class information
partition   Configuration partition
policy-map  Show policy-map information
view        View options
`,
}

/** The switch adds. From memory. */
export const showRunningConfigCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show running-config',
  on: ['switch'],
  words: `
vlan  Show L2 VLAN information
`,
}

/** The router adds. From memory. */
export const showRunningConfigIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show running-config',
  on: ['router'],
  words: `
vrf  Show VRF aware configuration
`,
}

/** `show spanning-tree ?`. Choice after the 2960 command reference, wording from memory. */
export const showSpanningTree: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show spanning-tree',
  on: ['switch'],
  words: `
active             Report on active interfaces only
backbonefast       Show spanning tree backbonefast status
blockedports       Show blocked ports
bridge             Status and configuration of this bridge
detail             Detailed information
inconsistentports  Show inconsistent ports
interface          Spanning Tree interface status and configuration
mst                Multiple spanning trees
pathcost           Show Spanning pathcost options
root               Status and configuration of the root bridge
summary            Summary of port states
uplinkfast         Show spanning tree uplinkfast status
vlan               VLAN Switch Spanning Trees
`,
}

/**
 * `show vlan ?`. Wording: a Catalyst 3550, 12.x, printed in a book; `dot1q`, `internal` and `mtu` of newer
 * switches from memory; `private-vlan` is not on a 2960.
 */
export const showVlan: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show vlan',
  on: ['switch'],
  words: `
brief        VTP all VLAN status in brief
dot1q        Display dot1q parameters
id           VTP VLAN status by VLAN id
ifindex      SNMP ifIndex
internal     VLAN internal usage
mtu          VLAN MTU information
name         VTP VLAN status by VLAN name
remote-span  Remote SPAN VLANs
summary      VLAN summary information
`,
}

/** `show vtp ?`. From memory. */
export const showVtp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show vtp',
  on: ['switch'],
  words: `
counters   VTP statistics
devices    VTP3 domain device information
interface  VTP interface status and configuration
password   VTP password
status     VTP domain status
`,
}

/** `show users ?`. From memory. */
export const showUsers: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show users',
  words: `
all   Include information about inactive ports
wide  use wide format
`,
}
