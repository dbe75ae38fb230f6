/**
 * RSA key pairs of a device: drawn from the run's randomness, kept beside the startup configuration, and encoded as the
 * device shows them. Leaves out who uses them.
 * Sources: RFC 8017 (RSA, exponent 65537), RFC 5280 4.1 and ITU-T X.690 (SubjectPublicKeyInfo in DER).
 */

import { storageFault } from '../hardware/storage.ts'
import { decodeUtf8, encodeUtf8 } from '../kernel/utf8.ts'
import { FeatureState, type Ios } from './ios.ts'
import type { Hashing } from './secrets.ts'

export interface RsaKey {
  /** `R1.example.com`. */
  readonly name: string
  readonly bits: number
  readonly p: bigint
  readonly q: bigint
  /** What the device's clock said, as it prints times. */
  readonly generatedAt: string
}

const exponent = 65537n
// Not a file that `dir` lists: on a real device it is part of private-config.
const fileName = '.rsa-keys'

const keys = new FeatureState((ios): { all: RsaKey[] } => ({ all: read(ios) }))

/** In the order of their making. */
export function rsaKeysOf(ios: Ios): readonly RsaKey[] {
  return keys.of(ios).all
}

/** Makes a key pair, or replaces the one of that name. */
export function generateRsaKey(ios: Ios, name: string, bits: number): RsaKey {
  const [p, q] = primes(ios.hashing, bits)
  const key = { name, bits, p, q, generatedAt: ios.clock.text() }
  keep(ios, [...rsaKeysOf(ios).filter((one) => one.name !== name), key])
  return key
}

export function removeRsaKeys(ios: Ios): void {
  keep(ios, [])
}

function keep(ios: Ios, all: RsaKey[]): void {
  keys.of(ios).all = all
  const text = JSON.stringify(all.map((key) => ({ ...key, p: key.p.toString(16), q: key.q.toString(16) })))
  try {
    if (all.length === 0) ios.storage.remove('nvram', fileName)
    else ios.storage.write('nvram', fileName, encodeUtf8(`${text}\n`), ios.clock.utcMs)
  } catch (error) {
    // The keys hold until the next boot.
    if (storageFault(error) === undefined) throw error
  }
}

/** Keys of a damaged file are gone, as if they had never been made. */
function read(ios: Ios): RsaKey[] {
  const bytes = ios.storage.read('nvram', fileName)
  if (bytes === undefined) return []
  try {
    const parsed = JSON.parse(decodeUtf8(bytes)) as (Omit<RsaKey, 'p' | 'q'> & { p: string; q: string })[]
    return parsed.map((key) => ({ ...key, p: BigInt(`0x${key.p}`), q: BigInt(`0x${key.q}`) }))
  } catch {
    return []
  }
}

/** Two primes whose product has just so many bits, and with which the exponent works. */
function primes(hashing: Hashing, bits: number): [bigint, bigint] {
  const p = prime(hashing, Math.ceil(bits / 2))
  for (;;) {
    const q = prime(hashing, Math.floor(bits / 2))
    if (q !== p) return p > q ? [p, q] : [q, p]
  }
}

function prime(hashing: Hashing, bits: number): bigint {
  for (;;) {
    let candidate = 0n
    for (const byte of hashing.random(Math.ceil(bits / 8))) candidate = (candidate << 8n) | BigInt(byte)
    // The two highest bits set, so that a product of two has all its bits; odd.
    candidate = BigInt.asUintN(bits, candidate) | (3n << BigInt(bits - 2)) | 1n
    for (let step = 0; step < 2000; step++, candidate += 2n)
      if (
        (candidate - 1n) % exponent !== 0n &&
        hashing.isPrime(candidate) &&
        candidate >> BigInt(bits) === 0n
      )
        return candidate
  }
}

/** SubjectPublicKeyInfo, DER. */
export function publicKeyBytes({ p, q }: RsaKey): Uint8Array {
  const numbers = der(0x30, [...integer(p * q), ...integer(exponent)])
  // rsaEncryption (1.2.840.113549.1.1.1) without parameters.
  const algorithm = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]
  return Uint8Array.from(der(0x30, [...algorithm, ...der(0x03, [0, ...numbers])]))
}

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content
  if (length < 0x80) return [tag, length, ...content]
  if (length < 0x100) return [tag, 0x81, length, ...content]
  return [tag, 0x82, length >> 8, length & 0xff, ...content]
}

function integer(value: bigint): number[] {
  let digits = value.toString(16)
  if (digits.length % 2 === 1) digits = `0${digits}`
  // A leading bit that is set would make it negative.
  if (Number.parseInt(digits.slice(0, 2), 16) >= 0x80) digits = `00${digits}`
  return der(
    0x02,
    (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
  )
}
