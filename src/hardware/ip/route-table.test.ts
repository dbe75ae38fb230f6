import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ip } from '../../../test/ip-wire.ts'
import { maskOf, showIpv4 } from '../../wire/ipv4-text.ts'
import { pathFor, RouteTable } from './route-table.ts'
import type { IpLink, Route } from './types.ts'

const newLink = (name: string) => {
  const link = {
    name,
    kind: 'ethernet' as const,
    mac: 0,
    mtuBytes: 1500,
    up: true,
    isUp: () => link.up,
    send: () => {},
  }
  return link
}
const newTable = () =>
  new RouteTable(
    () => 0,
    (run) => run(),
  )

const route = (to: string, more: Partial<Route> & { via?: string }): Route => ({
  prefix: ip(to),
  prefixLength: Number(to.split('/')[1]),
  source: 'static',
  distance: 1,
  metric: 0,
  ...more,
  ...(more.via === undefined ? {} : { nextHop: ip(more.via) }),
})
const connected = (to: string, link: IpLink) => route(to, { source: 'connected', distance: 0, link })

const shown = (table: RouteTable) =>
  table.installed().map(({ prefix, prefixLength, source, paths }) => {
    const ways = paths.map(
      ({ link, gateway }) => `${gateway === undefined ? '' : `${showIpv4(gateway)} `}${link.name}`,
    )
    return `${showIpv4(prefix)}/${prefixLength} ${source} ${ways.join(', ')}`
  })

describe('the route table', () => {
  test('a floating route waits until the better one is gone', () => {
    const table = newTable()
    const [a, b] = [newLink('a'), newLink('b')]
    table.add(connected('10.0.1.0/24', a))
    table.add(connected('10.0.2.0/24', b))
    table.add(route('0.0.0.0/0', { via: '10.0.1.9' }))
    table.add(route('0.0.0.0/0', { via: '10.0.2.9', distance: 200 }))
    expect(shown(table)[0]).toBe('0.0.0.0/0 static 10.0.1.9 a')
    a.up = false
    table.changed()
    expect(shown(table)).toEqual(['0.0.0.0/0 static 10.0.2.9 b', '10.0.2.0/24 connected b'])
    expect(table.get(0, 0)?.distance).toBe(200)
    a.up = true
    table.changed()
    expect(shown(table)[0]).toBe('0.0.0.0/0 static 10.0.1.9 a')
  })

  test('a next hop is looked up until a link is found', () => {
    const table = newTable()
    table.add(route('10.3.0.0/16', { via: '10.2.0.1' }))
    table.add(route('10.2.0.0/16', { via: '10.1.0.1' }))
    expect(shown(table)).toEqual([])
    table.add(connected('10.1.0.0/24', newLink('a')))
    expect(shown(table)).toEqual([
      '10.1.0.0/24 connected a',
      '10.2.0.0/16 static 10.1.0.1 a',
      '10.3.0.0/16 static 10.1.0.1 a',
    ])
  })

  test('routes that only lead to each other, or to themselves, lead nowhere', () => {
    const table = newTable()
    table.add(route('10.1.0.0/16', { via: '10.2.0.1' }))
    table.add(route('10.2.0.0/16', { via: '10.1.0.1' }))
    table.add(route('10.9.0.0/16', { via: '10.9.0.1' }))
    table.add(route('0.0.0.0/0', { via: '8.8.8.8' }))
    expect(shown(table)).toEqual([])
  })

  // From memory.
  test('a next hop inside its own route is reached by a wider one', () => {
    const table = newTable()
    table.add(route('0.0.0.0/0', { link: newLink('a') }))
    table.add(route('10.9.0.0/16', { via: '10.9.0.1' }))
    expect(shown(table)).toEqual(['0.0.0.0/0 static a', '10.9.0.0/16 static 10.9.0.1 a'])
  })

  test('distance 255 is never used, and equal routes share', () => {
    const table = newTable()
    const [a, b] = [newLink('a'), newLink('b')]
    table.add(connected('10.0.1.0/24', a))
    table.add(connected('10.0.2.0/24', b))
    table.add(route('172.16.0.0/12', { via: '10.0.1.9', distance: 255 }))
    table.add(route('10.5.0.0/16', { via: '10.0.1.9' }))
    table.add(route('10.5.0.0/16', { via: '10.0.2.9' }))
    expect(shown(table)[2]).toBe('10.5.0.0/16 static 10.0.1.9 a, 10.0.2.9 b')
    expect(table.installed()).toHaveLength(3)
    const used = new Set<string | undefined>()
    for (let host = 0; host < 64; host++) {
      const found = table.lookup(ip('10.5.0.0') + host)
      const way = found && pathFor(found, 77, ip('10.5.0.0') + host)
      expect(found && pathFor(found, 77, ip('10.5.0.0') + host)).toBe(way)
      used.add(way?.link.name)
    }
    expect(used).toEqual(new Set(['a', 'b']))
  })

  test('a permanent route outlives its link', () => {
    const table = newTable()
    const a = newLink('a')
    table.add(route('10.5.0.0/16', { link: a, permanent: true }))
    table.add(route('10.6.0.0/16', { link: a }))
    a.up = false
    table.changed()
    expect(shown(table)).toEqual(['10.5.0.0/16 static a'])
  })

  test('says that it changed, once an instant', () => {
    const later: (() => void)[] = []
    const table = new RouteTable(
      () => 0,
      (run) => later.push(run),
    )
    let told = 0
    const stop = table.onChange(() => told++)
    const one = route('10.5.0.0/16', { link: newLink('a') })
    table.add(one)
    table.add(route('10.6.0.0/16', { link: newLink('a') }))
    for (const run of later.splice(0)) run()
    expect(told).toBe(1)
    stop()
    table.remove(one)
    expect(later).toHaveLength(0)
  })

  test('finds what a search of all prefixes finds, however it changes', () => {
    const prefixes = fc
      .tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.nat(32))
      .map(([address, prefixLength]) => ({
        // Few networks, so that prefixes nest.
        prefix: (address & 0xc00f_00ff & maskOf(prefixLength)) >>> 0,
        prefixLength,
      }))
    fc.assert(
      fc.property(
        fc.array(prefixes, { maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 20 }),
        fc.nat(29),
        (offered, destinations, removed) => {
          const table = newTable()
          table.cacheAnswers()
          const link = newLink('a')
          const routes = offered.map((prefix) => ({ ...route('0.0.0.0/0', { link }), ...prefix }))
          for (const one of routes) table.add(one)
          const check = (alive: Route[]) => {
            for (const wide of destinations) {
              const destination = (wide & 0xc00f_00ff) >>> 0
              const longest = Math.max(
                -1,
                ...alive
                  .filter(({ prefix, prefixLength }) => (destination & maskOf(prefixLength)) >>> 0 === prefix)
                  .map(({ prefixLength }) => prefixLength),
              )
              expect(table.lookup(destination)?.prefixLength ?? -1).toBe(longest)
            }
          }
          check(routes)
          const gone = routes[removed]
          if (gone !== undefined) {
            table.remove(gone)
            check(routes.filter((one) => one !== gone))
          }
        },
      ),
    )
  })
})
