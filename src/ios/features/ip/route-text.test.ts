/** The layouts on which captures of 15.2, 15.7 and 16.x agree; all their tables, read and printed again, were the same text. */

import { describe, expect, test } from 'vitest'
import type { InstalledRoute, Route } from '../../../hardware/ip/types.ts'
import { readIpv4 } from '../../../wire/ipv4-text.ts'
import { gatewayLine, legend, routeDetail, routeLines, summary } from './route-text.ts'

const second = 1000
const hour = 3600 * second
const style = { release: 15.4, nowMs: 100 * 24 * hour }

const link = (name: string) => ({
  name,
  kind: name === 'Null0' ? ('null' as const) : ('ethernet' as const),
  mac: 0,
  mtuBytes: 1500,
  isUp: () => true,
  send: () => {},
})

/** `10.0.0.0/8`, source, distance/metric, and the ways: `10.1.1.1 Gi0/0`, `Null0`. */
function route(
  prefix: string,
  source: string,
  numbers: string,
  ways: readonly string[],
  more: Partial<Route> & { ageMs?: number } = {},
): InstalledRoute {
  const [address = '', length] = prefix.split('/')
  const [distance, metric] = numbers.split('/').map(Number)
  const { ageMs = 0, ...rest } = more
  const common = {
    prefix: readIpv4(address) ?? 0,
    prefixLength: Number(length),
    source,
    distance: distance ?? 0,
    metric: metric ?? 0,
  }
  const routes = ways.map((way): Route => {
    const [first = '', second] = way.split(' ')
    const nextHop = readIpv4(first)
    const name = nextHop === undefined ? first : second
    return {
      ...common,
      ...rest,
      ...(nextHop !== undefined && { nextHop }),
      ...(name !== undefined && { link: link(name) }),
    }
  })
  return { ...common, sinceMs: style.nowMs - ageMs, routes, paths: [] }
}

const connected = (network: string, own: string, name: string) => [
  route(network, 'connected', '0/0', [name]),
  route(`${own}/32`, 'local', '0/0', [name]),
]

describe('routes below their networks', () => {
  test('one mask: a heading with it, members without', () => {
    const routes = ['192.168.123.4/32', '192.168.123.5/32'].map((prefix) =>
      route(prefix, 'connected', '0/0', ['Loopback1']),
    )
    expect(routeLines(routes, style)).toBe(
      [
        '      192.168.123.0/32 is subnetted, 2 subnets',
        'C        192.168.123.4 is directly connected, Loopback1',
        'C        192.168.123.5 is directly connected, Loopback1',
        '',
      ].join('\n'),
    )
  })

  test('several masks: counts, and members with theirs, also where one is the network itself', () => {
    expect(routeLines(connected('192.168.1.0/24', '192.168.1.1', 'GigabitEthernet0/2'), style)).toBe(
      [
        '      192.168.1.0/24 is variably subnetted, 2 subnets, 2 masks',
        'C        192.168.1.0/24 is directly connected, GigabitEthernet0/2',
        'L        192.168.1.1/32 is directly connected, GigabitEthernet0/2',
        '',
      ].join('\n'),
    )
  })

  test('networks by their class, supernets and the default route stand alone', () => {
    const routes = [
      route('192.168.2.0/24', 'static', '1/0', ['10.1.11.2']),
      route('192.168.0.0/16', 'static', '1/0', ['Null0']),
      route('0.0.0.0/0', 'static', '1/0', ['10.0.0.1']),
    ]
    expect(routeLines(routes, style)).toBe(
      [
        'S*    0.0.0.0/0 [1/0] via 10.0.0.1',
        'S     192.168.0.0/16 is directly connected, Null0',
        'S     192.168.2.0/24 [1/0] via 10.1.11.2',
        '',
      ].join('\n'),
    )
  })

  // All of 13 routes in captures of 12.x, 15.2, 15.7 and 16.x; one of a router whose configuration has 10.1.11.1 first.
  test('equal paths from the highest next hop down, and the first of them as the last resort', () => {
    const several = (prefix: string) => route(prefix, 'static', '1/0', ['10.1.11.1', '10.1.12.1'])
    expect(routeLines([several('192.168.1.0/24')], style)).toBe(
      ['S     192.168.1.0/24 [1/0] via 10.1.12.1', '                     [1/0] via 10.1.11.1', ''].join('\n'),
    )
    expect(gatewayLine([several('0.0.0.0/0')])).toBe(
      'Gateway of last resort is 10.1.12.1 to network 0.0.0.0\n',
    )
  })

  test('codes, ages, and equal paths below each other', () => {
    const routes = [
      route(
        '192.168.60.0/24',
        'ospf 1',
        '110/20',
        ['1.0.2.1 GigabitEthernet0/0', '1.0.1.1 GigabitEthernet1/0'],
        {
          subType: 'E2',
          ageMs: 13 * 60 * second + 26 * second,
        },
      ),
      route('10.3.0.0/24', 'ospf 1', '110/2', ['10.1.11.2 GigabitEthernet0/1'], {
        subType: 'IA',
        ageMs: 30 * hour,
      }),
      route('10.4.0.0/16', 'ospf 1', '110/2', ['Null0'], { ageMs: 8 * 24 * hour }),
    ]
    expect(routeLines(routes, style)).toBe(
      [
        '      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks',
        'O IA     10.3.0.0/24 [110/2] via 10.1.11.2, 1d06h, GigabitEthernet0/1',
        'O        10.4.0.0/16 is a summary, 1w1d, Null0',
        'O E2  192.168.60.0/24 [110/20] via 1.0.2.1, 00:13:26, GigabitEthernet0/0',
        '                      [110/20] via 1.0.1.1, 00:13:26, GigabitEthernet1/0',
        '',
      ].join('\n'),
    )
  })

  test('77 columns fit, 79 are broken behind the prefix', () => {
    const eigrp = (metric: number) =>
      route('192.168.122.0/24', 'eigrp 1', `170/${metric}`, ['10.13.21.1 GigabitEthernet1'], {
        subType: 'EX',
        ageMs: 13 * hour + 45 * 60 * second + 4 * second,
      })
    expect(routeLines([eigrp(25_858)], style)).toBe(
      'D EX  192.168.122.0/24 [170/25858] via 10.13.21.1, 13:45:04, GigabitEthernet1\n',
    )
    expect(routeLines([eigrp(2_585_856)], style)).toBe(
      'D EX  192.168.122.0/24\n           [170/2585856] via 10.13.21.1, 13:45:04, GigabitEthernet1\n',
    )
    // Before 15 a blank stays behind the prefix, and all stands one column to the left.
    expect(routeLines([eigrp(25_858_560)], { ...style, release: 12.4 })).toBe(
      'D EX 192.168.122.0/24 \n           [170/25858560] via 10.13.21.1, 13:45:04, GigabitEthernet1\n',
    )
  })

  test('a choice keeps the counts of the whole table', () => {
    const routes = [
      ...connected('10.0.0.0/30', '10.0.0.1', 'Serial0/0/0'),
      route('10.9.0.0/24', 'static', '1/0', ['10.0.0.2']),
    ]
    expect(routeLines(routes, style, ({ source }) => source === 'static')).toBe(
      '      10.0.0.0/8 is variably subnetted, 3 subnets, 3 masks\nS        10.9.0.0/24 [1/0] via 10.0.0.2\n',
    )
  })
})

