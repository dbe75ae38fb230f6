/** Lines that a profile says are printed without being typed, read with the same declarations as typed ones. */

import { parse } from '../grammar/parse.ts'
import { grammarFor } from './grammar-for.ts'
import type { Ios } from './ios.ts'
import type { Place } from './terminal.ts'

/** @throws Error when the profile names a line that does not exist on it: a fault of the profile. */
export function loadDefaults(ios: Ios, place: Place, lines: readonly string[]): void {
  for (const text of lines) {
    const line = text.replace('{model}', ios.profile.model).replace('{serial}', ios.identity.serial)
    const parsed = parse(grammarFor(ios, place), line, 15, { ios })
    if (parsed.kind !== 'command' || parsed.rule.declaration.line === undefined) {
      throw new Error(`profile ${ios.profile.name}: "${line}" is no line of ${place.mode}`)
    }
    for (const section of place.sections) {
      section.setDefault(parsed.rule.declaration.line, parsed.args, parsed.rule.form === 'no')
    }
  }
}
