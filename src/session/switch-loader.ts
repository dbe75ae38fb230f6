/**
 * The Catalyst boot loader: looking at flash, renaming and deleting files, its variables. Password recovery lives on it:
 * the startup configuration is renamed, and the system starts without one.
 * Leaves out formatting, loading over a serial line, and memory tests.
 * Source: captures of a 2950's and a 2960's loader; marked texts are from memory.
 */

import type { Chassis } from '../hardware/chassis.ts'
import { flashEntries, flashFreeBytes, writeFlash } from '../hardware/flash.ts'
import { colonMac } from '../hardware/identity.ts'
import { printable } from '../ios/printable.ts'
import { decodeUtf8 } from '../kernel/utf8.ts'
import type { LoaderConsole, LoaderEnd } from './loader.ts'
import type { Script } from './tty.ts'

export function switchGreeting(interrupted: boolean): string {
  // From memory: what a manual boot says.
  if (!interrupted)
    return '\nThe system is not configured to boot automatically.  The\nfollowing command will finish loading the operating system\nsoftware:\n\n    boot\n\n'
  return `
The system has been interrupted prior to initializing the
flash filesystem.  The following commands will initialize
the flash filesystem, and finish loading the operating
system software:

    flash_init
    boot

`
}

/** From memory, in the words of the boot loader's command reference. */
const helpOf = new Map([
  ['?', 'Present list of available commands'],
  ['boot', 'Load and boot an executable image'],
  ['cat', 'Concatenate (type) file(s)'],
  ['copy', 'Copy a file'],
  ['delete', 'Delete file(s)'],
  ['dir', 'List files in directories'],
  ['flash_init', 'Initialize flash filesystem(s)'],
  ['help', 'Present list of available commands'],
  ['more', 'Concatenate (display) file(s)'],
  ['rename', 'Rename a file'],
  ['reset', 'Reset the system'],
  ['set', 'Set or display environment variables'],
  ['type', 'Concatenate (type) file(s)'],
  ['unset', 'Unset one or more environment variables'],
  ['version', 'Display boot loader version'],
])

export class SwitchLoader {
  readonly #chassis: Chassis
  readonly #console: LoaderConsole
  #initialized: boolean

  constructor(chassis: Chassis, console: LoaderConsole, initialized: boolean) {
    this.#chassis = chassis
    this.#console = console
    this.#initialized = initialized
  }

