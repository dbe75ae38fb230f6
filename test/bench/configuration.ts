/** B1, B2: loading configurations. B17: what an idle device weighs. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfiguration } from '../../src/ios/load.ts'
import { startConsole } from '../console.ts'
import { collect, type Figure, round, timed } from './measure.ts'

/** Mixed lines as a grown configuration has them; every line is taken. */
export function mixedConfiguration(lines: number): string {
  const text: string[] = []
  for (let i = 0; text.length < lines; i++) {
    const a = (i >> 8) & 255
    const b = i & 255
    text.push(
      `ip access-list extended LIST${i}`,
      ` permit tcp 10.${a}.${b}.0 0.0.0.255 any eq 80`,
      ` deny ip host 10.${a}.${b}.1 any`,
      ` permit ip any any`,
      `ip host server${i} 10.${a}.${b}.1`,
      `username user${i} privilege 5 password 0 pass${i}`,
      `interface Loopback${i}`,
      ` description link number ${i}`,
      ` ip address 10.${a}.${b}.1 255.255.255.0`,
      `logging host 10.${a}.${b}.9`,
    )
  }
  return text.slice(0, lines).join('\n')
}

/** The same amount in FRR's dialect, for `vtysh -C`. */
function frrConfiguration(lines: number): string {
  const text: string[] = []
  for (let i = 0; text.length < lines; i++) {
    const a = (i >> 8) & 255
    const b = i & 255
    text.push(
      `access-list LIST${i} seq 5 permit 10.${a}.${b}.0/24`,
      `access-list LIST${i} seq 10 deny 10.${a}.${b}.1/32`,
      `ip prefix-list P${i} seq 5 permit 10.${a}.${b}.0/24`,
      `ip route 10.${a}.${b}.0/24 192.0.2.1`,
      `interface lo${i}`,
      ` description link number ${i}`,
      ` ip address 10.${a}.${b}.1/24`,
      'exit',
      `route-map R${i} permit 10`,
      'exit',
    )
  }
  return text.slice(0, lines).join('\n')
}

function load(text: string): number {
  const console = startConsole('isr-1941')
  const { session } = console.device
  if (session === undefined) throw new Error('no session')
  let faults = 0
  const ms = timed(() => {
    faults = loadConfiguration(console.ios, text, { terminal: session }).length
  })
  if (faults > 0) throw new Error(`${faults} lines of the benchmark were refused`)
  return ms
}

/** Split, parse into words, store under a key: the least that anything could do. */
function bareLoad(text: string): number {
  return timed(() => {
    const store = new Map<string, string[]>()
    let section = ''
    for (const line of text.split('\n')) {
      const words = line.trim().split(/ +/)
      if (!line.startsWith(' ')) section = line
      store.set(`${section}/${words[0]} ${words[1] ?? ''} ${words[2] ?? ''}`, words)
    }
    if (store.size === 0) throw new Error('nothing was stored')
  })
}

function installed(program: string): boolean {
  return spawnSync('which', [program]).status === 0
}

const ten = 10_000

export const configurationFigures: readonly Figure[] = [
  {
    id: 'B1',
    what: 'load and apply 10,000 mixed lines',
    aim: '≥ 1× vtysh -C',
    unit: 'ms',
    turns: 7,
    async prepare() {
      const text = mixedConfiguration(ten)
      const show = (ms: number) => `${round(ms)} ms (${Math.round(ten / (ms / 1000)).toLocaleString('en')}/s)`
      const ours = { name: 'rollover', turn: () => load(text) }
      if (!installed('vtysh')) return { ours, show, missing: 'vtysh' }
      const folder = mkdtempSync(join(tmpdir(), 'rollover-bench-'))
      const full = join(folder, 'full.conf')
      const empty = join(folder, 'empty.conf')
      writeFileSync(full, `${frrConfiguration(ten)}\n`)
      writeFileSync(empty, '')
      const check = (file: string): number =>
        timed(() => execFileSync('vtysh', ['-C', '-f', file], { stdio: 'ignore' }))
      return {
        ours,
        // Its start is not its reading.
        reference: { name: 'vtysh -C', turn: () => Math.max(0.1, check(full) - check(empty)) },
        show,
        verdict: (mine, theirs) => ({
          ratio: mine / (theirs ?? mine),
          met: theirs === undefined || mine <= theirs,
        }),
      }
    },
  },
  {
    id: 'B1b',
    what: 'the same beside bare split, parse, store',
    aim: '–',
    unit: 'ms',
    turns: 7,
    async prepare() {
      const text = mixedConfiguration(ten)
      return {
        ours: { name: 'rollover', turn: () => load(text) },
        reference: { name: 'bare', turn: () => bareLoad(text) },
      }
    },
  },
  {
    id: 'B2',
    what: 'growth: 100,000 lines against 10,000',
    aim: '≤ 12',
    unit: 'ms',
    turns: 3,
    async prepare() {
      const large = mixedConfiguration(10 * ten)
      const small = mixedConfiguration(ten)
      return {
        ours: { name: 'rollover', turn: () => load(large) },
        reference: { name: '10,000 lines', turn: () => load(small) },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine / (theirs ?? mine) <= 12 }),
      }
    },
  },
  {
    id: 'B17',
    what: 'heap of an idle device',
    aim: '≤ 0.15 MB',
    unit: 'MB',
    turns: 3,
    async prepare() {
      const devices = 50
      const heap = (): number => {
        for (let i = 0; i < 3; i++) collect()
        return process.memoryUsage().heapUsed
      }
      // Made once before, so that what all devices share is there.
      startConsole('catalyst-2960-24tt')
      const weigh = (make: () => unknown): number => {
        const before = heap()
        const kept: unknown[] = []
        for (let i = 0; i < devices; i++) kept.push(make())
        const grown = heap() - before
        if (kept.length !== devices) throw new Error('devices were lost')
        return grown / devices / 1024 / 1024
      }
      return {
        ours: {
          name: 'rollover',
          turn: () => weigh(() => startConsole('catalyst-2960-24tt', { atReturn: true })),
        },
        reference: {
          name: 'bare objects',
          turn: () =>
            weigh(() =>
              Array.from({ length: 30 }, (_, i) => ({
                name: `FastEthernet0/${i}`,
                up: false,
                counters: new Float64Array(20),
              })),
            ),
        },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 0.15 }),
      }
    },
  },
]