test('the legend grows with the releases', () => {
  const rows = (release: number) =>
    legend({ ...style, release })
      .trimEnd()
      .split('\n')
  expect(rows(12.4)[0]).toBe('Codes: C - connected, S - static, R - RIP, M - mobile, B - BGP')
  expect(rows(12.4).at(-1)).toBe('       o - ODR, P - periodic downloaded static route')
  expect(rows(15.2).slice(-2)).toEqual([
    '       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP',
    '       + - replicated route, % - next hop override',
  ])
  expect(rows(15.4).slice(-2)).toEqual([
    '       a - application route',
    '       + - replicated route, % - next hop override',
  ])
  expect(rows(16.9).at(-1)).toBe('       + - replicated route, % - next hop override, p - overrides from PfR')
  // The row of inter-area routes ends in a blank.
  expect(rows(16.9)[1]).toMatch(/inter area $/)
})

test('the gateway of last resort', () => {
  expect(gatewayLine([])).toBe('Gateway of last resort is not set\n')
  expect(gatewayLine([route('0.0.0.0/0', 'static', '1/0', ['10.0.0.1'])])).toBe(
    'Gateway of last resort is 10.0.0.1 to network 0.0.0.0\n',
  )
  expect(gatewayLine([route('0.0.0.0/0', 'static', '1/0', ['Serial0/0/0'])])).toBe(
    'Gateway of last resort is 0.0.0.0 to network 0.0.0.0\n',
  )
})

test('one route in detail', () => {
  expect(routeDetail(route('0.0.0.0/0', 'static', '1/0', ['10.255.207.129']))).toBe(
    [
      'Routing entry for 0.0.0.0/0, supernet',
      '  Known via "static", distance 1, metric 0, candidate default path',
      '  Routing Descriptor Blocks:',
      '  * 10.255.207.129',
      '      Route metric is 0, traffic share count is 1',
      '',
    ].join('\n'),
  )
})

test('columns of the summary', () => {
  const rows = summary(connected('10.0.0.0/24', '10.0.0.1', 'GigabitEthernet1'), {
    ...style,
    release: 16.9,
  }).split('\n')
  expect(rows.slice(0, 5)).toEqual([
    'IP routing table name is default (0x0)',
    'IP routing table maximum-paths is 32',
    'Route Source    Networks    Subnets     Replicates  Overhead    Memory (bytes)',
    'application     0           0           0           0           0',
    'connected       0           2           0           192         624',
  ])
  expect(rows.at(-2)).toBe('Total           1           2           0           192         1336')
})
