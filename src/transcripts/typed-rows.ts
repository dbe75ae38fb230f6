/**
 * What was typed in a copied terminal: everything behind a prompt of that file. What a row shows that was typed in two
 * pieces, because a message came between them, is put together again. Leaves out typing it.
 */

import { isMessage, messagesAt } from './message-row.ts'
import { behindPrompt, type PromptRow, promptRow } from './prompt-row.ts'
import type { Item, Row, Step } from './transcript.ts'

export interface TypedRow {
  readonly kind: 'typed'
  /** Counted from 1 in the file. */
  readonly number: number
  readonly prompt: PromptRow
  readonly typed: string
  /** The rows of this console since the prompt before: the same list as that one's `below`. A login may stand there. */
  readonly above: readonly Row[]
  /** The rows up to the next prompt: answers to what the command asks stand there, among what it shows. */
  readonly below: readonly Row[]
}

/** In the order of the file. */
export function typedRows(items: readonly Item[]): (TypedRow | Step)[] {
  const happenings: (TypedRow | Step)[] = []
  let below: Row[] = []
  /** Bare prompts that each console was left at. */
  const left = new Map<string | undefined, PromptRow>()
  let on: string | undefined
  for (let index = 0; index < items.length; index++) {
    const item = items[index]
    if (item === undefined) break
    if (item.kind !== 'row') {
      happenings.push(item)
      if (item.kind === 'on') {
        on = item.name
        below = []
      }
      continue
    }
    const own = promptRow(item.text)
    // Behind a pause, what was typed at the bare prompt above it stands behind the message that came.
    const prompt = own ?? (isMessage(item.text) ? left.get(on) : undefined)
    if (item.text.trim() !== '') left.delete(on)
    const typed = own === undefined ? '' : behindPrompt(item.text, own)
    const torn =
      prompt === undefined ? whole : tornBy(items, own === undefined ? index - 1 : index, prompt, typed)
    if (prompt === undefined || (own === undefined && torn.kind !== 'typed on')) {
      below.push(item)
      continue
    }
    if (torn.kind === 'shown again') continue
    if (torn.kind === 'typed on') index = torn.index
    const whatever = torn.kind === 'typed on' ? `${typed}${torn.rest}` : typed
    if (whatever.trim() === '') left.set(on, prompt)
    const above = below
    below = textBelow(items, index, whatever)
    index += below.length
    happenings.push({ kind: 'typed', number: item.number, prompt, typed: whatever, above, below })
  }
  return happenings
}

const mostTextRows = 200

/** The rows of a banner's text, of which one may look like a prompt: `world#`. None where it does not end. */
function textBelow(items: readonly Item[], at: number, typed: string): Row[] {
  const [, rest = ''] = /^\s*ban(?:n(?:er?)?)?\s+(.*)$/i.exec(typed) ?? []
  const kind = /^(?:mo|lo|ex|in|pr|sl|co)[\w-]*\s+(?=\S)/i.exec(rest)?.[0] ?? ''
  const [delimiter, ...text] = rest.slice(kind.length).trimStart()
  if (delimiter === undefined || text.includes(delimiter)) return []
  const rows: Row[] = []
  for (const item of items.slice(at + 1, at + 1 + mostTextRows)) {
    if (item.kind !== 'row') return []
    rows.push(item)
    // The device's own row names the delimiter.
    if (item.text.includes(delimiter) && !/^Enter TEXT message/.test(item.text)) return rows
  }
  return []
}

type Torn =
  | { readonly kind: 'whole' }
  /** The prompt was printed again with all that had been typed. */
  | { readonly kind: 'shown again' }
  | { readonly kind: 'typed on'; readonly index: number; readonly rest: string }

const whole: Torn = { kind: 'whole' }

/** More rows are not messages of one pause. */
const mostMessageRows = 50

/** What became of a row behind which messages came. */
function tornBy(items: readonly Item[], at: number, prompt: PromptRow, typed: string): Torn {
  const end = items.findIndex((item, index) => index > at && item.kind !== 'row')
  const below = items
    .slice(at + 1, Math.min(at + 1 + mostMessageRows, end === -1 ? items.length : end))
    .map((item) => (item.kind === 'row' ? item.text : ''))
  // Enter begins a new row before the message does.
  if (typed.trim() !== '' && !isMessage(below[0] ?? '')) return whole
  const messages = messagesAt(below)
  if (messages.rows === 0) return whole
  const far = below.findIndex((text, index) => index >= messages.rows && text.trim() !== '')
  const next = far === -1 ? undefined : below[far]
  const all = typed + messages.typed
  const again = next === undefined ? undefined : promptRow(next)
  const isShownAgain =
    again !== undefined &&
    again.text === prompt.text &&
    behindPrompt(next ?? '', again).startsWith(all.trimEnd())
  if (isShownAgain) return { kind: 'shown again' }
  if (messages.typed !== '') return { kind: 'typed on', index: at + messages.rows, rest: messages.typed }
  // Some terminals end the message's row. Configuration commands print complaints only; in EXEC it may be an output.
  const inConfiguration = prompt.kind === 'ios' && prompt.mode !== ''
  const goesOn = next !== undefined && again === undefined && !/^[%\s^]/.test(next)
  return goesOn && (typed.trim() === '' || inConfiguration)
    ? { kind: 'typed on', index: at + 1 + far, rest: next }
    : whole
}
