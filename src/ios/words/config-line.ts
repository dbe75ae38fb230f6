/**
 * Words of line configuration. `exec`, its three companions and `exit` make `ex` ambiguous here; `logging` and `login`,
 * `log`.
 * Source: the console list of a Catalyst with a USB console, 12.2(5x)SE or 15.0(x)SE, less the USB words; others where named.
 */
import type { WordList } from './word-list.ts'

/** `?` in line configuration. Wording: captured on a Catalyst, 12.2/15.0; taken over for the router. */
export const lineConfiguration: WordList = {
  mode: 'config-line',
  level: 15,
  path: '',
  words: `
access-class            Filter connections based on an IP access list
autocommand             Automatically execute an EXEC command
autocommand-options     Autocommand options
data-character-bits     Size of characters being handled
databits                Set number of data bits per character
default                 Set a command to its defaults
domain-lookup           Enable domain lookups in show commands
editing                 Enable command line editing
escape-character        Change the current line's escape character
exec                    Configure EXEC
exec-banner             Enable the display of the EXEC banner
exec-character-bits     Size of characters to the command exec
exec-timeout            Set the EXEC timeout
exit                    Exit from line configuration mode
flowcontrol             Set the flow control
full-help               Provide help to unprivileged user
help                    Description of the interactive help system
history                 Enable and control the command history function
international           Enable international 8-bit character support
ip                      IP options
ipv6                    IPv6 options
length                  Set number of lines on a screen
location                Enter terminal location description
logging                 Modify message logging facilities
login                   Enable password checking
modem                   Configure the Modem Control Lines
monitor                 Copy debug output to the current terminal line
motd-banner             Enable the display of the MOTD banner
no                      Negate a command or set its defaults
notify                  Inform users of output from concurrent sessions
padding                 Set padding for a specified output character
parity                  Set terminal parity
password                Set a password
prc                     PRC commands
privilege               Change privilege level for line
refuse-message          Define a refuse banner
rotary                  Add line to a rotary group
rxspeed                 Set the receive speed
session-timeout         Set interval for closing connection when there is no input traffic
special-character-bits  Size of the escape (and other special) characters
speed                   Set the transmit and receive speeds
start-character         Define the start character
stop-character          Define the stop character
stopbits                Set async line stop bits
terminal-type           Set the terminal type
timeout                 Timeouts for the line
transport               Define transport protocols for line
txspeed                 Set the transmit speeds
vacant-message          Define a vacant banner
width                   Set width of the display terminal
`,
}

/**
 * The router adds. `media-type` and `usb-inactivity-timeout` as captured on a Catalyst with a USB console, which
 * a 1941 has too; the rest from memory.
 */
export const lineConfigurationIsr: WordList = {
  mode: 'config-line',
  level: 15,
  path: '',
  on: ['router'],
  words: `
absolute-timeout        Set absolute timeout for line disconnection
activation-character    Define the activation character
media-type              Console connection media type
script                  specify event related chat scripts to run on the line
session-limit           Set maximum number of sessions
usb-inactivity-timeout  Inactivity timeout for USB media type
`,
}

/** `exec-timeout ?`. Wording: a router on 12.x, printed in a book. */
export const execTimeoutLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'exec-timeout',
  words: `
<0-35791>  Timeout in minutes
`,
}

/** `exec-timeout 2 ?`. Wording: a router on 12.x, printed in a book. */
export const execTimeoutMinutesLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'exec-timeout <0-35791>',
  words: `
<0-2147483>  Timeout in seconds
`,
}

/** `history ?`. Wording: as `terminal history ?`. */
export const historyLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'history',
  words: `
size  Set history buffer size
`,
}

/** `history size ?`. Wording: as `terminal history size ?`. */
export const historySizeLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'history size',
  words: `
<0-256>  Size of history buffer
`,
}

/** `logging ?`. From memory. */
export const loggingLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'logging',
  words: `
synchronous  Synchronized message output
`,
}

/** `logging synchronous ?`. From memory. */
export const loggingSynchronousLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'logging synchronous',
  words: `
level  Severity level to output asynchronously
limit  Messages queue size
`,
}

/** `login ?` before `aaa new-model`. From memory. */
export const loginLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'login',
  words: `
local   Local password checking
tacacs  Use tacacs server for password checking
`,
}

/** `password ?`. From memory. */
export const passwordLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'password',
  words: `
0     Specifies an UNENCRYPTED password will follow
7     Specifies a HIDDEN password will follow
LINE  The UNENCRYPTED (cleartext) line password
`,
}

/** `privilege ?`. From memory. */
export const privilegeLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'privilege',
  words: `
level  Assign default privilege level for line
`,
}

/** `transport ?`. From memory. */
export const transportLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport',
  words: `
input      Define which protocols to use when connecting to the terminal server
output     Define which protocols to use for outgoing connections
preferred  Specify the preferred protocol to use
`,
}

/** `transport input ?`. Wording: captured on IOL 15.x, after `transport input`. */
export const transportInputLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport input',
  words: `
all     All protocols
none    No protocols
ssh     TCP/IP SSH protocol
telnet  TCP/IP Telnet protocol
`,
}

/** The router adds. Wording: captured on IOL 15.x, after `transport input`; that a 1941 has these is from memory. */
export const transportInputLineIsr: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport input',
  on: ['router'],
  words: `
lapb-ta  LAPB Terminal Adapter
lat      DEC LAT protocol
mop      DEC MOP Remote Console Protocol
pad      X.3 PAD
rlogin   Unix rlogin protocol
udptn    UDPTN async via UDP protocol
v120     Async over ISDN
`,
}

/** `transport output ?`. Wording: captured on IOL 15.x, after `transport input`. */
export const transportOutputLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport output',
  words: `
all     All protocols
none    No protocols
ssh     TCP/IP SSH protocol
telnet  TCP/IP Telnet protocol
`,
}

/** The router adds. Wording: captured on IOL 15.x, after `transport input`; that a 1941 has these is from memory. */
export const transportOutputLineIsr: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport output',
  on: ['router'],
  words: `
lapb-ta  LAPB Terminal Adapter
lat      DEC LAT protocol
mop      DEC MOP Remote Console Protocol
pad      X.3 PAD
rlogin   Unix rlogin protocol
udptn    UDPTN async via UDP protocol
v120     Async over ISDN
`,
}

/** `transport preferred ?`. From memory. Wording as after `transport input`. */
export const transportPreferredLine: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport preferred',
  words: `
none    No protocols
ssh     TCP/IP SSH protocol
telnet  TCP/IP Telnet protocol
`,
}

/** The router adds. From memory. Wording as after `transport input`. */
export const transportPreferredLineIsr: WordList = {
  mode: 'config-line',
  level: 15,
  path: 'transport preferred',
  on: ['router'],
  words: `
lapb-ta  LAPB Terminal Adapter
lat      DEC LAT protocol
mop      DEC MOP Remote Console Protocol
pad      X.3 PAD
rlogin   Unix rlogin protocol
udptn    UDPTN async via UDP protocol
v120     Async over ISDN
`,
}
