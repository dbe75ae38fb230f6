/**
 * What follows `clear` in privileged EXEC.
 * Source: no listing of a device is known; from memory of old printed listings of routers and of the command references.
 */
import type { WordList } from './word-list.ts'

/** `clear ?`. From memory. */
export const clearExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear',
  words: `
aaa              Clear AAA values
access-list      Clear access list statistical information
access-template  Access-template
archive          Archive functions
arp-cache        Clear the entire ARP cache
cdp              Reset cdp information
counters         Clear counters on one or all interfaces
crypto           Encryption subsystem
dot1x            Clear IEEE 802.1X information
event            Event related commands
host             Delete host table entries
interface        Clear the hardware logic on an interface
ip               IP
ipv6             IPv6
kron             Kron Subsystem
line             Reset a terminal line
lldp             Reset lldp information
logging          Clear logging buffer
parser           Clear parser statistics
radius           Clear radius information
snmp             Clear snmp statistics
spanning-tree    Clear spanning-tree information
tcp              Clear a TCP connection or statistics
vtp              Clear VTP items
`,
}

/** The switch adds. From memory. */
export const clearExecCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear',
  on: ['switch'],
  words: `
authentication  Clear Auth Manager sessions
eap             Clear EAP session information
energywise      Clear EnergyWise statistics
errdisable      Clear error disable
ipc             Interprocess communications commands
lacp            Clear LACP statistics
mac             MAC forwarding table
mvr             Clear MVR information
nmsp            Clear nmsp statistics
pagp            Port channel information
port-security   Clear secure addresses
vmps            Clear VMPS statistics
`,
}

/** The router adds. From memory. */
export const clearExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear',
  on: ['router'],
  words: `
adjacency          Clear adjacency
bgp                Clear BGP connections
bridge             Reset bridge forwarding cache
call               Clear call
cef                Clear CEF
clns               CLNS
dampening          Clear interface dampening information
dialer             Clear dialer statistics
frame-relay        Clear Frame Relay information
frame-relay-inarp  Clear inverse ARP entries from the map table
isis               Clear IS-IS information
mac-address-table  MAC forwarding table
mpls               Clear MPLS information
ntp                Clear NTP information
ospfv3             Clear OSPFv3
ppp                Clear PPP
pppoe              Clear PPPoE sessions
rif-cache          Clear the entire RIF cache
snapshot           Clear Snapshot timers
vpdn               Clear a VPDN entity
vtemplate          Clear vtemplate
x25                Clear X.25 circuits
`,
}

/** `clear ip ?`. From memory. */
export const clearIpExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear ip',
  words: `
access-list  Clear access list statistical information
admission    Clear network admission cache
arp          Clear IP ARP entry
dhcp         Delete items from the DHCP database
http         HTTP server
igmp         Clear IGMP information
traffic      Clear IP traffic statistics
`,
}

/** The switch adds. From memory. */
export const clearIpExecCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear ip',
  on: ['switch'],
  words: `
device  Clear IP Tracking Hosts
`,
}

/** The router adds. From memory. */
export const clearIpExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear ip',
  on: ['router'],
  words: `
accounting   Clear IP accounting database
bgp          Clear BGP connections
cache        Delete cache table entries
cef          Cisco Express Forwarding
eigrp        Clear IP-EIGRP
flow         Clear Flow information
mroute       Delete multicast route table entries
nat          Clear NAT
nbar         Network-Based Application Recognition
nhrp         Clear NHRP cache
ospf         OSPF clear commands
pim          PIM
prefix-list  Clear prefix-list
route        Delete route table entries
rsvp         RSVP
`,
}

/** `clear ip dhcp ?`. From memory. */
export const clearIpDhcpExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear ip dhcp',
  words: `
binding   DHCP address bindings
conflict  DHCP address conflicts
server    Miscellaneous DHCP server information
snooping  DHCP snooping
`,
}

/** `clear mac ?`. From memory. */
export const clearMacExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear mac',
  on: ['switch'],
  words: `
address-table  MAC forwarding table
`,
}

/** `clear mac address-table ?`. From memory. */
export const clearMacAddressTableExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clear mac address-table',
  on: ['switch'],
  words: `
dynamic       dynamic entry type
move          MAC Move information
notification  Clear MAC notification Global Counters
`,
}
