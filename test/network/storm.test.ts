/** R15: a loop without spanning tree storms for ever, but not beyond what can be followed, and the console answers. */

import { expect, test } from 'vitest'
import { Device } from '../../src/session/device.ts'
import { newLab, ringLab } from './labs.ts'

test('a broadcast storm lasts, is bounded, leaves the console alive, and ends with the loop', () => {
  const lab = newLab(ringLab(3), 1, 'no spanning-tree vlan 1\nend\n')
  const { machines, kernel, network } = lab.running
  for (const machine of machines.values()) machine.startUnseen()
  kernel.advanceTo(20_000)
  for (let i = 0; i < 60; i++) {
    const port = machines.get('SW0')?.ports.get(`GigabitEthernet0/${1 + (i % 2)}`)
    const broadcast = new Uint8Array(60).fill(0xff, 0, 6)
    broadcast.set([0x02, 0, 0, 0, 0, i, 0x88, 0xb5], 6)
    port?.transmit(broadcast, network.newJourney())
  }

  const sentIn = (ms: number): number => {
    const before = network.log.counts.sent
    kernel.advanceTo(kernel.nowMs + ms)
    return network.log.counts.sent - before
  }
  sentIn(10_000)
  // Without the loop they would be over long ago.
  const perSecond = sentIn(1000)
  expect(perSecond).toBeGreaterThan(1000)
  expect(perSecond).toBeLessThan(3 * 25_000)

  const device = machines.get('SW1')
  if (!(device instanceof Device)) throw new Error('no switch')
  device.show()
  device.type('\r')
  kernel.advanceTo(kernel.nowMs + 100)
  device.type('ping 10.9.9.9\r')
  kernel.advanceTo(kernel.nowMs + 100)
  const start = process.cpuUsage()
  device.type('\x1e')
  kernel.advanceTo(kernel.nowMs + 100)
  const { user, system } = process.cpuUsage(start)
  expect(device.session?.atPrompt).toBe(true)
  expect((user + system) / 1000).toBeLessThan(100)

  const { counts, endings } = network.log
  const [cable] = lab.running.lab.cables
  if (cable !== undefined) lab.running.cut(cable)
  sentIn(1000)
  // What remains are the few of the control protocols.
  expect(sentIn(1000)).toBeLessThan(10)
  expect(endings.get('broadcast storm')).toBeGreaterThan(0)
  const ended = [...endings.values()].reduce((sum, count) => sum + count, 0)
  expect(counts.delivered + counts.passed + counts.held + ended + counts.inFlight).toBe(counts.sent)
})
