import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Kernel } from '../../kernel/kernel.ts'
import { Random } from '../../kernel/random.ts'
import type { Bpdu } from '../../wire/bpdu.ts'
import { RstpTree } from './rstp-tree.ts'
import type { Inconsistency, PortSettings, PortState, SpanningTree, TreePort } from './spanning-tree.ts'
import { StpTree } from './stp-tree.ts'

type Protocol = 'stp' | 'rstp'

interface Link {
  readonly ends: readonly [End, End]
  up: boolean
}
interface End {
  readonly bridge: Bridge
  readonly number: number
  settings: PortSettings
  port: TreePort | undefined
  link: Link | undefined
}

const plain: PortSettings = {
  portId: 0x8001,
  cost: 19,
  pointToPoint: true,
  edge: false,
  bpduGuard: false,
  bpduFilter: 'off',
  guard: 'none',
}

/** A bridge with its tree, on the kernel's clock; a link delivers a BPDU after a millisecond. */
class Bridge {
  readonly tree: SpanningTree
  readonly ends: End[] = []
  readonly log: string[] = []
  fast = false
  flushes = 0
  readonly kernel: Kernel
  readonly name: string
  #timerAtMs = Infinity

  constructor(kernel: Kernel, protocol: Protocol, mac: number, priority = 32_769) {
    this.kernel = kernel
    this.name = `B${mac}`
    const Tree = protocol === 'stp' ? StpTree : RstpTree
    this.tree = new Tree(
      { priority, mac, helloTimeMs: 2000, maxAgeMs: 20_000, forwardDelayMs: 15_000 },
      {
        fastAging: (on) => {
          this.fast = on
        },
      },
    )
  }

  end(settings: Partial<PortSettings> = {}): End {
    const number = this.ends.length + 1
    const end: End = {
      bridge: this,
      number,
      settings: { ...plain, portId: 0x8000 + number, ...settings },
      port: undefined,
      link: undefined,
    }
    this.ends.push(end)
    return end
  }

  carrier(end: End, up: boolean): void {
    const { tree, kernel } = this
    const at = (): string => `${kernel.nowMs} ${end.number}`
    if (!up) {
      if (end.port !== undefined) tree.removePort(end.port, kernel.nowMs)
      end.port = undefined
    } else
      end.port = tree.addPort(
        end.settings,
        {
          transmit: (bpdu) => this.#transmit(end, bpdu),
          setState: (state: PortState) => this.log.push(`${at()} ${state}`),
          flush: () => {
            this.flushes++
          },
          bpduGuard: () => {
            this.log.push(`${at()} guarded`)
            this.carrier(end, false)
          },
          inconsistent: (reason: Inconsistency | undefined) =>
            this.log.push(`${at()} ${reason ?? 'consistent'}`),
        },
        kernel.nowMs,
      )
    this.arm()
  }

  #transmit(end: End, bpdu: Bpdu): void {
    const { link } = end
    if (link === undefined) return
    const far = link.ends[0] === end ? link.ends[1] : link.ends[0]
    this.kernel.after(1, () => {
      if (!link.up || far.port === undefined) return
      far.bridge.tree.receive(far.port, bpdu, this.kernel.nowMs)
      far.bridge.arm()
    })
  }

  arm(): void {
    const at = this.tree.wakeAtMs()
    if (at >= this.#timerAtMs) return
    this.#timerAtMs = at
    this.kernel.after(at - this.kernel.nowMs, () => {
      if (this.#timerAtMs !== at) return
      this.#timerAtMs = Infinity
      if (this.tree.wakeAtMs() <= this.kernel.nowMs) this.tree.wake(this.kernel.nowMs)
      this.arm()
    })
  }
}

function connect(a: End, b: End): Link {
  const link: Link = { ends: [a, b], up: true }
  a.link = b.link = link
  a.bridge.carrier(a, true)
  b.bridge.carrier(b, true)
  return link
}

function cut(link: Link): void {
  link.up = false
  for (const end of link.ends) end.bridge.carrier(end, false)
}

function mend(link: Link): void {
  link.up = true
  for (const end of link.ends) end.bridge.carrier(end, true)
}

/** Which bridges frames reach from the first of each group, and whether they could come back. */
function forwarding(bridges: readonly Bridge[], links: readonly Link[]): { groups: number; loop: boolean } {
  const group = new Map(bridges.map((bridge) => [bridge, bridge]))
  const find = (bridge: Bridge): Bridge => {
    const up = group.get(bridge) as Bridge
    return up === bridge ? bridge : find(up)
  }
  let loop = false
  for (const { ends, up } of links) {
    if (!up || !ends.every(({ port }) => port?.state === 'forwarding')) continue
    const [a, b] = ends.map(({ bridge }) => find(bridge)) as [Bridge, Bridge]
    if (a === b) loop = true
    else group.set(a, b)
  }
  return { groups: new Set(bridges.map(find)).size, loop }
}

function reachable(bridges: readonly Bridge[], links: readonly Link[]): Bridge[][] {
  const left = new Set(bridges)
  const parts: Bridge[][] = []
  for (const first of bridges) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const bridge of part)
      for (const { ends, up } of links) {
        if (!up || !ends.some((end) => end.bridge === bridge)) continue
        for (const end of ends) if (left.delete(end.bridge)) part.push(end.bridge)
      }
    parts.push(part)
  }
  return parts
}

