/**
 * Capture files that Wireshark and tcpdump open: a section header, an interface description for each interface, an enhanced
 * packet for each frame. Leaves out reading them, and everything that a capture of a wire has not (names, statistics).
 * Source: draft-ietf-opsawg-pcapng, "PCAP Now Generic (pcapng) Capture File Format".
 */

import { encodeUtf8 } from '../kernel/utf8.ts'
import { writeU16, writeU32 } from './bytes.ts'
import { crc32, fcsBytes, writeFcs } from './crc32.ts'
import type { LinkKind } from './dissect/layer.ts'

/** LINKTYPE_ETHERNET and LINKTYPE_C_HDLC. */
const linkTypes = { ethernet: 1, hdlc: 104 } as const

const blockTypes = { sectionHeader: 0x0a0d_0d0a, interfaceDescription: 1, enhancedPacket: 6 } as const
const byteOrderMagic = 0x1a2b_3c4d

const optionCodes = {
  comment: 1,
  application: 4,
  interfaceName: 2,
  interfaceDescription: 3,
  interfaceSpeed: 8,
  timestampResolution: 9,
  fcsLength: 13,
  packetFlags: 2,
} as const

export interface CaptureInterface {
  /** As Wireshark lists it: `SW1 Gi0/1`. */
  readonly name: string
  readonly kind: LinkKind
  readonly description?: string
  readonly speedBps?: number
}

export interface CapturedFrame {
  readonly bytes: Uint8Array
  /** The check sequence as it arrived, where the frame was damaged. */
  readonly fcs?: number | undefined
  /** Seen from the interface. */
  readonly direction?: 'in' | 'out'
  readonly comment?: string
}

/** Writes one file, block by block; each call hands `write` whole blocks. */
export class PcapngWriter {
  readonly #write: (block: Uint8Array) => void
  readonly #epochNs: bigint
  readonly #kinds: LinkKind[] = []

  /** `epochMs`: what 0 on the clock of the frames is in ms since 1970, a whole number. */
  constructor(
    write: (block: Uint8Array) => void,
    epochMs: number,
    about: { application: string; comment?: string },
  ) {
    this.#write = write
    this.#epochNs = BigInt(epochMs) * 1_000_000n
    const fixed = new Uint8Array(16)
    writeU32(fixed, 0, byteOrderMagic)
    writeU16(fixed, 4, 1)
    // Section length not known.
    fixed.fill(0xff, 8)
    write(
      block(blockTypes.sectionHeader, fixed, [
        textOption(optionCodes.comment, about.comment),
        textOption(optionCodes.application, about.application),
      ]),
    )
  }

  /** Answers the number by which its frames name it. */
  addInterface(made: CaptureInterface): number {
    const fixed = new Uint8Array(8)
    writeU16(fixed, 0, linkTypes[made.kind])
    const speed = new Uint8Array(8)
    if (made.speedBps !== undefined) {
      writeU32(speed, 0, Math.floor(made.speedBps / 0x1_0000_0000))
      writeU32(speed, 4, made.speedBps % 0x1_0000_0000)
    }
    this.#write(
      block(blockTypes.interfaceDescription, fixed, [
        textOption(optionCodes.interfaceName, made.name),
        textOption(optionCodes.interfaceDescription, made.description),
        made.speedBps === undefined ? undefined : [optionCodes.interfaceSpeed, speed],
        [optionCodes.timestampResolution, Uint8Array.of(9)],
        made.kind === 'ethernet' ? [optionCodes.fcsLength, Uint8Array.of(fcsBytes)] : undefined,
      ]),
    )
    return this.#kinds.push(made.kind) - 1
  }

  /** `atMs` may have a fraction; the file keeps ns. Ethernet frames are written with their check sequence. */
  addFrame(interfaceNumber: number, atMs: number, frame: CapturedFrame): void {
    const withFcs = this.#kinds[interfaceNumber] === 'ethernet'
    const length = frame.bytes.length + (withFcs ? fcsBytes : 0)
    const atNs = this.#epochNs + BigInt(Math.round(atMs * 1_000_000))
    const fixed = new Uint8Array(20 + padded(length))
    writeU32(fixed, 0, interfaceNumber)
    writeU32(fixed, 4, Number(atNs >> 32n))
    writeU32(fixed, 8, Number(atNs & 0xffff_ffffn))
    writeU32(fixed, 12, length)
    writeU32(fixed, 16, length)
    fixed.set(frame.bytes, 20)
    if (withFcs) writeFcs(fixed, 20 + frame.bytes.length, frame.fcs ?? crc32(frame.bytes))
    const flags = new Uint8Array(4)
    flags[3] =
      (frame.direction === 'in' ? 1 : frame.direction === 'out' ? 2 : 0) | (withFcs ? fcsBytes << 5 : 0)
    this.#write(
      block(blockTypes.enhancedPacket, fixed, [
        textOption(optionCodes.comment, frame.comment),
        [optionCodes.packetFlags, flags],
      ]),
    )
  }
}

type Option = readonly [code: number, value: Uint8Array]

/** Blocks and options are filled up to whole 32-bit words. */
const padded = (length: number) => (length + 3) & ~3

function textOption(code: number, text: string | undefined): Option | undefined {
  return text === undefined ? undefined : [code, encodeUtf8(text)]
}

function block(type: number, fixed: Uint8Array, options: readonly (Option | undefined)[]): Uint8Array {
  let length = 12 + fixed.length
  for (const option of options) if (option) length += 4 + padded(option[1].length)
  const endOfOptions = options.some((option) => option !== undefined) ? 4 : 0
  length += endOfOptions
  const bytes = new Uint8Array(length)
  writeU32(bytes, 0, type)
  writeU32(bytes, 4, length)
  bytes.set(fixed, 8)
  let at = 8 + fixed.length
  for (const option of options) {
    if (!option) continue
    writeU16(bytes, at, option[0])
    writeU16(bytes, at + 2, option[1].length)
    bytes.set(option[1], at + 4)
    at += 4 + padded(option[1].length)
  }
  writeU32(bytes, length - 4, length)
  return bytes
}
