/** Which cables make a link between which ports, what the ends agree on, and when. */

import { describe, expect, test } from 'vitest'
import { linked, type PortKind, ports } from '../../test/ports.ts'
import { type CableKind, fits } from './cable.ts'
import type { PortSettings } from './port.ts'

type End = readonly [PortKind, Partial<PortSettings>?]

/** What both ends see: `100 full/full`, or `down`. */
function link(a: End, b: End, kind: CableKind = 'crossover'): string {
  const made = linked(a, b, kind)
  expect(made.a.carrier).toBe(made.b.carrier)
  if (!made.a.carrier) return 'down'
  expect(made.a.speedBps).toBe(made.b.speedBps)
  return `${made.a.speedMbps} ${made.a.duplex}/${made.b.duplex}`
}

test('what goes into which port', () => {
  const made = ports()
  const kinds = ['straight', 'crossover', 'fibre', 'serial'] as const
  const into = (kind: PortKind) => kinds.filter((cable) => fits(cable, made.make(kind, kind)))
  expect(into('fastSwitch')).toEqual(['straight', 'crossover'])
  expect(into('gigabitRouter')).toEqual(['straight', 'crossover'])
  expect(into('fibre')).toEqual(['fibre'])
  expect(into('serial')).toEqual(['serial'])
  expect(into('emptyCage')).toEqual([])
  expect(into('internal')).toEqual([])
})

test('a cable that does not fit one of its ends makes no link', () => {
  expect(link(['gigabitSwitch'], ['fibre'])).toBe('down')
  expect(link(['gigabitSwitch'], ['fibre'], 'fibre')).toBe('down')
  expect(link(['serial', { clockRateBps: 64_000 }], ['gigabitRouter'], 'serial')).toBe('down')
  expect(link(['fibre'], ['fibre'], 'fibre')).toBe('1000 full/full')
})

// Cisco, "Cabling guide": straight between unlike devices, crossover between like ones, a router being like a host.
describe('pairs without auto-MDIX', () => {
  const off = { mdix: false }
  const cases: [End, End, CableKind, boolean][] = [
    [['fastSwitch', off], ['fastHost'], 'straight', true],
    [['fastSwitch', off], ['fastHost'], 'crossover', false],
    [['fastSwitch', off], ['fastRouter'], 'straight', true],
    [['fastSwitch', off], ['fastSwitch', off], 'crossover', true],
    [['fastSwitch', off], ['fastSwitch', off], 'straight', false],
    [['fastHost'], ['fastRouter'], 'crossover', true],
    [['fastHost'], ['fastRouter'], 'straight', false],
    [['fastHost'], ['fastHost'], 'straight', false],
    // The hardware of these finds nothing, whatever is configured.
    [['fastHost', { mdix: true }], ['fastRouter', { mdix: true }], 'straight', false],
  ]
  test.each(cases)('%j to %j, %s: %s', (a, b, kind, up) => {
    expect(link(a, b, kind)).toBe(up ? '100 full/full' : 'down')
    expect(link(b, a, kind)).toBe(up ? '100 full/full' : 'down')
  })
})

test('one end that finds the pairs is enough', () => {
  expect(link(['fastSwitch'], ['fastSwitch', { mdix: false }], 'straight')).toBe('100 full/full')
  expect(link(['fastSwitch', { mdix: false }], ['fastSwitch'], 'straight')).toBe('100 full/full')
  expect(link(['fastSwitch'], ['fastHost'])).toBe('100 full/full')
})

// Catalyst 2960 command reference, mdix auto: speed and duplex must be auto; gigabit ports find the pairs anyway.
test('auto-MDIX needs negotiation, on a gigabit port it does not', () => {
  const forced = { speed: 100, duplex: 'full' } as const
  expect(link(['fastSwitch', forced], ['fastSwitch', forced], 'straight')).toBe('down')
  expect(link(['fastSwitch', forced], ['fastSwitch', forced], 'crossover')).toBe('100 full/full')
  expect(link(['fastSwitch', { speed: 100 }], ['fastHost'], 'crossover')).toBe('down')
  expect(link(['gigabitSwitch', forced], ['fastSwitch', forced], 'straight')).toBe('100 full/full')
  const pairsLeftAlone = { ...forced, mdix: false } as const
  expect(link(['gigabitSwitch', pairsLeftAlone], ['fastSwitch', forced], 'straight')).toBe('down')
})

// IEEE 802.3, 28B.3: the best that both have.
describe('negotiation', () => {
  const cases: [End, End, string][] = [
    [['gigabitSwitch'], ['gigabitRouter'], '1000 full/full'],
    [['gigabitSwitch'], ['fastSwitch'], '100 full/full'],
    [['fastSwitch'], ['tenHost'], '10 full/full'],
    // A forced speed is the only one that is offered; the duplex is still negotiated.
    [['fastSwitch', { speed: 10 }], ['fastSwitch'], '10 full/full'],
    [['gigabitSwitch', { speed: 100 }], ['gigabitSwitch'], '100 full/full'],
    [['gigabitSwitch', { speed: 1000 }], ['gigabitSwitch'], '1000 full/full'],
    [['fastSwitch', { duplex: 'half' }], ['fastSwitch'], '100 half/half'],
    [['fastSwitch', { duplex: 'full' }], ['fastSwitch'], '100 full/full'],
    // Nothing in common.
    [['fastSwitch', { speed: 10 }], ['fastSwitch', { speed: 100 }], 'down'],
    [['gigabitSwitch', { speed: 1000 }], ['fastSwitch'], 'down'],
    [['fastSwitch', { duplex: 'half' }], ['fastSwitch', { duplex: 'full' }], 'down'],
    // There is no gigabit at half duplex on copper that a switch offers.
    [['gigabitSwitch', { duplex: 'half' }], ['gigabitSwitch'], '100 half/half'],
  ]
  test.each(cases)('%j with %j: %s', (a, b, agreed) => {
    expect(link(a, b)).toBe(agreed)
    expect(link(b, a)).toBe(agreed)
  })
})

