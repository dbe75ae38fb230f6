/** `ip …` of an interface beyond its address, and `arp timeout`. */

import type { Section } from '../../../config/section.ts'
import { isContiguous, prefixLength } from '../../arguments.ts'
import { interfaceMode } from '../../declare.ts'
import { interfaceIpChanged, provideIpConfiguration } from '../../ip-stack.ts'
import type { At } from '../../line.ts'
import { mtu } from './generic.ts'

const ip = interfaceMode.words('ip', { ip: 'Interface Internet Protocol config commands' })

const followed = ({ ios, section }: At): void => interfaceIpChanged(ios, section)

const accessGroupHelp = {
  'access-group': 'Specify access control for packets',
  list: 'Access-list name',
  in: 'inbound packets',
  out: 'outbound packets',
} as const

export const accessGroup = ip.line('access-group <list:word> {direction:in|out}', {
  help: accessGroupHelp,
  needs: 'routed',
  place: 'ip-access-group',
  key: ['direction'],
  inert: true,
})

/** A list on a switch port filters what comes in. */
export const portAccessGroup = ip.line('access-group <list:word> {direction:in}', {
  help: {
    'access-group': accessGroupHelp['access-group'],
    list: accessGroupHelp.list,
    in: accessGroupHelp.in,
  },
  needs: 'switched',
  place: 'ip-access-group',
  inert: true,
})

export const helperAddress = ip.line('helper-address <server:ipv4>', {
  help: {
    'helper-address': 'Specify a destination address for UDP broadcasts',
    server: 'IP destination address',
  },
  needs: 'routed',
  place: 'ip-helper',
  key: ['server'],
  inert: true,
})

export const natSide = ip.line('nat {side:inside|outside}', {
  help: {
    nat: 'NAT interface commands',
    inside: 'Inside interface for address translation',
    outside: 'Outside interface for address translation',
  },
  needs: ['nat', 'routed'],
  place: 'ip-nat',
  inert: true,
})

/** On unless somebody says no. */
export const redirects = ip.line('redirects', {
  help: { redirects: 'Enable sending ICMP Redirect messages' },
  needs: 'routed',
  place: 'ip',
  default: {},
  changed: followed,
})
export const unreachables = ip.line('unreachables', {
  help: { unreachables: 'Enable sending ICMP Unreachable messages' },
  needs: 'routed',
  place: 'ip',
  default: {},
  changed: followed,
})
export const proxyArp = ip.line('proxy-arp', {
  help: { 'proxy-arp': 'Enable proxy ARP' },
  needs: 'routed',
  place: 'ip',
  default: {},
  changed: followed,
})
export const localProxyArp = ip.line('local-proxy-arp', {
  help: { 'local-proxy-arp': 'Enable local-proxy ARP' },
  needs: 'routed',
  place: 'ip',
  inert: true,
})
export const directedBroadcast = ip.line('directed-broadcast', {
  help: { 'directed-broadcast': 'Enable forwarding of directed broadcasts' },
  needs: 'routed',
  place: 'ip',
  inert: true,
})
export const maskReply = ip.line('mask-reply', {
  help: { 'mask-reply': 'Enable sending ICMP Mask Reply messages' },
  needs: 'routed',
  place: 'ip',
  inert: true,
})
export const splitHorizon = ip.line('split-horizon', {
  help: { 'split-horizon': 'Perform split horizon' },
  needs: ['ip-routing', 'routed'],
  place: 'ip',
  default: {},
  inert: true,
})
ip.line('route-cache', {
  help: { 'route-cache': 'Enable fast-switching cache for outgoing packets' },
  needs: 'routed',
  place: 'ip',
  default: {},
  inert: true,
})
ip.line('virtual-reassembly in', {
  help: {
    'virtual-reassembly': 'Enable Virtual Fragment Reassembly',
    in: 'Enable Virtual Fragment Reassembly for incoming packets',
  },
  needs: ['ip-routing', 'routed'],
  place: 'ip-nat',
  inert: true,
})
export const ipMtu = ip.line('mtu <bytes:68-1500>', {
  help: { mtu: 'Set IP Maximum Transmission Unit', bytes: 'MTU (bytes)' },
  needs: 'routed',
  place: 'ip',
  changed: followed,
})
ip.line('tcp adjust-mss <bytes:500-1460>', {
  help: {
    tcp: 'TCP header compression and other parameters',
    'adjust-mss': 'Adjust the mss of transit packets',
    bytes: 'Maximum segment size in bytes',
  },
  needs: ['ip-routing', 'routed'],
  place: 'ip-nat',
  inert: true,
})
ip.line('summary-address eigrp <as:1-65535> <address:ipv4> <mask:mask>', {
  help: {
    'summary-address': 'Perform address summarization',
    eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)',
    as: 'Autonomous system number',
    address: 'IP address',
    mask: 'IP network mask',
  },
  needs: ['router-eigrp', 'routed'],
  place: 'ip',
  key: ['as', 'address', 'mask'],
  inert: true,
  // From memory.
  refuse: ({ address, mask }) =>
    isContiguous(mask) && (address & ~mask) === 0
      ? undefined
      : `%Invalid summary address /${prefixLength(mask)}`,
})
const eigrpInterval = { as: 'Autonomous system number', seconds: 'Seconds between hello transmissions' }
ip.line('hello-interval eigrp <as:1-65535> <seconds:1-65535>', {
  help: {
    'hello-interval': 'Configures EIGRP-IPv4 hello interval',
    eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)',
    ...eigrpInterval,
  },
  needs: ['router-eigrp', 'routed'],
  place: 'ip',
  key: ['as'],
  inert: true,
})
ip.line('hold-time eigrp <as:1-65535> <seconds:1-65535>', {
  help: {
    'hold-time': 'Configures EIGRP-IPv4 hold time',
    eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)',
    ...eigrpInterval,
    seconds: 'Seconds before neighbor is considered down',
  },
  needs: ['router-eigrp', 'routed'],
  place: 'ip',
  key: ['as'],
  inert: true,
})

/** Printed and in force in seconds; 0 keeps entries for ever. */
export const arpTimeout = interfaceMode.line('arp timeout <seconds:0-2147483>', {
  help: {
    arp: 'Set arp type (arpa, probe, snap) or timeout',
    timeout: 'Set ARP cache timeout',
    seconds: 'Seconds',
  },
  needs: 'routed',
  place: 'ip',
  default: { seconds: 14_400 },
  changed: followed,
})

/** The longest IP packet, where it is not the usual one: IP's own limit, or the interface's. */
export function ipMtuBytes(section: Section): number | undefined {
  return ipMtu.get(section)?.bytes ?? mtu.get(section)?.bytes
}

provideIpConfiguration({
  linkSettings: (section) => ({
    proxyArp: proxyArp.isOn(section),
    redirects: redirects.isOn(section),
    unreachables: unreachables.isOn(section),
    arpTimeoutMs: (arpTimeout.get(section)?.seconds ?? 14_400) * 1000,
  }),
  mtuBytes: ipMtuBytes,
})
