/**
 * First words after `show` that only the router has. Left out: words that only the hardware of other routers brings.
 * Source: lists of a 3640, 12.4(25b), and of IOL 15.x; some words of 12.4 may be gone in 15.4.
 */
import type { WordList } from './word-list.ts'

/**
 * `show ?` on the router. Wording: captured on a 3640, 12.4(25b), and IOL 15.x; the file systems on an ISR in a
 * parser view; `pnp` from memory. `format`: an 881 places the caret of `show foo` behind `fo`; which word that
 * is, is from memory.
 */
export const showIsr: WordList = {
  mode: 'exec',
  level: 1,
  path: 'show',
  on: ['router'],
  words: `
access-expression         List access expression
accounting                Accounting data for active sessions
acircuit                  Access circuit info
adjacency                 Adjacent nodes
alignment                 Show alignment information
alps                      Alps information
appfw                     Application Firewall information
application               Application Routing
async                     Information on terminal lines used as router interfaces
backhaul-session-manager  Backhaul Session Manager information
backup                    Backup status
bfd                       BFD protocol info
bgp                       BGP information
bootvar                   Boot and related environment variable
bridge                    Bridge Forwarding/Filtering Database [verbose]
bsc                       BSC interface information
bstun                     BSTUN interface information
call                      Show call
call-manager-fallback     Show call-manager fallback configuration & stats
caller                    Display information about dialup connections
ccm-manager               Call Manager Application information
cdapi                     CDAPI information
cef                       Cisco Express Forwarding
clns                      CLNS network information
cls                       DLC user information
compress                  Show compression statistics
connection                Show Connection
cops                      COPS information
credentials               Show credentials service configuration
dampening                 Display dampening information
diag                      Show diagnostic information for port adapters/modules
dial-peer                 Dial Plan Mapping Table for, e.g. VoIP Peers
dialer                    Dialer parameters and statistics
dialplan                  Voice telephony dial plan
diffserv                  Differentiated services
dlsw                      Data Link Switching information
dnsix                     Shows Dnsix/DMDP information
dspfarm                   Display DSPFARM related information
dspu                      Display DSPU information
dss                       DSS information
dxi                       atm-dxi information
echo-cancel               Show Echo-cancellation Info
entry                     Queued terminal entries
environment               Environmental monitor statistics
eou                       EAPoUDP
ephone                    Show all or one ephone status
ephone-dn                 Show all or one IP phone line
ephone-hunt               Show all or one hunt group
event-manager             Event manager information
fb-its-log                Call-Manager-Fallback or IP Telephony Service Log
flash0:                   display information about flash0: file system
flash1:                   display information about flash1: file system
flow-sampler              Display the flow samplers configured
format                    Show format information
frame-relay               Frame-Relay information
fras                      FRAS Information
fras-host                 FRAS Host Information
gateway                   Show status of gateway
glbp                      GLBP information
h323                      Show H.323 VoIP information
http                      Display HTTP info
idb                       List of Interface Descriptor Blocks
isis                      IS-IS routing information
l2tun                     Layer 2 tunnel information
lat                       DEC LAT information
llc2                      IBM LLC2 circuit information
local-ack                 Local Acknowledgement virtual circuits
mac-address-table         MAC forwarding table
management                Display the management applications
mgcp                      Display Media Gateway Control Protocol information
microcode                 show configured microcode for downloadable hardware
modem                     Show modem
modemcap                  Show Modem Capabilities database
mrcp                      MRCP information
mwi                       mwi related information
ncia                      Native Client Interface Architecture
netbios-cache             NetBIOS name cache contents
node                      Show known LAT nodes
num-exp                   Number Expansion (Speed Dial) information
pas                       Port Adaptor Information
pm                        Show Port Manager commands
pnp                       PNP agent
policy-manager            Policy Manager
ppp                       PPP parameters and statistics
pppatm                    PPP over ATM
pppoe                     PPPoE information
printers                  Show LPD printer information
qllc                      Display qllc-llc2 and qllc-sdlc conversion information
queueing                  Show queueing configuration
random-detect-group       display random-detect group
rbscp                     RBSCP information
resource                  Display Resource Usage/Relations and more details
rhosts                    Remote-host+user equivalences
rif                       RIF cache entries
rmi                       Resource User Infrastructure information
route-map                 route-map information
rtpspi                    RTP Service Provider Interface
rtsp                      Real Time Streaming Protocol information
sccp                      Display Skinny Client Control Protocol information
scp                       SCP commands
sdllc                     Display sdlc - llc2 conversion information
sdspfarm                  Show dspfarm status from SCCP server
services                  LAT learned services
settlement                Show status of settlement
sgbp                      SGBP group information
sip-ua                    Show SIP User Agent
sna                       Display SNA host information
snapshot                  Snapshot parameters and statistics
source-bridge             Source-bridge parameters and statistics
srcp                      Display SRCP Protocol information
ssl                       Show SSL command
sss                       SSS Information
standby                   Hot Standby Router Protocol (HSRP) information
stun                      STUN status and configuration
subscriber-policy         Subscriber policy
tbct                      Show TBCT related parameters
tdm                       TDM connection information
telephony-service         Show Cisco IOS Telephony Service Configuration & Stats
tgrep                     Show TGREP information
traffic-shape             traffic rate shaping configuration
translate                 Protocol translation information
translation-rule          Show translation rule table
trunk                     Trunk Group info
tunnel                    Show configured tunnels
usbflash0:                display information about usbflash0: file system
vc-group                  Show VC Group
vlan-switch               VTP VLAN status
vlans                     Virtual LANs Information
voice                     Voice port configuration & stats
voip                      Voice over Internet Protocol information
vpdn                      VPDN information
vrrp                      VRRP information
vsp                       Voice Streaming Processing information
vtemplate                 Virtual Template interface information
`,
}

/** What privileged EXEC adds on the router. From memory, but for words captured on a 3640, 12.4. */
export const showPrivilegedIsr: WordList = {
  mode: 'exec',
  level: 15,
  path: 'show',
  on: ['router'],
  words: `
context          Show context information about recent crash(s)
data-corruption  Show data errors
platform         show platform information
`,
}
