/** B17 and B18 with cables and protocols; what an idle lab, a ring of switches and a large network cost. */

import { performance } from 'node:perf_hooks'
import { activeVlans, fabricOf, switchedPorts } from '../../src/ios/switching.ts'
import type { Lab } from '../../src/labs/lab.ts'
import { readLab } from '../../src/stores/read-lab.ts'
import { iosOf, type LabUnderTest, newLab, ringLab, startedLab, treeLab } from '../network/labs.ts'
import { collect, type Figure, round, timed } from './measure.ts'

/** Everything has power, nothing has happened yet. */
function powered(lab: Lab, startup?: string): LabUnderTest {
  const made = newLab(lab, 1, startup)
  for (const machine of made.running.machines.values()) machine.startUnseen()
  return made
}

/** Ports that are up and do not forward, in all VLANs. */
function blocked(lab: LabUnderTest): number {
  let count = 0
  for (const name of lab.running.machines.keys()) {
    const ios = iosOf(lab, name)
    for (const { phy } of switchedPorts(ios))
      for (const vlan of activeVlans(ios)) {
        const state = fabricOf(ios).stateOf(phy, vlan)
        if (state !== undefined && state !== 'forwarding') count++
      }
  }
  return count
}

/** BPDUs of the default max-age reach 20 switches far: a ring of more than 40 would stay a loop. */
const farReaching = 'spanning-tree vlan 1 forward-time 21\nspanning-tree vlan 1 max-age 40\nend\n'

/** Wall time until a ring of switches has one blocked port and stays so; `onSettled` hears the virtual time. */
function settleRing(switches: number, onSettled: (virtualMs: number) => void): number {
  const lab = powered(ringLab(switches), farReaching)
  const { kernel } = lab.running
  let settledAtMs = Infinity
  const ms = timed(() => {
    while (kernel.nowMs < 180_000 && kernel.nowMs - settledAtMs < 10_000) {
      kernel.advanceTo(kernel.nowMs + 1000)
      const up = lab.running.network.cables.every((cable) => cable.isUp)
      if (!up || kernel.nowMs < 5000 || blocked(lab) !== 1) settledAtMs = Infinity
      else settledAtMs = Math.min(settledAtMs, kernel.nowMs)
    }
  })
  if (settledAtMs === Infinity)
    throw new Error(`the ring has not settled: ${blocked(lab)} ports do not forward`)
  onSettled(settledAtMs)
  return ms
}

const idleSeconds = 3600

export const networkFigures: readonly Figure[] = [
  {
    id: 'B17b',
    what: 'heap of an idle device, cabled, protocols on',
    aim: '≤ 0.15 MB',
    unit: 'MB',
    turns: 3,
    async prepare() {
      const devices = 50
      startedLab(ringLab(3))
      const heap = (): number => {
        for (let i = 0; i < 3; i++) collect()
        return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
      }
      return {
        ours: {
          name: 'rollover',
          turn: () => {
            const before = heap()
            const lab = startedLab(treeLab(devices))
            const grown = heap() - before
            if (lab.running.machines.size !== devices) throw new Error('devices were lost')
            return grown / devices / 1024 / 1024
          },
        },
        verdict: (mine) => ({ ratio: mine / 0.15, met: mine <= 0.15 }),
      }
    },
  },
  {
    id: 'B18',
    what: 'creating 1,000 devices, each',
    aim: '≤ 0.5 ms',
    unit: 'ms',
    turns: 3,
    async prepare() {
      const lab = treeLab(1000)
      return {
        ours: { name: 'rollover', turn: () => timed(() => powered(lab)) / lab.devices.length },
        verdict: (mine) => ({ ratio: mine / 0.5, met: mine <= 0.5 }),
      }
    },
  },
  {
    id: 'N1',
    what: 'the campus lab idle',
    aim: '> 10,000 simulated s/s',
    unit: 'ms',
    turns: 5,
    async prepare() {
      const { running } = startedLab(await readLab('campus'))
      const { kernel } = running
      return {
        ours: {
          name: 'rollover',
          turn: () => timed(() => kernel.advanceTo(kernel.nowMs + idleSeconds * 1000)),
        },
        show: (ms) => `${Math.round(idleSeconds / (ms / 1000)).toLocaleString('en')} simulated s/s`,
        verdict: (mine) => ({ ratio: idleSeconds / (mine / 1000) / 10_000, met: mine < idleSeconds / 10 }),
      }
    },
  },
  {
    id: 'N2',
    what: 'a ring of 50 switches until its spanning tree settles',
    aim: '–',
    unit: 'ms',
    turns: 3,
    async prepare() {
      let virtualMs = 0
      return {
        ours: { name: 'rollover', turn: () => settleRing(50, (ms) => (virtualMs = ms)) },
        show: (ms) => `${round(ms)} ms, ${virtualMs / 1000} virtual s`,
      }
    },
  },
  {
    id: 'N3',
    what: 'growth: a minute of 1,000 switches against 10',
    aim: '≤ 120 (linear = 100)',
    unit: 'ms',
    turns: 3,
    async prepare() {
      const minute = (switches: number, times: number): number => {
        let ms = 0
        for (let i = 0; i < times; i++) {
          const { kernel } = powered(treeLab(switches)).running
          // What their making left behind is not the minute's.
          collect()
          const start = performance.now()
          kernel.advanceTo(60_000)
          ms += performance.now() - start
        }
        return ms / times
      }
      return {
        ours: { name: 'rollover', turn: () => minute(1000, 1) },
        reference: { name: '10 switches', turn: () => minute(10, 20) },
        verdict: (mine, theirs = mine) => ({ ratio: mine / theirs, met: mine / theirs <= 120 }),
      }
    },
  },
]
