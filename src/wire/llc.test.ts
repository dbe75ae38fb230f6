import { describe, expect, it } from 'vitest'
import { decodeLlc, snapFrame, snapOuis } from './llc.ts'

describe('LLC and SNAP', () => {
  it('reads spanning tree’s header of three bytes', () => {
    expect(decodeLlc(Uint8Array.of(0x42, 0x42, 0x03, 0, 0), 0, 5)).toEqual({
      destinationSap: 0x42,
      sourceSap: 0x42,
      control: 3,
      snap: undefined,
      payloadStart: 3,
      payloadEnd: 5,
    })
  })

  it('writes what CDP puts before its packets, and reads it', () => {
    const frame = snapFrame(
      { destination: 0x0100_0ccc_cccc, source: 0x001a_a1b2_c381 },
      snapOuis.cisco,
      0x2000,
      Uint8Array.of(2, 180),
    )
    expect(frame.length).toBe(60)
    expect([...frame.subarray(12, 24)]).toEqual([0, 10, 0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20, 0, 2, 180])
    expect(decodeLlc(frame, 14, 24)).toMatchObject({
      snap: { oui: 0x00000c, protocol: 0x2000 },
      payloadStart: 22,
      payloadEnd: 24,
    })
  })

  it('knows headers with a control field of two bytes', () => {
    expect(decodeLlc(Uint8Array.of(0xf0, 0xf0, 0x02, 0x04, 9), 0, 5)).toMatchObject({
      control: 0x0204,
      payloadStart: 4,
    })
  })

  it('says where a header ends early', () => {
    expect(decodeLlc(Uint8Array.of(0x42, 0x42), 0, 2)).toBe('truncated')
    expect(decodeLlc(Uint8Array.of(0xf0, 0xf0, 0x02), 0, 3)).toBe('truncated')
    expect(decodeLlc(Uint8Array.of(0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20), 0, 7)).toBe('truncated')
  })
})
