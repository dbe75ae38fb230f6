/** `ip ospf …` of a router's interface. It acts when OSPF runs. Source: "Cisco IOS IP Routing: OSPF Command Reference". */

import { showIpv4 } from '../../arguments.ts'
import { interfaceMode } from '../../declare.ts'

const ospf = interfaceMode.words('ip ospf', {
  ip: 'Interface Internet Protocol config commands',
  ospf: 'OSPF interface commands',
})
const common = { needs: ['router-ospf', 'routed'], place: 'ip-ospf', inert: true } as const
const areaHelp = { area: 'Set the OSPF area ID' } as const

ospf.line('authentication [{kind:message-digest|null}]', {
  ...common,
  help: {
    authentication: 'Enable authentication',
    'message-digest': 'Use message-digest authentication',
    null: 'Use no authentication',
  },
})
ospf.line('authentication-key <key:word>', {
  ...common,
  help: {
    'authentication-key': 'Authentication password (key)',
    key: 'The OSPF password (key) (maximum 8 characters)',
  },
})
ospf.line('message-digest-key <id:1-255> md5 <key:word>', {
  ...common,
  help: {
    'message-digest-key': 'Message digest authentication password (key)',
    id: 'Key ID',
    md5: 'Use MD5 algorithm',
    key: 'The OSPF password (key) (maximum 16 characters)',
  },
  key: ['id'],
})
ospf.line('network {kind:broadcast|non-broadcast|point-to-multipoint|point-to-point}', {
  ...common,
  help: {
    network: 'Network type',
    broadcast: 'Specify OSPF broadcast multi-access network',
    'non-broadcast': 'Specify OSPF NBMA network',
    'point-to-multipoint': 'Specify OSPF point-to-multipoint network',
    'point-to-point': 'Specify OSPF point-to-point network',
  },
})
ospf.line('cost <cost:1-65535>', { ...common, help: { cost: 'Interface cost' } })
ospf.line('priority <priority:0-255>', {
  ...common,
  help: { priority: 'Router priority' },
  default: { priority: 1 },
  noResets: true,
})
ospf.line('hello-interval <seconds:1-65535>', {
  ...common,
  help: { 'hello-interval': 'Time between HELLO packets', seconds: 'Seconds' },
})
ospf.line('dead-interval <seconds:1-65535>', {
  ...common,
  help: { 'dead-interval': 'Interval after which a neighbor is declared dead', seconds: 'Seconds' },
})
ospf.line('mtu-ignore', { ...common, help: { 'mtu-ignore': 'Ignores the MTU in DBD packets' } })

/** The area may be typed as a number or as an address; both name the same area, and one line holds it. */
ospf.line('<process:1-65535> area <id:0-4294967295>', {
  ...common,
  help: { process: 'Process ID', ...areaHelp, id: 'OSPF area ID as a decimal value' },
  slot: 'ip ospf area',
})
ospf.line('<process:1-65535> area <address:ipv4>', {
  ...common,
  help: { process: 'Process ID', ...areaHelp, address: 'OSPF area ID in IP address format' },
  slot: 'ip ospf area',
  print: ({ process, address }) => [`ip ospf ${process} area ${showIpv4(address)}`],
})
