import { describe, expect, test } from 'vitest'
import { Bridge, connect, type End, expectSettled, type Link, triangle } from '../../../test/bridges.ts'
import { Kernel } from '../../kernel/kernel.ts'
import type { TreePort } from './spanning-tree.ts'

describe.each(['stp', 'rstp'] as const)('%s', (protocol) => {
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
})
