/** Questions that the file commands have in common. */

import type { FileUrl } from '../../file-systems.ts'
import { baseName, readUrl } from '../../file-systems.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { ask, type Running } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'

/**
 * `Delete filename [vlan.dat]? `: Enter takes the name that was typed; another name stands for a file beside it, and one with
 * a file system for itself.
 */
export function* askName(ios: Ios, terminal: Terminal, question: string, url: FileUrl): Running<FileUrl> {
  const name = url.path === '' ? '' : printable(url.path)
  const typed = (yield* ask(`${question} [${name}]? `)).trim()
  return typed === '' ? url : beside(ios, terminal, url, typed)
}

/** A name typed in place of the one offered. */
export function beside(ios: Ios, terminal: Terminal, url: FileUrl, typed: string): FileUrl {
  if (/^[A-Za-z0-9-]+:/.test(typed)) return readUrl(ios, terminal, typed)
  const folder = url.path.slice(0, url.path.length - baseName(url.path).length)
  return readUrl(ios, terminal, `${url.prefix}/${typed.startsWith(folder) ? '' : folder}${typed}`)
}
