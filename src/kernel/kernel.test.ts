import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Kernel, type Timer } from './kernel.ts'

const runs = process.env['FUZZ'] === 'large' ? 100_000 : 500

function noted(kernel: Kernel): { note: (name: string) => () => void; seen: string[] } {
  const seen: string[] = []
  return { seen, note: (name) => () => seen.push(`${name}@${kernel.nowMs}`) }
}

test('events run by time, and in the order of scheduling at the same time', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.after(10, note('c'))
  kernel.after(5, note('a'))
  kernel.after(10, note('d'))
  kernel.schedule(10, { arrive: (name) => seen.push(`${name}@${kernel.nowMs}`) }, 'e')
  kernel.after(5, note('b'))
  kernel.advanceTo(9)
  expect(seen).toEqual(['a@5', 'b@5'])
  expect(kernel.nowMs).toBe(9)
  kernel.advanceTo(20)
  expect(seen).toEqual(['a@5', 'b@5', 'c@10', 'd@10', 'e@10'])
  expect(kernel.nowMs).toBe(20)
})

test('a thousand events of one instant keep their order while others leave', () => {
  const kernel = new Kernel()
  const seen: number[] = []
  const expected: number[] = []
  for (let i = 0; i < 1000; i++) {
    kernel.after(i % 7, () => {})
    kernel.after(50, () => seen.push(i))
    expected.push(i)
  }
  kernel.advanceTo(50)
  expect(seen).toEqual(expected)
})

test('a delay of 0, or of less, runs before time moves on and behind what is due already', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.after(3, () => {
    note('first')()
    kernel.after(0, note('third'))
    kernel.after(-5, note('fourth'))
  })
  kernel.after(3, note('second'))
  kernel.after(3.001, note('later'))
  kernel.advanceTo(4)
  expect(seen).toEqual(['first@3', 'second@3', 'third@3', 'fourth@3', 'later@3.001'])
})

test('fractions of a millisecond count', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.advanceTo(1000)
  kernel.after(0.00512, note('frame'))
  kernel.after(0.005, note('earlier'))
  expect(kernel.nextAtMs()).toBe(1000.005)
  kernel.advanceTo(1000.0051)
  expect(seen).toEqual(['earlier@1000.005'])
  kernel.advanceTo(1001)
  expect(seen[1]).toBe('frame@1000.00512')
})

test('step runs one event, and none that is due behind the limit', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.after(1, note('a'))
  kernel.after(1, note('b'))
  kernel.after(9, note('c'))
  expect(kernel.step()).toBe(true)
  expect(seen).toEqual(['a@1'])
  expect(kernel.step(5)).toBe(true)
  expect(kernel.step(5)).toBe(false)
  expect(kernel.nowMs).toBe(1)
  expect(kernel.step(9)).toBe(true)
  expect(kernel.step()).toBe(false)
  expect(seen).toEqual(['a@1', 'b@1', 'c@9'])
})

test('the clock does not go backwards', () => {
  const kernel = new Kernel()
  kernel.advanceTo(10)
  kernel.advanceTo(5)
  expect(kernel.nowMs).toBe(10)
})

test('an event at the end of time never comes', () => {
  const kernel = new Kernel()
  kernel.after(Number.POSITIVE_INFINITY, () => expect.fail('it came'))
  expect(kernel.nextAtMs()).toBeUndefined()
  expect(kernel.step()).toBe(false)
  kernel.advanceTo(1e12)
})

test('a delay that is not a number is our mistake', () => {
  const kernel = new Kernel()
  expect(() => kernel.after(Number.NaN, () => {})).toThrow(RangeError)
  expect(() => kernel.schedule(Number.NaN, { arrive() {} }, 0)).toThrow(RangeError)
})

test('an event that throws is over, and the others follow', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.after(1, () => {
    throw new Error('ours')
  })
  kernel.after(1, note('b'))
  expect(() => kernel.advanceTo(5)).toThrow('ours')
  kernel.advanceTo(5)
  expect(seen).toEqual(['b@1'])
})

