/**
 * Names that users choose, as names that a host's file system can hold.
 *
 * `copy run flash:../../x` must stay inside its folder, and `flash:dir/a`, `NUL`, a trailing dot or a kilobyte of
 * letters must come back as they were typed. Letters, digits and a few signs stand for themselves, so that
 * `startup-config` and `vlan.dat` are called just that; every other UTF-16 code unit becomes %XX or %uXXXX.
 * Neither a leading dot nor `~` is ever made, so dot files, editors' backups and our own set-aside files cannot
 * be taken for a user's. Folders on flash are part of the name: there is one flat folder a volume.
 */

import { createHash } from 'node:crypto'
import { platform } from 'node:process'

/** macOS and Windows take `A` and `a` for one file: there capitals are written out too. */
const hostFoldsCase = platform === 'darwin' || platform === 'win32'

/** Room for suffixes within the 255 bytes that file systems give a name. */
const longest = 180

/** What Windows keeps for devices, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=$|\.)/i

export function encodeFileName(name: string, foldsCase = hostFoldsCase): string {
  if (name === '') return '%'
  let encoded = name.replace(/[^A-Za-z0-9._+,=@-]/g, escapeUnit)
  if (foldsCase) encoded = encoded.replace(/[A-Z]/g, escapeUnit)
  if (reserved.test(encoded) || encoded.startsWith('.')) encoded = escapeUnit(encoded) + encoded.slice(1)
  if (encoded.endsWith('.')) encoded = `${encoded.slice(0, -1)}%2e`
  if (encoded.length <= longest) return encoded
  // `%-` begins no escape, so no short name looks like this. The name itself is in the file's record.
  return `${encoded.slice(0, 100)}%-${createHash('sha256').update(name, 'utf16le').digest('hex').slice(0, 40)}`
}

/** The name behind a file found on disk; undefined where none can be told from it (a shortened one). */
export function decodeFileName(encoded: string): string | undefined {
  if (encoded === '%') return ''
  if (encoded.includes('%-')) return undefined
  return encoded.replace(/%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/gi, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
  )
}

/** In small letters, so that an escape holds no capital. */
function escapeUnit(text: string): string {
  const unit = text.charCodeAt(0)
  return unit < 0x100 ? `%${unit.toString(16).padStart(2, '0')}` : `%u${unit.toString(16).padStart(4, '0')}`
}
