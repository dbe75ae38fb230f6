/** IPv4 header options that routers fill in on the way (RFC 791, 3.1): record route and Internet timestamps. */

import { readU32, writeU16, writeU32 } from './bytes.ts'
import { ipChecksum } from './ip-checksum.ts'

export const optionTypes = {
  end: 0,
  noOperation: 1,
  recordRoute: 7,
  timestamp: 68,
  looseRoute: 131,
  strictRoute: 137,
} as const

/** Options for a packet that shall come back with the addresses it left routers by: room for `hops`, 9 at most. */
export function recordRouteOptions(hops = 9): Uint8Array {
  return emptyOption(optionTypes.recordRoute, 3, hops)
}

/** Options for a packet that shall come back with times (ms since midnight), 9 at most. */
export function timestampOptions(hops = 9): Uint8Array {
  return emptyOption(optionTypes.timestamp, 4, hops)
}

function emptyOption(type: number, headBytes: number, hops: number): Uint8Array {
  const length = headBytes + 4 * hops
  const options = new Uint8Array((length + 3) & ~3)
  options[0] = type
  options[1] = length
  // The pointer to the first free place counts from 1.
  options[2] = headBytes + 1
  return options
}

/** Writes this router into the options of the packet at `start`, where they ask for it, and renews the checksum. */
export function fillOptions(bytes: Uint8Array, start: number, address: number, timeMs: number): void {
  const end = start + (((bytes[start] as number) & 15) << 2)
  let changed = false
  for (let at = start + 20; at < end; ) {
    const type = bytes[at]
    if (type === optionTypes.end) break
    if (type === optionTypes.noOperation) {
      at++
      continue
    }
    const length = at + 1 < end ? (bytes[at + 1] as number) : 0
    if (length < 3 || at + length > end) break
    const pointer = bytes[at + 2] as number
    const isRoute = type === optionTypes.recordRoute
    const isTime = type === optionTypes.timestamp && length >= 4 && ((bytes[at + 3] as number) & 15) === 0
    if ((isRoute && pointer >= 4) || (isTime && pointer >= 5)) {
      if (pointer + 3 <= length) {
        writeU32(bytes, at + pointer - 1, isRoute ? address : timeMs)
        bytes[at + 2] = pointer + 4
        changed = true
      } else if (isTime && (bytes[at + 3] as number) < 0xf0) {
        bytes[at + 3] = (bytes[at + 3] as number) + 16
        changed = true
      }
    }
    at += length
  }
  if (!changed) return
  writeU16(bytes, start + 10, 0)
  writeU16(bytes, start + 10, ipChecksum(bytes, start, end))
}

export interface FilledOption {
  type: number
  /** Addresses or times, as far as they were filled in, then the empty ones as 0. */
  values: number[]
  /** How many of them are filled in. */
  filled: number
  /** Timestamps: routers that found no room. */
  overflow: number
}

/** The record-route and timestamp options of `options`. */
export function readOptions(options: Uint8Array): FilledOption[] {
  const found: FilledOption[] = []
  for (let at = 0; at < options.length; ) {
    const type = options[at] as number
    if (type === optionTypes.end) break
    if (type === optionTypes.noOperation) {
      at++
      continue
    }
    const length = options[at + 1] ?? 0
    if (length < 3 || at + length > options.length) break
    const header = type === optionTypes.timestamp ? 4 : 3
    if (type === optionTypes.recordRoute || type === optionTypes.timestamp) {
      const values: number[] = []
      for (let value = at + header; value + 4 <= at + length; value += 4) values.push(readU32(options, value))
      const filled = Math.min(values.length, Math.max(0, ((options[at + 2] as number) - header - 1) >> 2))
      const overflow = type === optionTypes.timestamp ? (options[at + 3] as number) >> 4 : 0
      found.push({ type, values, filled, overflow })
    }
    at += length
  }
  return found
}
