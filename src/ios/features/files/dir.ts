/**
 * `dir`, `show flash:` and `show file systems`: what is stored, and how much room is left.
 * Source: captures of `dir` on a 7600 and a CSR, of `show file systems` on a switch; `show flash:` from memory.
 */

import { execMode } from '../../declare.ts'
import { type FileEntry, listFolder, space } from '../../file-listing.ts'
import { type FileUrl, networkPrefixes, readUrl } from '../../file-systems.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'
import { show, showPrivileged } from '../../show-words.ts'
import type { Running } from '../../steps.ts'

const dir = execMode.words('dir', { dir: 'List files on a filesystem' })
const dirHelp = {
  '/all': 'List all files',
  '/recursive': 'List files recursively',
  path: 'Directory or file name',
}

dir.exec('[{options*:/all|/recursive}] [<path:listed-path>]', {
  help: dirHelp,
  filtered: true,
  *run({ ios, terminal, args }) {
    const recursive = args.options?.includes('/recursive') ?? false
    yield* directory(ios, readUrl(ios, terminal, args.path ?? ''), recursive)
  },
})

dir.exec('all-filesystems', {
  help: { 'all-filesystems': 'List files on all filesystems' },
  filtered: true,
  *run({ ios }) {
    for (const prefix of [ios.profile.flash.device, 'system:', 'nvram:']) {
      yield* directory(ios, readUrl(ios, undefined, prefix), false)
      yield '\n'
    }
  },
})

function* directory(ios: Ios, url: FileUrl, recursive: boolean): Running {
  if (url.system !== 'flash' && url.system !== 'nvram' && url.system !== 'system') {
    yield `%Error opening ${url.text} (Permission denied)\n`
    return
  }
  const listed = listFolder(ios, url)
  if (typeof listed === 'string') {
    yield `%Error opening ${url.text} (${listed})\n`
    return
  }
  yield* folderRows(ios, url, listed)
  if (recursive) yield* subfolders(ios, url, listed)
  const room = space(ios, url.system)
  yield room === undefined
    ? 'No space information available\n'
    : `${room.totalBytes} bytes total (${room.freeBytes} bytes free)\n`
}

function* folderRows(ios: Ios, url: FileUrl, listed: readonly FileEntry[]): Running {
  yield `Directory of ${url.text}\n\n`
  for (const entry of listed) yield row(ios, entry)
  yield listed.length === 0 ? 'No files in directory\n\n' : '\n'
}

function* subfolders(ios: Ios, url: FileUrl, listed: readonly FileEntry[]): Running {
  for (const { name, kind } of listed) {
    if (kind !== 'folder') continue
    const below = readUrl(ios, undefined, `${url.prefix}/${url.path}/${name}`)
    const files = listFolder(ios, below)
    if (typeof files === 'string') continue
    yield* folderRows(ios, below, files)
    yield* subfolders(ios, below, files)
  }
}

function row(ios: Ios, { number, rights, sizeBytes, modifiedMs, name }: FileEntry): string {
  const date = modifiedMs === undefined ? '<no date>'.padStart(27) : dateText(ios, modifiedMs).padStart(27)
  const sizeWidth = ios.traits.has('ios-xe') ? 15 : 10
  return `${String(number).padStart(5)}  ${rights}  ${String(sizeBytes).padStart(sizeWidth)}  ${date}  ${printable(name)}\n`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Mar 1 1993 00:05:23 +00:00`: the zone is the one that held then. */
function dateText(ios: Ios, modifiedMs: number): string {
  const { date, zone } = ios.clock.local(modifiedMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  const minutes = Math.abs(zone.offsetMinutes)
  const offset = `${zone.offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()} ${date.getUTCFullYear()} ${time} ${offset}`
}

/** A switch prints what `dir` prints, a router a numbered table. */
function* flash(ios: Ios): Running {
  const url = readUrl(ios, undefined, ios.profile.flash.device)
  if (ios.profile.flash.listing === 'directory') {
    yield '\n'
    yield* directory(ios, url, false)
    return
  }
  yield '-#- --length-- -----date/time------ path\n'
  yield* tableRows(ios, url, { next: 1 })
  const room = space(ios, 'flash')
  if (room !== undefined)
    yield `\n${room.freeBytes} bytes available (${room.totalBytes - room.freeBytes} bytes used)\n\n`
}

function* tableRows(ios: Ios, url: FileUrl, counter: { next: number }): Running {
  const listed = listFolder(ios, url)
  if (typeof listed === 'string') return
  for (const { name, kind, sizeBytes, modifiedMs } of listed) {
    const path = url.path === '' ? name : `${url.path}/${name}`
    const number = String(counter.next++).padEnd(3)
    yield `${number} ${String(sizeBytes).padStart(10)} ${dateText(ios, modifiedMs ?? 0)}  ${printable(path)}\n`
    if (kind === 'folder') yield* tableRows(ios, readUrl(ios, undefined, `${url.prefix}/${path}`), counter)
  }
}

show.exec('flash:', {
  help: { 'flash:': 'display information about flash: file system' },
  filtered: true,
  run: ({ ios }) => flash(ios),
})

// Three file systems of a router begin so; the bare word still means the first.
show.exec('flash', {
  help: { flash: 'display information about flash: file system' },
  hidden: ['flash'],
  filtered: true,
  run: ({ ios }) => flash(ios),
})

for (const name of ['bootflash', 'disk0', 'flash0'] as const) {
  show.exec(`${name}:`, {
    help: { [`${name}:`]: `display information about ${name}: file system` } as Record<
      `${typeof name}:`,
      string
    >,
    needs: name,
    filtered: true,
    run: ({ ios }) => flash(ios),
  })
}

showPrivileged.exec('file systems', {
  help: { file: 'Show filesystem information', systems: 'List filesystems' },
  filtered: true,
  *run({ ios }) {
    yield 'File Systems:\n\n       Size(b)       Free(b)      Type  Flags  Prefixes\n'
    const { device, aliases } = ios.profile.flash
    const onCatalyst = ios.profile.family === 'catalyst'
    const sized = (system: 'flash' | 'nvram', type: string, prefixes: string): string => {
      const room = space(ios, system)
      return fileSystem(
        type,
        'rw',
        prefixes,
        String(room?.totalBytes),
        String(room?.freeBytes),
        system === 'flash',
      )
    }
    yield sized(
      'flash',
      onCatalyst ? 'flash' : 'disk',
      [device, ...aliases.map((one) => `${one}#`)].join(' '),
    )
    yield fileSystem('opaque', 'rw', 'system:')
    yield fileSystem('opaque', 'rw', 'null:')
    yield sized('nvram', 'nvram', 'nvram:')
    for (const prefix of networkPrefixes) yield fileSystem('network', 'rw', prefix)
    yield '\n'
  },
})

function fileSystem(
  type: string,
  flags: string,
  prefixes: string,
  size = '-',
  free = '-',
  current = false,
): string {
  const columns = `${size.padStart(14)}${free.padStart(14)}${type.padStart(10)}${flags.padStart(7)}`
  return `${current ? `*${columns.slice(1)}` : columns}   ${prefixes}\n`
}
