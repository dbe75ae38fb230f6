/** Ports: the time of the bits, the queue, what is counted, collisions, and what becomes of frames when the link goes. */

import { expect, test } from 'vitest'
import { account, ethernet, linked, type PortKind } from '../../test/ports.ts'
import type { PortSettings } from './port.ts'

const full = { speed: 100, duplex: 'full' } as const
/** Preamble and delimiter, check sequence, inter-frame gap (IEEE 802.3), and 100 m of cable. */
const overheadBytes = 8 + 4 + 12
const wayMs = 0.0005

test.each([
  ['fastSwitch', { speed: 10 }, 10],
  ['fastSwitch', {}, 100],
  ['gigabitSwitch', {}, 1000],
] as const)('%s %j: a frame takes the time of its bits', (kind, settings: Partial<PortSettings>, mbps) => {
  const { a, network, kernel, arrived } = linked([kind as PortKind, settings], [kind as PortKind])
  const start = kernel.nowMs
  a.transmit(ethernet(2, 1, 1514), network.newJourney())
  kernel.advanceTo(start + 10)
  const took = (arrived.get('b')?.[0]?.[0] ?? 0) - start
  expect(took).toBeCloseTo(((1514 + overheadBytes) * 8) / (mbps * 1000) + wayMs, 9)
})

test('a serial line sends flags, a check sequence of two bytes, and no gap', () => {
  const { a, kernel, arrived } = linked(['serial', { clockRateBps: 64_000 }], ['serial'], 'serial')
  const start = kernel.nowMs
  a.transmit(new Uint8Array(60).fill(0x0f), 1)
  kernel.advanceTo(start + 100)
  expect((arrived.get('b')?.[0]?.[0] ?? 0) - start).toBeCloseTo(((60 + 4) * 8) / 64 + wayMs, 9)
  expect([a.counters.outputBytes, a.counters.outputMulticasts]).toEqual([62, 0])
})

test('both directions of a full-duplex link are free of one another', () => {
  const { a, b, kernel, arrived } = linked(['fastSwitch'], ['fastSwitch'])
  a.transmit(ethernet(2, 1, 1514), 1)
  b.transmit(ethernet(1, 2, 1514), 2)
  kernel.advanceTo(kernel.nowMs + 1)
  expect(arrived.get('a')?.[0]?.[0]).toBe(arrived.get('b')?.[0]?.[0])
  expect([a.counters.deferred, b.counters.deferred]).toEqual([0, 0])
})

test('at half duplex one waits for the other, and counts it', () => {
  const { a, b, kernel, arrived } = linked(['fastSwitch', { duplex: 'half' }], ['fastSwitch'])
  expect([a.duplex, b.duplex]).toEqual(['half', 'half'])
  const start = kernel.nowMs
  a.transmit(ethernet(2, 1, 1514), 1)
  b.transmit(ethernet(1, 2, 1514), 2)
  kernel.advanceTo(start + 1)
  const frameMs = ((1514 + overheadBytes) * 8) / 100_000
  expect((arrived.get('b')?.[0]?.[0] ?? 0) - start).toBeCloseTo(frameMs + wayMs, 9)
  expect((arrived.get('a')?.[0]?.[0] ?? 0) - start).toBeCloseTo(2 * frameMs + wayMs, 9)
  expect([a.counters.deferred, b.counters.deferred]).toEqual([0, 1])
  expect(b.counters.lateCollisions + a.counters.lateCollisions).toBe(0)
})

// "Output queue: 0/40" of show interfaces.
test('forty packets wait, the rest is dropped and counted; there is room again when one has left', () => {
  const { a, network, kernel, arrived } = linked(['fastSwitch'], ['fastSwitch'])
  for (let i = 0; i < 45; i++) a.transmit(ethernet(2, 1, 1514), i)
  expect(a.counters.outputDrops).toBe(5)
  kernel.advanceTo(kernel.nowMs + 0.2)
  expect(arrived.get('b')).toHaveLength(1)
  a.transmit(ethernet(2, 1), 100)
  a.transmit(ethernet(2, 1), 101)
  expect(a.counters.outputDrops).toBe(6)
  kernel.advanceTo(kernel.nowMs + 100)
  expect(arrived.get('b')).toHaveLength(41)
  expect(a.counters.outputPackets).toBe(41)
  expect(network.log.unsent.get('output queue full')).toBe(6)
  expect(network.log.counts.sent).toBe(41)
})

