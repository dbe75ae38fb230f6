/**
 * `banner`: text between two delimiters, over as many lines as it takes. Stored verbatim, so text that begins on the next
 * line begins with a line end; printed with the delimiter as `^C`. Source: captures, Cisco command reference.
 */

import { defineArgument } from '../../argument-types.ts'
import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'
import { lineSettings } from '../../line-settings.ts'
import { printable } from '../../printable.ts'
import { port, provide } from '../../session-ports.ts'
import { ask, type Running } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** A delimiter and what follows it on the line. */
    'banner-text': string
  }
}

defineArgument<string>('banner-text', {
  greedy: true,
  placeholder: () => 'LINE',
  read: (line, start) => ({ ok: true, value: line.slice(start), end: line.length }),
  show: (value) => value,
})

export type BannerKind = 'exec' | 'incoming' | 'login' | 'motd'

const etx = '\x03'

export const banner = globalMode.line('banner {kind:exec|incoming|login|motd} <text:banner-text>', {
  help: {
    banner: 'Define a login banner',
    exec: 'Set EXEC process creation banner',
    incoming: 'Set incoming terminal line banner',
    login: 'Set login banner',
    motd: 'Set Message of the Day banner',
    text: "c banner-text c, where 'c' is a delimiting character",
  },
  key: ['kind'],
  place: 'banner',
  compare: (a, b) => (a.kind < b.kind ? -1 : 1),
  *read(args) {
    const text = yield* readText(args.text)
    return text === undefined ? undefined : { kind: args.kind, text }
  },
  print: ({ kind, text }) => `banner ${kind} ^C${text}^C`.split('\n'),
})

/** Without a kind it is the message of the day. */
globalMode.action('banner <text:banner-text>', {
  help: { banner: 'Define a login banner', text: "c banner-text c, where 'c' is a delimiting character" },
  *run({ ios, args }) {
    const text = yield* readText(args.text)
    if (text !== undefined) banner.apply({ ios, section: ios.configuration }, { kind: 'motd', text })
  },
})

/** What stands between the delimiters; asks for more lines until the closing one comes. What follows it is dropped. */
function* readText(typed: string): Running<string | undefined> {
  // The two characters ^C are how a configuration shows the stored delimiter.
  const delimiter = typed.startsWith('^C') ? '^C' : typed.slice(0, 1)
  const closings = delimiter === '^C' || delimiter === etx ? ['^C', etx] : [delimiter]
  let rest = typed.slice(delimiter.length)
  const lines: string[] = []
  for (let first = true; ; first = false) {
    const ends = closings.map((closing) => rest.indexOf(closing)).filter((at) => at >= 0)
    if (ends.length > 0) {
      lines.push(rest.slice(0, Math.min(...ends)))
      return clean(lines.join('\n'))
    }
    lines.push(rest)
    if (first)
      yield `Enter TEXT message.  End with the character '${delimiter === etx ? '^C' : delimiter}'.\n`
    rest = yield* ask('', 'text')
  }
}

/**
 * Banners are shown on other people's terminals: line ends and tabs stay, other control characters do not. Nor may a
 * text hold the two characters that its own end is printed with: it would load as less than it was.
 */
function clean(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '?').replaceAll('^C', '^c')
}

/** `$(hostname)` and its like, as whoever sees the banner reads them. An unknown token stays as it is. */
function filled(text: string, ios: Ios, { line }: Pick<Terminal, 'line'>): string {
  return text.replace(/\$\(([a-z-]+)\)/g, (whole, token: string) => {
    switch (token) {
      case 'hostname':
        return port('hostname')(ios)
      case 'domain':
        return port('domainName')(ios) ?? ''
      case 'line':
        return String(line.absolute)
      case 'line-desc':
        return printable(lineSettings(ios, line).location ?? '')
      default:
        return whole
    }
  })
}

provide({
  banner(ios, kind, terminal) {
    const text = banner.get(ios.configuration, { kind })?.text
    return text === undefined ? undefined : filled(text, ios, terminal)
  },
})
