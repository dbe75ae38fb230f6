import { describe, expect, test } from 'vitest'
import { ip, TestNet } from '../../test/ip-wire.ts'
import { Random } from '../kernel/random.ts'
import { writeU16 } from '../wire/bytes.ts'
import { ipChecksum } from '../wire/ip-checksum.ts'
import { recordRouteOptions } from '../wire/ipv4-options.ts'
import { Frame } from './frame.ts'
import { iosIpSettings, linuxIpSettings } from './ip/settings.ts'
import type { Answer, EchoRequest, Route } from './ip/types.ts'
import type { IpStack } from './ip-stack.ts'

/** Two hosts, two routers between them, one network each. */
function twoRouters() {
  const net = new TestNet()
  const [pc1, r1, r2, pc2] = [
    net.stack('PC1', linuxIpSettings),
    net.stack('R1', iosIpSettings),
    net.stack('R2', iosIpSettings),
    net.stack('PC2', linuxIpSettings),
  ]
  const [pc1Eth, r1Left] = net.segment([
    { stack: pc1, addresses: ['10.0.1.2/24'] },
    { stack: r1, addresses: ['10.0.1.1/24'] },
  ])
  const [r1Right, r2Left] = net.segment([
    { stack: r1, addresses: ['10.0.12.1/30'] },
    { stack: r2, addresses: ['10.0.12.2/30'] },
  ])
  const [r2Right, pc2Eth] = net.segment([
    { stack: r2, addresses: ['10.0.2.1/24'] },
    { stack: pc2, addresses: ['10.0.2.2/24'] },
  ])
  const route = (stack: IpStack, to: string, via: string): Route => {
    const made: Route = {
      prefix: ip(to),
      prefixLength: Number(to.split('/')[1]),
      source: 'static',
      distance: 1,
      metric: 0,
      nextHop: ip(via),
    }
    stack.routes.add(made)
    return made
  }
  route(pc1, '0.0.0.0/0', '10.0.1.1')
  route(pc2, '0.0.0.0/0', '10.0.2.1')
  const forth = route(r1, '10.0.2.0/24', '10.0.12.2')
  const back = route(r2, '10.0.1.0/24', '10.0.12.1')
  net.run(100)
  if (!pc1Eth || !r1Left || !r1Right || !r2Left || !r2Right || !pc2Eth) throw new Error('no links')
  return { net, pc1, r1, r2, pc2, pc1Eth, r1Left, r1Right, r2Left, r2Right, pc2Eth, forth, back, route }
}

/** Sends echo requests one after the other, as ping of IOS does, and gives what became of each. */
function ping(
  net: TestNet,
  stack: IpStack,
  to: string,
  count: number,
  more: Partial<EchoRequest> = {},
): Answer[] {
  const answers: Answer[] = []
  for (let i = 0; i < count; i++) {
    let open = true
    stack.echo({ destination: ip(to), bytes: 100, timeoutMs: 2000, sequence: i, ...more }, (answer) => {
      answers.push(answer)
      open = false
    })
    for (let waited = 0; open && waited < 5000; waited++) net.run(1)
  }
  return answers
}

const marks = (answers: Answer[]) =>
  answers.map(({ kind }) => (kind === 'reply' ? '!' : kind === 'unreachable' ? 'U' : '.')).join('')

describe('ARP', () => {
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
    server.routes.add({
      prefix: 0,
      prefixLength: 0,
      source: 'static',
      distance: 1,
      metric: 0,
      nextHop: ip('10.0.2.1'),
    })
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
})

describe('forwarding', () => {
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

  test('U.U.U from a router whose unreachables are limited', () => {
    const { net, r1, r2, route } = twoRouters()
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
    const via = (stack: IpStack, nextHop: string) =>
      stack.routes.add({
        prefix: 0,
        prefixLength: 0,
        source: 'static',
        distance: 1,
        metric: 0,
        nextHop: ip(nextHop),
      })
    via(pc, '10.0.0.1')
    via(r1, '10.0.0.2')
    expect(far?.isUp()).toBe(true)
    expect(marks(ping(net, pc, '172.16.0.1', 3))).toMatch(/!$/)
    expect(pc.redirects.get(ip('172.16.0.1'))?.gateway).toBe(ip('10.0.0.2'))
  })

  test('nobody forwards a directed broadcast, and hosts forward nothing', () => {
    const { net, pc1, r1, route } = twoRouters()
    ping(net, pc1, '10.0.2.255', 2)
    expect(net.ended.some(({ reason, device }) => reason === 'directed broadcast' && device === 'R2')).toBe(
      true,
    )
    route(r1, '10.9.0.0/16', '10.0.1.2')
    ping(net, r1, '10.9.0.1', 2)
    expect(net.ended.some(({ reason, device }) => reason === 'not forwarding' && device === 'PC1')).toBe(true)
  })
})

describe('fragments', () => {
  test('a long packet crosses a short link in pieces and comes back whole', () => {
    const { net, pc1, r1Right, r2Left } = twoRouters()
    r1Right.mtuBytes = 600
    r2Left.mtuBytes = 600
    ping(net, pc1, '10.0.2.2', 3)
    const before = r1Right.sent.length
    const [answer] = ping(net, pc1, '10.0.2.2', 1, { bytes: 4000 })
    expect(answer).toMatchObject({ kind: 'reply', bytes: 4000, intact: true })
    // 3 fragments of 1500 are cut to 600 again: 1480 = 576 + 576 + 328 twice, 1020 = 576 + 444.
    expect(r1Right.sent.length - before).toBe(8)
  })

  test('with DF the router says which size fits', () => {
    const { net, pc1, r1Right } = twoRouters()
    r1Right.mtuBytes = 600
    ping(net, pc1, '10.0.2.2', 3)
    const [answer] = ping(net, pc1, '10.0.2.2', 1, { bytes: 1500, df: true })
    expect(answer).toMatchObject({ kind: 'unreachable', code: 4, mtuBytes: 600, from: ip('10.0.1.1') })
    expect(ping(net, pc1, '10.0.2.2', 1, { bytes: 1501, df: true })).toEqual([
      { kind: 'not sent', why: 'packet too long' },
    ])
  })

  test('a missing fragment ends the others after 30 seconds, with a message', () => {
    const { net, pc1, pc2, r2Right } = twoRouters()
    ping(net, pc1, '10.0.2.2', 3)
    const { send } = r2Right
    let count = 0
    r2Right.send = (bytes, journey) => {
      if (++count !== 2) send(bytes, journey)
    }
    const answers: Answer[] = []
    pc1.echo({ destination: ip('10.0.2.2'), bytes: 4000, timeoutMs: 60_000 }, (answer) =>
      answers.push(answer),
    )
    net.run(29_000)
    expect(answers).toEqual([])
    net.run(2000)
    expect(answers).toMatchObject([{ kind: 'ttl exceeded', code: 1, from: ip('10.0.2.2') }])
    expect(pc2.isOwnAddress(ip('10.0.2.2'))).toBe(true)
  })
})

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
    stack.routes.add({
      prefix: 0,
      prefixLength: 0,
      source: 'static',
      distance: 1,
      metric: 0,
      nextHop: ip(nextHop),
    })
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
