/**
 * Collects the fields of one layer, from its first byte on. It never reads behind the end that it was given: what would lie
 * there is left out, with all that follows it, so that a packet that was cut off shows what is left of it.
 */

import { type Bad, isBad, readU16, readU32 } from '../bytes.ts'
import { showIpv4 } from '../ipv4-text.ts'
import { dottedMac, readMac } from '../mac.ts'
import type { Field } from './layer.ts'

/** Longer runs of bytes are cut here: nobody reads more of them in a list of fields. */
const mostHexBytes = 64

export class FieldList {
  readonly fields: Field[] = []
  readonly bytes: Uint8Array
  readonly end: number
  /** Where the next field begins. */
  at: number
  #isCut = false

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes
    this.at = start
    this.end = end
  }

  /** Whether a field did not fit. */
  get isCut(): boolean {
    return this.#isCut
  }

  u8(name: string, show: (value: number) => string = String): number {
    if (!this.#fits(1)) return 0
    const value = this.bytes[this.at]!
    this.#add(name, show(value), 1)
    return value
  }

  u16(name: string, show: (value: number) => string = String): number {
    if (!this.#fits(2)) return 0
    const value = readU16(this.bytes, this.at)
    this.#add(name, show(value), 2)
    return value
  }

  u32(name: string, show: (value: number) => string = String): number {
    if (!this.#fits(4)) return 0
    const value = readU32(this.bytes, this.at)
    this.#add(name, show(value), 4)
    return value
  }

  mac(name: string): number {
    if (!this.#fits(6)) return 0
    const value = readMac(this.bytes, this.at)
    this.#add(name, dottedMac(value), 6)
    return value
  }

  /** A checksum, and whether it is right, where the decoder went far enough to tell; `verdict` undefined: nobody can tell. */
  checksum(name: string, verdict: object | Bad | undefined): void {
    const words =
      verdict === undefined ? '' : verdict === 'checksum' ? ', wrong' : isBad(verdict) ? '' : ', right'
    this.u16(name, (sum) => hex16(sum) + words)
  }

  ipv4(name: string): number {
    return this.u32(name, showIpv4)
  }

  /** Bytes up to `end` as hexadecimal digits; nothing where there are none. */
  hex(name: string, end = this.end): void {
    const length = end - this.at
    if (length <= 0 || !this.#fits(length)) return
    this.#add(name, hexOf(this.bytes, this.at, end), length)
  }

  /** Bytes up to `end` as characters. */
  text(name: string, end: number): void {
    const length = end - this.at
    if (length < 0 || !this.#fits(length)) return
    this.#add(name, shownText(textAt(this.bytes, this.at, end)), length)
  }

  /** Bytes of which the caller knows how to show them. */
  shown(name: string, value: string, length: number): void {
    if (this.#fits(length)) this.#add(name, value, length)
  }

  /** Some bits of the field before. */
  bits(name: string, value: string): void {
    const whole = this.fields.at(-1)
    if (whole && !this.#isCut) this.fields.push({ name, value, start: whole.start, length: whole.length })
  }

  /** Bytes that have no name. */
  skip(length: number): void {
    if (this.#fits(length)) this.at += length
  }

  #fits(length: number): boolean {
    if (this.at + length > this.end) this.#isCut = true
    return !this.#isCut
  }

  #add(name: string, value: string, length: number): void {
    this.fields.push({ name, value, start: this.at, length })
    this.at += length
  }
}

export const hex16 = (value: number) => `0x${value.toString(16).padStart(4, '0')}`
export const hex8 = (value: number) => `0x${value.toString(16).padStart(2, '0')}`

function hexOf(bytes: Uint8Array, start: number, end: number): string {
  const shownEnd = Math.min(end, start + mostHexBytes)
  let text = ''
  for (let at = start; at < shownEnd; at++) text += bytes[at]!.toString(16).padStart(2, '0')
  return end > shownEnd ? `${text}…` : text
}

function textAt(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!)
  return text
}

/** What a neighbour sent, without anything that a terminal would act on. */
export function shownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\x00-\x1f\x7f-\x9f]/g, '.')
}

const badWords: Record<Bad, string> = {
  truncated: 'truncated',
  checksum: 'wrong checksum',
  malformed: 'malformed',
}

/** What a layer's line says where its packet could not be read. */
export const badSummary = (bad: Bad): string => badWords[bad]
