import { describe, expect, test } from 'vitest'
import { ip, TestNet } from '../../test/ip-wire.ts'
import { marks, ping, route, twoRouters } from '../../test/two-routers.ts'
import { Random } from '../kernel/random.ts'
import { writeU16 } from '../wire/bytes.ts'
import { ipChecksum } from '../wire/ip-checksum.ts'
import { recordRouteOptions } from '../wire/ipv4-options.ts'
import { Frame } from './frame.ts'
import { iosIpSettings, linuxIpSettings } from './ip/settings.ts'
import type { Answer } from './ip/types.ts'

describe('links', () => {
  test('addresses, routes and what depends on them leave with the link in the same instant', () => {
    const { r1, r1Right } = twoRouters()
    const prefixes = () =>
      r1.routes.installed().map(({ prefix, prefixLength }) => `${prefix}/${prefixLength}`)
    expect(prefixes()).toHaveLength(5)
    r1Right.up = false
    r1.linkChanged(r1Right)
    expect(prefixes()).toEqual([`${ip('10.0.1.0')}/24`, `${ip('10.0.1.1')}/32`])
    expect(r1.isOwnAddress(ip('10.0.12.1'))).toBe(false)
  })

  test('an own address answers at once, from whichever link is up', () => {
    const { net, r1 } = twoRouters()
    expect(marks(ping(net, r1, '10.0.12.1', 2))).toBe('!!')
  })

  test('a serial link needs no ARP', () => {
    const net = new TestNet()
    const [r1, r2] = [net.stack('R1', iosIpSettings), net.stack('R2', iosIpSettings)]
    const [a] = net.segment([
      { stack: r1, addresses: ['10.0.0.1/30'], kind: 'point-to-point' },
      { stack: r2, addresses: ['10.0.0.2/30'], kind: 'point-to-point' },
    ])
    expect(marks(ping(net, r1, '10.0.0.2', 5))).toBe('!!!!!')
    expect(a?.sent[0]?.length).toBe(114)
  })

  test('several answer a broadcast, hosts do not', () => {
    const net = new TestNet()
    const stacks = ['R1', 'R2', 'R3'].map((name) => net.stack(name, iosIpSettings))
    const pc = net.stack('PC', linuxIpSettings)
    net.segment([
      ...stacks.map((stack, i) => ({ stack, addresses: [`10.0.0.${i + 1}/24`] })),
      { stack: pc, addresses: ['10.0.0.9/24'] },
    ])
    net.run(10)
    const answers: Answer[] = []
    stacks[0]?.echo({ destination: ip('255.255.255.255'), bytes: 100, timeoutMs: 2000 }, (answer) =>
      answers.push(answer),
    )
    net.run(3000)
    // Those who answer have to ask for the asker's address first, and lose the answer to it: only the second request is answered.
    stacks[0]?.echo({ destination: ip('10.0.0.255'), bytes: 100, timeoutMs: 2000 }, (answer) =>
      answers.push(answer),
    )
    net.run(3000)
    const replies = answers.filter(({ kind }) => kind === 'reply')
    expect(replies.map((answer) => (answer.kind === 'reply' ? answer.from : 0))).toEqual([
      ip('10.0.0.2'),
      ip('10.0.0.3'),
    ])
  })
})

