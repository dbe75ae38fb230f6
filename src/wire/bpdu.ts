/**
 * Bridge protocol data units: configuration, topology change notification and RST, as IEEE frames (802.2 LLC to
 * 0180.c200.0000) and as Cisco's PVST+ frames (SNAP to 0100.0ccc.cccd, with the VLAN that they come from).
 *
 * Left out: MST BPDUs (one is read as the RST BPDU that it begins with). Source: IEEE 802.1D-1998 clause 9, 802.1D-2004
 * clause 9; the PVST+ form as Wireshark's documentation describes it. Times are ms here, 1/256 s on the wire.
 */

import { type Bad, readU16, writeU16 } from './bytes.ts'
import { macFromHex, readMac, writeMac } from './mac.ts'

export const bridgeGroupMac = macFromHex('0180c2000000')
export const pvstMac = macFromHex('01000ccccccd')

/** Bits of the flags octet; the role stands in bits 2 and 3. */
export const bpduFlags = {
  topologyChange: 0x01,
  proposal: 0x02,
  roleMask: 0x0c,
  roleAlternate: 0x04,
  roleRoot: 0x08,
  roleDesignated: 0x0c,
  learning: 0x10,
  forwarding: 0x20,
  agreement: 0x40,
  topologyChangeAcknowledgement: 0x80,
} as const

/** A BPDU; of a notification only `kind` has a meaning, all else is 0. A priority contains the system id extension. */
export interface Bpdu {
  readonly kind: 'configuration' | 'notification' | 'rapid'
  readonly flags: number
  readonly rootPriority: number
  readonly rootMac: number
  readonly cost: number
  readonly bridgePriority: number
  readonly bridgeMac: number
  readonly portId: number
  readonly messageAgeMs: number
  readonly maxAgeMs: number
  readonly helloTimeMs: number
  readonly forwardDelayMs: number
}

export const notificationBpdu: Bpdu = {
  kind: 'notification',
  flags: 0,
  rootPriority: 0,
  rootMac: 0,
  cost: 0,
  bridgePriority: 0,
  bridgeMac: 0,
  portId: 0,
  messageAgeMs: 0,
  maxAgeMs: 0,
  helloTimeMs: 0,
  forwardDelayMs: 0,
}

/** `vlan` is the originating VLAN that a PVST+ frame names. */
export interface BpduFrame {
  readonly form: 'ieee' | 'pvst'
  readonly bpdu: Bpdu
  readonly vlan: number | undefined
}

const lengths = { configuration: 35, notification: 4, rapid: 36 } as const

/** Where the TLV with the VLAN stands, counted from the protocol identifier, in all PVST+ frames but notifications. */
const vlanTlvAt = 36

/** Reads a BPDU from its protocol identifier on. Bytes behind it are not looked at. */
export function decodeBpdu(bytes: Uint8Array, start: number, end: number): Bpdu | Bad {
  if (end - start < lengths.notification) return 'truncated'
  if (readU16(bytes, start) !== 0) return 'malformed'
  const version = bytes[start + 2] as number
  const type = bytes[start + 3] as number
  if (type === 0x80) return notificationBpdu
  if (type !== 0 && (type !== 2 || version < 2)) return 'malformed'
  const kind = type === 0 ? 'configuration' : 'rapid'
  if (end - start < lengths[kind]) return 'truncated'
  return {
    kind,
    flags: bytes[start + 4] as number,
    rootPriority: readU16(bytes, start + 5),
    rootMac: readMac(bytes, start + 7),
    cost: readU16(bytes, start + 13) * 0x10000 + readU16(bytes, start + 15),
    bridgePriority: readU16(bytes, start + 17),
    bridgeMac: readMac(bytes, start + 19),
    portId: readU16(bytes, start + 25),
    messageAgeMs: readTime(bytes, start + 27),
    maxAgeMs: readTime(bytes, start + 29),
    helloTimeMs: readTime(bytes, start + 31),
    forwardDelayMs: readTime(bytes, start + 33),
  }
}

