import { expect, test } from 'vitest'
import { ip, TestNet } from '../../../test/ip-wire.ts'
import { iosIpSettings, linuxIpSettings } from './settings.ts'
import type { TcpConnection } from './types.ts'

function twoHosts(faults = {}, seed = 1) {
  const net = new TestNet(seed)
  const [a, b] = [net.stack('A', linuxIpSettings), net.stack('B', linuxIpSettings)]
  net.segment(
    [
      { stack: a, addresses: ['10.0.0.1/24'] },
      { stack: b, addresses: ['10.0.0.2/24'] },
    ],
    faults,
  )
  return { net, a, b }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a stream arrives byte for byte over a bad wire (seed %i)', (seed) => {
  const { net, a, b } = twoHosts({ loss: 15, repeats: 15, delays: 30 }, seed)
  const stream = Uint8Array.from({ length: 60_000 }, (_, i) => (i * 7 + (i >> 8)) & 255)
  const heard: number[] = []
  const answer: number[] = []
  let over = ''
  b.tcp.listen(80, () => ({
    data: (payload) => heard.push(...payload),
    ended: (connection) => {
      connection.send(Uint8Array.from([1, 2, 3]))
      connection.close()
    },
    closed: (reason) => {
      over = reason
    },
  }))
  a.tcp.connect(
    { destination: ip('10.0.0.2'), port: 80, connectTimeoutMs: 120_000 },
    {
      connected: (connection) => {
        connection.send(stream.slice(0, 10))
        connection.send(stream.slice(10))
        connection.close()
      },
      data: (payload) => answer.push(...payload),
    },
  )
  net.run(3_600_000)
  expect(Uint8Array.from(heard)).toEqual(stream)
  expect(answer).toEqual([1, 2, 3])
  expect(over).toBe('closed')
  expect(a.tcp.connections()).toEqual([])
  expect(b.tcp.connections()).toEqual([])
})

test('a port where nobody listens refuses', () => {
  const { net, a } = twoHosts()
  const reasons: string[] = []
  a.tcp.connect({ destination: ip('10.0.0.2'), port: 23 }, { closed: (reason) => reasons.push(reason) })
  net.run(100)
  expect(reasons).toEqual(['refused'])
  expect(net.ended.some(({ reason }) => reason === 'no port listening')).toBe(true)
})

test('no host: unreachable after ARP gave up, at IOS silence until the time is over', () => {
  const { net, a } = twoHosts()
  const reasons: string[] = []
  a.tcp.connect({ destination: ip('10.0.0.9'), port: 23 }, { closed: (reason) => reasons.push(reason) })
  net.run(5000)
  expect(reasons).toEqual(['unreachable'])
  const router = net.stack('R', iosIpSettings)
  net.segment([{ stack: router, addresses: ['10.0.1.1/24'] }])
  const later: string[] = []
  router.tcp.connect({ destination: ip('10.0.1.9'), port: 23 }, { closed: (reason) => later.push(reason) })
  net.run(29_000)
  expect(later).toEqual([])
  net.run(2000)
  expect(later).toEqual(['timeout'])
  expect(router.tcp.connect({ destination: ip('99.0.0.1'), port: 23 }, {})).toBe('no route')
})

test('a device talks to itself', () => {
  const { net, a } = twoHosts()
  let heard = ''
  a.tcp.listen(7, () => ({ data: (payload) => (heard += String.fromCharCode(...payload)) }))
  const connection = a.tcp.connect({ destination: ip('10.0.0.1'), port: 7 }, {}) as TcpConnection
  net.run(10)
  connection.send(Uint8Array.from([72, 105]))
  net.run(10)
  expect(heard).toBe('Hi')
})
