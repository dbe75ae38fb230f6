/**
 * Charts as SVG inside a page: bars, a line, a calendar of days. Colours and type are the page's (page.ts). Each has a
 * title and a description for those who do not see it, and its numbers in a table that opens below it.
 */

import { textWidth } from '../../session/cell-width.ts'
import { cutToWidth } from '../tui/cut-to-width.ts'
import { busyness, type CalendarContent, isoDate, monthsOf, weeksOf } from './calendar.ts'
import { folded, type Html, html, table } from './page.ts'

export interface ChartWords {
  /** Of this chart in the page, for links between its parts. */
  readonly id: string
  readonly title: string
  /** In a sentence, what it shows. */
  readonly description: string
  /** What opens the numbers: "The numbers". */
  readonly numbers: string
}

export interface Bar {
  readonly label: string
  /** 0 to 1. */
  readonly share: number
  /** As text behind the bar: "83 %". */
  readonly value: string
  /** Quieter, behind the value: "12 answers". */
  readonly note?: string
  readonly tone?: 'accent' | 'good' | 'bad'
}

export interface BarChart extends ChartWords {
  readonly bars: readonly Bar[]
  /** Heads of the table: of the labels, the values, the notes. */
  readonly head: readonly [string, string, string?]
}

const width = 780
/** Of a Latin letter at 12 px, generously. */
const letter = 6.9

export function barChart({ bars, head, ...words }: BarChart): Html {
  const labels = Math.min(300, Math.max(...bars.map(({ label }) => textWidth(label)), 4) * letter)
  const notes = Math.max(...bars.map(({ value, note = '' }) => textWidth(value) + textWidth(note) + 2), 6)
  const from = Math.round(labels) + 16
  const full = Math.round(width - from - notes * letter - 14)
  const row = 27
  const drawn = bars.map(({ label, share, value, note, tone = 'accent' }, at) => {
    const y = at * row
    const long = Math.max(0, Math.min(1, share)) * full
    return html`<g><title>${label}: ${value}${note === undefined ? undefined : html` (${note})`}</title>
<text x="0" y="${y + 18}">${fitted(label, labels)}</text>
<rect class="track" x="${from}" y="${y + 7}" width="${full}" height="14" rx="3"/>
${long > 0 ? html`<rect class="${tone}" x="${from}" y="${y + 7}" width="${round(long)}" height="14" rx="3"/>` : undefined}
<text x="${from + full + 10}" y="${y + 18}">${value}${note === undefined ? undefined : html`<tspan class="quiet" dx="8">${note}</tspan>`}</text></g>`
  })
  const hasNotes = bars.some(({ note }) => note !== undefined)
  return chart(words, bars.length * row, drawn, {
    head: head.filter((one) => one !== undefined),
    rows: bars.map(({ label, value, note }) => [label, value, ...(hasNotes ? [note ?? ''] : [])]),
    numeric: [1, 2],
  })
}

export interface LinePoint {
  /** Of the point: a date, a title. */
  readonly label: string
  /** 0 to 1; undefined leaves a gap. */
  readonly share: number | undefined
  readonly value: string
}

export interface LineChart extends ChartWords {
  readonly points: readonly LinePoint[]
  readonly head: readonly [string, string]
}

/** Shares over time; the first and the last label stand under it. */
export function lineChart({ points, head, ...words }: LineChart): Html {
  const left = 44
  const top = 10
  const high = 150
  const long = width - left - 12
  const x = (at: number) => round(left + (points.length < 2 ? long / 2 : (at * long) / (points.length - 1)))
  const y = (share: number) => round(top + (1 - Math.max(0, Math.min(1, share))) * high)
  const runs: { at: number; share: number }[][] = [[]]
  points.forEach(({ share }, at) => {
    if (share === undefined) runs.push([])
    else runs.at(-1)?.push({ at, share })
  })
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const way = run.map(({ at, share }) => `${x(at)},${y(share)}`).join(' L')
      return html`<path class="area" d="M${way} L${x(run.at(-1)!.at)},${y(0)} L${x(run[0]!.at)},${y(0)} Z"/>
<path class="line" d="M${way}"/>`
    })
  const marks = points.flatMap(({ label, share, value }, at) =>
    share === undefined
      ? []
      : [
          html`<circle class="point" cx="${x(at)}" cy="${y(share)}" r="3.5"><title>${label}: ${value}</title></circle>`,
        ],
  )
  const rules = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => html`<line class="rule" x1="${left}" x2="${left + long}" y1="${y(share)}" y2="${y(share)}"/>
<text class="quiet" x="${left - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  )
  const below = y(0) + 22
  const ends = html`<text class="quiet" x="${left}" y="${below}">${points[0]?.label}</text>