// IEEE 802.3, 28.2.3.1, parallel detection: the speed can be heard, the duplex cannot and is half.
describe('one end that does not negotiate', () => {
  const full = { speed: 100, duplex: 'full' } as const
  const half = { speed: 100, duplex: 'half' } as const
  const cases: [End, End, string][] = [
    [['fastSwitch'], ['fastSwitch', full], '100 half/full'],
    [['fastSwitch'], ['fastSwitch', half], '100 half/half'],
    [['gigabitSwitch'], ['fastSwitch', full], '100 half/full'],
    [['fastSwitch'], ['fastSwitch', { speed: 10, duplex: 'full' }], '10 half/full'],
    [['fastSwitch', full], ['fastSwitch', full], '100 full/full'],
    [['fastSwitch', full], ['fastSwitch', half], '100 full/half'],
    [['fastSwitch', full], ['fastSwitch', { speed: 10, duplex: 'full' }], 'down'],
  ]
  test.each(cases)('%j with %j: %s', (a, b, agreed) => {
    expect(link(a, b)).toBe(agreed)
    expect(link(b, a)).toBe(agreed.replace(/(half|full)\/(half|full)/, '$2/$1'))
  })
})

test('a serial link runs at the clock of its first end, and not without', () => {
  const clocked = { clockRateBps: 64_000 }
  const made = linked(['serial', clocked], ['serial', { clockRateBps: 2_000_000 }], 'serial')
  expect([made.a.isDce, made.b.isDce]).toEqual([true, false])
  expect([made.a.speedBps, made.b.speedBps]).toEqual([64_000, 64_000])
  made.a.configure({ clockRateBps: 0 })
  expect([made.a.carrier, made.b.carrier]).toEqual([false, false])
  // The DTE's is of no use.
  expect(link(['serial'], ['serial', clocked], 'serial')).toBe('down')
})

test('a port that is off at one end keeps both down', () => {
  expect(link(['fastSwitch', { enabled: false }], ['fastSwitch'])).toBe('down')
  expect(link(['fastSwitch'], ['fastSwitch', { enabled: false }])).toBe('down')
})

describe('when the carrier comes and goes', () => {
  // From memory: two seconds for Ethernet, one for serial lines.
  test.each([
    ['fastSwitch', 'crossover', 2000],
    ['fibre', 'fibre', 2000],
    ['serial', 'serial', 1000],
  ] as const)('%s: after plugging in, at both ends', (port, kind, delayMs) => {
    const made = ports()
    const settings = { clockRateBps: 64_000 }
    made.advance(500)
    made.network.connect(made.make('a', port, settings), made.make('b', port, settings), kind)
    made.advance(5000)
    expect(made.carrier).toEqual([
      [500 + delayMs, 'a up'],
      [500 + delayMs, 'b up'],
    ])
  })

  test('it is lost at once when the cable is pulled, or an end goes off', () => {
    const made = linked(['fastSwitch'], ['fastSwitch'])
    made.carrier.length = 0
    made.b.configure({ enabled: false })
    expect(made.carrier).toEqual([
      [10_000, 'a down'],
      [10_000, 'b down'],
    ])
    made.b.configure({ enabled: true })
    made.advance(3000)
    made.carrier.length = 0
    const [cable] = made.network.cables
    if (cable !== undefined) made.network.disconnect(cable)
    expect(made.carrier).toEqual([
      [13_000, 'a down'],
      [13_000, 'b down'],
    ])
    expect([made.a.peer, made.b.peer]).toEqual([undefined, undefined])
  })

  test('an end that changes before the link is up starts the time again', () => {
    const made = ports()
    const [a, b] = [made.make('a', 'fastSwitch'), made.make('b', 'fastSwitch')]
    made.network.connect(a, b, 'crossover')
    made.advance(1500)
    a.configure({ speed: 10 })
    made.advance(5000)
    expect(made.carrier).toEqual([
      [3500, 'a up'],
      [3500, 'b up'],
    ])
  })

  test('a setting that changes nothing of what was agreed leaves the link alone; another takes it down and up', () => {
    const made = linked(['fastSwitch'], ['fastSwitch'])
    made.carrier.length = 0
    made.a.configure({ speed: 100 })
    expect(made.carrier).toEqual([])
    made.a.configure({ speed: 10 })
    made.advance(5000)
    expect(made.carrier).toEqual([
      [10_000, 'a down'],
      [10_000, 'b down'],
      [12_000, 'a up'],
      [12_000, 'b up'],
    ])
    expect(made.a.counters.carrierTransitions).toBe(3)
  })

  test('a port takes one cable', () => {
    const made = linked(['fastSwitch'], ['fastSwitch'])
    expect(() => made.network.connect(made.make('c', 'fastSwitch'), made.b, 'crossover')).toThrow(
      /cable already/,
    )
  })
})
