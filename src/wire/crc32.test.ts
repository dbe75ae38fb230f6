import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, readFcs, writeFcs } from './crc32.ts'

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** The definition, bit by bit. */
function slowCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('CRC-32', () => {
  it('has the published check values', () => {
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926)
    expect(crc32(ascii('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339)
    expect(crc32(new Uint8Array(32))).toBe(0x190a55ad)
    expect(crc32(new Uint8Array(32).fill(0xff))).toBe(0xff6cab0b)
    expect(crc32(ascii(''))).toBe(0)
  })

  it('is the same by eights as bit by bit, wherever it begins', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(9), (bytes, before) => {
        const start = Math.min(before, bytes.length)
        expect(crc32(bytes, start)).toBe(slowCrc(bytes.subarray(start)))
        expect(crc32(bytes, 0, start)).toBe(slowCrc(bytes.subarray(0, start)))
      }),
    )
  })

  it('leaves the residue of IEEE 802.3 when the check sequence is summed as well', () => {
    const frame = new Uint8Array(64).fill(0x5a, 0, 60)
    writeFcs(frame, 60, crc32(frame, 0, 60))
    expect(readFcs(frame, 60)).toBe(crc32(frame, 0, 60))
    // 0xdebb20e3, inverted.
    expect(crc32(frame)).toBe(0x2144df1c)
  })
})
