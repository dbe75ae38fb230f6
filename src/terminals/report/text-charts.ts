/**
 * Charts in the cells of a terminal: bars, a line, a calendar of days. What they say they say by their signs; colour, where
 * there is any, repeats it. Wide characters are measured.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { CellTone } from '../tui/colours.ts'
import { cutToWidth, padToWidth } from '../tui/cut-to-width.ts'
import { busyness, type CalendarContent, monthsOf, weeksOf } from './calendar.ts'

/** Gives a text its tone: `toned` on a terminal, `plainly` elsewhere. */
export type Paint = (text: string, tone: CellTone) => string

export const plainly: Paint = (text) => text

export interface TextBar {
  readonly label: string
  /** 0 to 1. */
  readonly share: number
  readonly value: string
  readonly note?: string
  readonly tone?: CellTone
}

/** A row for each bar: label, bar, value, note; `columns` cells at most. */
export function textBars(bars: readonly TextBar[], columns: number, paint: Paint = plainly): string[] {
  const labels = Math.min(Math.floor(columns / 3), Math.max(0, ...bars.map(({ label }) => textWidth(label))))
  const values = Math.max(0, ...bars.map(({ value }) => textWidth(value)))
  const notes = Math.max(0, ...bars.map(({ note = '' }) => textWidth(note)))
  const long = Math.max(4, Math.min(40, columns - labels - values - notes - (notes > 0 ? 6 : 4)))
  return bars.map(({ label, share, value, note = '', tone = 'active' }) => {
    const row = [
      padToWidth(clipped(label, labels), labels),
      barOf(share, long, tone, paint),
      ' '.repeat(values - textWidth(value)) + value,
      paint(note, 'dim'),
    ]
    return row.join('  ').trimEnd()
  })
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar in eighths of a cell over a track of dots. */
export function barOf(
  share: number,
  cells: number,
  tone: CellTone = 'active',
  paint: Paint = plainly,
): string {
  // What is not nothing shows, what is not all leaves a gap.
  const least = share > 0 ? 1 : 0
  const most = cells * 8 - (share < 1 ? 1 : 0)
  const parts = Math.max(least, Math.min(most, Math.round(share * cells * 8)))
  const filled = '█'.repeat(parts >> 3) + (eighths[parts & 7] ?? '')
  return paint(filled, tone) + paint('·'.repeat(cells - textWidth(filled)), 'dim')
}

export interface TextPoint {
  readonly label: string
  /** 0 to 1; undefined leaves a gap. */
  readonly share: number | undefined
}

/** Shares over time in Braille dots over an axis from 0 to 100 %, with the first and the last label under it. */
export function textLine(
  points: readonly TextPoint[],
  {
    columns,
    rows,
    paint = plainly,
  }: { readonly columns: number; readonly rows: number; readonly paint?: Paint },
): string[] {
  const axis = 6
  const cells = columns - axis - 1
  const dots = new Dots(cells, rows)
  const x = (at: number) =>
    points.length < 2 ? cells : Math.round((at * (2 * cells - 1)) / (points.length - 1))
  const y = (share: number) => Math.round((1 - Math.max(0, Math.min(1, share))) * (4 * rows - 1))
  let before: { readonly x: number; readonly y: number } | undefined
  points.forEach(({ share }, at) => {
    const here = share === undefined ? undefined : { x: x(at), y: y(share) }
    if (here !== undefined) dots.line(before ?? here, here)
    before = here
  })
  const lines = dots.rows().map((row, at) => {
    const share = at === 0 ? '100 %' : at === rows - 1 ? '0 %' : at === Math.floor(rows / 2) ? '50 %' : ''
    return `${paint(share.padStart(axis - 1), 'dim')} ${paint(share === '' ? '│' : '┤', 'dim')}${paint(row, 'active')}`.trimEnd()
  })
  const first = clipped(points[0]?.label ?? '', Math.floor(cells / 2))
  const last = points.length > 1 ? clipped(points.at(-1)?.label ?? '', Math.floor(cells / 2) - 1) : ''
  const between = ' '.repeat(Math.max(1, cells - textWidth(first) - textWidth(last)))
  return [
    ...lines,
    paint(`${' '.repeat(axis)}└${'─'.repeat(cells)}`, 'dim'),
    paint(`${' '.repeat(axis + 1)}${first}${between}${last}`.trimEnd(), 'dim'),
  ]
}

/** The bits of a Braille cell's dots (Unicode chapter 21.1), by row, left and right. */
const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
]

class Dots {
  readonly #cells: number
  readonly #bits: number[][]

  constructor(cells: number, rows: number) {
    this.#cells = cells
    this.#bits = Array.from({ length: rows }, () => new Array<number>(cells).fill(0))
  }

  line(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
  ): void {
    const steps = Math.max(1, Math.abs(to.x - from.x), Math.abs(to.y - from.y))
    for (let step = 0; step <= steps; step++) {
      const x = Math.round(from.x + ((to.x - from.x) * step) / steps)
      const y = Math.round(from.y + ((to.y - from.y) * step) / steps)
      const row = this.#bits[y >> 2]
      const bit = brailleBits[y & 3]?.[x & 1] ?? 0
      if (row !== undefined && x >> 1 < this.#cells) row[x >> 1] = (row[x >> 1] ?? 0) | bit
    }
  }

  rows(): string[] {
    return this.#bits.map((row) =>
      row.map((bits) => (bits === 0 ? ' ' : String.fromCodePoint(0x2800 + bits))).join(''),
    )
  }
}

export interface TextCalendar extends CalendarContent {
  /** January to December. */
  readonly months: readonly string[]
  /** Monday to Sunday. */
  readonly weekdays: readonly string[]
  readonly less: string
  readonly more: string
  readonly paint?: Paint
}

/** From no answer to many. */
export const daySigns = ['·', '░', '▒', '▓', '█'] as const

/** Weeks as columns of two cells, Monday first, with the scale of its signs below. */
export function textCalendar(content: TextCalendar): string[] {
  const { months, weekdays, less, more, paint = plainly } = content
  const weeks = weeksOf(content)
  const left = Math.max(...weekdays.map(textWidth)) + 2
  const sign = (count: number | undefined) => {
    if (count === undefined) return '  '
    const busy = busyness(count)
    return `${paint(daySigns[busy], busy === 0 ? 'dim' : 'good')} `
  }
  const rows = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const name = padToWidth(weekday % 2 === 0 ? (weekdays[weekday] ?? '') : '', left)
    const days = weeks.map(({ counts }) => sign(counts[weekday])).join('')
    return `${paint(name, 'dim')}${days}`.trimEnd()
  })
  const scale = daySigns.map((_, busy) => sign([0, 1, 5, 10, 20][busy])).join('')
  return [
    monthRow(weeks, months, left, paint),
    ...rows,
    `${' '.repeat(left)}${paint(less, 'dim')} ${scale}${paint(more, 'dim')}`,
  ]
}

function monthRow(
  weeks: ReturnType<typeof weeksOf>,
  months: readonly string[],
  left: number,
  paint: Paint,
): string {
  let row = ''
  for (const { week, month } of monthsOf(weeks)) {
    // A name that would run into the last one is left out.
    if (row === '' || textWidth(row) < week * 2) row = padToWidth(row, week * 2) + (months[month - 1] ?? '')
  }
  return paint(' '.repeat(left) + row, 'dim')
}

function clipped(text: string, columns: number): string {
  return textWidth(text) <= columns ? text : `${cutToWidth(text, columns - 1)}…`
}
