/**
 * The file systems of a device as IOS names them (`flash:`, `nvram:`, `system:`, `null:`), over the chassis's flash and
 * NVRAM: reading a typed path, and files read, written, removed. Leaves out listing, the dialogues, and file systems behind
 * a network, which are known by name only.
 * Source: Cisco IOS Configuration Fundamentals, "Using the Cisco IOS File System".
 */

import { flashEntries, writeFlash } from '../hardware/flash.ts'
import { storageFault } from '../hardware/storage.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'
import { FeatureState, type Ios } from './ios.ts'
import { printable } from './printable.ts'
import { configurationLines } from './running-config.ts'
import type { Terminal } from './terminal.ts'

export type FileSystem = 'flash' | 'nvram' | 'system' | 'null' | 'network' | 'other'

export interface FileUrl {
  readonly system: FileSystem
  /** Without a slash in front or behind; '' is the root. Behind a network: all that follows the colon. */
  readonly path: string
  /** As messages quote it: `flash:/config.text`. */
  readonly text: string
  /** The prefix with its colon: `flash:`. */
  readonly prefix: string
}

/** What went wrong, as it stands in brackets: `No such file or directory`. */
export type FileFault =
  | 'No such file or directory'
  | 'No space left on device'
  | 'I/O error'
  | 'Permission denied'
  | 'Is a directory'
  | 'Not a directory'
  | 'File exists'

export type Reading = { readonly bytes: Uint8Array } | { readonly fault: FileFault }

export const networkPrefixes = ['ftp:', 'http:', 'https:', 'rcp:', 'scp:', 'tftp:'] as const
const otherPrefixes = ['cns:', 'tar:', 'tmpsys:', 'xmodem:', 'ymodem:', 'bs:', 'vb:', 'archive:'] as const

/** Folder of each terminal's session on flash. */
const folders = new FeatureState(() => new WeakMap<TerminalKey, string>())
type TerminalKey = Terminal['line']

export function currentFolder(ios: Ios, terminal: Terminal): string {
  return folders.of(ios).get(terminal.line) ?? ''
}

export function changeFolder(ios: Ios, terminal: Terminal, path: string): void {
  folders.of(ios).set(terminal.line, path)
}

/** Reads a typed path; without a prefix it is relative to the session's folder on flash. */
export function readUrl(ios: Ios, terminal: Terminal | undefined, typed: string): FileUrl {
  const match = /^([A-Za-z0-9-]+:)(.*)$/.exec(typed)
  const prefix = match?.[1]?.toLowerCase()
  const rest = match?.[2] ?? typed
  const { flash } = ios.profile
  if (
    prefix === undefined ||
    prefix === flash.device ||
    flash.aliases.includes(prefix) ||
    prefix === 'flash:'
  ) {
    const base =
      prefix === undefined && !rest.startsWith('/') && terminal !== undefined
        ? currentFolder(ios, terminal)
        : ''
    const path = normal(`${base}/${rest}`)
    return { system: 'flash', path, text: `${flash.device}/${printable(path)}`, prefix: flash.device }
  }
  for (const system of ['nvram', 'system', 'null'] as const)
    if (prefix === `${system}:`) {
      const path = normal(rest)
      return { system, path, text: `${prefix}${system === 'null' ? '' : '/'}${printable(path)}`, prefix }
    }
  const network = networkPrefixes.some((one) => one === prefix)
  return { system: network ? 'network' : 'other', path: rest, text: printable(typed), prefix }
}

/** Whether the word before the colon names a file system at all. */
export function isPrefix(ios: Ios, prefix: string): boolean {
  return (
    ['flash:', 'nvram:', 'system:', 'null:', ...networkPrefixes, ...otherPrefixes].includes(prefix) ||
    prefix === ios.profile.flash.device ||
    ios.profile.flash.aliases.includes(prefix)
  )
}

