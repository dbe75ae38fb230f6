/**
 * Cuts what a terminal sends into strokes: each with its name, for our own menus, and its bytes, for the device. Swallows
 * what is addressed to neither: paste brackets, focus and mouse reports, answers to queries.
 *
 * Leaves out what keys mean to the device (`session/keys.ts`, which gets the bytes as they came).
 * Sources: ECMA-48; XTerm Control Sequences; "Comprehensive keyboard handling in terminals" (kitty).
 */

import { KeyDecoder } from '../../session/keys.ts'

export interface Stroke {
  /**
   * A character; `enter`, `tab`, `backspace`, `esc`, `up`, `pagedown`, …; `ctrl-c`; `leader` (Ctrl-]), `break`
   * (Ctrl+Shift+6); `paste` for pasted bytes; '' for what has no name here.
   */
  readonly key: string
  readonly bytes: Uint8Array
}

const ESC = 0x1b
const leaderCode = 0x1d
const breakCode = 0x1e

const controlNames = new Map([
  [0x0d, 'enter'],
  [0x0a, 'enter'],
  [0x09, 'tab'],
  [0x7f, 'backspace'],
  [0x08, 'backspace'],
  [leaderCode, 'leader'],
  [breakCode, 'break'],
])

const sequenceNames = new Map([
  ['5~', 'pageup'],
  ['6~', 'pagedown'],
])

const pasteBegins = '200~'
const pasteEnds = new TextEncoder().encode('\x1b[201~')
// Longer than any key's; what goes on is not a sequence.
const longestSequence = 64

export class Strokes {
  #pending: Uint8Array = new Uint8Array()
  #pasting = false

  /** Something may be incomplete: `flush` when nothing follows for a moment. */
  get waiting(): boolean {
    return this.#pending.length > 0
  }

  /** The strokes that `chunk` completes. */
  feed(chunk: Uint8Array): Stroke[] {
    const bytes = this.#pending.length === 0 ? chunk : concatenated(this.#pending, chunk)
    const strokes: Stroke[] = []
    let at = 0
    while (at < bytes.length) {
      const next = this.#pasting ? this.#paste(bytes, at, strokes) : this.#one(bytes, at, strokes)
      if (next === at) break
      at = next
    }
    this.#pending = bytes.slice(at)
    return strokes
  }

  /** What was held back is all there is: a lone Esc is the Esc key. */
  flush(): Stroke[] {
    const bytes = this.#pending
    this.#pending = new Uint8Array()
    if (bytes.length === 0) return []
    if (this.#pasting) return [{ key: 'paste', bytes }]
    return [{ key: bytes.length === 1 && bytes[0] === ESC ? 'esc' : '', bytes }]
  }

  /** Up to the closing bracket. Returns where it stopped. */
  #paste(bytes: Uint8Array, at: number, strokes: Stroke[]): number {
    const end = indexOf(bytes, pasteEnds, at)
    if (end >= 0) {
      this.#pasting = false
      if (end > at) strokes.push({ key: 'paste', bytes: bytes.slice(at, end) })
      return end + pasteEnds.length
    }
    // The bracket may have been cut by the chunk's end.
    let kept = Math.min(pasteEnds.length - 1, bytes.length - at)
    while (kept > 0 && !endsWithStartOf(bytes, pasteEnds, kept)) kept--
    const stop = bytes.length - kept
    if (stop > at) strokes.push({ key: 'paste', bytes: bytes.slice(at, stop) })
    return stop
  }

  /** One stroke; `at` again when it is incomplete. */
  #one(bytes: Uint8Array, at: number, strokes: Stroke[]): number {
    const byte = bytes[at] as number
    if (byte === ESC) return this.#escape(bytes, at, strokes)
    const end = at + (byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4)
    if (end > bytes.length) return at
    const part = bytes.slice(at, end)
    if (byte >= 0x20 && byte !== 0x7f)
      strokes.push({ key: byte >= 0x80 && byte < 0xc0 ? '' : text(part), bytes: part })
    else strokes.push({ key: controlName(byte), bytes: part })
    return end
  }

  #escape(bytes: Uint8Array, at: number, strokes: Stroke[]): number {
    const second = bytes[at + 1]
    if (second === undefined) return at
    if (second === 0x5b) return this.#csi(bytes, at, strokes)
    if (second === ESC) {
      strokes.push({ key: 'esc', bytes: bytes.slice(at, at + 1) })
      return at + 1
    }
    const end = at + (second === 0x4f ? 3 : 2)
    if (end > bytes.length) return at
    const part = bytes.slice(at, end)
    strokes.push({ key: second === 0x4f ? decoded(part) : '', bytes: part })
    return end
  }

  #csi(bytes: Uint8Array, at: number, strokes: Stroke[]): number {
    let end = at + 2
    while (end < bytes.length && (bytes[end] as number) >= 0x20 && (bytes[end] as number) < 0x40) end++
    if (end >= bytes.length) {
      if (end - at < longestSequence) return at
      strokes.push({ key: '', bytes: bytes.slice(at, end) })
      return end
    }
    if ((bytes[end] as number) < 0x20) {
      strokes.push({ key: '', bytes: bytes.slice(at, end) })
      return end
    }
    end++
    const part = bytes.slice(at, end)
    const sequence = text(part).slice(2)
    if (sequence === pasteBegins) this.#pasting = true
    else if (!isReport(sequence))
      strokes.push({ key: sequenceNames.get(sequence) ?? decoded(part), bytes: part })
    return end
  }
}

/** An answer, a focus or a mouse report; a paste that ends without having begun. */
function isReport(sequence: string): boolean {
  return /^([?<>].*|[IO]|201~)$/.test(sequence)
}

function controlName(code: number): string {
  return controlNames.get(code) ?? (code === 0 ? '' : `ctrl-${String.fromCharCode(code + 0x60)}`)
}

/** The name of a key told by a sequence. */
function decoded(part: Uint8Array): string {
  if (/^\x1b\[27(;1(:[12])?)?u$/.test(text(part))) return 'esc'
  const decoder = new KeyDecoder()
  let name = ''
  for (const byte of part) {
    const key = decoder.key(byte)
    if (key === undefined) continue
    if (key.kind === 'char') name = key.text
    else if (key.kind === 'named') name = key.name
    else name = key.kind === 'control' ? controlName(key.code) : ''
  }
  return name
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(ESC, from); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at
  }
  return -1
}

function endsWithStartOf(bytes: Uint8Array, wanted: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[bytes.length - length + i] !== wanted[i]) return false
  return true
}
