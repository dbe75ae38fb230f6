/**
 * The input line of a shell: the console's line editor with the keys that bash answers in another way.
 * Leaves out what bash has beyond it (searching the history, undo). Source: readline(3).
 */

import type { Key } from '../session/keys.ts'
import { type EditResult, LineEditor, type LineOptions } from '../session/line-editor.ts'

const ctrl = (letter: string) => letter.charCodeAt(0) & 0x1f
const tab = 0x09
const breakCode = 0x1e

/** Cursor to the top left, everything behind it erased. */
export const clearScreen = '\x1b[H\x1b[2J'

export class ShellEditor extends LineEditor {
  /** The key before this one was Tab too. */
  tabbed = false

  constructor(options: Pick<LineOptions, 'prompt' | 'history' | 'killRing'>) {
    super({ ...options, width: 80, echo: 'all', editing: true, help: false, maxLength: 4096 })
  }

  /** Tab is an event, Ctrl-D in an empty line is `end`. */
  override key(key: Key): EditResult {
    if (key.kind !== 'control' || key.code !== tab) this.tabbed = false
    if (key.kind !== 'control') return super.key(key)
    switch (key.code) {
      case tab:
        return { output: '', event: { kind: 'tab', text: this.text.slice(0, this.cursor) } }
      case ctrl('C'):
      case breakCode:
        return { output: '^C\r\n', event: { kind: 'cancel' } }
      case ctrl('D'):
        return this.text === '' ? { output: '', event: { kind: 'end', text: '' } } : super.key(key)
      case ctrl('L'):
        return { output: clearScreen + this.redraw() }
      case ctrl('Z'):
      case ctrl('X'):
      case ctrl('R'):
        return { output: '' }
    }
    return super.key(key)
  }

  /** Puts text in at the cursor, as if it were typed. */
  insert(text: string): string {
    return [...text].map((character) => super.key({ kind: 'char', text: character }).output).join('')
  }
}
