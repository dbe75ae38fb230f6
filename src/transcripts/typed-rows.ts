/**
 * What was typed in a copied terminal: everything behind a prompt of that file. What a row shows that was typed in two
 * pieces, because a message came between them, is put together again. Leaves out typing it.
 */

import { behindPrompt, type PromptRow, promptRow } from './prompt-row.ts'
import { isLogMessage } from './stamp-form.ts'
import type { Item, Row, Step } from './transcript.ts'

export interface TypedRow {
  readonly kind: 'typed'
  /** Counted from 1 in the file. */
  readonly number: number
  readonly prompt: PromptRow
  readonly typed: string
  /** The rows up to the next prompt: answers to what the command asks stand there, among what it shows. */
  readonly below: readonly Row[]
}

export interface TypedRows {
  /** In the order of the file. */
  readonly happenings: readonly (TypedRow | Step)[]
  /** Rows above the first prompt, such as a login. */
  readonly above: readonly Row[]
}

export function typedRows(items: readonly Item[]): TypedRows {
  const happenings: (TypedRow | Step)[] = []
  const above: Row[] = []
  let below = above
  for (let index = 0; index < items.length; index++) {
    const item = items[index]
    if (item === undefined) break
    if (item.kind !== 'row') {
      happenings.push(item)
      continue
    }
    const prompt = promptRow(item.text)
    if (prompt === undefined) {
      below.push(item)
      continue
    }
    const typed = behindPrompt(item.text, prompt)
    const torn = tornBy(items, index, prompt, typed)
    if (torn.kind === 'shown again') continue
    if (torn.kind === 'typed on') index = torn.index
    const rows: Row[] = []
    below = rows
    happenings.push({
      kind: 'typed',
      number: item.number,
      prompt,
      typed: torn.kind === 'typed on' ? `${typed}${torn.rest}` : typed,
      below: rows,
    })
  }
  return { happenings, above }
}

type Torn =
  | { readonly kind: 'whole' }
  /** The prompt was printed again with all that had been typed. */
  | { readonly kind: 'shown again' }
  | { readonly kind: 'typed on'; readonly index: number; readonly rest: string }

const whole: Torn = { kind: 'whole' }

/** What became of a row behind which messages came. */
function tornBy(items: readonly Item[], at: number, prompt: PromptRow, typed: string): Torn {
  let next = at + 1
  let messages = 0
  for (; next < items.length; next++) {
    const item = items[next]
    if (item?.kind !== 'row') return whole
    if (isMessage(item.text)) messages++
    else if (item.text.trim() !== '') break
  }
  const item = items[next]
  if (messages === 0 || item?.kind !== 'row') return whole
  const again = promptRow(item.text)
  if (again !== undefined) {
    const goesOn = again.text === prompt.text && behindPrompt(item.text, again).startsWith(typed.trimEnd())
    return goesOn ? { kind: 'shown again' } : whole
  }
  // Configuration commands print complaints only; in EXEC the row below may be what was asked for.
  const inConfiguration = prompt.kind === 'ios' && prompt.mode !== ''
  if (typed.trim() !== '' && !inConfiguration) return whole
  return /^[%\s^]/.test(item.text) ? whole : { kind: 'typed on', index: next, rest: item.text }
}

/** Messages of the log, and what `debug` prints with a time before it. */
export function isMessage(row: string): boolean {
  return isLogMessage(row) || /^\*?[A-Z][a-z]{2} +\d+ (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?: /.test(row)
}
