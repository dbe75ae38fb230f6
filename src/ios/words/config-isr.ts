/**
 * First words of global configuration that only the router has, or words otherwise than the switch.
 * Source: the list of a Cisco 1921, 15.x; its transcriber's slips were put right after IOL, IOS XE 17.15.1.
 */
import type { WordList } from './word-list.ts'

/**
 * Global configuration of the router. Wording: captured on a Cisco 1921, 15.x; `l3vpn` and `lat`, two lines of
 * which the transcript made one, after IOL 17.15.1.
 */
export const globalConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: '',
  on: ['router'],
  words: `
alps                       Configure Airline Protocol Support
async-bootp                Modify system bootp parameters
autoupgrade                Auto Upgrade Manager simplifies image upgrade process
bba-group                  Configure BBA Group
bfd                        BFD configuration commands
bfd-template               BFD template configuration
boot                       Modify system boot parameters
bridge                     Bridge Group.
bridge-domain              Bridge-domain global configuration commands
bsd-client                 BSD Client provides infra for communication with BSD on cisco server
bstun                      BSTUN global configuration commands
bulkstat                   Bulkstat Application
busy-message               Display message when connection to host fails
call                       Configure Call parameters
call-history-mib           Define call history mib parameters
cef                        Cisco Express Forwarding
chat-script                Define a modem chat script
clns                       Global CLNS configuration subcommands
config-register            Define the configuration register
connect                    cross-connect two interfaces
csdb                       Common Session Database
cts                        Cisco Trusted Security commands
cwmp                       Configure CPE WAN MAnagement Protocol (CWMP)
decnet                     Global DECnet configuration subcommands
dialer                     Dialer commands
dialer-list                Create a dialer list entry
dlsw                       Data Link Switching global configuration commands
dnsix-dmdp                 Provide DMDP service for DNSIX
dnsix-nat                  Provide DNSIX service for audit trails
domain                     Domain Configuration Commands
dspu                       DownStream Physical Unit Command
emm                        Specify pre-loading of MDF
ethernet                   Ethernet configuration
fhrp                       Configure First Hop Redundancy Protocols
flow                       Global Flow configuration subcommands
flow-sampler-map           Flow sampler configuration
frame-relay                global frame relay configuration commands
global-address-family      Enter address-family base routing topology mode
hw-module                  Configure specific hardware module
id-manager                 ID Pool Manager
ida-client                 IDA Client provides infra for communication with IDA on cisco server
iphc-profile               Configure IPHC profile
isis                       Global ISIS configuration commands
ixi                        IXI Config command
keymap                     Define a new keymap
l2                         Layer 2 configuration
l2protocol-tunnel          Tunnel Layer2 protocols
l2tp                       Layer 2 Tunneling Protocol (L2TP) parameters
l2tp-class                 l2tp-class configuration
l3vpn                      l3vpn encapsulation ip commands
lat                        DEC Local Area Transport (LAT) transmission protocol
li-view                    LI View
locaddr-priority-list      Establish queueing priorities based on LU address
mac-address-table          Configure the MAC address table
mace                       Measurement Aggregation and Correlation Engine
macro                      Create a command macro
map-class                  Configure static map class
map-list                   Configure static map list
media-proxy                Global media proxy configuration
mediatrace                 Mediatrace Application
memory-size                Adjust memory size by percentage
metadata                   Metadata Application
microcode                  configure microcode
modem-pool                 Configure a modem pool
modemcap                   Modem Capabilities database
mop                        Configure the DEC MOP Server
mpls                       Configure MPLS parameters
multilink                  PPP multilink global configuration
nat64                      NAT64 configuration commands
ncia                       Native Client Interface Architecture
netbios                    NETBIOS access control filtering
netconf                    Configure NETCONF
network-clock-participate  Participate in Network Clocking
network-clock-select       Choose system clocking priority
object-group               Configure ACL Object Group
onep                       ONEP functionality
parameter-map              parameter map
performance                Global Performance monitor configuration
pfr                        Performance Routing Configuration submodes
pfr-map                    Create pfr-map and enter pfr-map command mode
pnp                        Configure PNP
ppp                        PPP global configuration
printer                    Define an LPD printer
profile                    MSP Profile
pseudowire-class           Pseudowire-class configuration
qos                        Global QoS configuration subcommands
rbe                        Commands for Routing RFC 1483 Ethernet encapsulated packets
redundancy                 Enter redundancy mode
regexp                     regexp commands
resource                   Configure Embedded Resource Manager (ERM)
rif                        Source-route RIF cache
route-map                  Create route-map or enter route-map command mode
route-tag                  Route Tag
router                     Enable a routing process
rsrb                       RSRB LSAP/DSAP filtering
sampler                    Define a Sampler
sap-priority-list          Establish queueing priorities based on SAP and/or MAC address(es)
secure                     Secure image and configuration archival commands
security                   Infra Security CLIs
service-instance           Configure a Static Service
service-list               Enter the service list
service-routing            Configure service-routing
sgbp                       SGBP Stack Group Bidding Protocol configuration
signaling-class            Configure signaling class
sna                        Network Management Physical Unit Command
snap                       SNAP configuration
sntp                       Configure SNTP
source-bridge              Source-route bridging ring groups
stackmaker                 Specify stack name and add its member
stacks                     Configure stacks
standby                    Global HSRP configuration commands
state-machine              Define a TCP dispatch state machine
stun                       STUN global configuration commands
subscriber                 Subscriber configuration
subscriber-policy          Subscriber policy
tarp                       Global TARP configuration subcommands
tftp-server                Provide TFTP service for netload requests
tn3270                     tn3270 configuration command
transceiver                Select from transciever configuration commands
translate                  Translate global configuration commands
ttycap                     Define a new termcap
vc-group                   define a Frame Relay VC group
video                      Video
virtual-profile            Virtual Profile configuration
virtual-template           Virtual Template configuration
vlan                       VLAN commands
vofm                       Enable VO Flow Manager
vpdn                       Virtual Private Dialup Network
vpdn-group                 VPDN group configuration
vpdn-template              vpdn-template configuration
vrf                        VRF commands
vty-async                  Enable virtual async line configuration
warm-reboot                Warm reboot allows quick reload in case of a crash or by request
wrr-queue                  Configure weighted round-robin xmt queues
x25                        X.25 Level 3
x29                        X29 commands
xconnect                   Xconnect config commands
xot                        Global XOT commands
`,
}
