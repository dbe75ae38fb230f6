/**
 * The directives of a transcript: one entry each in a table, which says how its words are read. Whoever adds one
 * adds an entry, and where it acts between rows, a step for the runner.
 */

import type { Lab, LabCable } from '../labs/lab.ts'
import type { Step } from './transcript.ts'

/** The words behind a directive's name. */
export interface Words {
  readonly number: number
  /** All of it, without blanks at its ends. */
  readonly text: string
  readonly list: readonly { readonly text: string; readonly column: number }[]
  /** 1-based column behind the last word. */
  readonly endColumn: number
}

/** What was wrong, and where. */
interface WordFault {
  readonly column: number
  readonly found: string
  readonly expected: string
}

/** What the reader gathers while it goes through the file. */
export interface Reading {
  device(name: string, profile: string, number: number): void
  knowsDevice(name: string): boolean
  readonly deviceNames: readonly string[]
  readonly profileNames: readonly string[]
  readonly lab: Lab | undefined
  /** The file's devices are the lab's. */
  readonly usesLab: boolean
  /** False when the file has devices already. */
  takeLab(): boolean
  cable(end: string): LabCable | undefined
  /** The rows that follow are configuration; false when the device has been on show already. */
  config(number: number): boolean
  step(step: Step): void
  secrets(words: readonly string[]): void
  captured(): void
  exactBlanks(): void
}

type Read = (words: Words, reading: Reading) => WordFault | undefined

const wrong = (words: Words, index: number, expected: string): WordFault => {
  const word = words.list[index]
  return word === undefined
    ? { column: words.endColumn, found: 'the end of the row', expected }
    : { column: word.column, found: quoted(word.text), expected }
}

function quoted(text: string): string {
  return `"${text}"`
}

const list = (names: readonly string[]): string => (names.length === 0 ? 'none yet' : names.join(', '))

