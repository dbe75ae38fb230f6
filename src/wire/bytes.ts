// Big-endian numbers in byte buffers, and what every decoder of this folder answers for a packet that it cannot read.
//
// The bounds are the caller's business: a decoder compares `end - start` with what it is about to read before it reads.

/** Why a packet cannot be read: it ends early, its checksum is wrong, or a field contradicts another. */
export type Bad = 'truncated' | 'checksum' | 'malformed'

/** True where a decoder answered with a reason instead of a packet. */
export function isBad(decoded: unknown): decoded is Bad {
  return typeof decoded === 'string'
}

export function readU16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!
}

export function readU32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}

/** Writes the low 16 bits of `value`. */
export function writeU16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value
}

/** Writes the low 32 bits of `value`. */
export function writeU32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
}
