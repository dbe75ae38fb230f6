/**
 * Where `| redirect`, `| tee` and `| append` write. What the device cannot write to is said in the words of `copy`.
 * Source: Cisco IOS Configuration Fundamentals; the message is from memory.
 */

import { decodeUtf8, encodeUtf8 } from '../../../kernel/utf8.ts'
import { type FileFault, type FileUrl, readFile, readUrl, writeFile } from '../../file-systems.ts'
import type { Ios } from '../../ios.ts'
import { provide } from '../../session-ports.ts'
import { writeStartup } from '../../startup-configuration.ts'

provide({
  writeUrl(ios, typed, text, append) {
    const url = readUrl(ios, undefined, typed)
    if (url.system === 'network') return `%Error opening ${url.text} (Timed out)`
    const before = append ? readFile(ios, url) : undefined
    const kept = before !== undefined && 'bytes' in before ? decodeUtf8(before.bytes) : ''
    const fault = write(ios, url, kept + text)
    return fault === undefined ? undefined : `%Error opening ${url.text} (${fault})`
  },
})

function write(ios: Ios, url: FileUrl, text: string): FileFault | undefined {
  return url.system === 'nvram' && url.path === 'startup-config'
    ? writeStartup(ios, text)
    : writeFile(ios, url, encodeUtf8(text))
}
