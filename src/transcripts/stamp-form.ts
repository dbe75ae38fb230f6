/**
 * The form of a row: times and dates with every digit made alike, so that a session recorded at another time is
 * comparable. Source: IOS message stamps (`service timestamps`), `show clock`, change comments, `dir`.
 */

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const time = '\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?'

const times = new RegExp(
  [
    // *Mar  1 2025 00:00:25.073 UTC
    `${month} [ \\d]?\\d (?:\\d{4} )?${time}`,
    // 10:00:00.123 UTC Sun Jan 5 2025
    `${time} [A-Za-z]{1,7} (?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) ${month} \\d{1,2} \\d{4}`,
    // 00:00:25: %SYS-5-…
    `^(?:\\d+: )?[*.]?(?:${time}|(?:\\d+[ywdh]){2})(?=: )`,
    // 000031: *Mar  1 …
    `^\\d+(?=: [*.]?${month})`,
  ].join('|'),
  'g',
)

export function stampForm(row: string): string {
  return row.replace(times, (stamp) =>
    stamp
      .replace(/[A-Z][a-z]{2} (?=[A-Z][a-z]{2} )/, 'Ddd ')
      .replace(new RegExp(`${month} +\\d{1,2}`), 'Mmm d')
      .replace(/^\d+(?=: |$)/, '9')
      .replace(/\d+[ywdh]/g, '9u')
      .replace(/\d/g, '9'),
  )
}

/** A log message: `[seq: ][*|.][stamp: ]%FAC-…`. */
export function isLogMessage(row: string): boolean {
  return message.test(row)
}

const message = new RegExp(
  `^(?:\\d+: )?[*.]?(?:(?:${month} .*?|${time}|(?:\\d+[ywdh]){2}|\\{\\{.*?\\}\\}): )?%[A-Z][A-Z0-9_]*-(?:[A-Z0-9_]+-)?[0-7]-`,
)
