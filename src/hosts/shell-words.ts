/**
 * A line for the shell as words and operators: quotes, backslashes, `$NAME`, `#`. Leaves out what bash has beyond that
 * (globs, substitutions, functions): such characters are refused, because a line that means something else than it seems
 * to would be worse. Source: bash(1), QUOTING and SHELL GRAMMAR.
 */

/** A word as it was typed: text, and variables whose values are asked for when its command runs. */
export type Word = readonly (string | { readonly variable: string })[]

export interface SimpleCommand {
  readonly words: readonly Word[]
  readonly redirect?: { readonly path: Word; readonly append: boolean }
  /** Where its output goes: into the command behind it. */
  readonly piped: boolean
  /** Whether it runs at all, by how the one before it ended. */
  readonly runs: 'always' | 'after success' | 'after failure'
}

export type ReadLine =
  | { readonly kind: 'commands'; readonly commands: readonly SimpleCommand[] }
  | { readonly kind: 'syntax error'; readonly near: string }
  /** A real thing of bash that is not modelled. */
  | { readonly kind: 'unmodelled'; readonly what: string }

type Token =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'operator'; readonly text: string }

/** The text of a word; `variable` gives the value of a name, '' for an unknown one. */
export function expand(word: Word, variable: (name: string) => string): string {
  return word.map((part) => (typeof part === 'string' ? part : variable(part.variable))).join('')
}

export function readShellLine(line: string): ReadLine {
  const tokens = tokensOf(line)
  if ('unmodelled' in tokens) return { kind: 'unmodelled', what: tokens.unmodelled }
  const commands: SimpleCommand[] = []
  let words: Word[] = []
  let redirect: { path: Word; append: boolean } | undefined
  let runs: SimpleCommand['runs'] = 'always'
  const near = (text: string): ReadLine => ({ kind: 'syntax error', near: text })
  for (let at = 0; at < tokens.list.length; at++) {
    const token = tokens.list[at] as Token
    if (token.kind === 'word') {
      words.push(token.word)
      continue
    }
    const { text } = token
    if (text === '>' || text === '>>') {
      const target = tokens.list[++at]
      if (target?.kind !== 'word') return near(target?.text ?? 'newline')
      redirect = { path: target.word, append: text === '>>' }
      continue
    }
    if (words.length === 0) return near(text)
    commands.push({ words, runs, piped: text === '|', ...(redirect === undefined ? {} : { redirect }) })
    words = []
    redirect = undefined
    runs = text === '&&' ? 'after success' : text === '||' ? 'after failure' : 'always'
    const isLast = at === tokens.list.length - 1
    if (isLast && text !== ';') return near('newline')
  }
  if (words.length > 0)
    commands.push({ words, runs, piped: false, ...(redirect === undefined ? {} : { redirect }) })
  return { kind: 'commands', commands }
}

const operators = ['&&', '||', '>>', '>', '|', ';']

/** Characters that begin something which is not modelled. */
const unmodelled = '&<()`'

function tokensOf(line: string): { list: Token[] } | { unmodelled: string } {
  const list: Token[] = []
  let word: (string | { variable: string })[] | undefined
  let quote = ''
  const add = (part: string | { variable: string }) => {
    word ??= []
    word.push(part)
  }
  const end = () => {
    if (word !== undefined) list.push({ kind: 'word', word })
    word = undefined
  }
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string
    if (character === quote) {
      quote = ''
    } else if (quote === "'") {
      add(character)
    } else if (character === '$') {
      const rest = line.slice(at + 1)
      const name = /^(?:\?|[A-Za-z_][A-Za-z0-9_]*)/.exec(rest)?.[0]
      if (name === undefined && /^[({]/.test(rest)) return { unmodelled: `$${rest[0]}` }
      add(name === undefined ? '$' : { variable: name })
      at += name?.length ?? 0
    } else if (character === '\\') {
      const next = line[++at] ?? ''
      add(quote !== '' && !/["\\$`]/.test(next) ? `\\${next}` : next)
    } else if (quote !== '' && character !== '`') {
      add(character)
    } else if (character === '"' || character === "'") {
      quote = character
      add('')
    } else if (character === ' ' || character === '\t') {
      end()
    } else if (character === '#' && word === undefined) {
      break
    } else {
      const operator = operators.find((one) => line.startsWith(one, at))
      if (operator !== undefined) {
        end()
        list.push({ kind: 'operator', text: operator })
        at += operator.length - 1
      } else if (unmodelled.includes(character)) return { unmodelled: character }
      else add(character)
    }
  }
  if (quote !== '') return { unmodelled: 'a line that goes on' }
  end()
  return { list }
}
