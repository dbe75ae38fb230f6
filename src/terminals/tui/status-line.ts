/**
 * The one line below the console: where am I, is it saved, how do I get help. What does not fit is left out, the least
 * important first, so that the line never wraps and its end, the leader key, is always there.
 */

import { textWidth } from '../../session/cell-width.ts'
import type { DeviceStatus } from '../../session/device.ts'
import type { Texts } from '../i18n/texts.ts'
import { cutToWidth } from './cut-to-width.ts'
import type { ScrollView } from './scroll-view.ts'

export type Tone = 'plain' | 'bold' | 'dim' | 'good' | 'attention' | 'active'

export interface Piece {
  readonly text: string
  readonly tone: Tone
}

export interface StatusOptions {
  readonly device: DeviceStatus
  /** A host has no configuration to save. */
  readonly isHost?: boolean
  /** Virtual ms for each ms of the wall. */
  readonly speed: number
  readonly recording: boolean
  /** Of a drill or an exam: the time that is left. */
  readonly timeLeft?: string | undefined
  /** There are tasks, and nothing of them is to be seen: the key that shows them is said. */
  readonly hidesTasks?: boolean
  /** A remark that stands for a moment. */
  readonly note?: string | undefined
  readonly texts: Texts
  readonly columns: number
}

interface Item {
  readonly pieces: readonly Piece[]
  /** The lowest goes first; what has none stays. */
  readonly rank?: number
}

/** The whole line, `columns` cells at most. */
export function statusLine(options: StatusOptions): Piece[] {
  const { columns, texts } = options
  const end: Piece = { text: texts.status.menu, tone: 'active' }
  let items = itemsOf(options)
  for (const gap of [3, 2]) {
    const line = laidOut(items, end, gap, columns)
    if (line !== undefined) return line
  }
  for (;;) {
    const least = Math.min(...items.map(({ rank }) => rank ?? Infinity))
    if (least === Infinity) break
    items = items.filter(({ rank }) => rank !== least)
    for (const gap of [3, 2]) {
      const line = laidOut(items, end, gap, columns)
      if (line !== undefined) return line
    }
  }
  return [
    {
      text: cutToWidth(` ${items[0]?.pieces.map(({ text }) => text).join('') ?? ''}`, columns),
      tone: 'plain',
    },
  ]
}

/** Pieces one after the other with `gap` between, the end at the right edge; undefined when it does not fit. */
function laidOut(items: readonly Item[], end: Piece, gap: number, columns: number): Piece[] | undefined {
  const line: Piece[] = [{ text: ' ', tone: 'plain' }]
  items.forEach(({ pieces }, i) => {
    // Device and mode belong together.
    if (i > 0) line.push({ text: ' '.repeat(i === 1 ? 2 : gap), tone: 'plain' })
    line.push(...pieces)
  })
  const width = line.reduce((cells, { text }) => cells + textWidth(text), 0)
  const space = columns - width - textWidth(end.text)
  if (space < gap) return undefined
  // Where there is room the end keeps off the edge, as the beginning does.
  const margin = space > gap ? 1 : 0
  return [...line, { text: ' '.repeat(space - margin), tone: 'plain' }, end]
}

function itemsOf(options: StatusOptions): Item[] {
  const { device, isHost = false, speed, recording, timeLeft, hidesTasks, note, texts, columns } = options
  const powered = device.state !== 'off'
  const sign: Piece = powered ? { text: '●', tone: 'good' } : { text: '○', tone: 'dim' }
  const name: Item = { pieces: [sign, { text: ` ${device.name}`, tone: 'bold' }] }
  if (note !== undefined) {
    // Between the sign and the leader key; the device's name gives way to a long one.
    const room = columns - textWidth(texts.status.menu) - 8
    const named = textWidth(note) + textWidth(device.name) + 1 <= room
    const text = textWidth(note) <= room ? note : `${cutToWidth(note, room - 1)}…`
    return [
      named ? name : { pieces: [sign] },
      {
        pieces: [
          { text: '▲ ', tone: 'attention' },
          { text, tone: 'plain' },
        ],
      },
    ]
  }
  const items: Item[] = [name, { pieces: [{ text: wordsFor(device, texts), tone: 'plain' }], rank: 5 }]
  if (powered && device.clock !== undefined && !isHost) {
    items.push({
      pieces: [
        device.unsaved
          ? { text: `▲ ${texts.status.unsaved}`, tone: 'attention' }
          : { text: texts.status.saved, tone: 'dim' },
      ],
    })
  }
  if (timeLeft !== undefined) items.push({ pieces: [{ text: `◷ ${timeLeft}`, tone: 'active' }] })
  if (device.state === 'in use' && device.execTimeoutMs > 0) {
    const idle = texts.status.idle(minutes(device.idleMs), minutes(device.execTimeoutMs))
    items.push({ pieces: [{ text: idle, tone: 'dim' }], rank: 1 })
  }
  if (device.clock !== undefined) items.push({ pieces: [{ text: device.clock, tone: 'dim' }], rank: 2 })
  if (speed === 0) items.push({ pieces: [{ text: texts.status.paused, tone: 'attention' }] })
  else if (speed !== 1) items.push({ pieces: [{ text: `×${speed}`, tone: 'attention' }] })
  if (recording) items.push({ pieces: [{ text: `● ${texts.status.recording}`, tone: 'attention' }], rank: 4 })
  if (hidesTasks === true) items.push({ pieces: [{ text: texts.status.tasks, tone: 'active' }], rank: 3 })
  return items
}

function wordsFor(device: DeviceStatus, texts: Texts): string {
  if (device.state !== 'in use') return texts.states[device.state]
  const words: Readonly<Record<string, string>> = texts.modes
  return Object.hasOwn(words, device.mode) ? (words[device.mode] ?? device.mode) : device.mode
}

/** `0:12`, `10:00`, `1:05:00`. */
function minutes(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (number: number): string => String(number).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = Math.floor(seconds / 60) % 60
  return `${hours > 0 ? `${hours}:${two(rest)}` : rest}:${two(seconds % 60)}`
}

/** The line while looking back: where one is, and the way on and back. */
export function scrollLine(view: ScrollView, texts: Texts, columns: number): Piece[] {
  const { scroll } = texts
  if (view.typed !== undefined)
    return edges({ text: `/${view.typed}`, tone: 'bold' }, [scroll.searchKeys], columns)
  const { notFound, marked } = view
  const where =
    notFound !== undefined
      ? scroll.notFound(notFound)
      : marked > 0
        ? scroll.marked(marked)
        : scroll.at(view.line + 1, view.length)
  const tone = notFound === undefined ? 'active' : 'attention'
  return edges({ text: where, tone }, [scroll.keys, scroll.narrowKeys], columns)
}

/** One text at the left edge, and the first of the others that fits at the right. */
function edges(left: Piece, rights: readonly string[], columns: number): Piece[] {
  const right = rights.find((text) => textWidth(left.text) + textWidth(text) + 4 <= columns) ?? ''
  const text = cutToWidth(left.text, columns - textWidth(right) - 1)
  const space = Math.max(0, columns - 2 - textWidth(text) - textWidth(right))
  return [
    { text: ' ', tone: 'plain' },
    { text, tone: left.tone },
    { text: `${' '.repeat(space)}${right}`, tone: 'plain' },
  ]
}
