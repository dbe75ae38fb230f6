/**
 * What follows `ip` in global configuration, one list a place.
 * Source: lists of a Cisco 1921, 15.x, and a 2801, 12.4(22)T; the switch's choice from memory.
 */
import type { WordList } from './word-list.ts'

/** `ip ?`. Wording: captured on a Cisco 1921, 15.x; that a 2960 has these is from memory. */
export const ipConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip',
  words: `
access-list      Named access-list
arp              IP ARP global configuration
default-gateway  Specify default gateway (if not routing IP)
device           Device tracking
dhcp             Configure DHCP server and relay parameters
domain           IP DNS Resolver
domain-list      Domain name to complete unqualified host names
domain-lookup    Enable IP Domain Name System hostname translation
domain-name      Define the default domain name
finger           finger server
ftp              FTP configuration commands
gratuitous-arps  Generate gratuitous ARPs for PPP/SLIP peer addresses
host             Add an entry to the ip hostname table
host-list        Configure a host list
http             HTTP server configuration
icmp             ICMP options
identd           Ident server
igmp             IGMP global configuration
local            Specify local options
name-server      Specify address of name server to use
options          IP Options treatment
radius           RADIUS configuration commands
rcmd             Rcmd commands
reflexive-list   Reflexive access list
scp              Scp commands
sla              IP Service Level Agreement
source-route     Process packets with source routing header options
ssh              Configure ssh options
subnet-zero      Allow "subnet zero" subnets
tacacs           TACACS configuration commands
tcp              Global TCP parameters
telnet           Specify telnet options
tftp             tftp configuration commands
`,
}

/** The switch adds. Its default SDM template has no `route` and no `routing`. From memory. */
export const ipConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip',
  on: ['switch'],
  words: `
admission   Network Admission Control
auth-proxy  Authentication Proxy
source      IP source guard
verify      verify
`,
}

/** The router adds. Wording: captured on a Cisco 1921, 15.x. */
export const ipConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip',
  on: ['router'],
  words: `
accounting-list         Select hosts for which IP accounting information is kept
accounting-threshold    Sets the maximum number of accounting entries
accounting-transits     Sets the maximum number of transit entries
address-pool            Specify default IP address pooling mechanism
alias                   Alias an IP address to a TCP port
as-path                 BGP autonomous system path filter
bgp-community           format for BGP community
bootp                   Config BOOTP services
cef                     Cisco Express Forwarding
classless               Follow classless routing forwarding rules
community-list          Add a community list entry
ddns                    Configure dynamic DNS
default-network         Flags networks as candidates for default routes
dfp                     DFP configuration
dhcp-client             Configure parameters for DHCP client operation
dhcp-server             Specify target DHCP server parameters
dns                     Configure DNS server for a zone
drp                     Director response protocol configuration commands
explicit-path           Configure explicit path
extcommunity-list       Add an extended community list entry
flow-aggregation        Configure flow aggregation
flow-cache              Configure netflow cache parameters
flow-capture            Capture additional netflow information
flow-egress             Configure netflow egress
flow-export             Specify host/port to send flow statistics
flow-top-talkers        Configure netflow top talkers
forward-protocol        Controls forwarding of physical and directed IP broadcasts
gdp                     Router discovery mechanism
host-routing            Enable host-based routing (proxy ARP and redirect)
hostname                Configure hostname types
hp-host                 Enable the HP proxy probe service
ldap                    LDAP configuration commands
mfib                    Multicast Forwarding
mobile                  Enable Mobile IP services
mrm                     Configure IP Multicast Routing Monitor test parameters
mroute                  Configure static multicast routes
msdp                    MSDP global commands
multicast               Global IP Multicast Commands
multicast-routing       Enable IP multicast forwarding
mux                     IP Multiplex configuration commands
nat                     NAT configuration commands
nbar                    NBAR - Network Based Application Recognition
ospf                    OSPF
pgm                     PGM Reliable Transport Protocol
pim                     PIM global commands
policy-list             Define IP Policy list
port-map                Port to application mapping (PAM) configuration commands
prefix-list             Build a prefix list
route                   Establish static routes
routing                 Enable IP routing
rsvp                    Configure static RSVP information
rtcp                    RTCP parameters
sap                     Global IP Multicast SAP Commands
sctp                    Global SCTP parameters
security                Specify system wide security information
traffic-export          IP traffic export configuration commands
trigger-authentication  Trigger-authentication configurations parameters
udptn                   UDPTN configuration commands
verify                  URPF SNMP trap and IP packet header validation command
vrf                     Configure an IP VPN Routing/Forwarding instance
wccp                    Web-Cache Coordination Protocol IPv4 Commands
`,
}

/** `ip access-list ?`. Wording: captured on a 2801, 12.4(22)T. */
export const ipAccessListConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip access-list',
  words: `
extended    Extended Access List
log-update  Control access list log updates
logging     Control access list logging
resequence  Resequence Access List
standard    Standard Access List
`,
}

