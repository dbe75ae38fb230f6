/**
 * How a row of a file compares with a row of the device: literal text, `{{re}}` for text that matches (RE2), `{{}}` for
 * anything to the end of the row, `{{...}}` for any rows, and in captured files times by their form.
 */

import { RE2JS } from 're2js'
import { stampForm } from './stamp-form.ts'

export interface Comparison {
  readonly captured: boolean
  readonly exactBlanks: boolean
}

/** The row that stands for any rows. */
export function isAnyRows(text: string): boolean {
  return text.startsWith('{{...}}') && text.trimEnd() === '{{...}}'
}

type Part = string | { readonly re: string }

const placeholder = /\{\{(.*?)\}\}(?!\})/g

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push({ re: match[1] ?? '' })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}

function expression(parts: readonly Part[]): RE2JS {
  let source = ''
  for (const part of parts) {
    if (typeof part === 'string') source += RE2JS.quote(part)
    else if (part.re === '') return RE2JS.compile(`${source}.*`, RE2JS.DOTALL)
    else source += `(?:${part.re})`
  }
  return RE2JS.compile(source, RE2JS.DOTALL)
}

/** Rows come again and again with the same patterns. */
const compiled = new Map<string, RE2JS>()
const mostCompiled = 1000

function compile(text: string): RE2JS {
  let pattern = compiled.get(text)
  if (pattern === undefined) {
    pattern = expression(partsOf(text))
    if (compiled.size >= mostCompiled) compiled.clear()
    compiled.set(text, pattern)
  }
  return pattern
}

/** The column, counted from 1, and the text of a `{{re}}` that is no expression; undefined when all are. */
export function patternFault(text: string): { column: number; found: string } | undefined {
  if (!text.includes('{{') || isAnyRows(text)) return undefined
  for (const match of text.matchAll(placeholder)) {
    try {
      RE2JS.compile(match[1] ?? '')
    } catch {
      return { column: match.index + 1, found: match[0] }
    }
  }
  return undefined
}

/** Whether a row of the file says what the device showed. */
export function sameRow(wanted: string, shown: string, comparison: Comparison): boolean {
  if (wanted === shown) return true
  const a = comparison.exactBlanks ? wanted : wanted.trimEnd()
  const b = comparison.exactBlanks ? shown : shown.trimEnd()
  if (a === b) return true
  const formA = comparison.captured ? stampForm(a) : a
  const formB = comparison.captured ? stampForm(b) : b
  if (comparison.captured && formA === formB) return true
  if (!a.includes('{{')) return false
  const pattern = compile(formA)
  return pattern.matches(formB) || (!comparison.exactBlanks && pattern.matches(shown))
}

/**
 * What stands in a row of the file behind the text that the device shows; undefined when the row does not begin with it.
 * Trailing blanks of the device's text may be missing.
 */
export function textBehind(wanted: string, shown: string, comparison: Comparison): string | undefined {
  if (wanted.startsWith(shown)) return wanted.slice(shown.length)
  const trimmed = shown.trimEnd()
  if (trimmed !== shown && wanted.startsWith(trimmed)) return wanted.slice(trimmed.length).trimStart()
  if (comparison.captured) {
    const head = wanted.slice(0, trimmed.length)
    if (stampForm(head) === stampForm(trimmed)) return wanted.slice(trimmed.length)
  }
  return wanted.includes('{{') && !isAnyRows(wanted) ? behindPattern(wanted, trimmed) : undefined
}

/** The longest beginning of a row with patterns that says what the device shows, cut away. */
function behindPattern(wanted: string, shown: string): string | undefined {
  const parts = partsOf(wanted)
  for (let count = parts.length; count > 0; count--) {
    const last = parts[count - 1]
    // What is typed cannot begin right behind a pattern: nobody could say where.
    if (typeof last !== 'string' && count < parts.length) continue
    const before = parts.slice(0, count - 1)
    const cuts = typeof last === 'string' ? last.length : 1
    for (let cut = cuts; cut > 0; cut--) {
      const head = typeof last === 'string' ? [...before, last.slice(0, cut)] : parts.slice(0, count)
      if (!head.some((part) => typeof part !== 'string')) return undefined
      if (!expression(head).matches(shown)) continue
      const rest = typeof last === 'string' ? [last.slice(cut)] : []
      return [...rest, ...parts.slice(count)]
        .map((part) => (typeof part === 'string' ? part : `{{${part.re}}}`))
        .join('')
    }
  }
  return undefined
}

/** Device text as a row of a file that means it literally. */
export function literalRow(text: string): string {
  return text.replaceAll('{{', '{{[{]{2}}}').replace(/^!(?=: )/, '{{!}}')
}
