/**
 * What a device keeps without power, as the device sees it. The stores layer implements it on disk or in memory.
 * A write that returns has reached the disk; one that fails throws an error with a `kind`.
 */

export type Volume = 'nvram' | 'flash'

export interface StoredFile {
  readonly name: string
  readonly size: number
  /** Time of the device's clock when it was written, ms since 1970 UTC. */
  readonly modifiedMs: number
}

export interface Storage {
  list(volume: Volume): readonly StoredFile[]
  read(volume: Volume, name: string): Uint8Array | undefined
  write(volume: Volume, name: string, bytes: Uint8Array, modifiedMs: number): void
  remove(volume: Volume, name: string): void
}

/** Why a write failed. */
export interface StorageFault {
  readonly kind: 'no-space' | 'io' | 'permission'
}

export function storageFault(error: unknown): StorageFault | undefined {
  const kind = (error as { kind?: unknown } | null)?.kind
  return kind === 'no-space' || kind === 'io' || kind === 'permission' ? { kind } : undefined
}
