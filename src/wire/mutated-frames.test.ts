/**
 * Whatever arrives: every decoder gets frames that were cut, spliced and overwritten, with and without mended checksums. None
 * throws, none changes what it reads, none looks outside its part of the bytes, and a broken frame costs no more than twice
 * a good one. 20,000 frames for each decoder; FUZZ=large makes 5 million of them.
 */

import { describe, expect, it } from 'vitest'
import { Random } from '../kernel/random.ts'
import { decodeArp } from './arp.ts'
import { decodeBpdu, decodeBpduFrame, originatingVlan } from './bpdu.ts'
import { readU16, readU32, writeU16 } from './bytes.ts'
import { cdpChecksum, decodeCdp } from './cdp.ts'
import { crc32, writeFcs } from './crc32.ts'
import { dissect, type LinkKind, summaryOf } from './dissect.ts'
import { untaggedFrame, vlanTagOf } from './dot1q.ts'
import { decodeDtp } from './dtp.ts'
import { decodeEthernet } from './ethernet.ts'
import { decodeHdlc, decodeSlarp } from './hdlc.ts'
import { decodeIcmp } from './icmp.ts'
import { checksumWords, foldChecksum, ipChecksum, pseudoHeaderWords } from './ip-checksum.ts'
import { decodeIpv4 } from './ipv4.ts'
import { decapsulateIsl, decodeIsl } from './isl.ts'
import { decodeLlc } from './llc.ts'
import { kindOfSample, type SampleFrame, sampleBytes, sampleFrames } from './sample-frames.ts'
import { decodeTcp } from './tcp.ts'
import { decodeUdp } from './udp.ts'

const runs = process.env['FUZZ'] === 'large' ? 5_000_000 : 20_000

const source = 0xc0a80a0b
const destination = 0xc0a81405

interface Target {
  readonly decode: (bytes: Uint8Array, start: number, end: number) => unknown
  /** Valid input. */
  readonly samples: readonly Uint8Array[]
  /** Makes the checksums of changed bytes right again, so that what is behind them is reached. */
  readonly mend?: (bytes: Uint8Array) => void
}

/** The samples from the byte `at` on. */
const samplesFrom = (at: number, ...names: SampleFrame[]) => names.map((name) => sampleBytes(name).slice(at))
const whole =
  (decode: (bytes: Uint8Array) => unknown): Target['decode'] =>
  (bytes, start, end) =>
    decode(bytes.subarray(start, end))
const samplesOf = (kind: LinkKind) =>
  sampleFrames.filter((name) => kindOfSample(name) === kind).map(sampleBytes)

