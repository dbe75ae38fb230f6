/** A damaged file is set aside with a sentence and never deleted; a disk that refuses says so. */

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Texts } from '../../../src/drills/texts.ts'
import { openProgress } from '../../../src/stores/progress/open-progress.ts'
import { bundled, temporaryFolder } from '../disk.ts'
import { attempt, noonMs } from './samples.ts'

/** A folder whose file holds so many answers. */
function folderWith(answers: number): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder()
  const progress = openProgress(folder)
  for (let n = 0; n < answers; n++) progress.record(attempt({ atMs: noonMs + n, detail: 'x'.repeat(2000) }))
  progress.close()
  return { folder, path: join(folder, 'progress.sqlite') }
}

test.each<[string, (path: string) => void]>([
  ['something else altogether', (path) => writeFileSync(path, 'notes of mine\n'.repeat(100))],
  ['zeros at the beginning', (path) => writeFileSync(path, overwritten(path, 0, 100))],
  ['zeros in the middle', (path) => writeFileSync(path, overwritten(path, 4096, 20_000))],
  ['cut short', (path) => truncateSync(path, 9000)],
])('%s: set aside, said, and progress begins anew', (_, damage) => {
  const { folder, path } = folderWith(50)
  damage(path)
  const damaged = readFileSync(path)
  const said: Texts[] = []
  const progress = openProgress(folder, { report: (finding) => void said.push(finding) })
  expect(progress.attempts()).toEqual([])
  expect(said).toHaveLength(1)
  expect(progress.findings).toEqual(said)
  expect(said[0]?.en).toBe(
    `${path} is damaged and was set aside as progress.sqlite~damaged (${damaged.length} bytes); progress begins anew, \`rollover progress import\` brings back what was exported.`,
  )
  expect(said[0]?.zh).toContain('progress.sqlite~damaged')
  expect(readFileSync(`${path}~damaged`).equals(damaged)).toBe(true)
  progress.record(attempt())
  expect(progress.attempts()).toHaveLength(1)
  progress.close()
})

function overwritten(path: string, from: number, length: number): Buffer {
  const bytes = readFileSync(path)
  return bytes.fill(0, from, from + length)
}

test('what was set aside earlier stays', () => {
  const { folder, path } = folderWith(1)
  writeFileSync(`${path}~damaged`, 'an earlier one')
  writeFileSync(path, 'no database'.repeat(100))
  const progress = openProgress(folder)
  expect(progress.attempts()).toEqual([])
  progress.close()
  expect(readFileSync(`${path}~damaged`, 'utf8')).toBe('an earlier one')
  expect(readFileSync(`${path}~damaged-2`, 'utf8')).toMatch(/^no database/)
})

test('the log of a damaged file goes aside with it, though somebody is at work in it', () => {
  const { folder, path } = folderWith(50)
  const other = openProgress(folder)
  other.record(attempt())
  writeFileSync(path, overwritten(path, 4096, 20_000))
  const progress = openProgress(folder)
  expect(progress.attempts()).toEqual([])
  expect(existsSync(`${path}~damaged-wal`)).toBe(true)
  progress.record(attempt())
  other.close()
  expect(progress.attempts()).toHaveLength(1)
  progress.close()
  const again = openProgress(folder)
  expect(again.attempts()).toHaveLength(1)
  again.close()
})

test('what cannot be used says why, and is not set aside', () => {
  const folder = join(temporaryFolder(), 'state')
  writeFileSync(folder, 'a file')
  expect(() => openProgress(folder).record(attempt())).toThrow(
    expect.objectContaining({ name: 'StoreError' }),
  )
  const other = temporaryFolder()
  mkdirSync(join(other, 'progress.sqlite'))
  expect(() => openProgress(other).attempts()).toThrow(expect.objectContaining({ name: 'StoreError' }))
  expect(readdirSync(other)).toEqual(['progress.sqlite'])
})

test('another process that writes is waited for, and named when it does not end', () => {
  const { folder, path } = folderWith(1)
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  const progress = openProgress(folder, { patienceMs: 200 })
  // Reading waits for nobody.
  expect(progress.attempts()).toHaveLength(1)
  const sinceMs = performance.now()
  expect(() => progress.record(attempt())).toThrow(
    expect.objectContaining({
      name: 'StoreError',
      message: `${path}: another process is writing to it and does not end`,
    }),
  )
  expect(performance.now() - sinceMs).toBeGreaterThan(190)
  other.exec('COMMIT')
  progress.record(attempt())
  expect(progress.attempts()).toHaveLength(2)
  other.close()
  progress.close()
})

test('many processes may make the file together', { timeout: 30_000 }, async () => {
  const script = bundled('progress/writer')
  for (let round = 0; round < 3; round++) {
    const folder = temporaryFolder()
    const outputs = await Promise.all([1, 2, 3, 4].map(() => firstWords(script, folder)))
    expect(outputs).toEqual(Array(4).fill('1\n2\n'))
    const progress = openProgress(folder)
    expect(progress.attempts().filter(({ atMs }) => atMs === noonMs + 1)).toHaveLength(4)
    expect(progress.findings).toEqual([])
    progress.close()
    expect(existsSync(join(folder, 'progress.sqlite~damaged'))).toBe(false)
  }
})

/** What a writer acknowledges first, or its error. */
function firstWords(script: string, folder: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.split('\n').length > 2) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk
    })
    child.on('close', () =>
      resolve(
        errors === ''
          ? output
              .split(/(?<=\n)/)
              .slice(0, 2)
              .join('')
          : errors,
      ),
    )
  })
}
