import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CdpPacket, cdpChecksum, decodeCdp, encodeCdp } from './cdp.ts'

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const decoded = (bytes: Uint8Array) => decodeCdp(bytes, 0, bytes.length)

/** Sums worked out by hand. */
const byHand: readonly [string, Partial<CdpPacket>, string][] = [
  // 02b4 + 0001 + 0006 + 5231 = 54ec
  ['an even length', { deviceId: 'R1' }, '02b4 ab13 0001 0006 5231'],
  // 02b4 + 0001 + 0007 + 5357 + 0031 = 5644: the odd byte is the low half of its word
  ['an odd length', { deviceId: 'SW1' }, '02b4 a9bb 0001 0007 535731'],
  // 02b4 + 0001 + 0007 + 4142 + ffef = 143ed: ff for the sign, f0 less one
  ['an odd length that ends in a high byte', { deviceId: 'AB\u00f0' }, '02b4 bc11 0001 0007 4142f0'],
]

describe('the checksum', () => {
  it.each(byHand)('counts %s as Cisco does', (_, fields, frame) => {
    expect(encodeCdp({ version: 2, holdtime: 180, ...fields })).toEqual(hex(frame))
    expect(decoded(hex(frame))).toEqual({ version: 2, holdtime: 180, ...fields })
  })

  it('finds a flipped bit', () => {
    for (const [, , frame] of byHand)
      for (let bit = 0; bit < hex(frame).length * 8; bit++) {
        const bytes = hex(frame)
        bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7))
        expect(decoded(bytes), `bit ${bit}`).toBe('checksum')
      }
  })
})

const everything: CdpPacket = {
  version: 2,
  holdtime: 180,
  deviceId: 'SW1.lab.example',
  softwareVersion: 'Cisco IOS Software\nCompiled today',
  platform: 'cisco WS-C2960-24TT-L',
  addresses: [0xc0a80a02],
  portId: 'FastEthernet0/1',
  capabilities: 0x28,
  protocolHello: hex('00000c0112 00000000ffffffff010205010000000000000024508eca00ff0000'),
  vtpDomain: '',
  nativeVlan: 99,
  duplex: 'full',
  managementAddresses: [0xc0a80a02, 0x0a000001],
}

describe('packets', () => {
  it('carry every field there and back', () => {
    expect(decoded(encodeCdp(everything))).toEqual(everything)
    expect(decoded(encodeCdp({ version: 1, holdtime: 0 }))).toEqual({ version: 1, holdtime: 0 })
  })

  // Layout of the fields: Wireshark's description.
  it('put each field behind its type and length', () => {
    const packet = {
      version: 2,
      holdtime: 180,
      addresses: [0x0a010102],
      nativeVlan: 300,
      duplex: 'half',
    } as const
    expect(encodeCdp(packet).subarray(4)).toEqual(
      hex('0002 0011 00000001 01 01 cc 0004 0a010102  000a 0006 012c  000b 0005 00'),
    )
  })

  it('skip addresses of other protocols and types that are not known', () => {
    const bytes = hex(
      '02b40000 0002 0023 00000002 02 08 aaaa0300000086dd 0002 abcd 01 01 cc 0004 0a010102 0000 7777 0005 01',
    )
    bytes[7] = 4 + 4 + 14 + 9
    const exact = Uint8Array.of(...bytes.subarray(0, 4 + 4 + 4 + 14 + 9), ...hex('7777 0005 01'))
    const sum = cdpChecksum(exact, 0, exact.length)
    exact[2] = sum >> 8
    exact[3] = sum & 0xff
    expect(decoded(exact)).toEqual({ version: 2, holdtime: 180, addresses: [0x0a010102] })
  })

  it('that end too early or lie about lengths are refused', () => {
    const sealed = (text: string): Uint8Array => {
      const bytes = hex(`02b40000${text}`)
      const sum = cdpChecksum(bytes, 0, bytes.length)
      bytes[2] = sum >> 8
      bytes[3] = sum & 0xff
      return bytes
    }
    expect(decoded(hex('02b4'))).toBe('truncated')
    expect(decoded(sealed('0001'))).toBe('truncated')
    expect(decoded(sealed('0001 0040 41'))).toBe('truncated')
    expect(decoded(sealed('0001 0003 41'))).toBe('malformed')
    expect(decoded(sealed('000a 0005 01'))).toBe('malformed')
    expect(decoded(sealed('0002 0008 00000001'))).toBe('truncated')
  })

  it('of any bytes are read without a throw, and only inside their bounds', () => {
    const whole = encodeCdp(everything)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = whole.slice(0, length)
          for (const [at, value] of changes) if (at < length) bytes[at] = value
          if (length >= 4) {
            bytes[2] = 0
            bytes[3] = 0
            const sum = cdpChecksum(bytes, 0, length)
            bytes[2] = sum >> 8
            bytes[3] = sum & 0xff
          }
          const poisoned = (poison: number): unknown => {
            const around = new Uint8Array(length + 40).fill(poison)
            around.set(bytes, 20)
            return decodeCdp(around, 20, 20 + length)
          }
          expect(poisoned(0xff)).toEqual(poisoned(0x00))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