/** Reads a whole frame to one of the two group addresses, tagged or not. */
export function decodeBpduFrame(bytes: Uint8Array): BpduFrame | Bad {
  if (bytes.length < 17) return 'truncated'
  const lengthAt = readU16(bytes, 12) === 0x8100 ? 16 : 12
  const start = lengthAt + 2
  if (start + 3 > bytes.length) return 'truncated'
  const end = start + readU16(bytes, lengthAt)
  if (end > bytes.length) return 'truncated'
  if (end - start < 3) return 'malformed'
  const saps = readU16(bytes, start)
  if (saps === 0x4242) return framed('ieee', bytes, start + 3, end)
  if (saps !== 0xaaaa) return 'malformed'
  if (end - start < 8) return 'truncated'
  const isPvst =
    readU16(bytes, start + 3) === 0 && bytes[start + 5] === 0x0c && readU16(bytes, start + 6) === 0x010b
  return isPvst ? framed('pvst', bytes, start + 8, end) : 'malformed'
}

function framed(form: 'ieee' | 'pvst', bytes: Uint8Array, start: number, end: number): BpduFrame | Bad {
  const bpdu = decodeBpdu(bytes, start, end)
  if (typeof bpdu === 'string') return bpdu
  return { form, bpdu, vlan: form === 'pvst' ? originatingVlan(bytes, start, end) : undefined }
}

/** The VLAN in the TLV of a PVST+ frame whose BPDU begins at `start`. */
export function originatingVlan(bytes: Uint8Array, start: number, end: number): number | undefined {
  const at = start + vlanTlvAt
  if (at + 6 > end || readU16(bytes, at) !== 0 || readU16(bytes, at + 2) !== 2) return undefined
  return readU16(bytes, at + 4)
}

/** An untagged IEEE frame of 60 bytes. */
export function encodeBpduFrame(bpdu: Bpdu, sourceMac: number): Uint8Array {
  const frame = new Uint8Array(60)
  writeMac(frame, 0, bridgeGroupMac)
  writeMac(frame, 6, sourceMac)
  writeU16(frame, 12, 3 + lengths[bpdu.kind])
  frame.set([0x42, 0x42, 0x03], 14)
  writeBpdu(frame, 17, bpdu)
  return frame
}

/** An untagged PVST+ frame of VLAN `vlan`, at least 60 bytes; whoever sends it on a trunk tags it. */
export function encodePvstFrame(bpdu: Bpdu, sourceMac: number, vlan: number): Uint8Array {
  const length = 8 + (bpdu.kind === 'notification' ? lengths.notification : vlanTlvAt + 6)
  const frame = new Uint8Array(Math.max(60, 14 + length))
  writeMac(frame, 0, pvstMac)
  writeMac(frame, 6, sourceMac)
  writeU16(frame, 12, length)
  frame.set([0xaa, 0xaa, 0x03, 0x00, 0x00, 0x0c, 0x01, 0x0b], 14)
  writeBpdu(frame, 22, bpdu)
  if (bpdu.kind !== 'notification') {
    writeU16(frame, 22 + vlanTlvAt + 2, 2)
    writeU16(frame, 22 + vlanTlvAt + 4, vlan)
  }
  return frame
}

function writeBpdu(bytes: Uint8Array, start: number, bpdu: Bpdu): void {
  if (bpdu.kind === 'notification') {
    bytes[start + 3] = 0x80
    return
  }
  if (bpdu.kind === 'rapid') bytes.set([2, 2], start + 2)
  bytes[start + 4] = bpdu.flags
  writeU16(bytes, start + 5, bpdu.rootPriority)
  writeMac(bytes, start + 7, bpdu.rootMac)
  writeU16(bytes, start + 13, Math.floor(bpdu.cost / 0x10000))
  writeU16(bytes, start + 15, bpdu.cost % 0x10000)
  writeU16(bytes, start + 17, bpdu.bridgePriority)
  writeMac(bytes, start + 19, bpdu.bridgeMac)
  writeU16(bytes, start + 25, bpdu.portId)
  writeTime(bytes, start + 27, bpdu.messageAgeMs)
  writeTime(bytes, start + 29, bpdu.maxAgeMs)
  writeTime(bytes, start + 31, bpdu.helloTimeMs)
  writeTime(bytes, start + 33, bpdu.forwardDelayMs)
}

function readTime(bytes: Uint8Array, at: number): number {
  return (readU16(bytes, at) * 1000) / 256
}

function writeTime(bytes: Uint8Array, at: number, ms: number): void {
  writeU16(bytes, at, Math.round((ms * 256) / 1000))
}
