/** `logging`, `service timestamps`: where messages go and how they are stamped. */

import { globalMode } from '../../declare.ts'
import { provideLoggingSettings } from '../../logging-settings.ts'
import type { Severity } from '../../logging.ts'
import type { Ios } from '../../ios.ts'

const service = globalMode.words('service', { service: 'Modify use of network based services' })

export const timestamps = service.line(
  'timestamps {what:debug|log} datetime {options*:msec|localtime|show-timezone|year}',
  {
    help: {
      timestamps: 'Timestamp debug/log messages',
      debug: 'Timestamp debug messages',
      log: 'Timestamp log messages',
      datetime: 'Timestamp with date and time',
      msec: 'Include milliseconds in timestamp',
      localtime: 'Use local time zone for timestamps',
      'show-timezone': 'Add time zone information to timestamp',
      year: 'Include year in timestamp',
    },
    key: ['what'],
    slot: 'service timestamps',
    place: 'service',
    printNo: ({ what }) => [`no service timestamps ${what}`],
  },
)

export const sequenceNumbers = service.line('sequence-numbers', {
  help: { 'sequence-numbers': 'Stamp logger messages with a sequence number' },
  place: 'service',
})

function stamp(ios: Ios, what: 'log' | 'debug'): string {
  const form = timestamps.get(ios.configuration, { what })
  const number = sequenceNumbers.isOn(ios.configuration)
    ? `${String(ios.log.sequence).padStart(6, '0')}: `
    : ''
  if (form === undefined) return number
  const options = form.options ?? []
  const has = (option: (typeof options)[number]): boolean => options.includes(option)
  const text = ios.clock.stamp({
    msec: has('msec'),
    localtime: has('localtime'),
    showTimezone: has('show-timezone'),
    year: has('year'),
  })
  return `${number}${ios.clock.authoritative ? '' : '*'}${text}: `
}

provideLoggingSettings({
  console: () => 7 as Severity,
  monitor: () => 7 as Severity,
  buffer: () => ({ severity: 7 as Severity, sizeBytes: 4096 }),
  enabled: () => true,
  stamp,
})