function normal(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The running configuration as a file: the text begins with a line end, which is why its count is one more than its lines'. */
export function runningText(ios: Ios): string {
  return `\n${configurationLines(ios).join('\n')}\n`
}

/** Bytes of a configuration as IOS counts them: a banner's delimiter is one stored byte that prints as `^C`. */
export function configurationBytes(text: string): number {
  return encodeUtf8(text).length - (text.match(/\^C/g)?.length ?? 0)
}

/** Where this device keeps its startup configuration; CONFIG_FILE names another file on flash. */
export function startupFile(ios: Ios): { volume: 'nvram' | 'flash'; name: string } {
  if (ios.profile.nvram.startupConfig !== 'flash:config.text')
    return { volume: 'nvram', name: 'startup-config' }
  const named = ios.chassis.environment.get('CONFIG_FILE')
  return { volume: 'flash', name: named === undefined ? 'config.text' : readUrl(ios, undefined, named).path }
}

export function readFile(ios: Ios, url: FileUrl): Reading {
  const missing: Reading = { fault: 'No such file or directory' }
  switch (url.system) {
    case 'flash': {
      const entry = flashEntries(ios.chassis).find(({ name }) => name === url.path)
      if (url.path === '' || entry?.kind === 'folder') return { fault: 'Is a directory' }
      // An image's bytes are not here: only its name and size are.
      if (entry?.kind === 'image') return { fault: 'Permission denied' }
      return found(() => ios.storage.read('flash', url.path))
    }
    case 'nvram': {
      const { volume, name } = startupFile(ios)
      if (url.path === 'startup-config') return found(() => ios.storage.read(volume, name))
      if (url.path.startsWith('.')) return missing
      return found(() => ios.storage.read('nvram', url.path))
    }
    case 'system':
      return url.path === 'running-config' ? { bytes: encodeUtf8(runningText(ios)) } : missing
    case 'null':
      return { bytes: new Uint8Array() }
    default:
      return missing
  }
}

function found(read: () => Uint8Array | undefined): Reading {
  const bytes = attempt(read)
  if ('fault' in bytes) return bytes
  return bytes.value === undefined ? { fault: 'No such file or directory' } : { bytes: bytes.value }
}

/** Writes a whole file; `system:` takes none this way, because what is copied there is merged. */
export function writeFile(ios: Ios, url: FileUrl, bytes: Uint8Array): FileFault | undefined {
  switch (url.system) {
    case 'flash': {
      const entries = flashEntries(ios.chassis)
      const old = entries.find(({ name }) => name === url.path)
      if (url.path === '' || old?.kind === 'folder') return 'Is a directory'
      if (old?.kind === 'image') return 'Permission denied'
      const parent = url.path.slice(0, Math.max(0, url.path.lastIndexOf('/')))
      if (parent !== '' && !entries.some(({ name, kind }) => name === parent && kind === 'folder'))
        return 'No such file or directory'
      return faultOf(() => writeFlash(ios.chassis, url.path, bytes, ios.clock.utcMs))
    }
    case 'nvram': {
      const { volume, name } = startupFile(ios)
      if (url.path === '' || url.path.startsWith('.')) return 'Permission denied'
      if (url.path === 'startup-config' && volume === 'flash')
        return faultOf(() => writeFlash(ios.chassis, name, bytes, ios.clock.utcMs))
      if (bytes.length > ios.profile.nvram.sizeBytes) return 'No space left on device'
      return faultOf(() => ios.storage.write('nvram', url.path, bytes, ios.clock.utcMs))
    }
    case 'null':
      return undefined
    default:
      return 'Permission denied'
  }
}

export function removeFile(ios: Ios, url: FileUrl): FileFault | undefined {
  if (url.system === 'flash') {
    const entry = flashEntries(ios.chassis).find(({ name }) => name === url.path)
    if (entry === undefined) return 'No such file or directory'
    if (entry.kind !== 'file') return entry.kind === 'folder' ? 'Is a directory' : 'Permission denied'
    return faultOf(() => removeFromFlash(ios, url.path))
  }
  if (url.system === 'nvram') {
    const reading = readFile(ios, url)
    if ('fault' in reading) return reading.fault
    const { volume, name } = startupFile(ios)
    return faultOf(() =>
      url.path === 'startup-config'
        ? ios.storage.remove(volume, name)
        : ios.storage.remove('nvram', url.path),
    )
  }
  return 'Permission denied'
}

/** A folder does not vanish with its last file. */
function removeFromFlash(ios: Ios, path: string): void {
  const slash = path.lastIndexOf('/')
  if (slash > 0) ios.storage.write('flash', path.slice(0, slash + 1), new Uint8Array(), ios.clock.utcMs)
  ios.storage.remove('flash', path)
}

export function faultOf(work: () => void): FileFault | undefined {
  const done = attempt(work)
  return 'fault' in done ? done.fault : undefined
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly fault: FileFault } {
  try {
    return { value: work() }
  } catch (error) {
    const fault = storageFault(error)
    if (fault === undefined) throw error
    return {
      fault:
        fault.kind === 'no-space'
          ? 'No space left on device'
          : fault.kind === 'permission'
            ? 'Permission denied'
            : 'I/O error',
    }
  }
}

/** Bytes of private-config: an empty configuration that hides nothing. */
export const privateConfig = '\nend\n'

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
