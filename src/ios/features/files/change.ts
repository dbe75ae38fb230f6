/**
 * What changes files in place: `delete`, `rename`, `mkdir`, `rmdir`, and where the session stands: `cd`, `pwd`.
 * Source: dialogues of `delete` from captures of a 2950 and a 2960; the others from memory of the command reference.
 */

import { execMode } from '../../declare.ts'
import { listFolder } from '../../file-listing.ts'
import {
  changeFolder,
  currentFolder,
  type FileFault,
  type FileUrl,
  faultOf,
  readFile,
  readUrl,
  removeFile,
  writeFile,
} from '../../file-systems.ts'
import type { Ios } from '../../ios.ts'
import { printable } from '../../printable.ts'

import { confirmRow } from '../../steps.ts'
import { askName } from './questions.ts'

execMode.exec('delete [{options*:/force|/recursive}] <path:deleted-path>', {
  help: {
    delete: 'Delete a file',
    '/force': 'Force delete',
    '/recursive': 'Recursive delete',
    path: 'File to be deleted',
  },
  *run({ ios, terminal, args }) {
    const asks = args.options?.includes('/force') !== true
    let url = readUrl(ios, terminal, args.path)
    if (asks) {
      url = yield* askName(ios, terminal, 'Delete filename', url)
      if (!(yield* confirmRow(`Delete ${url.text}? [confirm]`))) return
    }
    const recursive = args.options?.includes('/recursive') === true
    const fault = recursive ? removeTree(ios, url) : removeFile(ios, url)
    if (fault !== undefined) yield `%Error deleting ${url.text} (${fault})\n`
    if (fault === 'Permission denied' && url.system === 'flash')
      terminal.note('The software image belongs to the device here and stays.')
  },
})

/** A folder with all that is in it, deepest first. */
function removeTree(ios: Ios, url: FileUrl): FileFault | undefined {
  const fault = removeFile(ios, url)
  if (fault !== 'Is a directory') return fault
  const listed = listFolder(ios, url)
  for (const { name } of typeof listed === 'string' ? [] : listed) {
    const failed = removeTree(ios, readUrl(ios, undefined, `${url.text}/${name}`))
    if (failed !== undefined) return failed
  }
  return url.path === '' ? undefined : faultOf(() => ios.storage.remove('flash', `${url.path}/`))
}

execMode.exec('rename <from:renamed-path> [<to:renamed-path>]', {
  help: { rename: 'Rename a file', from: 'Source file', to: 'Destination file' },
  *run({ ios, terminal, args }) {
    const from = readUrl(ios, terminal, args.from)
    const offered = args.to === undefined ? from : readUrl(ios, terminal, args.to)
    const to = yield* askName(ios, terminal, 'Destination filename', offered)
    const reading = readFile(ios, from)
    const fault = 'fault' in reading ? reading.fault : existing(ios, to)
    if ('fault' in reading || fault !== undefined) {
      yield `%Error renaming ${from.text} (${fault})\n`
      return
    }
    // The old name goes last: whatever happens in between, the text is under one of them.
    const failed = writeFile(ios, to, reading.bytes) ?? removeFile(ios, from)
    if (failed !== undefined) yield `%Error renaming ${from.text} (${failed})\n`
  },
})

function existing(ios: Ios, url: FileUrl): FileFault | undefined {
  const reading = readFile(ios, url)
  return 'fault' in reading && reading.fault === 'No such file or directory' ? undefined : 'File exists'
}

execMode.exec('mkdir <path:folder-path>', {
  help: { mkdir: 'Create new directory', path: 'Directory name' },
  *run({ ios, terminal, args }) {
    const url = yield* askName(ios, terminal, 'Create directory filename', readUrl(ios, terminal, args.path))
    const parent = url.path.slice(0, Math.max(0, url.path.lastIndexOf('/')))
    const fault =
      url.system !== 'flash'
        ? 'Permission denied'
        : typeof listFolder(ios, readUrl(ios, undefined, `${url.prefix}/${parent}`)) === 'string'
          ? 'No such file or directory'
          : (existing(ios, url) ??
            faultOf(() => ios.storage.write('flash', `${url.path}/`, new Uint8Array(), ios.clock.utcMs)))
    yield fault === undefined
      ? `Created dir ${short(url)}\n`
      : `%Error Creating dir ${short(url)} (${fault === 'File exists' ? "Can't create a file that exists" : fault})\n`
  },
})

execMode.exec('rmdir <path:folder-path>', {
  help: { rmdir: 'Remove existing directory', path: 'Directory name' },
  *run({ ios, terminal, args }) {
    const url = yield* askName(ios, terminal, 'Remove directory filename', readUrl(ios, terminal, args.path))
    if (!(yield* confirmRow(`Delete ${short(url)}? [confirm]`))) return
    const listed = listFolder(ios, url)
    const fault =
      url.system !== 'flash' || url.path === ''
        ? 'Permission denied'
        : typeof listed === 'string'
          ? listed
          : isFile(ios, url)
            ? 'Not a directory'
            : listed.length > 0
              ? 'Directory not empty'
              : faultOf(() => ios.storage.remove('flash', `${url.path}/`))
    yield fault === undefined
      ? `Removed dir ${short(url)}\n`
      : `%Error Removing dir ${short(url)} (${fault})\n`
  },
})

function isFile(ios: Ios, url: FileUrl): boolean {
  const reading = readFile(ios, url)
  return !('fault' in reading) || reading.fault === 'Permission denied'
}

/** `flash:new`: the folder commands quote no slash. */
function short(url: FileUrl): string {
  return `${url.prefix}${printable(url.path)}`
}

execMode.exec('cd [<path:folder-path>]', {
  help: { cd: 'Change current directory', path: 'Directory name' },
  *run({ ios, terminal, args }) {
    const url = readUrl(ios, terminal, args.path ?? `${ios.profile.flash.device}/`)
    const listed = url.system === 'flash' ? listFolder(ios, url) : 'Permission denied'
    if (typeof listed === 'string' || (url.path !== '' && isFile(ios, url)))
      yield `%Error changing directory to ${url.text} (${typeof listed === 'string' ? listed : 'Not a directory'})\n`
    else changeFolder(ios, terminal, url.path)
  },
})

execMode.exec('pwd', {
  help: { pwd: 'Display current working directory' },
  *run({ ios, terminal }) {
    const folder = currentFolder(ios, terminal)
    yield `${ios.profile.flash.device}${folder === '' ? '' : `/${printable(folder)}/`}\n`
  },
})
