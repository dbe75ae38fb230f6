/** SIGKILL in a loop of answers: what was acknowledged is kept, an answer and its schedule go together. */

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openProgress } from '../../../src/stores/progress/open-progress.ts'
import { bundled, isLarge, temporaryFolder } from '../disk.ts'
import { noonMs } from './samples.ts'

const kills = isLarge ? 400 : 40

test(`survives ${kills} kills`, { timeout: isLarge ? 600_000 : 60_000 }, async () => {
  const script = bundled('progress/writer')
  // Two learners' programs on a file of their own each, and two on one.
  const [alone, other, shared] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  const cutOff = await Promise.all([
    killing(script, alone, kills / 4),
    killing(script, other, kills / 4),
    killingTwo(script, shared, kills / 4),
  ])
  // Kills must have fallen within transactions, not between them: now and then one that was not acknowledged is there.
  expect(cutOff.reduce((sum, n) => sum + n)).toBeGreaterThan(0)
})

/** How often the one under way when the process was killed was kept. */
async function killing(script: string, folder: string, times: number): Promise<number> {
  let last = 0
  let cutOff = 0
  for (let kill = 0; kill < times; kill++) {
    const acknowledged = await writeUntilKilled(script, folder, last)
    const kept = numbersIn(folder, true)
    last = kept.length
    // All that went before, and perhaps one more.
    expect(kept).toEqual(Array.from({ length: last }, (_, at) => at + 1))
    expect([acknowledged, acknowledged + 1]).toContain(last)
    if (last > acknowledged) cutOff++
  }
  return cutOff
}

async function killingTwo(script: string, folder: string, times: number): Promise<number> {
  let last = 0
  for (let kill = 0; kill < times; kill++) {
    const acknowledged = await Promise.all([
      writeUntilKilled(script, folder, last),
      writeUntilKilled(script, folder, last),
    ])
    const kept = numbersIn(folder, false)
    for (const end of acknowledged)
      for (let number = last + 1; number <= end; number++) expect(kept).toContain(number)
    last = kept.at(-1) ?? 0
  }
  return 0
}

/** What is in the file, ascending, after looking at it as a whole. */
function numbersIn(folder: string, isAlone: boolean): number[] {
  const progress = openProgress(folder)
  const attempts = progress.attempts()
  const events = progress.exams.all().flatMap(({ id }) => progress.exams.events(id))
  // An answer and its schedule were one transaction.
  const answered = attempts.map(({ atMs }) => atMs - noonMs)
  if (answered.length > 0) {
    const moved = progress.scheduleOf('card:a/a')?.repetitions
    expect(answered).toContain(moved)
    if (isAlone) expect(moved).toBe(Math.max(...answered))
  }
  expect(progress.findings).toEqual([])
  progress.close()
  const database = new DatabaseSync(join(folder, 'progress.sqlite'))
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  database.close()
  return [...answered, ...events.map(Number)].sort((a, b) => a - b)
}

/** The number of the last one that was acknowledged. */
function writeUntilKilled(script: string, folder: string, last: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, String(last)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    const wanted = Math.floor(Math.random() * 12)
    let isKilling = false
    const killSoon = () => {
      if (isKilling) return
      isKilling = true
      // A transaction takes about a millisecond: any moment within one, or between two.
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 5)
    }
    // Some do not even get to open the file.
    if (wanted < 2) setTimeout(killSoon, Math.random() * 100)
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.split('\n').length > wanted) killSoon()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      // Nothing of ours on the person's screen either, Node's own warnings included.
      if (signal === 'SIGKILL' && errors === '') resolve(Number(output.trimEnd().split('\n').at(-1) || last))
      else reject(new Error(`the writer ended by itself: ${output} ${errors}`))
    })
  })
}
