/** Servers and clients of the device itself, and the guards of DHCP and ARP: `ip http`, `ip ftp`, `ip dhcp snooping` and others. */

import { globalMode, interfaceMode } from '../../declare.ts'
import '../../vlan-list.ts'

const ip = globalMode.words('ip', { ip: 'Global IP configuration subcommands' })
const inert = true

const http = ip.words('http', { http: 'HTTP server configuration' })
const web = { place: 'ip-http', needs: 'http-server', inert } as const
http.line('server', { ...web, help: { server: 'Enable http server' } })
http.line('port <number:0-65535>', {
  ...web,
  help: { port: 'Set http server port', number: 'HTTP port' },
  default: { number: 80 },
})
http.line('access-class <list:1-99>', {
  ...web,
  help: { 'access-class': 'Restrict http server access by access-class', list: 'Access list number' },
})
http.line('authentication {method:aaa|enable|local|tacacs}', {
  ...web,
  help: {
    authentication: 'Set http server authentication method',
    aaa: 'Use AAA access control methods',
    enable: 'Use enable passwords',
    local: 'Use local username and passwords',
    tacacs: 'Use tacacs to authorize user',
  },
  default: { method: 'enable' },
})
http.line('secure-server', { ...web, help: { 'secure-server': 'Enable HTTP secure server' } })

for (const protocol of ['ftp', 'tftp', 'telnet'] as const) {
  const words = ip.words(protocol, {
    ftp: 'FTP configuration commands',
    tftp: 'tftp configuration commands',
    telnet: 'Specify telnet options',
  })
  words.line('source-interface <name:interface>', {
    help: {
      'source-interface': `Specify interface for source address in ${protocol.toUpperCase()} connections`,
      name: 'Interface',
    },
    place: 'ip-http',
    inert,
  })
}
const ftp = ip.words('ftp', { ftp: 'FTP configuration commands' })
ftp.line('username <name:word>', {
  help: { username: 'Specify username for FTP connections', name: 'Username' },
  place: 'ip-http',
  inert,
})

const snooping = ip.words('dhcp snooping', {
  dhcp: 'Configure DHCP server and relay parameters',
  snooping: 'DHCP Snooping',
})
const guard = { needs: 'dhcp-snooping', place: 'ip-dhcp', inert } as const
snooping.line('vlan <vlans:vlan-list>', {
  ...guard,
  key: ['vlans'],
  help: {
    vlan: 'DHCP Snooping vlan',
    vlans: 'DHCP Snooping vlan first number or vlan range, example: 1,3-5,7,9-11',
  },
})
snooping.line('information option', {
  ...guard,
  help: { information: 'DHCP Snooping information', option: 'DHCP Snooping information option' },
  default: {},
})
snooping.line('verify mac-address', {
  ...guard,
  help: { verify: 'DHCP snooping verify', 'mac-address': 'DHCP snooping verify mac-address' },
  default: {},
})
snooping.line('', { ...guard, help: {} })

const inspection = ip.words('arp inspection', {
  arp: 'IP ARP global configuration',
  inspection: 'Arp Inspection configuration',
})
inspection.line('vlan <vlans:vlan-list>', {
  ...guard,
  key: ['vlans'],
  help: { vlan: 'Enable/Disable ARP Inspection on vlans', vlans: 'vlan range, example: 1,3-5,7,9-11' },
})
inspection.line('validate {checks*:src-mac|dst-mac|ip}', {
  ...guard,
  help: {
    validate: 'Validate addresses',
    'src-mac': 'Validate source MAC address',
    'dst-mac': 'Validate destination MAC address',
    ip: 'Validate IP addresses',
  },
})

// The same guards on a port.
const portIp = interfaceMode.words('ip', { ip: 'Interface Internet Protocol config commands' })
const port = { needs: ['dhcp-snooping', 'switched'], place: 'ip-dhcp', inert } as const
const arp = portIp.words('arp inspection', {
  arp: 'Configure ARP features',
  inspection: 'Arp Inspection configuration',
})
arp.line('trust', { ...port, help: { trust: 'Configure Trust state' } })
arp.line('limit rate <perSecond:0-2048>', {
  ...port,
  help: {
    limit: 'Configure Rate limit of incoming ARP packets',
    rate: 'Rate Limit',
    perSecond: 'Packets per second',
  },
})
const dhcp = portIp.words('dhcp snooping', {
  dhcp: 'Configure DHCP parameters for this interface',
  snooping: 'DHCP Snooping',
})
dhcp.line('limit rate <perSecond:1-2048>', {
  ...port,
  help: { limit: 'DHCP Snooping limit', rate: 'DHCP Snooping limit', perSecond: 'DHCP snooping rate limit' },
})
dhcp.line('trust', { ...port, help: { trust: 'DHCP Snooping trust config' } })
