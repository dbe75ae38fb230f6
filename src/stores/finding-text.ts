/** What a changed file looks like, and the one sentence that tells a person about it. */

import { basename } from 'node:path'
import type { FindingKind } from './device-store.ts'

/**
 * A person's edit or damage? Text that differs is an edit; what no editor leaves behind is damage: a tail cut off
 * within a line, a single flipped bit, bytes that are no text.
 */
export function difference(
  found: Uint8Array,
  saved: Uint8Array,
): { kind: 'edited' | 'damaged'; found: string } {
  const sizes = `${found.length} of ${saved.length} bytes`
  const isPrefix =
    found.length < saved.length && saved.subarray(0, found.length).every((b, i) => b === found[i])
  if (isPrefix && found.at(-1) !== 0x0a) return { kind: 'damaged', found: `is cut short (${sizes})` }
  if (isOneBitOff(found, saved))
    return { kind: 'damaged', found: 'differs in a single bit from what was saved' }
  if (!isText(found)) return { kind: 'damaged', found: 'no longer holds what was saved and is not text' }
  return { kind: 'edited', found: 'was changed by something other than Rollover' }
}

export function sentence(
  kind: FindingKind,
  path: string,
  setAside: string | undefined,
  found: string,
  done: string,
): string {
  if (setAside === undefined) return `${path} ${found}: ${done}.`
  const aside = `the other version is kept as ${basename(setAside)}`
  const how =
    kind === 'damaged' ? '`rollover state accept` with its name takes it' : '`rollover state accept` takes it'
  return `${path} ${found}: ${done}, and ${aside} (${how}).`
}

function isOneBitOff(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let flipped = 0
  for (let i = 0; i < a.length && flipped < 2; i++) {
    for (let bits = a[i]! ^ b[i]!; bits !== 0; bits &= bits - 1) flipped++
  }
  return flipped === 1
}

/** UTF-8 without control characters, but for those that configurations may hold: ETX in banners, BEL, ESC. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\0-\x02\x04-\x06\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text)
  } catch {
    return false
  }
}
