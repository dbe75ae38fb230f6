/**
 * What follows `ntp` and `service` in global configuration, one list a place.
 * Source: lists of routers on 12.3T–15.x and of a Catalyst on 12.2 SE, printed in a book.
 */
import type { WordList } from './word-list.ts'

/** `ntp ?`. Wording: captured on a router, 15.x; taken over for the switch. */
export const ntpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ntp',
  words: `
access-group        Control NTP access
allow               Allow processing of packets
authenticate        Authenticate time sources
authentication-key  Authentication key for trusted time sources
broadcastdelay      Estimated round-trip delay
clock-period        Length of hardware clock tick
leap-handle         To handle the leap seconds
logging             Enable NTP message logging
master              Act as NTP master clock
max-associations    Set maximum number of associations
maxdistance         Maximum Distance for synchronization
mindistance         Minimum distance to consider for clockhop
orphan              Threshold Stratum for orphan mode
panic               Reject time updates > panic threshold (default 1000Sec)
passive             NTP passive mode
peer                Configure NTP peer
server              Configure NTP server
source              Configure interface for source address
trusted-key         Key numbers for trusted time sources
`,
}

/** The router, which has a calendar, adds. Wording: captured on a router, 15.x. */
export const ntpConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'ntp',
  on: ['router'],
  words: `
update-calendar  Periodically update calendar with NTP time
`,
}

/** `ntp master ?`. Wording: captured on a router, 12.4. */
export const ntpMasterConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ntp master',
  words: `
<1-15>  Stratum number
`,
}

/** `ntp server ?`. Wording: captured on a router, 15.x. */
export const ntpServerConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ntp server',
  words: `
A.B.C.D     IP address of peer
WORD        Hostname of peer
X:X:X:X::X  IPv6 address of peer
ip          Use IP for DNS resolution
ipv6        Use IPv6 for DNS resolution
`,
}

/** The router adds. Wording: captured on a router, 15.x. */
export const ntpServerConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'ntp server',
  on: ['router'],
  words: `
vrf  VPN Routing/Forwarding Information
`,
}

/**
 * `service ?`. Wording: a Catalyst on 12.2 SE, printed in a book, and a router on 12.3T/12.4, whose list ends at
 * `tcp-keepalives-out`: that the router has the words behind it and `password-recovery` is from memory.
 */
export const serviceConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service',
  words: `
config                 TFTP load config files
dhcp                   Enable DHCP server and relay agent
disable-ip-fast-frag   Disable IP particle-based fast fragmentation
exec-callback          Enable exec callback
exec-wait              Delay EXEC startup on noisy lines
finger                 Allow responses to finger requests
hide-telnet-addresses  Hide destination addresses in telnet command
nagle                  Enable Nagle's congestion control algorithm
old-slip-prompts       Allow old scripts to operate with slip/ppp
pad                    Enable PAD commands
password-encryption    Encrypt system passwords
password-recovery      Disable password recovery
prompt                 Enable mode specific prompt
pt-vty-logging         Log significant VTY-Async events
sequence-numbers       Stamp logger messages with a sequence number
slave-log              Enable log capability of slave IPs
tcp-keepalives-in      Generate keepalives on idle incoming network connections
tcp-keepalives-out     Generate keepalives on idle outgoing network connections
tcp-small-servers      Enable small TCP servers (e.g., ECHO)
telnet-zeroidle        Set TCP window 0 when connection is idle
timestamps             Timestamp debug/log messages
udp-small-servers      Enable small UDP servers (e.g., ECHO)
`,
}

/** The switch adds. Wording: a Catalyst on 12.2 SE, printed in a book. */
export const serviceConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'service',
  on: ['switch'],
  words: `
compress-config  Compress the configuration file
counters         Control aging of interface counters
linenumber       Enable line number banner for each exec
`,
}

/** The router adds. Wording: captured on a router, 12.3T/12.4. */
export const serviceConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'service',
  on: ['router'],
  words: `
alignment        Control alignment correction and logging
compress-config  Compress the nvram configuration file
linenumber       enable line number banner for each exec
`,
}

/** `service timestamps ?`. From memory. */
export const serviceTimestampsConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service timestamps',
  words: `
debug  Timestamp debug messages
log    Timestamp log messages
`,
}

/** `service timestamps debug ?`. From memory. */
export const serviceTimestampsDebugConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service timestamps debug',
  words: `
datetime  Timestamp with date and time
uptime    Timestamp with system uptime
`,
}

/** `service timestamps debug datetime ?`. Wording: a router on 15.x, printed in a course. */
export const serviceTimestampsDebugDatetimeConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service timestamps debug datetime',
  words: `
localtime      Use local time zone for timestamps
msec           Include milliseconds in timestamp
show-timezone  Add time zone information to timestamp
year           Include year in timestamp
`,
}

/** `service timestamps log ?`. From memory. */
export const serviceTimestampsLogConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service timestamps log',
  words: `
datetime  Timestamp with date and time
uptime    Timestamp with system uptime
`,
}

/** `service timestamps log datetime ?`. Wording: a router on 15.x, printed in a course. */
export const serviceTimestampsLogDatetimeConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'service timestamps log datetime',
  words: `
localtime      Use local time zone for timestamps
msec           Include milliseconds in timestamp
show-timezone  Add time zone information to timestamp
year           Include year in timestamp
`,
}
