/**
 * The flash file system: the profile's images, of which only name and size exist here, and what was written since. Folders
 * are part of a name (`old/config.text`); an empty folder is kept as a name that ends in `/`.
 * Leaves out how paths are typed and what is said about faults.
 */

import type { Chassis } from './chassis.ts'
import type { StorageFault } from './storage.ts'

export interface FlashEntry {
  /** Without a slash in front or behind. */
  readonly name: string
  readonly sizeBytes: number
  /** ms since 1970 UTC by the device's clock. */
  readonly modifiedMs: number
  readonly kind: 'file' | 'folder' | 'image'
}

/** Size that `dir` prints for a folder. */
const folderBytes = 512

/** Thrown by a write that does not fit; a kind of storage fault. */
class FlashFull extends Error implements StorageFault {
  readonly kind = 'no-space'
}

/** Everything on flash: images first, then by name, folders among the files. */
export function flashEntries({ profile, storage }: Chassis): FlashEntry[] {
  const written = storage.list('flash')
  const names = new Set(written.map(({ name }) => name))
  const folders = new Map<string, number>()
  const files: FlashEntry[] = []
  for (const { name, size, modifiedMs } of written) {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
      folders.set(name.slice(0, at), Math.max(modifiedMs, folders.get(name.slice(0, at)) ?? 0))
    if (!name.endsWith('/')) files.push({ name, sizeBytes: size, modifiedMs, kind: 'file' })
  }
  for (const [name, modifiedMs] of folders)
    files.push({ name, sizeBytes: folderBytes, modifiedMs, kind: 'folder' })
  const images = profile.flash.files
    .filter(({ name }) => !names.has(name))
    .map(
      ({ name, sizeBytes, modified }): FlashEntry => ({
        name,
        sizeBytes,
        modifiedMs: Date.parse(modified),
        kind: 'image',
      }),
    )
  return [...images, ...files.sort((a, b) => (a.name < b.name ? -1 : 1))]
}

export function flashFreeBytes(chassis: Chassis): number {
  let free = chassis.profile.flash.sizeBytes
  for (const { sizeBytes } of flashEntries(chassis)) free -= sizeBytes
  return free
}

/** @throws FlashFull when it does not fit, or what the storage throws. */
export function writeFlash(chassis: Chassis, name: string, bytes: Uint8Array, modifiedMs: number): void {
  const old = flashEntries(chassis).find((entry) => entry.name === name)
  if (bytes.length - (old?.sizeBytes ?? 0) > flashFreeBytes(chassis)) throw new FlashFull(`flash: is full`)
  chassis.storage.write('flash', name, bytes, modifiedMs)
}
