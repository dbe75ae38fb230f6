/**
 * What is in a file system: entries as `dir` numbers and marks them, and the room that is left.
 * Source: captures of `dir` on switches and routers; NVRAM's numbers are from memory.
 */

import { flashEntries, flashFreeBytes } from '../hardware/flash.ts'
import { decodeUtf8 } from '../kernel/utf8.ts'
import {
  baseName,
  configurationBytes,
  type FileFault,
  type FileSystem,
  type FileUrl,
  parentOf,
  privateConfig,
  readFile,
  readUrl,
  runningText,
} from './file-systems.ts'
import type { Ios } from './ios.ts'

export interface FileEntry {
  /** Within its folder. */
  readonly name: string
  readonly sizeBytes: number
  /** undefined where the file system keeps no dates. */
  readonly modifiedMs: number | undefined
  readonly kind: 'file' | 'folder' | 'image'
  /** As `dir` prints them: `-rwx`. */
  readonly rights: string
  /** As `dir` numbers it. */
  readonly number: number
}

/** What `dir` lists of a folder or a single file; a fault where there is neither. */
export function listFolder(ios: Ios, url: FileUrl): FileEntry[] | FileFault {
  switch (url.system) {
    case 'flash': {
      // Catalysts number from 2, because 1 is the root.
      const first = ios.profile.nvram.startupConfig === 'flash:config.text' ? 2 : 1
      const file = first === 2 ? '-rwx' : '-rw-'
      const all = flashEntries(ios.chassis).map((entry, index) => ({
        ...entry,
        path: entry.name,
        rights: entry.kind === 'folder' ? file.replace('-', 'd') : file,
        number: first + index,
      }))
      const single = all.find(({ path }) => path === url.path)
      if (single !== undefined && single.kind !== 'folder')
        return [{ ...single, name: baseName(single.path) }]
      if (url.path !== '' && single === undefined) return 'No such file or directory'
      return all
        .filter(({ path }) => parentOf(path) === url.path)
        .map((entry) => ({ ...entry, name: baseName(entry.path) }))
    }
    case 'nvram': {
      const entries = nvramEntries(ios)
      if (url.path === '') return entries
      const single = entries.filter(({ name }) => name === url.path)
      return single.length > 0 ? single : 'No such file or directory'
    }
    case 'system': {
      const sizeBytes = configurationBytes(runningText(ios))
      const running: FileEntry = {
        name: 'running-config',
        sizeBytes,
        modifiedMs: undefined,
        kind: 'file',
        rights: '-rw-',
        number: 1,
      }
      return url.path === '' || url.path === 'running-config' ? [running] : 'No such file or directory'
    }
    default:
      return []
  }
}

/** The configuration files stand at the end of NVRAM, and are numbered so. From memory. */
function nvramEntries(ios: Ios): FileEntry[] {
  const last = Math.floor(ios.profile.nvram.sizeBytes / 1024)
  const startup = readFile(ios, readUrl(ios, undefined, 'nvram:startup-config'))
  const entry = (name: string, sizeBytes: number, rights: string, number: number): FileEntry => ({
    name,
    sizeBytes,
    modifiedMs: undefined,
    kind: 'file',
    rights,
    number,
  })
  const entries: FileEntry[] = []
  if ('bytes' in startup)
    entries.push(
      entry('startup-config', configurationBytes(decodeUtf8(startup.bytes)), '-rw-', last - 2),
      entry('private-config', privateConfig.length, '----', last - 1),
    )
  let number = 1
  for (const { name, size } of ios.storage.list('nvram'))
    if (!name.startsWith('.') && name !== 'startup-config') entries.push(entry(name, size, '-rw-', number++))
  return entries
}

/** Total and free bytes; undefined where the file system has no size. */
export function space(ios: Ios, system: FileSystem): { totalBytes: number; freeBytes: number } | undefined {
  if (system === 'flash')
    return { totalBytes: ios.profile.flash.sizeBytes, freeBytes: flashFreeBytes(ios.chassis) }
  if (system !== 'nvram') return undefined
  const totalBytes = ios.profile.nvram.sizeBytes
  let freeBytes = totalBytes
  for (const { sizeBytes } of nvramEntries(ios)) freeBytes -= sizeBytes
  return { totalBytes, freeBytes: Math.max(0, freeBytes) }
}
