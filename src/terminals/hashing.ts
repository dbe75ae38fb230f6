/**
 * The digests that secrets ask for, by node:crypto. Leaves out where randomness comes from: the caller passes it in,
 * seeded, so that a run repeats.
 */
import type { Hashing } from '../ios/secrets.ts'

// Loaded with the first secret: most starts need none.
const crypto = () => process.getBuiltinModule('node:crypto')

/** @param random gives `length` bytes; a device's seeded generator in a run, never the system's unless asked for */
export function nodeHashing(random: (length: number) => Uint8Array): Hashing {
  return {
    md5: (bytes) => crypto().createHash('md5').update(bytes).digest(),
    sha256: (bytes) => crypto().createHash('sha256').update(bytes).digest(),
    pbkdf2Sha256: (password, salt, iterations, length) =>
      crypto().pbkdf2Sync(password, salt, iterations, length, 'sha256'),
    scrypt: (password, salt, { N, r, p, length }) => crypto().scryptSync(password, salt, length, { N, r, p }),
    isPrime: (candidate) => crypto().checkPrimeSync(candidate),
    random,
  }
}
