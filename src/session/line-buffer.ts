/**
 * The text of an input line and the cursor in it: every change that an editing key makes.
 *
 * Owns the limit on its length, words (they end at blanks) and whole characters: a combining mark goes
 * where its character goes. Leaves out keys, echo, history and deleted texts.
 * Source: Cisco "Using the Command-Line Interface". From memory: words end at blanks.
 */

import { type Glyph, glyphOf, glyphsOf, textOf, withMark } from './glyph.ts'

export class LineBuffer {
  readonly #maxLength: number
  readonly #glyphs: Glyph[] = []
  /** Code points in all. */
  #length = 0
  #cursor = 0

  /** `maxLength` in code points. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength
  }

  get glyphs(): readonly Glyph[] {
    return this.#glyphs
  }

  /** Glyphs before the cursor. */
  get cursor(): number {
    return this.#cursor
  }

  get end(): number {
    return this.#glyphs.length
  }

  get full(): boolean {
    return this.#length >= this.#maxLength
  }

  get text(): string {
    return textOf(this.#glyphs)
  }

  get textBefore(): string {
    return textOf(this.#glyphs.slice(0, this.#cursor))
  }

  move(to: number): void {
    this.#cursor = Math.min(Math.max(to, 0), this.end)
  }

  /** Puts one character in at the cursor, while there is room. Gives its glyph if that went to the end. */
  insert(character: string): Glyph | undefined {
    const glyph = glyphOf(character)
    if (!glyph) {
      // A mark stands on the character before it; where there is none it is lost.
      if (this.#cursor === 0) return undefined
      this.#glyphs[this.#cursor - 1] = withMark(this.#glyphs[this.#cursor - 1]!, character)
      this.#length++
      return undefined
    }
    this.#length++
    this.#cursor++
    if (this.#cursor > this.#glyphs.length) {
      this.#glyphs.push(glyph)
      return glyph
    }
    this.#glyphs.splice(this.#cursor - 1, 0, glyph)
    return undefined
  }

  /** Takes a part out, cursor there; gives its text. */
  remove(from: number, to: number): string {
    const removed = textOf(this.#glyphs.slice(from, to))
    this.replace(from, to, '')
    return removed
  }

  /** Puts a text in place of a part, cursor behind it. False where it had to be cut. */
  replace(from: number, to: number, text: string): boolean {
    for (const { length } of this.#glyphs.slice(from, to)) this.#length -= length
    const glyphs = glyphsOf(text)
    let taken = 0
    while (taken < glyphs.length && this.#length + glyphs[taken]!.length <= this.#maxLength) {
      this.#length += glyphs[taken++]!.length
    }
    this.#glyphs.splice(from, to - from, ...glyphs.slice(0, taken))
    this.#cursor = from + taken
    return taken === glyphs.length
  }

  /** Swaps the character left of the cursor and the one under it; at the end of the line the last two. */
  transpose(): void {
    const at = Math.min(this.#cursor, this.end - 1)
    if (at < 1) return
    const [left, right] = [this.#glyphs[at - 1]!, this.#glyphs[at]!]
    this.#glyphs.splice(at - 1, 2, right, left)
    this.#cursor = at + 1
  }

  /** Changes the word from the cursor on, cursor behind it. */
  changeCase(change: (word: string) => string): void {
    let start = this.#cursor
    while (this.#isBlank(start)) start++
    const end = this.wordRight()
    const word = textOf(this.#glyphs.slice(start, end))
    // Only in ASCII does a letter keep its length.
    this.replace(start, end, /^[\x20-\x7e]*$/.test(word) ? change(word) : word)
  }

  /** Where the word left of the cursor begins. */
  wordLeft(): number {
    let at = this.#cursor
    while (this.#isBlank(at - 1)) at--
    while (at > 0 && !this.#isBlank(at - 1)) at--
    return at
  }

  /** Where the word at or right of the cursor ends. */
  wordRight(): number {
    let at = this.#cursor
    while (this.#isBlank(at)) at++
    while (at < this.end && !this.#isBlank(at)) at++
    return at
  }

  #isBlank(at: number): boolean {
    return this.#glyphs[at]?.text === ' '
  }
}