// What each side counts of ICMP echoes of 100 bytes: 114 in the frame, 118 with the check sequence.
test('what one end sends, the other receives, by kind and with check sequences', () => {
  const { a, b, network, kernel } = linked(['fastSwitch'], ['fastSwitch'])
  a.transmit(ethernet(2, 1, 114), 1)
  a.transmit(ethernet(0xff, 1), 2)
  const multicast = ethernet(2, 1)
  multicast.set([0x01, 0x00, 0x5e])
  a.transmit(multicast, 3)
  a.transmit(multicast, 4)
  kernel.advanceTo(kernel.nowMs + 1)
  expect(a.counters).toMatchObject({
    outputPackets: 4,
    outputBytes: 118 + 3 * 64,
    outputBroadcasts: 1,
    outputMulticasts: 2,
    inputPackets: 0,
    lastInputMs: undefined,
  })
  expect(b.counters).toMatchObject({
    inputPackets: 4,
    inputBytes: 118 + 3 * 64,
    inputBroadcasts: 1,
    inputMulticasts: 2,
    inputErrors: 0,
    outputPackets: 0,
    lastOutputMs: undefined,
  })
  expect(a.counters.lastOutputMs).toBe(10_000)
  expect(b.counters.lastInputMs).toBeGreaterThan(10_000)
  expect(network.log.counts).toMatchObject({ sent: 4, inFlight: 0, delivered: 4 })
})

// Captures: 263 frames of 60 bytes into a port of an ISR 4000; no switch that counts less than 64.
test('a router does not count check sequences, a switch does', () => {
  const { a, b, kernel } = linked(['gigabitRouter'], ['gigabitSwitch'])
  a.transmit(ethernet(2, 1), 1)
  b.transmit(ethernet(1, 2, 114), 2)
  kernel.advanceTo(kernel.nowMs + 1)
  expect([a.counters.outputBytes, a.counters.inputBytes]).toEqual([60, 114])
  expect([b.counters.inputBytes, b.counters.outputBytes]).toEqual([64, 118])
})

// Command reference, load-interval: an average over five minutes in which old traffic counts ever less.
test('rates follow traffic and fade', () => {
  const { a, b, kernel } = linked(['fastSwitch'], ['fastSwitch'])
  const bits = (port: typeof a, way: 'input' | 'output') =>
    port.rates[`${way}Bits`].at(kernel.nowMs, port.rates.intervalMs)
  // One frame of 1000 bytes, check sequence included, a second: 8000 bits a second.
  for (let s = 0; s < 1800; s++) {
    a.transmit(ethernet(2, 1, 996), s)
    kernel.advanceTo(kernel.nowMs + 1000)
  }
  expect(bits(a, 'output')).toBeCloseTo(8000, -2)
  expect(bits(b, 'input')).toBeCloseTo(8000, -2)
  expect(bits(a, 'input')).toBe(0)
  kernel.advanceTo(kernel.nowMs + 300_000)
  expect(bits(a, 'output') / 8000).toBeCloseTo(Math.exp(-1), 1)
  kernel.advanceTo(kernel.nowMs + 24 * 3_600_000)
  expect(bits(a, 'output')).toBeLessThan(1e-9)
})

