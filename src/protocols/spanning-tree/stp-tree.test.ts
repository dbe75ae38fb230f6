import { expect, test } from 'vitest'
import { Bridge, connect, cut, type End, type Link, triangle } from '../../../test/bridges.ts'
import { Kernel } from '../../kernel/kernel.ts'
import type { TreePort } from './spanning-tree.ts'

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
  expect([(learning as number) - (listening as number), (forward as number) - (learning as number)]).toEqual([
    15_000, 15_000,
  ])
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
