/**
 * What follows other words of global configuration, one list a place.
 * Source: `router ?` as a Cisco 1921, 15.x, lists it, `router eigrp ?` printed in a course; the rest from memory.
 */
import type { WordList } from './word-list.ts'

/** `boot ?` on the switch. From memory. */
export const bootConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'boot',
  on: ['switch'],
  words: `
boothlpr             Boot Helper System Image
buffersize           Specify the buffer size for filesystem-simulated NVRAM
config-file          Configuration File
enable-break         Enable Break while booting
helper               Helper Image(s)
helper-config-file   Helper Configuration File
manual               Manual Boot
private-config-file  Private Configuration File
system               System Image
`,
}

/** `boot ?` on the router. From memory. */
export const bootConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'boot',
  on: ['router'],
  words: `
bootstrap  Bootstrap image file
config     Configuration file
host       Router-specific config file
network    Network-wide config file
system     System image file
`,
}

/** `cdp ?`. From memory. */
export const cdpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'cdp',
  words: `
advertise-v2  CDP sends version-2 advertisements
holdtime      Specify the holdtime (in sec) to be sent in packets
run           Enable CDP
timer         Specify the rate at which CDP packets are sent (in sec)
tlv           Enable exchange of specific tlv information
`,
}

/** `clock ?`. From memory. */
export const clockConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'clock',
  words: `
initialize   Initialize system clock on restart
save         backup of clock with NVRAM
summer-time  Configure summer (daylight savings) time
timezone     Configure time zone
`,
}

/** The router adds. From memory. */
export const clockConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'clock',
  on: ['router'],
  words: `
calendar-valid  Calendar is valid time source
`,
}

/** `hostname ?`. From memory. */
export const hostnameConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'hostname',
  words: `
WORD  This system's network name
`,
}

/** `lldp ?`. From memory. */
export const lldpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'lldp',
  words: `
holdtime    Specify the holdtime (in sec) to be sent in packets
reinit      Delay (in sec) for LLDP initialization on any interface
run         Enable LLDP
timer       Specify the rate at which LLDP packets are sent (in sec)
tlv-select  Selection of LLDP TLVs to send
`,
}

/** `router ?`. Wording: captured on a Cisco 1921, 15.x. `ospf` and `ospfv3` make `router os` ambiguous. */
export const routerConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'router',
  on: ['router'],
  words: `
bgp       Border Gateway Protocol (BGP)
eigrp     Enhanced Interior Gateway Routing Protocol (EIGRP)
isis      ISO IS-IS
iso-igrp  IGRP for OSI networks
lisp      Locator/ID Separation Protocol
mobile    Mobile routes
odr       On Demand stub Routes
ospf      Open Shortest Path First (OSPF)
ospfv3    OSPFv3
rip       Routing Information Protocol (RIP)
`,
}

/** `router eigrp ?`. Wording: a router on 15.x, printed in a course. */
export const routerEigrpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'router eigrp',
  on: ['router'],
  words: `
<1-65535>  Autonomous System
WORD       EIGRP Virtual-Instance Name
`,
}

/** `snmp-server ?`. From memory. */
export const snmpServerConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'snmp-server',
  words: `
chassis-id        String to uniquely identify this chassis
community         Enable SNMP; set community string and access privs
contact           Text for mib object sysContact
context           Create/Delete a context apart from default
drop              Silently drop SNMP packets
enable            Enable SNMP Traps
engineID          Configure a local or remote SNMPv3 engineID
file-transfer     File transfer related commands
group             Define a User Security Model group
host              Specify hosts to receive SNMP notifications
ifindex           Enable ifindex persistence
inform            Configure SNMP Informs options
ip                IP ToS configuration for SNMP traffic
location          Text for mib object sysLocation
manager           Modify SNMP manager parameters
packetsize        Largest SNMP packet size
queue-length      Message queue length for each TRAP host
queue-limit       Message queue size for different queues
source-interface  Assign an source interface
system-shutdown   Enable use of the SNMP reload command
tftp-server-list  Limit TFTP servers used via SNMP
trap              SNMP trap options
trap-source       Assign an interface for the source address of all traps
trap-timeout      Set timeout for TRAP message retransmissions
user              Define a user who can access the SNMP engine
view              Define an SNMP MIB view
`,
}
