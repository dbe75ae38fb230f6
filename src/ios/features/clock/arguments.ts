/** Arguments of summer time: week of a month, day of the week, month by its short name, time without a leading zero. */

import { tokenEnd } from '../../../grammar/argument.ts'
import { defineArgument } from '../../argument-types.ts'

/** 1 to 4 counted from the month's first such day, or its last one. */
export type Week = 1 | 2 | 3 | 4 | 'first' | 'last'

declare module '../../../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    'week-of-month': Week
    /** 0 is Sunday. */
    weekday: number
    /** Minutes since midnight. */
    'summer-hour': number
  }
}

const weekWords = [
  { word: '<1-4>', help: 'Week number to start' },
  { word: 'first', help: 'First week of the month' },
  { word: 'last', help: 'Last week of the month' },
]

defineArgument<Week>('week-of-month', {
  placeholder: () => '<1-4>',
  words: () => weekWords,
  read(line, start) {
    const end = tokenEnd(line, start)
    const typed = line.slice(start, end).toLowerCase()
    if (/^[1-4]$/.test(typed)) return { ok: true, value: Number(typed) as Week, end }
    if (typed !== '' && 'first'.startsWith(typed)) return { ok: true, value: 'first', end }
    if (typed !== '' && 'last'.startsWith(typed)) return { ok: true, value: 'last', end }
    return { ok: false, at: start }
  },
  show: (value) => String(value),
})

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

defineArgument<number>('weekday', {
  placeholder: () => 'DAY',
  read(line, start) {
    const end = tokenEnd(line, start)
    const typed = line.slice(start, end).toLowerCase()
    const fitting = days.flatMap((day, index) => (day.toLowerCase().startsWith(typed) ? [index] : []))
    return fitting.length === 1 && fitting[0] !== undefined
      ? { ok: true, value: fitting[0], end }
      : { ok: false, at: start }
  },
  show: (value) => (days[value] ?? '').slice(0, 3),
})

defineArgument<number>('summer-hour', {
  placeholder: () => 'hh:mm',
  read(line, start) {
    const end = tokenEnd(line, start)
    const match = /^(\d{1,2}):(\d{1,2})$/.exec(line.slice(start, end))
    const hours = Number(match?.[1] ?? 24)
    const minutes = Number(match?.[2] ?? 60)
    return hours < 24 && minutes < 60
      ? { ok: true, value: hours * 60 + minutes, end }
      : { ok: false, at: start }
  },
  show: (value) => `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`,
})
