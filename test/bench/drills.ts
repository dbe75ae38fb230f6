/** D1: the checks of a drill; D2: marking a class; D3: the list of drills. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mark } from '../../src/drills/mark.ts'
import { perform } from '../../src/drills/perform.ts'
import { omissions } from '../../src/drills/prove.ts'
import { readLabDrill } from '../../src/stores/read-drill.ts'
import { FreshLabs } from '../../src/terminals/marking/fresh-labs.ts'
import { terminalCopy } from '../terminal-copies.ts'
import { firstFrame } from './full-screen.ts'
import { type Figure, timed } from './measure.ts'

const program = fileURLToPath(new URL('../../dist/rollover.js', import.meta.url))
const drillNamed = (name: string): string => fileURLToPath(new URL(`drills/${name}.yml`, import.meta.url))

const submissions = 1000

export const drillFigures: readonly Figure[] = [
  {
    id: 'D1',
    what: 'the checks of a drill of 8 devices, with 8 probes',
    aim: '< 50 ms',
    unit: 'ms',
    turns: 20,
    async prepare() {
      const drill = await readLabDrill(drillNamed('eight-devices'))
      const labs = new FreshLabs()
      return {
        ours: {
          name: 'rollover',
          turn: () => {
            const lab = labs.start(drill.lab)
            for (const deed of drill.solution) perform(lab, deed)
            let points = 0
            const ms = timed(() => {
              points = mark(drill, lab).score
            })
            if (points !== 8) throw new Error(`the solution has ${points} points`)
            return ms
          },
        },
        verdict: (ms) => ({ ratio: ms / 50, met: ms < 50 }),
      }
    },
  },
  {
    id: 'D2',
    what: `marking ${submissions} transcripts of a drill of 3 devices and 2 hosts`,
    aim: '> 50/s',
    unit: 'ms',
    turns: 2,
    async prepare() {
      const file = drillNamed('three-devices')
      const drill = await readLabDrill(file)
      const labs = new FreshLabs()
      const folder = mkdtempSync(join(tmpdir(), 'rollover-bench-'))
      const ways = [drill.solution, ...omissions(drill.solution).map(({ deeds }) => deeds)]
      const copies = ways.map((deeds) => terminalCopy(drill, deeds, labs))
      for (let at = 0; at < submissions; at++)
        writeFileSync(join(folder, `${at}.txt`), copies[at % copies.length] ?? '')
      return {
        ours: {
          name: 'rollover',
          turn: () =>
            timed(() => {
              const { status, stdout } = spawnSync(
                process.execPath,
                [program, 'grade', file, folder, '--csv', '-'],
                { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
              )
              if (status !== 0 || stdout.split('\n').length !== submissions + 2)
                throw new Error(`status ${status}`)
            }),
        },
        show: (ms) => `${Math.round(submissions / (ms / 1000))}/s`,
        verdict: (ms) => ({ ratio: ms / 20_000, met: ms < 20_000 }),
        close: () => rmSync(folder, { recursive: true }),
      }
    },
  },
  {
    id: 'D3',
    what: '`rollover drill` to its list',
    aim: 'node + 200 ms',
    unit: 'ms',
    turns: 9,
    async prepare() {
      return {
        ours: {
          name: 'rollover',
          turn: firstFrame([program, 'drill', '--language', 'en'], /A name for the switch/),
        },
        reference: { name: 'node', turn: firstFrame(['-e', "process.stdout.write('ready')"], /ready/) },
        verdict: (mine, theirs = 0) => ({ ratio: (mine - theirs) / 200, met: mine - theirs < 200 }),
      }
    },
  },
]
