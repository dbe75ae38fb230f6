import { describe, expect, it } from 'vitest'
import { readU16, readU32 } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { ethernetFrame } from './ethernet.ts'
import { slarpFrame } from './hdlc.ts'
import { PcapngWriter } from './pcapng.ts'

const arp = ethernetFrame(
  { destination: 0xffff_ffff_ffff, source: 0x0050_7966_6800 },
  0x0806,
  new Uint8Array(28),
)

function written(fill: (writer: PcapngWriter) => void): Uint8Array[] {
  const blocks: Uint8Array[] = []
  const writer = new PcapngWriter((block) => blocks.push(block), Date.UTC(2025, 0, 1), {
    application: 'Rollover',
    comment: 'two-floors',
  })
  fill(writer)
  return blocks
}

/** The options of a block, as the specification says to read them. */
function optionsOf(block: Uint8Array, fixedBytes: number): Map<number, Uint8Array> {
  const options = new Map<number, Uint8Array>()
  for (let at = 8 + fixedBytes; at < block.length - 4; ) {
    const code = readU16(block, at)
    const length = readU16(block, at + 2)
    if (code === 0) break
    options.set(code, block.slice(at + 4, at + 4 + length))
    at += 4 + length + ((4 - (length % 4)) % 4)
  }
  return options
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('capture files', () => {
  const blocks = written((writer) => {
    const lan = writer.addInterface({
      name: 'SW1 Gi0/1',
      kind: 'ethernet',
      speedBps: 1e10,
      description: 'x → y',
    })
    const wan = writer.addInterface({ name: 'R1 Se0/0/0', kind: 'hdlc' })
    writer.addFrame(lan, 1234.567891, { bytes: arp, direction: 'out', comment: 'lost' })
    writer.addFrame(wan, 2000, { bytes: slarpFrame({ kind: 'keepalive', sequence: 1, heard: 0 }, 0) })
    writer.addFrame(lan, 3000, { bytes: arp, fcs: 0x12345678, direction: 'in' })
  })
  const [section, lan, wan, first, second, third] = blocks as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]

  it('are blocks of whole words that say their length at both ends', () => {
    for (const block of blocks) {
      expect(block.length % 4).toBe(0)
      expect(readU32(block, 4)).toBe(block.length)
      expect(readU32(block, block.length - 4)).toBe(block.length)
    }
    expect(blocks.map((block) => readU32(block, 0))).toEqual([0x0a0d0d0a, 1, 1, 6, 6, 6])
  })

  it('begin with who wrote them', () => {
    expect([...section.subarray(8, 24)]).toEqual([
      0x1a, 0x2b, 0x3c, 0x4d, 0, 1, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255,
    ])
    expect(text(optionsOf(section, 16).get(1))).toBe('two-floors')
    expect(text(optionsOf(section, 16).get(4))).toBe('Rollover')
  })

  it('describe each interface with its name, kind of link and clock', () => {
    const options = optionsOf(lan, 8)
    expect(readU16(lan, 8)).toBe(1)
    expect(text(options.get(2))).toBe('SW1 Gi0/1')
    expect(text(options.get(3))).toBe('x → y')
    expect([...options.get(8)!]).toEqual([0, 0, 0, 2, 0x54, 0x0b, 0xe4, 0])
    expect([...options.get(9)!]).toEqual([9])
    expect([...options.get(13)!]).toEqual([4])
    expect(readU16(wan, 8)).toBe(104)
    expect(optionsOf(wan, 8).get(13)).toBeUndefined()
  })

  it('keep the time of a frame to the nanosecond', () => {
    const ns = (BigInt(readU32(first, 12)) << 32n) | BigInt(readU32(first, 16))
    expect(ns).toBe(1_735_689_601_234_567_891n)
  })

  it('end Ethernet frames with their check sequence, the low byte first', () => {
    expect(readU32(first, 20)).toBe(64)
    expect(readU32(first, 24)).toBe(64)
    expect(first.slice(28, 88)).toEqual(arp)
    const fcs = crc32(arp)
    expect([...first.subarray(88, 92)]).toEqual([
      fcs & 255,
      (fcs >>> 8) & 255,
      (fcs >>> 16) & 255,
      fcs >>> 24,
    ])
    expect([...third.subarray(88, 92)]).toEqual([0x78, 0x56, 0x34, 0x12])
  })

  it('have none on serial links', () => {
    expect([readU32(second, 8), readU32(second, 20), second.length]).toEqual([1, 22, 8 + 20 + 24 + 12 + 4])
  })

  it('say of a frame which way it went, and what was remarked', () => {
    // Bits 0 and 1 are the direction, 5 to 8 the length of the check sequence.
    expect([...optionsOf(first, 20 + 64).get(2)!]).toEqual([0, 0, 0, 0x82])
    expect([...optionsOf(third, 20 + 64).get(2)!]).toEqual([0, 0, 0, 0x81])
    expect(text(optionsOf(first, 20 + 64).get(1))).toBe('lost')
  })
})
