import { describe, expect, it } from 'vitest'
import {
  type DtpEffect,
  type DtpSettings,
  type DtpState,
  dtpPacketOf,
  dtpStep,
  dtpWakeAt,
  newDtpState,
} from './dtp.ts'

type Mode = DtpSettings['mode']
const settings = (mode: Mode, changed: Partial<DtpSettings> = {}): DtpSettings => ({
  mode,
  encapsulations: ['dot1q'],
  domain: '',
  ...changed,
})

/** Two ports on one cable, run by virtual time. */
class Pair {
  readonly a: DtpState
  readonly b: DtpState
  readonly log: string[] = []
  readonly sent: [string, number][] = []
  nowMs = 0
  cut = false

  constructor(a: DtpSettings, b: DtpSettings) {
    this.a = newDtpState(a)
    this.b = newDtpState(b)
    this.#does('a', dtpStep(this.a, { kind: 'up' }, 0))
    this.#does('b', dtpStep(this.b, { kind: 'up' }, 0))
  }

  #does(who: 'a' | 'b', effects: readonly DtpEffect[]): void {
    const [own, other, name] =
      who === 'a' ? ([this.a, this.b, 'b'] as const) : ([this.b, this.a, 'a'] as const)
    for (const effect of effects) {
      if (effect !== 'send') this.log.push(`${this.nowMs} ${who} ${effect}`)
      else {
        this.sent.push([who, this.nowMs])
        const packet = dtpPacketOf(own, who === 'a' ? 1 : 2)
        if (!this.cut) this.#does(name, dtpStep(other, { kind: 'heard', packet }, this.nowMs))
      }
    }
  }

  set(who: 'a' | 'b', to: DtpSettings): void {
    this.#does(who, dtpStep(this[who], { kind: 'settings', settings: to }, this.nowMs))
  }

  run(untilMs: number): this {
    for (;;) {
      const [a = Infinity, b = Infinity] = [dtpWakeAt(this.a), dtpWakeAt(this.b)]
      if (Math.min(a, b) > untilMs) break
      this.nowMs = Math.min(a, b)
      const who = a <= b ? 'a' : 'b'
      this.#does(who, dtpStep(this[who], { kind: 'time' }, this.nowMs))
    }
    this.nowMs = untilMs
    return this
  }

  get trunking(): string {
    return `${this.a.trunking ? 'trunk' : 'access'} ${this.b.trunking ? 'trunk' : 'access'}`
  }
}

// The table of the Catalyst configuration guides.
const modes: readonly Mode[] = ['off', 'auto', 'desirable', 'on', 'silent']
const table: Record<Mode, readonly string[]> = {
  off: ['access access', 'access access', 'access access', 'access trunk', 'access trunk'],
  auto: ['access access', 'access access', 'trunk trunk', 'trunk trunk', 'access trunk'],
  desirable: ['access access', 'trunk trunk', 'trunk trunk', 'trunk trunk', 'access trunk'],
  on: ['trunk access', 'trunk trunk', 'trunk trunk', 'trunk trunk', 'trunk trunk'],
  silent: ['trunk access', 'trunk access', 'trunk access', 'trunk trunk', 'trunk trunk'],
}

describe('the outcome', () => {
  for (const a of modes)
    modes.forEach((b, index) => {
      it(`of ${a} and ${b}`, () => {
        expect(new Pair(settings(a), settings(b)).run(2000).trunking).toBe(table[a][index])
      })
    })

  it('is settled within three seconds and then stays', () => {
    const pair = new Pair(settings('auto'), settings('desirable')).run(3000)
    const { length } = pair.log
    expect(pair.run(2_000_000).log).toHaveLength(length)
    expect(pair.log.map((line) => line.split(' ').slice(1).join(' ')).sort()).toEqual(['a trunk', 'b trunk'])
  })

  it('needs one VTP domain, or none', () => {
    const inA = { domain: 'A' }
    expect(new Pair(settings('desirable', inA), settings('desirable', inA)).run(3000).trunking).toBe(
      'trunk trunk',
    )
    expect(new Pair(settings('desirable', inA), settings('desirable')).run(3000).trunking).toBe('trunk trunk')
    const strangers = new Pair(settings('desirable', inA), settings('auto', { domain: 'B' })).run(100_000)
    expect(strangers.trunking).toBe('access access')
    expect(strangers.log.sort()).toEqual(['0 a domain mismatch', '0 b domain mismatch'])
  })

  it('is ISL between two that can do both, else what both can do', () => {
    const both = { encapsulations: ['isl', 'dot1q'] } as const
    const isl = new Pair(settings('desirable', both), settings('auto', both)).run(3000)
    expect([isl.trunking, isl.a.encapsulation, isl.b.encapsulation]).toEqual(['trunk trunk', 'isl', 'isl'])
    const dot1q = new Pair(settings('desirable', both), settings('auto')).run(3000)
    expect([dot1q.trunking, dot1q.a.encapsulation]).toEqual(['trunk trunk', 'dot1q'])
    const apart = new Pair(settings('desirable', { encapsulations: ['isl'] }), settings('auto')).run(3000)
    expect(apart.trunking).toBe('access access')
  })
})

describe('time', () => {
  it('passes with a hello every 30 s once all is said', () => {
    const pair = new Pair(settings('auto'), settings('auto')).run(200_000)
    const late = pair.sent.filter(([who, at]) => who === 'a' && at > 20_000).map(([, at]) => at)
    expect(late.slice(1).map((at, index) => at - (late[index] ?? 0))).toEqual(late.slice(1).map(() => 30_000))
    expect(late.length).toBeGreaterThanOrEqual(5)
    const early = pair.sent.filter(([who, at]) => who === 'a' && at < 4000).map(([, at]) => at)
    expect(early).toContain(1000)
  })

  it('forgets a neighbour that says nothing for 300 s', () => {
    const pair = new Pair(settings('desirable'), settings('auto')).run(50_000)
    const last = Math.max(...pair.sent.filter(([who]) => who === 'b').map(([, at]) => at))
    pair.cut = true
    pair.run(last + 299_999)
    expect(pair.trunking).toBe('trunk trunk')
    pair.run(last + 300_000)
    expect(pair.a.trunking).toBe(false)
  })
})

describe('a changed mode', () => {
  it('takes the neighbour along', () => {
    const pair = new Pair(settings('desirable'), settings('auto')).run(50_000)
    pair.set('a', settings('off'))
    expect(pair.run(51_000).trunking).toBe('access access')
    pair.set('a', settings('on'))
    expect(pair.run(53_000).trunking).toBe('trunk trunk')
  })

  it('to silence leaves the neighbour alone until it forgets', () => {
    const pair = new Pair(settings('on'), settings('auto')).run(50_000)
    pair.set('a', settings('silent'))
    expect(pair.run(60_000).trunking).toBe('trunk trunk')
    expect(pair.run(360_000).trunking).toBe('trunk access')
  })
})
