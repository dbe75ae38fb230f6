/** The running configuration as text, with its framing and byte count. Source: real captures; the count is by the rule of the stored text. */

import { type LayoutItem, printBody, printConfiguration, readLayout } from '../config/print.ts'
import type { EntriesOf, Section } from '../config/section.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'
import type { Ios } from './ios.ts'
import { modes } from './modes.ts'

const layouts = new WeakMap<readonly string[], readonly LayoutItem[]>()

function layoutOf(ios: Ios): readonly LayoutItem[] {
  const items = ios.profile.runningConfig
  let layout = layouts.get(items)
  if (layout === undefined) layouts.set(items, (layout = readLayout(items)))
  return layout
}

/** All lines from the first `!` to `end`; `entriesOf` chooses the lines of each section. */
export function configurationLines(ios: Ios, entriesOf?: EntriesOf): string[] {
  const lines: string[] = []
  for (const item of splitLayout(layoutOf(ios))) {
    if (item === 'last-change') {
      const comments = changeComments(ios)
      if (comments.length > 0) lines.push(...comments, '!')
    } else if (item === 'version') lines.push(`version ${ios.profile.software.version}`)
    else if (item === 'end') lines.push('end')
    else
      for (const line of printConfiguration(ios.configuration, item, modes.config.places, entriesOf))
        lines.push(line)
  }
  return lines
}

/** The layout cut at the places that are not lines of the configuration. */
function* splitLayout(
  layout: readonly LayoutItem[],
): Generator<'last-change' | 'version' | 'end' | LayoutItem[]> {
  let run: LayoutItem[] = []
  for (const item of layout) {
    if (item.place === 'last-change' || item.place === 'version' || item.place === 'end') {
      if (run.length > 0) yield run
      run = []
      yield item.place
    } else run.push(item)
  }
  if (run.length > 0) yield run
}

/** `! Last configuration change at …`: only when the clock has a value and something was typed since boot. */
function changeComments(ios: Ios): string[] {
  if (!ios.clock.known) return []
  const comments: string[] = []
  const by = (user: string | undefined): string => (user === undefined ? '' : ` by ${user}`)
  if (ios.lastChange !== undefined)
    comments.push(
      `! Last configuration change at ${ios.clock.text(ios.lastChange.utcMs)}${by(ios.lastChange.by)}`,
    )
  if (ios.lastSave !== undefined)
    comments.push(
      `! NVRAM config last updated at ${ios.clock.text(ios.lastSave.utcMs)}${by(ios.lastSave.by)}`,
    )
  return comments
}

// Only a text of other characters needs to be encoded to be measured.
const beyondAscii = /[^\0-\x7f]/

/**
 * N of `Current configuration : N bytes`: the stored text with line feeds, and one more. The delimiter of banners is one
 * stored byte that prints as the two characters `^C`.
 */
export function byteCount(lines: readonly string[]): number {
  return storedBytes(lines.join('\n'))
}

function storedBytes(text: string): number {
  const bytes = beyondAscii.test(text) ? encodeUtf8(text).length : text.length
  return bytes + 2 - (text.split('^C').length - 1)
}

/** `show running-config`: heading, count, text, and the empty line that ends it. */
export function framed(lines: readonly string[]): string {
  const text = lines.join('\n')
  return `Building configuration...\n\nCurrent configuration : ${storedBytes(text)} bytes\n${text}\n\n`
}

/** The lines of `show running-config interface X` and its like. */
export function sectionLines(section: Section): string[] {
  return ['!', section.header, ...printBody(section, ' '), 'end']
}
