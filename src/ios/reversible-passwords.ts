/**
 * Passwords that the device must know in plain text and that `service password-encryption` hides as type 7: those of lines
 * and users, keys of routing protocols. Each feature keeps its own; this file says how one is kept, printed and refused.
 * Leaves out secrets (hashes), which cannot be read back. Source: Cisco command reference, `service password-encryption`.
 */

import type { Ios } from './ios.ts'
import { printable } from './printable.ts'
import { isWellFormed, makeSecret, type7Decrypt } from './secrets.ts'

/** `0` and none are plain text; `7` is the hidden form. */
export interface ReversiblePassword {
  readonly type?: '0' | '7'
  readonly text: string
}

let encrypting: (ios: Ios) => boolean = () => false
const hiders: ((ios: Ios) => void)[] = []

/** Says whether `service password-encryption` is on. */
export function providePasswordEncryption(isOn: (ios: Ios) => boolean): void {
  encrypting = isOn
}

/** What hides the passwords that a feature has kept in plain text; runs when the service is turned on. */
export function onPasswordEncryption(hide: (ios: Ios) => void): void {
  hiders.push(hide)
}

export function hidePasswords(ios: Ios): void {
  for (const hide of hiders) hide(ios)
}

/** As the configuration keeps it: hidden while the service is on. */
export function keptPassword(ios: Ios, { type, text }: ReversiblePassword): ReversiblePassword {
  if (type === '7' || !encrypting(ios)) return type === undefined ? { text } : { type, text }
  return hidden(ios, text)
}

export function hidden(ios: Ios, text: string): ReversiblePassword {
  return { type: '7', text: makeSecret(7, text, ios.hashing) }
}

export function plainPassword({ type, text }: ReversiblePassword): string {
  return type === '7' ? (type7Decrypt(text) ?? '') : text
}

/** IOS's sentence for a type 7 text that is none. */
export function passwordFault({ type, text }: ReversiblePassword): string | undefined {
  return type === '7' && !isWellFormed(7, text) ? `Invalid encrypted password: ${printable(text)}` : undefined
}

/**
 * The password behind its type, as printed. Plain text goes without a type, except where its first word would be read as
 * one of `words`, which the command knows in that place.
 */
export function passwordText({ type, text }: ReversiblePassword, words: readonly string[]): string {
  if (type === '7') return `7 ${text}`
  const first = (text.split(' ')[0] ?? '').toLowerCase()
  return words.some((word) => word.startsWith(first)) ? `0 ${text}` : text
}
