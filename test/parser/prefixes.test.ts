/**
 * The shortest unique prefix of every word, by mode and device: a change that makes an abbreviation ambiguous shows here.
 * Refresh with `npm test -- -u` and read the difference.
 */

import { expect, test } from 'vitest'
import { isPicture, type Node } from '../../src/grammar/node.ts'
import { reach } from '../../src/grammar/parse.ts'
import { builtInProfiles } from '../../src/hardware/built-in-profiles.ts'
import type { Command } from '../../src/ios/command.ts'
import { grammarFor } from '../../src/ios/grammar-for.ts'
import type { Ios } from '../../src/ios/ios.ts'
import type { ModeId } from '../../src/ios/modes.ts'
import { startConsole } from '../console.ts'
import { goTo, waysTo } from '../laws/places.ts'

/** Words of a place, beside the mode's first ones, that people abbreviate. */
const deeper: Readonly<Partial<Record<ModeId, readonly string[]>>> = {
  exec: ['show', 'show ip', 'show interfaces', 'clear', 'copy', 'terminal'],
  config: ['ip', 'no', 'logging', 'router', 'spanning-tree'],
  'config-if': ['ip', 'switchport', 'switchport mode', 'spanning-tree'],
  'config-line': ['logging', 'transport'],
}

function prefixes(node: Node<Command>, ios: Ios): string[] {
  const keywords = node.keywords.filter((edge) => !edge.hidden && !isPicture(edge)).map(({ word }) => word)
  const names = node.arguments.flatMap(({ type }) => type.words?.({ ios }) ?? []).map(({ word }) => word)
  const words = [...new Set([...keywords, ...names])].filter((word) => /^[\w-]/.test(word))
  const lower = words.map((word) => word.toLowerCase())
  const widest = Math.max(0, ...words.map((word) => word.length))
  return words.map((word, index) => {
    const own = lower[index] ?? ''
    let length = 1
    while (
      length < own.length &&
      lower.some((other) => other !== own && other.startsWith(own.slice(0, length)))
    )
      length++
    return `${word.padEnd(widest)}  ${word.slice(0, length)}`
  })
}

test.each([...builtInProfiles.keys()])('%s', async (profile) => {
  const console = startConsole(profile)
  console.type('enable\r')
  const { ios } = console
  for (const [mode, ways] of [['exec', ['']], ...Object.entries(waysTo)] as [ModeId, readonly string[]][]) {
    const text: string[] = []
    for (const way of ways) {
      if (mode !== 'exec' && !goTo(console, mode, way)) continue
      const place = console.device.session?.place
      if (place === undefined) continue
      for (const path of ['', ...(deeper[mode] ?? [])]) {
        const reached = reach(grammarFor(ios, place), path === '' ? '' : `${path} `, 15, { ios })
        if (reached.kind !== 'node') continue
        text.push(`# ${[way.replace('\r', ', '), path].filter((part) => part !== '').join(': ') || mode}`)
        text.push(...prefixes(reached.node, ios), '')
      }
    }
    if (text.length > 0) await expect(text.join('\n')).toMatchFileSnapshot(`prefixes/${profile}-${mode}.txt`)
  }
})
