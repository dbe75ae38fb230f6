import { expect, test } from 'vitest'
import { ip, TestNet } from '../../../test/ip-wire.ts'
import { marks, ping, route, twoRouters } from '../../../test/two-routers.ts'
import { iosIpSettings, linuxIpSettings } from './settings.ts'

test('IOS loses the first ping to a new neighbour, and no other', () => {
  const { net, r1 } = twoRouters()
  expect(marks(ping(net, r1, '10.0.12.2', 5))).toBe('.!!!!')
  expect(marks(ping(net, r1, '10.0.12.2', 5))).toBe('!!!!!')
  // Announcements of addresses are for nobody in particular.
  const others = net.ended.filter(({ reason }) => reason !== 'not for this host')
  expect(others).toEqual([{ device: 'R1', reason: 'no arp entry yet', sent: false }])
})

test('each hop that has to ask loses one', () => {
  const { net, r1 } = twoRouters()
  // R1 asks for R2, then R2 for PC2; the way back is known from the requests, PC2 asks nobody but R2's own address.
  expect(marks(ping(net, r1, '10.0.2.2', 5))).toBe('..!!!')
})

test('a host keeps packets until the reply comes', () => {
  const { net, pc1 } = twoRouters()
  expect(marks(ping(net, pc1, '10.0.1.1', 3))).toBe('!!!')
})

test('a host hears of silence after three requests, from itself', () => {
  const { net, pc1, pc1Eth } = twoRouters()
  const before = pc1Eth.sent.length
  const [answer] = ping(net, pc1, '10.0.1.99', 1, { timeoutMs: 10_000 })
  expect(answer).toMatchObject({ kind: 'unreachable', code: 1, from: ip('10.0.1.2'), rttMs: 3000 })
  expect(pc1Eth.sent.length - before).toBe(3)
  expect(pc1.arp.entries().find(({ address }) => address === ip('10.0.1.99'))?.state).toBe('failed')
  net.run(61_000)
  expect(pc1.arp.entries().some(({ address }) => address === ip('10.0.1.99'))).toBe(false)
})

test('IOS shows an incomplete entry for about a minute', () => {
  const { net, r1 } = twoRouters()
  ping(net, r1, '10.0.1.99', 1)
  const entry = () => r1.arp.entries().find(({ address }) => address === ip('10.0.1.99'))
  expect(entry()).toMatchObject({ state: 'incomplete', mac: undefined })
  net.run(61_000)
  expect(entry()).toBeUndefined()
})

test('IOS asks again before the four hours are over, and forgets who is silent', () => {
  const { net, r1, r2Left, r2 } = twoRouters()
  ping(net, r1, '10.0.12.2', 2)
  const entry = () => r1.arp.entries().find(({ address }) => address === ip('10.0.12.2'))
  const learnt = entry()?.sinceMs ?? Number.NaN
  net.run(240 * 60_000)
  expect(entry()?.sinceMs).toBeGreaterThan(learnt)
  r2Left.up = false
  r2.linkChanged(r2Left)
  net.run(241 * 60_000)
  expect(entry()).toBeUndefined()
})

test('entries go with their link', () => {
  const { net, r1, r1Right } = twoRouters()
  ping(net, r1, '10.0.12.2', 2)
  r1Right.up = false
  r1.linkChanged(r1Right)
  expect(r1.arp.entries().map(({ address }) => address)).toEqual([ip('10.0.1.1')])
})

test('a static entry needs no reply', () => {
  const { net, r1, r2, r1Right, r2Left } = twoRouters()
  r1.arp.addStatic(ip('10.0.12.2'), r2Left.mac)
  r2.arp.addStatic(ip('10.0.12.1'), r1Right.mac)
  expect(marks(ping(net, r1, '10.0.12.2', 2))).toBe('!!')
})

test('a router answers for those behind it, unless told not to', () => {
  const net = new TestNet()
  const [pc, router, server] = [
    net.stack('PC', linuxIpSettings),
    net.stack('R', iosIpSettings),
    net.stack('S', linuxIpSettings),
  ]
  // A host that takes everything in 10.0.0.0/8 for a neighbour.
  const [, left] = net.segment([
    { stack: pc, addresses: ['10.0.1.2/8'] },
    { stack: router, addresses: ['10.0.1.1/24'] },
  ])
  net.segment([
    { stack: router, addresses: ['10.0.2.1/24'] },
    { stack: server, addresses: ['10.0.2.2/24'] },
  ])
  route(server, '0.0.0.0/0', '10.0.2.1')
  // Of the first two packets the router loses one to its own ARP.
  expect(marks(ping(net, pc, '10.0.2.2', 3))).toBe('.!!')
  expect(pc.arp.entries().find(({ address }) => address === ip('10.0.2.2'))?.mac).toBe(left?.mac)
  if (left !== undefined) router.configureLink(left, { proxyArp: false })
  pc.arp.remove(ip('10.0.2.2'))
  expect(marks(ping(net, pc, '10.0.2.2', 1))).toBe('.')
})

test('a second owner of an address is noticed', () => {
  const net = new TestNet()
  const [a, b] = [net.stack('A', iosIpSettings), net.stack('B', iosIpSettings)]
  net.segment([
    { stack: a, addresses: ['10.0.0.1/24'] },
    { stack: b, addresses: ['10.0.0.1/24'] },
  ])
  net.run(60_000)
  expect(net.duplicates.length).toBeGreaterThan(0)
  // Both say that it is theirs, and then leave it at that for a while.
  expect(net.counts.sent).toBeLessThan(20)
})
