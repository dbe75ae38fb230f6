/** Lines that several routing protocols have in the same words. They act when the protocols run. */

import { globalMode, Words } from '../../declare.ts'

export const router = globalMode.words('router', { router: 'Enable a routing process' })

const interior = new Words(['config-router-ospf', 'config-router-eigrp', 'config-router-rip'], '', {}, 15)
const all = new Words(
  ['config-router-ospf', 'config-router-eigrp', 'config-router-rip', 'config-router-bgp'],
  '',
  {},
  15,
)

const redistribute = all.words('redistribute', {
  redistribute: 'Redistribute information from another routing protocol',
})

const redistributeHelp = {
  metric: 'Metric for redistributed routes',
  metricValue: 'Default metric',
  'metric-type': 'OSPF/IS-IS exterior metric type for redistributed routes',
  type: 'Set OSPF External Type 1 or 2 metrics',
  subnets: 'Consider subnets for redistribution into OSPF',
  'route-map': 'Route map reference',
  map: 'Pointer to route-map entries',
} as const
const options =
  '[metric <metricValue:0-16777214>] [metric-type <type:1-2>] [{subnets:subnets}] [route-map <map:word>]' as const

redistribute.line(`{source:connected|rip|static} ${options}`, {
  help: {
    ...redistributeHelp,
    connected: 'Connected',
    rip: 'Routing Information Protocol (RIP)',
    static: 'Static routes',
  },
  key: ['source'],
  place: 'redistribute',
  inert: true,
})

redistribute.line(`{source:bgp|eigrp|ospf} <process:1-65535> ${options}`, {
  help: {
    ...redistributeHelp,
    bgp: 'Border Gateway Protocol (BGP)',
    eigrp: 'Enhanced Interior Gateway Routing Protocol (EIGRP)',
    ospf: 'Open Shortest Path First (OSPF)',
    process: 'Process ID',
  },
  key: ['source', 'process'],
  place: 'redistribute',
  inert: true,
})

all.line('maximum-paths <paths:1-32>', {
  help: { 'maximum-paths': 'Forward packets over multiple paths', paths: 'Number of paths' },
  place: 'other',
  inert: true,
})

interior.line('distance <value:1-255>', {
  help: { distance: 'Define an administrative distance', value: 'Administrative distance' },
  place: 'other',
  inert: true,
})

interior.line('distribute-list <list:word> {direction:in|out}', {
  help: {
    'distribute-list': 'Filter networks in routing updates',
    list: 'IP access list number or name',
    in: 'Filter incoming routing updates',
    out: 'Filter outgoing routing updates',
  },
  key: ['direction'],
  place: 'other',
  inert: true,
})
