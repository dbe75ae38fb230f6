/** Frames on cables: when they arrive, in which order, and what becomes of those under way when a cable is pulled. */

import { expect, test } from 'vitest'
import { builtInHosts, builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import { Network } from '../../src/hardware/network.ts'
import { Port } from '../../src/hardware/port.ts'
import { Kernel } from '../../src/kernel/kernel.ts'

interface Arrival {
  readonly atMs: number
  readonly bytes: Uint8Array
}

/** A host's port on the first port of a switch, the link up. */
function linked(): { network: Network; kernel: Kernel; host: Port; other: Port; arrivals: Arrival[] } {
  const kernel = new Kernel()
  const network = new Network(kernel)
  const [fast] = builtInProfiles.get('catalyst-2960-24tt')?.ports ?? []
  const [ethernet] = builtInHosts.get('host')?.ports ?? []
  if (fast === undefined || ethernet === undefined) throw new Error('no ports')
  const host = new Port(network, 'PC1', 'eth0', ethernet, 1)
  const other = new Port(network, 'SW1', 'FastEthernet0/1', fast, 2)
  const arrivals: Arrival[] = []
  other.onFrame = (frame) => {
    arrivals.push({ atMs: kernel.nowMs, bytes: frame.bytes })
    network.log.delivered(frame, 'SW1')
  }
  network.connect(host, other, 'straight')
  host.configure({ enabled: true })
  other.configure({ enabled: true })
  kernel.advanceTo(10_000)
  expect([host.carrier, host.speedMbps, host.duplex]).toEqual([true, 100, 'full'])
  return { network, kernel, host, other, arrivals }
}

test('a frame takes the time of its bits, and the next waits for it', () => {
  const { kernel, host, arrivals } = linked()
  const frames = [new Uint8Array(60).fill(2), new Uint8Array(1514).fill(4)]
  for (const bytes of frames) host.transmit(bytes, 1)
  kernel.advanceTo(10_001)
  expect(arrivals.map(({ bytes }) => bytes)).toEqual(frames)
  // IEEE 802.3: 8 bytes of preamble, 4 of check sequence, 12 of gap; 80 ns for a byte. And the way of a 100 m cable.
  const wayMs = 0.0005
  const ends = [84 * 0.00008, (84 + 1538) * 0.00008].map((tookMs) => 10_000 + tookMs + wayMs)
  arrivals.forEach(({ atMs }, i) => void expect(atMs).toBeCloseTo(ends[i] as number, 9))
})

test('a full output queue drops what comes after', () => {
  const { network, kernel, host, arrivals } = linked()
  for (let i = 0; i < 50; i++) host.transmit(new Uint8Array(60).fill(i), i)
  kernel.advanceTo(10_010)
  // Forty packets: "Output queue: 0/40" of show interfaces.
  expect(arrivals.map(({ bytes }) => bytes[0])).toEqual(Array.from({ length: 40 }, (_, i) => i))
  expect(host.counters.outputDrops).toBe(10)
  expect(network.log.unsent.get('output queue full')).toBe(10)
})

test('what is under way when the cable is pulled never arrives, not even after it is plugged in again', () => {
  const { network, kernel, host, other, arrivals } = linked()
  host.transmit(new Uint8Array(60), 1)
  host.transmit(new Uint8Array(60), 2)
  kernel.advanceTo(10_000.008)
  expect(arrivals).toHaveLength(1)
  const [cable] = network.cables
  if (cable === undefined) throw new Error('no cable')
  network.disconnect(cable)
  network.connect(host, other, 'straight')
  kernel.advanceTo(20_000)
  expect(arrivals).toHaveLength(1)
  expect(network.log.endings.get('cable cut')).toBe(1)
  expect(network.log.counts).toMatchObject({ sent: 2, inFlight: 0, delivered: 1 })
  host.transmit(new Uint8Array(60), 3)
  kernel.advanceTo(20_001)
  expect(arrivals).toHaveLength(2)
})

test('without a cable, and without a link, a frame ends where it was made', () => {
  const { network, kernel, host, other } = linked()
  other.configure({ enabled: false })
  host.transmit(new Uint8Array(60), 1)
  const [cable] = network.cables
  if (cable !== undefined) network.disconnect(cable)
  host.transmit(new Uint8Array(60), 2)
  kernel.advanceTo(11_000)
  expect(Object.fromEntries(network.log.unsent)).toEqual({ 'link down': 1, 'no cable': 1 })
  expect(network.log.counts.sent).toBe(0)
})
