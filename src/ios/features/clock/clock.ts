/**
 * `clock set`, `show clock` and, where a battery keeps one, the hardware calendar. Leaves out NTP.
 * Source: Cisco command reference; the layout of `show clock` from captures.
 */

import { storageFault } from '../../../hardware/storage.ts'
import { decodeUtf8, encodeUtf8 } from '../../../kernel/utf8.ts'
import { execMode } from '../../declare.ts'
import { type Ios, onStart } from '../../ios.ts'
import { show } from '../../show-words.ts'
import type { Running } from '../../steps.ts'
import type { Terminal } from '../../terminal.ts'
import { reportUpdate } from './report.ts'
import { summerLines } from './zone.ts'

interface Moment {
  /** Seconds since midnight, local time. */
  readonly time: number
  readonly day: number
  readonly month: number
  readonly year: number
}

const momentHelp = {
  time: 'Current Time',
  day: 'Day of the month',
  month: 'Month of the year',
  year: 'Year',
} as const

const clock = execMode.words('clock', { clock: 'Manage the system clock' })
const set = clock.words('set', { set: 'Set the time and date' })

function* setClock(ios: Ios, terminal: Terminal, moment: Moment): Running {
  const utcMs = utcOf(ios, moment)
  if (utcMs === undefined) {
    yield badDate
    return
  }
  const before = ios.clock.text()
  ios.clock.set(utcMs)
  reportUpdate(ios, before, terminal)
}

// From memory, and not surely so: what a day that the month does not have is answered with.
const badDate = '% Invalid date\n'

/** Local time to UTC; undefined for a day that the month does not have. */
function utcOf(ios: Ios, { time, day, month, year }: Moment): number | undefined {
  const localMs = Date.UTC(year, month, day) + time * 1000
  if (new Date(localMs).getUTCMonth() !== month) return undefined
  const guess = localMs - ios.clock.zoneAt(localMs).offsetMinutes * 60_000
  return localMs - ios.clock.zoneAt(guess).offsetMinutes * 60_000
}

set.exec('<time:time-of-day> <day:1-31> <month:month> <year:1993-2035>', {
  help: momentHelp,
  run: ({ ios, terminal, args }) => setClock(ios, terminal, args),
})
set.exec('<time:time-of-day> <month:month> <day:1-31> <year:1993-2035>', {
  help: momentHelp,
  run: ({ ios, terminal, args }) => setClock(ios, terminal, args),
})

const showClock = show.words('clock', { clock: 'Display the system clock' })

function* clockText(ios: Ios): Running {
  yield `${ios.clock.flag}${ios.clock.text(undefined, true)}\n`
}

showClock.exec('', { help: {}, filtered: true, run: ({ ios }) => clockText(ios) })

showClock.exec('detail', {
  help: { detail: 'Display detailed information' },
  filtered: true,
  *run({ ios }) {
    yield* clockText(ios)
    yield ios.clock.source === 'none' ? 'No time source\n' : `Time source is ${ios.clock.source}\n`
    for (const line of summerLines(ios)) yield `${line}\n`
  },
})

// The hardware calendar: kept without power, as what it is ahead of the time that the device was made to start at.

const calendarFile = '.calendar'

function calendarAheadMs(ios: Ios): number {
  const kept = ios.storage.read('nvram', calendarFile)
  return kept === undefined ? ios.kernel.epochMs : Number(decodeUtf8(kept))
}

function* setCalendar(ios: Ios, utcMs: number): Running {
  try {
    ios.storage.write('nvram', calendarFile, encodeUtf8(String(utcMs - ios.kernel.nowMs)), 0)
  } catch (error) {
    if (storageFault(error) === undefined) throw error
    // Ours: a real calendar is no file.
    yield '% Calendar could not be written\n'
  }
}

onStart((ios) => {
  if (ios.profile.hasCalendar) ios.clock.set(ios.kernel.nowMs + calendarAheadMs(ios), 'hardware calendar')
})

show.exec('calendar', {
  help: { calendar: 'Display the hardware calendar' },
  needs: 'calendar',
  filtered: true,
  *run({ ios }) {
    yield `${ios.clock.text(ios.kernel.nowMs + calendarAheadMs(ios))}\n`
  },
})

clock.exec('read-calendar', {
  help: { 'read-calendar': 'Read the hardware calendar into the clock' },
  needs: 'calendar',
  *run({ ios, terminal }) {
    const before = ios.clock.text()
    ios.clock.set(ios.kernel.nowMs + calendarAheadMs(ios), 'hardware calendar')
    reportUpdate(ios, before, terminal)
  },
})

clock.exec('update-calendar', {
  help: { 'update-calendar': 'Update the hardware calendar from the clock' },
  needs: 'calendar',
  run: ({ ios }) => setCalendar(ios, ios.clock.utcMs),
})

const calendarSet = execMode.words('calendar set', {
  calendar: 'Manage the hardware calendar',
  set: 'Set the time and date',
})

function* setCalendarTo(ios: Ios, moment: Moment): Running {
  const utcMs = utcOf(ios, moment)
  if (utcMs === undefined) yield badDate
  else yield* setCalendar(ios, utcMs)
}

calendarSet.exec('<time:time-of-day> <day:1-31> <month:month> <year:1993-2035>', {
  help: momentHelp,
  needs: 'calendar',
  run: ({ ios, args }) => setCalendarTo(ios, args),
})
calendarSet.exec('<time:time-of-day> <month:month> <day:1-31> <year:1993-2035>', {
  help: momentHelp,
  needs: 'calendar',
  run: ({ ios, args }) => setCalendarTo(ios, args),
})