test('every frame is delivered, passed on, held, or ends for a reason', () => {
  const net = new TestNet(7)
  const [pc1, r1, r2, pc2] = [
    net.stack('PC1', linuxIpSettings),
    net.stack('R1', iosIpSettings),
    net.stack('R2', iosIpSettings),
    net.stack('PC2', linuxIpSettings),
  ]
  const faults = { loss: 10, repeats: 10, delays: 20 }
  net.segment(
    [
      { stack: pc1, addresses: ['10.0.1.2/24'] },
      { stack: r1, addresses: ['10.0.1.1/24'] },
    ],
    faults,
  )
  net.segment(
    [
      { stack: r1, addresses: ['10.0.12.1/30'], mtuBytes: 700 },
      { stack: r2, addresses: ['10.0.12.2/30'], mtuBytes: 700 },
    ],
    faults,
  )
  net.segment(
    [
      { stack: r2, addresses: ['10.0.2.1/24'] },
      { stack: pc2, addresses: ['10.0.2.2/24'] },
    ],
    faults,
  )
  for (const [stack, nextHop] of [
    [pc1, '10.0.1.1'],
    [r1, '10.0.12.2'],
    [r2, '10.0.12.1'],
    [pc2, '10.0.2.1'],
  ] as const)
    route(stack, '0.0.0.0/0', nextHop)
  let replies = 0
  for (let i = 0; i < 200; i++) {
    // One in ten goes to and fro between the routers until its TTL is over.
    const destination = i % 10 === 0 ? '172.16.0.1' : '10.0.2.2'
    pc1.echo(
      { destination: ip(destination), bytes: 50 + i * 20, timeoutMs: 2000, sequence: i },
      ({ kind }) => {
        if (kind === 'reply') replies++
      },
    )
    net.run(300)
  }
  net.run(300_000)
  const { sent, lost, delivered, passed, held, ended } = net.counts
  expect(replies).toBeGreaterThan(20)
  expect(delivered + passed + held + ended + lost).toBe(sent)
})

test('a wrong checksum and a packet cut short end for what they are', () => {
  const { net, pc1, r1, pc1Eth, r1Left } = twoRouters()
  ping(net, pc1, '10.0.1.1', 2)
  const echo = pc1Eth.sent.at(-1) as Uint8Array
  const endOf = (bytes: Uint8Array) => {
    r1.input(r1Left, new Frame(bytes, 0))
    return net.ended.at(-1)?.reason
  }
  // In the header of the packet, then in its data.
  expect(endOf(echo.with(14 + 8, 77))).toBe('checksum')
  expect(endOf(echo.with(echo.length - 1, 77))).toBe('checksum')
  expect(endOf(echo.slice(0, 14 + 19))).toBe('malformed')
})

test('20,000 damaged frames: nothing is thrown, each is settled, and the stack still answers', () => {
  const { net, pc1, r1, pc1Eth, r1Left } = twoRouters()
  r1.tcp.listen(80, () => ({}))
  r1.udp.bind(53, () => {})
  // What a host sends of every kind, to be damaged.
  ping(net, pc1, '10.0.1.1', 2, { bytes: 4000, options: recordRouteOptions() })
  ping(net, pc1, '172.16.0.1', 1)
  const connection = pc1.tcp.connect({ destination: ip('10.0.1.1'), port: 80 }, {})
  net.run(100)
  if (connection !== 'no route') connection.send(new Uint8Array(3000))
  pc1.udp.bind(0, () => {})?.send({ destination: ip('10.0.1.1'), port: 53 }, new Uint8Array(20))
  net.run(1000)
  const samples = pc1Eth.sent
  expect(samples.length).toBeGreaterThan(10)
  const random = new Random(20)
  const before = { ...net.counts }
  for (let i = 0; i < 20_000; i++) {
    const sample = samples[random.below(samples.length)] as Uint8Array
    const length = random.below(4) === 0 ? random.below(sample.length + 1) : sample.length
    const bytes = sample.slice(0, length)
    for (let hits = random.below(4); hits > 0; hits--) bytes[random.below(length + 1)] = random.below(256)
    // Half of them with a header that is right again, so that what follows is read.
    if (random.below(2) === 0 && length > 34 && bytes[14] === 0x45) {
      writeU16(bytes, 24, 0)
      writeU16(bytes, 24, ipChecksum(bytes, 14, 34))
    }
    r1.input(r1Left, new Frame(bytes, 0))
    if (i % 100 === 0) net.run(10)
  }
  net.run(400_000)
  const settled = (counts: typeof before) => counts.delivered + counts.passed + counts.held + counts.ended
  const onWires = net.counts.sent - before.sent
  expect(settled(net.counts) - settled(before)).toBe(20_000 + onWires)
  expect(marks(ping(net, pc1, '10.0.1.1', 1))).toBe('!')
})
