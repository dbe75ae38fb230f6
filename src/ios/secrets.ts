/**
 * Passwords as a configuration keeps them: types 0, 4, 5, 7, 8 and 9 - made, checked for their shape, and verified.
 *
 * Leaves out: which type a release makes by default, who asks for a password, and the words of refusals. The digests
 * themselves come through the `Hashing` port, because this layer has no node:crypto; randomness comes through it too,
 * seeded by the caller, so that a run repeats.
 *
 * Sources: type 7, Cisco's published weakness of `service password-encryption`; type 5, md5-crypt (P.-H. Kamp, FreeBSD);
 * type 8, PBKDF2 (RFC 8018); type 9, scrypt (RFC 7914); parameters and vectors, hashcat modes 500, 5700, 9200, 9300.
 */

/** The digests and the randomness that secrets need. */
export interface Hashing {
  /** 16 bytes. */
  md5(bytes: Uint8Array): Uint8Array
  /** 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array
  pbkdf2Sha256(password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Uint8Array
  scrypt(password: Uint8Array, salt: Uint8Array, parameters: ScryptParameters): Uint8Array
  /** Whether it is prime, as good as certainly. */
  isPrime(candidate: bigint): boolean
  /** `length` bytes; the caller decides where they come from. */
  random(length: number): Uint8Array
}

/** Cost, block size and parallelism as RFC 7914 names them; `length` in bytes. */
export interface ScryptParameters {
  N: number
  r: number
  p: number
  length: number
}

/** The number between `secret` (or `password`) and the text. */
export type SecretType = 0 | 4 | 5 | 7 | 8 | 9

/** The types that a device makes from plain text. Type 4 is only ever pasted in: releases after 15.3 stopped making it. */
export type MadeSecretType = 5 | 7 | 8 | 9

const TYPE_7_KEY = utf8('dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87')
const TYPE_7_ENTRY_SALT_MAX = 15
const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SHA256_TEXT = '[./0-9A-Za-z]{43}'

const SHAPES: Record<SecretType, RegExp> = {
  0: /^.+$/su,
  4: new RegExp(`^${SHA256_TEXT}$`),
  5: /^\$1\$(?<salt>[./0-9A-Za-z]{1,8})\$(?<hash>[./0-9A-Za-z]{22})$/,
  7: /^(?:0[0-9]|1[0-5])(?:[0-9a-f]{2})+$/i,
  8: new RegExp(`^\\$8\\$(?<salt>[./0-9A-Za-z]{14})\\$(?<hash>${SHA256_TEXT})$`),
  9: new RegExp(`^\\$9\\$(?<salt>[./0-9A-Za-z]{14})\\$(?<hash>${SHA256_TEXT})$`),
}

/** Whether the text, entered after this type's number, can be one: length and alphabet, as a device checks them. */
export function isWellFormed(type: SecretType, text: string): boolean {
  return SHAPES[type].test(text)
}

/** What the configuration keeps for a plain password. Draws its salt from `hashing.random`. */
export function makeSecret(type: MadeSecretType, plain: string, hashing: Hashing): string {
  switch (type) {
    case 5:
      return md5Crypt(
        plain,
        Array.from(hashing.random(4), (byte) => ALPHABET.charAt(byte & 63)).join(''),
        hashing,
      )
    case 7:
      return type7Encrypt(plain, (hashing.random(1)[0] ?? 0) & TYPE_7_ENTRY_SALT_MAX)
    case 8:
    case 9:
      // Ten bytes make fourteen characters, so the last one is always `.`, `E`, `U` or `k`, as on devices.
      return slowHash(type, plain, ciscoBase64(hashing.random(10)), hashing)
  }
}

/**
 * Whether `plain` is the password kept as `stored`. Time does not tell how much of it was right. False, never an error,
 * for a text that is not well formed.
 */
export function verifySecret(type: SecretType, stored: string, plain: string, hashing: Hashing): boolean {
  switch (type) {
    case 0:
      return equalBytes(utf8(stored), utf8(plain))
    case 7: {
      const bytes = type7Bytes(stored)
      return bytes !== undefined && equalBytes(bytes, utf8(plain))
    }
    default:
      return verifyHash(type, stored, plain, hashing)
  }
}

/**
 * Type 7 of a plain password.
 * @param saltIndex where in the key to begin, 0-52; devices draw 0-15. Throws RangeError outside.
 */
export function type7Encrypt(plain: string, saltIndex: number): string {
  if (!Number.isInteger(saltIndex) || saltIndex < 0 || saltIndex >= TYPE_7_KEY.length)
    throw new RangeError(`type 7 salt ${saltIndex} is outside 0-${TYPE_7_KEY.length - 1}`)
  const bytes = Array.from(xorType7(utf8(plain), saltIndex), (byte) => byte.toString(16).padStart(2, '0'))
  return String(saltIndex).padStart(2, '0') + bytes.join('').toUpperCase()
}

