/**
 * What follows `show ip`. Nothing here starts with `ru` or continues `route`, which the carets of `show ip run` and
 * `show ip router` on a 1941 prove.
 * Source: the list of a 7206, 12.4T, and books on 12.4 and 15.x; the switch's choice from memory.
 */
import type { WordList } from './word-list.ts'

/** `show ip ?`. Wording: captured on a 7206, 12.4T; that a 2960 has these is from memory. */
export const showIp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip',
  words: `
access-lists  List IP access lists
admission     Network Admission Control information
aliases       IP alias table
arp           IP ARP table
device        Show IP Tracking Hosts
dhcp          Show items in the DHCP database
host-list     Host list
http          HTTP information
icmp          ICMP information
igmp          IGMP information
interface     IP interface status and configuration
local         IP local options
redirects     IP redirects
route         IP routing table
sla           Service Level Agreement (SLA)
ssh           Information on SSH
tcp           TCP/IP header-compression statistics
traffic       IP protocol statistics
`,
}

/** The switch adds. From memory. */
export const showIpCatalyst: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip',
  on: ['switch'],
  words: `
sockets  Open IP sockets
source   IP source guard
verify   verify
`,
}

/** The router adds. Wording: captured on a 7206, 12.4T, advanced enterprise; a 1941 may lack some. */
export const showIpIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip',
  on: ['router'],
  words: `
accounting              The active IP accounting database
as-path-access-list     List AS path access lists
auth-proxy              Authentication Proxy information
bgp                     BGP information
cache                   IP fast-switching route cache
cef                     Cisco Express Forwarding
community-list          List community-list
ddns                    Dynamic DNS
dfp                     DFP information
dns                     Show DNS information
drp                     Director response protocol
dvmrp                   DVMRP information
eigrp                   IP-EIGRP show commands
explicit-paths          Show IP explicit paths
extcommunity-list       List extended-community list
flow                    NetFlow switching
helper-address          helper-address table
inspect                 CBAC (Context Based Access Control) information
ips                     IPS (Intrusion Prevention System) information
irdp                    ICMP Router Discovery Protocol
masks                   Masks associated with a network
mcache                  IP multicast fast-switching cache
mobile                  IP Mobility information
mpacket                 Display possible duplicate multicast packets
mrm                     IP Multicast Routing Monitor information
mroute                  IP multicast routing table
msdp                    Multicast Source Discovery Protocol (MSDP)
multicast               Multicast global information
nat                     IP NAT information
nbar                    Network-Based Application Recognition
nhrp                    NHRP information
ospf                    OSPF information
pgm                     PGM Reliable Transport Protocol
pim                     PIM information
policy                  Policy routing
policy-list             List IP Policy list
port-map                Port to Application Mapping (PAM) information
prefix-list             List IP prefix lists
protocols               IP routing protocol process parameters and statistics
rip                     IP RIP show commands
rpf                     Display RPF information for multicast source
rsvp                    RSVP information
rtp                     RTP/UDP/IP header-compression statistics
sap                     Session Announcement Protocol cache
sdee                    SDEE (Security Device Event Exchange) information
slb                     SLB information
snat                    IP NAT SNAT information
traffic-export          Show ip traffic-export statistics
trigger-authentication  Trigger-authentication host table
urlfilter               IOS URL Filtering Information
virtual-reassembly      IP Virtual Fragment Reassembly (VFR) information
vrf                     VPN Routing/Forwarding instance information
wccp                    WCCP information
`,
}

/** `show ip eigrp ?`. Wording: a router on 12.4, printed in a book. */
export const showIpEigrp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip eigrp',
  on: ['router'],
  words: `
<1-65535>   Autonomous System
accounting  IP-EIGRP accounting
interfaces  IP-EIGRP interfaces
neighbors   IP-EIGRP neighbors
topology    IP-EIGRP topology table
traffic     IP-EIGRP traffic statistics
vrf         Select a VPN routing/forwarding instance
`,
}

/** `show ip ospf ?`. Wording: a router on 12.4/15.x, printed in a book. */
export const showIpOspf: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip ospf',
  on: ['router'],
  words: `
<1-65535>            Process ID number
border-routers       Border and boundary router information
database             Database summary
flood-list           Link state flood list
interface            Interface information
max-metric           Max-metric origination information
mpls                 MPLS related information
neighbor             Neighbor list
request-list         Link state request list
retransmission-list  Link state retransmission list
rib                  Routing information base (RIB)
sham-links           Sham link information
statistics           Various OSPF Statistics
summary-address      Summary-address redistribution information
timers               OSPF timers information
traffic              Traffic related statistics
virtual-links        Virtual link information
`,
}

/**
 * `show ip route ?`. From memory; the names of protocols are worded as after `redistribute` on IOL 17.15.
 * `local` is no word here: an 1841, 15.1, looks it up as a host name.
 */
export const showIpRoute: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip route',
  on: ['router'],
  words: `
Hostname or A.B.C.D  Network to display information about or hostname
bgp                  Border Gateway Protocol (BGP)
connected            Connected
dhcp                 Show routes added by DHCP Server or Relay
eigrp                Enhanced Interior Gateway Routing Protocol (EIGRP)
isis                 ISO IS-IS
list                 IP Access list
mobile               Mobile routes
odr                  On Demand stub Routes
ospf                 Open Shortest Path First (OSPF)
profile              IP routing table profile
rip                  Routing Information Protocol (RIP)
static               Static routes
summary              Summary of all routes
supernets-only       Show supernet entries only
track-table          Tracked static table
vrf                  Display routes from a VPN Routing/Forwarding instance
`,
}

/** `show ip interface ?`, without the interface types. From memory. */
export const showIpInterface: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip interface',
  words: `
brief  Brief summary of IP status and configuration
`,
}

/** `show ip dhcp ?`. From memory. */
export const showIpDhcp: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show ip dhcp',
  words: `
binding   DHCP address bindings
conflict  DHCP address conflicts
database  DHCP database agents
import    Show Imported Parameters
pool      DHCP pools information
relay     Miscellaneous DHCP relay information
server    Miscellaneous DHCP server information
snooping  DHCP snooping
`,
}
