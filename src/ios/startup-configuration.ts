/**
 * Saving the running configuration as the startup configuration, and erasing it: what `write`, `copy`, `reload`, `erase` and the
 * set-up dialogue have in common. A save that answered `[OK]` is on the disk.
 */

import { encodeUtf8 } from '../kernel/utf8.ts'
import {
  type FileFault,
  faultOf,
  privateConfig,
  readUrl,
  runningText,
  startupFile,
  writeFile,
} from './file-systems.ts'
import type { Ios } from './ios.ts'
import { type Running, wait } from './steps.ts'

/** How long a device takes to build its configuration and write it. A message may come in between. */
const saveMs = 1500

/** `Building configuration...` and `[OK]`, or IOS's complaint; false when nothing was saved. */
export function* saveRunningConfiguration(ios: Ios, user: string | undefined): Running<boolean> {
  yield 'Building configuration...\n'
  yield* wait(saveMs)
  const fault = saveNow(ios, user)
  if (fault === undefined) yield '[OK]\n'
  else yield `startup-config file open failed (${inSaving(fault)})\n`
  return fault === undefined
}

/** In NVRAM's own words. From memory, after `(Device or resource busy)` of a capture. */
function inSaving(fault: FileFault): string {
  return fault === 'No space left on device' ? 'Not enough space' : fault
}

/** Saves without a word. The comment with the time of the save is part of what is saved. */
export function saveNow(ios: Ios, user: string | undefined): FileFault | undefined {
  const before = ios.lastSave
  ios.lastSave = { utcMs: ios.clock.utcMs, by: user }
  const fault = writeStartup(ios, runningText(ios))
  if (fault !== undefined) ios.lastSave = before
  else ios.savedChanges = ios.changes
  return fault
}

/** Puts a text in place of the startup configuration. */
export function writeStartup(ios: Ios, text: string): FileFault | undefined {
  const bytes = encodeUtf8(text)
  if (bytes.length > ios.profile.nvram.sizeBytes) return 'No space left on device'
  const { volume } = startupFile(ios)
  const fault = writeFile(ios, readUrl(ios, undefined, 'nvram:startup-config'), bytes)
  if (fault !== undefined || volume === 'nvram') return fault
  return writeFile(ios, readUrl(ios, undefined, privateFile), encodeUtf8(privateConfig))
}

const privateFile = 'flash:private-config.text'

/** Forgets the startup configuration. VLANs are another file and stay. */
export function eraseStartup(ios: Ios): FileFault | undefined {
  const { volume, name } = startupFile(ios)
  return faultOf(() => {
    ios.storage.remove(volume, name)
    if (volume === 'flash') ios.storage.remove('flash', 'private-config.text')
    for (const file of ios.storage.list('nvram'))
      if (!file.name.startsWith('.')) ios.storage.remove('nvram', file.name)
  })
}