test('an event that moves the clock itself does not move it back', () => {
  const kernel = new Kernel()
  const { note, seen } = noted(kernel)
  kernel.after(1, () => kernel.advanceTo(20))
  kernel.after(15, note('b'))
  kernel.advanceTo(10)
  expect(seen).toEqual(['b@15'])
  expect(kernel.nowMs).toBe(20)
})

describe('cancelling', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('takes out event %i of seven and no other', (place) => {
    const kernel = new Kernel()
    const { note, seen } = noted(kernel)
    const delays = [4, 2, 6, 1, 3, 7, 5]
    const timers = delays.map((delay) => kernel.after(delay, note('x')))
    timers[place]?.cancel()
    timers[place]?.cancel()
    kernel.advanceTo(10)
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].filter((at) => at !== delays[place]).map((at) => `x@${at}`))
  })

  test('is safe after the event ran, when its slot belongs to another', () => {
    const kernel = new Kernel()
    const { note, seen } = noted(kernel)
    const old = kernel.after(1, note('old'))
    kernel.advanceTo(1)
    kernel.after(1, note('new'))
    old.cancel()
    kernel.advanceTo(2)
    expect(seen).toEqual(['old@1', 'new@2'])
  })

  test('is safe from inside its own event, and takes out another of the same instant', () => {
    const kernel = new Kernel()
    const { note, seen } = noted(kernel)
    const own: Timer = kernel.after(1, () => {
      own.cancel()
      other.cancel()
      kernel.after(0, note('after'))
    })
    const other = kernel.after(1, note('other'))
    kernel.advanceTo(2)
    expect(seen).toEqual(['after@1'])
  })

  test('hides the event from nextAtMs', () => {
    const kernel = new Kernel()
    const first = kernel.after(1, () => {})
    kernel.after(2, () => {})
    first.cancel()
    expect(kernel.nextAtMs()).toBe(2)
  })

  test('keeps memory bounded, however often timers are set and cancelled', () => {
    const kernel = new Kernel()
    const { note, seen } = noted(kernel)
    for (let i = 0; i < 100; i++) kernel.after(1000 + i, note(String(i)))
    let most = 0
    for (let i = 0; i < 100_000; i++) {
      kernel.after(500, () => expect.fail('cancelled')).cancel()
      most = Math.max(most, kernel.pending)
    }
    expect(most).toBeLessThanOrEqual(100 + 102)
    kernel.advanceTo(2000)
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => `${i}@${1000 + i}`))
    expect(kernel.pending).toBe(0)
  })
})

test('an event may cancel any number of others', () => {
  const kernel = new Kernel()
  const seen: number[] = []
  const round = (n: number): void => {
    const doomed = Array.from({ length: 200 }, () => kernel.after(1, () => expect.fail('cancelled')))
    kernel.after(0.5, () => {
      for (const timer of doomed) timer.cancel()
      kernel.after(0.25, () => seen.push(n))
      if (n < 20) round(n + 1)
    })
    kernel.after(0.6, () => seen.push(-n))
  }
  round(1)
  kernel.advanceTo(0.55)
  // What was cancelled is swept out from inside an event too.
  expect(kernel.pending).toBeLessThan(300)
  kernel.advanceTo(100)
  expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => [-(i + 1), i + 1]).flat())
})

test('after many events, cancelled ones are still swept out', () => {
  const kernel = new Kernel()
  for (let i = 0; i < 10_000; i++) kernel.after(0.001 * i, () => {})
  kernel.advanceTo(100)
  for (let i = 0; i < 10_000; i++) kernel.after(500, () => {}).cancel()
  expect(kernel.pending).toBeLessThan(200)
})

