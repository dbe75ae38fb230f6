/** How checks name terminal lines: `con 0`, `vty 0 4`. */

import { type Field, text } from '../check-field.ts'

const known = /^\s*(?:con(?:s(?:o(?:l(?:e)?)?)?)?|aux|vty)\s*\d+(?:\s+\d+)?\s*$/i

/** A terminal line, or a run of them; that the device of the field `device` has the first of them is seen to. */
export function terminalLine(about: string): Field<string> {
  const field = text(about)
  return {
    ...field,
    schema: { ...field.schema, $comment: 'a terminal line' },
    faultOf(value, lab, { device }) {
      const expected = 'a terminal line such as con 0 or vty 0 4'
      if (!known.test(value)) return { found: JSON.stringify(value), expected }
      const profile = lab.devices.find(({ name }) => name === device)?.profile
      if (profile === undefined || profile.kind === 'host') return undefined
      const [, word = '', first = ''] = /^\s*([a-z]+)\s*(\d+)/i.exec(value) ?? []
      const type = word.toLowerCase().startsWith('con') ? 'console' : word.toLowerCase()
      const has = profile.lines.some(
        (group) =>
          group.type === type &&
          Number(first) >= group.first &&
          Number(first) <= (group.maximum ?? group.last),
      )
      return has ? undefined : { found: JSON.stringify(value), expected: `a terminal line of ${device}` }
    },
  }
}

export function isConsole(named: string): boolean {
  return /^\s*con/i.test(named)
}
