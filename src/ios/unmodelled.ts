/** Real IOS's words that no command models, by mode and platform, in the form that the grammar asks for. */

import type { Word } from '../grammar/node.ts'
import { allWordLists } from './words/index.ts'
import { parseWordList } from './words/word-list.ts'

const cache = new Map<string, ReadonlyMap<string, readonly Word[]>>()

/** Words by the path before them ('' is the first word of a line). */
export function unmodelledWords(mode: string, platform: string): ReadonlyMap<string, readonly Word[]> {
  const key = `${mode}|${platform}`
  let words = cache.get(key)
  if (words === undefined) {
    const byPath = new Map<string, Word[]>()
    for (const list of allWordLists) {
      if (list.mode !== mode || (list.on !== undefined && !list.on.some((on) => on === platform))) continue
      const atPath = byPath.get(list.path) ?? []
      for (const { keyword, help } of parseWordList(list)) atPath.push({ keyword, help, level: list.level })
      byPath.set(list.path, atPath)
    }
    cache.set(key, (words = byPath))
  }
  return words
}
