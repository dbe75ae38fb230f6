/** `clock timezone` and `clock summer-time`: which zone holds when. Source: Cisco command reference; printed forms from captures. */

import { monthNames } from '../../arguments.ts'
import { globalMode } from '../../declare.ts'
import { type Ios, onStart } from '../../ios.ts'
import type { At } from '../../line.ts'
import { printable } from '../../printable.ts'
import type { Zone } from '../../system-clock.ts'
import type { Week } from './arguments.ts'
import './arguments.ts'
import { reportUpdate } from './report.ts'
import { isSummer, type SummerTime, summerOf, type YearlyChange } from './summer-time.ts'

const clock = globalMode.words('clock', { clock: 'Configure time-of-day clock' })

export const timezone = clock.line('timezone <zone:word> <hours:-23-23> [<minutes:0-59>]', {
  help: {
    timezone: 'Configure time zone',
    zone: 'name of time zone',
    hours: 'Hours offset from UTC',
    minutes: 'Minutes offset from UTC',
  },
  place: 'clock',
  keep: ({ zone, hours, minutes = 0 }) => ({ zone: printable(zone), hours, minutes }),
  changed: changedZone,
})

const summer = clock.words('summer-time <zone:word>', {
  'summer-time': 'Configure summer (daylight savings) time',
  zone: 'name of time zone in summer',
})

const yearly = {
  week1: 'Week number to start',
  day1: 'Weekday to start',
  month1: 'Month to start',
  time1: 'Time to start (hh:mm)',
  week2: 'Week number to end',
  day2: 'Weekday to end',
  month2: 'Month to end',
  time2: 'Time to end (hh:mm)',
  offset: 'Offset to add in minutes',
} as const

export const recurring = summer.line(
  'recurring [<week1:week-of-month> <day1:weekday> <month1:month> <time1:summer-hour> <week2:week-of-month> <day2:weekday> <month2:month> <time2:summer-hour> [<offset:1-1440>]]',
  {
    help: { recurring: 'Recurring summer time', ...yearly },
    place: 'clock',
    slot: 'clock summer-time',
    keep: ({ zone, ...rest }) => ({ zone: printable(zone), ...rest }),
    changed: changedZone,
  },
)

export const dated = summer.line(
  'date <month1:month> <day1:1-31> <year1:1993-2035> <time1:summer-hour> <month2:month> <day2:1-31> <year2:1993-2035> <time2:summer-hour> [<offset:1-1440>]',
  {
    help: {
      date: 'Configure absolute summer time',
      month1: 'Month to start',
      day1: 'Date to start',
      year1: 'Year to start',
      time1: 'Time to start (hh:mm)',
      month2: 'Month to end',
      day2: 'Date to end',
      year2: 'Year to end',
      time2: 'Time to end (hh:mm)',
      offset: 'Offset to add in minutes',
    },
    place: 'clock',
    slot: 'clock summer-time',
    changed: changedZone,
  },
)

/** The day may also stand before the month. */
summer.also(
  dated,
  'date <day1:1-31> <month1:month> <year1:1993-2035> <time1:summer-hour> <day2:1-31> <month2:month> <year2:1993-2035> <time2:summer-hour> [<offset:1-1440>]',
  {
    help: {
      date: 'Configure absolute summer time',
      month1: 'Month to start',
      day1: 'Date to start',
      year1: 'Year to start',
      time1: 'Time to start (hh:mm)',
      month2: 'Month to end',
      day2: 'Date to end',
      year2: 'Year to end',
      time2: 'Time to end (hh:mm)',
      offset: 'Offset to add in minutes',
    },
  },
)

// The rules of the United States since 2007.
const usualStart: YearlyChange = { week: 2, day: 0, month: 2, time: 120 }
const usualEnd: YearlyChange = { week: 'first', day: 0, month: 10, time: 120 }
const usualSavingMinutes = 60

