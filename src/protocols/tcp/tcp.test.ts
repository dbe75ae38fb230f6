import { describe, expect, test } from 'vitest'
import { tcpFlags } from '../../wire/tcp.ts'
import { wakeAt } from './retransmission.ts'
import { newTcb, type Segment, type Tcb, type TcpEffect } from './tcb.ts'
import { acceptSyn, step } from './tcp.ts'

const options = { initialSequence: 100, maxSegmentBytes: 1460, windowBytes: 4128, connectTimeoutMs: 30_000 }
const other = { ...options, initialSequence: 0xffff_fff0 }
const text = (words: string) => new TextEncoder().encode(words)

const sent = (effects: readonly TcpEffect[]): Segment[] =>
  effects.flatMap((effect) => (effect.kind === 'transmit' ? [effect.segment] : []))
const kinds = (effects: readonly TcpEffect[]) =>
  effects.map((effect) => (effect.kind === 'closed' ? `closed: ${effect.reason}` : effect.kind))
const give = (tcb: Tcb, segments: readonly Segment[], now = 0) =>
  segments.flatMap((segment) => step(tcb, { kind: 'segment', segment }, now))

/** Two ends that have shaken hands; sequence numbers wrap soon. */
function connection() {
  const a = newTcb(options)
  const [syn] = sent(step(a, { kind: 'open' }, 0))
  if (syn === undefined) throw new Error('no SYN')
  const { tcb: b, effects } = acceptSyn(other, syn, 0)
  const toB = sent(give(a, sent(effects)))
  give(b, toB)
  return { a, b, syn, synAck: sent(effects)[0] as Segment, ack: toB[0] as Segment }
}

describe('opening', () => {
  test('three segments, as RFC 9293, figure 6', () => {
    const { a, b, syn, synAck, ack } = connection()
    expect([syn.flags, syn.sequence]).toEqual([tcpFlags.syn, 100])
    expect([synAck.flags, synAck.sequence, synAck.acknowledgement]).toEqual([
      tcpFlags.syn | tcpFlags.ack,
      0xffff_fff0,
      101,
    ])
    expect([ack.flags, ack.sequence, ack.acknowledgement]).toEqual([tcpFlags.ack, 101, 0xffff_fff1])
    expect([a.state, b.state]).toEqual(['established', 'established'])
    expect([wakeAt(a), wakeAt(b)]).toEqual([undefined, undefined])
  })

  test('both at once, as figure 7', () => {
    const [a, b] = [newTcb(options), newTcb(other)]
    const [synA, synB] = [sent(step(a, { kind: 'open' }, 0)), sent(step(b, { kind: 'open' }, 0))]
    const [answerA, answerB] = [sent(give(a, synB)), sent(give(b, synA))]
    expect([a.state, b.state]).toEqual(['syn-received', 'syn-received'])
    expect(kinds(give(a, answerB))).toContain('connected')
    expect(kinds(give(b, answerA))).toContain('connected')
  })

  test('a reset refuses', () => {
    const a = newTcb(options)
    step(a, { kind: 'open' }, 0)
    const rst: Segment = {
      sequence: 0,
      acknowledgement: 101,
      flags: tcpFlags.rst | tcpFlags.ack,
      window: 0,
      maxSegmentBytes: undefined,
      payload: text(''),
    }
    expect(kinds(give(a, [{ ...rst, acknowledgement: 77 }]))).toEqual([])
    expect(kinds(give(a, [rst]))).toEqual(['closed: refused'])
  })

  test('silence: the SYN goes out again after 1, 3, 7 and 15 seconds, and 30 seconds are enough', () => {
    const a = newTcb(options)
    step(a, { kind: 'open' }, 0)
    const times: number[] = []
    let last: string[] = []
    for (let at = wakeAt(a); at !== undefined; at = wakeAt(a)) {
      const effects = step(a, { kind: 'time' }, at)
      if (sent(effects).length > 0) times.push(at)
      last = kinds(effects)
    }
    expect(times).toEqual([1000, 3000, 7000, 15_000])
    expect(last).toEqual(['closed: timeout'])
  })
})

