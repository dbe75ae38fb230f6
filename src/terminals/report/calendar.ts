/** Days in weeks from Monday, as both kinds of calendar draw them. Days are numbered in the reader's own calendar. */

/** Days since 1970-01-01, a Thursday, in somebody's calendar. */
export type DayNumber = number

export interface CalendarWeek {
  readonly monday: DayNumber
  /** Monday to Sunday; undefined for days that are yet to come. */
  readonly counts: readonly (number | undefined)[]
}

export interface CalendarContent {
  readonly counts: ReadonlyMap<DayNumber, number>
  readonly today: DayNumber
  /** How many, this one included. */
  readonly weeks: number
}

export function weeksOf({ counts, today, weeks }: CalendarContent): readonly CalendarWeek[] {
  const thisMonday = today - weekdayOf(today)
  return Array.from({ length: weeks }, (_, at) => {
    const monday = thisMonday - 7 * (weeks - 1 - at)
    const day = (weekday: number) =>
      monday + weekday > today ? undefined : (counts.get(monday + weekday) ?? 0)
    return { monday, counts: [0, 1, 2, 3, 4, 5, 6].map(day) }
  })
}

/** 0 is Monday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Year, month (from 1) and day of the month. */
export function dateOf(day: DayNumber): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  const date = new Date(day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO 8601, for tables. */
export function isoDate(day: DayNumber): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

const steps = [1, 5, 10, 20]

/** How busy a day was: 0 for nothing, to 4. Fixed steps, so that a day looks the same next month. */
export function busyness(count: number): 0 | 1 | 2 | 3 | 4 {
  return steps.filter((step) => count >= step).length as 0 | 1 | 2 | 3 | 4
}

/** The columns at which a month begins, with its number from 1; a month of one column at the left edge has no room. */
export function monthsOf(
  weeks: readonly CalendarWeek[],
): readonly { readonly week: number; readonly month: number }[] {
  const months: { week: number; month: number }[] = []
  weeks.forEach(({ monday }, week) => {
    const { month } = dateOf(monday)
    if (month !== months.at(-1)?.month) months.push({ week, month })
  })
  return months.filter(({ week }, at) => (months[at + 1]?.week ?? weeks.length) - week > 1)
}
