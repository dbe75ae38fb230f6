/**
 * CRC-32 as Ethernet's frame check sequence uses it (IEEE 802.3, clause 3.2.9): polynomial 0x04c11db7, reflected, begun with
 * and inverted by all ones. Eight bytes a step ("slicing by 8", Kounavis and Berry), as captures check every frame.
 */

const tables = slicingTables()

function slicingTables(): Uint32Array {
  const made = new Uint32Array(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    made[byte] = crc
  }
  for (let at = 256; at < made.length; at++) {
    const previous = made[at - 256]!
    made[at] = (previous >>> 8) ^ made[previous & 0xff]!
  }
  return made
}

export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = -1
  let at = start
  for (; at + 8 <= end; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    crc =
      tables[1792 + (low & 0xff)]! ^
      tables[1536 + ((low >>> 8) & 0xff)]! ^
      tables[1280 + ((low >>> 16) & 0xff)]! ^
      tables[1024 + (low >>> 24)]! ^
      tables[768 + bytes[at + 4]!]! ^
      tables[512 + bytes[at + 5]!]! ^
      tables[256 + bytes[at + 6]!]! ^
      tables[bytes[at + 7]!]!
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 0xff]!
  return ~crc >>> 0
}

export const fcsBytes = 4

/** A frame check sequence goes over the wire with its low byte first. */
export function writeFcs(bytes: Uint8Array, at: number, fcs: number): void {
  bytes[at] = fcs
  bytes[at + 1] = fcs >>> 8
  bytes[at + 2] = fcs >>> 16
  bytes[at + 3] = fcs >>> 24
}

export function readFcs(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}
