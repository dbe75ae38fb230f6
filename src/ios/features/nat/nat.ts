/**
 * Global `ip nat …`: pools and mappings, kept and printed. They act when packets are forwarded; which side an interface is
 * on is the interfaces' business. Source: Cisco IOS IP Addressing: NAT command reference.
 */

import { globalMode } from '../../declare.ts'
import { printable } from '../../printable.ts'

const nat = globalMode.words('ip nat', {
  ip: 'Global IP configuration subcommands',
  nat: 'NAT configuration commands',
})
const common = { needs: 'nat', place: 'ip-nat', inert: true } as const

nat.line(
  'translation {kind:dns-timeout|finrst-timeout|icmp-timeout|tcp-timeout|timeout|udp-timeout} <seconds:0-536870>',
  {
    help: {
      translation: 'NAT translation entry configuration',
      'dns-timeout': 'Specify timeout for NAT DNS flows',
      'finrst-timeout': 'Specify timeout for NAT TCP flows after a FIN or RST',
      'icmp-timeout': 'Specify timeout for NAT ICMP flows',
      'tcp-timeout': 'Specify timeout for NAT TCP flows',
      timeout: 'Specify timeout for dynamic NAT translations',
      'udp-timeout': 'Specify timeout for NAT UDP flows',
      seconds: 'Timeout in seconds',
    },
    key: ['kind'],
    ...common,
  },
)

const pool = nat.words('pool <name:word> <first:ipv4> <last:ipv4>', {
  pool: 'Define pool of addresses',
  name: 'Pool name',
  first: 'Start IP address',
  last: 'End IP address',
})
const poolSlot = {
  slot: 'ip nat pool',
  key: ['name'],
  ...common,
} as const

pool.line('netmask <mask:mask>', {
  help: { netmask: 'Specify the network mask', mask: 'Network mask' },
  ...poolSlot,
  keep: (args) => ({ ...args, name: printable(args.name) }),
})
pool.line('prefix-length <length:1-32>', {
  help: { 'prefix-length': 'Specify the prefix length', length: 'Prefix length' },
  ...poolSlot,
  keep: (args) => ({ ...args, name: printable(args.name) }),
})

const inside = nat.words('inside source', {
  inside: 'Inside address translation',
  source: 'Source address translation',
})

const dynamic = {
  list: 'Specify access list describing local addresses',
  acl: 'Access list number or name for local addresses',
  overload: 'Overload an address translation',
} as const
const dynamicSlot = { slot: 'ip nat inside source list', key: ['acl'], ...common } as const

inside.line('list <acl:word> interface <name:interface> [{overload:overload}]', {
  help: {
    ...dynamic,
    interface: 'Specify interface for global address',
    name: 'Interface',
  },
  ...dynamicSlot,
  keep: (args) => ({ ...args, acl: printable(args.acl) }),
})
inside.line('list <acl:word> pool <poolName:word> [{overload:overload}]', {
  help: { ...dynamic, pool: 'Name pool of global addresses', poolName: 'Pool name for global addresses' },
  ...dynamicSlot,
  keep: (args) => ({ ...args, acl: printable(args.acl), poolName: printable(args.poolName) }),
})

const fixed = inside.words('static', { static: 'Specify static local->global mapping' })
fixed.line('<local:ipv4> <global:ipv4>', {
  help: { local: 'Inside local IP address', global: 'Inside global IP address' },
  key: ['local', 'global'],
  ...common,
})
const portHelp = {
  tcp: 'Transmission Control Protocol',
  udp: 'User Datagram Protocol',
  local: 'Inside local IP address',
  localPort: 'Local UDP/TCP port',
  globalPort: 'Global UDP/TCP port',
} as const
const portKey = ['protocol', 'local', 'localPort'] as const
fixed.line(
  '{protocol:tcp|udp} <local:ipv4> <localPort:1-65535> <global:ipv4> <globalPort:1-65535> [{extendable:extendable}]',
  {
    help: {
      ...portHelp,
      global: 'Inside global IP address',
      extendable: 'Extend this translation when used',
    },
    slot: 'ip nat inside source static port',
    key: portKey,
    ...common,
  },
)
fixed.line(
  '{protocol:tcp|udp} <local:ipv4> <localPort:1-65535> interface <name:interface> <globalPort:1-65535>',
  {
    help: {
      ...portHelp,
      interface: 'Specify interface for global address',
      name: 'Interface',
    },
    slot: 'ip nat inside source static port',
    key: portKey,
    ...common,
  },
)

nat.line('outside source static <global:ipv4> <local:ipv4>', {
  help: {
    outside: 'Outside address translation',
    source: 'Source address translation',
    static: 'Specify static global->local mapping',
    global: 'Outside global IP address',
    local: 'Outside local IP address',
  },
  key: ['global', 'local'],
  ...common,
})
