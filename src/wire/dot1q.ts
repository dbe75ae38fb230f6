/**
 * 802.1Q tags (IEEE 802.1Q, clause 9): four bytes between the addresses and the type or length of a frame. Left out: stacked
 * tags, of which the outer one is read here and the inner one stays with the payload.
 *
 * A bridge does not know what of a frame is padding. So a tag makes a shortest frame 64 bytes long, and only where a sender
 * padded a tagged frame to 60 bytes is there something to add when the tag goes.
 */

import { readU16, writeU16 } from './bytes.ts'
import { etherTypes, shortestFrameBytes } from './ethernet.ts'

const addressBytes = 12
export const tagBytes = 4

/** The VLAN that a frame's tag names (0: it carries a priority alone); undefined without a tag, or bytes enough for one. */
export function vlanTagOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < addressBytes + tagBytes || readU16(bytes, addressBytes) !== etherTypes.dot1q) {
    return undefined
  }
  return readU16(bytes, addressBytes + 2) & 0xfff
}

/** A copy of an untagged frame with a tag. */
export function taggedFrame(bytes: Uint8Array, vlan: number, priority = 0): Uint8Array {
  const tagged = new Uint8Array(Math.max(shortestFrameBytes, bytes.length + tagBytes))
  tagged.set(bytes.subarray(0, addressBytes))
  writeU16(tagged, addressBytes, etherTypes.dot1q)
  writeU16(tagged, addressBytes + 2, (priority << 13) | vlan)
  tagged.set(bytes.subarray(addressBytes), addressBytes + tagBytes)
  return tagged
}

/** A copy of a tagged frame without its tag, padded again where it got too short; an untagged frame is answered as it is. */
export function untaggedFrame(bytes: Uint8Array): Uint8Array {
  if (vlanTagOf(bytes) === undefined) return bytes
  const untagged = new Uint8Array(Math.max(shortestFrameBytes, bytes.length - tagBytes))
  untagged.set(bytes.subarray(0, addressBytes))
  untagged.set(bytes.subarray(addressBytes + tagBytes), addressBytes)
  return untagged
}
