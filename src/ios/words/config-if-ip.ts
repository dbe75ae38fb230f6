/**
 * What follows `ip` in interface configuration, one list a place.
 * Source: the lists of a CISCO1841, 15.1; the switch's choice from memory.
 */
import type { WordList } from './word-list.ts'

/** `ip ?`. Wording: captured on a CISCO1841, 15.1; that a 2960 (port or Vlan interface) has these is from memory. */
export const ipInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip',
  words: `
access-group        Specify access control for packets
address             Set the IP address of an interface
admission           Apply Network Admission Control
broadcast-address   Set the broadcast address of an interface
dhcp                Configure DHCP parameters for this interface
directed-broadcast  Enable forwarding of directed broadcasts
helper-address      Specify a destination address for UDP broadcasts
igmp                IGMP interface commands
information-reply   Enable sending ICMP Information Reply messages
irdp                ICMP Router Discovery Protocol
local-proxy-arp     Enable local-proxy ARP
mask-reply          Enable sending ICMP Mask Reply messages
mtu                 Set IP Maximum Transmission Unit
proxy-arp           Enable proxy ARP
redirects           Enable sending ICMP Redirect messages
unreachables        Enable sending ICMP Unreachable messages
`,
}

/** The switch adds. From memory. */
export const ipInterfaceCatalyst: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip',
  on: ['switch'],
  words: `
arp     Configure ARP features
device  Configure IP device tracking
verify  verify
`,
}

/** The router adds. Wording: captured on a CISCO1841, 15.1. */
export const ipInterfaceIsr: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip',
  on: ['router'],
  words: `
accounting          Enable IP accounting on this interface
auth-proxy          Apply authentication proxy
authentication      authentication subcommands
bandwidth-percent   Set EIGRP bandwidth limit
bgp                 BGP interface commands
cef                 Cisco Express Forwarding interface commands
cgmp                Enable/disable CGMP
dampening-change    Percent interface metric must change to cause update
dampening-interval  Time in seconds to check interface metrics
ddns                Configure dynamic DNS
dns                 Configure DNS server
flow                NetFlow related commands
hello-interval      Configures EIGRP-IPv4 hello interval
hold-time           Configures EIGRP-IPv4 hold time
idle-group          Specify interesting packets for idle-timer
inspect             Apply inspect name
ips                 Create IPS rule
lisp                Locator/ID Separation Protocol
load-sharing        Style of load sharing
mfib                Interface Specific MFIB Control
mobile              Mobile IP support
mrm                 Configure IP Multicast Routing Monitor tester
mroute-cache        Enable switching cache for incoming multicast packets
multicast           IP multicast interface commands
nat                 NAT interface commands
nbar                Network-Based Application Recognition
next-hop-self       Configures EIGRP-IPv4 next-hop-self
ospf                OSPF interface commands
pgm                 PGM Reliable Transport Protocol
pim                 PIM interface commands
policy              Enable policy routing
proxy-mobile        Enable Proxy Mobile IP services
rarp-server         Enable RARP server for static arp entries
rbscp               RBSCP subfeatures for this interface
rgmp                Enable/disable RGMP
rip                 Router Information Protocol
route-cache         Enable fast-switching cache for outgoing packets
router              IP router interface commands
rsvp                RSVP Interface Commands
sap                 Session Advertisement Protocol interface commands
security            DDN IP Security Option
service             IP service
split-horizon       Perform split horizon
summary-address     Perform address summarization
tcp                 TCP header compression and other parameters
traffic-export      Configure this interface for exporting ip traffic
unnumbered          Enable IP processing without an explicit address
urd                 Configure URL Rendezvousing
verify              Enable per packet validation
virtual-reassembly  Enable Virtual Fragment Reassembly
vrf                 VPN Routing/Forwarding parameters on the interface
wccp                WCCP interface commands
`,
}

/** `ip address ?`. From memory. */
export const ipAddressInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip address',
  words: `
A.B.C.D  IP address
dhcp     IP Address negotiated via DHCP
`,
}

/** The router adds. From memory. */
export const ipAddressInterfaceIsr: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip address',
  on: ['router'],
  words: `
pool  IP Address autoconfigured from a local DHCP pool
`,
}

/** `ip authentication ?`. Wording: captured on IOL 17.15.1. */
export const ipAuthenticationInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip authentication',
  on: ['router'],
  words: `
key-chain  key-chain
mode       mode
`,
}

/** `ip ospf ?`. Wording: captured on a CISCO1841, 15.1. */
export const ipOspfInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip ospf',
  on: ['router'],
  words: `
<1-65535>            Process ID
authentication       Enable authentication
authentication-key   Authentication password (key)
bfd                  Enable BFD on this interface
cost                 Interface cost
database-filter      Filter OSPF LSA during synchronization and flooding
dead-interval        Interval after which a neighbor is declared dead
demand-circuit       OSPF Demand Circuit
flood-reduction      OSPF Flood Reduction
hello-interval       Time between HELLO packets
lls                  Link-local Signaling (LLS) support
message-digest-key   Message digest authentication password (key)
mtu-ignore           Ignores the MTU in DBD packets
network              Network type
prefix-suppression   OSPF prefix suppression
priority             Router priority
resync-timeout       Interval after which adjacency is reset if oob-resync is not started
retransmit-interval  Time between retransmitting lost link state advertisements
shutdown             Set OSPF protocol's state to disable under current interface
transmit-delay       Link state transmit delay
ttl-security         TTL security check
`,
}

/** `ip ospf 1 ?`. From memory. */
export const ipOspfProcessInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip ospf <1-65535>',
  on: ['router'],
  words: `
area  Set the OSPF area ID
`,
}

/** `ip ospf 1 area ?`. Wording: captured on a CISCO1841, 15.1. */
export const ipOspfAreaInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip ospf <1-65535> area',
  on: ['router'],
  words: `
<0-4294967295>  OSPF area ID as a decimal value
A.B.C.D         OSPF area ID in IP address format
`,
}

/** `ip summary-address ?`. Wording: captured on IOL 17.15.1. */
export const ipSummaryAddressInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'ip summary-address',
  on: ['router'],
  words: `
eigrp  Enhanced Interior Gateway Routing Protocol (EIGRP)
rip    Routing Information Protocol (RIP)
`,
}
