/** The account of frames: each that crossed a cable is settled once, and what people ask about is kept. */

import { expect, test } from 'vitest'
import { account, ethernet, linked } from '../../test/ports.ts'
import { Frame } from './frame.ts'
import { FrameLog, type Hop } from './frame-log.ts'

const packet = (journey = 1) => new Frame(ethernet(2, 1), journey)

test('what is said of a frame first is counted, and nothing after it', () => {
  const log = new FrameLog(() => 0)
  const says: ((frame: Frame) => void)[] = [
    (frame) => log.delivered(frame, 'A'),
    (frame) => log.passed(frame),
    (frame) => log.held(frame),
    (frame) => log.ended(frame, 'A', 'eth0', 'ttl'),
  ]
  for (const first of says)
    for (const then of says) {
      const frame = packet()
      first(frame)
      then(frame)
    }
  const { delivered, passed, held } = log.counts
  expect([delivered, passed, held, log.endings.get('ttl')]).toEqual([4, 4, 4, 4])
})

test('a frame without its tag is settled with the one that came', () => {
  const log = new FrameLog(() => 0)
  const tagged = packet()
  const inside = tagged.withBytes(ethernet(2, 1))
  expect([inside.journey, tagged.settled]).toEqual([tagged.journey, false])
  log.delivered(inside, 'A')
  log.passed(tagged)
  log.ended(inside.withBytes(ethernet(3, 1)), 'A', undefined, 'ttl')
  expect(log.counts).toMatchObject({ delivered: 1, passed: 0 })
  expect(log.endings.size).toBe(0)
  expect(tagged.withBytes(tagged.bytes)).toBe(tagged)
})

test('what ended where it was made is counted apart from what crossed a cable', () => {
  const log = new FrameLog(() => 0)
  log.ended(packet(), 'A', 'eth0', 'link down', undefined, false)
  log.ended(packet(), 'A', 'eth0', 'ttl')
  expect([[...log.unsent], [...log.endings]]).toEqual([[['link down', 1]], [['ttl', 1]]])
})

test('the way of a packet is kept, with times, reasons and details; hellos and strangers are not', () => {
  let nowMs = 5
  const log = new FrameLog(() => nowMs)
  const frame = packet(7)
  log.delivered(frame, 'A', 'eth0')
  nowMs = 9
  log.ended(packet(8), 'B', 'eth1', 'no route', '10.0.0.1')
  log.ended(packet(9), 'C', 'eth1', 'not for this host')
  const bpdu = ethernet(2, 1)
  bpdu.set([0x01, 0x80, 0xc2, 0, 0, 0])
  log.delivered(new Frame(bpdu, 10), 'A', 'eth0')
  log.ended(new Frame(Uint8Array.of(0x8f, 0, 0x80, 0x35), 11), 'A', 'Serial0', 'interface down')
  expect(log.recent()).toMatchObject([
    { kind: 'delivered', atMs: 5, frame, device: 'A', port: 'eth0' },
    { kind: 'ended', atMs: 9, device: 'B', port: 'eth1', reason: 'no route', detail: '10.0.0.1' },
  ])
  // Counted they are.
  expect(log.counts.delivered).toBe(2)
  expect(log.endings.get('not for this host')).toBe(1)
})

test('a tap hears everything until it is taken off', () => {
  const log = new FrameLog(() => 0)
  const heard: Hop[] = []
  const off = log.tap((hop) => heard.push(hop))
  const bpdu = ethernet(2, 1)
  bpdu.set([0x01, 0x80, 0xc2, 0, 0, 0])
  log.delivered(new Frame(bpdu, 1), 'A')
  log.ended(packet(2), 'C', 'eth1', 'not for this host')
  expect(heard.map(({ kind }) => kind)).toEqual(['delivered', 'ended'])
  off()
  log.delivered(packet(3), 'A')
  expect(heard).toHaveLength(2)
})

test('of what is kept the oldest goes first', () => {
  const log = new FrameLog(() => 0)
  for (let i = 0; i < 5000; i++) log.delivered(packet(i), 'A')
  const kept = log.recent().map(({ frame }) => frame.journey)
  expect(kept).toEqual(Array.from({ length: 4096 }, (_, i) => 5000 - 4096 + i))
})

test('a frame is on its way until it arrives, and crossing is kept with both ends', () => {
  const { a, b, network, kernel } = linked(['fastSwitch'], ['fastSwitch'])
  a.transmit(ethernet(2, 1), 1)
  expect(network.log.counts).toMatchObject({ sent: 1, inFlight: 1, delivered: 0 })
  expect(account(network)).toEqual({ sent: 1, settled: 1 })
  kernel.advanceTo(kernel.nowMs + 1)
  expect(network.log.counts).toMatchObject({ sent: 1, inFlight: 0, delivered: 1 })
  expect(network.log.recent()).toMatchObject([
    { kind: 'crossed', from: a, to: b },
    { kind: 'delivered', device: 'b' },
  ])
})
