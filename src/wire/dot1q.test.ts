import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taggedFrame, untaggedFrame, vlanTagOf } from './dot1q.ts'
import { ethernetFrame, lengthFrame } from './ethernet.ts'

const addresses = { destination: 0x0018_b9c1_2a01, source: 0x0050_7966_6800 }

describe('802.1Q tags', () => {
  it('go between the addresses and the type', () => {
    const tagged = taggedFrame(ethernetFrame(addresses, 0x0800, Uint8Array.of(0x45)), 10, 5)
    expect([...tagged.subarray(0, 20)]).toEqual([
      0x00, 0x18, 0xb9, 0xc1, 0x2a, 0x01, 0x00, 0x50, 0x79, 0x66, 0x68, 0x00, 0x81, 0x00, 0xa0, 0x0a, 0x08,
      0x00, 0x45, 0x00,
    ])
    expect(vlanTagOf(tagged)).toBe(10)
  })

  it('leave the length of an 802.3 frame alone', () => {
    const tagged = taggedFrame(lengthFrame(addresses, Uint8Array.of(1, 2, 3)), 4094)
    expect([...tagged.subarray(12, 21)]).toEqual([0x81, 0x00, 0x0f, 0xfe, 0x00, 0x03, 1, 2, 3])
  })

  it('make 64 bytes of a shortest frame, which is 60 bytes again without them', () => {
    const plain = ethernetFrame(addresses, 0x0806, new Uint8Array(28).fill(9))
    const tagged = taggedFrame(plain, 20)
    expect(tagged.length).toBe(64)
    expect(untaggedFrame(tagged)).toEqual(plain)
  })

  it('pad again where the sender counted the tag as padding', () => {
    const tagged = taggedFrame(ethernetFrame(addresses, 0x0806, new Uint8Array(28)), 20).slice(0, 60)
    expect(untaggedFrame(tagged).length).toBe(60)
  })

  it('are seen neither in untagged frames nor behind the end', () => {
    const plain = ethernetFrame(addresses, 0x0800, new Uint8Array(46))
    expect(vlanTagOf(plain)).toBeUndefined()
    expect(untaggedFrame(plain)).toBe(plain)
    const tagged = taggedFrame(plain, 1)
    expect(vlanTagOf(tagged.subarray(0, 15))).toBeUndefined()
    expect(vlanTagOf(taggedFrame(plain, 0, 7))).toBe(0)
  })

  it('come off as they went on', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 60, maxLength: 200 }),
        fc.integer({ min: 0, max: 4095 }),
        fc.nat(7),
        (bytes, vlan, priority) => {
          const before = bytes.slice()
          const tagged = taggedFrame(bytes, vlan, priority)
          expect(vlanTagOf(tagged)).toBe(vlan)
          expect(tagged[14]! >> 5).toBe(priority)
          expect(untaggedFrame(tagged)).toEqual(bytes)
          expect(bytes).toEqual(before)
        },
      ),
    )
  })
})
