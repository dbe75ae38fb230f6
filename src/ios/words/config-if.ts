/**
 * First words of interface configuration. Left out: what follows `switchport` and `spanning-tree` (config-if-switchport.ts,
 * config-if-spanning-tree.ts) and `ip` (config-if-ip.ts).
 * Source: no list of a port of either platform is known. Keywords are from memory; their wording was partly seen in an
 * interface template of IOS XE 16/17.
 */
import type { WordList } from './word-list.ts'

/**
 * `?` in interface configuration. Choice from memory; wording seen on IOS XE: default, description, hold-queue,
 * ip, ipv6, keepalive, load-interval, no, service-policy, source.
 */
export const interfaceConfiguration: WordList = {
  mode: 'config-if',
  level: 15,
  path: '',
  words: `
arp             Set arp type (arpa, probe, snap) or timeout
bandwidth       Set bandwidth informational parameter
carrier-delay   Specify delay for interface transitions
cdp             CDP interface subcommands
channel-group   Etherchannel/port bundling configuration
default         Set a command to its defaults
delay           Specify interface throughput delay
description     Interface specific description
duplex          Configure duplex operation.
exit            Exit from interface configuration mode
help            Description of the interactive help system
history         Interface history histograms - 60 second, 60 minute and 72 hour
hold-queue      Set hold queue depth
ip              Interface Internet Protocol config commands
ipv6            IPv6 interface commands
keepalive       Enable keepalive
lacp            LACP interface subcommands
lldp            LLDP interface subcommands
load-interval   Specify interval for load calculation for an interface
logging         Configure logging for interface
macro           Command macro
no              Negate a command or set its defaults
ntp             Configure NTP
rmon            Configure Remote Monitoring on an interface
service-policy  Configure CPL Service Policy
shutdown        Shutdown the selected interface
snmp            Modify SNMP interface parameters
source          Get config from another source
speed           Configure speed operation.
timeout         Define timeout values for this interface
tx-ring-limit   Configure PA level transmit ring limit
`,
}

/**
 * A switch port adds. Choice from memory; wording seen on IOS XE: authentication, carrier-delay, cts, dot1x,
 * mab, spanning-tree, storm-control, switchport.
 */
export const interfaceConfigurationCatalyst: WordList = {
  mode: 'config-if',
  level: 15,
  path: '',
  on: ['switch'],
  words: `
authentication    Auth Manager Interface Configuration Commands
auto              Configure Automation
channel-protocol  Select the channel protocol (LACP, PAgP)
cts               Configure Cisco Trusted Security
dot1x             Interface Config Commands for IEEE 802.1X
flowcontrol       Configure flow operation.
link              Configure Link
location          Interface location information
mab               MAC Authentication Bypass Interface Config Commands
mac               MAC interface commands
mdix              Set Media Dependent Interface with Crossover
mls               mls interface commands
mvr               MVR per port configuration
network-policy    Network Policy
nmsp              NMSP interface configuration
pagp              PAgP interface subcommands
power             Power configuration
priority-queue    Priority Queue
queue-set         Choose a queue set for this queue
small-frame       Set rate limit parameters for small frame
spanning-tree     Spanning Tree Subsystem
srr-queue         Configure shaped round-robin transmit queues
storm-control     storm configuration
switchport        Set switching mode characteristics
udld              Configure UDLD enabled or disabled and ignore global UDLD setting
vtp               Enable VTP on this interface
`,
}

/** A router port adds. From memory. */
export const interfaceConfigurationIsr: WordList = {
  mode: 'config-if',
  level: 15,
  path: '',
  on: ['router'],
  words: `
backup                  Modify backup parameters
bfd                     BFD interface configuration commands
bridge-group            Transparent bridging interface parameters
clns                    CLNS interface subcommands
cmns                    OSI CMNS
crypto                  Encryption/Decryption commands
dampening               Enable event dampening
encapsulation           Set encapsulation type for an interface
fair-queue              Enable Fair Queuing on an Interface
glbp                    Gateway Load Balancing Protocol interface commands
isis                    IS-IS commands
lan-name                LAN Name command
llc2                    LLC2 Interface Subcommands
loopback                Configure internal loopback on an interface
mac-address             Manually set interface MAC address
max-reserved-bandwidth  Maximum Reservable Bandwidth on an Interface
media-type              Interface media type
mop                     DEC MOP server commands
mpls                    Configure MPLS interface parameters
mtu                     Set the interface Maximum Transmission Unit (MTU)
negotiation             Select autonegotiation mode
netbios                 Use a defined NETBIOS access list or enable name-caching
ospfv3                  OSPFv3 interface commands
pppoe                   pppoe interface subcommands
pppoe-client            pppoe client
priority-group          Assign a priority group to an interface
random-detect           Enable Weighted Random Early Detection (WRED) on an Interface
rate-limit              Rate Limit
standby                 HSRP interface configuration commands
tarp                    TARP interface subcommands
topology                Configure routing topology on the interface
traffic-shape           Enable Traffic Shaping on an Interface or Sub-Interface
transmit-interface      Assign a transmit interface to a receive-only interface
trunk-group             Configure interface to be in a trunk group
vrf                     VPN Routing/Forwarding parameters on the interface
vrrp                    VRRP Interface configuration commands
x25                     X.25 Level 3
xconnect                Xconnect commands
`,
}

