/**
 * The shape of a device's non-volatile files, whoever keeps them: the kinds of volume, what a listing tells,
 * how a fault is reported, what is said about files that changed behind the device's back.
 *
 * Leaves out where the bytes live (file-volume.ts, memory-store.ts) and IOS's own words for a full or broken
 * file system, which belong to the commands that write.
 */

export type VolumeName = 'nvram' | 'flash'

export const volumeNames: readonly VolumeName[] = ['nvram', 'flash']

export interface StoredFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** The device's clock when the file was written, as it was given to `write`. */
  readonly modifiedMs: number
}

/** One device's non-volatile files. Any string is a name. Every method may throw StoreError. */
export interface DeviceStore {
  /** What was found wrong with the files so far, oldest first. Reading and writing may add to it. */
  readonly findings: readonly Finding[]
  /** In order of name, by UTF-16 code unit. */
  list(volume: VolumeName): readonly StoredFile[]
  read(volume: VolumeName, name: string): Uint8Array | undefined
  /** When it returns, the bytes survive the process and the power. When it throws, the old file stands whole. */
  write(volume: VolumeName, name: string, bytes: Uint8Array, modifiedMs: number): void
  /** Removing what is not there is no error. */
  remove(volume: VolumeName, name: string): void
}

/**
 * `edited`: a person's text where ours was. `unrecorded`: nothing on record vouches for it, as for a file that was put
 * there by hand. `damaged`: what no person writes. `missing`: the file had gone. `copy-damaged`: only a spare copy
 * was, the file itself was whole. `rollover state accept` takes the first two, and damage when asked for by name.
 */
export type FindingKind = 'edited' | 'damaged' | 'unrecorded' | 'missing' | 'copy-damaged'

export interface Finding {
  readonly kind: FindingKind
  /** The file on the host's disk. */
  readonly path: string
  /** Where the odd version lies now, when there was one to keep. */
  readonly setAside?: string
  /** One English sentence for the console or stderr. */
  readonly text: string
}

export type StoreFault = 'no-space' | 'permission' | 'io'

/** The host's disk refused. `kind` is what a caller decides by; the message is one sentence for stderr. */
export class StoreError extends Error {
  readonly kind: StoreFault
  /** The file or folder on the host's disk. */
  readonly path: string

  constructor(kind: StoreFault, path: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.kind = kind
    this.path = path
  }
}

/** Orders files as `list` does: by UTF-16 code unit. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
