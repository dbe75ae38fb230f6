/** Real IOS's words that no command models, by mode and kind of device, in the form that the grammar asks for. */

import type { Word } from '../grammar/node.ts'
import { allWordLists } from './words/index.ts'
import { parseWordList, type WordList } from './words/word-list.ts'

const none: readonly Word[] = []
let byMode: Map<string, WordList[]> | undefined

/** Words by the path before them ('' is the first word of a line). Lists are read when their place is first looked at. */
export function unmodelledWords(mode: string, kind: string): (path: string) => readonly Word[] {
  if (byMode === undefined) {
    byMode = new Map()
    for (const list of allWordLists) {
      const lists = byMode.get(list.mode)
      if (lists === undefined) byMode.set(list.mode, [list])
      else lists.push(list)
    }
  }
  const lists = new Map<string, WordList[]>()
  for (const list of byMode.get(mode) ?? []) {
    if (list.on !== undefined && !list.on.some((on) => on === kind)) continue
    const atPath = lists.get(list.path)
    if (atPath === undefined) lists.set(list.path, [list])
    else atPath.push(list)
  }
  return (path) =>
    lists
      .get(path)
      // Where a word stands in two levels, privileged EXEC's wording comes first and wins.
      ?.sort((a, b) => b.level - a.level)
      .flatMap((list) =>
        parseWordList(list).map(({ keyword, help }) => ({ keyword, help, level: list.level })),
      ) ?? none
}
