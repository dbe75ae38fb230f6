/**
 * `more` and `verify /md5`: what is in a file. Leaves out the software images, whose bytes are not here.
 * Source: Cisco command reference; the layouts are from memory.
 */

import { decodeUtf8 } from '../../../kernel/utf8.ts'
import { execMode } from '../../declare.ts'
import { readFile, readUrl } from '../../file-systems.ts'
import { printable } from '../../printable.ts'

execMode.exec('more [{form:/ascii|/binary|/ebcdic}] <path:shown-path>', {
  help: {
    more: 'Display the contents of a file',
    '/ascii': 'Display binary files in ascii',
    '/binary': 'Force display to hex/text format',
    '/ebcdic': 'Display binary files in ebcdic',
    path: 'File to display',
  },
  filtered: true,
  *run({ ios, terminal, args }) {
    const url = readUrl(ios, terminal, args.path)
    const reading = readFile(ios, url)
    if ('fault' in reading) {
      yield `%Error opening ${url.text} (${reading.fault})\n`
      return
    }
    const { bytes } = reading
    if (args.form === '/binary' || (args.form === undefined && bytes.includes(0))) {
      for (let at = 0; at < bytes.length; at += 16) yield hexRow(bytes, at)
      return
    }
    const lines = decodeUtf8(bytes).replace(/^\n/, '').replace(/\n$/, '').split('\n')
    for (const line of lines) yield `${line.split('\t').map(printable).join('\t')}\n`
    yield '\n'
  },
})

/** `00000000:  68656C6C 6F                             hello`: four words of four bytes, and the same as text. */
function hexRow(bytes: Uint8Array, at: number): string {
  const part = [...bytes.subarray(at, at + 16)]
  const digits = part.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
  const words = [0, 4, 8, 12].map((from) =>
    digits
      .slice(from, from + 4)
      .join('')
      .padEnd(8),
  )
  const text = part.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
  return `${at.toString(16).padStart(8, '0').toUpperCase()}:  ${words.join(' ')}    ${text}\n`
}

execMode.exec('verify /md5 <path:verified-path> [<expected:word>]', {
  help: {
    verify: 'Verify a file',
    '/md5': 'Compute an md5 signature for a file',
    path: 'File to be verified',
    expected: 'Expected md5 signature',
  },
  *run({ ios, terminal, args }) {
    const url = readUrl(ios, terminal, args.path)
    const reading = readFile(ios, url)
    if ('fault' in reading) {
      yield `%Error opening ${url.text} (${reading.fault})\n`
      if (reading.fault === 'Permission denied')
        terminal.note('Of a software image only name and size exist here: there is nothing to sum.')
      return
    }
    const sum = [...ios.hashing.md5(reading.bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    yield `${'.'.repeat(1 + Math.floor(reading.bytes.length / 65_536))}Done!\n`
    if (args.expected === undefined) yield `verify /md5 (${url.text}) = ${sum}\n\n`
    else if (args.expected.toLowerCase() === sum) yield `Verified (${url.text}) = ${sum}\n\n`
    else
      yield `%Error verifying ${url.text}\nComputed signature  = ${sum}\nSubmitted signature = ${printable(args.expected)}\n\n`
  },
})