const targets: Record<string, Target> = {
  decodeEthernet: { decode: decodeEthernet, samples: samplesOf('ethernet') },
  decodeLlc: { decode: decodeLlc, samples: samplesFrom(14, 'rapidBpdu', 'cdp', 'dtp') },
  decodeIsl: { decode: decodeIsl, samples: samplesFrom(0, 'islEcho'), mend: mendIsl },
  decapsulateIsl: { decode: whole(decapsulateIsl), samples: samplesFrom(0, 'islEcho'), mend: mendIsl },
  vlanTagOf: { decode: whole(vlanTagOf), samples: samplesFrom(0, 'taggedEcho', 'echo') },
  untaggedFrame: { decode: whole(untaggedFrame), samples: samplesFrom(0, 'taggedEcho', 'rapidPvst') },
  decodeHdlc: { decode: decodeHdlc, samples: samplesOf('hdlc') },
  decodeSlarp: { decode: decodeSlarp, samples: samplesFrom(4, 'keepalive', 'slarpReply') },
  decodeArp: { decode: decodeArp, samples: samplesFrom(14, 'arpRequest', 'arpReply', 'rarpRequest') },
  decodeIpv4: {
    decode: decodeIpv4,
    samples: samplesFrom(14, 'echo', 'recordedRoute', 'push'),
    mend: mendIpv4,
  },
  decodeIcmp: {
    decode: decodeIcmp,
    samples: samplesFrom(34, 'echo', 'timeExceeded', 'redirect'),
    mend: (bytes) => mendSum(bytes, 2, 0),
  },
  decodeUdp: {
    decode: (bytes, start, end) => decodeUdp(bytes, start, end, source, destination),
    samples: samplesFrom(34, 'udp'),
    mend: (bytes) => mendSum(bytes, 6, pseudoHeaderWords(source, destination, 17, bytes.length)),
  },
  decodeTcp: {
    decode: (bytes, start, end) => decodeTcp(bytes, start, end, source, destination),
    samples: [...samplesFrom(34, 'push'), sampleBytes('syn').slice(34, 58)],
    mend: (bytes) => mendSum(bytes, 16, pseudoHeaderWords(source, destination, 6, bytes.length)),
  },
  decodeBpdu: {
    decode: decodeBpdu,
    samples: samplesFrom(17, 'configurationBpdu', 'notificationBpdu', 'rapidBpdu'),
  },
  decodeBpduFrame: {
    decode: whole(decodeBpduFrame),
    samples: samplesFrom(0, 'configurationBpdu', 'rapidBpdu', 'pvst', 'rapidPvst'),
  },
  originatingVlan: { decode: originatingVlan, samples: samplesFrom(26, 'pvst', 'rapidPvst') },
  decodeCdp: { decode: decodeCdp, samples: samplesFrom(22, 'cdp'), mend: mendCdp },
  decodeDtp: { decode: decodeDtp, samples: samplesFrom(22, 'dtp') },
  'dissect, Ethernet': {
    decode: whole((bytes) => shownWhole(dissect(bytes, 'ethernet'), bytes)),
    samples: samplesOf('ethernet'),
    mend: mendFrame,
  },
  'dissect, HDLC': {
    decode: whole((bytes) => shownWhole(dissect(bytes, 'hdlc'), bytes)),
    samples: samplesOf('hdlc'),
    mend: (bytes) => mendIpv4(bytes.subarray(4)),
  },
  'summaryOf, Ethernet': {
    decode: whole((bytes) => summaryOf(bytes, 'ethernet')),
    samples: samplesOf('ethernet'),
    mend: mendFrame,
  },
}

/** Fields lie inside the frame, and there are not more of them than bytes to fill them. */
function shownWhole(layers: ReturnType<typeof dissect>, bytes: Uint8Array): typeof layers {
  let fields = 0
  for (const layer of layers) {
    fields += layer.fields.length
    for (const { name, value, start, length } of layer.fields) {
      if (start < 0 || length < 0 || start + length > bytes.length) throw new Error(`${name} lies outside`)
      if (/undefined|NaN/.test(value)) throw new Error(`${name} is ${value}`)
    }
    if (/undefined|NaN/.test(layer.summary)) throw new Error(layer.summary)
  }
  if (fields > 30 + 2 * bytes.length) throw new Error(`${fields} fields`)
  return layers
}

function mendSum(bytes: Uint8Array, at: number, words: number): void {
  if (bytes.length < at + 2) return
  writeU16(bytes, at, 0)
  writeU16(bytes, at, foldChecksum(words + checksumWords(bytes, 0, bytes.length)))
}

/** The header's, and that of the message or segment inside. */
function mendIpv4(bytes: Uint8Array): void {
  const headerBytes = (bytes[0]! & 15) << 2
  if (bytes.length < 20 || bytes.length < headerBytes) return
  writeU16(bytes, 10, 0)
  writeU16(bytes, 10, ipChecksum(bytes, 0, headerBytes))
  const payload = bytes.subarray(headerBytes, Math.max(headerBytes, readU16(bytes, 2)))
  const words = pseudoHeaderWords(readU32(bytes, 12), readU32(bytes, 16), bytes[9]!, payload.length)
  if (bytes[9] === 1) mendSum(payload, 2, 0)
  else if (bytes[9] === 6) mendSum(payload, 16, words)
  else if (bytes[9] === 17) mendSum(payload, 6, words)
}

function mendCdp(bytes: Uint8Array): void {
  if (bytes.length < 4) return
  writeU16(bytes, 2, 0)
  writeU16(bytes, 2, cdpChecksum(bytes, 0, bytes.length))
}

function mendIsl(bytes: Uint8Array): void {
  const end = bytes.length < 30 ? 0 : 14 + readU16(bytes, 12) - 4
  if (end < 26 || end + 4 > bytes.length) return
  mendFrame(bytes.subarray(26, end))
  writeFcs(bytes, end, crc32(bytes, 26, end))
}

