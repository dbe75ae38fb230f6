import { expect, it } from 'vitest'
import type { CdpPacket } from '../../wire/cdp.ts'
import { type CdpEvent, cdpStep, cdpWakeAt, newCdpState } from './cdp.ts'

/** Runs a state to the end of each second, and notes when it sent. */
function run(events: readonly [atMs: number, event: CdpEvent][], untilMs: number) {
  const state = newCdpState()
  const log: string[] = []
  const pending = [...events]
  for (;;) {
    const next = pending[0]
    const wake = cdpWakeAt(state)
    const at = Math.min(next?.[0] ?? Infinity, wake ?? Infinity)
    if (at > untilMs) return { state, log }
    const event: CdpEvent = next !== undefined && next[0] <= at ? next[1] : { kind: 'time' }
    if (next !== undefined && next[0] <= at) pending.shift()
    for (const effect of cdpStep(state, event, at))
      log.push(
        `${at} ${effect.kind} ${effect.kind === 'send' ? effect.port : effect.neighbour.packet.deviceId}`,
      )
  }
}

const heard = (deviceId: string, holdtime = 180): CdpEvent => {
  const packet: CdpPacket = { version: 2, holdtime, deviceId, portId: 'FastEthernet0/1' }
  return { kind: 'heard', port: 'Fa0/1', source: 1, packet }
}

it('sends thrice quickly and then every minute', () => {
  const { log } = run([[500, { kind: 'port up', port: 'Fa0/1' }]], 130_000)
  // the quick packets from memory
  expect(log).toEqual([
    '500 send Fa0/1',
    '1500 send Fa0/1',
    '2500 send Fa0/1',
    '62500 send Fa0/1',
    '122500 send Fa0/1',
  ])
})

it('sends sooner when the interval is shortened', () => {
  const { log } = run(
    [
      [0, { kind: 'port up', port: 'Fa0/1' }],
      [10_000, { kind: 'interval', intervalMs: 5000 }],
    ],
    20_000,
  )
  expect(log.slice(3)).toEqual(['15000 send Fa0/1', '20000 send Fa0/1'])
})

it('keeps a neighbour for its holdtime, counted from the last packet', () => {
  const { log } = run(
    [
      [0, heard('S1')],
      [60_000, heard('S1')],
    ],
    1_000_000,
  )
  expect(log).toEqual(['0 appeared S1', '240000 vanished S1'])
})

it('forgets who says goodbye, and the neighbours of a port that goes down, at once', () => {
  const { log } = run(
    [
      [0, heard('S1')],
      [1000, heard('S1', 0)],
      [2000, heard('S2')],
      [2500, heard('S3', 0)],
      [3000, { kind: 'port down', port: 'Fa0/2' }],
      [4000, { kind: 'port down', port: 'Fa0/1' }],
    ],
    10_000,
  )
  expect(log).toEqual(['0 appeared S1', '1000 vanished S1', '2000 appeared S2', '4000 vanished S2'])
})

it('stays bounded whoever speaks', () => {
  const { state } = run(
    Array.from({ length: 3000 }, (_, index) => [index, heard(`attacker${index}`)]),
    5000,
  )
  expect(state.neighbours.size).toBe(1024)
})
