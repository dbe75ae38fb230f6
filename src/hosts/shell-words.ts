/**
 * A line for the shell as words and operators: quotes, backslashes, `$NAME`, `#`. Leaves out what bash has beyond that
 * (globs, substitutions, functions): such characters are refused, because a line that means something else than it seems
 * to would be worse. Source: bash(1), QUOTING and SHELL GRAMMAR.
 */

export interface SimpleCommand {
  readonly words: readonly string[]
  readonly redirect?: { readonly path: string; readonly append: boolean }
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

type Token = { readonly kind: 'word' | 'operator'; readonly text: string }

/** `variable` gives the value of a name, '' for an unknown one. */
export function readShellLine(line: string, variable: (name: string) => string): ReadLine {
  const tokens = tokensOf(line, variable)
  if ('unmodelled' in tokens) return { kind: 'unmodelled', what: tokens.unmodelled }
  const commands: SimpleCommand[] = []
  let words: string[] = []
  let redirect: { path: string; append: boolean } | undefined
  let runs: SimpleCommand['runs'] = 'always'
  const near = (text: string): ReadLine => ({ kind: 'syntax error', near: text })
  for (let at = 0; at < tokens.list.length; at++) {
    const { kind, text } = tokens.list[at] as Token
    if (kind === 'word') {
      words.push(text)
      continue
    }
    if (text === '>' || text === '>>') {
      const target = tokens.list[++at]
      if (target?.kind !== 'word') return near(target?.text ?? 'newline')
      redirect = { path: target.text, append: text === '>>' }
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

function tokensOf(
  line: string,
  variable: (name: string) => string,
): { list: Token[] } | { unmodelled: string } {
  const list: Token[] = []
  let word: string | undefined
  const end = () => {
    if (word !== undefined) list.push({ kind: 'word', text: word })
    word = undefined
  }
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string
    if (quote === "'") {
      if (character === "'") quote = ''
      else word += character
      continue
    }
    if (character === '$') {
      const name = /^(?:\?|[A-Za-z_][A-Za-z0-9_]*)/.exec(line.slice(at + 1))?.[0]
      if (name === undefined && /^[({]/.test(line.slice(at + 1))) return { unmodelled: '$(' }
      word = (word ?? '') + (name === undefined ? '$' : variable(name))
      at += name?.length ?? 0
      continue
    }
    if (character === '`') return { unmodelled: '`' }
    if (character === '\\') {
      const next = line[++at] ?? ''
      const kept = quote === '"' && !/["\\$`]/.test(next) ? '\\' : ''
      word = (word ?? '') + kept + next
      continue
    }
    if (character === '"') {
      quote = quote === '"' ? '' : '"'
      word ??= ''
      continue
    }
    if (quote === '"') {
      word += character
      continue
    }
    if (character === "'") {
      quote = "'"
      word ??= ''
    } else if (character === ' ' || character === '\t') end()
    else if (character === '#' && word === undefined) break
    else {
      const operator = operators.find((one) => line.startsWith(one, at))
      if (operator === undefined) {
        if ('&<(){}*'.includes(character) && !(character === '{' || character === '}'))
          return { unmodelled: character }
        word = (word ?? '') + character
        continue
      }
      end()
      list.push({ kind: 'operator', text: operator })
      at += operator.length - 1
    }
  }
  if (quote !== '') return { unmodelled: 'a line that goes on' }
  end()
  return { list }
}
