/** The list of drills: by topic, level, due date or best mark; searched, filtered, chosen from. */

import type { Item } from '../../../drills/repetition/attempt.ts'
import type { Standing } from '../../../drills/repetition/progress.ts'
import { type Language, said, type Texts } from '../../../drills/texts.ts'
import { textWidth } from '../../../session/cell-width.ts'
import type { DrillEntry } from '../../../stores/drill-entry.ts'
import { toned } from '../colours.ts'
import { cutToWidth, padToWidth } from '../cut-to-width.ts'
import { drillWords } from './drill-words.ts'

export interface ListedDrills {
  readonly entries: readonly DrillEntry[]
  readonly topics: ReadonlyMap<string, Texts>
  readonly standings: ReadonlyMap<Item, Standing>
  readonly nowMs: number
}

type Order = 'topic' | 'level' | 'due' | 'best'
type Filter = 'all' | 'lab' | 'cards' | 'due'
const orders: readonly Order[] = ['topic', 'level', 'due', 'best']
const filters: readonly Filter[] = ['all', 'lab', 'cards', 'due']
const dayMs = 86_400_000

interface Row {
  readonly entry: DrillEntry
  /** Of the best attempt, 0–1; undefined where it was never tried. */
  readonly best: number | undefined
  /** Of cards the earliest of their questions. */
  readonly dueMs: number | undefined
}

type Line =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'drill'; readonly row: Row; readonly at: number }

export class DrillList {
  #listed: ListedDrills
  #order: Order = 'topic'
  #filter: Filter = 'all'
  #search = ''
  #searching = false
  #at = 0
  #top = 0
  #page = 1

  constructor(listed: ListedDrills) {
    this.#listed = listed
  }

  /** After something was done: other marks, other dates. The same drill stays chosen. */
  set listed(listed: ListedDrills) {
    const { chosen } = this
    this.#listed = listed
    const again = this.#rows.findIndex(({ entry }) => entry.id === chosen?.id)
    if (again >= 0) this.#at = again
  }

  get chosen(): DrillEntry | undefined {
    return this.#rows[this.#at]?.entry
  }

  get isSearching(): boolean {
    return this.#searching
  }

  key(key: string): void {
    if (this.#searching) this.#searchKey(key)
    else if (key === '/') this.#searching = true
    else if (key === 's') this.#order = next(orders, this.#order)
    else if (key === 'f') this.#filter = next(filters, this.#filter)
    else if (key === 'esc') this.#search = ''
    else this.#move(key)
    this.#at = Math.max(0, Math.min(this.#at, this.#rows.length - 1))
  }

  #searchKey(key: string): void {
    if (key === 'enter' || key === 'esc') this.#searching = false
    if (key === 'esc') this.#search = ''
    else if (key === 'backspace') this.#search = [...this.#search].slice(0, -1).join('')
    else if ([...key].length === 1) {
      this.#search += key
      this.#at = 0
    } else this.#move(key)
  }

