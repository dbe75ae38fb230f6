/**
 * First words of routing protocol configuration on whatever routes: OSPF, EIGRP, BGP, RIP; and of route-maps.
 * Source: lists of an ISR G2, 15.x (OSPF), a 7200, 15.x (EIGRP), a router on 15.x/16.x (BGP); RIP and route-maps from memory.
 */
import type { WordList } from './word-list.ts'

/** `?` in a route-map. From memory. */
export const routeMap: WordList = {
  mode: 'config-route-map',
  level: 15,
  path: '',
  words: `
continue     Continue on a different entry within the route-map
default      Set a command to its defaults
description  Route-map comment
exit         Exit from route-map configuration mode
help         Description of the interactive help system
match        Match values from routing table
no           Negate a command or set its defaults
set          Set values in destination routing protocol
`,
}

/** `?` after `router ospf 1`. Wording: an ISR G2, 15.x, printed in a course. */
export const ospfRouter: WordList = {
  mode: 'config-router-ospf',
  level: 15,
  path: '',
  words: `
address-family         Enter Address Family command mode
area                   OSPF area parameters
auto-cost              Calculate OSPF interface cost according to bandwidth
bfd                    BFD configuration commands
capability             Enable specific OSPF feature
compatible             OSPF compatibility list
default                Set a command to its defaults
default-information    Control distribution of default information
default-metric         Set metric of redistributed routes
discard-route          Enable or disable discard-route installation
distance               Define an administrative distance
distribute-list        Filter networks in routing updates
domain-id              OSPF domain-id
domain-tag             OSPF domain-tag
event-log              OSPF Event Logging
exit                   Exit from routing protocol configuration mode
help                   Description of the interactive help system
ignore                 Do not complain about specific event
interface-id           Source of the interface ID
ispf                   Enable incremental SPF computation
limit                  Limit a specific OSPF feature
local-rib-criteria     Enable or disable usage of local RIB as route criteria
log-adjacency-changes  Log changes in adjacency state
max-lsa                maximum number of LSAs OSPF process will receive
max-metric             Set maximum metric
maximum-paths          Forward packets over multiple paths
neighbor               Specify a neighbor router
network                Enable routing on an IP network
no                     Negate a command or set its defaults
nsf                    Non-stop forwarding
passive-interface      Suppress routing updates on an interface
prefix-suppression     OSPF prefix suppression
priority               OSPF topology priority
queue-depth            OSPF Hello/Router process queue depth
redistribute           Redistribute information from another routing protocol
router-id              router-id for this OSPF process
shutdown               Shutdown the OSPF protocol under the current instance
snmp                   Modify snmp parameters
summary-address        Configure IP address summaries
timers                 Adjust routing timers
traffic-share          How to compute traffic share over alternate paths
ttl-security           TTL security check
`,
}

/** `default-information ?`. From memory. */
export const ospfDefaultInformation: WordList = {
  mode: 'config-router-ospf',
  level: 15,
  path: 'default-information',
  words: `
originate  Distribute a default route
`,
}

/** `default-information originate ?`. Wording: captured on a CISCO1841-class router, 15.1. */
export const ospfDefaultInformationOriginate: WordList = {
  mode: 'config-router-ospf',
  level: 15,
  path: 'default-information originate',
  words: `
always       Always advertise default route
metric       OSPF default metric
metric-type  OSPF metric type for default routes
route-map    Route-map reference
`,
}

/** `?` after `router eigrp 1`. Wording: captured on a 7200, 15.x. */
export const eigrpRouter: WordList = {
  mode: 'config-router-eigrp',
  level: 15,
  path: '',
  words: `
address-family       Enter Address Family command mode
auto-summary         Enable automatic network number summarization
bfd                  BFD configuration commands
default              Set a command to its defaults
default-information  Control distribution of default information
default-metric       Set metric of redistributed routes
distance             Define an administrative distance
distribute-list      Filter entries in eigrp updates
eigrp                EIGRP specific commands
exit                 Exit from routing protocol configuration mode
maximum-paths        Forward packets over multiple paths
metric               Modify metrics and parameters for advertisement
neighbor             Specify a neighbor router
network              Enable routing on an IP network
no                   Negate a command or set its defaults
offset-list          Add or subtract offset from EIGRP metrics
passive-interface    Suppress routing updates on an interface
redistribute         Redistribute IPv4 routes from another routing protocol
shutdown             Shutdown this instance of EIGRP
summary-metric       Specify summary to apply metric/filtering
timers               Adjust routing timers
traffic-share        How to compute traffic share over alternate paths
variance             Control load balancing variance
`,
}

/** `?` after `router eigrp NAME`. Wording: captured on IOL 17.15.1 and a router on 15.x. */
export const eigrpNamedRouter: WordList = {
  mode: 'config-router-eigrp-named',
  level: 15,
  path: '',
  words: `
address-family  Enter Address Family command mode
default         Set a command to its defaults
exit            Exit from routing protocol configuration mode
no              Negate a command or set its defaults
service-family  Enter Service Family command mode
shutdown        Shutdown this instance of EIGRP
`,
}

/** `?` after `router bgp 1`. Wording: captured on a router, 15.x/16.x. */
export const bgpRouter: WordList = {
  mode: 'config-router-bgp',
  level: 15,
  path: '',
  words: `
address-family           Enter Address Family command mode
aggregate-address        Configure BGP aggregate entries
auto-summary             Enable automatic network number summarization
bgp                      BGP specific commands
bmp                      BGP Monitoring Protocol
default                  Set a command to its defaults
default-information      Control distribution of default information
default-metric           Set metric of redistributed routes
distance                 Define an administrative distance
distribute-list          Filter networks in routing updates
exit                     Exit from routing protocol configuration mode
help                     Description of the interactive help system
maximum-paths            Forward packets over multiple paths
maximum-secondary-paths  Maximum secondary paths
neighbor                 Specify a neighbor router
network                  Specify a network to announce via BGP
no                       Negate a command or set its defaults
redistribute             Redistribute information from another routing protocol
route-server-context     Enter route server context command mode
scope                    Enter scope command mode
snmp                     Modify snmp parameters
synchronization          Perform IGP synchronization
table-map                Map external entry attributes into routing table
template                 Enter template command mode
timers                   Adjust routing timers
`,
}

/** `?` after `router rip`. From memory; words that OSPF and EIGRP have too are worded alike. */
export const ripRouter: WordList = {
  mode: 'config-router-rip',
  level: 15,
  path: '',
  words: `
address-family          Enter Address Family command mode
auto-summary            Enable automatic network number summarization
bfd                     BFD configuration commands
default                 Set a command to its defaults
default-information     Control distribution of default information
default-metric          Set metric of redistributed routes
distance                Define an administrative distance
distribute-list         Filter networks in routing updates
exit                    Exit from routing protocol configuration mode
flash-update-threshold  Specify flash update threshold in second
help                    Description of the interactive help system
input-queue             Specify input queue depth
maximum-paths           Forward packets over multiple paths
neighbor                Specify a neighbor router
network                 Enable routing on an IP network
no                      Negate a command or set its defaults
offset-list             Add or subtract offset from RIP metrics
output-delay            Interpacket delay for RIP updates
passive-interface       Suppress routing updates on an interface
redistribute            Redistribute information from another routing protocol
timers                  Adjust routing timers
traffic-share           How to compute traffic share over alternate paths
validate-update-source  Perform sanity checks against source address of routing updates
version                 Set routing protocol version
`,
}
