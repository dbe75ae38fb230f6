/**
 * Options that follow a command in any order, each at most once: declared as small grammars, compiled to a tail that is
 * built as it is typed.
 */

import { compilePattern, type State } from '../grammar/pattern.ts'
import { argumentType } from './argument-types.ts'

/** The forms of one option, of which one may be typed: `['source <from:ipv4>', 'source <port:interface>']`. */
export type OptionForms = readonly string[]

/** The state in which the options begin; the command may end between any two of them. */
export function optionsInAnyOrder(
  options: readonly OptionForms[],
  help: Readonly<Record<string, string>>,
): State {
  let next: State['next'] | undefined
  return {
    get next() {
      return (next ??= options.flatMap((forms) => {
        const others = optionsInAnyOrder(
          options.filter((option) => option !== forms),
          help,
        )
        return forms.flatMap((form) => compilePattern(form, { help, argument: argumentType }, others).next)
      }))
    },
    accepts: true,
    negatable: true,
  }
}