test('nothing of an event is kept once it ran or was cancelled', async () => {
  const kernel = new Kernel()
  const { setFlagsFromString } = await import('node:v8')
  const { runInNewContext } = await import('node:vm')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const gone: WeakRef<object>[] = []
  const receiver = { arrive() {} }
  const fill = (): void => {
    for (let i = 0; i < 10; i++) {
      const frame = { bytes: new Uint8Array(64) }
      gone.push(new WeakRef(frame))
      kernel.schedule(1, receiver, frame)
      const held = { i }
      gone.push(new WeakRef(held))
      kernel.after(1, () => String(held)).cancel()
    }
  }
  fill()
  kernel.advanceTo(1)
  // A WeakRef holds its target until the present job is over.
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  expect(gone.filter((reference) => reference.deref() !== undefined)).toEqual([])
})

/** What the kernel should do, in the plainest way: a list that is sorted by (time, sequence). */
class Model {
  nowMs = 0
  readonly ran: string[] = []
  #list: { atMs: number; sequence: number; name: string; then: readonly number[] }[] = []
  #sequence = 0

  /** `then`: delays of events that this one schedules when it runs. */
  add(delayMs: number, name: string, then: readonly number[]): void {
    this.#list.push({ atMs: this.nowMs + Math.max(0, delayMs), sequence: this.#sequence++, name, then })
    this.#list.sort((a, b) => a.atMs - b.atMs || a.sequence - b.sequence)
  }

  cancel(name: string): void {
    this.#list = this.#list.filter((event) => event.name !== name)
  }

  advanceTo(toMs: number): void {
    for (let first = this.#list[0]; first !== undefined && first.atMs <= toMs; first = this.#list[0]) {
      const { atMs, name, then } = first
      this.#list.shift()
      this.nowMs = atMs
      this.ran.push(`${name}@${atMs}`)
      then.forEach((delayMs, i) => void this.add(delayMs, `${name}.${i}`, []))
    }
    this.nowMs = Math.max(this.nowMs, toMs)
  }

  get next(): number | undefined {
    return this.#list[0]?.atMs
  }
}

test('it is a list sorted by time and sequence', () => {
  const delay = fc.oneof(
    fc.constantFrom(0, 1, 1, 2, 5, -1),
    fc.integer({ min: 0, max: 5000 }).map((n) => n / 1000),
  )
  const then = fc.oneof(fc.constant([]), fc.array(delay, { maxLength: 3 }))
  const action = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('after' as const), delay, then }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('schedule' as const), delay, then }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('cancel' as const),
        which: fc.nat(400),
        // Many at once, so that the cancelled ones are swept out.
        many: fc.constantFrom(1, 1, 200),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('advance' as const), delay }) },
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 400, size: 'max' }), (actions) => {
      const kernel = new Kernel()
      const model = new Model()
      const ran: string[] = []
      const timers = new Map<string, Timer>()
      const run = (name: string, then: readonly number[]): void => {
        ran.push(`${name}@${kernel.nowMs}`)
        then.forEach((delayMs, i) => void kernel.after(delayMs, () => run(`${name}.${i}`, [])))
      }
      actions.forEach((action, at) => {
        const name = String(at)
        switch (action.kind) {
          case 'after':
            timers.set(
              name,
              kernel.after(action.delay, () => run(name, action.then)),
            )
            model.add(action.delay, name, action.then)
            break
          case 'schedule':
            kernel.schedule(action.delay, { arrive: (said) => run(String(said), action.then) }, name)
            model.add(action.delay, name, action.then)
            break
          case 'cancel':
            for (let which = action.which; which < action.which + action.many; which++) {
              timers.get(String(which))?.cancel()
              if (timers.has(String(which))) model.cancel(String(which))
            }
            break
          case 'advance':
            kernel.advanceTo(kernel.nowMs + action.delay)
            model.advanceTo(model.nowMs + action.delay)
        }
        if (at % 3 === 0) expect(kernel.nextAtMs()).toBe(model.next)
      })
      kernel.advanceTo(1e6)
      model.advanceTo(1e6)
      expect(ran).toEqual(model.ran)
      expect(kernel.pending).toBe(0)
    }),
    { numRuns: runs },
  )
})