${points.length > 1 ? html`<text class="quiet" x="${left + long}" y="${below}" text-anchor="end">${points.at(-1)?.label}</text>` : undefined}`
  return chart(words, below + 8, [...rules, ...lines, ...marks, ends], {
    head,
    rows: points.map(({ label, value }) => [label, value]),
    numeric: [1],
  })
}

export interface CalendarChart extends ChartWords, CalendarContent {
  /** January to December. */
  readonly months: readonly string[]
  /** Monday to Sunday. */
  readonly weekdays: readonly string[]
  /** Of a day: "3 answers". */
  readonly count: (count: number) => string
  /** At the two ends of the scale of colours. */
  readonly less: string
  readonly more: string
  readonly head: readonly [string, string]
}

/** Weeks as columns, Monday first; the more on a day, the stronger its colour. */
export function calendarChart(content: CalendarChart): Html {
  const { counts, today, months, weekdays, count, less, more, head, ...words } = content
  const weeks = weeksOf(content)
  const left = 40
  const top = 22
  const step = Math.min(28, (width - left) / weeks.length)
  const side = round(step - 3.5)
  const x = (week: number) => round(left + week * step)
  const y = (weekday: number) => round(top + weekday * step)
  const days = weeks.flatMap(({ monday, counts: ofWeek }, week) =>
    ofWeek.flatMap((n, weekday) => {
      if (n === undefined) return []
      const day = monday + weekday
      const marked = day === today ? ' today' : ''
      return [
        html`<rect class="day${busyness(n)}${marked}" x="${x(week)}" y="${y(weekday)}" width="${side}" height="${side}" rx="3"><title>${isoDate(day)}: ${count(n)}</title></rect>`,
      ]
    }),
  )
  const names = [0, 2, 4, 6].map(
    (weekday) =>
      html`<text class="quiet" x="${left - 8}" y="${y(weekday) + side / 2 + 4}" text-anchor="end">${weekdays[weekday]}</text>`,
  )
  const heads = monthsOf(weeks).map(
    ({ week, month }) => html`<text class="quiet" x="${x(week)}" y="${top - 8}">${months[month - 1]}</text>`,
  )
  const below = y(7) + 10
  const right = x(weeks.length - 1) + side
  const scaleFrom = right - textWidth(more) * letter - 8 - 5 * 17
  const scale = html`<text class="quiet" x="${round(scaleFrom - 8)}" y="${below + 10}" text-anchor="end">${less}</text>
${[0, 1, 2, 3, 4].map((step) => html`<rect class="day${step}" x="${round(scaleFrom + step * 17)}" y="${below}" width="13" height="13" rx="3"/>`)}
<text class="quiet" x="${round(right)}" y="${below + 10}" text-anchor="end">${more}</text>`
  const active = [...counts].filter(([day, n]) => n > 0 && day <= today).sort(([a], [b]) => b - a)
  return chart(words, below + 18, [...heads, ...names, ...days, scale], {
    head,
    rows: active.map(([day, n]) => [isoDate(day), count(n)]),
  })
}

function chart(
  { id, title, description, numbers }: ChartWords,
  height: number,
  drawn: readonly Html[],
  content: Parameters<typeof table>[0],
): Html {
  return html`<figure>
<div class="wide"><svg viewBox="0 0 ${width} ${round(height)}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${drawn}
</svg></div>
${folded(numbers, table({ ...content, caption: title }))}
</figure>`
}

/** A label that is too long for its place ends in an ellipsis; the whole stands in its title and the table. */
function fitted(label: string, pixels: number): string {
  const cells = Math.floor(pixels / letter + 0.01)
  return textWidth(label) <= cells ? label : `${cutToWidth(label, cells - 1)}…`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
