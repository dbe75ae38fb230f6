/**
 * `copy`: between the two configurations, the file systems of the device, and servers that nothing reaches yet.
 * What goes to the running configuration is merged line by line: nothing is taken away. Everything else replaces.
 * Source: dialogues in captures of a 1941, a 2960 and Cisco's own mocks; marked texts are from memory.
 */

import { decodeUtf8 } from '../../../kernel/utf8.ts'
import { execMode } from '../../declare.ts'
import {
  baseName,
  configurationBytes,
  type FileUrl,
  readFile,
  readUrl,
  writeFile,
} from '../../file-systems.ts'
import type { Ios } from '../../ios.ts'
import { mergeConfiguration } from '../../merge.ts'
import { printable } from '../../printable.ts'
import { port } from '../../session-ports.ts'
import { saveRunningConfiguration, writeStartup } from '../../startup-configuration.ts'
import { ask, confirmRow, type Running, wait } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'
import { beside } from './questions.ts'

interface Copying {
  readonly ios: Ios
  readonly terminal: Terminal
}

execMode.exec('copy [{options*:/erase|/error|/noverify|/verify}] <from:copy-source> <to:copy-target>', {
  help: {
    copy: 'Copy from one file to another',
    '/erase': 'Erase destination file system.',
    '/error': 'Allow to copy error file.',
    '/noverify': "Don't verify image signature before reload.",
    '/verify': 'Verify image signature before reload.',
    from: 'Source of the copy',
    to: 'Destination of the copy',
  },
  *run({ ios, terminal, args }) {
    const copying = { ios, terminal }
    const from = yield* askSource(copying, named(ios, terminal, args.from))
    if (from === undefined) return
    const to = yield* askTarget(copying, named(ios, terminal, args.to), from)
    if (to === undefined) return
    yield* copy(copying, from, to)
  },
})

/** The two configurations are files with long names. */
function named(ios: Ios, terminal: Terminal, typed: string): FileUrl {
  const url =
    typed === 'running-config'
      ? 'system:running-config'
      : typed === 'startup-config'
        ? 'nvram:startup-config'
        : typed
  return readUrl(ios, terminal, url)
}

const isRunning = (url: FileUrl): boolean => url.system === 'system' && url.path === 'running-config'
const isStartup = (url: FileUrl): boolean => url.system === 'nvram' && url.path === 'startup-config'

/** Asks for what the source leaves open. */
function* askSource({ ios, terminal }: Copying, url: FileUrl): Running<FileUrl | undefined> {
  if (url.system === 'network') return yield* askServer({ ios, terminal }, url, undefined)
  if (url.path !== '' || url.system === 'null') return url
  const name = (yield* ask('Source filename []? ')).trim()
  return name === '' ? undefined : beside(ios, terminal, url, name)
}

/** Asks for the name of the copy. */
function* askTarget(copying: Copying, url: FileUrl, from: FileUrl): Running<FileUrl | undefined> {
  const { ios, terminal } = copying
  if (url.system === 'network') return yield* askServer(copying, url, from)
  const wanted = url.path === '' || url.path.endsWith('/') ? baseName(from.path) : url.path
  const typed = (yield* ask(`Destination filename [${printable(wanted)}]? `)).trim()
  return beside(ios, terminal, url, typed === '' ? wanted : typed)
}

/** `//server/file` with its parts asked for where they are missing; `from` is left out for a source. */
function* askServer({ ios }: Copying, url: FileUrl, from: FileUrl | undefined): Running<FileUrl | undefined> {
  const [, typedHost = '', typedFile = ''] = /^\/\/([^/]*)\/?(.*)$/.exec(url.path) ?? []
  const host = typedHost === '' ? (yield* ask('Address or name of remote host []? ')).trim() : typedHost
  if (host === '') return undefined
  const offered = typedFile !== '' ? typedFile : from === undefined ? '' : backupName(ios, from)
  const question = from === undefined ? 'Source filename' : 'Destination filename'
  const file =
    from === undefined && typedFile !== ''
      ? typedFile
      : (yield* ask(`${question} [${printable(offered)}]? `)).trim() || offered
  return file === '' ? undefined : readUrl(ios, undefined, `${url.prefix}//${host}/${file}`)
}

