/**
 * Keys that no log shows, as transcripts write them: `<Tab>`, `<Ctrl-Z>`, `<Esc>b`, `<lt>` for `<`. Both ways.
 */

import { encodeUtf8 } from '../kernel/utf8.ts'
import type { Key } from '../session/keys.ts'

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

/** Text as its UTF-8 bytes, one character each. */
export function utf8(text: string): string {
  return /^[\x00-\x7f]*$/.test(text) ? text : String.fromCharCode(...encodeUtf8(text))
}

/**
 * Text that is typed, as a typed part writes it.
 * @param helps whether `?` asks for help there
 */
export function typedText(text: string, helps = false): string {
  return text
    .replace(/<(?=[A-Za-z])/g, '<lt>')
    .replace(helps ? /[\x00-\x1f\x7f?]/g : /[\x00-\x1f\x7f]/g, (code) =>
      code === '?' ? '<Ctrl-V>?' : `<Ctrl-V>${controlName(code.charCodeAt(0))}`,
    )
    .replace(/ +$/, (blanks) => '<Space>'.repeat(blanks.length))
}

/** The notation of a key. */
export function keyName(key: Key): string {
  switch (key.kind) {
    case 'char':
      return key.text === '<' ? '<lt>' : key.text === ' ' ? '<Space>' : key.text
    case 'control':
      return controlName(key.code)
    case 'escape':
      return `<Esc>${key.letter}`
    case 'named':
      return `<${key.name[0]?.toUpperCase() ?? ''}${key.name.slice(1)}>`
  }
}

function controlName(code: number): string {
  switch (code) {
    case 0x09:
      return '<Tab>'
    case 0x0d:
      return '<Enter>'
    case 0x1b:
      return '<Esc>'
    case 0x1e:
      return '<Ctrl-Shift-6>'
    case 0x7f:
      return '<Backspace>'
    default:
      return `<Ctrl-${String.fromCharCode(code | 0x40)}>`
  }
}
