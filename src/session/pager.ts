/**
 * ` --More-- `: shows the output of one command a page at a time.
 *
 * Takes output as it is made, in pieces of any size, and keeps no more than the piece it was stopped in,
 * so whoever makes the output can wait too. Owns the count of rows, the keys at ` --More-- `, and line ends
 * (CR LF out, whatever came in). Leaves out the output modifiers of the command line and the prompt that
 * follows.
 * Source: Cisco "Using the Command-Line Interface" (searching and filtering at the prompt ` --More-- `);
 * bytes that wipe it as captured on IOS. From memory: the help text, `filtering...`, and that a row is
 * counted where a long line wraps.
 */

import { cellWidth } from './cell-width.ts'
import type { Key } from './keys.ts'
import { LineEditor } from './line-editor.ts'

export const morePrompt = ' --More-- '

// Ten characters went out and nine come back: the first and the last are blanks anyway.
const wipe = `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`
const help = 'Press RETURN for another line, SPACE for another page, anything else to quit'
const BELL = '\x07'
// Lines end; what does not is cut here where a filter has to see the whole line.
const longestFilteredLine = 65_536

/** Tells which lines match; undefined where the pattern is no regular expression. */
export type CompilePattern = (pattern: string) => ((line: string) => boolean) | undefined

export interface PagerOptions {
  /** Rows of the terminal; 0 never pauses. */
  readonly length: number
  /** Columns of the terminal; 0 is unlimited. */
  readonly width: number
  /** Without it `/`, `+` and `-` are keys like any other. */
  readonly compile?: CompilePattern
}

export interface PagerResult {
  readonly output: string
  /** The person has seen enough: print nothing more; the cursor is at the left of an empty row. */
  readonly quit: boolean
}

type Filter = { readonly kind: '/' | '+' | '-'; readonly matches: (line: string) => boolean }

export class Pager {
  readonly #page: number
  readonly #width: number
  readonly #compile: CompilePattern | undefined
  /** Rows that may still be printed before the next pause. */
  #rows: number
  #column = 0
  #paused = false
  #rest = ''
  #filter: Filter | undefined
  /** The beginning of a line that a filter has not seen whole. */
  #partial = ''
  #question: { readonly kind: Filter['kind']; readonly editor: LineEditor } | undefined

  constructor({ length, width, compile }: PagerOptions) {
    this.#page = length === 0 ? Number.POSITIVE_INFINITY : Math.max(1, length - 1)
    this.#rows = this.#page
    this.#width = width === 0 ? Number.POSITIVE_INFINITY : width
    this.#compile = compile
  }

  /** While true, feed nothing and hand over keys. */
  get paused(): boolean {
    return this.#paused
  }

  /** Takes output and gives what is shown of it now. Throws where it is paused. */
  feed(text: string): string {
    if (this.#paused) throw new Error('pager was fed while it is paused')
    return this.#print(this.#filter ? this.#filtered(text) : text)
  }

  /** To be called once when the output is complete; may pause once more. */
  end(): string {
    if (this.#paused) throw new Error('pager was ended while it is paused')
    const last = this.#partial
    this.#partial = ''
    return last !== '' && this.#keep(last) ? this.#print(last) : ''
  }

  /** A key at ` --More-- `. */
  key(key: Key): PagerResult {
    if (this.#question) return this.#answer(key)
    const typed = key.kind === 'char' ? key.text : undefined
    if (typed === ' ') return this.#go(this.#page)
    if (key.kind === 'control' && key.code === 0x0d) return this.#go(1)
    if (typed === '?') return { output: `${wipe}${help}\r\n${morePrompt}`, quit: false }
    if (this.#compile && (typed === '/' || typed === '+' || typed === '-')) {
      const width = this.#width === Number.POSITIVE_INFINITY ? 0 : this.#width
      const editor = new LineEditor({ prompt: typed, width, echo: 'all', editing: true, help: false })
      this.#question = { kind: typed, editor }
      return { output: wipe + editor.start(), quit: false }
    }
    return this.#quit(wipe)
  }

  #answer(key: Key): PagerResult {
    const { kind, editor } = this.#question!
    const { output, event } = editor.key(key)
    if (!event) return { output, quit: false }
    this.#question = undefined
    if (event.kind === 'break') return this.#quit(`${output}\r\n`)
    if (event.kind !== 'enter') return this.#quit(output)
    const matches = event.text === '' ? undefined : this.#compile?.(event.text)
    if (!matches) return { output: `${output}${BELL}${morePrompt}`, quit: false }
    const rest = this.#rest
    this.#rest = ''
    this.#paused = false
    this.#column = 0
    this.#rows = this.#page
    this.#filter = { kind, matches }
    return { output: `${output}filtering...\r\n${this.#print(this.#filtered(rest))}`, quit: false }
  }

  #go(rows: number): PagerResult {
    const rest = this.#rest
    this.#rest = ''
    this.#paused = false
    this.#rows = rows
    return { output: wipe + this.#print(rest), quit: false }
  }

  #quit(output: string): PagerResult {
    this.#rest = ''
    this.#partial = ''
    this.#paused = false
    return { output, quit: true }
  }

  #filtered(text: string): string {
    const all = this.#partial + text
    let kept = ''
    let start = 0
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', start)) {
      if (this.#keep(all.slice(start, end))) kept += all.slice(start, end + 1)
      start = end + 1
    }
    this.#partial = all.slice(start)
    if (this.#partial.length > longestFilteredLine) {
      if (this.#keep(this.#partial)) kept += `${this.#partial}\n`
      this.#partial = ''
    }
    return kept
  }

  #keep(line: string): boolean {
    const filter = this.#filter
    if (!filter) return true
    const matches = filter.matches(line.endsWith('\r') ? line.slice(0, -1) : line)
    if (filter.kind === '-') return !matches
    // A search ends with its first hit: everything from there on is shown.
    if (filter.kind === '/' && matches) this.#filter = { kind: '/', matches: () => true }
    return matches
  }

  /** Prints until the page is full and something more wants a row. */
  #print(text: string): string {
    if (this.#page === Number.POSITIVE_INFINITY)
      return (text.includes('\r') ? text.replaceAll('\r', '') : text).replaceAll('\n', '\r\n')
    let output = ''
    let done = 0
    for (let index = 0; index < text.length; ) {
      const code = text.codePointAt(index)!
      const size = code > 0xffff ? 2 : 1
      const cells = cellWidth(code)
      if (this.#column + cells > this.#width) {
        this.#column = 0
        this.#rows--
      }
      if (this.#rows <= 0 && (cells > 0 || code === 0x0a)) {
        this.#rest = text.slice(index)
        this.#paused = true
        return output + text.slice(done, index) + morePrompt
      }
      if (code === 0x0a || code === 0x0d) {
        output += text.slice(done, index)
        done = index + 1
        if (code === 0x0a) {
          output += '\r\n'
          this.#column = 0
          this.#rows--
        }
      }
      this.#column += cells
      index += size
    }
    return output + text.slice(done)
  }
}
