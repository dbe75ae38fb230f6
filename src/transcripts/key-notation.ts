/**
 * Keys that no log shows, as transcripts write them: `<Tab>`, `<Ctrl-Z>`, `<Esc>b`, `<lt>` for `<`. Both ways.
 */

import { encodeUtf8 as encoded } from '../kernel/utf8.ts'

/** One key press of a typed part. */
export interface TypedKey {
  /** As bytes, one character each. */
  readonly bytes: string
  /** The character that it types; undefined for a key that acts. */
  readonly character?: string
  /** UTF-16 units that it takes in the row. */
  readonly length: number
}

const named: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['enter', '\r'],
  ['return', '\r'],
  ['esc', '\x1b'],
  ['break', '\x1e'],
  ['ctrl-shift-6', '\x1e'],
  ['ctrl-^', '\x1e'],
  ['ctrl-\\', '\x1c'],
  ['ctrl-]', '\x1d'],
  ['ctrl-_', '\x1f'],
  ['backspace', '\x7f'],
  ['delete', '\x1b[3~'],
  ['up', '\x1b[A'],
  ['down', '\x1b[B'],
  ['right', '\x1b[C'],
  ['left', '\x1b[D'],
  ['home', '\x1b[H'],
  ['end', '\x1b[F'],
])
const characters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['space', ' '],
])

const notation = /^<([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|Ctrl-[\\\]^_])>/i

/** A key name that nobody knows. */
export interface UnknownKey {
  readonly unknown: string
  readonly at: number
}

/** The keys of a typed part. A `<` that begins no name is a `<`. */
export function keysOf(text: string): TypedKey[] | UnknownKey {
  const keys: TypedKey[] = []
  for (let at = 0; at < text.length; ) {
    const key = text[at] === '<' ? namedKey(text.slice(at)) : undefined
    if (key !== undefined && 'unknown' in key) return { unknown: key.unknown, at }
    if (key !== undefined) {
      keys.push(key)
      at += key.length
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      keys.push({ bytes: utf8(character), character, length: character.length })
      at += character.length
    }
  }
  return keys
}

function namedKey(text: string): TypedKey | { unknown: string } | undefined {
  const match = notation.exec(text)
  if (match === null) return undefined
  const name = (match[1] ?? '').toLowerCase()
  const { length } = match[0]
  const character = characters.get(name)
  if (character !== undefined) return { bytes: character, character, length }
  const control = /^ctrl-([a-z])$/.exec(name)?.[1]
  const bytes = control === undefined ? named.get(name) : String.fromCharCode(control.charCodeAt(0) & 0x1f)
  return bytes === undefined ? { unknown: match[0] } : { bytes, length }
}

/** A character as its UTF-8 bytes, one character each. */
export function utf8(character: string): string {
  return character < '\x80' ? character : String.fromCharCode(...encoded(character))
}

/** Text that is typed, as a typed part writes it. */
export function typedText(text: string): string {
  return text
    .replace(/<(?=[A-Za-z])/g, '<lt>')
    .replace(/[\x00-\x1f\x7f]/g, (code) => `<Ctrl-V>${keyName(code)}`)
    .replace(/ +$/, (blanks) => '<Space>'.repeat(blanks.length))
}

/** The notation of a control byte. */
export function keyName(code: string): string {
  if (code === '\t') return '<Tab>'
  if (code === '\r') return '<Enter>'
  if (code === '\x1b') return '<Esc>'
  if (code === '\x1e') return '<Ctrl-Shift-6>'
  if (code === '\x7f') return '<Backspace>'
  return `<Ctrl-${String.fromCharCode(code.charCodeAt(0) | 0x40)}>`
}
