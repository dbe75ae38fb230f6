/**
 * What follows `logging` in global configuration, one list a place.
 * Source: lists of IOL L2 15.x and of routers on 12.4T/15.x; what follows a destination from memory.
 */
import type { WordList } from './word-list.ts'

/** `logging ?`. Wording: captured on IOL L2 15.x and on a router, 12.4T/15.x. */
export const loggingConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging',
  words: `
Hostname or A.B.C.D  IP address of the logging host
buffered             Set buffered logging parameters
buginf               Enable buginf logging for debugging
cns-events           Set CNS Event logging level
console              Set console logging parameters
discriminator        Create or modify a message discriminator
exception            Limit size of exception flush output
facility             Facility parameter for syslog messages
history              Configure syslog history table
host                 Set syslog server IP address and parameters
message-counter      Configure log message to include certain counter value
monitor              Set terminal line (monitor) logging parameters
on                   Enable logging to all enabled destinations
origin-id            Add origin ID to syslog messages
persistent           Set persistent logging parameters
queue-limit          Set logger message queue size
rate-limit           Set messages per second limit
reload               Set reload logging level
server-arp           Enable sending ARP requests for syslog servers when first configured
source-interface     Specify interface for source address in logging transactions
trap                 Set syslog server logging level
userinfo             Enable logging of user info on privileged mode enabling
`,
}

/** The switch adds. Wording, spelling of "occurance" included: captured on IOL L2 15.x. */
export const loggingConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging',
  on: ['switch'],
  words: `
count      Count every log message and timestamp last occurance
delimiter  Append delimiter to syslog messages
snmp-trap  Set syslog level for sending snmp trap
`,
}

/** The router adds. Wording: captured on a router, 12.4T/15.x. */
export const loggingConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging',
  on: ['router'],
  words: `
count   Count every log message and timestamp last occurrence
dmvpn   DMVPN Configuration
esm     Set ESM filter restrictions
filter  Specify logging filter
`,
}

/** `logging console ?`. From memory. */
export const loggingConsoleConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging console',
  words: `
discriminator  Establish MD-Console association
filtered       Enable filtered logging
guaranteed     Guarantee console messages
xml            Enable logging in XML
`,
}

/** `logging monitor ?`. From memory. */
export const loggingMonitorConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging monitor',
  words: `
discriminator  Establish MD-Monitor association
filtered       Enable filtered logging
xml            Enable logging in XML
`,
}

/** `logging buffered ?`. From memory. */
export const loggingBufferedConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging buffered',
  words: `
discriminator      Establish MD-Buffer association
filtered           Enable filtered logging
xml                Enable logging in XML to XML logging buffer
`,
}

/** `logging facility ?`. Wording: a router on 15.x, printed in a course. */
export const loggingFacilityConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'logging facility',
  words: `
auth    Authorization system
cron    Cron/at facility
daemon  System daemons
kern    Kernel
local0  Local use
local1  Local use
local2  Local use
local3  Local use
local4  Local use
local5  Local use
local6  Local use
local7  Local use
lpr     Line printer system
mail    Mail system
news    USENET news
sys10   System use
sys11   System use
sys12   System use
sys13   System use
sys14   System use
sys9    System use
syslog  Syslog itself
user    User process
uucp    Unix-to-Unix copy system
`,
}
