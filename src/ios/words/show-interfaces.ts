/**
 * What follows `show interfaces`: interface types, which only `?` shows, and keywords. `stats` and `status`,
 * `transceiver` and `trunk` share their beginnings, so that `sh int st` and `sh int tr` are ambiguous.
 * Source: the list of IOSvL2 15.2; interface types of the two platforms from memory.
 */
import type { WordList } from './word-list.ts'

/** `show interfaces ?`. Wording: captured on IOSvL2 15.2; `transceiver`, which a virtual image lacks, from memory. */
export const showInterfaces: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show interfaces',
  words: `
Async              Async interface
Auto-Template      Auto-Template interface
BVI                Bridge-Group Virtual Interface
CTunnel            CTunnel interface
Dialer             Dialer interface
GigabitEthernet    GigabitEthernet IEEE 802.3z
Lex                Lex interface
Loopback           Loopback interface
Null               Null interface
Port-channel       Ethernet Channel of interfaces
Tunnel             Tunnel interface
Vif                PGM Multicast Host interface
Virtual-Template   Virtual Template interface
Virtual-TokenRing  Virtual TokenRing
Vlan               Catalyst Vlans
accounting         Show interface accounting
counters           Show interface counters
crb                Show interface routing/bridging info
dampening          Show interface dampening info
description        Show interface description
etherchannel       Show interface etherchannel information
fcpa               Fiber Channel
irb                Show interface routing/bridging info
mac-accounting     Show interface MAC accounting info
mpls-exp           Show interface MPLS experimental accounting info
precedence         Show interface precedence accounting info
pruning            Show interface trunk VTP pruning information
random-detect      Show interface Weighted Random Early Detection (WRED) info
rate-limit         Show interface rate-limit info
stats              Show interface packets & octets, in & out, by switching path
status             Show interface line status
summary            Show interface summary
switchport         Show interface switchport information
transceiver        Show interface transceiver
trunk              Show interface trunk information
`,
}

/** The switch adds. Wording: captured on IOSvL2 15.2; the choice for a 2960 from memory. */
export const showInterfacesCatalyst: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show interfaces',
  on: ['switch'],
  words: `
FastEthernet  FastEthernet IEEE 802.3
Filter        Filter interface
Filtergroup   Filter Group interface
GroupVI       Group Virtual interface
Portgroup     Portgroup interface
Pos-channel   POS Channel of interfaces
capabilities  Show interface capabilities information
flowcontrol   Show interface flowcontrol information
mtu           Show interface mtu
private-vlan  Show interface private vlan information
`,
}

/**
 * The router adds. Wording: captured on a 12.4 router (interface types) and IOSvL2 15.2; the choice for a 1941
 * and `Embedded-Service-Engine` from memory.
 */
export const showInterfacesIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show interfaces',
  on: ['router'],
  words: `
CDMA-Ix                  CDMA Ix interface
Embedded-Service-Engine  cisco embedded service engine module
Group-Async              Async Group interface
LISP                     Locator/ID Separation Protocol Virtual Interface
MFR                      Multilink Frame Relay bundle interface
Multilink                Multilink-group interface
Serial                   Serial
Virtual-PPP              Virtual PPP interface
history                  Show interface history
`,
}
