import { describe, expect, it } from 'vitest'
import { isBad, readU16, readU32, writeU16, writeU32 } from './bytes.ts'

describe('numbers in bytes', () => {
  it('are big endian and unsigned', () => {
    const bytes = Uint8Array.of(0xff, 0xee, 0xdd, 0xcc, 0xbb)
    expect(readU16(bytes, 0)).toBe(0xffee)
    expect(readU32(bytes, 1)).toBe(0xeeddccbb)
  })

  it('are written where they are read, and nowhere else', () => {
    const bytes = new Uint8Array(8)
    writeU16(bytes, 1, 0xfffe)
    writeU32(bytes, 3, 0x89abcdef)
    expect([...bytes]).toEqual([0, 0xff, 0xfe, 0x89, 0xab, 0xcd, 0xef, 0])
  })

  it('takes a reason for a reason', () => {
    expect(isBad('checksum')).toBe(true)
    expect(isBad({ type: 1 })).toBe(false)
  })
})
