import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeArp, encodeArp } from './arp.ts'
import { isBad, readU16, writeU16 } from './bytes.ts'
import { decodeIcmp, encodeIcmp } from './icmp.ts'
import { checksumWords, foldChecksum, ipChecksum, updatedChecksum } from './ip-checksum.ts'
import { decodeIpv4, encodeIpv4 } from './ipv4.ts'
import { fillOptions, readOptions, recordRouteOptions } from './ipv4-options.ts'
import { maskOf, readIpv4, showIpv4 } from './ipv4-text.ts'
import { decodeTcp, encodeTcp, tcpFlags } from './tcp.ts'
import { decodeUdp, encodeUdp } from './udp.ts'

const hex = (text: string) =>
  Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const u16 = fc.integer({ min: 0, max: 0xffff })
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const mac = fc.integer({ min: 0, max: 0xffff_ffff_ffff })
const data = (maxLength: number) => fc.uint8Array({ maxLength })

describe('checksum', () => {
  test('sums the example of RFC 1071, 3', () => {
    // "00 01 f2 03 f4 f5 f6 f7": the sum is 2ddf0, folded ddf2.
    const bytes = hex('0001 f203 f4f5 f6f7')
    expect(checksumWords(bytes, 0, 8)).toBe(0x2ddf0)
    expect(foldChecksum(0x2ddf0)).toBe(~0xddf2 & 0xffff)
  })

  test('updates as the example of RFC 1624, 4', () => {
    expect(updatedChecksum(0xdd2f, 0x5555, 0x3285)).toBe(0x0000)
  })

  test('an update gives what a whole computation gives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 60 }), fc.nat(), u16, (bytes, where, word) => {
        const at = (where % (bytes.length >> 1)) * 2
        // All zeros have two sums; a header is never that.
        bytes[0] = 0x45
        if (at === 0) return
        const before = ipChecksum(bytes, 0, bytes.length)
        const old = readU16(bytes, at)
        writeU16(bytes, at, word)
        expect(updatedChecksum(before, old, word)).toBe(ipChecksum(bytes, 0, bytes.length))
      }),
    )
  })
})

describe('IPv4', () => {
  // The worked example of many textbooks and of Wikipedia's "Internet checksum": b861.
  const known = hex('4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7')

  test('reads a known header', () => {
    const bytes = new Uint8Array(0x73)
    bytes.set(known)
    expect(decodeIpv4(bytes, 0, bytes.length)).toMatchObject({
      ttl: 64,
      protocol: 17,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      source: 0xc0a8_0001,
      destination: 0xc0a8_00c7,
      payloadStart: 20,
      payloadEnd: 0x73,
    })
  })

  test('writes it byte for byte', () => {
    const header = {
      tos: 0,
      id: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: 17,
      source: 0xc0a8_0001,
      destination: 0xc0a8_00c7,
    }
    expect(encodeIpv4(header, new Uint8Array(0x73 - 20)).subarray(0, 20)).toEqual(known)
  })

  test('says what is wrong', () => {
    const bytes = new Uint8Array(0x73)
    bytes.set(known)
    expect(decodeIpv4(bytes, 0, 0x72)).toBe('truncated')
    expect(decodeIpv4(bytes, 0, 19)).toBe('truncated')
    bytes[8] = 63
    expect(decodeIpv4(bytes, 0, 0x73)).toBe('checksum')
    bytes[0] = 0x65
    expect(decodeIpv4(bytes, 0, 0x73)).toBe('malformed')
    bytes[0] = 0x44
    expect(decodeIpv4(bytes, 0, 0x73)).toBe('malformed')
  })

  test('comes back as it was written, options and padding aside', () => {
    const headers = fc.record({
      tos: fc.nat(255),
      id: u16,
      dontFragment: fc.boolean(),
      moreFragments: fc.boolean(),
      fragmentOffset: fc.nat(0x1fff).map((units) => units * 8),
      ttl: fc.nat(255),
      protocol: fc.nat(255),
      source: u32,
      destination: u32,
    })
    fc.assert(
      fc.property(headers, data(64), fc.nat(9), fc.nat(20), (header, payload, hops, padding) => {
        const options = hops === 0 ? new Uint8Array(0) : recordRouteOptions(hops)
        const packet = encodeIpv4(header, payload, options)
        const bytes = new Uint8Array(7 + packet.length + padding)
        bytes.set(packet, 7)
        const decoded = decodeIpv4(bytes, 7, bytes.length)
        expect(decoded).toMatchObject(header)
        if (isBad(decoded)) return
        expect(bytes.slice(decoded.payloadStart, decoded.payloadEnd)).toEqual(payload)
      }),
    )
  })

  test('records the routers that a packet left', () => {
    const packet = encodeIpv4(
      {
        tos: 0,
        id: 1,
        dontFragment: false,
        moreFragments: false,
        fragmentOffset: 0,
        ttl: 9,
        protocol: 1,
        source: 1,
        destination: 2,
      },
      new Uint8Array(8),
      recordRouteOptions(2),
    )
    for (const address of [11, 12, 13]) fillOptions(packet, 0, address, 0)
    expect(isBad(decodeIpv4(packet, 0, packet.length))).toBe(false)
    expect(readOptions(packet.slice(20, 32))).toEqual([{ type: 7, values: [11, 12], filled: 2, overflow: 0 }])
  })

  test('addresses as text', () => {
    expect(showIpv4(0xc0a8_0a0b)).toBe('192.168.10.11')
    expect(readIpv4('192.168.10.11')).toBe(0xc0a8_0a0b)
    expect(readIpv4('192.168.10.256')).toBeUndefined()
    expect(maskOf(0)).toBe(0)
    expect(maskOf(20)).toBe(0xffff_f000)
    expect(maskOf(32)).toBe(0xffff_ffff)
  })
})

