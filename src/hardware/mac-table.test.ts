/** The filtering database: what is learned, how long it stays, what is fixed. IEEE 802.1D-2004, 7.9. */

import { expect, test } from 'vitest'
import { ports } from '../../test/ports.ts'
import { defaultAgingMs, MacTable } from './mac-table.ts'

function table() {
  const made = ports()
  const [p1, p2] = [made.make('p1', 'fastSwitch'), made.make('p2', 'fastSwitch')]
  const macs = new MacTable()
  /** As `vlan:mac port`. */
  const rows = (nowMs: number) =>
    macs.entries(nowMs).map(({ vlan, mac, port }) => `${vlan}:${mac} ${port?.device ?? 'drop'}`)
  return { p1, p2, macs, rows }
}

test('an address is known in the VLAN where it was heard, on the port where it was heard last', () => {
  const { p1, p2, macs } = table()
  macs.learn(10, 7, p1, 0)
  expect(macs.get(10, 7, 1)?.port).toBe(p1)
  expect(macs.get(20, 7, 1)).toBeUndefined()
  macs.learn(10, 7, p2, 2)
  expect(macs.get(10, 7, 3)?.port).toBe(p2)
  expect(macs.entries(3)).toHaveLength(1)
})

// The recommended value, and what `show mac address-table aging-time` gives: 300 seconds since it was heard.
test('it is forgotten 300 seconds after it was last heard', () => {
  const { p1, macs, rows } = table()
  expect(defaultAgingMs).toBe(300_000)
  macs.learn(1, 7, p1, 0)
  macs.learn(1, 8, p1, 0)
  macs.learn(1, 8, p1, 100_000)
  expect(rows(299_999)).toEqual(['1:7 p1', '1:8 p1'])
  expect(rows(300_000)).toEqual(['1:8 p1'])
  expect(macs.get(1, 7, 300_000)).toBeUndefined()
  expect(macs.get(1, 8, 399_999)?.port).toBe(p1)
  expect(macs.get(1, 8, 400_000)).toBeUndefined()
})

test('the time may differ by VLAN, be shortened for a while, and 0 is never', () => {
  const { p1, macs, rows } = table()
  for (const vlan of [1, 2, 3]) macs.learn(vlan, 7, p1, 0)
  macs.setAging(2, 20_000)
  macs.shortenAging(3, 15_000)
  expect([1, 2, 3].map((vlan) => macs.agingMsOf(vlan))).toEqual([300_000, 20_000, 15_000])
  expect(rows(15_000)).toEqual(['1:7 p1', '2:7 p1'])
  expect(rows(20_000)).toEqual(['1:7 p1'])
  macs.shortenAging(3, undefined)
  macs.setAging(2, undefined)
  expect([2, 3].map((vlan) => macs.agingMsOf(vlan))).toEqual([300_000, 300_000])
  macs.agingMs = 0
  expect(rows(1e12)).toEqual(['1:7 p1'])
})

test('a topology change shortens even what somebody configured', () => {
  const { macs } = table()
  macs.setAging(1, 1_000_000)
  macs.shortenAging(1, 15_000)
  expect(macs.agingMsOf(1)).toBe(15_000)
})

test('a fixed entry is not learned away, does not age, is not flushed; without a port it drops', () => {
  const { p1, p2, macs, rows } = table()
  macs.learn(1, 7, p2, 0)
  macs.fix(1, 7, p1)
  macs.fix(1, 8, undefined)
  macs.learn(1, 7, p2, 1)
  macs.learn(1, 8, p2, 1)
  macs.flush()
  expect(rows(1e12)).toEqual(['1:7 p1', '1:8 drop'])
  macs.forget(1, 7)
  macs.learn(1, 7, p2, 2)
  expect(rows(3)).toEqual(['1:7 p2', '1:8 drop'])
})

test('flushing: all, of a VLAN, of a port, of an address, of all ports but one', () => {
  const remains = (which?: Parameters<MacTable['flush']>[0] | ((t: ReturnType<typeof table>) => object)) => {
    const made = table()
    const { p1, p2, macs, rows } = made
    macs.learn(1, 7, p1, 0)
    macs.learn(1, 8, p2, 0)
    macs.learn(2, 7, p2, 0)
    macs.flush(typeof which === 'function' ? which(made) : which)
    return rows(1)
  }
  expect(remains({ vlan: 9 })).toEqual(['1:7 p1', '1:8 p2', '2:7 p2'])
  expect(remains()).toEqual([])
  expect(remains({ vlan: 1 })).toEqual(['2:7 p2'])
  expect(remains({ mac: 7 })).toEqual(['1:8 p2'])
  expect(remains(({ p2 }) => ({ port: p2 }))).toEqual(['1:7 p1'])
  expect(remains(({ p2 }) => ({ port: p2, vlan: 1 }))).toEqual(['1:7 p1', '2:7 p2'])
  expect(remains(({ p2 }) => ({ vlan: 1, except: p2 }))).toEqual(['1:8 p2', '2:7 p2'])
})

test('entries come by VLAN and address', () => {
  const { p1, macs, rows } = table()
  for (const [vlan, mac] of [
    [20, 5],
    [3, 0x1000_0000_0000],
    [3, 9],
    [100, 1],
  ] as const)
    macs.learn(vlan, mac, p1, 0)
  expect(rows(1)).toEqual(['3:9 p1', '3:17592186044416 p1', '20:5 p1', '100:1 p1'])
})
