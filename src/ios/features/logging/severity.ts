/** The severity of messages as an argument: by name, unique prefix or number, kept as a number, printed by name. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'
import { type Severity, severities } from '../../logging.ts'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    severity: Severity
  }
}

const conditions = [
  'System is unusable                ',
  'Immediate action needed           ',
  'Critical conditions               ',
  'Error conditions                  ',
  'Warning conditions                ',
  'Normal but significant conditions ',
  'Informational messages            ',
  'Debugging messages                ',
]

const words = [
  { word: '<0-7>', help: 'Logging severity level' },
  ...severities.map((word, severity) => ({ word, help: `${conditions[severity]}(severity=${severity})` })),
]

defineArgument<Severity>('severity', {
  placeholder: () => '<0-7>',
  words: () => words,
  read(line, start) {
    const end = tokenEnd(line, start)
    const typed = line.slice(start, end).toLowerCase()
    const value = /^[0-7]$/.test(typed)
      ? Number(typed)
      : severities.findIndex((name) => typed !== '' && name.startsWith(typed))
    return value < 0 ? { ok: false, at: start } : { ok: true, value: value as Severity, end }
  },
  show: (value) => severities[value] ?? '',
})
