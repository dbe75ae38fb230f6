/** Where, in the row that a device asks in, the prompt ends and the typed line begins. */

import type { LineEditor } from '../session/line-editor.ts'

export interface ShownPrompt {
  readonly text: string
  /** The line behind the prompt; undefined where the row does not show it. */
  readonly pending: string | undefined
}

/** @param row the row that the cursor stands in */
export function shownPrompt(row: string, editor: LineEditor | undefined): ShownPrompt {
  if (editor === undefined || !editor.echoes) return { text: row, pending: undefined }
  const { prompt, text } = editor
  // Of a long line only a part is shown, but the prompt always is.
  if (prompt !== '' && row.startsWith(prompt)) return { text: prompt, pending: text }
  if (prompt === '' && text !== '' && row.endsWith(text))
    return { text: row.slice(0, row.length - text.length), pending: text }
  return { text: row, pending: undefined }
}
