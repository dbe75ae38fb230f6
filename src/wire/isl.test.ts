import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'
import { ethernetFrame } from './ethernet.ts'
import { decapsulateIsl, decodeIsl, encapsulateIsl, isIsl } from './isl.ts'

const port = 0x001a_a1b2_c381
const inner = ethernetFrame(
  { destination: 0x0018_b9c1_2a01, source: 0x0050_7966_6800 },
  0x0806,
  new Uint8Array(28),
)

describe('ISL', () => {
  // The fields of Cisco document 17056, in its order.
  it('puts 26 bytes before a frame and its check sequence behind it', () => {
    const bytes = encapsulateIsl(inner, 10, port)
    expect(bytes.length).toBe(26 + 60 + 4)
    expect([...bytes.subarray(0, 26)]).toEqual(
      [
        [0x01, 0x00, 0x0c, 0x00, 0x00], // destination
        [0x00], // type Ethernet, user 0
        [0x00, 0x1a, 0xa1, 0xb2, 0xc3, 0x81], // source
        [0, 26 + 64 - 14], // length, from the next field to the inner check sequence
        [0xaa, 0xaa, 0x03],
        [0x00, 0x1a, 0xa1], // the upper half of the source
        [0, 10 << 1], // VLAN, and 0: no BPDU
        [0, 0], // index
        [0, 0], // reserved
      ].flat(),
    )
    expect(bytes.subarray(26, 86)).toEqual(inner)
    // A frame summed with its own check sequence leaves 802.3's residue.
    expect(crc32(bytes, 26)).toBe(0x2144df1c)
  })

  it('gives back the frame and its VLAN', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 60, maxLength: 1514 }),
        fc.integer({ min: 1, max: 1023 }),
        fc.boolean(),
        (frame, vlan, forCpu) => {
          const bytes = encapsulateIsl(frame, vlan, port, forCpu)
          expect(decapsulateIsl(bytes)).toEqual({ bytes: frame, vlan })
          expect(decodeIsl(bytes, 0, bytes.length)).toMatchObject({ vlan, forCpu, source: port })
        },
      ),
    )
  })

  it('finds damage inside, and is not fooled by other frames', () => {
    const damaged = encapsulateIsl(inner, 10, port)
    damaged[40]! ^= 1
    expect(decodeIsl(damaged, 0, damaged.length)).toBe('checksum')
    expect(decapsulateIsl(damaged)).toBeUndefined()
    expect(isIsl(inner, 0, inner.length)).toBe(false)
    const short = encapsulateIsl(inner, 10, port)
    short.set([0, 26 + 13 + 4 - 14], 12)
    expect(decodeIsl(short, 0, short.length)).toBe('malformed')
    const otherLlc = encapsulateIsl(inner, 10, port)
    otherLlc[16] = 0x13
    expect(isIsl(otherLlc, 0, otherLlc.length)).toBe(false)
    const cut = encapsulateIsl(inner, 10, port).subarray(0, 80)
    expect(decodeIsl(cut, 0, cut.length)).toBe('truncated')
  })
})
