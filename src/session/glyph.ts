/**
 * Text as a cursor walks it: glyphs, each with what the terminal gets for it and its cells.
 *
 * Leaves out rows and scrolling. Control characters are shown as `^C`, as the device shows them.
 */

import { cellWidth } from './cell-width.ts'

/** What one cursor step passes: a character with its combining marks. */
export interface Glyph {
  /** What the line says. */
  readonly text: string
  /** What the terminal gets for it: `^C` for a control character. */
  readonly shown: string
  readonly cells: number
  /** Code points in the text. */
  readonly length: number
}

const ascii: readonly Glyph[] = Array.from({ length: 0x80 }, (_, code) => {
  const text = String.fromCharCode(code)
  if (code >= 0x20 && code < 0x7f) return { text, shown: text, cells: 1, length: 1 }
  // A tab has no width of its own; in banners it reads best as a blank.
  if (code === 0x09) return { text, shown: ' ', cells: 1, length: 1 }
  return { text, shown: `^${String.fromCharCode(code ^ 0x40)}`, cells: 2, length: 1 }
})

/** The glyph of one code point; undefined for a mark, which belongs to the glyph before it. */
export function glyphOf(character: string): Glyph | undefined {
  const code = character.codePointAt(0)!
  if (code < 0x80) return ascii[code]
  const cells = cellWidth(code)
  return cells === 0 ? undefined : { text: character, shown: character, cells, length: 1 }
}

/** A glyph with one more combining mark. */
export function withMark(glyph: Glyph, character: string): Glyph {
  const { text, shown, cells, length } = glyph
  return { text: text + character, shown: shown + character, cells, length: length + 1 }
}

/** Takes a text apart. A mark at the very beginning has nothing to stand on and is lost. */
export function glyphsOf(text: string): Glyph[] {
  const glyphs: Glyph[] = []
  for (const character of text) {
    const glyph = glyphOf(character)
    if (glyph) glyphs.push(glyph)
    else if (glyphs.length > 0) glyphs.push(withMark(glyphs.pop()!, character))
  }
  return glyphs
}

export function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  for (const glyph of glyphs) text += glyph.text
  return text
}
