/** What Tab adds to a line: command names in the first word, files and interfaces behind it. Source: bash(1), Completing. */

import type { HostSystem } from './host-system.ts'

export interface Completion {
  /** To be put in at the cursor; '' where nothing is certain. */
  readonly insert: string
  readonly choices: readonly string[]
}

export function completion(text: string, commands: readonly string[], system: HostSystem): Completion {
  const word = /\S*$/.exec(text)?.[0] ?? ''
  const isFirst = text.slice(0, text.length - word.length).trim() === ''
  const choices = candidates(word, isFirst, commands, system).sort()
  const [first] = choices
  if (first === undefined) return { insert: '', choices }
  if (choices.length === 1)
    return { insert: first.slice(word.length) + (first.endsWith('/') ? '' : ' '), choices }
  let shared = first
  for (const choice of choices) while (!choice.startsWith(shared)) shared = shared.slice(0, -1)
  return { insert: shared.slice(word.length), choices }
}

function candidates(
  word: string,
  isFirst: boolean,
  commands: readonly string[],
  system: HostSystem,
): string[] {
  if (isFirst) return commands.filter((name) => name.startsWith(word))
  if (!word.startsWith('/'))
    return [...system.interfaces.keys()].filter((name) => name.startsWith(word) && word !== '')
  // One level of the path at a time.
  const found = new Set<string>()
  for (const path of system.files.paths) {
    if (!path.startsWith(word)) continue
    const slash = path.indexOf('/', word.length)
    found.add(slash < 0 ? path : path.slice(0, slash + 1))
  }
  return [...found]
}