export const directives: ReadonlyMap<string, Read> = new Map<string, Read>([
  [
    'device',
    (words, reading) => {
      const [name, profile, more] = words.list
      const form = 'device NAME PROFILE'
      if (name === undefined || profile === undefined) return wrong(words, words.list.length, form)
      if (more !== undefined) return wrong(words, 2, `nothing behind ${form}`)
      if (reading.usesLab)
        return {
          column: 4,
          found: '"device"',
          expected: 'the devices of the lab, and no single ones beside it',
        }
      if (reading.knowsDevice(name.text)) return wrong(words, 0, 'a name that no other device has')
      if (!reading.profileNames.includes(profile.text))
        return wrong(words, 1, `a profile (${list(reading.profileNames)})`)
      reading.device(name.text, profile.text, words.number)
      return undefined
    },
  ],
  [
    'config',
    (words, reading) => {
      if (words.list.length > 0) return wrong(words, 0, 'the configuration in indented rows below')
      if (reading.config(words.number)) return undefined
      return { column: 4, found: '"config"', expected: 'it once for a device, before the first row' }
    },
  ],
  [
    'on',
    (words, reading) => {
      const [name] = words.list
      if (name === undefined || words.list.length > 1 || !reading.knowsDevice(name.text))
        return wrong(words, words.list.length > 1 ? 1 : 0, `one device (${list(reading.deviceNames)})`)
      reading.step({ kind: 'on', number: words.number, name: name.text })
      return undefined
    },
  ],
  [
    'lab',
    (words, reading) => {
      if (words.list.length === 0) return wrong(words, 0, "a lab's name or path")
      if (reading.lab === undefined) return wrong(words, 0, 'a lab that can be read')
      if (reading.takeLab()) return undefined
      return { column: 4, found: '"lab"', expected: 'it once, and no single devices beside it' }
    },
  ],
  ['cut', (words, reading) => cable('cut', words, reading)],
  ['mend', (words, reading) => cable('mend', words, reading)],
  [
    'power',
    (words, reading) => {
      const [state, name, more] = words.list
      if (state === undefined || !/^(?:on|off)$/.test(state.text)) return wrong(words, 0, 'on or off')
      if (name === undefined || more !== undefined || !reading.knowsDevice(name.text))
        return wrong(words, more === undefined ? 1 : 2, `one device (${list(reading.deviceNames)})`)
      reading.step({ kind: 'power', number: words.number, name: name.text, on: state.text === 'on' })
      return undefined
    },
  ],
  [
    'capture',
    (words, reading) => {
      const form = 'capture "SW1 Gi0/1" FILE.pcapng [DURATION]'
      const match = /^(?:--cable\s+)?"([^"]+)"\s+(?:-o\s+)?(\S+)(?:\s+(?:--for\s+)?(\S+))?$/.exec(words.text)
      const found = match === null ? undefined : reading.cable(match[1] ?? '')
      if (match === null || found === undefined) return wrong(words, 0, form)
      const ms = match[3] === undefined ? undefined : durationMs(match[3])
      if (match[3] !== undefined && ms === undefined) return wrong(words, words.list.length - 1, form)
      reading.step({ kind: 'capture', number: words.number, cable: found, file: match[2] ?? '', ms })
      return undefined
    },
  ],
  [
    'clock',
    (words, reading) => {
      const utcMs = instant(words.text)
      if (utcMs === undefined) return wrong(words, 0, 'a time such as 2025-11-24T23:35:00Z')
      reading.step({ kind: 'clock', number: words.number, utcMs })
      return undefined
    },
  ],
  [
    'secret',
    (words, reading) => {
      if (words.list.length === 0) return wrong(words, 0, 'words')
      reading.secrets(words.list.map(({ text }) => text))
      return undefined
    },
  ],
  [
    'wait',
    (words, reading) => {
      const ms = durationMs(words.text)
      if (ms === undefined) return wrong(words, 0, 'a time such as 10m, 90s, 1h30m or 500ms')
      reading.step({ kind: 'wait', number: words.number, ms })
      return undefined
    },
  ],
  [
    'source',
    (words, reading) => {
      const [source] = words.list
      if (source?.text === 'captured') reading.captured()
      else if (source?.text !== 'hand-written') return wrong(words, 0, 'captured or hand-written')
      return undefined
    },
  ],
  ['width', (words, reading) => cells('width', words, reading)],
  ['length', (words, reading) => cells('length', words, reading)],
  [
    'blanks',
    (words, reading) => {
      if (words.text !== 'exact') return wrong(words, 0, 'exact')
      reading.exactBlanks()
      return undefined
    },
  ],
])

function cable(kind: 'cut' | 'mend', words: Words, reading: Reading): WordFault | undefined {
  const found = reading.cable(words.text.replace(/^"(.*)"$/, '$1'))
  if (found === undefined) return wrong(words, 0, 'a cable of the lab, by a port such as SW1 Gi0/1')
  reading.step({ kind, number: words.number, cable: found })
  return undefined
}

function cells(kind: 'width' | 'length', words: Words, reading: Reading): WordFault | undefined {
  const value = Number(words.text)
  if (!/^\d{1,3}$/.test(words.text) || value > 512) return wrong(words, 0, 'a number from 0 to 512')
  reading.step({ kind, number: words.number, cells: value })
  return undefined
}

const unitMs: ReadonlyMap<string, number> = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
])

/** `1h30m` in milliseconds; undefined when it is no duration. */
export function durationMs(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[dhms])\s*)+$/.test(text)) return undefined
  let sum = 0
  for (const [, number, unit] of text.matchAll(/([\d.]+)(ms|[dhms])/g))
    sum += Math.round(Number(number) * (unitMs.get(unit ?? '') ?? 0))
  return Number.isSafeInteger(sum) ? sum : undefined
}

/** A duration as `wait` reads it: `1m30s`, `3263ms`. */
export function durationText(ms: number): string {
  if (ms % 1000 !== 0 || ms === 0) return `${ms}ms`
  let rest = ms
  let text = ''
  for (const [unit, size] of unitMs) {
    const count = Math.floor(rest / size)
    if (count > 0) text += `${count}${unit}`
    rest -= count * size
  }
  return text
}

function instant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}
