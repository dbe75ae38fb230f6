/** Reads a file that a person names, and says in words why it cannot be read. */

import { readFile } from 'node:fs/promises'
import { BadFile } from './checked-file.ts'

/** @throws BadFile */
export async function readPersonFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new BadFile([`${path}: ${unreadable(code)}`])
  }
}

/** Why a file cannot be read, by the system's code. */
export function unreadable(code: string): string {
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'it may not be read'
  if (code === 'EISDIR') return 'it is a folder'
  return `it cannot be read (${code})`
}