  #move(key: string): void {
    const by = { up: -1, down: 1, pageup: -this.#page, pagedown: this.#page, home: -Infinity, end: Infinity }[
      key
    ]
    if (by !== undefined) this.#at = Math.max(0, Math.min(this.#rows.length - 1, this.#at + by))
  }

  get #rows(): readonly Row[] {
    const { entries, nowMs } = this.#listed
    const wanted = this.#search.toLowerCase()
    const rows = entries
      .map((entry) => this.#row(entry))
      .filter(({ entry, dueMs }) => {
        if (this.#filter === 'due' && (dueMs === undefined || dueMs > nowMs)) return false
        if ((this.#filter === 'lab' || this.#filter === 'cards') && entry.kind !== this.#filter) return false
        return wanted === '' || this.#searched(entry).includes(wanted)
      })
    const late = Number.MAX_SAFE_INTEGER
    // The entries stand in the order of the course, by level within a topic; sorting keeps it among equals.
    if (this.#order === 'level') rows.sort((a, b) => a.entry.level - b.entry.level)
    else if (this.#order === 'due') rows.sort((a, b) => (a.dueMs ?? late) - (b.dueMs ?? late))
    else if (this.#order === 'best') rows.sort((a, b) => (a.best ?? 2) - (b.best ?? 2))
    return rows
  }

  #searched({ id, title, topic }: DrillEntry): string {
    const named = this.#listed.topics.get(topic)
    return [id, title.en, title.zh, topic, named?.en, named?.zh].join('\n').toLowerCase()
  }

  #row(entry: DrillEntry): Row {
    const { standings } = this.#listed
    if (entry.kind === 'lab') {
      const standing = standings.get(`drill:${entry.id}`)
      const best = standing?.best
      return { entry, best: best === undefined ? undefined : best.score / best.max, dueMs: standing?.dueMs }
    }
    const own = [...standings].filter(
      ([item]) => item.startsWith(`card:${entry.id}/`) || item.startsWith(`family:${entry.id}/`),
    )
    const dates = own.flatMap(([, { dueMs }]) => dueMs ?? [])
    const points = own.reduce(
      (sum, [, { best }]) => sum + (best === undefined ? 0 : best.score / best.max),
      0,
    )
    return {
      entry,
      // Of all questions, asked or not.
      best: own.length === 0 ? undefined : Math.min(1, points / Math.max(1, entry.questions ?? own.length)),
      dueMs: dates.length === 0 ? undefined : Math.min(...dates),
    }
  }

  /** The whole window but its last two rows. */
  rows(columns: number, height: number, language: Language): string[] {
    const words = drillWords(language)
    const rows = this.#rows
    const lines = this.#lines(rows)
    const head = this.#headRows(columns, language, rows.length)
    this.#page = Math.max(1, height - head.length)
    const at = lines.findIndex((line) => line.kind === 'drill' && line.at === this.#at)
    // The heading above the first of a topic stays in sight.
    const from = at > 0 && lines[at - 1]?.kind === 'topic' ? at - 1 : at
    this.#top = Math.max(
      0,
      Math.min(this.#top, from),
      Math.min(at - this.#page + 1, lines.length - this.#page),
    )
    const shown = lines.slice(this.#top, this.#top + this.#page)
    const body = shown.map((line) =>
      line.kind === 'topic'
        ? toned(
            ` ${said(this.#listed.topics.get(line.topic) ?? { en: line.topic, zh: line.topic }, language)}`,
            'dim',
          )
        : this.#drillRow(line.row, line.at === this.#at, columns, language),
    )
    const none = this.#filter === 'due' && this.#search === '' ? words.noneDue : words.none
    return [...head, ...(rows.length === 0 ? ['', `  ${none}`] : body)]
  }

  #lines(rows: readonly Row[]): Line[] {
    return rows.flatMap((row, at): Line[] => {
      const drill: Line = { kind: 'drill', row, at }
      const isFirst = this.#order === 'topic' && rows[at - 1]?.entry.topic !== row.entry.topic
      return isFirst ? [{ kind: 'topic', topic: row.entry.topic }, drill] : [drill]
    })
  }

  #headRows(columns: number, language: Language, count: number): string[] {
    const words = drillWords(language)
    const search =
      this.#searching || this.#search !== '' ? `   /${this.#search}${this.#searching ? '_' : ''}` : ''
    const title = ` ${words.title} · ${count}   ${words.sorted[this.#order]}   ${words.filters[this.#filter]}${search}`
    const { level, best, due, title: name } = words.head
    return [
      toned(cutToWidth(title, columns), 'bold'),
      toned(this.#laidOut(name, level, best, due, columns), 'dim'),
    ]
  }

  #drillRow({ entry, best, dueMs }: Row, isChosen: boolean, columns: number, language: Language): string {
    const words = drillWords(language)
    const { nowMs } = this.#listed
    const isDue = dueMs !== undefined && dueMs <= nowMs
    const mark = best === undefined ? words.never : `${Math.round(best * 100)} %`
    const due =
      dueMs === undefined ? '' : isDue ? words.dueNow : words.inDays(Math.ceil((dueMs - nowMs) / dayMs))
    const count = entry.questions ?? 0
    const counts = entry.kind === 'cards' ? [` (${words.questions(count)})`, ` (${count})`] : []
    const highest = entry.highestLevel
    const level = highest === undefined ? `${entry.level}` : `${entry.level}–${highest}`
    const sign = best === undefined ? '○' : best < 1 ? '◐' : '●'
    const title = `${sign} ${said(entry.title, language)}`
    const named = [...counts.map((what) => title + what), title]
    const row = this.#laidOut(
      named.find((text) => textWidth(text) <= titleCells(columns)) ?? title,
      level,
      mark,
      due,
      columns,
    )
    if (isChosen) return toned(row, 'active').replace(' ', '▸')
    return isDue ? row.replace('▲', toned('▲', 'attention')) : row
  }

  #laidOut(title: string, level: string, best: string, due: string, columns: number): string {
    const room = titleCells(columns)
    const fitted = textWidth(title) <= room ? title : `${cutToWidth(title, room - 1)}…`
    return `  ${padToWidth(fitted, room)} ${padToWidth(level, levelCells)}${padToWidth(best, bestCells)}${cutToWidth(due, dueCells)}`
  }
}

const levelCells = 7
const bestCells = 10
const dueCells = 12

function titleCells(columns: number): number {
  return columns - 3 - levelCells - bestCells - dueCells
}

function next<T>(all: readonly T[], now: T): T {
  return all[(all.indexOf(now) + 1) % all.length] ?? now
}
