/** `router ospf`: its lines, kept and printed. They act when OSPF runs. Source: Cisco IOS IP Routing: OSPF command reference. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { isContiguous, readIpv4 } from '../../arguments.ts'
import { Words } from '../../declare.ts'
import { router } from './shared.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** A number or a dotted quad, kept as it was written. */
    'ospf-area': string
  }
}

defineArgument<string>('ospf-area', {
  placeholder: () => '<0-4294967295>',
  words: () => [
    { word: '<0-4294967295>', help: 'OSPF area ID as a decimal value' },
    { word: 'A.B.C.D', help: 'OSPF area ID in IP address format' },
  ],
  read(line, start) {
    const end = tokenEnd(line, start)
    const text = line.slice(start, end)
    if (/^\d{1,10}$/.test(text))
      return Number(text) <= 0xffffffff
        ? { ok: true, value: String(Number(text)), end }
        : { ok: false, at: start }
    const address = readIpv4(line, start)
    return address.ok === true ? { ok: true, value: text, end } : address
  },
  show: (value) => value,
})

export const ospf = router.line('ospf <process:1-65535>', {
  help: { ospf: 'Open Shortest Path First (OSPF)', process: 'Process ID' },
  key: ['process'],
  needs: 'router-ospf',
  place: 'routers',
  opens: {
    mode: 'config-router-ospf',
    separated: true,
    compare: (a, b) => (a.args['process'] as number) - (b.args['process'] as number),
  },
  inert: true,
})

const mode = new Words(['config-router-ospf'], '', {}, 15)

mode.line('router-id <id:ipv4>', {
  help: { 'router-id': 'router-id for this OSPF process', id: 'OSPF router-id in IP address format' },
  place: 'router-id',
  inert: true,
})

mode.line('log-adjacency-changes [{detail:detail}]', {
  help: { 'log-adjacency-changes': 'Log changes in adjacency state', detail: 'Log all state changes' },
  place: 'log-changes',
  default: {},
  inert: true,
})

mode.line('auto-cost reference-bandwidth <megabits:1-4294967>', {
  help: {
    'auto-cost': 'Calculate OSPF interface cost according to bandwidth',
    'reference-bandwidth': 'Use reference bandwidth method to assign OSPF cost',
    megabits: 'The reference bandwidth in terms of Mbits per second',
  },
  place: 'auto-cost',
  default: { megabits: 100 },
  inert: true,
  // From memory.
  remark: () =>
    '% OSPF: Reference bandwidth is changed.\n        Please ensure reference bandwidth is consistent across all routers.',
})

const area = mode.words('area <area:ospf-area>', { area: 'OSPF area parameters' } as {
  readonly area: string
})

area.line('authentication [{kind:message-digest}]', {
  help: { authentication: 'Enable authentication', 'message-digest': 'Use message-digest authentication' },
  key: ['area'],
  place: 'area',
  inert: true,
})
area.line('stub [{summary:no-summary}]', {
  help: { stub: 'Specify a stub area', 'no-summary': 'Do not send summary LSA into stub area' },
  key: ['area'],
  place: 'area',
  inert: true,
})
area.line('nssa [{summary:no-summary}]', {
  help: { nssa: 'Specify a NSSA area', 'no-summary': 'Do not send summary LSA into NSSA' },
  key: ['area'],
  place: 'area',
  inert: true,
})
area.line('range <address:ipv4> <mask:mask> [{advertise:not-advertise}]', {
  help: {
    range: 'Summarize routes matching address/mask (border routers only)',
    address: 'IP address to match',
    mask: 'IP mask for address',
    'not-advertise': 'DoNotAdvertise this range',
  },
  key: ['area', 'address', 'mask'],
  place: 'area',
  inert: true,
})

export const ospfNetwork = mode.line('network <address:ipv4> <wildcard:wildcard> area <area:ospf-area>', {
  help: {
    network: 'Enable routing on an IP network',
    address: 'Network number',
    wildcard: 'OSPF wild card bits',
    area: 'Set the OSPF area ID',
  },
  key: ['address', 'wildcard'],
  place: 'network',
  inert: true,
  keep({ address, wildcard, area: id }) {
    // A netmask is taken for what was meant. From memory.
    const netmask = wildcard >>> 31 === 1 && isContiguous(wildcard) && wildcard !== 0xffffffff
    const bits = netmask ? ~wildcard >>> 0 : wildcard
    return { address: (address & ~bits) >>> 0, wildcard: bits, area: id }
  },
})

mode.line(
  'default-information originate [{always:always}] [metric <metric:0-16777214>] [metric-type <type:1-2>]',
  {
    help: {
      'default-information': 'Control distribution of default information',
      originate: 'Distribute a default route',
      always: 'Always advertise default route',
      metric: 'OSPF default metric',
      'metric-type': 'OSPF metric type for default routes',
      type: 'OSPF Link State type',
    },
    place: 'default-information',
    inert: true,
  },
)

mode.line('neighbor <address:ipv4>', {
  help: { neighbor: 'Specify a neighbor router', address: 'Neighbor address' },
  key: ['address'],
  place: 'neighbor',
  inert: true,
})

mode.line('shutdown', {
  help: { shutdown: 'Shutdown the OSPF protocol under the current instance' },
  place: 'other',
  inert: true,
})