/** The plain password of a type 7 text; undefined when the text is none (bad digits, salt over 52) or hides no UTF-8. */
export function type7Decrypt(text: string): string | undefined {
  const bytes = type7Bytes(text)
  if (bytes === undefined) return undefined
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

/** Decoding takes every salt that the key has room for, although devices write 0-15 only: older tools wrote more. */
function type7Bytes(text: string): Uint8Array | undefined {
  if (!/^\d\d(?:[0-9a-f]{2})*$/i.test(text)) return undefined
  const saltIndex = Number(text.slice(0, 2))
  if (saltIndex >= TYPE_7_KEY.length) return undefined
  const pairs = text.slice(2).match(/../g) ?? []
  return xorType7(
    Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
    saltIndex,
  )
}

/** One loop hides and reveals: XOR is its own inverse. */
function xorType7(bytes: Uint8Array, saltIndex: number): Uint8Array {
  return bytes.map((byte, i) => byte ^ (TYPE_7_KEY[(saltIndex + i) % TYPE_7_KEY.length] ?? 0))
}

function verifyHash(type: 4 | 5 | 8 | 9, stored: string, plain: string, hashing: Hashing): boolean {
  const shape = SHAPES[type].exec(stored)
  if (!shape) return false
  const salt = shape.groups?.salt ?? ''
  const made =
    type === 4
      ? ciscoBase64(hashing.sha256(utf8(plain)))
      : type === 5
        ? md5Crypt(plain, salt, hashing)
        : slowHash(type, plain, salt, hashing)
  return equalBytes(utf8(made), utf8(stored))
}

/** Types 8 and 9: the salt's characters serve as raw bytes, they are not decoded. */
function slowHash(type: 8 | 9, plain: string, salt: string, hashing: Hashing): string {
  const hash =
    type === 8
      ? hashing.pbkdf2Sha256(utf8(plain), utf8(salt), 20_000, 32)
      : hashing.scrypt(utf8(plain), utf8(salt), { N: 16_384, r: 1, p: 1, length: 32 })
  return `$${type}$${salt}$${ciscoBase64(hash)}`
}

/** Type 5. Every odd step below is the published algorithm's, kept because the result must be the same. */
function md5Crypt(plain: string, saltText: string, hashing: Hashing): string {
  const password = utf8(plain)
  const salt = utf8(saltText)
  const inner = hashing.md5(concat(password, salt, password))
  const padding = Uint8Array.from(password, (_, i) => inner[i % 16] ?? 0)
  const lengthBits: number[] = []
  for (let bits = password.length; bits > 0; bits >>= 1) lengthBits.push(bits & 1 ? 0 : (password[0] ?? 0))
  let digest = hashing.md5(concat(password, utf8('$1$'), salt, padding, Uint8Array.from(lengthBits)))
  const none = new Uint8Array(0)
  for (let round = 0; round < 1000; round++) {
    const odd = round % 2 === 1
    digest = hashing.md5(
      concat(
        odd ? password : digest,
        round % 3 ? salt : none,
        round % 7 ? password : none,
        odd ? digest : password,
      ),
    )
  }
  const at = (index: number): number => digest[index] ?? 0
  const groups = [0, 1, 2, 3, 4].map((i) => {
    const third = i === 4 ? 5 : i + 12
    return lowBitsFirst((at(i) << 16) | (at(i + 6) << 8) | at(third), 4)
  })
  return `$1$${saltText}$${groups.join('')}${lowBitsFirst(at(11), 2)}`
}

/** md5-crypt's own text form: six bits a character, lowest first. Types 4, 8 and 9 do not use it. */
function lowBitsFirst(value: number, characters: number): string {
  return Array.from({ length: characters }, (_, i) => ALPHABET.charAt((value >> (6 * i)) & 63)).join('')
}

/** Base64 without padding, its alphabet exchanged for the one of crypt. */
function ciscoBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const characters = Math.min(bytes.length - i, 3) + 1
    for (let k = 0; k < characters; k++) text += ALPHABET.charAt((triple >> (18 - 6 * k)) & 63)
  }
  return text
}

/** Looks at every byte whatever it finds: an early return would tell how many were right. */
function equalBytes(stored: Uint8Array, offered: Uint8Array): boolean {
  let difference = stored.length ^ offered.length
  for (let i = 0; i < offered.length; i++) difference |= (offered[i] ?? 0) ^ (stored[i % stored.length] ?? 0)
  return difference === 0
}

/** UTF-8 without TextEncoder, which the language itself does not have. A lone surrogate becomes U+FFFD. */
function utf8(text: string): Uint8Array {
  const units = encodeURIComponent(text.toWellFormed()).match(/%..|./g) ?? []
  return Uint8Array.from(units, (unit) =>
    unit.length > 1 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  )
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
