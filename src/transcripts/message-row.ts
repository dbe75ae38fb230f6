/**
 * Rows of a copied terminal that a log message stands in, and what was typed behind it: without `logging synchronous` a
 * message ends without a line end, so the next key stands right behind it (captured on a 1941 and a 2950). Where the
 * message ends nothing but its wording tells. Leaves out messages in other words: nothing is typed behind these.
 */

import { isLogMessage } from './stamp-form.ts'

/** How the texts of messages end. Source: Cisco system message guides, and captures. */
const texts: readonly RegExp[] = [
  /^.*?, changed state to (?:administratively down|up|down|reset)/,
  /^(?:Configured from|Clear counter) .*? by (?:\S+ on )?(?:console|vty\d+(?: \([\d.]+\))?)/,
  /^.*? err-disable state(?: on [A-Za-z]+[\d/]+)?/,
  /^Duplicate address .*? sourced by [\da-f.]{14}/,
  /^.*? logging(?: disabled|: level \w+, xml disabled, filtering disabled)/,
  // Sentences: no command begins with a blank or a digit.
  /^.*?\.(?=$|[A-Za-z!])/,
]

const head = /%[A-Z][A-Z0-9_]*-(?:[A-Z0-9_]+-)?[0-7]-[A-Z0-9_]+: */
/** `%SYS-5-RESTART` has the banner of the software below it, whose last row names who compiled it. */
const restart = /%SYS-5-RESTART/
const compiled = /^Compiled .*? by \w+?(?:team|releng)/

/** Messages of the log, and what `debug` prints with a time before it. */
export function isMessage(row: string): boolean {
  return isLogMessage(row) || /^\*?[A-Z][a-z]{2} +\d+ (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?: /.test(row)
}

export interface Messages {
  /** How many rows they take. */
  readonly rows: number
  /** What was typed behind them, put together. */
  readonly typed: string
}

/** The messages that these rows begin with; none: no rows. Blank rows between them count. */
export function messagesAt(rows: readonly string[]): Messages {
  let typed = ''
  let end = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? ''
    if (row.trim() === '') continue
    if (!isMessage(row)) break
    if (restart.test(row)) {
      const last = rows.findIndex((one, index) => index > at && compiled.test(one))
      if (last !== -1 && last - at < 6) {
        at = last
        typed += (rows[last] ?? '').replace(compiled, '')
      }
    } else typed += behindMessage(row)
    end = at + 1
  }
  return { rows: end, typed }
}

function behindMessage(row: string): string {
  const found = head.exec(row)
  if (found === null) return ''
  const text = row.slice(found.index + found[0].length)
  for (const end of texts) {
    const match = end.exec(text)
    if (match !== null) return text.slice(match[0].length)
  }
  return ''
}