describe('ARP', () => {
  // Fields in the order of RFC 826.
  const request = hex('0001 0800 06 04 0001 001aa1b2c380 c0a80a01 000000000000 c0a80a0b')

  test('reads and writes a request', () => {
    const arp = {
      operation: 1,
      senderMac: 0x001a_a1b2_c380,
      senderAddress: 0xc0a8_0a01,
      targetMac: 0,
      targetAddress: 0xc0a8_0a0b,
    }
    expect(decodeArp(request, 0, request.length)).toEqual(arp)
    expect(encodeArp(arp)).toEqual(request)
    expect(decodeArp(request, 0, 27)).toBe('truncated')
    expect(decodeArp(new Uint8Array(28), 0, 28)).toBe('malformed')
  })

  test('comes back as it was written', () => {
    const arps = fc.record({
      operation: u16,
      senderMac: mac,
      senderAddress: u32,
      targetMac: mac,
      targetAddress: u32,
    })
    fc.assert(
      fc.property(arps, (arp) => {
        expect(decodeArp(encodeArp(arp), 0, 28)).toEqual(arp)
      }),
    )
  })
})

describe('ICMP', () => {
  test('an echo request as ping sends it', () => {
    // 08 00, id 0001, sequence 0009, "abcdefgh": words 0800+0001+0009+6162+6364+6566+6768 = 1999e, folded 999f, complement 6660.
    const echo = encodeIcmp({ type: 8, code: 0, rest: 0x0001_0009 }, new TextEncoder().encode('abcdefgh'))
    expect(echo).toEqual(hex('0800 6660 0001 0009 6162636465666768'))
    expect(decodeIcmp(echo, 0, echo.length)).toEqual({
      type: 8,
      code: 0,
      rest: 0x0001_0009,
      dataStart: 8,
      dataEnd: 16,
    })
    echo[15] = 0
    expect(decodeIcmp(echo, 0, echo.length)).toBe('checksum')
    expect(decodeIcmp(echo, 0, 7)).toBe('truncated')
  })
})

describe('UDP', () => {
  test('comes back as it was written; damage and short datagrams are found', () => {
    fc.assert(
      fc.property(
        u16,
        u16,
        data(40),
        u32,
        u32,
        fc.nat(),
        (sourcePort, destinationPort, payload, source, destination, where) => {
          const bytes = encodeUdp({ sourcePort, destinationPort }, payload, source, destination)
          const udp = decodeUdp(bytes, 0, bytes.length, source, destination)
          expect(udp).toEqual({ sourcePort, destinationPort, payloadStart: 8, payloadEnd: bytes.length })
          expect(decodeUdp(bytes, 0, bytes.length - 1, source, destination)).toBe('truncated')
          const at = where % bytes.length
          // Bytes 4 to 7 hold the length and the checksum, whose absence would be believed.
          if (at >= 4 && at < 8) return
          bytes[at] = (bytes[at] as number) ^ 1
          expect(decodeUdp(bytes, 0, bytes.length, source, destination)).toBe('checksum')
        },
      ),
    )
  })

  test('a sum of zero is sent as its other form', () => {
    // 17 + length 10, twice (pseudo-header and header), and this word make ffff.
    const bytes = encodeUdp({ sourcePort: 0, destinationPort: 0 }, hex('ffda'), 0, 0)
    expect(readU16(bytes, 6)).toBe(0xffff)
    expect(isBad(decodeUdp(bytes, 0, bytes.length, 0, 0))).toBe(false)
  })

  test('a checksum of zero was not computed', () => {
    const bytes = encodeUdp({ sourcePort: 1, destinationPort: 2 }, hex('01'), 3, 4)
    writeU16(bytes, 6, 0)
    expect(isBad(decodeUdp(bytes, 0, bytes.length, 99, 4))).toBe(false)
  })
})

describe('TCP', () => {
  test('comes back as it was written', () => {
    const headers = fc.record({
      sourcePort: u16,
      destinationPort: u16,
      sequence: u32,
      acknowledgement: u32,
      flags: fc.nat(63),
      window: u16,
      maxSegmentBytes: fc.option(u16, { nil: undefined }),
    })
    fc.assert(
      fc.property(headers, data(40), u32, u32, (header, payload, source, destination) => {
        const bytes = encodeTcp(header, payload, source, destination)
        const tcp = decodeTcp(bytes, 0, bytes.length, source, destination)
        expect(tcp).toMatchObject(header)
        if (!isBad(tcp)) expect(bytes.slice(tcp.payloadStart)).toEqual(payload)
        bytes[0] = (bytes[0] as number) ^ 0x80
        expect(decodeTcp(bytes, 0, bytes.length, source, destination)).toBe('checksum')
      }),
    )
  })

  test('finds the segment size behind other options', () => {
    const bytes = encodeTcp(
      {
        sourcePort: 1,
        destinationPort: 2,
        sequence: 3,
        acknowledgement: 0,
        flags: tcpFlags.syn,
        window: 4128,
        maxSegmentBytes: 536,
      },
      new Uint8Array(0),
      5,
      6,
    )
    // RFC 9293, 3.1: kind 2, length 4.
    expect([...bytes.subarray(20, 24)]).toEqual([2, 4, 0x02, 0x18])
    expect(bytes[12]).toBe(0x60)
  })
})