/** A server is offered a configuration under the device's name: `s1-confg`. */
function backupName(ios: Ios, from: FileUrl): string {
  return isRunning(from) || isStartup(from)
    ? `${port('hostname')(ios).toLowerCase()}-confg`
    : baseName(from.path)
}

function* copy({ ios, terminal }: Copying, from: FileUrl, to: FileUrl): Running {
  if (from.system === 'network') {
    yield `Accessing ${from.text}...`
    yield* wait(serverTimeoutMs)
    yield `\n%Error opening ${from.text} (Timed out)\n`
    return
  }
  const reading = readFile(ios, from)
  if ('fault' in reading) {
    if (isStartup(from)) yield '%% Non-volatile configuration memory invalid or not present\n'
    else yield `%Error opening ${from.text} (${reading.fault})\n`
    if (reading.fault === 'Permission denied')
      terminal.note('Of a software image only name and size exist here.')
    return
  }
  if (to.system === 'network') {
    for (let waited = 0; waited < serverTimeoutMs; waited += serverTimeoutMs / 5) {
      yield* wait(serverTimeoutMs / 5)
      yield '.'
    }
    yield `\n%Error opening ${to.text} (Timed out)\n`
    return
  }
  if (isStartup(to) && isRunning(from)) {
    yield* saveRunningConfiguration(ios, terminal.user)
    return
  }
  const text = decodeUtf8(reading.bytes)
  if (isRunning(to)) yield* merge({ ios, terminal }, from, text)
  else if (isStartup(to)) {
    const fault = writeStartup(ios, text)
    if (fault !== undefined) yield `%Error opening ${to.text} (${fault})\n`
    else {
      yield '[OK]\n'
      yield* counted(configurationBytes(text))
    }
  } else yield* write({ ios, terminal }, from, to, reading.bytes)
}

const serverTimeoutMs = 10_000

function* merge({ ios, terminal }: Copying, from: FileUrl, text: string): Running {
  yield '\n'
  yield* mergeConfiguration(ios, terminal, text)
  yield* counted(configurationBytes(text))
  const source = isStartup(from) ? 'memory' : from.text
  ios.log.emit('SYS', 5, 'CONFIG_I', `Configured from ${source} by console`)
}

function* write({ ios }: Copying, from: FileUrl, to: FileUrl, bytes: Uint8Array): Running {
  if (from.text === to.text && to.system !== 'null') {
    // From memory.
    yield `%Error: Source and destination files are the same\n`
    return
  }
  const there = to.system === 'null' ? undefined : readFile(ios, to)
  if (there !== undefined && 'bytes' in there) {
    yield '%Warning:There is a file already existing with this name\n'
    if (!(yield* confirmRow('Do you want to over write? [confirm]'))) return
  }
  // Files go in blocks, each with a mark; a configuration that is made on the way has none.
  if (!isRunning(from)) yield `Copy in progress...${'C'.repeat(1 + Math.floor(bytes.length / 65_536))}\n`
  const fault = writeFile(ios, to, bytes)
  if (fault === undefined) yield* counted(bytes.length)
  else yield `%Error ${fault === 'No space left on device' ? 'writing' : 'opening'} ${to.text} (${fault})\n`
}

/** `1297 bytes copied in 0.480 secs (2702 bytes/sec)`, after the time that it took. */
function* counted(bytes: number): Running {
  const ms = 300 + Math.ceil(bytes / 20)
  yield* wait(ms)
  yield `${bytes} bytes copied in ${(ms / 1000).toFixed(3)} secs (${Math.round((bytes * 1000) / ms)} bytes/sec)\n`
}
