/**
 * The typed arguments of the IOS layer: addresses, masks, interfaces, VLAN lists, times. Each owns how it is read, shown
 * and helped, and where the caret stands when it cannot be read.
 */

import { skipBlanks, tokenEnd } from '../grammar/argument.ts'
import { defineArgument, type IosSurroundings } from './argument-types.ts'
import { readUnit } from './interface-names.ts'

/** An IPv4 address or mask as an unsigned 32-bit number. */
export type Ipv4 = number

declare module '../grammar/pattern-types.ts' {
  interface ArgumentTypes {
    /** IPv4 address. */
    ipv4: Ipv4
    /** IPv4 netmask, as typed; whether it is contiguous is the command's business. */
    mask: Ipv4
    /** IPv4 wildcard bits. */
    wildcard: Ipv4
    /** MAC address as 12 lower-case hexadecimal digits. */
    mac: string
    /** An interface that exists: canonical name. */
    interface: string
    /** An interface that exists or is made by being named. */
    'new-interface': string
    /** `hh:mm:ss` in seconds since midnight. */
    'time-of-day': number
    /** `hh:mm` in seconds since midnight. */
    'hour-minute': number
    /** 0 (January) to 11. */
    month: number
    /** Percent with at most two decimals. */
    percent: number
    /** A name or an IPv4 address, as typed. */
    host: string
    /** A quad number in hexadecimal: 0x2102. */
    hex: number
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function showIpv4(address: Ipv4): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}

type Ipv4Reading =
  | { readonly ok: true; readonly value: Ipv4; readonly end: number }
  | { readonly ok: false; readonly at: number }
  | { readonly ok: 'incomplete' }

/** Reads a dotted quad. The caret of a bad one stands at the digit that makes an octet exceed 255, or at the first odd character. */
export function readIpv4(line: string, start: number): Ipv4Reading {
  const end = tokenEnd(line, start)
  let value = 0
  let at = start
  for (let octet = 0; octet < 4; octet++) {
    if (octet > 0) {
      if (at >= end) return end === line.length ? { ok: 'incomplete' } : { ok: false, at }
      if (line.charCodeAt(at) !== 46) return { ok: false, at }
      at++
    }
    const first = at
    let number = 0
    while (at < end && isDigit(line.charCodeAt(at))) {
      number = number * 10 + line.charCodeAt(at) - 48
      if (number > 255) return { ok: false, at }
      // 0255 is no octet from its first digit on.
      if (at - first > 2) return { ok: false, at: start }
      at++
    }
    if (at === first)
      return at >= end && end === line.length && octet > 0
        ? { ok: 'incomplete' }
        : { ok: false, at: octet === 0 ? start : at }
    value = value * 256 + number
  }
  return at < end ? { ok: false, at } : { ok: true, value: value >>> 0, end }
}

for (const name of ['ipv4', 'mask', 'wildcard'] as const) {
  defineArgument<Ipv4>(name, { placeholder: () => 'A.B.C.D', read: readIpv4, show: showIpv4 })
}

/** Whether the ones of a mask stand together on the left. */
export function isContiguous(mask: Ipv4): boolean {
  const inverted = ~mask >>> 0
  return (inverted & (inverted + 1)) === 0
}

export function prefixLength(mask: Ipv4): number {
  let length = 0
  for (let rest = mask; rest !== 0; rest = (rest << 1) >>> 0) length++
  return length
}

defineArgument<string>('mac', {
  placeholder: () => 'H.H.H',
  read(line, start) {
    const end = tokenEnd(line, start)
    const match = /^([0-9a-f]{1,4})\.([0-9a-f]{1,4})\.([0-9a-f]{1,4})$/i.exec(line.slice(start, end))
    if (match === null) return { ok: false, at: start }
    const value = match
      .slice(1)
      .map((part) => part.padStart(4, '0'))
      .join('')
      .toLowerCase()
    return { ok: true, value, end }
  },
  show: (value) => `${value.slice(0, 4)}.${value.slice(4, 8)}.${value.slice(8)}`,
})

type NameReading =
  | { readonly ok: true; readonly value: string; readonly end: number }
  | { readonly ok: false; readonly at: number }
  | { readonly ok: 'incomplete' }

/** A type by unique prefix, optional blanks, and the unit. `mayCreate`: logical interfaces come to be by being named. */
export function readInterface(
  line: string,
  start: number,
  { ios }: IosSurroundings,
  mayCreate: boolean,
): NameReading {
  const end = tokenEnd(line, start)
  let letters = start
  while (letters < end && !isDigit(line.charCodeAt(letters))) letters++
  const typed = line.slice(start, letters).toLowerCase()
  if (typed === '') return { ok: false, at: start }
  const fitting = ios.profile.interfaceTypes.filter((type) => type.name.toLowerCase().startsWith(typed))
  const type =
    fitting.find((one) => one.name.toLowerCase() === typed) ?? (fitting.length === 1 ? fitting[0] : undefined)
  if (type === undefined) return { ok: false, at: start }
  const unitStart = letters < end ? letters : skipBlanks(line, end)
  if (unitStart >= line.length) return { ok: 'incomplete' }
  const unit = readUnit(type, line, unitStart, tokenEnd(line, unitStart))
  if (unit.ok !== true) return unit
  const name = type.name + unit.unit
  if (ios.interfaces.has(name)) return { ok: true, value: name, end: unit.end }
  const creatable =
    type.logical || (unit.unit.includes('.') && ios.interfaces.has(name.slice(0, name.indexOf('.'))))
  return mayCreate && creatable ? { ok: true, value: name, end: unit.end } : { ok: false, at: unitStart }
}

function interfaceWords({ ios }: IosSurroundings): readonly { word: string; help: string }[] {
  return ios.interfaceWords
}

defineArgument<string>('interface', {
  placeholder: () => 'interface',
  read: (line, start, surroundings) => readInterface(line, start, surroundings, false),
  show: (value) => value,
  words: interfaceWords,
})

defineArgument<string>('new-interface', {
  placeholder: () => 'interface',
  read: (line, start, surroundings) => readInterface(line, start, surroundings, true),
  show: (value) => value,
  words: interfaceWords,
})

function readTime(
  pattern: RegExp,
): (line: string, start: number) => { ok: true; value: number; end: number } | { ok: false; at: number } {
  return (line, start) => {
    const end = tokenEnd(line, start)
    const match = pattern.exec(line.slice(start, end))
    const [hours, minutes, seconds] = (match ?? []).slice(1).map(Number)
    if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59 || (seconds ?? 0) > 59)
      return { ok: false, at: start }
    return { ok: true, value: hours * 3600 + minutes * 60 + (seconds ?? 0), end }
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

defineArgument<number>('time-of-day', {
  placeholder: () => 'hh:mm:ss',
  read: readTime(/^(\d{1,2}):(\d{1,2}):(\d{1,2})$/),
  show: (value) => `${pad(Math.floor(value / 3600))}:${pad(Math.floor(value / 60) % 60)}:${pad(value % 60)}`,
})

defineArgument<number>('hour-minute', {
  placeholder: () => 'hh:mm',
  read: readTime(/^(\d{1,2}):(\d{1,2})$/),
  show: (value) => `${pad(Math.floor(value / 3600))}:${pad(Math.floor(value / 60) % 60)}`,
})

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

defineArgument<number>('month', {
  placeholder: () => 'MONTH',
  read(line, start) {
    const end = tokenEnd(line, start)
    const typed = line.slice(start, end).toLowerCase()
    const fitting = monthNames.flatMap((name, index) => (name.toLowerCase().startsWith(typed) ? [index] : []))
    // Three letters are what people type; `J` alone fits three months.
    return fitting.length === 1 && fitting[0] !== undefined
      ? { ok: true, value: fitting[0], end }
      : { ok: false, at: start }
  },
  show: (value) => (monthNames[value] ?? '').slice(0, 3),
})

defineArgument<number>('percent', {
  placeholder: () => '<0.00 - 100.00>',
  read(line, start) {
    const end = tokenEnd(line, start)
    const text = line.slice(start, end)
    const value = Number(text)
    return /^\d{1,3}(\.\d{1,2})?$/.test(text) && value <= 100
      ? { ok: true, value, end }
      : { ok: false, at: start }
  },
  show: (value) => value.toFixed(2),
})

defineArgument<string>('host', {
  placeholder: () => 'Hostname or A.B.C.D',
  greedy: true,
  read(line, start) {
    const end = tokenEnd(line, start)
    const text = line.slice(start, end)
    if (/^[\d.]+$/.test(text) && readIpv4(text, 0).ok !== true) return { ok: false, at: start }
    return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)
      ? { ok: true, value: text, end }
      : { ok: false, at: start }
  },
  show: (value) => value,
})

defineArgument<number>('hex', {
  placeholder: () => '<0x0-0xFFFF>',
  read(line, start) {
    const end = tokenEnd(line, start)
    const text = line.slice(start, end)
    return /^0x[0-9a-f]{1,4}$/i.test(text)
      ? { ok: true, value: Number.parseInt(text, 16), end }
      : { ok: false, at: start }
  },
  show: (value) => `0x${value.toString(16).toUpperCase()}`,
})
