import { describe, expect, it } from 'vitest'
import { decodeEthernet, ethernetFrame, etherTypes, lengthFrame } from './ethernet.ts'
import { broadcastMac, macFromHex } from './mac.ts'

const source = macFromHex('0050.7966.6800')
const addresses = { destination: broadcastMac, source }

describe('Ethernet frames', () => {
  it('pads to 60 bytes, and no further', () => {
    const short = ethernetFrame(addresses, etherTypes.arp, new Uint8Array(28).fill(7))
    expect(short.length).toBe(60)
    expect([...short.subarray(0, 15)]).toEqual([
      255, 255, 255, 255, 255, 255, 0x00, 0x50, 0x79, 0x66, 0x68, 0x00, 0x08, 0x06, 7,
    ])
    expect([...short.subarray(41, 43)]).toEqual([7, 0])
    expect(ethernetFrame(addresses, etherTypes.ipv4, new Uint8Array(46)).length).toBe(60)
    expect(ethernetFrame(addresses, etherTypes.ipv4, new Uint8Array(47)).length).toBe(61)
  })

  it('tells padding from payload where the field is a length', () => {
    const frame = lengthFrame(addresses, Uint8Array.of(0x42, 0x42, 3))
    expect(frame.length).toBe(60)
    expect(decodeEthernet(frame, 0, 60)).toEqual({
      ...addresses,
      etherType: undefined,
      payloadStart: 14,
      payloadEnd: 17,
    })
    expect(() => lengthFrame(addresses, new Uint8Array(1501))).toThrow(RangeError)
  })

  it('takes 0x600 and above for a type, and what is neither type nor length for malformed', () => {
    const frame = ethernetFrame(addresses, 0x600, new Uint8Array(1600))
    expect(decodeEthernet(frame, 0, frame.length)).toMatchObject({ etherType: 0x600, payloadEnd: 1614 })
    for (const field of [1501, 0x5ff]) {
      expect(decodeEthernet(ethernetFrame(addresses, field, new Uint8Array(1600)), 0, 1614)).toBe('malformed')
    }
    expect(decodeEthernet(ethernetFrame(addresses, 1500, new Uint8Array(1499)), 0, 1513)).toBe('truncated')
    expect(decodeEthernet(frame, 0, 13)).toBe('truncated')
  })
})