describe('data', () => {
  test('come out in order, whatever the order of segments', () => {
    const { a, b } = connection()
    const segments = sent([
      ...step(a, { kind: 'send', payload: text('one ') }, 0),
      ...step(a, { kind: 'send', payload: text('two ') }, 0),
      ...step(a, { kind: 'send', payload: text('three') }, 0),
    ])
    expect(segments).toHaveLength(3)
    const effects = give(b, [...segments.toReversed(), ...segments.toReversed()])
    const heard = effects.flatMap((effect) =>
      effect.kind === 'data' ? [new TextDecoder().decode(effect.payload)] : [],
    )
    expect(heard.join('')).toBe('one two three')
  })

  test('a lost segment comes again after a second', () => {
    const { a, b } = connection()
    step(a, { kind: 'send', payload: text('lost') }, 0)
    expect(wakeAt(a)).toBe(1000)
    const again = step(a, { kind: 'time' }, 1000)
    expect(kinds(give(b, sent(again)))).toEqual(['data', 'transmit'])
    expect(wakeAt(a)).toBe(3000)
  })

  test('three duplicate acknowledgements do not wait for the timer', () => {
    const { a, b } = connection()
    const [, ...rest] = [1, 2, 3, 4].flatMap(() =>
      sent(step(a, { kind: 'send', payload: new Uint8Array(700) }, 0)),
    )
    const acks = sent(give(b, rest))
    expect(acks).toHaveLength(3)
    expect(sent(give(a, acks))).toHaveLength(1)
  })

  test('no more than the window is on the way', () => {
    const { a } = connection()
    const segments = sent(step(a, { kind: 'send', payload: new Uint8Array(50_000) }, 0))
    const bytes = segments.reduce((sum, { payload }) => sum + payload.length, 0)
    expect(bytes).toBeLessThanOrEqual(4128)
    expect(segments.every(({ payload }) => payload.length <= 1460)).toBe(true)
  })

  test('a peer that never answers ends the connection', () => {
    const { a } = connection()
    step(a, { kind: 'send', payload: text('hello') }, 0)
    let last: string[] = []
    for (let at = wakeAt(a); at !== undefined; at = wakeAt(a)) last = kinds(step(a, { kind: 'time' }, at))
    expect(last).toEqual(['closed: timeout'])
  })
})

describe('closing', () => {
  test('one after the other, as figure 12', () => {
    const { a, b } = connection()
    const toA = sent(give(b, sent(step(a, { kind: 'close' }, 0))))
    expect([a.state, b.state]).toEqual(['fin-wait-1', 'close-wait'])
    give(a, toA)
    expect(a.state).toBe('fin-wait-2')
    const toB = sent(give(a, sent(step(b, { kind: 'close' }, 0)), 5))
    expect([a.state, b.state]).toEqual(['time-wait', 'last-ack'])
    expect(kinds(give(b, toB))).toEqual(['closed: closed'])
    expect(wakeAt(a)).toBe(60_005)
    expect(kinds(step(a, { kind: 'time' }, 60_005))).toEqual(['closed: closed'])
  })

  test('both at once, as figure 13', () => {
    const { a, b } = connection()
    const [finA, finB] = [sent(step(a, { kind: 'close' }, 0)), sent(step(b, { kind: 'close' }, 0))]
    const [ackA, ackB] = [sent(give(a, finB)), sent(give(b, finA))]
    expect([a.state, b.state]).toEqual(['closing', 'closing'])
    give(a, ackB)
    give(b, ackA)
    expect([a.state, b.state]).toEqual(['time-wait', 'time-wait'])
  })

  test('FIN waits for the data before it', () => {
    const { a, b } = connection()
    step(a, { kind: 'send', payload: new Uint8Array(9000) }, 0)
    expect(sent(step(a, { kind: 'close' }, 0))).toEqual([])
    expect([a.state, b.state]).toEqual(['established', 'established'])
  })

  test('a reset from the peer, but none from somebody who guesses', () => {
    const { a, b } = connection()
    const [rst] = sent(step(a, { kind: 'abort' }, 0))
    if (rst === undefined) throw new Error('no RST')
    expect(kinds(give(b, [{ ...rst, sequence: rst.sequence + 5 }]))).toEqual(['transmit'])
    expect(kinds(give(b, [rst]))).toEqual(['closed: reset'])
  })
})
