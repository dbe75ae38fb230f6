/**
 * First words after `show` on both platforms, and those of the switch alone. Left out: the router's own (show-isr.ts) and
 * what follows them (show-interfaces.ts, show-ip.ts, show-more.ts).
 * Source: lists of a 3640 with a switch module, 12.4(25b), and of IOL 15.x. No list of a 2960 is known. Which words need
 * privileged EXEC follows the command modes in the command references, from memory.
 */
import type { WordList } from './word-list.ts'

/**
 * `show ?` on both platforms. Wording: captured on a 3640, 12.4(25b), and IOL 15.x; that a 2960 and a 1941 have
 * them is from general knowledge. `call-home`, `license` and `lldp` from memory.
 */
export const show: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show',
  words: `
aaa             Show AAA values
access-lists    List access lists
aliases         Display alias commands
arp             ARP table
authentication  Shows Auth Manager registrations or sessions
auto            Show Automation Template
banner          Display banner information
beep            Show BEEP information
buffers         Buffer pool statistics
call-home       Show command for call home
cca             CCA information
cdp             CDP information
class-map       Show QoS Class Map
clock           Display the system clock
cns             CNS agents
controllers     Interface controller status
crypto          Encryption module
dhcp            Dynamic Host Configuration Protocol status
dot1x           IEEE 802.1X
dtp             DTP information
errdisable      Error disable
etherchannel    EtherChannel information
event           Embedded event related commands
exception       exception information
flash:          display information about flash: file system
hardware        Hardware specific information
history         Display the session command history
hosts           IP domain-name, lookup style, nameservers, and host table
html            HTML helper commands
interfaces      Interface status and configuration
inventory       Show the physical inventory
ip              IP information
ipv6            IPv6 information
key             Key information
kron            Kron Subsystem
license         Show license information
line            TTY line information
lldp            LLDP information
location        Display the system location
logging         Show the contents of logging buffers
mls             multilayer switching information
monitor         Monitoring different system events
ntp             Network time protocol
pagp            Port channel information
policy-map      Show QoS Policy Map
privilege       Show current privilege level
processes       Active process statistics
protocols       Active network routing protocols
queue           Show queue contents
radius          Shows radius information
reload          Scheduled reload information
rmon            rmon statistics
sessions        Information about Telnet connections
snmp            snmp statistics
spanning-tree   Spanning tree topology
ssh             Status of SSH server connections
stacks          Process stack utilization
storm-control   Show packet storm control configuration
table-map       Show Table Map
tacacs          Shows tacacs+ server statistics
tcp             Status of TCP connections
template        Template information
terminal        Display terminal configuration parameters
time-range      Time range
track           Tracking information
users           Display information about terminal lines
version         System hardware and software status
`,
}

/** What privileged EXEC adds on both platforms. Wording: captured on a 3640, 12.4(25b), and IOL 15.x. */
export const showPrivileged: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show',
  words: `
archive         Archive functions
configuration   Configuration details
debugging       State of each debugging option
derived-config  Derived operating configuration
file            Show filesystem information
login           Display Secure Login Configurations and State
memory          Memory statistics
parser          Display parser information
registry        Function registry information
running-config  Current operating configuration
startup-config  Contents of startup configuration
subsys          Show subsystem information
tech-support    Show system information for Tech-Support
`,
}

/** What only the switch has. From memory; no list of a 2960 is known. */
export const showCatalyst: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show',
  on: ['switch'],
  words: `
cisp           Shows CISP information
cluster        Cluster information
diagnostic     Show command for diagnostic
eap            Shows EAP registration/session information
energywise     EnergyWise
env            environmental facilities
fallback       Fallback Profile
flowcontrol    show flow control information
idprom         show IDPROMs for FRUs
ipc            Interprocess communications commands
lacp           Port channel information
mab            MAC Authentication Bypass
mac            MAC configuration
macro          Command macro
mvr            Multicast VLAN Registration
port-security  Show secure port information
power          Switch Power
sdm            Switch database management
system         Show the system configuration
trust          Show trust information
udld           UDLD information
vlan           VTP VLAN status
vmps           VMPS information
vtp            VTP information
`,
}

/** What privileged EXEC adds on the switch. From memory. */
export const showPrivilegedCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show',
  on: ['switch'],
  words: `
boot               show boot attributes
cable-diagnostics  Show Cable Diagnostics Results
link               Show Link
network-policy     Network Policy
nmsp               nmsp show commands
platform           Show platform information
setup              Switch setup
`,
}
