/**
 * The arguments of the file commands: a path with or without the name of its file system. `?` lists the file systems, each
 * command with its own words. `copy` takes the two configurations by name as well. Wording: from memory of `?` on a 2960.
 */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument, type IosSurroundings } from '../../argument-types.ts'
import { isPrefix, networkPrefixes } from '../../file-systems.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** As typed; the two configurations in full. */
    'copy-source': string
    'copy-target': string
    /** A path as typed. */
    'listed-path': string
    'deleted-path': string
    'shown-path': string
    'folder-path': string
    'renamed-path': string
    'verified-path': string
  }
}

function localPrefixes({ ios }: IosSurroundings): string[] {
  const { device, aliases } = ios.profile.flash
  return [...new Set([device, ...aliases, 'nvram:', 'system:', 'null:'])]
}

for (const [type, preposition, merges] of [
  ['copy-source', 'from', 'Copy from current system configuration'],
  ['copy-target', 'to', 'Update (merge with) current system configuration'],
] as const) {
  const words = (surroundings: IosSurroundings): { word: string; help: string }[] => [
    ...[...localPrefixes(surroundings), ...networkPrefixes].map((word) => ({
      word,
      help: `Copy ${preposition} ${word} file system`,
    })),
    { word: 'running-config', help: merges },
    { word: 'startup-config', help: `Copy ${preposition} startup configuration` },
  ]
  defineArgument<string>(type, {
    placeholder: () => 'WORD',
    words,
    read(line, start, surroundings) {
      const end = tokenEnd(line, start)
      const typed = line.slice(start, end)
      const fitting = words(surroundings).filter(({ word }) => word.startsWith(typed.toLowerCase()))
      const [only] = fitting
      if (fitting.length === 1 && only !== undefined) return { ok: true, value: only.word, end }
      const prefix = /^[A-Za-z0-9-]+:/.exec(typed)?.[0].toLowerCase()
      return prefix !== undefined && isPrefix(surroundings.ios, prefix)
        ? { ok: true, value: typed, end }
        : { ok: false, at: start }
    },
    show: (value) => value,
  })
}

for (const [type, help] of [
  ['listed-path', 'Directory or file name'],
  ['deleted-path', 'File to be deleted'],
  ['shown-path', 'File to display'],
  ['folder-path', 'Directory name'],
  ['renamed-path', 'File name'],
  ['verified-path', 'File to be verified'],
] as const) {
  defineArgument<string>(type, {
    greedy: true,
    placeholder: () => 'WORD',
    words: (surroundings) => localPrefixes(surroundings).map((word) => ({ word, help })),
    read(line, start, { ios }) {
      const end = tokenEnd(line, start)
      const typed = line.slice(start, end)
      const prefix = /^[A-Za-z0-9-]+:/.exec(typed)?.[0].toLowerCase()
      return prefix === undefined || isPrefix(ios, prefix)
        ? { ok: true, value: typed, end }
        : { ok: false, at: start }
    },
    show: (value) => value,
  })
}
