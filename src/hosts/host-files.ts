/**
 * The files that a host shows: those of /etc that are kept without power, and those of /proc that tell its present state.
 * A file that nobody has changed is not stored: it says what the lab says. There is no file system around them.
 * Sources: hosts(5), resolv.conf(5), proc(5).
 */

import type { Storage } from '../hardware/storage.ts'
import { decodeUtf8, encodeUtf8 } from '../kernel/utf8.ts'

/** A file that a program makes up when it is read. */
export interface MadeFile {
  read(): string
  /** False when it cannot be written so. */
  write?(text: string): boolean
}

export type WriteFault = 'no such file' | 'is a directory' | 'permission denied' | 'invalid argument'

export class HostFiles {
  readonly #storage: Storage
  readonly #now: () => number
  /** By path: what a new host has. */
  readonly #initial: ReadonlyMap<string, string>
  readonly #made: ReadonlyMap<string, MadeFile>

  /** `now` gives the time of day in ms since 1970 UTC. */
  constructor(
    storage: Storage,
    now: () => number,
    initial: ReadonlyMap<string, string>,
    made: ReadonlyMap<string, MadeFile>,
  ) {
    this.#storage = storage
    this.#now = now
    this.#initial = initial
    this.#made = made
  }

  get paths(): string[] {
    return [...this.#initial.keys(), ...this.#made.keys()].sort()
  }

  read(path: string): string | undefined {
    const made = this.#made.get(path)
    if (made !== undefined) return made.read()
    const initial = this.#initial.get(path)
    if (initial === undefined) return undefined
    const kept = this.#storage.read('flash', path.slice(1))
    return kept === undefined ? initial : decodeUtf8(kept)
  }

  isDirectory(path: string): boolean {
    const inside = path.endsWith('/') ? path : `${path}/`
    return this.paths.some((file) => file.startsWith(inside))
  }

  /** @throws what the storage throws. */
  write(path: string, text: string): WriteFault | undefined {
    const made = this.#made.get(path)
    if (made !== undefined) {
      if (made.write === undefined) return 'permission denied'
      return made.write(text) ? undefined : 'invalid argument'
    }
    if (this.isDirectory(path)) return 'is a directory'
    if (!this.#initial.has(path)) return 'no such file'
    this.#storage.write('flash', path.slice(1), encodeUtf8(text), this.#now())
    return undefined
  }
}