// Cisco, "Troubleshooting Catalyst switches to NIC compatibility": the half-duplex end counts late collisions, the other
// CRC errors and runts of what was cut short.
test('a duplex mismatch: both send at once, both frames are lost, each end counts its own errors', () => {
  const { a, b, network, kernel, arrived } = linked(['fastSwitch', full], ['fastSwitch'])
  expect([a.duplex, b.duplex]).toEqual(['full', 'half'])
  const rounds = 200
  for (let i = 0; i < rounds; i++) {
    b.transmit(ethernet(1, 2, 1514), 2 * i)
    kernel.advanceTo(kernel.nowMs + 0.01)
    a.transmit(ethernet(2, 1, 1514), 2 * i + 1)
    kernel.advanceTo(kernel.nowMs + 1)
  }
  expect(arrived.get('a')).toEqual([])
  expect(arrived.get('b')).toEqual([])
  expect(b.counters.lateCollisions).toBeGreaterThanOrEqual(rounds)
  expect(b.counters.collisions).toBe(b.counters.lateCollisions)
  expect(b.counters.outputErrors).toBe(b.counters.lateCollisions)
  expect(a.counters).toMatchObject({ crc: rounds, inputErrors: rounds, lateCollisions: 0, collisions: 0 })
  expect(b.counters).toMatchObject({ crc: 0, inputErrors: rounds, runts: rounds, inputPackets: 0 })
  expect(Object.fromEntries(network.log.endings)).toEqual({ checksum: rounds, 'late collision': rounds })
  expect(account(network).settled).toBe(account(network).sent)
})

test('a duplex mismatch ruins a few of the frames that meet nobody; none is ruined where the ends agree', () => {
  const lost = (a: Partial<PortSettings>) => {
    const made = linked(['fastSwitch', a], ['fastSwitch'])
    for (let i = 0; i < 2000; i++) {
      made.a.transmit(ethernet(2, 1), i)
      made.advance(1)
    }
    return 2000 - (made.arrived.get('b')?.length ?? 0)
  }
  const ruined = lost(full)
  expect(ruined).toBeGreaterThan(20)
  expect(ruined).toBeLessThan(400)
  expect(lost({})).toBe(0)
  expect(lost({ duplex: 'half' })).toBe(0)
})

test('what is on a cable that is cut ends there, and so does what waits behind it', () => {
  const { a, network, kernel, arrived } = linked(['fastSwitch'], ['fastSwitch'])
  for (let i = 0; i < 3; i++) a.transmit(ethernet(2, 1, 1514), i)
  kernel.advanceTo(kernel.nowMs + 0.15)
  const [cable] = network.cables
  if (cable !== undefined) network.disconnect(cable)
  kernel.advanceTo(kernel.nowMs + 10)
  expect(arrived.get('b')).toHaveLength(1)
  expect(network.log.endings.get('cable cut')).toBe(2)
  expect(account(network)).toEqual({ sent: 3, settled: 3 })
  a.transmit(ethernet(2, 1), 9)
  expect(network.log.unsent.get('no cable')).toBe(1)
  expect(account(network)).toEqual({ sent: 3, settled: 3 })
})

test('a link that comes back begins with an empty queue', () => {
  // Forty frames take eight seconds here, the link one.
  const { a, b, network, kernel, arrived } = linked(
    ['serial', { clockRateBps: 64_000 }],
    ['serial'],
    'serial',
  )
  for (let i = 0; i < 40; i++) a.transmit(new Uint8Array(1500).fill(0x0f), i)
  b.configure({ enabled: false })
  a.transmit(new Uint8Array(60).fill(0x0f), 50)
  expect(network.log.unsent.get('link down')).toBe(1)
  b.configure({ enabled: true })
  kernel.advanceTo(kernel.nowMs + 1500)
  const start = kernel.nowMs
  a.transmit(new Uint8Array(60).fill(0x0f), 60)
  kernel.advanceTo(start + 100)
  expect(arrived.get('b')).toHaveLength(1)
  expect((arrived.get('b')?.[0]?.[0] ?? 0) - start).toBeCloseTo(((60 + 4) * 8) / 64 + wayMs, 9)
  expect(a.counters.outputDrops).toBe(0)
  kernel.advanceTo(start + 10_000)
  expect(account(network)).toEqual({ sent: 41, settled: 41 })
})

test('a port whose device is off hears nothing, and says so', () => {
  const { a, b, network, kernel } = linked(['fastSwitch'], ['fastSwitch'])
  a.transmit(ethernet(2, 1), 1)
  b.silence()
  kernel.advanceTo(kernel.nowMs + 10)
  expect(network.log.endings.get('cable cut')).toBe(1)
  b.configure({ enabled: true })
  kernel.advanceTo(kernel.nowMs + 5000)
  a.transmit(ethernet(2, 1), 2)
  kernel.advanceTo(kernel.nowMs + 10)
  expect(network.log.endings.get('power off')).toBe(1)
})
