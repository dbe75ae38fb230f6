/** Lines of a switch that wait for frames: err-disable, mirror sessions, channels, UDLD. */

import { globalMode } from '../../declare.ts'

const errdisable = globalMode.words('errdisable', { errdisable: 'Error disable' })
const recovery = errdisable.words('recovery', { recovery: 'Error disable recovery' })
const err = { needs: 'errdisable', place: 'errdisable', inert: true } as const

const recover = (cause: string): string => `Enable timer to recover from ${cause} error disable state`

recovery.line(
  'cause {cause:all|arp-inspection|bpduguard|channel-misconfig|dhcp-rate-limit|dtp-flap|gbic-invalid|inline-power|link-flap|loopback|mac-limit|pagp-flap|port-mode-failure|pppoe-ia-rate-limit|psecure-violation|psp|security-violation|sfp-config-mismatch|small-frame|storm-control|udld|vmps}',
  {
    ...err,
    help: {
      cause: 'Enable error disable recovery for application',
      all: 'Enable timer to recover from all causes',
      'arp-inspection': recover('arp-inspection'),
      bpduguard: recover('bpdu-guard'),
      'channel-misconfig': recover('channel-misconfig'),
      'dhcp-rate-limit': recover('dhcp-rate-limit'),
      'dtp-flap': recover('dtp-flap'),
      'gbic-invalid': recover('gbic-invalid'),
      'inline-power': recover('inline-power'),
      'link-flap': recover('link-flap'),
      loopback: recover('loopback'),
      'mac-limit': recover('mac-limit'),
      'pagp-flap': recover('pagp-flap'),
      'port-mode-failure': recover('port-mode-failure'),
      'pppoe-ia-rate-limit': recover('pppoe-ia-rate-limit'),
      'psecure-violation': recover('psecure-violation'),
      psp: recover('psp'),
      'security-violation': recover('security-violation'),
      'sfp-config-mismatch': recover('sfp-config-mismatch'),
      'small-frame': recover('small-frame'),
      'storm-control': recover('storm-control'),
      udld: recover('udld'),
      vmps: recover('vmps'),
    },
    key: ['cause'],
  },
)
recovery.line('interval <seconds:30-86400>', {
  ...err,
  help: { interval: 'Error disable recovery timer value', seconds: 'timer-interval(sec)' },
  default: { seconds: 300 },
})
errdisable.line(
  'detect cause {cause:all|arp-inspection|dhcp-rate-limit|dtp-flap|gbic-invalid|inline-power|link-flap|loopback|pagp-flap|small-frame}',
  {
    ...err,
    help: {
      detect: 'Error disable detection',
      cause: 'Error disable detection cause',
      all: 'Enable error detection on all cases',
      'arp-inspection': 'Enable error detection for arp inspection',
      'dhcp-rate-limit': 'Enable error detection on dhcp-rate-limit',
      'dtp-flap': 'Enable error detection on dtp-flapping',
      'gbic-invalid': 'Enable error detection on gbic-invalid',
      'inline-power': 'Enable error detection for inline-power',
      'link-flap': 'Enable error detection on linkstate-flapping',
      loopback: 'Enable error detection on loopback',
      'pagp-flap': 'Enable error detection on pagp-flapping',
      'small-frame': 'Enable error detection on small_frame',
    },
    key: ['cause'],
    default: {},
  },
)

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
