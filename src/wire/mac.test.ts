import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broadcastMac, colonMac, dottedMac, isGroupMac, macFromHex, readMac, writeMac } from './mac.ts'

const macs = fc.integer({ min: 0, max: broadcastMac })

describe('MAC addresses', () => {
  it('are spelt as IOS and as Linux do', () => {
    const mac = macFromHex('001aa1b2c380')
    expect(mac).toBe(0x001a_a1b2_c380)
    expect(dottedMac(mac)).toBe('001a.a1b2.c380')
    expect(colonMac(mac)).toBe('00:1a:a1:b2:c3:80')
    expect(macFromHex('001a.a1b2.c380')).toBe(mac)
    expect(macFromHex('00:1a:a1:b2:c3:80')).toBe(mac)
    expect(() => macFromHex('001aa1b2c38')).toThrow()
  })

  it('keep all 48 bits in bytes', () => {
    fc.assert(
      fc.property(macs, (mac) => {
        const bytes = new Uint8Array(8)
        writeMac(bytes, 1, mac)
        expect(readMac(bytes, 1)).toBe(mac)
        expect([bytes[0], bytes[7]]).toEqual([0, 0])
        expect(macFromHex(dottedMac(mac))).toBe(mac)
      }),
    )
  })

  it('are of a group by the lowest bit of the first byte', () => {
    expect(isGroupMac(broadcastMac)).toBe(true)
    expect(isGroupMac(macFromHex('0180c2000000'))).toBe(true)
    expect(isGroupMac(macFromHex('01000ccccccc'))).toBe(true)
    expect(isGroupMac(macFromHex('001aa1b2c380'))).toBe(false)
    expect(isGroupMac(macFromHex('feffffffffff'))).toBe(false)
  })
})
