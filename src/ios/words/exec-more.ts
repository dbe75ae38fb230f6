/**
 * What follows other words at the EXEC prompt: clock, ip, no, ping, terminal, vlan.
 * Source: `terminal history` printed in a book, `vlan` as a router with a switch module, 12.4, lists it; the rest from memory
 * of the command references.
 */
import type { WordList } from './word-list.ts'

/** `clock ?`. A 2960 has no calendar. From memory. */
export const clockExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clock',
  words: `
set  Set the time and date
`,
}

/** The router adds. From memory. */
export const clockExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'clock',
  on: ['router'],
  words: `
read-calendar    Read the hardware calendar into the clock
update-calendar  Update the hardware calendar from the clock
`,
}

/**
 * `ip ?` of privileged EXEC on the router. That `dhcp` is there, and nothing with `p` behind it, the caret of
 * `ip dhcp pool` on a 1941 proves; the words are from memory.
 */
export const ipExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'ip',
  on: ['router'],
  words: `
dhcp  DHCP commands
sla   IP Service Level Agreement
`,
}

/** `ip dhcp ?` of privileged EXEC on the router. From memory. */
export const ipDhcpExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'ip dhcp',
  on: ['router'],
  words: `
snooping  DHCP snooping
`,
}

/** `no ?` of privileged EXEC. From memory. */
export const noExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'no',
  words: `
debug  Debugging functions (see also 'undebug')
`,
}

/** `ping ?`. From memory. */
export const pingExec: WordList = {
  mode: 'exec',
  level: 1,
  path: 'ping',
  words: `
WORD  Ping destination address or hostname
ip    IP echo
ipv6  IPv6 echo
tag   Tag encapsulated IP echo
`,
}

/** The router adds. From memory. */
export const pingExecIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: 'ping',
  on: ['router'],
  words: `
clns  CLNS echo
vrf   Select VPN routing instance
`,
}

/** `terminal ?`. Choice from memory; words that a line has too are worded as captured on a Catalyst line. */
export const terminalExec: WordList = {
  mode: 'exec',
  level: 1,
  path: 'terminal',
  words: `
autohangup              Automatically hangup when last connection closes
data-character-bits     Size of characters being handled
databits                Set number of data bits per character
default                 Set a command to its defaults
dispatch-character      Define the dispatch character
dispatch-timeout        Set the dispatch timer
domain-lookup           Enable domain lookups in show commands
download                Put line into 'download' mode
editing                 Enable command line editing
escape-character        Change the current line's escape character
exec                    Configure EXEC
exec-character-bits     Size of characters to the command exec
flowcontrol             Set the flow control
full-help               Provide help to unprivileged user
help                    Description of the interactive help system
history                 Enable and control the command history function
hold-character          Define the hold character
international           Enable international 8-bit character support
ip                      IP options
length                  Set number of lines on a screen
no                      Negate a command or set its defaults
notify                  Inform users of output from concurrent sessions
padding                 Set padding for a specified output character
parity                  Set terminal parity
prc                     PRC commands
rxspeed                 Set the receive speed
shell                   Enable shell for this terminal
special-character-bits  Size of the escape (and other special) characters
speed                   Set the transmit and receive speeds
start-character         Define the start character
stop-character          Define the stop character
stopbits                Set async line stop bits
telnet                  Telnet protocol-specific configuration
terminal-type           Set the terminal type
transport               Define transport protocols for line
txspeed                 Set the transmit speeds
width                   Set width of the display terminal
`,
}

/** The router adds. From memory. */
export const terminalExecIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: 'terminal',
  on: ['router'],
  words: `
keymap-type  Specify a keymap entry to use
lat          DEC Local Area Transport (LAT) protocol-specific configuration
rlogin       Rlogin protocol-specific configuration
`,
}

/** Privileged EXEC adds this one to `terminal ?`. Wording: as captured on a Catalyst line. */
export const terminalPrivilegedExec: WordList = {
  mode: 'exec',
  level: 15,
  path: 'terminal',
  words: `
monitor  Copy debug output to the current terminal line
`,
}

/** `terminal history ?`. Wording: a router on 12.x, printed in a book. */
export const terminalHistoryExec: WordList = {
  mode: 'exec',
  level: 1,
  path: 'terminal history',
  words: `
size  Set history buffer size
`,
}

/** `terminal history size ?`. Wording: a router on 12.x, printed in a book. */
export const terminalHistorySizeExec: WordList = {
  mode: 'exec',
  level: 1,
  path: 'terminal history size',
  words: `
<0-256>  Size of history buffer
`,
}

/** `vlan ?` of privileged EXEC. Wording: captured on a router with a switch module, 12.4. */
export const vlanExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'vlan',
  on: ['router'],
  words: `
database  Configure VLAN database
`,
}
