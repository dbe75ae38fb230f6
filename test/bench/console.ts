/** B22, and what a key costs in process: echo, `?`, Tab. */

import { compileIosRegexp } from '../../src/session/ios-regexp.ts'
import { include } from '../../src/session/modifiers.ts'
import { startConsole } from '../console.ts'
import { type Figure, percentile, timed } from './measure.ts'

const lines = Array.from(
  { length: 10_000 },
  (_, i) => ` ip address 10.${i >> 8}.${i & 255}.1 255.255.255.0 description number ${i}`,
)

/** Times many single keys; one number of them. */
function keys(prepare: string, key: string, after: string, percent: number, count = 400): () => number {
  const console = startConsole('isr-1941')
  console.type('enable\rconfigure terminal\r')
  return () => {
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      console.type(prepare)
      times.push(timed(() => console.device.type(key)))
      console.type(after)
    }
    return percentile(times, percent)
  }
}

function limit(ms: number): (mine: number) => { ratio: number; met: boolean } {
  return (mine) => ({ ratio: mine / ms, met: mine <= ms })
}

export const consoleFigures: readonly Figure[] = [
  {
    id: 'B22',
    what: '| include over 10,000 lines',
    aim: '≤ 15 ms',
    unit: 'ms',
    turns: 9,
    async prepare() {
      const count = (matched: Iterable<string>): void => {
        let matches = 0
        for (const _ of matched) matches++
        if (matches === 0) throw new Error('nothing matched')
      }
      return {
        ours: {
          name: 'rollover',
          turn: () =>
            timed(() => {
              const pattern = compileIosRegexp('10\\..*5.*number [1-9]+7')
              if ('fault' in pattern) throw new Error(pattern.fault)
              count(include(pattern)(lines))
            }),
        },
        reference: {
          name: 'RegExp',
          turn: () =>
            timed(() => {
              const pattern = /10\..*5.*number [1-9]+7/
              count(lines.filter((line) => pattern.test(line)))
            }),
        },
        verdict: (mine, theirs) => ({ ratio: mine / (theirs ?? mine), met: mine <= 15 }),
      }
    },
  },
  {
    id: 'K1',
    what: 'key to echo, p99',
    aim: '< 1 ms',
    unit: 'ms',
    turns: 5,
    prepare: async () => ({ ours: { name: 'rollover', turn: keys('', 'a', '\x15', 99) }, verdict: limit(1) }),
  },
  {
    id: 'K2',
    what: '`?` in global configuration, median',
    aim: '≤ 0.03 ms',
    unit: 'ms',
    turns: 5,
    prepare: async () => ({
      ours: { name: 'rollover', turn: keys('', '?', ' \x15', 50) },
      verdict: limit(0.03),
    }),
  },
  {
    id: 'K3',
    what: '`?` in global configuration, p99',
    aim: '< 1 ms',
    unit: 'ms',
    turns: 5,
    prepare: async () => ({
      ours: { name: 'rollover', turn: keys('', '?', ' \x15', 99) },
      verdict: limit(1),
    }),
  },
  {
    id: 'K4',
    what: 'Tab in global configuration, p99',
    aim: '< 1 ms',
    unit: 'ms',
    turns: 5,
    prepare: async () => ({
      ours: { name: 'rollover', turn: keys('hostn', '\t', '\x15', 99) },
      verdict: limit(1),
    }),
  },
]
