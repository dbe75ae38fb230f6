/**
 * What follows the words of global configuration about switching: spanning tree, VLANs, VTP, MAC table, err-disable.
 * Source: lists of Catalysts on 12.2 SE, of IOS XE (for the wording), of a router with a switch module, and books.
 */
import type { WordList } from './word-list.ts'

/** `spanning-tree ?`. Wording: captured on a router with a switch module, 12.4. */
export const spanningTreeConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree',
  words: `
backbonefast  Enable BackboneFast Feature
portfast      Spanning tree portfast options
uplinkfast    Enable UplinkFast Feature
vlan          VLAN Switch Spanning Tree
`,
}

/** The switch adds. Wording: IOS XE, 16/17; `bridge`, `cca`, `dispute` and `sso` are of XE only. */
export const spanningTreeConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree',
  on: ['switch'],
  words: `
etherchannel  Spanning tree etherchannel specific configuration
extend        Spanning Tree 802.1t extensions
logging       Enable Spanning tree logging
loopguard     Spanning tree loopguard options
mode          Spanning tree operating mode
mst           Multiple spanning tree configuration
pathcost      Spanning tree pathcost options
transmit      STP transmit parameters
`,
}

/** `spanning-tree vlan 1 ?`. Wording: captured on a router with a switch module, 12.4. */
export const spanningTreeVlanConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree vlan WORD',
  words: `
forward-time  Set the forward delay for the spanning tree
hello-time    Set the hello interval for the spanning tree
max-age       Set the max age interval for the spanning tree
priority      Set the bridge priority for the spanning tree
root          Configure switch as root
`,
}

/** `spanning-tree vlan 2 priority ?`. Wording: a Catalyst on 12.x, printed in a book. */
export const spanningTreeVlanPriorityConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree vlan WORD priority',
  words: `
<0-61440>  bridge priority in increments of 4096
`,
}

/** `spanning-tree vlan 2 root ?`. Wording: a Catalyst on 12.x, printed in a book. */
export const spanningTreeVlanRootConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree vlan WORD root',
  words: `
primary    Configure this switch as primary root for this spanning tree
secondary  Configure switch as secondary root
`,
}

/** `spanning-tree mode ?`. From memory. */
export const spanningTreeModeConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree mode',
  on: ['switch'],
  words: `
mst         Multiple spanning tree mode
pvst        Per-Vlan spanning tree mode
rapid-pvst  Per-Vlan rapid spanning tree mode
`,
}

/** `spanning-tree portfast ?`. From memory. */
export const spanningTreePortfastConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree portfast',
  on: ['switch'],
  words: `
bpdufilter  Enable portfast bpdu filter on this switch
bpduguard   Enable portfast bpdu guard on this switch
default     Enable portfast by default on all access ports
`,
}

/** `spanning-tree pathcost method ?`. From memory. */
export const spanningTreePathcostMethodConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'spanning-tree pathcost method',
  on: ['switch'],
  words: `
long   Use 32 bit based values for default port path costs
short  Use 16 bit based values for default port path costs
`,
}

/** `errdisable ?`. From memory. */
export const errdisableConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'errdisable',
  on: ['switch'],
  words: `
detect        Error disable detection
flap-setting  Error disable flap setting
recovery      Error disable recovery
`,
}

/** `errdisable recovery ?`. From memory. */
export const errdisableRecoveryConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'errdisable recovery',
  on: ['switch'],
  words: `
cause     Enable error disable recovery for application
interval  Error disable recovery timer value
`,
}

/**
 * `errdisable recovery cause ?`. Wording: a Catalyst on 12.x, printed in a book (all to udld, cut); the other
 * causes are those of `show errdisable recovery`, worded alike from memory.
 */
export const errdisableRecoveryCauseConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'errdisable recovery cause',
  on: ['switch'],
  words: `
all                  Enable timer to recover from all causes
arp-inspection       Enable timer to recover from arp-inspection error disable state
bpduguard            Enable timer to recover from bpdu-guard error disable state
channel-misconfig    Enable timer to recover from channel-misconfig error disable state
dhcp-rate-limit      Enable timer to recover from dhcp-rate-limit error disable state
dtp-flap             Enable timer to recover from dtp-flap error disable state
gbic-invalid         Enable timer to recover from gbic-invalid error disable state
inline-power         Enable timer to recover from inline-power error disable state
link-flap            Enable timer to recover from link-flap error disable state
loopback             Enable timer to recover from loopback error disable state
mac-limit            Enable timer to recover from mac-limit error disable state
pagp-flap            Enable timer to recover from pagp-flap error disable state
port-mode-failure    Enable timer to recover from port-mode-failure error disable state
pppoe-ia-rate-limit  Enable timer to recover from pppoe-ia-rate-limit error disable state
psecure-violation    Enable timer to recover from psecure-violation error disable state
psp                  Enable timer to recover from psp error disable state
security-violation   Enable timer to recover from security-violation error disable state
sfp-config-mismatch  Enable timer to recover from sfp-config-mismatch error disable state
small-frame          Enable timer to recover from small-frame error disable state
storm-control        Enable timer to recover from storm-control error disable state
udld                 Enable timer to recover from udld error disable state
vmps                 Enable timer to recover from vmps error disable state
`,
}

/** `errdisable recovery interval ?`. Wording: a Catalyst on 12.x, printed in a book. */
export const errdisableRecoveryIntervalConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'errdisable recovery interval',
  on: ['switch'],
  words: `
<30-86400>  timer-interval(sec)
`,
}

/** `vlan ?`. Wording: captured on a 3560/3750-class switch, 12.2 SE; `access-map` and `filter` are not on a 2960. */
export const vlanConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'vlan',
  on: ['switch'],
  words: `
WORD      ISL VLAN IDs 1-4094
dot1q     dot1q parameters
internal  internal VLAN
`,
}

/** `vtp ?`. Wording, "adminstrative" included: captured on a 3560/3750-class switch, 12.2 SE. */
export const vtpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'vtp',
  on: ['switch'],
  words: `
domain     Set the name of the VTP administrative domain.
file       Configure IFS filesystem file where VTP configuration is stored.
interface  Configure interface as the preferred source for the VTP IP updater address.
mode       Configure VTP device mode
password   Set the password for the VTP administrative domain
pruning    Set the adminstrative domain to permit pruning
version    Set the adminstrative domain to VTP version
`,
}

/** `vtp mode ?`. From memory. */
export const vtpModeConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'vtp mode',
  on: ['switch'],
  words: `
client       Set the device to client mode.
off          Set the device to off mode.
server       Set the device to server mode.
transparent  Set the device to transparent mode.
`,
}

/** `sdm ?`. From memory. */
export const sdmConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'sdm',
  on: ['switch'],
  words: `
prefer  Set the SDM template
`,
}

/**
 * `sdm prefer ?`. Wording: a 3560/3750-class switch, printed in a book; `qos` and the choice for a 2960 from
 * memory.
 */
export const sdmPreferConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'sdm prefer',
  on: ['switch'],
  words: `
default             Default bias
dual-ipv4-and-ipv6  Support both IPv4 and IPv6
lanbase-routing     Unicast bias
qos                 QoS bias
`,
}

/** `mac ?`. From memory. */
export const macConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'mac',
  on: ['switch'],
  words: `
access-list    Named access-list
address-table  Configure the MAC address table
`,
}

/** `mac address-table ?`. From memory. */
export const macAddressTableConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'mac address-table',
  on: ['switch'],
  words: `
aging-time    Set MAC address table entry maximum age
learning      Enable MAC table learning feature
move          Move keyword
notification  Enable/Disable MAC Notification on the switch
static        static keyword
`,
}

/** `port-channel ?`. From memory. */
export const portChannelConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'port-channel',
  on: ['switch'],
  words: `
load-balance  Load Balancing method
`,
}

/** `port-channel load-balance ?`. From memory. */
export const portChannelLoadBalanceConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'port-channel load-balance',
  on: ['switch'],
  words: `
dst-ip       Dst IP Addr
dst-mac      Dst Mac Addr
src-dst-ip   Src XOR Dst IP Addr
src-dst-mac  Src XOR Dst Mac Addr
src-ip       Src IP Addr
src-mac      Src Mac Addr
`,
}

/** `lacp ?`. From memory. */
export const lacpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'lacp',
  on: ['switch'],
  words: `
system-priority  LACP priority for the system
`,
}

/** `udld ?`. From memory. */
export const udldConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'udld',
  on: ['switch'],
  words: `
aggressive  Enable UDLD protocol in aggressive mode on fiber ports except where locally configured
enable      Enable UDLD protocol on fiber ports except where locally configured
message     Set UDLD message parameters
`,
}
