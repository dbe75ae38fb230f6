/**
 * What follows `debug` and `undebug` in privileged EXEC.
 * Source: `debug ip ospf`, `debug ip rip` and the EIGRP places as listed by routers; the rest from memory of old printed
 * listings of routers and of the command references.
 */
import type { WordList } from './word-list.ts'

/** `debug ?`. From memory. */
export const debugWords: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug',
  words: `
aaa            AAA Authentication, Authorization and Accounting
adjacency      adjacency
all            Enable all debugging
archive        debug archive commands
arp            IP ARP and HP Probe transactions
auto           Debug Automation
beep           BEEP debugging
cdp            CDP information
cns            CNS agents
condition      Condition
crypto         Cryptographic subsystem
dhcp           DHCP client activity
domain         Domain Name System
dot1x          Dot1x debugging
eap            EAP debugging
event          Event related commands
interface      interface
ip             IP information
ipv6           IPv6 information
list           Set interface or/and access list for the next debug command
lldp           LLDP information
mab            MAC Authentication Bypass
monitor        Monitoring different system events
ntp            NTP information
parser         Debug parser
radius         RADIUS protocol
snmp           SNMP information
spanning-tree  Spanning tree information
tacacs         TACACS authentication and authorization
telnet         Incoming telnet connections
tftp           TFTP debugging
track          Tracking information
`,
}

/** The switch adds. From memory. */
export const debugWordsCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug',
  on: ['switch'],
  words: `
authentication  Auth Manager debugging
backup          Backup events
dtp             DTP information
energywise      EnergyWise debugging
etherchannel    EtherChannel information
lacp            LACP information
mac             MAC address
matm            MATM debugging
mvrdbg          MVR debugging
nmsp            nmsp debug commands
pagp            PAgP information
platform        Platform debugging
pm              Port Manager
port-security   port security
sw-vlan         vlan manager
udld            UDLD
vqpc            VLAN Query Protocol
`,
}

/** The router adds. From memory. */
export const debugWordsIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug',
  on: ['router'],
  words: `
access-expression   Boolean access expression
async               Async interface information
bfd                 BFD protocol information
bgp                 BGP information
callback            Callback activity
cef                 Cisco Express Forwarding
chat                Chat scripts activity
clns                CLNS information
compress            COMPRESS traffic
confmodem           Modem configuration database
custom-queue        Custom output queueing
dialer              Dial on Demand
dxi                 atm-dxi information
eigrp               EIGRP Protocol information
entry               Incoming queue entries
ethernet-interface  Ethernet network interface events
frame-relay         Frame Relay
isis                IS-IS Information
lapb                LAPB protocol transactions
modem               Modem control/process activation
mpls                MPLS information
ospfv3              OSPFv3 information
policy-map          Policy map
ppp                 PPP (Point to Point Protocol) information
pppoe               PPPoE information
priority            Priority output queueing
probe               HP Probe Proxy Requests
rif                 RIF cache transactions
serial              Serial interface information
snapshot            Snapshot activity
standby             Hot Standby Router Protocol (HSRP)
tunnel              Generic Tunnel Interface
vlan                vLAN
vpdn                VPDN information
vtemplate           Virtual Template information
x25                 X.25, CMNS and XOT information
`,
}

/** `undebug ?` lists what `debug ?` does. */
export const undebugWords: WordList = { ...debugWords, path: 'undebug' }

/** The switch's words after `undebug`. */
export const undebugWordsCatalyst: WordList = { ...debugWordsCatalyst, path: 'undebug' }

/** The router's words after `undebug`. */
export const undebugWordsIsr: WordList = { ...debugWordsIsr, path: 'undebug' }