function standardZone({ configuration }: Ios): Zone {
  const zone = timezone.get(configuration)
  if (zone === undefined) return { name: 'UTC', offsetMinutes: 0 }
  const minutes = zone.minutes ?? 0
  return {
    name: zone.zone,
    offsetMinutes: zone.hours < 0 ? zone.hours * 60 - minutes : zone.hours * 60 + minutes,
  }
}

interface Rules {
  readonly standard: Zone
  /** The summer that concerns an instant, and the zone that holds in it; undefined where none is configured. */
  summerAt(utcMs: number): (SummerTime & { readonly zone: Zone }) | undefined
}

/** What the configuration says now. */
function rulesOf(ios: Ios): Rules {
  const standard = standardZone(ios)
  const summerZone = (name: string, offset: number): Zone => ({
    name,
    offsetMinutes: standard.offsetMinutes + offset,
  })
  const rule = recurring.get(ios.configuration)
  if (rule !== undefined) {
    const { week1, day1, month1, time1, week2, day2, month2, time2, offset = usualSavingMinutes } = rule
    const start = changeOf(week1, day1, month1, time1) ?? usualStart
    const end = changeOf(week2, day2, month2, time2) ?? usualEnd
    const zone = summerZone(rule.zone, offset)
    return {
      standard,
      summerAt(utcMs) {
        const year = new Date(utcMs + standard.offsetMinutes * 60_000).getUTCFullYear()
        return { ...summerOf(year, start, end, standard.offsetMinutes, offset), zone }
      },
    }
  }
  const once = dated.get(ios.configuration)
  if (once === undefined) return { standard, summerAt: () => undefined }
  const zone = summerZone(once.zone, once.offset ?? usualSavingMinutes)
  const summerTime = {
    startMs: Date.UTC(once.year1, once.month1, once.day1, 0, once.time1 - standard.offsetMinutes),
    endMs: Date.UTC(once.year2, once.month2, once.day2, 0, once.time2 - zone.offsetMinutes),
    zone,
  }
  return { standard, summerAt: () => summerTime }
}

function changeOf(
  week: Week | undefined,
  day: number | undefined,
  month: number | undefined,
  time: number | undefined,
): YearlyChange | undefined {
  return week === undefined || day === undefined || month === undefined || time === undefined
    ? undefined
    : { week, day, month, time }
}

/** What `show clock detail` says about summer time. */
export function summerLines(ios: Ios): string[] {
  const { standard, summerAt } = rulesOf(ios)
  const summerTime = summerAt(ios.clock.utcMs)
  if (summerTime === undefined) return []
  return [
    `Summer time starts ${at(summerTime.startMs, standard)}`,
    `Summer time ends ${at(summerTime.endMs, summerTime.zone)}`,
  ]
}

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `02:00:00 EST Sun Mar 9 2025`, in a zone whether or not it holds then. */
function at(utcMs: number, zone: Zone): string {
  const date = new Date(utcMs + zone.offsetMinutes * 60_000)
  const time = date.toISOString().slice(11, 19)
  const month = (monthNames[date.getUTCMonth()] ?? '').slice(0, 3)
  return `${time} ${zone.name} ${dayNames[date.getUTCDay()]} ${month} ${date.getUTCDate()} ${date.getUTCFullYear()}`
}

/** A typed change is logged with the clock before and after it. */
function changedZone({ ios }: At): void {
  const before = ios.clock.text()
  follow(ios)
  if (ios.author !== undefined) reportUpdate(ios, before)
}

/** The rules are kept as they stand now: stamps are made often, and a change still knows the zone before it. */
function follow(ios: Ios): void {
  const { standard, summerAt } = rulesOf(ios)
  ios.clock.zoneAt = (utcMs) => {
    const summerTime = summerAt(utcMs)
    return summerTime !== undefined && isSummer(summerTime, utcMs) ? summerTime.zone : standard
  }
}

onStart(follow)
