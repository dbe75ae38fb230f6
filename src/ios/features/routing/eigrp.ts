/** `router eigrp` with a number: its lines, kept and printed. They act when EIGRP runs. Named mode is left out. Source: Cisco IOS IP Routing: EIGRP command reference. */

import { classfulNetwork } from '../../classful.ts'
import { Words } from '../../declare.ts'
import { router } from './shared.ts'

router.line('eigrp <as:1-65535>', {
  help: { eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)', as: 'Autonomous System' },
  key: ['as'],
  needs: 'router-eigrp',
  place: 'routers',
  opens: {
    mode: 'config-router-eigrp',
    separated: true,
    compare: (a, b) => (a.args['as'] as number) - (b.args['as'] as number),
  },
  inert: true,
})

const mode = new Words(['config-router-eigrp'], '', {}, 15)

export const eigrpNetwork = mode.line('network <address:ipv4> [<wildcard:wildcard>]', {
  help: {
    network: 'Enable routing on an IP network',
    address: 'Network number',
    wildcard: 'EIGRP wild card bits',
  },
  key: ['address', 'wildcard'],
  place: 'eigrp-network',
  inert: true,
  keep: ({ address, wildcard }) =>
    wildcard === undefined
      ? { address: classfulNetwork(address) }
      : { address: (address & ~wildcard) >>> 0, wildcard },
})

mode.line('auto-summary', {
  help: { 'auto-summary': 'Enable automatic network number summarization' },
  place: 'other',
  inert: true,
})

mode.line('variance <multiplier:1-128>', {
  help: { variance: 'Control load balancing variance', multiplier: 'Metric variance multiplier' },
  place: 'other',
  default: { multiplier: 1 },
  inert: true,
})

mode.line('distance eigrp <internal:1-255> <external:1-255>', {
  help: {
    distance: 'Define an administrative distance',
    eigrp: 'Set distance for internal and external routes',
    internal: 'Distance for internal routes',
    external: 'Distance for external routes',
  },
  place: 'other',
  default: { internal: 90, external: 170 },
  inert: true,
})

mode.line('metric weights <tos:0-8> <k1:0-255> <k2:0-255> <k3:0-255> <k4:0-255> <k5:0-255>', {
  help: {
    metric: 'Modify metrics and parameters for advertisement',
    weights: 'Modify metric coefficients',
    tos: 'Type Of Service (Only TOS 0 supported)',
    k1: 'K1',
    k2: 'K2',
    k3: 'K3',
    k4: 'K4',
    k5: 'K5',
  },
  place: 'other',
  default: { tos: 0, k1: 1, k2: 0, k3: 1, k4: 0, k5: 0 },
  inert: true,
})

const eigrp = mode.words('eigrp', { eigrp: 'EIGRP specific commands' })

eigrp.line('router-id <id:ipv4>', {
  help: { 'router-id': 'router id for this EIGRP process', id: 'EIGRP Router-ID in IP address format' },
  place: 'eigrp-router-id',
  inert: true,
})

eigrp.line('stub [{kinds*:connected|receive-only|redistributed|static|summary}]', {
  help: {
    stub: 'Set IP-EIGRP as stubbed router',
    connected: 'Do advertise connected routes',
    'receive-only': 'Set receive only neighbor',
    redistributed: 'Do advertise redistributed routes',
    static: 'Do advertise static routes',
    summary: 'Do advertise summary routes',
  },
  place: 'eigrp-router-id',
  inert: true,
  // What a stub advertises unless somebody says.
  keep: ({ kinds }) => ({ kinds: kinds ?? (['connected', 'summary'] as const) }),
})
