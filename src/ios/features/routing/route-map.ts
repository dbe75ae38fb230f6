/** `route-map`: the commonest lines, kept and printed. They act when a protocol asks them. Source: Cisco IOS IP Routing: Protocol-Independent command reference. */

import type { Args } from '../../../config/section.ts'
import { globalMode, Words } from '../../declare.ts'
import { printable } from '../../printable.ts'

type Clause = { readonly name: string; readonly action?: 'permit' | 'deny'; readonly sequence?: number }

function compareClauses(a: Args, b: Args): number {
  const left = a as unknown as Clause
  const right = b as unknown as Clause
  if (left.name === right.name) return (left.sequence ?? 10) - (right.sequence ?? 10)
  return left.name < right.name ? -1 : 1
}

export const routeMap = globalMode.line('route-map <name:word> [{action:deny|permit}] [<sequence:0-65535>]', {
  help: {
    'route-map': 'Create route-map or enter route-map command mode',
    name: 'Route map tag',
    deny: 'Route map denies set operations',
    permit: 'Route map permits set operations',
    sequence: 'Sequence to insert to/delete from existing route-map entry',
  },
  key: ['name', 'sequence'],
  needs: 'ip-routing',
  place: 'route-maps',
  opens: {
    mode: 'config-route-map',
    separated: true,
    compare: (a, b) => compareClauses(a.args, b.args),
  },
  inert: true,
  print: ({ name, action = 'permit', sequence = 10 }) => [
    `route-map ${printable(name)} ${action} ${sequence}`,
  ],
})

const mode = new Words(['config-route-map'], '', {}, 15)
const match = mode.words('match', { match: 'Match values from routing table' })
const set = mode.words('set', { set: 'Set values in destination routing protocol' })

mode.line('description <text:line>', {
  help: { description: 'Route-map comment', text: 'Comment describing this route-map' },
  place: 'description',
  inert: true,
  keep: ({ text }) => ({ text: printable(text) }),
})

match.line('ip address <list:word>', {
  help: {
    ip: 'IP specific information',
    address: 'Match address of route or match packet',
    list: 'IP access-list name',
  },
  place: 'match',
  inert: true,
})
match.line('interface <name:interface>', {
  help: { interface: 'Match first hop interface of route', name: 'Interface' },
  place: 'match',
  inert: true,
})
set.line('ip next-hop <address:ipv4>', {
  help: { ip: 'IP specific information', 'next-hop': 'Next hop address', address: 'IP address of next hop' },
  place: 'set',
  inert: true,
})
set.line('local-preference <value:0-4294967295>', {
  help: { 'local-preference': 'BGP local preference path attribute', value: 'Preference value' },
  place: 'set',
  inert: true,
})
set.line('metric <value:0-4294967295>', {
  help: {
    metric: 'Metric value for destination routing protocol',
    value: 'Metric value or Bandwidth in Kbits per second',
  },
  place: 'set',
  inert: true,
})
