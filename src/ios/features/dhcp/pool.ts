/**
 * `ip dhcp pool` and what it must not give away, kept and printed. They act when DHCP runs.
 * Source: Cisco IOS IP Addressing: DHCP command reference; the blank behind lists as in real configurations.
 */

import './addresses.ts'
import { printSection } from '../../../config/print.ts'
import { classfulMask } from '../../classful.ts'
import { execMode, globalMode, Words } from '../../declare.ts'
import { printable } from '../../printable.ts'

const dhcp = globalMode.words('ip dhcp', {
  ip: 'Global IP configuration subcommands',
  dhcp: 'Configure DHCP server and relay parameters',
})

export const excludedAddress = dhcp.line('excluded-address <low:ipv4> [<high:ipv4>]', {
  help: {
    'excluded-address': 'Prevent DHCP from assigning certain addresses',
    low: 'Low IP address',
    high: 'High IP address',
  },
  key: ['low', 'high'],
  needs: 'dhcp-server',
  place: 'ip-dhcp',
  inert: true,
})

export const dhcpPool = dhcp.line('pool <name:word>', {
  help: { pool: 'Configure DHCP address pools', name: 'Pool name' },
  key: ['name'],
  needs: 'dhcp-server',
  place: 'ip-dhcp',
  opens: {
    mode: 'dhcp-config',
    separated: false,
    // Pools are set off from the excluded addresses and from one another.
    printAll: (pools) =>
      pools.flatMap((pool, index) => {
        const first = index === 0 && pool.parent?.entriesOf(excludedAddress.slot).length === 0
        return first ? printSection(pool) : ['!', ...printSection(pool)]
      }),
  },
  inert: true,
  print: ({ name }) => [`ip dhcp pool ${printable(name)}`],
})

const mode = new Words(['dhcp-config'], '', {}, 15)

mode.line('network <address:ipv4> [<mask:mask-or-length>]', {
  help: {
    network: 'Network number and mask',
    address: 'Network number in dotted-decimal notation',
    mask: 'Network mask or prefix length',
  },
  place: 'network',
  inert: true,
  keep({ address, mask = classfulMask(address) }) {
    return { address: (address & mask) >>> 0, mask }
  },
})

mode.line('host <address:ipv4> [<mask:mask-or-length>]', {
  help: {
    host: 'Client IP address and mask',
    address: 'IP address in dotted-decimal notation',
    mask: 'Network mask or prefix length',
  },
  place: 'network',
  inert: true,
  keep: ({ address, mask = classfulMask(address) }) => ({ address, mask }),
})

mode.line('client-identifier <identifier:word>', {
  help: {
    'client-identifier': 'Client identifier',
    identifier: 'Dotted-hexadecimal string (01b7.0813.8811.66)',
  },
  place: 'network',
  inert: true,
  keep: ({ identifier }) => ({ identifier: printable(identifier) }),
})

for (const [word, help, about, place] of [
  ['default-router', 'Default routers', "Router's name or IP address", 'default-router'],
  ['dns-server', 'DNS servers', "Server's name or IP address", 'dns-server'],
  ['netbios-name-server', 'NetBIOS (WINS) name servers', "Server's name or IP address", 'other'],
  ['next-server', 'Next server in boot process', "Server's name or IP address", 'other'],
] as const) {
  mode.words(word, { [word]: help } as Record<typeof word, string>).line('<addresses:address-list>', {
    help: { addresses: about },
    place,
    inert: true,
  })
}

mode.line('domain-name <name:word>', {
  help: { 'domain-name': 'Domain name', name: 'Domain name' },
  place: 'domain-name',
  inert: true,
  keep: ({ name }) => ({ name: printable(name) }),
})

mode.line('lease <days:0-365> [<hours:0-23> [<minutes:0-59>]]', {
  help: { lease: 'Address lease time', days: 'Days', hours: 'Hours', minutes: 'Minutes' },
  slot: 'lease',
  place: 'lease',
  default: { days: 1 },
  inert: true,
})
mode.line('lease infinite', {
  help: { lease: 'Address lease time', infinite: 'Infinite lease' },
  slot: 'lease',
  place: 'lease',
  inert: true,
})

mode.line('bootfile <name:word>', {
  help: { bootfile: 'Boot file name', name: 'Boot file name' },
  place: 'other',
  inert: true,
  keep: ({ name }) => ({ name: printable(name) }),
})

mode.line('netbios-node-type {type:b-node|h-node|m-node|p-node}', {
  help: {
    'netbios-node-type': 'NetBIOS node type',
    'b-node': 'Broadcast node',
    'h-node': 'Hybrid node',
    'm-node': 'Mixed node',
    'p-node': 'Peer-to-peer node',
  },
  place: 'other',
  inert: true,
})

const optionHelp = { option: 'Raw DHCP options', code: 'DHCP option code' }

mode.line('option <code:0-254> ip <addresses:address-list>', {
  help: {
    ...optionHelp,
    ip: 'Data is one or more IP addresses',
    addresses: "Server's name or IP address",
  },
  key: ['code'],
  slot: 'option',
  place: 'other',
  inert: true,
})
mode.line('option <code:0-254> {form:ascii|hex} <data:word>', {
  help: {
    ...optionHelp,
    ascii: 'Data is an NVT ASCII string',
    hex: 'Data is a hexadecimal string',
    data: 'Data string',
  },
  key: ['code'],
  slot: 'option',
  place: 'other',
  inert: true,
  keep: (args) => ({ ...args, data: printable(args.data) }),
})

mode.line('import all', {
  help: {
    import: 'Programatically importing DHCP option parameters',
    all: 'Import all values',
  },
  place: 'other',
  inert: true,
})

/** EXEC's entry into the table of DHCP snooping; it acts when DHCP runs. */
execMode.exec(
  'ip dhcp snooping binding <mac:mac> vlan <id:1-4094> <address:ipv4> interface <name:interface> expiry <seconds:1-4294967295>',
  {
    help: {
      ip: 'Exec commands for IP features',
      dhcp: 'DHCP commands',
      snooping: 'DHCP snooping',
      binding: 'DHCP snooping bindings',
      mac: 'MAC address of the binding',
      vlan: 'DHCP snooping binding vlan',
      id: 'VLAN number',
      address: 'IP address of the binding',
      interface: 'DHCP snooping binding interface',
      name: 'Interface',
      expiry: 'DHCP snooping binding lease expiry time',
      seconds: 'Lease time in seconds',
    },
    needs: 'dhcp-server|dhcp-snooping',
    inert: true,
    *run() {},
  },
)