function mendFrame(bytes: Uint8Array): void {
  if (bytes.length < 40) return
  const at = readU16(bytes, 12) === 0x8100 ? 16 : 12
  const field = readU16(bytes, at)
  if (bytes[0] === 0x01 && bytes[2] === 0x0c && bytes[14] === 0xaa && bytes[3] === 0) mendIsl(bytes)
  else if (field === 0x0800) mendIpv4(bytes.subarray(at + 2))
  else if (field <= 1500 && readU16(bytes, at + 8) === 0x2000)
    mendCdp(bytes.subarray(at + 10, at + 2 + field))
}

/** Values at which lengths and counts turn over. */
const edges = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 20, 0x40, 0x7f, 0x80, 0xff]

function mutated(samples: readonly Uint8Array[], random: Random): Uint8Array {
  const pick = () => samples[random.below(samples.length)]!
  let bytes: Uint8Array = pick().slice()
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(bytes.length + 1)
    switch (random.below(7)) {
      case 0:
        if (at < bytes.length) bytes[at]! ^= 1 << random.below(8)
        break
      case 1:
        if (at < bytes.length) bytes[at] = edges[random.below(edges.length)]!
        break
      case 2:
        if (at + 2 <= bytes.length) writeU16(bytes, at, bytes.length - at + random.below(5) - 2)
        break
      case 3:
        bytes = bytes.slice(0, at)
        break
      case 4:
        bytes = joined(bytes, random.bytes(random.below(24)))
        break
      case 5:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random.below(6))))
        break
      default: {
        const other = pick()
        bytes = joined(bytes.subarray(0, at), other.subarray(random.below(other.length)))
      }
    }
  }
  return bytes.length > 1600 ? bytes.slice(0, 1600) : bytes
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe.each(Object.entries(targets))('%s', (name, { decode, samples, mend }) => {
  const seed = [...name].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7)

  it('reads its samples', () => {
    for (const sample of samples) expect(typeof decode(sample, 0, sample.length)).not.toBe('string')
  })

  it('survives whatever comes, and reads nothing around it', () => {
    const random = new Random(seed)
    // Around the frame the one buffer has the opposite of every bit of the other.
    const poison = random.bytes(2048)
    const opposite = poison.map((byte) => ~byte)
    const first = new Uint8Array(2048)
    const second = new Uint8Array(2048)
    for (let run = 0; run < runs; run++) {
      const bytes = mutated(samples, random)
      if (mend && run % 2 === 0) mend(bytes)
      const start = 1 + random.below(40)
      const end = start + bytes.length
      first.set(poison)
      second.set(opposite)
      first.set(bytes, start)
      second.set(bytes, start)
      let one: unknown
      let other: unknown
      try {
        one = decode(first, start, end)
        other = decode(second, start, end)
      } catch (error) {
        throw new Error(`run ${run}, ${hexOf(bytes)}`, { cause: error })
      }
      if (one !== other && JSON.stringify(one) !== JSON.stringify(other)) {
        throw new Error(`run ${run} looks around: ${hexOf(bytes)}`)
      }
      if (Buffer.compare(first.subarray(start, end), bytes) !== 0) {
        throw new Error(`run ${run} changed ${hexOf(bytes)}`)
      }
    }
  })

  it('costs at most twice as much for a broken frame', () => {
    const random = new Random(seed)
    const broken = Array.from({ length: 400 }, () => {
      const bytes = mutated(samples, random)
      mend?.(bytes)
      return bytes.slice(0, samples[0]!.length)
    })
    const good = Array.from({ length: 400 }, (_, at) => samples[at % samples.length]!)
    const costMs = (frames: readonly Uint8Array[]) => {
      const began = performance.now()
      for (let round = 0; round < 5; round++) for (const bytes of frames) decode(bytes, 0, bytes.length)
      return performance.now() - began
    }
    // The best of many turns: a busy machine only ever makes one slower.
    let goodMs = Number.POSITIVE_INFINITY
    let brokenMs = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 60 && !(turn > 5 && brokenMs <= 2 * goodMs); turn++) {
      goodMs = Math.min(goodMs, costMs(good))
      brokenMs = Math.min(brokenMs, costMs(broken))
    }
    // Below 0.05 ms for 2,000 frames the clock is measured, not the decoder.
    expect(brokenMs).toBeLessThanOrEqual(Math.max(2 * goodMs, 0.05))
  })
})
