/**
 * The rows between two prompts of a copied terminal, where the answers to a command's questions stand among what it shows.
 */

import { isMessage } from './message-row.ts'
import type { Row } from './transcript.ts'

/** Longer rows are no questions; a pattern must not search them for one. */
const longestQuestion = 500

export class Answers {
  readonly #rows: readonly Row[]
  #next = 0

  /** @param before what was read of the same rows already */
  constructor(rows: readonly Row[], before?: Answers) {
    this.#rows = rows
    if (before !== undefined && before.#rows === rows) this.#next = before.#next
  }

  /** Whether the key that breaks a command off stands there. */
  get hasBreak(): boolean {
    return this.#rows.some(({ text }) => /^\^C|<(?:Ctrl-Shift-6|Break|Ctrl-\^|Ctrl-C)>$/i.test(text))
  }

  /** What stands behind a question; undefined when it is not asked in the copy. */
  to(question: string): string | undefined {
    const wanted = question.trim()
    return this.#behind((text) => behind(text, wanted)) ?? this.#behind((text) => behindAlike(text, wanted))
  }

  #behind(read: (text: string) => string | undefined): string | undefined {
    for (let at = this.#next; at < this.#rows.length; at++) {
      const found = read(this.#rows[at]?.text ?? '')
      if (found === undefined) continue
      this.#next = at + 1
      return found
    }
    return undefined
  }

  /** The next row of a text that is typed without a prompt; `shown` is what the device has printed since it asks. */
  text(shown: readonly string[]): string | undefined {
    for (;;) {
      const row = this.#rows[this.#next]
      if (row === undefined) return undefined
      this.#next++
      if (isMessage(row.text) || shown.some((one) => one.trim() !== '' && one.trim() === row.text.trim()))
        continue
      return row.text
    }
  }
}

function behind(row: string, question: string): string | undefined {
  return question !== '' && row.trimStart().startsWith(question)
    ? row.trimStart().slice(question.length)
    : undefined
}

/** Questions with other words in their brackets, or other blanks, are the same. */
function behindAlike(row: string, question: string): string | undefined {
  if (row.length > longestQuestion) return undefined
  const stem = stemOf(question)
  const asked = /^(.*?(?:\[[^\]]*\]\s*[?:]?|[?:]))(.*)$/.exec(row)
  return stem !== '' && asked !== null && stemOf(asked[1] ?? '') === stem ? asked[2] : undefined
}

function stemOf(question: string): string {
  return (/^[^[?:]*/.exec(question)?.[0] ?? '').trim().replace(/\s+/g, ' ').toLowerCase()
}
