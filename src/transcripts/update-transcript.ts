/**
 * Rewrites a transcript so that it says what the device shows. Directives, typed parts and every row that still says it,
 * patterns included, stay as they are.
 */

import { readTranscript } from './read-transcript.ts'
import { type Comparison, isAnyRows, literalRow, sameRow } from './row-pattern.ts'
import { runTranscript } from './run-transcript.ts'
import type { Change, Transcript } from './transcript.ts'
import type { Surroundings } from './transcript-console.ts'

/** A change of the prompt shows only when what stood before it is right, so a file is gone through again. */
const mostRounds = 200

export function updated(transcript: Transcript, surroundings: Surroundings): string {
  let present = transcript
  for (let round = 0; round < mostRounds; round++) {
    const changes: Change[] = []
    runTranscript(present, surroundings, { onChange: (change) => changes.push(change) })
    const [change] = changes
    if (change === undefined) break
    const text = rewritten(present, change)
    if (text === textOf(present)) break
    present = readTranscript(text, transcript.path, transcript.lab)
  }
  return textOf(present)
}

function textOf({ lines }: Transcript): string {
  return lines.map((line) => `${line}\n`).join('')
}

function rewritten(transcript: Transcript, { from, to, rows, next }: Change): string {
  const { items, lines } = transcript
  const old = items.slice(from, to).flatMap((item) => (item.kind === 'row' ? [item] : []))
  const aligned = align(
    old.map(({ text }) => text),
    rows,
    transcript,
  )
  const kept = aligned.map((row) =>
    typeof row === 'number' ? (lines[(old[row]?.number ?? 1) - 1] ?? '') : row.text,
  )
  const first = items[from]?.number ?? lines.length + 1
  const end = items[to]?.number ?? lines.length + 1
  const rest = lines.slice(end - 1)
  if (next !== undefined && rest[0] !== undefined) rest[0] = next
  return [...lines.slice(0, first - 1), ...kept, ...rest].map((line) => `${line}\n`).join('')
}

/** Rows that begin alike rather stand for each other; never as dear as taking one out and putting one in. */
function replacing(wanted: string, shown: string, comparison: Comparison): number {
  if (sameRow(wanted, shown, comparison)) return 0
  let alike = 0
  while (alike < wanted.length && wanted[alike] === shown[alike]) alike++
  return 1 - alike / (2 * Math.max(wanted.length, shown.length))
}

/** The new rows: a number is an old row that says it. */
function align(
  old: readonly string[],
  shown: readonly string[],
  comparison: Comparison,
): (number | { text: string })[] {
  // The least number of rows that go, come or change; a `{{...}}` takes any number for nothing.
  const width = shown.length + 1
  const cost = new Float64Array((old.length + 1) * width)
  for (let i = old.length; i >= 0; i--) {
    for (let j = shown.length; j >= 0; j--) {
      let least = i === old.length && j === shown.length ? 0 : Number.POSITIVE_INFINITY
      const at = (a: number, b: number): number => cost[a * width + b] ?? Number.POSITIVE_INFINITY
      const wanted = old[i]
      const row = shown[j]
      if (wanted !== undefined && isAnyRows(wanted)) {
        least = at(i + 1, j)
        if (row !== undefined) least = Math.min(least, at(i, j + 1))
      } else {
        if (wanted !== undefined && row !== undefined)
          least = at(i + 1, j + 1) + replacing(wanted, row, comparison)
        if (wanted !== undefined) least = Math.min(least, at(i + 1, j) + 1)
        if (row !== undefined) least = Math.min(least, at(i, j + 1) + 1)
      }
      cost[i * width + j] = least
    }
  }
  const at = (a: number, b: number): number => cost[a * width + b] ?? Number.POSITIVE_INFINITY
  const rows: (number | { text: string })[] = []
  for (let i = 0, j = 0; i < old.length || j < shown.length; ) {
    const wanted = old[i]
    const row = shown[j]
    const here = at(i, j)
    if (wanted !== undefined && isAnyRows(wanted)) {
      if (here === at(i + 1, j)) {
        rows.push(i)
        i++
      } else j++
    } else if (wanted !== undefined && row !== undefined && sameRow(wanted, row, comparison)) {
      rows.push(i)
      i++
      j++
    } else if (
      wanted !== undefined &&
      row !== undefined &&
      here === at(i + 1, j + 1) + replacing(wanted, row, comparison)
    ) {
      rows.push({ text: literalRow(row) })
      i++
      j++
    } else if (wanted !== undefined && here === at(i + 1, j) + 1) i++
    else {
      rows.push({ text: literalRow(row ?? '') })
      j++
    }
  }
  return rows
}
