/**
 * First words of VLAN and of MST region configuration.
 * Source: the list of a WS-C2960-24TT-L, 12.2(58)SE2; MST from memory.
 */
import type { WordList } from './word-list.ts'

/** `?` in VLAN configuration. Wording: captured on a WS-C2960-24TT-L, 12.2(58)SE2. */
export const vlanConfiguration: WordList = {
  mode: 'config-vlan',
  level: 15,
  path: '',
  words: `
are          Maximum number of All Route Explorer hops for this VLAN (or zero if none specified)
backupcrf    Backup CRF mode of the VLAN
bridge       Bridging characteristics of the VLAN
exit         Apply changes, bump revision number, and exit mode
media        Media type of the VLAN
mtu          VLAN Maximum Transmission Unit
name         Ascii name of the VLAN
no           Negate a command or set its defaults
parent       ID number of the Parent VLAN of FDDI or Token Ring type VLANs
remote-span  Configure as Remote SPAN VLAN
ring         Ring number of FDDI or Token Ring type VLANs
said         IEEE 802.10 SAID
shutdown     Shutdown VLAN switching
state        Operational state of the VLAN
ste          Maximum number of Spanning Tree Explorer hops for this VLAN (or zero if none specified)
stp          Spanning tree characteristics of the VLAN
tb-vlan1     ID number of the first translational VLAN for this VLAN (or zero if none)
tb-vlan2     ID number of the second translational VLAN for this VLAN (or zero if none)
`,
}

/** `?` in MST region configuration. From memory. */
export const mstConfiguration: WordList = {
  mode: 'config-mst',
  level: 15,
  path: '',
  on: ['switch'],
  words: `
abort         Exit region configuration mode, aborting changes
exit          Exit region configuration mode, applying changes
instance      Map vlans to an MST instance
name          Set configuration name
no            Negate a command or set its defaults
private-vlan  Set private-vlan synchronization
revision      Set configuration revision number
show          Display region configurations
`,
}
