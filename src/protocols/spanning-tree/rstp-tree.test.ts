import { expect, test } from 'vitest'
import { Bridge, connect, cut, type End, expectSettled, type Link, triangle } from '../../../test/bridges.ts'
import { Kernel } from '../../kernel/kernel.ts'
import type { TreePort } from './spanning-tree.ts'

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
