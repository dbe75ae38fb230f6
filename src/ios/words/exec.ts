/**
 * First words at the EXEC prompt, user and privileged. Left out: what follows them (exec-*.ts, show*.ts, debug.ts).
 * Source: lists of a Catalyst 3560 12.2(58)SE2, a fixed Catalyst on 15.x, a 2950 12.1 and a Cisco 1921 on 15.x.
 */
import type { WordList } from './word-list.ts'

/**
 * `?` at the user EXEC prompt, on both platforms. Wording: captured on a fixed Catalyst and a Cisco 1921, both
 * 15.x. The transcript of the 1921 lacks `renew` and `where`, which a 7206, 12.4T, has.
 */
export const userExec: WordList = {
  mode: 'exec',
  level: 1,
  path: '',
  words: `
access-enable    Create a temporary Access-List entry
access-profile   Apply user-profile to interface
clear            Reset functions
connect          Open a terminal connection
crypto           Encryption related commands.
disable          Turn off privileged commands
disconnect       Disconnect an existing network connection
do-exec          Mode-independent "do-exec" prefix support
enable           Turn on privileged commands
exit             Exit from the EXEC
help             Description of the interactive help system
lock             Lock the terminal
login            Log in as a particular user
logout           Exit from the EXEC
name-connection  Name an existing network connection
ping             Send echo messages
release          Release a resource
renew            Renew a resource
resume           Resume an active network connection
routing-context  Routing Context
set              Set system parameter (not config)
show             Show running system information
ssh              Open a secure shell client connection
systat           Display information about terminal lines
tclquit          Quit Tool Command Language shell
telnet           Open a telnet connection
terminal         Set terminal line parameters
traceroute       Trace route to destination
tunnel           Open a tunnel connection
where            List active connections
`,
}

/** User EXEC of the switch. Wording: captured on a fixed Catalyst on 15.x; `<1-99>` on a 3560, 12.2(58)SE2. */
export const userExecCatalyst: WordList = {
  mode: 'exec',
  level: 1,
  path: '',
  on: ['switch'],
  words: `
<1-99>    Session number to resume
rcommand  Run command on remote switch
`,
}

/** User EXEC of the router. Wording: captured on a Cisco 1921, 15.x. */
export const userExecIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: '',
  on: ['router'],
  words: `
<0-0>/<0-4>  Enter card slot/subslot number
emm          Run a configured Menu System
ethernet     Ethernet parameters
hw-module    Hardware module level specific operations
ip           IP SLA Exec Command
lat          Open a lat connection
license      Smart licensing Commands
lig          LISP Internet Groper
modemui      Start a modem-like user interface
mrinfo       Request neighbor and version information from a multicast router
mstat        Show statistics after multiple multicast traceroutes
mtrace       Trace reverse multicast path from destination to source
pad          Open a X.29 PAD connection
power        PS exec commands
ppp          Start IETF Point-to-Point Protocol (PPP)
rlogin       Open an rlogin connection
slip         Start Serial-line IP (SLIP)
tn3270       Open a tn3270 connection
ucse         UCSE server
udptn        Open an udptn connection
x28          Become an X.28 PAD
x3           Set X.3 parameters on PAD
`,
}

/** What privileged EXEC adds on both platforms. Wording: captured on a Cisco 1921, 15.x. */
export const privilegedExec: WordList = {
  mode: 'exec',
  level: 15,
  path: '',
  words: `
access-template  Create a temporary Access-List entry
archive          manage archive files
auto             Exec level Automation
call-home        Call-Home commands
cd               Change current directory
clock            Manage the system clock
cns              CNS agents
configure        Enter configuration mode
copy             Copy from one file to another
debug            Debugging functions (see also 'undebug')
delete           Delete a file
dir              List files on a filesystem
dot1x            IEEE 802.1X Exec Commands
erase            Erase a filesystem
event            Event related commands
format           Format a filesystem
fsck             Fsck a filesystem
ip               Exec commands for IP features
license          License information
logging          Handles logging operations
mkdir            Create new directory
monitor          Monitoring different system events
more             Display the contents of a file
no               Disable debugging functions
pwd              Display current working directory
reload           Halt and perform a cold restart
rename           Rename a file
rmdir            Remove existing directory
rsh              Execute a remote command
send             Send a message to other tty lines
setup            Run the SETUP command facility
tclsh            Tool Command Language shell
test             Test subsystems, memory, and interfaces
undebug          Disable debugging functions (see also 'debug')
verify           Verify a file
vlan             Configure VLAN parameters
vtp              Configure global VTP state
write            Write running configuration to memory, network, or terminal
`,
}

/**
 * What privileged EXEC adds on the switch. Wording: captured on a 2950 12.1 and a 1921; that a 2960 has them,
 * and `diagnostic` and `energywise` altogether, is from general knowledge.
 */
export const privilegedExecCatalyst: WordList = {
  mode: 'exec',
  level: 15,
  path: '',
  on: ['switch'],
  words: `
diagnostic  Diagnostic commands
udld        UDLD protocol commands
vmps        VMPS actions
`,
}

/**
 * What privileged EXEC adds on the router. Wording: captured on a Cisco 1921, 15.x; `ip` and `license` are
 * worded otherwise in user EXEC, `rmdir` is after a 7206, 12.4T.
 */
export const privilegedExecIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: '',
  on: ['router'],
  words: `
alps            ALPS exec commands
beep            Blocks Extensible Exchange Protocol commands
bfe             For manual emergency modes setting
bulkstat        Bulkstat exec commands
calendar        Manage the hardware calendar
cts             Cisco Trusted Security Exec Commands
isdn            Run an ISDN EXEC command on an ISDN interface
mediatrace      Mediatrace Commands
microcode       microcode commands
mpls            MPLS commands
mrm             IP Multicast Routing Monitor Test
msp             Exec command to attach profile to flow
ncia            Start/Stop NCIA Server
onep            ONEP related commands
partition       Partition disk
pnp             PNP agent
redundancy      Redundancy Facility (RF) exec commands
restart         Restart Connection
sdlc            Send SDLC test frames
service-module  Service module
software        Software commands
spec-file       format spec file commands
start-chat      Start a chat-script on a line
tarp            TARP (Target ID Resolution Protocol) commands
upgrade         Upgrade commands
which-route     Do OSI route table lookup and display results
xconnect        Xconnect EXEC commands
`,
}
