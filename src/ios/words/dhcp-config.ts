/**
 * First words of DHCP pool configuration.
 * Source: the lists of a Cisco 1921, 15.x, and of a device of unknown model.
 */
import type { WordList } from './word-list.ts'

/**
 * `?` in a DHCP pool. Wording: captured on a Cisco 1921, 15.x; taken over for the switch. `default-router` is
 * what the caret of `defult` on a 1941 proves.
 */
export const dhcpPool: WordList = {
  mode: 'dhcp-config',
  level: 15,
  path: '',
  words: `
accounting           Send Accounting Start/Stop messages
bootfile             Boot file name
class                Specify a DHCP class
client-identifier    Client identifier
client-name          Client name
default-router       Default routers
dns-server           DNS servers
domain-name          Domain name
exit                 Exit from DHCP pool configuration mode
hardware-address     Client hardware address
host                 Client IP address and mask
import               Programatically importing DHCP option parameters
lease                Address lease time
netbios-name-server  NetBIOS (WINS) name servers
netbios-node-type    NetBIOS node type
network              Network number and mask
next-server          Next server in boot process
no                   Negate a command or set its defaults
option               Raw DHCP options
origin               Configure the origin of the pool
relay                Function as a DHCP relay
remember             Remember released bindings
renew                Configure renewal policy
server               Configure the Server ID option value
subnet               Subnet allocation commands
update               Dynamic updates
utilization          Configure various utilization parameters
`,
}

/** The switch adds. Wording: captured on a device of unknown model; that a 2960 has them is from memory. */
export const dhcpPoolCatalyst: WordList = {
  mode: 'dhcp-config',
  level: 15,
  path: '',
  on: ['switch'],
  words: `
address        Configure a reserved address
reserved-only  Only allocate reserved addresses
`,
}

/** The router adds. Wording: captured on a Cisco 1921, 15.x. */
export const dhcpPoolIsr: WordList = {
  mode: 'dhcp-config',
  level: 15,
  path: '',
  on: ['router'],
  words: `
odap  Configure ODAP
vrf   Associate this pool with a VRF
`,
}
