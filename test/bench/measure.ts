/** Measuring: turns taken alternately in one run, medians, and ratios, because a machine's clock drifts while it measures. */

import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export interface Contestant {
  readonly name: string
  /** Milliseconds of one turn, or another number that is compared the same way (smaller is better). */
  turn(): number | Promise<number>
}

export interface Figure {
  readonly id: string
  readonly what: string
  /** As in the table of promises: `≤ 1.5 × node`. */
  readonly aim: string
  readonly unit: string
  readonly turns: number
  /** Ours first. A reference that is not installed says so. */
  prepare(): Promise<{
    readonly ours: Contestant
    readonly reference?: Contestant
    readonly missing?: string
    /** How the medians become the printed numbers: `lines/s` for instance. */
    show?(medianMs: number): string
    /** What is compared with the aim; left out: ours / reference. */
    verdict?(ours: number, reference: number | undefined): { readonly ratio: number; readonly met: boolean }
    close?(): void | Promise<void>
  }>
}

export interface Result {
  readonly id: string
  readonly what: string
  readonly ours: string
  readonly reference: string
  readonly ratio: string
  readonly aim: string
  readonly met: boolean | undefined
}

export async function measure(figure: Figure): Promise<Result> {
  const prepared = await figure.prepare()
  const ours: number[] = []
  const reference: number[] = []
  try {
    // The first turn of each warms up and does not count.
    for (let turn = 0; turn <= figure.turns; turn++) {
      const mine = await prepared.ours.turn()
      const theirs = await prepared.reference?.turn()
      if (turn === 0) continue
      ours.push(mine)
      if (theirs !== undefined) reference.push(theirs)
    }
  } finally {
    await prepared.close?.()
  }
  const show = prepared.show ?? ((ms: number) => `${round(ms)} ${figure.unit}`)
  const mine = median(ours)
  const theirs = reference.length === 0 ? undefined : median(reference)
  const verdict = prepared.verdict?.(mine, theirs)
  const ratio = verdict?.ratio ?? (theirs === undefined ? undefined : mine / theirs)
  return {
    id: figure.id,
    what: figure.what,
    ours: show(mine),
    reference:
      theirs === undefined
        ? prepared.missing === undefined
          ? '–'
          : `${prepared.missing} is not installed`
        : `${prepared.reference?.name} ${show(theirs)}`,
    ratio: ratio === undefined ? '–' : `${round(ratio)}×`,
    aim: figure.aim,
    met: verdict?.met,
  }
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** Milliseconds that `run` takes. */
export function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The garbage collector, which only a flag makes callable. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
export const collect = collector()

export function round(value: number): string {
  if (value >= 1000) return String(Math.round(value))
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2)
}