  *command(word: string, words: readonly string[]): Script<LoaderEnd | undefined> {
    const [first = '', second = ''] = words
    switch (word) {
      case 'boot':
        return 'boot'
      case 'reset':
        if (!(yield* this.#console.agreed('Are you sure you want to reset the system (y/n)?')))
          return undefined
        this.#print('System resetting...\n')
        return 'reset'
      case 'flash_init':
        this.#print(this.#initialize())
        break
      case 'dir':
        this.#print(this.#list(first === '' ? 'flash:' : first))
        break
      case 'cat':
      case 'more':
      case 'type':
        for (const path of words) this.#print(this.#contents(path))
        break
      case 'copy':
      case 'rename':
        this.#print(this.#move(first, second, word === 'rename'))
        break
      case 'delete':
        for (const path of words) yield* this.#delete(path)
        break
      case 'set':
        this.#print(this.#set(words))
        break
      case 'unset':
        for (const name of words) this.#chassis.setVariable(name, undefined)
        break
      case 'version': {
        const line = this.#chassis.profile.software.rom.find((one) => one.startsWith('BOOTLDR: '))
        this.#print(`${line?.slice('BOOTLDR: '.length) ?? ''}\n`)
        break
      }
      case '?':
      case 'help':
        for (const [name, help] of helpOf) this.#print(`${name.padStart(12)} -- ${help}\n`)
        break
      default:
        this.#print(`Unknown cmd: ${printable(word)}\n`)
    }
    return undefined
  }

  #print(text: string): void {
    this.#console.print(text)
  }

  #initialize(): string {
    if (this.#initialized) return 'The flash is already initialized.\n'
    this.#initialized = true
    const entries = flashEntries(this.#chassis)
    const free = flashFreeBytes(this.#chassis)
    const total = this.#chassis.profile.flash.sizeBytes
    const folders = entries.filter(({ kind }) => kind === 'folder').length
    return `Initializing Flash...
flashfs[0]: ${entries.length - folders} files, ${folders + 1} directories
flashfs[0]: 0 orphaned files, 0 orphaned directories
flashfs[0]: Total bytes: ${total}
flashfs[0]: Bytes used: ${total - free}
flashfs[0]: Bytes available: ${free}
flashfs[0]: flashfs fsck took 6 seconds.
...done Initializing Flash.
`
  }

  #list(path: string): string {
    const folder = nameOf(path)
    if (!this.#initialized) return `unable to stat ${printable(path)}/: permission denied\n`
    if (folder === undefined) return noSuch(path)
    const entries = flashEntries(this.#chassis).filter(({ name }) =>
      folder === ''
        ? !name.includes('/')
        : name.startsWith(`${folder}/`) && !name.slice(folder.length + 1).includes('/'),
    )
    const rows = entries.map(({ name, sizeBytes, kind }, index) => {
      const number = String(index + 2).padEnd(5)
      const rights = kind === 'folder' ? 'drwx' : '-rwx'
      // The loader has no clock: it says so in place of every date.
      return `${number}${rights}  ${String(sizeBytes).padEnd(10)}${'<date>'.padEnd(21)}${printable(name.slice(folder === '' ? 0 : folder.length + 1))}\n`
    })
    const free = flashFreeBytes(this.#chassis)
    const used = this.#chassis.profile.flash.sizeBytes - free
    return `Directory of flash:/${folder}\n\n${rows.join('')}\n${free} bytes available (${used} bytes used)\n`
  }

  #contents(path: string): string {
    const bytes = this.#read(path)
    return bytes === undefined ? noSuch(path) : decodeUtf8(bytes).split('\n').map(printable).join('\n')
  }

  #move(from: string, to: string, remove: boolean): string {
    const source = nameOf(from)
    const target = nameOf(to)
    const bytes = this.#read(from)
    if (bytes === undefined || source === undefined) return noSuch(from)
    if (target === undefined || target === '') return noSuch(to)
    if (flashEntries(this.#chassis).some(({ name }) => name === target))
      return `${printable(to)}: file already exists\n`
    // The old file goes last: whatever happens in between, its text is somewhere. The loader has no clock.
    writeFlash(this.#chassis, target, bytes, 0)
    if (remove) this.#chassis.storage.remove('flash', source)
    return ''
  }

  *#delete(path: string): Script {
    const name = nameOf(path)
    if (!(yield* this.#console.agreed(`Are you sure you want to delete "${printable(path)}" (y/n)?`))) return
    if (name === undefined || this.#read(path) === undefined) {
      this.#print(noSuch(path))
      return
    }
    this.#chassis.storage.remove('flash', name)
    this.#print(`File "${printable(path)}" deleted\n`)
  }

  #read(path: string): Uint8Array | undefined {
    const name = nameOf(path)
    return this.#initialized && name !== undefined ? this.#chassis.storage.read('flash', name) : undefined
  }

  #set(words: readonly string[]): string {
    const { identity, profile, environment } = this.#chassis
    if (words.length > 0) {
      const [name = '', ...rest] = words
      const assigned = /^([^=]+)=(.*)$/.exec(words.join(' '))
      if (assigned === null) this.#chassis.setVariable(name, rest.join(' '))
      else this.#chassis.setVariable(assigned[1] ?? '', assigned[2])
      return ''
    }
    const variables = new Map([
      ['MAC_ADDR', colonMac(identity.baseMac).toUpperCase()],
      ['MODEL_NUM', profile.model],
      ['MOTHERBOARD_SERIAL_NUM', identity.motherboardSerial ?? ''],
      ['SYSTEM_SERIAL_NUM', identity.serial],
      ...environment,
    ])
    return [...variables]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${printable(name)}=${printable(value)}\n`)
      .join('')
  }
}

/** `flash:x`, `flash:/x` → `x`; undefined for other file systems. */
function nameOf(path: string): string | undefined {
  return /^flash:\/*(.*?)\/*$/i.exec(path)?.[1]
}

function noSuch(path: string): string {
  return `${printable(path)}: no such file or directory\n`
}
