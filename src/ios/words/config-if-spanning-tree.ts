/**
 * What follows `spanning-tree`, `storm-control` and `channel-group` on a port.
 * Source: the help tree of a 3750G, 12.2(58)SE2; others where named.
 */
import type { WordList } from './word-list.ts'

/** `spanning-tree ?`. Wording: captured on a 3750G, 12.2(58)SE2; `stack-port` is of stackables only. */
export const spanningTreePort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree',
  on: ['switch'],
  words: `
bpdufilter     Don't send or receive BPDUs on this interface
bpduguard      Don't accept BPDUs on this interface
cost           Change an interface's spanning tree port path cost
guard          Change an interface's spanning tree guard mode
link-type      Specify a link type for spanning tree protocol use
mst            Multiple spanning tree
port-priority  Change an interface's spanning tree port priority
portfast       Enable an interface to move directly to forwarding on link up
vlan           VLAN Switch Spanning Tree
`,
}

/** `spanning-tree bpdufilter ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeBpdufilterPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree bpdufilter',
  on: ['switch'],
  words: `
disable  Disable BPDU filtering for this interface
enable   Enable BPDU filtering for this interface
`,
}

/** `spanning-tree bpduguard ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeBpduguardPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree bpduguard',
  on: ['switch'],
  words: `
disable  Disable BPDU guard for this interface
enable   Enable BPDU guard for this interface
`,
}

/** `spanning-tree cost ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeCostPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree cost',
  on: ['switch'],
  words: `
<1-200000000>  port path cost
`,
}

/** `spanning-tree guard ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeGuardPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree guard',
  on: ['switch'],
  words: `
loop  Set guard mode to loop guard on interface
none  Set guard mode to none
root  Set guard mode to root guard on interface
`,
}

/** `spanning-tree link-type ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeLinkTypePort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree link-type',
  on: ['switch'],
  words: `
point-to-point  Consider the interface as point-to-point
shared          Consider the interface as shared
`,
}

/** `spanning-tree mst ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeMstPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree mst',
  on: ['switch'],
  words: `
WORD          MST instance list, example 0,2-4,6,8-12
pre-standard  Force pre-standard MST BPDU transmission on port
`,
}

/** `spanning-tree mst 1 ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeMstWordPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree mst WORD',
  on: ['switch'],
  words: `
cost           Change the interface spanning tree path cost for an instance
port-priority  Change the spanning tree port priority for an instance
`,
}

/** `spanning-tree port-priority ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreePortPriorityPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree port-priority',
  on: ['switch'],
  words: `
<0-240>  port priority in increments of 16
`,
}

/** `spanning-tree portfast ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreePortfastPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree portfast',
  on: ['switch'],
  words: `
disable  Disable portfast for this interface
trunk    Enable portfast on the interface even in trunk mode
`,
}

/** `spanning-tree vlan ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeVlanPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree vlan',
  on: ['switch'],
  words: `
WORD  vlan range, example: 1,3-5,7,9-11
`,
}

/** `spanning-tree vlan 1 ?`. Wording: captured on a 3750G, 12.2(58)SE2. */
export const spanningTreeVlanWordPort: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'spanning-tree vlan WORD',
  on: ['switch'],
  words: `
cost           Change an interface's per VLAN spanning tree path cost
port-priority  Change an interface's spanning tree port priority
`,
}

/** `storm-control ?`. Wording: captured on a Catalyst and on IOSvL2. */
export const stormControl: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control',
  on: ['switch'],
  words: `
action     Action to take for storm-control
broadcast  Broadcast address storm control
multicast  Multicast address storm control
unicast    Unicast address storm control
`,
}

/** `storm-control action ?`. From memory. */
export const stormControlAction: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control action',
  on: ['switch'],
  words: `
shutdown  Shutdown this interface if a storm occurs
trap      Send SNMP trap if a storm occurs
`,
}

/** `storm-control broadcast ?`. From memory. */
export const stormControlBroadcast: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control broadcast',
  on: ['switch'],
  words: `
level  Set storm suppression level on this interface
`,
}

/** `storm-control broadcast level ?`. Wording: captured on a Catalyst FastEthernet port, for broadcast. */
export const stormControlBroadcastLevel: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control broadcast level',
  on: ['switch'],
  words: `
<0.00 - 100.00>  Enter rising threshold
bps              Enter suppression level in bits per second
pps              Enter suppression level in packets per second
`,
}

/** `storm-control multicast ?`. From memory. */
export const stormControlMulticast: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control multicast',
  on: ['switch'],
  words: `
level  Set storm suppression level on this interface
`,
}

/** `storm-control multicast level ?`. Wording: captured on a Catalyst FastEthernet port, for broadcast. */
export const stormControlMulticastLevel: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control multicast level',
  on: ['switch'],
  words: `
<0.00 - 100.00>  Enter rising threshold
bps              Enter suppression level in bits per second
pps              Enter suppression level in packets per second
`,
}

/** `storm-control unicast ?`. From memory. */
export const stormControlUnicast: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control unicast',
  on: ['switch'],
  words: `
level  Set storm suppression level on this interface
`,
}

/** `storm-control unicast level ?`. Wording: captured on a Catalyst FastEthernet port, for broadcast. */
export const stormControlUnicastLevel: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'storm-control unicast level',
  on: ['switch'],
  words: `
<0.00 - 100.00>  Enter rising threshold
bps              Enter suppression level in bits per second
pps              Enter suppression level in packets per second
`,
}

/** `channel-group 1 ?`. From memory. */
export const channelGroup: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'channel-group <1-6>',
  on: ['switch'],
  words: `
mode  Etherchannel Mode of the interface
`,
}

/** `channel-group 1 mode ?`. Wording: captured on IOSvL2 and IOL L2, 15.2, and several Catalysts. */
export const channelGroupMode: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'channel-group <1-6> mode',
  on: ['switch'],
  words: `
active     Enable LACP unconditionally
auto       Enable PAgP only if a PAgP device is detected
desirable  Enable PAgP unconditionally
on         Enable Etherchannel only
passive    Enable LACP only if a LACP device is detected
`,
}

/** `channel-group 1 mode auto ?`. Wording: a Catalyst on 12.x, for desirable, printed in a book. */
export const channelGroupModeAuto: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'channel-group <1-6> mode auto',
  on: ['switch'],
  words: `
non-silent  Start negotiation only after data packets received
`,
}

/** `channel-group 1 mode desirable ?`. Wording: a Catalyst on 12.x, for desirable, printed in a book. */
export const channelGroupModeDesirable: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'channel-group <1-6> mode desirable',
  on: ['switch'],
  words: `
non-silent  Start negotiation only after data packets received
`,
}

/** `channel-protocol ?`. From memory. */
export const channelProtocol: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'channel-protocol',
  on: ['switch'],
  words: `
lacp  Prepare interface for LACP protocol
pagp  Prepare interface for PAgP protocol
`,
}