/** `debug ip ?`. From memory. */
export const debugIp: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip',
  words: `
admission  Network Admission Control
dhcp       Dynamic Host Configuration Protocol
error      IP error debugging
ftp        FTP dialogue
http       HTTP connections
icmp       ICMP transactions
igmp       IGMP protocol activity
interface  IP interface configuration changes
packet     General IP debugging and IPSO security transactions
peer       IP peer address activity
routing    Routing table events
security   IP security options
sla        IP Service Level Agreement
socket     Socket event
ssh        Incoming ssh connections
tcp        TCP information
udp        UDP based transactions
`,
}

/** The switch adds. From memory. */
export const debugIpCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip',
  on: ['switch'],
  words: `
device  IP Tracking Hosts
`,
}

/** The router adds. From memory. */
export const debugIpIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip',
  on: ['router'],
  words: `
bgp                     BGP information
cache                   IP cache operations
cef                     IP CEF operations
cgmp                    CGMP protocol activity
drp                     Director response protocol
dvmrp                   DVMRP protocol activity
eigrp                   IP-EIGRP information
mcache                  IP multicast cache operations
mpacket                 IP multicast packet debugging
mrouting                IP multicast routing table activity
nat                     NAT events
nbar                    Network-Based Application Recognition
nhrp                    NHRP protocol
ospf                    OSPF information
pim                     PIM protocol activity
policy                  Policy routing
rip                     RIP protocol transactions
rsvp                    RSVP protocol activity
sd                      Session Directory (SD)
tempacl                 IP temporary ACL
trigger-authentication  Trigger authentication
wccp                    WCCP information
`,
}

/** `debug eigrp ?`. Wording: captured on a 7200, 15.x. */
export const debugEigrp: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug eigrp',
  on: ['router'],
  words: `
address-family  EIGRP address-family debug commands
fsm             EIGRP Dual Finite State Machine events/actions
neighbors       EIGRP neighbors
nsf             EIGRP Non-Stop Forwarding events/actions
packets         EIGRP packets
service-family  EIGRP service-family debug commands
timers          EIGRP Timer Events
transmit        EIGRP transmission events
`,
}

/** `debug eigrp packets ?`. Wording: captured on a 7200, 15.x. */
export const debugEigrpPackets: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug eigrp packets',
  on: ['router'],
  words: `
SIAquery  EIGRP SIA-Query packets
SIAreply  EIGRP SIA-Reply packets
ack       EIGRP ack packets
hello     EIGRP hello packets
ipxsap    EIGRP ipxsap packets
query     EIGRP query packets
reply     EIGRP reply packets
request   EIGRP request packets
retry     EIGRP retransmissions
stub      EIGRP stub packets
terse     Display all EIGRP packets except Hellos
update    EIGRP update packets
verbose   Display all EIGRP packets
`,
}

/** `debug ip eigrp ?`. Wording: captured on a 7200, 15.x. */
export const debugIpEigrp: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip eigrp',
  on: ['router'],
  words: `
<1-65535>      Autonomous System
A.B.C.D        IPv4 Address
neighbor       Neighbor debugging
notifications  Event notifications
summary        Summary Route Processing
vrf            Select a VPN Routing/Forwarding instance
`,
}

/** `debug ip ospf ?`. Wording: a router on 12.4, printed in a book. */
export const debugIpOspf: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip ospf',
  on: ['router'],
  words: `
adj             OSPF adjacency events
database-timer  OSPF database timer
events          OSPF events
flood           OSPF flooding
hello           OSPF hello events
lsa-generation  OSPF lsa generation
mpls            OSPF MPLS
nsf             OSPF non-stop forwarding events
packet          OSPF packets
retransmission  OSPF retransmission events
spf             OSPF spf
tree            OSPF database tree
`,
}

/** `debug ip rip ?`. Wording: a router on 12.4, printed in a book, its spelling of "database" put right. */
export const debugIpRip: WordList = {
  mode: 'exec',
  level: 15,
  path: 'debug ip rip',
  on: ['router'],
  words: `
database  RIP database events
events    RIP protocol events
trigger   RIP trigger extension
`,
}
