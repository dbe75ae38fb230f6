/**
 * One process on one state directory.
 *
 * The lock is SQLite's on an empty database file: an advisory lock of the operating system's, which the kernel frees
 * however the process ends, on every platform and across containers that share the folder; a lock file with a pid
 * goes stale on SIGKILL. `owner` beside it only tells a person who is there.
 */

import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from './device-store.ts'

export interface Owner {
  readonly pid: number
  readonly program: string
  /** When it took the state directory, ISO 8601 in UTC. */
  readonly startedAt: string
}

/** Another process has the state directory. Its `owner` is undefined when it has not said who it is. */
export class StateInUse extends Error {
  readonly path: string
  readonly owner: Owner | undefined

  constructor(path: string, owner: Owner | undefined) {
    const who =
      owner === undefined
        ? 'another process'
        : `${owner.program} (pid ${owner.pid}, since ${owner.startedAt})`
    super(`${path} is in use by ${who}`)
    this.name = 'StateInUse'
    this.path = path
    this.owner = owner
  }
}

export interface StateLock {
  release(): void
}

// SQLite's result codes, the low byte of the extended ones.
const busy = 5
const permission = new Set([3, 8, 14, 23])
const full = 13
const notADatabase = 26

/** A lock that nothing refers to would be freed with the garbage. */
const held = new Set<DatabaseSync>()

/** The folder must exist. Throws StateInUse or StoreError. */
export function takeStateLock(folder: string, program: string): StateLock {
  const ownerPath = join(folder, 'owner')
  // A holder that has just begun may not have said who it is; one that has just ended may have been named last.
  for (let tries = 0; ; tries++) {
    const database = lockFile(join(folder, 'lock'))
    if (database !== undefined) {
      try {
        const owner: Owner = { pid: process.pid, program, startedAt: new Date().toISOString() }
        writeFileSync(ownerPath, `${JSON.stringify(owner)}\n`)
      } catch {
        // A full disk keeps nobody from reading what they saved.
      }
      held.add(database)
      return {
        release: () => {
          if (!held.delete(database)) return
          rmSync(ownerPath, { force: true })
          database.close()
        },
      }
    }
    const owner = readOwner(ownerPath)
    if (owner !== undefined && isAlive(owner.pid)) throw new StateInUse(folder, owner)
    if (tries === 20) throw new StateInUse(folder, undefined)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  }
}

/** Undefined when another process holds the lock. */
function lockFile(path: string): DatabaseSync | undefined {
  const { DatabaseSync } = sqlite()
  for (let isMended = false; ; isMended = true) {
    let database: DatabaseSync | undefined
    try {
      database = new DatabaseSync(path, { timeout: 0 })
      database.exec('BEGIN EXCLUSIVE')
      return database
    } catch (error) {
      database?.close()
      const code = resultCode(error)
      if (code === busy) return undefined
      if (code === notADatabase && !isMended) {
        // Something was written into it. SQLite sees that only once it has the lock, so nobody else is there;
        // emptying, unlike removing, leaves others who wait for this very file.
        truncateSync(path, 0)
        continue
      }
      const kind = permission.has(code ?? 0) ? 'permission' : code === full ? 'no-space' : 'io'
      throw new StoreError(kind, path, `${path}: cannot be locked (${(error as Error).message})`, error)
    }
  }
}

/** Loaded when first needed. Node 22 warns that it is experimental, on a stderr that is the person's screen. */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) throw error
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

function readOwner(path: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof owner !== 'object' || owner === null) return undefined
    const { pid, program, startedAt } = owner as Partial<Owner>
    if (typeof pid !== 'number' || typeof program !== 'string' || typeof startedAt !== 'string')
      return undefined
    return { pid, program, startedAt }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
