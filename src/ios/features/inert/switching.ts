/** Lines of a switch that wait for frames: mirror sessions, channels, UDLD. */

import { globalMode } from '../../declare.ts'

const channel = globalMode.words('port-channel', { 'port-channel': 'EtherChannel configuration' })
channel.line('load-balance {method:dst-ip|dst-mac|src-dst-ip|src-dst-mac|src-ip|src-mac}', {
  help: {
    'load-balance': 'Load Balancing method',
    'dst-ip': 'Dst IP Addr',
    'dst-mac': 'Dst Mac Addr',
    'src-dst-ip': 'Src XOR Dst IP Addr',
    'src-dst-mac': 'Src XOR Dst Mac Addr',
    'src-ip': 'Src IP Addr',
    'src-mac': 'Src Mac Addr',
  },
  needs: ['etherchannel', 'switchport'],
  place: 'errdisable',
  default: { method: 'src-mac' },
  inert: true,
})
globalMode.line('lacp system-priority <priority:1-65535>', {
  help: {
    lacp: 'LACP configuration',
    'system-priority': 'LACP priority for the system',
    priority: 'Priority value',
  },
  needs: ['etherchannel', 'switchport'],
  place: 'errdisable',
  default: { priority: 32_768 },
  inert: true,
})

const udld = globalMode.words('udld', { udld: 'Configure global UDLD setting' })
const link = { needs: 'switch', place: 'vtp', inert: true } as const
udld.line('{mode:aggressive|enable}', {
  ...link,
  help: {
    aggressive: 'Enable UDLD protocol in aggressive mode on fiber ports except where locally configured',
    enable: 'Enable UDLD protocol on fiber ports except where locally configured',
  },
})
udld.line('message time <seconds:1-90>', {
  ...link,
  help: {
    message: 'Set UDLD message parameters',
    time: 'Set UDLD message time period',
    seconds: 'Time in seconds between sending of messages in steady state',
  },
  default: { seconds: 15 },
})

const monitor = globalMode.words('monitor session <session:1-66>', {
  monitor: 'Monitoring different system events',
  session: 'Configure a SPAN session',
})
const mirror = { needs: 'switch', place: 'monitor', inert: true } as const
monitor.line('source interface <name:interface> [{direction:both|rx|tx}]', {
  ...mirror,
  help: {
    source: 'SPAN source interface, VLAN',
    interface: 'SPAN source interface',
    name: 'Interface',
    both: 'Monitor received and transmitted traffic',
    rx: 'Monitor received traffic only',
    tx: 'Monitor transmitted traffic only',
  },
  key: ['session', 'name'],
  // Both directions are what is mirrored anyway.
  keep: ({ direction, ...rest }) =>
    direction === undefined || direction === 'both' ? rest : { ...rest, direction },
})
monitor.line('destination interface <name:interface>', {
  ...mirror,
  help: {
    destination: 'SPAN destination interface or VLAN',
    interface: 'SPAN destination interface',
    name: 'Interface',
  },
  key: ['session', 'name'],
})
