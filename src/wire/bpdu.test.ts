import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Bpdu,
  bpduFlags,
  decodeBpdu,
  decodeBpduFrame,
  encodeBpduFrame,
  encodePvstFrame,
  notificationBpdu,
} from './bpdu.ts'
import { macFromHex } from './mac.ts'

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replace(/\s+/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const configuration: Bpdu = {
  kind: 'configuration',
  flags: bpduFlags.topologyChange,
  rootPriority: 0x8001,
  rootMac: macFromHex('001aa1b2c380'),
  cost: 19,
  bridgePriority: 0x8001,
  bridgeMac: macFromHex('001aa1b2d480'),
  portId: 0x8003,
  messageAgeMs: 1000,
  maxAgeMs: 20_000,
  helloTimeMs: 2000,
  forwardDelayMs: 15_000,
}
const source = macFromHex('001aa1b2d483')

// Laid out by hand from the field tables of IEEE 802.1D, clause 9.
const fields = '8001 001aa1b2c380 00000013 8001 001aa1b2d480 8003 0100 1400 0200 0f00'

describe('frames', () => {
  test('a configuration BPDU is 35 octets behind LLC 42 42 03', () => {
    const hex = `0180c2000000 001aa1b2d483 0026 424203 0000 00 00 01 ${fields} ${'00'.repeat(8)}`
    expect(encodeBpduFrame(configuration, source)).toEqual(bytesOf(hex))
    expect(decodeBpduFrame(bytesOf(hex))).toEqual({ form: 'ieee', bpdu: configuration, vlan: undefined })
  })

  test('an RST BPDU is of version and type 2 and one octet longer', () => {
    const rapid: Bpdu = {
      ...configuration,
      kind: 'rapid',
      flags: bpduFlags.proposal | bpduFlags.roleDesignated,
    }
    const hex = `0180c2000000 001aa1b2d483 0027 424203 0000 02 02 0e ${fields} 00 ${'00'.repeat(7)}`
    expect(encodeBpduFrame(rapid, source)).toEqual(bytesOf(hex))
    expect(decodeBpduFrame(bytesOf(hex))).toEqual({ form: 'ieee', bpdu: rapid, vlan: undefined })
  })

  test('a notification is four octets', () => {
    const hex = `0180c2000000 001aa1b2d483 0007 424203 0000 00 80 ${'00'.repeat(39)}`
    expect(encodeBpduFrame(notificationBpdu, source)).toEqual(bytesOf(hex))
    expect(decodeBpduFrame(bytesOf(hex))).toEqual({ form: 'ieee', bpdu: notificationBpdu, vlan: undefined })
  })

  test('a PVST+ frame names its VLAN behind an octet of padding', () => {
    const hex = `01000ccccccd 001aa1b2d483 0032 aaaa03 00000c 010b 0000 00 00 01 ${fields} 00 0000 0002 000a`
    expect(encodePvstFrame(configuration, source, 10)).toEqual(bytesOf(hex))
    expect(decodeBpduFrame(bytesOf(hex))).toEqual({ form: 'pvst', bpdu: configuration, vlan: 10 })
  })

  test('a tagged PVST+ frame is read as well', () => {
    const untagged = encodePvstFrame(configuration, source, 10)
    const tagged = new Uint8Array([...untagged.slice(0, 12), 0x81, 0, 0, 10, ...untagged.slice(12)])
    expect(decodeBpduFrame(tagged)).toEqual({ form: 'pvst', bpdu: configuration, vlan: 10 })
  })

  test('a cost of 32 bits survives', () => {
    const long = { ...configuration, cost: 200_000_019 }
    expect(decodeBpduFrame(encodeBpduFrame(long, source))).toMatchObject({ bpdu: long })
  })
})

describe('what is no BPDU', () => {
  const frame = encodeBpduFrame(configuration, source)
  test.each([
    ['cut within the BPDU', 51, 'truncated'],
    ['cut within LLC', 15, 'truncated'],
    ['empty', 0, 'truncated'],
  ])('%s', (_what, length, bad) => {
    expect(decodeBpduFrame(frame.slice(0, length))).toBe(bad)
  })
  test.each([
    ['another protocol identifier', 17, 'malformed'],
    ['an unknown type', 20, 'malformed'],
    ['another SAP', 14, 'malformed'],
  ])('%s', (_what, at, bad) => {
    expect(decodeBpduFrame(frame.with(at, 0x55))).toBe(bad)
  })
  test('a length that ends before the BPDU does', () => {
    expect(decodeBpduFrame(frame.with(13, 0x20))).toBe('truncated')
  })
})

test('mutated frames decode to a value, whatever lies behind them', () => {
  const seeds = [encodeBpduFrame(configuration, source), encodePvstFrame(configuration, source, 7)]
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(59), fc.nat(255)), { maxLength: 6 }),
      fc.nat(64),
      fc.nat(255),
      (seed, changes, length, poison) => {
        const bytes = changes.reduce((frame, [at, value]) => frame.with(at, value), seed).slice(0, length)
        const around = new Uint8Array(bytes.length + 64).fill(poison)
        around.set(bytes, 32)
        expect(decodeBpduFrame(around.subarray(32, 32 + bytes.length))).toEqual(decodeBpduFrame(bytes))
        expect(decodeBpdu(around, 32, 32 + bytes.length)).toEqual(decodeBpdu(bytes, 0, bytes.length))
      },
    ),
    { numRuns: 5000 },
  )
})
