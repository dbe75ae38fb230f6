/** What the tests of the stores share: folders of their own, and a disk whose n-th call goes wrong. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { onTestFinished } from 'vitest'
import { type FileCalls, nodeFileCalls } from '../../src/stores/file-calls.ts'
import { openStateDirectory, type StateOptions } from '../../src/stores/state-directory.ts'

export const isLarge = process.env['FUZZ'] === 'large'

export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'rollover-stores-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A script of this folder as one file of plain JavaScript: processes by the hundred need to start fast. */
export function bundled(script: string): string {
  const outfile = join(temporaryFolder(), `${script}.mjs`)
  buildSync({
    entryPoints: [join(import.meta.dirname, `${script}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
  })
  return outfile
}

/** Opens the state directory, does something with it, and closes it whatever happens. */
export function withState<T>(
  path: string,
  work: (state: ReturnType<typeof openStateDirectory>) => T,
  options: StateOptions = {},
): T {
  const state = openStateDirectory(path, options)
  try {
    return work(state)
  } finally {
    state.close()
  }
}

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

export const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

/**
 * The real file system, except that from `arm(n)` on call number n (from 1) throws `code` without being carried out.
 * `isShort` makes writes stop half way, so that a fault falls within a file too. `isStop`: every later call fails as
 * well, as for a process that was killed there. `count` tells how many calls were made since.
 */
export function faultyDisk(code: string, { isShort = false, isStop = false } = {}) {
  let count = Number.NaN
  let at = 0
  const fail = () => {
    count++
    if (count === at || (isStop && count > at)) throw Object.assign(new Error(`injected ${code}`), { code })
  }
  const guard = <A extends unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      fail()
      return call(...args)
    }
  }
  const halfWrite: FileCalls['write'] = (file, bytes, offset) => {
    const half = offset + Math.max(1, Math.floor((bytes.length - offset) / 2))
    return nodeFileCalls.write(file, bytes.subarray(0, half), offset)
  }
  const calls: FileCalls = {
    open: guard(nodeFileCalls.open),
    write: guard(isShort ? halfWrite : nodeFileCalls.write),
    fsync: guard(nodeFileCalls.fsync),
    // The system closes a file whatever it reports.
    close: (file) => {
      nodeFileCalls.close(file)
      fail()
    },
    rename: guard(nodeFileCalls.rename),
    unlink: guard(nodeFileCalls.unlink),
    mkdir: guard(nodeFileCalls.mkdir),
    removeTree: guard(nodeFileCalls.removeTree),
    readFile: guard(nodeFileCalls.readFile),
    readdir: guard(nodeFileCalls.readdir),
    hostModifiedMs: guard(nodeFileCalls.hostModifiedMs),
  }
  const arm = (n: number) => {
    at = n
    count = 0
  }
  return { calls, arm, count: () => count }
}
