/**
 * The modes of the command language: prompt, heading of `?`, where `exit` leads, and the order of the places that a mode's
 * lines print in. The order of places in the global section is the profile's (`runningConfig`), because it differs by platform.
 */

export interface Mode {
  /** Between the brackets of the prompt: `config-if`. */
  readonly prompt: string
  /** First row of `?` at the prompt. */
  readonly heading: string
  /** First row of `?` behind these words, for the few that have one. */
  readonly subheadings?: Readonly<Record<string, string>>
  /** The mode that `exit` returns to, and whose commands are tried when this one's do not fit. */
  readonly parent?: ModeId
  /** Takes the commands of another mode: an interface range has an interface's. */
  readonly like?: ModeId
  /** The order in which lines of this mode print. */
  readonly places: readonly string[]
}

const globalPlaces = [
  'version',
  'service',
  'platform',
  'hostname',
  'boot',
  'security',
  'logging',
  'enable',
  'username',
  'aaa',
  'clock',
  'system-mtu',
  'ip-routing',
  'ip-names',
  'ip-dhcp',
  'ip-cef',
  'ipv6-cef',
  'login',
  'subscriber',
  'multilink',
  'key-chain',
  'vtp',
  'cts',
  'crypto-pki',
  'license',
  'diagnostic',
  'archive',
  'spanning-tree',
  'errdisable',
  'redundancy',
  'vlan-internal',
  'vlans',
  'lldp',
  'cdp',
  'class-maps',
  'policy-maps',
  'crypto',
  'define',
  'interfaces',
  'routers',
  'ip-default-gateway',
  'ip-forward',
  'ip-http',
  'ip-nat',
  'ip-route',
  'ip-ssh',
  'ioam',
  'ip-access-lists',
  'logging-hosts',
  'access-lists',
  'route-maps',
  'snmp-server',
  'control-plane',
  'banner',
  'alias',
  'privilege',
  'lines',
  'monitor',
  'scheduler',
  'ntp',
] as const

const interfacePlaces = [
  'description',
  'switchport-routed',
  'switchport-access',
  'switchport-trunk',
  'switchport-mode',
  'switchport-voice',
  'switchport-port-security',
  'switchport',
  'bandwidth',
  'delay',
  'encapsulation',
  'vrf',
  'ip-address',
  'ip-access-group',
  'ip-helper',
  'ip',
  'ip-nat',
  'ip-ospf',
  'encapsulation-serial',
  'ppp',
  'load-interval',
  'keepalive',
  'shutdown',
  'duplex',
  'speed',
  'media',
  'mdix',
  'ipv6',
  'clock-rate',
  'storm-control',
  'cdp',
  'lldp',
  'channel-group',
  'udld',
  'spanning-tree',
  'ip-dhcp',
  'standby',
  'crypto',
  'other',
] as const

const linePlaces = [
  'session-timeout',
  'location',
  'session-limit',
  'access-class',
  'absolute-timeout',
  'logout-warning',
  'exec-timeout',
  'privilege',
  'password',
  'logging',
  'login',
  'timeout',
  'motd-banner',
  'exec-banner',
  'history',
  'activation-character',
  'exec',
  'autocommand',
  'rotary',
  'length',
  'width',
  'transport-preferred',
  'transport-input',
  'transport-output',
  'escape-character',
  'databits',
  'parity',
  'stopbits',
  'speed',
  'flowcontrol',
  'other',
] as const

/** Routing protocols share lines, so they share the places: EIGRP prints its networks early and its router-id late. */
const routerPlaces = [
  'version',
  'router-id',
  'log-changes',
  'auto-cost',
  'area',
  'eigrp-network',
  'redistribute',
  'passive-interface',
  'network',
  'neighbor',
  'default-information',
  'other',
  'eigrp-router-id',
] as const

export const modes = {
  exec: { prompt: '', heading: 'Exec commands:', places: [] },
  config: { prompt: 'config', heading: 'Configure commands:', places: globalPlaces },
  'config-if': {
    prompt: 'config-if',
    heading: 'Interface configuration commands:',
    subheadings: { ip: 'Interface IP configuration subcommands:' },
    parent: 'config',
    places: interfacePlaces,
  },
  'config-subif': {
    prompt: 'config-subif',
    heading: 'Interface configuration commands:',
    parent: 'config',
    like: 'config-if',
    places: interfacePlaces,
  },
  'config-if-range': {
    prompt: 'config-if-range',
    heading: 'Interface configuration commands:',
    parent: 'config',
    like: 'config-if',
    places: interfacePlaces,
  },
  'config-line': {
    prompt: 'config-line',
    heading: 'Line configuration commands:',
    parent: 'config',
    places: linePlaces,
  },
  'config-vlan': {
    prompt: 'config-vlan',
    heading: 'VLAN configuration commands:',
    parent: 'config',
    places: ['name', 'state', 'other'],
  },
  'config-std-nacl': {
    prompt: 'config-std-nacl',
    heading: 'Standard Access List configuration commands:',
    parent: 'config',
    places: ['remark', 'entry'],
  },
  'config-ext-nacl': {
    prompt: 'config-ext-nacl',
    heading: 'Ext Access List configuration commands:',
    parent: 'config',
    places: ['remark', 'entry'],
  },
  'dhcp-config': {
    prompt: 'dhcp-config',
    heading: 'DHCP pool configuration commands:',
    parent: 'config',
    places: ['network', 'default-router', 'dns-server', 'domain-name', 'lease', 'other'],
  },
  'config-router-ospf': {
    prompt: 'config-router',
    heading: 'Router configuration commands:',
    parent: 'config',
    places: routerPlaces,
  },
  'config-router-eigrp': {
    prompt: 'config-router',
    heading: 'Router configuration commands:',
    parent: 'config',
    places: routerPlaces,
  },
  'config-router-rip': {
    prompt: 'config-router',
    heading: 'Router configuration commands:',
    parent: 'config',
    places: routerPlaces,
  },
  'config-router-bgp': {
    prompt: 'config-router',
    heading: 'Router configuration commands:',
    parent: 'config',
    places: routerPlaces,
  },
  'config-keychain': {
    prompt: 'config-keychain',
    heading: 'Key-chain configuration commands:',
    parent: 'config',
    places: ['key'],
  },
  'config-keychain-key': {
    prompt: 'config-keychain-key',
    heading: 'Key-chain key configuration commands:',
    parent: 'config-keychain',
    places: ['key-string', 'lifetime'],
  },
  'config-route-map': {
    prompt: 'config-route-map',
    heading: 'Route Map configuration commands:',
    parent: 'config',
    places: ['description', 'match', 'set', 'continue'],
  },
  'config-archive': {
    prompt: 'config-archive',
    heading: 'Archive configuration commands:',
    parent: 'config',
    places: ['path', 'other'],
  },
} as const satisfies Record<
  string,
  {
    prompt: string
    heading: string
    subheadings?: Record<string, string>
    parent?: string
    like?: string
    places: readonly string[]
  }
>

export type ModeId = keyof typeof modes

/** The places of a mode by name: where a line of it prints. */
export type PlaceOf<M extends ModeId> = (typeof modes)[M]['places'][number]

export function modeOf(id: ModeId): Mode {
  return modes[id]
}
