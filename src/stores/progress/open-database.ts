/**
 * Opens the file of the learner's progress: makes it when it is written for the first time, leads an older one to today's
 * version, sets a damaged one aside. Several processes may have it open.
 *
 * WAL with synchronous=FULL: a transaction is on the disk when COMMIT returns, readers and a writer do not wait for
 * each other, and what a killed process left is cleaned up by whoever opens the file next (sqlite.org/wal.html).
 */

import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { type Texts, texts } from '../../drills/texts.ts'
import { StoreError } from '../device-store.ts'
import { ensureFolder, nodeFileCalls, onDisk, syncFolder } from '../file-calls.ts'
import { migrate, migrations, NewerVersion, refuseNewer } from './migrations.ts'
import { codes, resultCodeOf, sqlite } from './sqlite.ts'

export const progressFileName = 'progress.sqlite'

/**
 * @param report hears a sentence for the person when a damaged file was set aside
 * @throws StoreError
 */
export function openDatabase(
  folder: string,
  patienceMs: number,
  report: (finding: Texts) => void,
): DatabaseSync {
  onDisk(folder, () => ensureFolder(nodeFileCalls, folder))
  const path = join(folder, progressFileName)
  for (let tries = 1; ; tries++) {
    // SQLite would make it readable for everybody on the host; the files beside it get the same mode.
    onDisk(path, () => closeSync(openSync(path, 'a', 0o600)))
    const file = fileNumberOf(path)
    try {
      return openedWhole(path, patienceMs)
    } catch (error) {
      if (tries === 3 || !isDamage(error)) throw storeErrorOf(error, path)
      // Unless another process was faster, and this is a new one already.
      if (fileNumberOf(path) === file) report(setAside(path))
    }
  }
}

/** A database that is forgotten with the process. */
export function databaseInMemory(): DatabaseSync {
  const { DatabaseSync } = sqlite()
  const database = new DatabaseSync(':memory:')
  migrate(database)
  return database
}

/** One sentence for stderr instead of SQLite's words. */
export function storeErrorOf(error: unknown, path: string): unknown {
  if (error instanceof NewerVersion) {
    const known = `this one knows ${migrations.length}`
    const message = `${path} was written by a newer Rollover (version ${error.version} of the file, ${known}); nothing was changed`
    return new StoreError('io', path, message, error)
  }
  const code = resultCodeOf(error)
  // Anything else is a mistake of ours, and is to look like one.
  if (code === undefined || !Object.values<number>(codes).includes(code)) return error
  const detail = error instanceof Error ? error.message : String(error)
  if (code === codes.full)
    return new StoreError('no-space', path, `${path}: no space left on the disk`, error)
  if (code === codes.busy || code === codes.locked) {
    return new StoreError('io', path, `${path}: another process is writing to it and does not end`, error)
  }
  const denied: readonly number[] = [codes.perm, codes.readonly, codes.cantopen, codes.auth]
  const kind = denied.includes(code) ? 'permission' : 'io'
  return new StoreError(kind, path, `${path} cannot be used (${detail})`, error)
}

class Damage extends Error {}

function isDamage(error: unknown): boolean {
  const code = resultCodeOf(error)
  return error instanceof Damage || code === codes.corrupt || code === codes.notadb
}

function openedWhole(path: string, patienceMs: number): DatabaseSync {
  const { DatabaseSync } = sqlite()
  const database = new DatabaseSync(path)
  try {
    // Not by the constructor: Node 22.13 does not know it there.
    database.exec(`PRAGMA busy_timeout = ${patienceMs}`)
    // Before anything is written: a file of a newer program stays as it is.
    patiently(patienceMs, () => refuseNewer(database))
    patiently(patienceMs, () => database.exec('PRAGMA journal_mode = WAL'))
    database.exec('PRAGMA synchronous = FULL')
    const found = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    if (found !== 'ok') throw new Damage(String(found))
    patiently(patienceMs, () => migrate(database))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function fileNumberOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

/** SQLite answers "busy" at once, without its own patience, where two processes make or recover a file together. */
function patiently(patienceMs: number, work: () => void): void {
  for (const since = performance.now(); ; ) {
    try {
      work()
      return
    } catch (error) {
      if (resultCodeOf(error) !== codes.busy || performance.now() - since > patienceMs) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

function setAside(path: string): Texts {
  let target = `${path}~damaged`
  for (let number = 2; existsSync(target); number++) target = `${path}~damaged-${number}`
  onDisk(path, () => {
    // The log first: with a new file it would be taken for that file's.
    for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, target + end)
    renameSync(path, target)
    syncFolder(nodeFileCalls, dirname(path))
  })
  const bytes = statSync(target).size
  const kept = basename(target)
  return texts(
    `${path} is damaged and was set aside as ${kept} (${bytes} bytes); progress begins anew, \`rollover progress import\` brings back what was exported.`,
    `${path} 已损坏，已另存为 ${kept}（${bytes} 字节）；学习进度重新开始，导出过的进度可用 \`rollover progress import\` 恢复。`,
  )
}
