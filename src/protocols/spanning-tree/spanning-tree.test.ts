import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Bridge,
  connect,
  cut,
  type End,
  expectSettled,
  forwarding,
  type Link,
  mend,
  type Protocol,
  plain,
  triangle,
} from '../../../test/bridges.ts'
import { Kernel } from '../../kernel/kernel.ts'
import { Random } from '../../kernel/random.ts'
import type { Bpdu } from '../../wire/bpdu.ts'
import { RstpTree } from './rstp-tree.ts'
import type { PortSettings, TreePort } from './spanning-tree.ts'
import { StpTree } from './stp-tree.ts'

const mixtures: readonly [string, (random: Random) => Protocol][] = [
  ['stp', () => 'stp'],
  ['rstp', () => 'rstp'],
  ['both', (random) => (random.below(2) === 0 ? 'stp' : 'rstp')],
]

describe.each(mixtures)('%s', (_name, protocolOf) => {
  test('random networks come to a tree, again after each cut and mended link', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = new Random(seed)
        const below = (n: number): number => random.below(n)
        const kernel = new Kernel()
        const bridges = Array.from(
          { length: 2 + below(8) },
          (_, at) => new Bridge(kernel, protocolOf(random), 1 + ((at * 7919) % 101), below(3) * 4096),
        )
        const some = (): Bridge => bridges[below(bridges.length)] as Bridge
        const links: Link[] = []
        for (let at = 0; at < bridges.length + below(bridges.length * 2); at++) {
          const costs = [4, 19, 100]
          const settings = (): Partial<PortSettings> => ({
            cost: costs[below(3)] as number,
            pointToPoint: below(4) > 0,
          })
          const [a, b] = at < bridges.length ? [bridges[at] as Bridge, some()] : [some(), some()]
          // A bridge's link to itself is a link too: one end has to be a backup.
          links.push(connect(a.end(settings()), b.end(settings())))
          if (below(3) === 0) kernel.advanceTo(kernel.nowMs + below(40_000))
        }
        kernel.advanceTo(kernel.nowMs + 120_000)
        expectSettled(bridges, links)
        for (let change = 0; change < 4; change++) {
          const link = links[below(links.length)] as Link
          if (link.up) cut(link)
          else mend(link)
          if (below(2) === 0) continue
          kernel.advanceTo(kernel.nowMs + 120_000)
          expectSettled(bridges, links)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe.each(['stp', 'rstp'] as const)('%s', (protocol) => {
  test('no link that is added makes a loop, not even for a moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = new Random(seed)
        const below = (n: number): number => random.below(n)
        const kernel = new Kernel()
        const bridges = Array.from(
          { length: 3 + below(5) },
          (_, at) => new Bridge(kernel, protocol, 1 + ((at * 7919) % 101), below(3) * 4096),
        )
        const links: Link[] = []
        for (let at = 0; at < 3 * bridges.length; at++) {
          const [a, b] = [bridges[below(bridges.length)] as Bridge, bridges[at % bridges.length] as Bridge]
          links.push(connect(a.end({ cost: 1 + below(50) }), b.end({ cost: 1 + below(50) })))
          const until = kernel.nowMs + [10, 500, 60_000][below(3)]!
          while (kernel.step(until)) expect(forwarding(bridges, links).loop).toBe(false)
          kernel.advanceTo(until)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a message is a second older at each bridge, and goes no farther than the maximum age', () => {
    const kernel = new Kernel()
    const bridges = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((mac) => new Bridge(kernel, protocol, mac))
    const [root] = bridges as [Bridge]
    root.tree.configureBridge({ ...root.tree.bridge, maxAgeMs: 6000 }, 0)
    bridges.slice(1).forEach((bridge, at) => {
      connect((bridges[at] as Bridge).end(), bridge.end())
    })
    kernel.advanceTo(60_000)
    const ages = bridges.slice(1, 7).map(({ ends }) => ends[0]?.port?.heard?.messageAgeMs)
    expect(ages.slice(0, 5)).toEqual([0, 1000, 2000, 3000, 4000])
    expect(bridges.map(({ tree }) => tree.root.rootMac).slice(-3)).not.toContain(1)
  })

  test('cost decides before the sender, the sender before its port', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, protocol, 1), new Bridge(kernel, protocol, 2)]
    connect(a.end(), b.end())
    connect(a.end(), b.end())
    const cheap = connect(a.end(), b.end({ cost: 4 }))
    kernel.advanceTo(60_000)
    expect(b.ends.map(({ port }) => port?.role)).toEqual(['alternate', 'alternate', 'root'])
    expect(b.tree.root.cost).toBe(4)
    cut(cheap)
    kernel.advanceTo(120_000)
    expect(b.ends.map(({ port }) => port?.role)).toEqual(['root', 'alternate', undefined])
    expect(a.ends.map(({ port }) => port?.role)).toEqual(['designated', 'designated', undefined])
    // The sender's port priority decides where its number did.
    const second = a.ends[1] as End
    a.tree.configurePort(second.port as TreePort, { ...second.settings, portId: 0x4002 }, kernel.nowMs)
    a.arm()
    kernel.advanceTo(240_000)
    expect(b.ends.map(({ port }) => port?.role)).toEqual(['alternate', 'root', undefined])
  })

  test('a better priority moves the root', () => {
    const { kernel, bridges, links } = triangle(protocol)
    kernel.advanceTo(60_000)
    const [, , c] = bridges
    expectSettled(bridges, links)
    c.tree.configureBridge({ ...c.tree.bridge, priority: 24_577 }, kernel.nowMs)
    c.arm()
    kernel.advanceTo(120_000)
    expectSettled(bridges, links)
    expect(c.tree.isRoot).toBe(true)
  })

  test('the root gives the times', () => {
    const { kernel, bridges } = triangle(protocol)
    const [a, b] = bridges
    a.tree.configureBridge({ ...a.tree.bridge, helloTimeMs: 1000, forwardDelayMs: 10_000 }, kernel.nowMs)
    kernel.advanceTo(60_000)
    expect(b.tree.times).toMatchObject({ helloTimeMs: 1000, forwardDelayMs: 10_000 })
  })

  test('an idle network says the same objects again', () => {
    const kernel = new Kernel()
    const said = new Set<Bpdu>()
    const Tree = protocol === 'stp' ? StpTree : RstpTree
    const tree = new Tree(
      { priority: 1, mac: 1, helloTimeMs: 2000, maxAgeMs: 20_000, forwardDelayMs: 15_000 },
      { fastAging: () => {} },
    )
    const quiet = { setState: () => {}, flush: () => {}, bpduGuard: () => {}, inconsistent: () => {} }
    let count = 0
    tree.addPort(
      plain,
      {
        ...quiet,
        transmit: (bpdu) => {
          count++
          if (count > 40) said.add(bpdu)
        },
      },
      kernel.nowMs,
    )
    for (let now = 0; now < 600_000; now = tree.wakeAtMs()) tree.wake(now)
    expect(count).toBeGreaterThan(290)
    expect(said.size).toBe(1)
  })
})
