/** B12: the event loop, with many timers waiting. */

import { Kernel } from '../../src/kernel/kernel.ts'
import { BareHeap } from './bare-heap.ts'
import { type Figure, timed } from './measure.ts'

const waiting = 10_000
const events = 300_000

/** Delays as protocols have them, drawn beforehand: what is measured is the queue. */
const delays = Float64Array.from({ length: 4096 }, (_, i) => 1 + ((i * 2654435761) % 30_000_000) / 1000)

function rate(ms: number): string {
  return `${(events / ms / 1000).toFixed(2)} M/s`
}

function bare(): number {
  const heap = new BareHeap(waiting + 1)
  let drawn = 0
  for (let i = 0; i < waiting; i++) {
    const again = heap.callback(() => heap.after(delays[drawn++ & 4095] as number, again))
    heap.after(delays[drawn++ & 4095] as number, again)
  }
  return timed(() => {
    for (let i = 0; i < events; i++) heap.step()
  })
}

function timers(): number {
  const kernel = new Kernel()
  let drawn = 0
  for (let i = 0; i < waiting; i++) {
    const again = (): void => void kernel.after(delays[drawn++ & 4095] as number, again)
    again()
  }
  return timed(() => {
    for (let i = 0; i < events; i++) kernel.step()
  })
}

function receivers(): number {
  const kernel = new Kernel()
  let drawn = 0
  for (let i = 0; i < waiting; i++) {
    const receiver = {
      arrive(argument: unknown) {
        kernel.schedule(delays[drawn++ & 4095] as number, receiver, argument)
      },
    }
    receiver.arrive(i)
  }
  return timed(() => {
    for (let i = 0; i < events; i++) kernel.step()
  })
}

function figure(id: string, what: string, ours: () => number): Figure {
  return {
    id,
    what,
    aim: '≥ 0.5× bare heap',
    unit: 'ms',
    turns: 25,
    prepare: async () => ({
      ours: { name: 'rollover', turn: ours },
      reference: { name: 'bare heap', turn: bare },
      show: rate,
      verdict: (mine, theirs = mine) => ({ ratio: theirs / mine, met: theirs / mine >= 0.5 }),
    }),
  }
}

export const eventFigures: readonly Figure[] = [
  figure('B12', 'timers, 10,000 waiting', timers),
  figure('B12b', 'events without a timer, 10,000 waiting', receivers),
]
