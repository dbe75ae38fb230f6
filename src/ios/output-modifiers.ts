/** The output modifiers that may follow every `show` and `more`: declared once, as a tail that those commands end in. */

import { compilePattern, type State } from '../grammar/pattern.ts'
import { argumentType } from './argument-types.ts'

export type ModifierKind =
  | 'append'
  | 'begin'
  | 'count'
  | 'exclude'
  | 'include'
  | 'redirect'
  | 'section'
  | 'tee'

export interface Modifier {
  readonly kind: ModifierKind
  readonly pattern?: string
  readonly sectionForm?: 'include' | 'exclude'
  readonly url?: string
  readonly append?: boolean
}

const help = {
  '|': 'Output modifiers',
  append: 'Append redirected output to URL (URLs supporting append operation only)',
  begin: 'Begin with the line that matches',
  count: 'Count number of lines which match regexp',
  exclude: 'Exclude lines that match',
  include: 'Include lines that match',
  redirect: 'Redirect output to URL',
  section: 'Filter a section of output',
  tee: 'Copy output to URL',
  '/append': 'Append redirected output to URL (URLs supporting append operation only)',
  $pattern: 'Regular Expression',
  $url: 'URL to write to, such as flash:output',
}

let tail: State | undefined

/** The state in which a command with modifiers ends. */
export function outputModifiers(): State {
  tail ??= merge([
    compile('{$modifier:begin|count|exclude|include} <$pattern:line>'),
    compile('{$modifier:section} <$pattern:line>'),
    compile('{$modifier:append|redirect} <$url:word>'),
    compile('{$modifier:tee} [{$append:/append}] <$url:word>'),
  ])
  return tail
}

function compile(grammar: string): State {
  return compilePattern(grammar, { help, argument: argumentType })
}

/** `|` before any of the forms; without it the command ends here. */
function merge(forms: readonly State[]): State {
  const behindBar: State = { next: forms.flatMap((form) => form.next), accepts: false, negatable: false }
  return {
    next: [
      { element: { kind: 'keyword', word: '|', lower: '|', help: help['|'], hidden: false }, to: behindBar },
    ],
    accepts: true,
    negatable: true,
  }
}

/** The modifier among the bound arguments of a command. */
export function modifierOf(args: Readonly<Record<string, unknown>>): Modifier | undefined {
  const kind = args['$modifier'] as ModifierKind | undefined
  if (kind === undefined) return undefined
  const pattern = args['$pattern'] as string | undefined
  if (kind === 'section' && pattern !== undefined) {
    const form =
      /^(i(?:n(?:c(?:l(?:u(?:d(?:e)?)?)?)?)?)?|e(?:x(?:c(?:l(?:u(?:d(?:e)?)?)?)?)?)?) +(?=\S)/.exec(pattern)
    if (form !== null) {
      return {
        kind,
        pattern: pattern.slice(form[0].length),
        sectionForm: form[0].startsWith('i') ? 'include' : 'exclude',
      }
    }
  }
  return {
    kind,
    ...(pattern === undefined ? {} : { pattern }),
    ...(args['$url'] === undefined ? {} : { url: args['$url'] as string }),
    ...(args['$append'] === undefined ? {} : { append: true }),
  }
}
