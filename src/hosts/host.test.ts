import { expect, test } from 'vitest'
import { portOf, twoHosts } from '../../test/hosts.ts'
import { ethernetFrame } from '../wire/ethernet.ts'
import { macFromHex } from '../wire/mac.ts'

test('a host answers pings, and the first one waits for ARP without being lost', () => {
  const { a } = twoHosts()
  const shown = a.run('ping -c 3 10.0.0.2')
  expect(shown).toContain('3 packets transmitted, 3 received, 0% packet loss, time 2000ms\n')
  const times = [...shown.matchAll(/time=([\d.]+) ms/g)].map(([, time]) => Number(time))
  expect(times).toHaveLength(3)
  expect(times[0]).toBeGreaterThan(times[1] ?? 0)
})

test.each([
  ['01000ccccccc', 'not for this host'],
  ['0180c2000000', 'not for this host'],
  ['525400000099', 'not for this host'],
  ['ffffffffffff', 'unknown ethertype'],
] as const)('a frame to %s ends as %s', (destination, reason) => {
  const { network, a } = twoHosts()
  const before = network.log.endings.get(reason) ?? 0
  const addresses = { destination: macFromHex(destination), source: 0x5254_0000_000a }
  portOf(a).transmit(ethernetFrame(addresses, 0x88b5, new Uint8Array(46)), network.newJourney())
  a.advance(10)
  expect(network.log.endings.get(reason)).toBe(before + 1)
})

test('a host that is off takes no frames, and its link goes down', () => {
  const { network, a, b } = twoHosts()
  b.host.powerOff()
  a.advance(0)
  expect(network.cables[0]?.isUp).toBe(false)
  expect([b.host.state, b.host.system, b.host.waitsForInput]).toEqual(['off', undefined, true])
  expect(a.run('ping -c 1 10.0.0.2')).toContain('100% packet loss')
  b.host.powerOn()
  b.advance(15_000)
  expect(a.run('ping -c 1 10.0.0.2')).toContain(' 0% packet loss')
})

test('neighbours are forgotten when the cable is pulled: another may be there afterwards', () => {
  const { network, a } = twoHosts()
  a.run('ping -c 1 10.0.0.2')
  expect(a.run('ip n')).toContain('REACHABLE')
  for (const cable of network.cables) network.disconnect(cable)
  expect(a.run('ip n')).toBe('')
})