/** `ip access-list extended ?`. Wording: captured on a router with a switch module, 12.4. */
export const ipAccessListExtendedConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip access-list extended',
  words: `
<100-199>    Extended IP access-list number
<2000-2699>  Extended IP access-list number (expanded range)
WORD         Access-list name
`,
}

/** `ip access-list standard ?`. From memory, after the extended one. */
export const ipAccessListStandardConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip access-list standard',
  words: `
<1-99>       Standard IP access-list number
<1300-1999>  Standard IP access-list number (expanded range)
WORD         Access-list name
`,
}

/** `ip dhcp ?`. Wording: captured on a Cisco 1921, 15.x; taken over for the switch. */
export const ipDhcpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip dhcp',
  words: `
aaa                        Configure aaa attributes
binding                    DHCP address bindings
bootp                      BOOTP specific configuration
class                      Configure DHCP classes
compatibility              Compatibility configuration
conflict                   DHCP address conflict parameters
database                   Configure DHCP database agents
debug                      DHCP debugs specific parameters
excluded-address           Prevent DHCP from assigning certain addresses
global-options             Configure global DHCP options
limit                      Limit DHCP Lease
limited-broadcast-address  Use all 1's broadcast address
ping                       Specify ping parameters used by DHCP
pool                       Configure DHCP address pools
relay                      DHCP relay agent parameters
remember                   Remember released bindings
smart-relay                Enable Smart Relay feature
snooping                   DHCP Snooping
support                    Configure support for certain features
update                     Configure dynamic updates
use                        Configure use of certain parameters during allocation
`,
}

/** `ip dns ?`. Wording: captured on a Cisco 1921, 15.x. */
export const ipDnsConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip dns',
  on: ['router'],
  words: `
name-list  Regular expression name-list
primary    Configure primary DNS server
server     Enable DNS server
spoofing   Configure DNS Spoofing
view       Configure a DNS view
view-list  Configure a DNS view-list
`,
}

/** `ip domain ?`. From memory; `list`, `lookup` and `name` worded as `domain-list` and so on are. */
export const ipDomainConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip domain',
  words: `
list         Domain name to complete unqualified host names
lookup       Enable IP Domain Name System hostname translation
name         Define the default domain name
retry        Retry attempts in sending DNS queries
round-robin  Round-robin multiple IP addresses in cache
timeout      Timeout value for DNS queries
`,
}

/** `ip http ?`. From memory. */
export const ipHttpConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip http',
  words: `
access-class                   Restrict http server access by access-class
active-session-modules         Set up active http server session modules
authentication                 Set http server authentication method
client                         Set http client parameters
max-connections                Set maximum number of concurrent http server connections
path                           Set base path for HTML
port                           Set http server port
secure-active-session-modules  Set up active http secure server session modules
secure-ciphersuite             Set http secure server ciphersuite
secure-client-auth             Set http secure server with client authentication
secure-port                    Set http secure server port number for listening
secure-server                  Enable HTTP secure server
secure-trustpoint              Set http secure server certificate trustpoint
server                         Enable http server
session-module-list            Set up a http(s) server session module list
timeout-policy                 Set http server time-out policy parameters
`,
}

/** `ip name-server ?`. Wording: captured on a Cisco 1921, 15.x. */
export const ipNameServerConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip name-server',
  words: `
A.B.C.D     Domain server IPv4 address (maximum of 6)
X:X:X:X::X  Domain server IPv6 address (maximum of 6)
`,
}

/** The router adds. Wording: captured on a Cisco 1921, 15.x. */
export const ipNameServerConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip name-server',
  on: ['router'],
  words: `
vrf  Specify VRF
`,
}

/** `ip route ?`. Wording: captured on a Cisco 1921, 15.x. */
export const ipRouteConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip route',
  on: ['router'],
  words: `
A.B.C.D  Destination prefix
profile  Enable IP routing profile
static   Allow static routes
vrf      Configure static route for a VPN Routing/Forwarding instance
`,
}

/**
 * `ip ssh ?`. Wording: captured on a Cisco 1921, 15.x, a slip of its transcriber put right; taken over for the
 * switch.
 */
export const ipSshConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'ip ssh',
  words: `
authentication-retries  Specify number of authentication retries
break-string            break-string
client                  Configuration for client
dh                      Diffie-Hellman
dscp                    IP DSCP value for SSH traffic
logging                 Configure logging for SSH
maxstartups             Maximum concurrent sessions allowed
port                    Starting (or only) port number to listen on
precedence              IP Precedence value for SSH traffic
pubkey-chain            pubkey-chain
rsa                     Configure RSA keypair name for SSH
server                  Configuration for server
source-interface        Specify interface for source address in SSH connections
stricthostkeycheck      Enable SSH Server Authentication
time-out                Specify SSH time-out interval
version                 Specify protocol version to be supported
`,
}
