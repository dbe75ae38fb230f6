import { expect, it } from 'vitest'
import { type DtpPacket, decodeDtp, encodeDtp } from './dtp.ts'

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

// Values as Wireshark names them: status 0x81 trunk/on, 0x03 access/desirable, 0x84 trunk/auto; type 0xa5 802.1Q/802.1Q.
const packets: readonly [string, DtpPacket][] = [
  [
    '01 0001 0005 00 0002 0005 03 0003 0005 a5 0004 000a 001aa1b2c381',
    {
      domain: '',
      trunking: false,
      mode: 'desirable',
      operational: 'dot1q',
      administrative: 'dot1q',
      neighbour: 0x001aa1b2c381,
    },
  ],
  [
    '01 0001 0008 4c616200 0002 0005 81 0003 0005 a5 0004 000a 001aa1b2c381',
    {
      domain: 'Lab',
      trunking: true,
      mode: 'on',
      operational: 'dot1q',
      administrative: 'dot1q',
      neighbour: 0x001aa1b2c381,
    },
  ],
  [
    '01 0001 0008 4c616200 0002 0005 84 0003 0005 40 0004 000a 001aa1b2c381',
    {
      domain: 'Lab',
      trunking: true,
      mode: 'auto',
      operational: 'isl',
      administrative: 'negotiated',
      neighbour: 0x001aa1b2c381,
    },
  ],
]

it.each(packets)('writes and reads %s', (text, packet) => {
  expect(encodeDtp(packet)).toEqual(hex(text))
  const bytes = hex(text)
  expect(decodeDtp(bytes, 0, bytes.length)).toEqual(packet)
  const padded = Uint8Array.of(...bytes, 0, 0, 0, 0, 0, 0)
  expect(decodeDtp(padded, 0, padded.length)).toEqual(packet)
})

it('refuses what it cannot be', () => {
  const bad = (text: string) => decodeDtp(hex(text), 0, hex(text).length)
  expect(bad('')).toBe('truncated')
  expect(bad('02 0001 0005 00')).toBe('malformed')
  expect(bad('01 0001 0005 00 0002 0005 03 0003 0005 a5')).toBe('truncated')
  expect(bad('01 0001 0003')).toBe('malformed')
  expect(bad('01 0001 0020 00')).toBe('truncated')
  expect(bad('01 0001 0005 00 0002 0005 07 0003 0005 a5 0004 000a 001aa1b2c381')).toBe('malformed')
  expect(bad('01 0001 0005 00 0002 0005 03 0003 0005 a3 0004 000a 001aa1b2c381')).toBe('malformed')
})
