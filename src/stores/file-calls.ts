/**
 * The calls that the stores make on the host's file system, in one small object that tests wrap to make the n-th one
 * fail; what the stores build on them; and the host's error codes as StoreError.
 *
 * Durable means: the file's bytes are synced before its name appears, and the folder is synced after.
 */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { platform } from 'node:process'
import { StoreError, type StoreFault } from './device-store.ts'

export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
}

/** Each behaves as node:fs does and throws what it throws. */
export interface FileCalls {
  open(path: string, flags: 'r' | 'w'): number
  /** Bytes written: may be fewer than were given. */
  write(file: number, bytes: Uint8Array, offset: number): number
  fsync(file: number): void
  close(file: number): void
  readFile(path: string): Uint8Array
  rename(from: string, to: string): void
  unlink(path: string): void
  mkdir(path: string): void
  readdir(path: string): readonly FolderEntry[]
  /** A file that is not there is no error. */
  removeTree(path: string): void
  /** When the host says the file was last written. */
  hostModifiedMs(path: string): number
}

export const nodeFileCalls: FileCalls = {
  // Configurations hold password hashes: nobody else on the host need read them.
  open: (path, flags) => openSync(path, flags, 0o600),
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  fsync: fsyncSync,
  close: closeSync,
  readFile: (path) => readFileSync(path),
  rename: renameSync,
  unlink: unlinkSync,
  mkdir: (path) => mkdirSync(path, 0o700),
  readdir: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    })),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
  hostModifiedMs: (path) => Math.round(statSync(path).mtimeMs),
}

/** The file's bytes are on the disk when it returns; its name is only once the folder is synced too. */
export function writeSynced(calls: FileCalls, path: string, bytes: Uint8Array): void {
  const file = calls.open(path, 'w')
  try {
    for (let offset = 0; offset < bytes.length; ) {
      const written = calls.write(file, bytes, offset)
      if (written <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
      offset += written
    }
    calls.fsync(file)
  } finally {
    calls.close(file)
  }
}

export function syncFolder(calls: FileCalls, path: string): void {
  // Windows opens no folders; NTFS journals names by itself.
  if (platform === 'win32') return
  const folder = calls.open(path, 'r')
  try {
    calls.fsync(folder)
  } finally {
    calls.close(folder)
  }
}

/** Makes the folder, and those above it, durably. */
export function ensureFolder(calls: FileCalls, path: string): void {
  if (isFolderMade(calls, path)) syncFolder(calls, dirname(path))
}

/**
 * Makes `root` and under it one folder within the other. Those below are synced even when they were there: the
 * process that made them may have been killed before it could.
 */
export function ensureFolders(calls: FileCalls, root: string, below: readonly string[]): string {
  ensureFolder(calls, root)
  let path = root
  for (const name of below) {
    const parent = path
    path = join(parent, name)
    isFolderMade(calls, path)
    syncFolder(calls, parent)
  }
  return path
}

function isFolderMade(calls: FileCalls, path: string): boolean {
  try {
    calls.mkdir(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    if (!isAbsent(error)) throw error
    ensureFolder(calls, dirname(path))
    return isFolderMade(calls, path)
  }
}

export function readIfThere(calls: FileCalls, path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(calls.readFile(path))
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

export function unlinkIfThere(calls: FileCalls, path: string): void {
  try {
    calls.unlink(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

/** What lies in the folder, in order of name; nothing when there is no folder. */
export function folderEntries(calls: FileCalls, path: string): readonly FolderEntry[] {
  try {
    return [...calls.readdir(path)].sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** Runs `work`, turning whatever the host's file system threw into a StoreError about `path`. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = errorCode(error)
    if (error instanceof StoreError || code === undefined) throw error
    const kind = faults.get(code) ?? 'io'
    throw new StoreError(kind, path, `${path}: ${faultText[kind]} (${code})`, error)
  }
}

/** For what may be left undone: the host's faults are swallowed, our own mistakes are not. */
export function tryTo(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (errorCode(error) === undefined) throw error
  }
}

const faults = new Map<string, StoreFault>([
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
  ['EFBIG', 'no-space'],
  ['EACCES', 'permission'],
  ['EPERM', 'permission'],
  ['EROFS', 'permission'],
])

const faultText: Record<StoreFault, string> = {
  'no-space': 'no space left on the disk',
  permission: 'permission denied',
  io: 'the disk or file system reports an error',
}

function isAbsent(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

/** The code of an error of the host's (not one of Node's ERR_…); undefined for any other: that is our own mistake. */
function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined
}
