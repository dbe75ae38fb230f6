/**
 * Rows of a file against what a device showed until it asked. `{{...}}` takes as few rows as will do.
 */

import { type Comparison, isAnyRows, sameRow } from './row-pattern.ts'
import type { Item, Row } from './transcript.ts'

export type Match<T> =
  /** Everything shown is in the file, and this row is where the device asks. */
  | { readonly kind: 'asked'; readonly index: number; readonly found: T }
  /** The rows of the file are used up; `taken` shown rows went along. */
  | { readonly kind: 'used up'; readonly taken: number; readonly anyRows: boolean }
  | {
      readonly kind: 'different'
      readonly index: number
      readonly shownIndex: number
      /** The row behind the last `{{...}}`, which may go on. */
      readonly anyRowsTo: number | undefined
    }

/**
 * @param from first item of the file to compare; up to `to` all are rows
 * @param shown rows that have ended
 * @param asks what a row of the file has to say of the row that the device asks in; undefined when it does not fit
 * @param anyRows whether a `{{...}}` stands before
 */
export function matchRows<T>(
  items: readonly Item[],
  from: number,
  to: number,
  shown: readonly string[],
  asks: (row: Row) => T | undefined,
  comparison: Comparison,
  anyRows = false,
): Match<T> {
  let index = from
  let shownIndex = 0
  let restartIndex = anyRows ? from : -1
  let restartShown = 0
  // The difference that stands furthest down says most.
  let worst: { index: number; shownIndex: number } | undefined
  for (;;) {
    const item = items[index]
    if (index >= to || item === undefined || item.kind !== 'row')
      return { kind: 'used up', taken: shownIndex, anyRows: restartIndex === index }
    if (isAnyRows(item.text)) {
      index++
      restartIndex = index
      restartShown = shownIndex
      continue
    }
    const row = shown[shownIndex]
    if (row === undefined) {
      const found = asks(item)
      if (found !== undefined) return { kind: 'asked', index, found }
    } else if (sameRow(item.text, row, comparison)) {
      index++
      shownIndex++
      continue
    }
    if (worst === undefined || index > worst.index) worst = { index, shownIndex }
    if (restartIndex === -1 || restartShown >= shown.length)
      return { kind: 'different', ...worst, anyRowsTo: restartIndex === -1 ? undefined : restartIndex }
    restartShown++
    shownIndex = restartShown
    index = restartIndex
  }
}

export function isBlank(item: Item | undefined): boolean {
  return item?.kind === 'row' && item.text.trim() === ''
}

/** For each item the next one at or behind it that is wanted; -1 when there is none. */
export function nextOf(items: readonly Item[], wanted: (item: Item) => boolean): Int32Array {
  const next = new Int32Array(items.length + 1).fill(-1)
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    next[index] = item !== undefined && wanted(item) ? index : (next[index + 1] ?? -1)
  }
  return next
}
