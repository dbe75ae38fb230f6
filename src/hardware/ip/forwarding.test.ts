import { expect, test } from 'vitest'
import { ip, TestNet } from '../../../test/ip-wire.ts'
import { marks, ping, route, twoRouters } from '../../../test/two-routers.ts'
import { iosIpSettings, linuxIpSettings } from './settings.ts'
import type { Answer } from './types.ts'

test('from host to host, TTL one less at each router', () => {
  const { net, pc1 } = twoRouters()
  ping(net, pc1, '10.0.2.2', 3)
  const [answer] = ping(net, pc1, '10.0.2.2', 1)
  expect(answer).toMatchObject({ kind: 'reply', from: ip('10.0.2.2'), ttl: 62, bytes: 100, intact: true })
})

test('a frame keeps its journey, an answer begins one', () => {
  const { net, pc1, r1, r1Right } = twoRouters()
  ping(net, pc1, '10.0.2.2', 3)
  const heard: number[] = []
  const { input } = r1
  r1.input = (link, frame, at) => {
    heard.push(frame.journey)
    input.call(r1, link, frame, at)
  }
  const sentBefore = r1Right.sent.length
  ping(net, pc1, '10.0.2.2', 1)
  expect(r1Right.sent.length - sentBefore).toBe(1)
  expect(new Set(heard).size).toBe(2)
})

test('no route: host unreachable, at most one in 500 ms', () => {
  const { net, pc1, r1 } = twoRouters()
  ping(net, pc1, '10.0.1.1', 1)
  // The unlimited first, then those of the next half second time out.
  expect(marks(ping(net, pc1, '172.16.0.1', 3, { timeoutMs: 200 }))).toBe('U..')
  net.run(500)
  const [answer] = ping(net, pc1, '172.16.0.1', 1)
  expect(answer).toMatchObject({ kind: 'unreachable', code: 1, from: ip('10.0.1.1') })
  expect(marks(ping(net, r1, '172.16.0.1', 1))).toBe('.')
})

test('no router passes on what is for "this host", and nobody is told', () => {
  const { net, r1, r2 } = twoRouters()
  ping(net, r1, '10.0.12.2', 2)
  for (const router of [r1, r2]) route(router, '0.0.0.0/0', router === r1 ? '10.0.12.2' : '10.0.12.1')
  for (const address of ['127.0.0.1', '0.0.0.0']) expect(marks(ping(net, r1, address, 2))).toBe('..')
  expect(net.ended.filter(({ reason }) => reason === 'no route')).toHaveLength(4)
})

test('U.U.U from a router whose unreachables are limited', () => {
  const { net, r1, r2 } = twoRouters()
  ping(net, r1, '10.0.12.2', 2)
  route(r1, '172.16.0.0/16', '10.0.12.2')
  net.run(1000)
  expect(r2.routes.lookup(ip('172.16.0.1'))).toBeUndefined()
  // A mark for every probe: the first is answered, the second is not, for two seconds, and so on.
  expect(marks(ping(net, r1, '172.16.0.1', 5))).toBe('U.U.U')
})

test('time exceeded names the router', () => {
  const { net, pc1 } = twoRouters()
  ping(net, pc1, '10.0.2.2', 3)
  const from = [1, 2, 3].map((ttl) => ping(net, pc1, '10.0.2.2', 1, { ttl })[0])
  expect(from).toMatchObject([
    { kind: 'ttl exceeded', from: ip('10.0.1.1') },
    { kind: 'ttl exceeded', from: ip('10.0.12.2') },
    { kind: 'reply' },
  ])
  expect(net.ended.filter(({ reason }) => reason === 'ttl')).toHaveLength(2)
})

test('a probe to a port where nobody listens finds the host', () => {
  const { net, pc1 } = twoRouters()
  ping(net, pc1, '10.0.2.2', 3)
  const answers: Answer[] = []
  pc1.probe({ destination: ip('10.0.2.2'), port: 33_434, bytes: 60, timeoutMs: 1000 }, (answer) =>
    answers.push(answer),
  )
  net.run(100)
  expect(answers).toMatchObject([{ kind: 'unreachable', code: 3, from: ip('10.0.2.2') }])
})

test('Null0 ends packets', () => {
  const { net, pc1, r1 } = twoRouters()
  const null0 = {
    name: 'Null0',
    kind: 'null' as const,
    mac: 0,
    mtuBytes: 1500,
    isUp: () => true,
    send: () => {},
  }
  r1.addLink(null0)
  r1.routes.add({
    prefix: ip('172.16.0.0'),
    prefixLength: 12,
    source: 'static',
    distance: 1,
    metric: 0,
    link: null0,
  })
  expect(marks(ping(net, pc1, '172.16.0.1', 1))).toBe('U')
  expect(net.ended.at(-1)?.reason).toBe('null route')
})

test('a redirect sends a host to the better router', () => {
  const net = new TestNet()
  const [pc, r1, r2] = [
    net.stack('PC', linuxIpSettings),
    net.stack('R1', iosIpSettings),
    net.stack('R2', iosIpSettings),
  ]
  net.segment([
    { stack: pc, addresses: ['10.0.0.9/24'] },
    { stack: r1, addresses: ['10.0.0.1/24'] },
    { stack: r2, addresses: ['10.0.0.2/24'] },
  ])
  const [far] = net.segment([{ stack: r2, addresses: ['172.16.0.1/24'] }])
  route(pc, '0.0.0.0/0', '10.0.0.1')
  route(r1, '0.0.0.0/0', '10.0.0.2')
  expect(far?.isUp()).toBe(true)
  expect(marks(ping(net, pc, '172.16.0.1', 3))).toMatch(/!$/)
  expect(pc.redirects.get(ip('172.16.0.1'))?.gateway).toBe(ip('10.0.0.2'))
})

test('nobody forwards a directed broadcast, and hosts forward nothing', () => {
  const { net, pc1, r1 } = twoRouters()
  ping(net, pc1, '10.0.2.255', 2)
  expect(net.ended.some(({ reason, device }) => reason === 'directed broadcast' && device === 'R2')).toBe(
    true,
  )
  route(r1, '10.9.0.0/16', '10.0.1.2')
  ping(net, r1, '10.9.0.1', 2)
  expect(net.ended.some(({ reason, device }) => reason === 'not forwarding' && device === 'PC1')).toBe(true)
})
