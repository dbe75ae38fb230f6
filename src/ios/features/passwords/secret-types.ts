/** Secrets of `enable` and `username` as they are typed and kept: which type a text is, what is refused, how it is checked. */

import type { Ios } from '../../ios.ts'
import { isWellFormed, makeSecret, type SecretType, verifySecret } from '../../secrets.ts'
import { lengthFault } from './passwords.ts'

export interface TypedSecret {
  readonly type?: '0' | '5' | '8' | '9'
  readonly text: string
}

/** `algorithm-type` and the type that it makes. */
export const algorithms = { md5: 5, scrypt: 9, sha256: 8 } as const
export const algorithmHelp = {
  md5: 'Encode the password using the MD5 algorithm',
  scrypt: 'Encode the password using the SCRYPT hashing algorithm',
  sha256: 'Encode the password using the PBKDF2 hashing algorithm',
} as const

/** The hash that is kept; plain text becomes the release's usual type. */
export function keptSecret(ios: Ios, { type, text }: TypedSecret): TypedSecret {
  if (type !== undefined && type !== '0') return { type, text }
  return hashed(ios, ios.profile.secrets.default, text)
}

export function hashed(ios: Ios, type: number, plain: string): TypedSecret {
  const made = type === 8 || type === 9 ? type : 5
  return { type: `${made}`, text: makeSecret(made, plain, ios.hashing) }
}

/** IOS's sentences for a text that cannot be a secret of its type, or is too short. */
export function secretFault(ios: Ios, { type, text }: TypedSecret): string | undefined {
  if (type === undefined || type === '0') return lengthFault(ios, text)
  if (isWellFormed(secretType(type), text)) return undefined
  return `ERROR: The secret you entered is not a valid encrypted secret.
To enter an UNENCRYPTED secret, do not specify type ${type} encryption.
When you properly enter an UNENCRYPTED secret, it will be encrypted.`
}

export function opens(ios: Ios, { type = '0', text }: TypedSecret, typed: string): boolean {
  return verifySecret(secretType(type), text, typed, ios.hashing)
}

function secretType(type: '0' | '5' | '8' | '9'): SecretType {
  return Number(type) as SecretType
}