/** `cdp ?`. From memory. */
export const cdpInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'cdp',
  words: `
enable  Enable CDP on interface
`,
}

/** `lldp ?`. Wording: a Catalyst, printed in a book. */
export const lldpInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'lldp',
  words: `
receive   Enable LLDP reception on interface
transmit  Enable LLDP transmission on interface
`,
}

/** `duplex ?`. Wording: a Catalyst FastEthernet port, 12.x, printed in a book. */
export const duplexInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'duplex',
  words: `
auto  Enable AUTO duplex configuration
full  Force full-duplex operation
half  Force half-duplex operation
`,
}

/**
 * `speed ?`. From memory (a book prints `10Mbps` in one word). Ports of a 2960 differ: what its Gigabit ports
 * add is left to the declaration.
 */
export const speedInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'speed',
  words: `
10    Force 10 Mbps operation
100   Force 100 Mbps operation
auto  Enable AUTO speed configuration
`,
}

/** The router, whose ports are all Gigabit, adds. From memory. */
export const speedInterfaceIsr: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'speed',
  on: ['router'],
  words: `
1000  Force 1000 Mbps operation
`,
}

/** `logging ?`. From memory. */
export const loggingInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'logging',
  words: `
event  Interface events
`,
}

/** `logging event ?` on an interface. From memory. */
export const loggingEventInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'logging event',
  words: `
link-status  UPDOWN and CHANGE messages
`,
}

/** The switch adds. From memory. */
export const loggingEventInterfaceCatalyst: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'logging event',
  on: ['switch'],
  words: `
bundle-status  BUNDLE/UNBUNDLE messages
spanning-tree  Spanning-tree Interface events
trunk-status   TRUNK status messages
`,
}

/** The router adds. From memory. */
export const loggingEventInterfaceIsr: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'logging event',
  on: ['router'],
  words: `
subif-link-status  Sub-interface UPDOWN and CHANGE messages
`,
}

/** `mdix ?`. From memory. */
export const mdixInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'mdix',
  on: ['switch'],
  words: `
auto  Enable automatic MDI crossover detection on this interface
`,
}

/** `standby 1 ?`. Wording: captured on a router, 15.x. */
export const standbyInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'standby <0-255>',
  on: ['router'],
  words: `
authentication  Authentication
follow          Name of HSRP group to follow
ip              Enable HSRP IPv4 and set the virtual IP address
ipv6            Enable HSRP IPv6
mac-address     Virtual MAC address
name            Redundancy name string
preempt         Overthrow lower priority Active routers
priority        Priority level
timers          Hello and hold timers
track           Priority tracking
`,
}

/**
 * `standby ?`. Wording: captured on a router, 15.x, up to `bfd`; the rest after `standby 1 ?`, and delay,
 * redirect, use-bia and version from memory.
 */
export const standbyGroupInterface: WordList = {
  mode: 'config-if',
  level: 15,
  path: 'standby',
  on: ['router'],
  words: `
<0-255>         group number
authentication  Authentication
bfd             Enable HSRP BFD
delay           HSRP initialisation delay
follow          Name of HSRP group to follow
ip              Enable HSRP IPv4 and set the virtual IP address
ipv6            Enable HSRP IPv6
mac-address     Virtual MAC address
name            Redundancy name string
preempt         Overthrow lower priority Active routers
priority        Priority level
redirect        Configure sending of ICMP Redirect messages with an HSRP virtual IP address as the gateway IP address
timers          Hello and hold timers
track           Priority tracking
use-bia         HSRP uses interface's burned in address
version         HSRP version
`,
}
