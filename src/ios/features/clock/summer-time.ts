/** When summer time begins and ends, as instants: pure date arithmetic on what the configuration says. */

import type { Week } from './arguments.ts'

/** A day in every year: `last Sun Mar 2:00`. Months count from 0, times are minutes since midnight. */
export interface YearlyChange {
  readonly week: Week
  readonly day: number
  readonly month: number
  readonly time: number
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** The change in that year as if UTC were the local time, ms since 1970. */
export function changeInYear({ week, day, month, time }: YearlyChange, year: number): number {
  const first = new Date(Date.UTC(year, month, 1))
  let date = 1 + ((7 + day - first.getUTCDay()) % 7)
  if (week === 'last') {
    const daysOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    while (date + 7 <= daysOfMonth) date += 7
  } else if (week !== 'first') date += 7 * (week - 1)
  return Date.UTC(year, month, 1) + (date - 1) * dayMs + time * minuteMs
}

export interface SummerTime {
  /** Both in ms since 1970 UTC. */
  readonly startMs: number
  readonly endMs: number
}

/**
 * The summer of a year: it begins by standard time and ends by summer time.
 * @param standardMinutes offset of standard time from UTC
 * @param savingMinutes what summer time adds
 */
export function summerOf(
  year: number,
  start: YearlyChange,
  end: YearlyChange,
  standardMinutes: number,
  savingMinutes: number,
): SummerTime {
  return {
    startMs: changeInYear(start, year) - standardMinutes * minuteMs,
    endMs: changeInYear(end, year) - (standardMinutes + savingMinutes) * minuteMs,
  }
}

/** Whether an instant lies in summer; south of the equator summer lies around the turn of the year. */
export function isSummer({ startMs, endMs }: SummerTime, utcMs: number): boolean {
  return startMs <= endMs ? utcMs >= startMs && utcMs < endMs : utcMs >= startMs || utcMs < endMs
}