function expectSettled(bridges: readonly Bridge[], links: readonly Link[]): void {
  const parts = reachable(bridges, links)
  expect(forwarding(bridges, links)).toEqual({ groups: parts.length, loop: false })
  for (const part of parts) {
    const lowest = part
      .map(({ tree }) => tree.bridge)
      .reduce((a, b) => ((a.priority - b.priority || a.mac - b.mac) <= 0 ? a : b))
    for (const { tree } of part) {
      expect([tree.root.rootPriority, tree.root.rootMac]).toEqual([lowest.priority, lowest.mac])
      expect(tree.isRoot).toBe(tree.bridge === lowest)
    }
  }
}

function triangle(protocol: Protocol): { kernel: Kernel; bridges: [Bridge, Bridge, Bridge]; links: Link[] } {
  const kernel = new Kernel()
  const bridges = [1, 2, 3].map((mac) => new Bridge(kernel, protocol, mac)) as [Bridge, Bridge, Bridge]
  const [a, b, c] = bridges
  const links = [connect(a.end(), b.end()), connect(a.end(), c.end()), connect(b.end(), c.end())]
  return { kernel, bridges, links }
}

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

  test('an edge port forwards at once, and no longer is one after a BPDU', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, protocol, 1), new Bridge(kernel, protocol, 2)]
    const end = a.end({ edge: true })
    a.carrier(end, true)
    expect(a.log).toEqual(['0 1 forwarding'])
    a.carrier(end, false)
    connect(end, b.end())
    expect(end.port?.edge).toBe(true)
    kernel.advanceTo(5000)
    expect(end.port?.edge).toBe(false)
  })

  test('BPDU guard takes the port away', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, protocol, 1), new Bridge(kernel, protocol, 2)]
    const end = a.end({ edge: true, bpduGuard: true })
    connect(end, b.end())
    kernel.advanceTo(100)
    expect(a.log).toEqual(['0 1 forwarding', '1 1 guarded', '1 1 blocking'])
    expect(end.port).toBeUndefined()
  })

  test('BPDU filtering neither says nor hears anything', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, protocol, 1), new Bridge(kernel, protocol, 2)]
    const end = a.end({ bpduFilter: 'always' })
    connect(end, b.end())
    kernel.advanceTo(60_000)
    expect(end.port).toMatchObject({ sent: 0, state: 'forwarding' })
    expect([a, b].map(({ tree }) => tree.isRoot)).toEqual([true, true])
  })

  test('filtering on edge ports stops after ten BPDUs and ends with the first one heard', () => {
    const kernel = new Kernel()
    const a = new Bridge(kernel, protocol, 1)
    const end = a.end({ edge: true, bpduFilter: 'edge' })
    a.carrier(end, true)
    kernel.advanceTo(60_000)
    expect(end.port?.sent).toBe(10)
    const port = end.port as TreePort
    const b = new Bridge(kernel, protocol, 2)
    const far = b.end()
    const link: Link = { ends: [end, far], up: true }
    end.link = far.link = link
    b.carrier(far, true)
    kernel.advanceTo(120_000)
    expect(port.sent).toBeGreaterThan(20)
    expect(b.tree.isRoot).toBe(false)
  })

  test('root guard holds a port back while a better root is heard there', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, protocol, 2), new Bridge(kernel, protocol, 3)]
    const stranger = new Bridge(kernel, protocol, 1)
    connect(a.end(), b.end())
    const guarded = b.end({ guard: 'root' })
    const link = connect(guarded, stranger.end())
    kernel.advanceTo(60_000)
    expect(b.tree.root.rootMac).toBe(2)
    expect(guarded.port).toMatchObject({ role: 'designated', state: 'blocking', inconsistency: 'root' })
    // The stranger becomes worse: what it said ages, and the port waits its turn.
    stranger.tree.configureBridge({ ...stranger.tree.bridge, priority: 40_000 }, kernel.nowMs)
    stranger.arm()
    kernel.advanceTo(120_000)
    expect(guarded.port).toMatchObject({ role: 'designated', state: 'forwarding', inconsistency: undefined })
    expect(stranger.tree.root.rootMac).toBe(2)
    expectSettled([a, b, stranger], [...a.ends.map((end) => end.link as Link), link])
  })

  test('loop guard holds a port back that hears nothing any more', () => {
    const { kernel, bridges } = triangle(protocol)
    const [, b, c] = bridges
    const alternate = c.ends[1] as End
    expect(alternate.link?.ends[0].bridge).toBe(b)
    c.tree.configurePort(alternate.port as TreePort, { ...alternate.settings, guard: 'loop' }, 0)
    kernel.advanceTo(60_000)
    expect(alternate.port).toMatchObject({ role: 'alternate', state: 'blocking' })
    const far = b.ends[1] as End
    b.tree.configurePort(far.port as TreePort, { ...far.settings, bpduFilter: 'always' }, kernel.nowMs)
    kernel.advanceTo(120_000)
    expect(alternate.port).toMatchObject({ role: 'designated', state: 'blocking', inconsistency: 'loop' })
    b.tree.configurePort(far.port as TreePort, far.settings, kernel.nowMs)
    kernel.advanceTo(240_000)
    expect(alternate.port).toMatchObject({ role: 'alternate', state: 'blocking', inconsistency: undefined })
  })

  test('a port whose neighbour means another VLAN is held back until that ends', () => {
    const { kernel, bridges } = triangle(protocol)
    const [a] = bridges
    kernel.advanceTo(60_000)
    const { port } = a.ends[0] as End
    a.tree.mismatch(port as TreePort, 'pvid', kernel.nowMs)
    a.arm()
    expect(port).toMatchObject({ role: 'designated', state: 'blocking', inconsistency: 'pvid' })
    kernel.advanceTo(79_000)
    expect(port?.inconsistency).toBe('pvid')
    kernel.advanceTo(130_000)
    expect(port).toMatchObject({ state: 'forwarding', inconsistency: undefined })
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

describe('stp', () => {
  test('a port listens and learns for 15 seconds each', () => {
    const kernel = new Kernel()
    const a = new Bridge(kernel, 'stp', 1)
    a.carrier(a.end(), true)
    kernel.advanceTo(60_000)
    expect(a.log).toEqual(['0 1 listening', '15000 1 learning', '30000 1 forwarding'])
  })

  test('a failure that is only heard of costs the maximum age more', () => {
    const { kernel, bridges, links } = triangle('stp')
    const [, , c] = bridges
    kernel.advanceTo(60_500)
    c.log.length = 0
    // Bridge 2 loses the root; bridge 3 believes what bridge 2 said last for 19 seconds more (message age 1).
    cut(links[0] as Link)
    kernel.advanceTo(120_000)
    const [listening, learning, forward] = c.log.map((line) => Number(line.split(' ')[0]))
    expect(c.log.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      '2 listening',
      '2 learning',
      '2 forwarding',
    ])
    expect(listening).toBeGreaterThan(60_500 + 17_000 - 1)
    expect(listening).toBeLessThan(60_500 + 20_000)
    expect([
      (learning as number) - (listening as number),
      (forward as number) - (learning as number),
    ]).toEqual([15_000, 15_000])
  })

  test('a port that stops forwarding is a topology change', () => {
    const { kernel, bridges } = triangle('stp')
    const [, , c] = bridges
    kernel.advanceTo(120_000)
    const before = c.tree.topologyChanges
    const worse = c.ends[0] as End
    c.tree.configurePort(worse.port as TreePort, { ...worse.settings, cost: 100 }, kernel.nowMs)
    c.arm()
    expect(worse.port).toMatchObject({ role: 'alternate', state: 'blocking' })
    expect(c.tree.topologyChanges).toBe(before + 1)
  })

  test('a topology change shortens aging everywhere for 35 seconds', () => {
    const { kernel, bridges, links } = triangle('stp')
    kernel.advanceTo(120_000)
    expect(bridges.map(({ fast }) => fast)).toEqual([false, false, false])
    const [, b, c] = bridges
    const leaf = connect(b.end(), new Bridge(kernel, 'stp', 9).end())
    kernel.advanceTo(160_000)
    expect(bridges.map(({ fast }) => fast)).toEqual([true, true, true])
    kernel.advanceTo(220_000)
    expect(bridges.map(({ fast }) => fast)).toEqual([false, false, false])
    const changes = c.tree.topologyChanges
    cut(leaf)
    kernel.advanceTo(225_000)
    expect(bridges.map(({ fast }) => fast)).toEqual([true, true, true])
    expect(c.tree.topologyChanges).toBe(changes)
    expect(links.every(({ up }) => up)).toBe(true)
  })
})

describe('rstp', () => {
  test('proposal and agreement take milliseconds, a port without an answer two forward delays', () => {
    const kernel = new Kernel()
    const [a, b] = [new Bridge(kernel, 'rstp', 1), new Bridge(kernel, 'rstp', 2)]
    connect(a.end(), b.end())
    b.carrier(b.end(), true)
    kernel.advanceTo(60_000)
    expect(a.log.at(-1)).toMatch(/^\d 1 forwarding$/)
    expect(b.log.filter((line) => line.split(' ')[1] === '1').at(-1)).toMatch(/^\d 1 forwarding$/)
    expect(b.log.filter((line) => line.split(' ')[1] === '2').at(-1)).toMatch(/^300\d\d 2 forwarding$/)
  })

  test('before a bridge agrees to a new root, ports that cannot agree themselves stop forwarding', () => {
    const kernel = new Kernel()
    const [best, old, middle] = [1, 2, 3].map((mac) => new Bridge(kernel, 'rstp', mac)) as [
      Bridge,
      Bridge,
      Bridge,
    ]
    connect(old.end(), middle.end())
    const host = middle.end()
    middle.carrier(host, true)
    kernel.advanceTo(60_000)
    expect(host.port?.state).toBe('forwarding')
    const up = best.end()
    connect(up, middle.end())
    kernel.advanceTo(60_020)
    expect(up.port?.state).toBe('forwarding')
    expect(host.port?.state).toBe('blocking')
    expect(old.tree.root.rootMac).toBe(1)
    kernel.advanceTo(91_000)
    expect(host.port?.state).toBe('forwarding')
  })

  test('an alternate port takes over within milliseconds', () => {
    const { kernel, bridges, links } = triangle('rstp')
    kernel.advanceTo(60_000)
    cut(links[1] as Link)
    kernel.advanceTo(60_020)
    expectSettled(bridges, links)
  })

  test('a failure that is only heard of is over within milliseconds as well', () => {
    const { kernel, bridges, links } = triangle('rstp')
    kernel.advanceTo(60_000)
    cut(links[0] as Link)
    kernel.advanceTo(60_020)
    expectSettled(bridges, links)
  })

  test('a lost root is not passed around on parallel links', () => {
    const kernel = new Kernel()
    const [root, a, b] = [5, 2, 3].map(
      (mac) => new Bridge(kernel, 'rstp', mac, mac === 5 ? 0 : 4096 * mac),
    ) as [Bridge, Bridge, Bridge]
    const links = [connect(root.end(), b.end())]
    for (let at = 0; at < 3; at++) links.push(connect(a.end(), b.end()))
    kernel.advanceTo(60_000)
    cut(links[0] as Link)
    kernel.advanceTo(60_020)
    expectSettled([root, a, b], links)
  })

  test('a silent neighbour is believed for three hellos', () => {
    const { kernel, bridges } = triangle('rstp')
    const [a, , c] = bridges
    kernel.advanceTo(60_500)
    const far = a.ends[1] as End
    a.tree.configurePort(far.port as TreePort, { ...far.settings, bpduFilter: 'always' }, kernel.nowMs)
    kernel.advanceTo(64_000)
    expect(c.ends[0]?.port?.role).toBe('root')
    kernel.advanceTo(66_600)
    expect(c.ends[1]?.port?.role).toBe('root')
  })

  test('a bridge of 1998 is spoken to as such, on its port alone', () => {
    const kernel = new Kernel()
    const old = new Bridge(kernel, 'stp', 2)
    const [a, c] = [new Bridge(kernel, 'rstp', 1), new Bridge(kernel, 'rstp', 3)]
    const links = [connect(a.end(), old.end()), connect(a.end(), c.end()), connect(old.end(), c.end())]
    kernel.advanceTo(120_000)
    expectSettled([a, old, c], links)
    expect(a.ends.map(({ port }) => port?.heard?.kind)).toEqual([undefined, undefined])
    expect(c.ends[1]?.port?.heard?.kind).toBe('configuration')
    expect(old.ends[0]?.port?.heard?.kind).toBe('configuration')
    expect(c.ends[0]?.port?.heard?.kind).toBe('rapid')
  })

  test('a topology change flushes, and is told for three seconds', () => {
    const { kernel, bridges } = triangle('rstp')
    kernel.advanceTo(60_000)
    const [a, b] = bridges
    for (const bridge of bridges) bridge.flushes = 0
    b.carrier(b.end(), true)
    kernel.advanceTo(85_000)
    expect(bridges.map(({ flushes }) => flushes)).toEqual([0, 0, 0])
    kernel.advanceTo(91_000)
    // Nothing was learnt where the news came from; bridge 3 has no other port that carries frames.
    expect(bridges.map(({ flushes }) => flushes > 0)).toEqual([true, true, false])
    expect(a.tree.lastTopologyChangeMs).toBe((b.tree.lastTopologyChangeMs as number) + 1)
    const before = a.tree.topologyChanges
    kernel.advanceTo(120_000)
    expect(a.tree.topologyChanges).toBe(before)
    expect(a.tree.topologyChanging).toBe(false)
  })
})
