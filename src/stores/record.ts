/**
 * A record: the bytes of one saved file together with what proves them whole, in one file, so that both change in
 * one rename. Two lines of text, then the content:
 *
 *     rollover-record 1 SHA-256-OF-THE-NEXT-LINE
 *     {"name":"startup-config","modifiedMs":730944060000,"length":1297,"sha256":"…"}
 *     …
 *
 * The header has a hash of its own: it then tells what the content should have been even when the content is lost.
 */

import { createHash } from 'node:crypto'

export interface RecordHeader {
  readonly name: string
  readonly modifiedMs: number
  /** Bytes of content. */
  readonly length: number
  /** Of the content, in hexadecimal. */
  readonly sha256: string
  /** Says that the file is being removed; there is no content. */
  readonly removed?: true
}

export interface FileRecord {
  /** Undefined when the header is damaged. */
  readonly header: RecordHeader | undefined
  readonly content: Uint8Array
  /** Header and content are as they were written. */
  readonly whole: boolean
}

const magic = 'rollover-record 1 '
const lineFeed = 0x0a

export function encodeRecord(
  about: { name: string; modifiedMs: number; removed?: true },
  content: Uint8Array,
) {
  const header: RecordHeader = { ...about, length: content.length, sha256: sha256(content) }
  const line = `${JSON.stringify(header)}\n`
  return Buffer.concat([Buffer.from(`${magic}${sha256(line)}\n${line}`), content])
}

export function decodeRecord(bytes: Uint8Array): FileRecord {
  const first = bytes.indexOf(lineFeed)
  const second = first < 0 ? -1 : bytes.indexOf(lineFeed, first + 1)
  if (second < 0) return { header: undefined, content: new Uint8Array(), whole: false }
  const content = bytes.slice(second + 1)
  const line = bytes.subarray(first + 1, second + 1)
  // Byte for byte: decoding as UTF-8 first would let some damage pass as the character U+FFFD.
  if (!sameBytes(bytes.subarray(0, first), Buffer.from(magic + sha256(line)))) {
    return { header: undefined, content, whole: false }
  }
  const header = JSON.parse(Buffer.from(line).toString()) as RecordHeader
  return { header, content, whole: describes(header, content) }
}

/** Whether the header was written for exactly these bytes. */
export function describes(header: RecordHeader, content: Uint8Array): boolean {
  return header.length === content.length && header.sha256 === sha256(content)
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
