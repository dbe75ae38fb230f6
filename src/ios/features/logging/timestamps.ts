/** `service timestamps` and `service sequence-numbers`: what stands before a message. */

import { globalMode } from '../../declare.ts'
import type { Ios } from '../../ios.ts'

const service = globalMode.words('service', { service: 'Modify use of network based services' })

const words = service.words('timestamps', { timestamps: 'Timestamp debug/log messages' })

const kinds = { debug: 'Timestamp debug messages', log: 'Timestamp log messages' }

/** Both forms stand in one slot, one for each kind of message. */
const place = {
  key: ['what'],
  slot: 'service timestamps',
  place: 'service',
  compare: (a: { what: string }, b: { what: string }) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0),
  printNo: ({ what }: { what: string }) => [`no service timestamps ${what}`],
} as const

export const datetime = words.line('{what:debug|log} datetime {options*:msec|localtime|show-timezone|year}', {
  ...place,
  key: ['what'],
  help: {
    ...kinds,
    datetime: 'Timestamp with date and time',
    msec: 'Include milliseconds in timestamp',
    localtime: 'Use local time zone for timestamps',
    'show-timezone': 'Add time zone information to timestamp',
    year: 'Include year in timestamp',
  },
})

export const uptime = words.line('{what:debug|log} uptime', {
  ...place,
  key: ['what'],
  help: { ...kinds, uptime: 'Timestamp with system uptime' },
})

words.action('{what:debug|log}', {
  help: kinds,
  no: true,
  key: ['what'],
  *run({ ios, place: { sections }, args, form }) {
    for (const section of sections) {
      if (form === 'set') uptime.apply({ ios, section }, args)
      else uptime.unset({ ios, section }, args)
    }
  },
})

words.action('', {
  help: {},
  no: true,
  *run({ ios, place: { sections }, form }) {
    for (const section of sections) {
      for (const what of ['debug', 'log'] as const) {
        if (form === 'set') uptime.apply({ ios, section }, { what })
        else uptime.unset({ ios, section }, { what })
      }
    }
  },
})

export const sequenceNumbers = service.line('sequence-numbers', {
  help: { 'sequence-numbers': 'Stamp logger messages with a sequence number' },
  place: 'service',
})

/** What stands before a message: number, star or dot, time, each as configured. */
export function stamp(ios: Ios, what: 'log' | 'debug'): string {
  const number = sequenceNumbers.isOn(ios.configuration)
    ? `${String(ios.log.sequence).padStart(6, '0')}: `
    : ''
  return number + time(ios, what)
}

function time(ios: Ios, what: 'log' | 'debug'): string {
  const dated = datetime.get(ios.configuration, { what })
  if (dated !== undefined) {
    const has = (option: 'msec' | 'localtime' | 'show-timezone' | 'year'): boolean =>
      dated.options?.includes(option) ?? false
    const text = ios.clock.stamp({
      msec: has('msec'),
      localtime: has('localtime'),
      showTimezone: has('show-timezone'),
      year: has('year'),
    })
    return `${ios.clock.flag}${text}: `
  }
  return uptime.get(ios.configuration, { what }) === undefined ? '' : `${uptimeText(ios.uptimeMs)}: `
}

/** `00:00:12`, after a day `1d02h`, after a week `3w0d`. */
export function uptimeText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const days = Math.floor(seconds / 86_400)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600) % 24
  if (days >= 7) return `${Math.floor(days / 7)}w${days % 7}d`
  if (days > 0) return `${days}d${two(hours)}h`
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
