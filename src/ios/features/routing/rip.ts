/** `router rip`: its lines, kept and printed. They act when RIP runs. Source: Cisco IOS IP Routing: RIP command reference. */

import { classfulNetwork } from '../../classful.ts'
import { Words } from '../../declare.ts'
import { router } from './shared.ts'

router.line('rip', {
  help: { rip: 'Routing Information Protocol (RIP)' },
  needs: 'router-rip',
  place: 'routers',
  opens: { mode: 'config-router-rip', separated: true },
  inert: true,
})

const mode = new Words(['config-router-rip'], '', {}, 15)

mode.line('version <number:1-2>', {
  help: { version: 'Set routing protocol version', number: 'version' },
  place: 'version',
  inert: true,
})

/** A subnet is kept as the network of its class, without a word. */
export const ripNetwork = mode.line('network <address:ipv4>', {
  help: { network: 'Enable routing on an IP network', address: 'Network number' },
  key: ['address'],
  place: 'network',
  inert: true,
  keep: ({ address }) => ({ address: classfulNetwork(address) }),
})

mode.line('neighbor <address:ipv4>', {
  help: { neighbor: 'Specify a neighbor router', address: 'Neighbor address' },
  key: ['address'],
  place: 'neighbor',
  inert: true,
})

mode.line('default-information originate', {
  help: {
    'default-information': 'Control distribution of default information',
    originate: 'Distribute a default route',
  },
  place: 'default-information',
  inert: true,
})

mode.line('default-metric <metric:1-16>', {
  help: { 'default-metric': 'Set metric of redistributed routes', metric: 'Default metric' },
  place: 'other',
  inert: true,
})

mode.line(
  'timers basic <update:1-4294967295> <invalid:1-4294967295> <holddown:0-4294967295> <flush:1-4294967295>',
  {
    help: {
      timers: 'Adjust routing timers',
      basic: 'Basic routing protocol update timers',
      update: 'Interval between updates for RIP',
      invalid: 'Invalid',
      holddown: 'Holddown',
      flush: 'Flush',
    },
    place: 'other',
    default: { update: 30, invalid: 180, holddown: 180, flush: 240 },
    inert: true,
  },
)

mode.line('auto-summary', {
  help: { 'auto-summary': 'Enable automatic network number summarization' },
  place: 'other',
  default: {},
  inert: true,
})
